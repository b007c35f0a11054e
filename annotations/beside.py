"""Files beside the store's: their names, and whose they are."""

import os
import stat
from pathlib import Path


def beside(path: Path, ending: str) -> Path:
    """Return the file beside another one whose name goes on with an ending."""
    return path.with_name(path.name + ending)


def store_files(path: Path) -> list[Path]:
    """Return the files of a store, be they there or not: itself, its journal, its lock, its backup."""
    return [path, *(beside(path, ending) for ending in (".journal", ".lock", ".bak"))]


def make_like(path: Path, descriptor: int) -> None:
    """Give an open file the mode and owner of another one, so far as one may; if there is none, they stay."""
    try:
        model = path.stat()
    except FileNotFoundError:
        return
    found = os.fstat(descriptor)
    if stat.S_IMODE(found.st_mode) != stat.S_IMODE(model.st_mode):
        os.fchmod(descriptor, stat.S_IMODE(model.st_mode))
    if (found.st_uid, found.st_gid) != (model.st_uid, model.st_gid):
        try:
            os.fchown(descriptor, model.st_uid, model.st_gid)
        except PermissionError:
            return  # only root may give files away; the folder allowed this one to be made
