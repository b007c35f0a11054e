"""Where the verbs' answers go: standard output, or a file that is written whole or not at all."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from articles.display import harmless_text
from articles.saving import refusal, save
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
        if reason := refusal(path, force=force, inputs=inputs):
            raise Failure(reason, Exit.USAGE)
        try:
            save(path, _bytes(text))
        except OSError as error:
            raise Failure(
                f"{output}: cannot be written ({error.strerror}); choose another place", Exit.WRITE
            ) from error


def standard_output() -> BinaryIO:
    """Return the stream of standard output.

    Raises:
        Failure: With WRITE, where the shell has closed it (`>&-`).
    """
    if sys.stdout is None:
        raise Failure("standard output: is closed; name a file with -o", Exit.WRITE)
    return sys.stdout.buffer


def _bytes(text: str) -> bytes:
    """Return the text in UTF-8; a byte of a file name that is none becomes JSON's escape, and so can be found again."""
    return text.encode("utf-8", "backslashreplace")


def _print(text: str) -> None:
    """Write to standard output in UTF-8, whatever the locale says."""
    stream = standard_output()
    shown = harmless_text(text) if sys.stdout.isatty() else text
    try:
        stream.write(_bytes(shown))
        stream.flush()
    except BrokenPipeError as error:
        raise ReaderGoneError from error
    except OSError as error:
        raise Failure(f"standard output: cannot be written ({error.strerror})", Exit.WRITE) from error
