"""Where an export goes: whole, or not at all. Files are made beside their place and moved into it."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from annotations.formats.errors import UsageError, WriteError
from annotations.formats.shape import File, Format

_FOLDER_HOLDS = frozenset({".txt", ".ann", ".conf"})
"""Endings of what the folders of exports hold; a folder that holds anything else is never replaced."""


def stream(files: Iterable[File], into: BinaryIO) -> None:
    """Write the one file of an export into an open binary stream."""
    for file in files:
        _pour(file, into)


def save(files: Iterable[File], form: Format, output: Path, *, force: bool, inputs: Iterable[Path]) -> None:
    """Save an export.

    Args:
        files: What to write.
        form: Its format.
        output: The file or folder.
        force: Whether one that exists is replaced.
        inputs: Files that were read (articles, the store and what belongs to it); none is ever replaced.

    Raises:
        UsageError: The output exists, or is one of the inputs.
        WriteError: It cannot be written; the earlier output, if any, is as it was.
    """
    places = [output, _beside(output, ".xml")] if form.kind == "files" else [output]
    for place in places:
        refuse(place, folder=form.kind == "folder", force=force, inputs=list(inputs))
    try:
        if form.kind == "folder":
            _save_folder(files, output)
        else:
            _save_files(files, output)
    except OSError as error:
        raise WriteError(f"{output}: cannot be written ({error.strerror or error}); choose another place") from error


def refuse(output: Path, *, folder: bool, force: bool, inputs: Iterable[Path]) -> None:
    """Refuse an output that must not be written.

    Raises:
        UsageError: It is an input, it exists, or it is a folder where a file is to be (or the other way).
    """
    if any(_same(output, other) or (folder and _within(other, output)) for other in inputs):
        raise UsageError(f"{output}: is an input, or holds one; choose another output")
    if not os.path.lexists(output) or _is_stream(output):
        return
    if output.is_dir() != folder:
        raise UsageError(f"{output}: is {'no folder' if folder else 'a folder'}; choose another output")
    if not force:
        raise UsageError(f"{output}: exists; --force overwrites it")
    if folder and any(path.is_dir() or path.suffix not in _FOLDER_HOLDS for path in output.iterdir()):
        raise UsageError(f"{output}: holds other things than an earlier export; choose another folder")


def _beside(output: Path, ending: str) -> Path:
    """Return the path of the file beside an output that has another ending, never that of the output itself."""
    return output.with_suffix(ending if output.suffix != ending else f".config{ending}")


def _same(path: Path, other: Path) -> bool:
    """Tell whether two paths lead to one file, be it there yet or not."""
    try:
        return path.samefile(other)
    except OSError:
        return os.path.realpath(path) == os.path.realpath(other)


def _within(path: Path, folder: Path) -> bool:
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def _is_stream(path: Path) -> bool:
    """Tell whether the path is a pipe or a device: there is nothing to replace."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _save_files(files: Iterable[File], output: Path) -> None:
    """Write every file beside its place, then move all of them."""
    made: list[tuple[Path, Path]] = []
    try:
        for file in files:
            place = _beside(output, file.name) if file.name else output
            if _is_stream(place):
                with _opened_stream(place) as into:
                    _pour(file, into)
                continue
            target = Path(os.path.realpath(place))
            with _new_file(target) as into:
                made.append((Path(into.name), target))
                _pour(file, into)
        for new, target in made:
            new.replace(target)
    except BaseException:
        for new, _ in made:
            new.unlink(missing_ok=True)
        raise


def _opened_stream(path: Path) -> BinaryIO:
    """Open a pipe or a device; a pipe that nobody reads is an error, not a wait for ever."""
    handle = os.open(path, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
    os.set_blocking(handle, True)
    return os.fdopen(handle, "wb")


@contextmanager
def _new_file(target: Path) -> Iterator[BinaryIO]:
    """Open a new file beside a place, with the rights of the one there; it is forced to the disk at the end."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:80]}.", suffix=".tmp")
    os.close(handle)
    Path(name).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_mask())
    with Path(name).open("wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def _mask() -> int:
    """Return the rights that new files do not get."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _save_folder(files: Iterable[File], output: Path) -> None:
    """Make the folder beside its place, then move it there; an earlier one is put back if that fails."""
    target = Path(os.path.realpath(output))
    new = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name[:80]}.", suffix=".tmp"))
    old = new.with_suffix(".old")
    try:
        new.chmod(0o777 & ~_mask())
        for file in files:
            with (new / file.name).open("wb") as into:
                _pour(file, into)
        if target.exists():
            target.rename(old)
        new.rename(target)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        if old.exists() and not target.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _pour(file: File, into: BinaryIO) -> None:
    """Write a file's content. A lone surrogate, which UTF-8 has not, becomes what JSON writes for it, an escape."""
    for chunk in file.chunks:
        into.write(chunk if isinstance(chunk, bytes) else chunk.encode("utf-8", "backslashreplace"))
