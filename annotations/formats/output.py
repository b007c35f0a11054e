"""Where an export goes: whole, or not at all. Files are made beside their place and moved into it."""

import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from annotations.formats.errors import UsageError, WriteError
from annotations.formats.shape import File, Format
from articles.saving import new_beside, refusal, save_all

_FOLDER_HOLDS = frozenset({".txt", ".ann", ".conf"})
"""Endings of what the folders of exports hold; a folder that holds anything else is never replaced."""


def stream(files: Iterable[File], into: BinaryIO) -> None:
    """Write the one file of an export into an open binary stream."""
    for file in files:
        into.writelines(_content(file))


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
        _refuse(place, folder=form.kind == "folder", force=force, inputs=list(inputs))
    try:
        if form.kind == "folder":
            _save_folder(files, output)
        else:
            save_all((_beside(output, file.name) if file.name else output, _content(file)) for file in files)
    except OSError as error:
        raise WriteError(f"{output}: cannot be written ({error.strerror or error}); choose another place") from error


def _refuse(output: Path, *, folder: bool, force: bool, inputs: Iterable[Path]) -> None:
    """Refuse an output that must not be written.

    Raises:
        UsageError: It is an input, it exists, or it is a folder where a file is to be (or the other way).
    """
    if reason := refusal(output, force=force, inputs=inputs, folder=folder):
        raise UsageError(reason)
    if folder and output.is_dir() and any(_is_foreign(path) for path in output.iterdir()):
        raise UsageError(f"{output}: holds other things than an earlier export; choose another folder")


def _is_foreign(path: Path) -> bool:
    """Tell whether a thing in a folder is none that an export puts there."""
    return path.is_dir() or path.suffix not in _FOLDER_HOLDS


def _beside(output: Path, ending: str) -> Path:
    """Return the path of the file beside an output that has another ending, never that of the output itself."""
    return output.with_suffix(ending if output.suffix != ending else f".config{ending}")


def _save_folder(files: Iterable[File], output: Path) -> None:
    """Make the folder beside its place, then move it there; an earlier one is put back if that fails."""
    target = Path(os.path.realpath(output))
    new = new_beside(target)
    old = new.with_suffix(".old")
    try:
        new.mkdir()
        for file in files:
            with (new / file.name).open("wb") as into:
                into.writelines(_content(file))
        if target.exists():
            target.rename(old)
        new.rename(target)
    except BaseException:  # an interruption, too, leaves nothing behind
        shutil.rmtree(new, ignore_errors=True)
        if old.exists() and not target.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _content(file: File) -> Iterator[bytes]:
    """Return a file's content in bytes. A lone surrogate, which UTF-8 has not, becomes the escape that JSON writes."""
    for chunk in file.chunks:
        yield chunk if isinstance(chunk, bytes) else chunk.encode("utf-8", "backslashreplace")
