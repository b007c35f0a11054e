"""Where a file is saved: whole or not at all, and never over what was read."""

import os
import secrets
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO


def refusal(output: Path, *, force: bool, inputs: Iterable[Path] = (), folder: bool = False) -> str:
    """Tell why an output must not be written; empty if it may be.

    Args:
        output: The file or folder to write. A pipe or a device may always be written: there is nothing to overwrite.
        force: Whether one that exists is to be overwritten.
        inputs: Files that were read, those of the store among them; none of them is ever overwritten.
        folder: Whether the output is to be a folder.
    """
    for other in inputs:
        if _same(output, other):
            return f"{output}: is an input, or a file of the store; choose another output"
        if folder and _within(other, output):
            return f"{output}: holds an input, or a file of the store; choose another output"
    if not os.path.lexists(output) or is_stream(output):
        return ""
    if output.is_dir() != folder:
        return f"{output}: is {'no folder; name a folder' if folder else 'a folder; name a file'}"
    return "" if force else f"{output}: exists; --force overwrites it"


def save(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; whatever goes wrong, an earlier one stays as it was.

    Raises:
        OSError: It cannot be written.
    """
    save_all([(path, [content])])


def save_all(files: Iterable[tuple[Path, Iterable[bytes]]]) -> None:
    """Write several files, all of them or none: each is made beside its place before the first is moved there.

    Args:
        files: Paths, and the content of each, which may be made while it is written.

    Raises:
        OSError: One of them cannot be written.
    """
    made: list[tuple[Path, Path]] = []
    try:
        for path, chunks in files:
            if is_stream(path):
                with _opened_stream(path) as into:
                    into.writelines(chunks)
                continue
            target = Path(os.path.realpath(path))
            new = new_beside(target)
            made.append((new, target))
            _write(new, chunks, like=target)
        for new, target in made:
            new.replace(target)
    except BaseException:  # an interruption, too, leaves nothing behind
        for new, _ in made:
            new.unlink(missing_ok=True)
        raise


def is_stream(path: Path) -> bool:
    """Tell whether a path is a pipe or a device, such as /dev/stdout: there is nothing to replace."""
    return path.exists() and not path.is_file() and not path.is_dir()


def new_beside(target: Path) -> Path:
    """Return a hidden name in the same folder that nobody has yet; with the target's, as far as there is room."""
    return target.with_name(f".{target.name[:40]}.{secrets.token_hex(4)}.tmp")


def _write(new: Path, chunks: Iterable[bytes], *, like: Path) -> None:
    """Write a new file, with the rights of the one it replaces, and force it to the disk."""
    with new.open("xb") as file:
        if like.exists():
            os.fchmod(file.fileno(), like.stat().st_mode & 0o777)
        file.writelines(chunks)
        file.flush()
        os.fsync(file.fileno())


def _opened_stream(path: Path) -> BinaryIO:
    """Open a pipe or a device; a pipe that nobody reads is an error, not a wait for ever."""
    handle = os.open(path, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
    os.set_blocking(handle, True)
    return os.fdopen(handle, "wb")


def _same(path: Path, other: Path) -> bool:
    """Tell whether two paths lead to one file, be it there yet or not."""
    try:
        return path.samefile(other)
    except OSError:
        return os.path.realpath(path) == os.path.realpath(other)


def _within(path: Path, folder: Path) -> bool:
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))
