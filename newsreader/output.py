"""Where the verbs' answers go: standard output, or a file that is written whole or not at all."""

import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from articles.display import harmless_text
from newsreader.failure import Exit, Failure, ReaderGoneError


def put(text: str, output: str | None, *, force: bool = False, inputs: Iterable[Path] = ()) -> None:
    """Write a verb's answer.

    Args:
        text: The answer; on a terminal its harmless display form is shown.
        output: A file, or None or `-` for standard output.
        force: Overwrite a file that exists.
        inputs: Files that were read; none of them is ever overwritten.

    Raises:
        Failure: With USAGE if the file must not be written, with WRITE if it cannot be.
    """
    if output is None or output == "-":
        _print(text)
    else:
        path = Path(output)
        refuse_output(path, force=force, inputs=inputs)
        try:
            write_whole(path, text.encode("utf-8", "replace"))
        except OSError as error:
            raise Failure(
                f"{output}: cannot be written ({error.strerror}); choose another place", Exit.WRITE
            ) from error


def refuse_output(path: Path, *, force: bool, inputs: Iterable[Path]) -> None:
    """Refuse an output that exists, or that is one of the inputs.

    Raises:
        Failure: With USAGE.
    """
    if any(_same(path, other) for other in inputs):
        raise Failure(f"{path}: is an input; choose another output", Exit.USAGE)
    if path.is_dir():
        raise Failure(f"{path}: is a folder; name a file", Exit.USAGE)
    if not force and path.exists() and not _is_stream(path):
        raise Failure(f"{path}: exists; --force overwrites it", Exit.USAGE)


def _same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False


def _is_stream(path: Path) -> bool:
    """Tell whether the path is a pipe or a device, such as /dev/stdout: there is nothing to overwrite."""
    return path.exists() and not path.is_file()


def write_whole(path: Path, content: bytes) -> None:
    """Replace a file by a complete new one; whatever goes wrong, the old one stays.

    Raises:
        OSError: It cannot be written.
    """
    if _is_stream(path):
        with path.open("wb") as stream:
            stream.write(content)
        return
    target = Path(os.path.realpath(path))
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:80]}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~mask)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def standard_output() -> BinaryIO:
    """Return the stream of standard output.

    Raises:
        Failure: With WRITE, where the shell has closed it (`>&-`).
    """
    if sys.stdout is None:
        raise Failure("standard output: is closed; name a file with -o", Exit.WRITE)
    return sys.stdout.buffer


def _print(text: str) -> None:
    """Write to standard output in UTF-8, whatever the locale says."""
    stream = standard_output()
    shown = harmless_text(text) if sys.stdout.isatty() else text
    try:
        stream.write(shown.encode("utf-8", "replace"))
        stream.flush()
    except BrokenPipeError as error:
        raise ReaderGoneError from error
    except OSError as error:
        raise Failure(f"standard output: cannot be written ({error.strerror})", Exit.WRITE) from error
