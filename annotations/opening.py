"""Opening a store: the places that cannot be one, and those that can only be read."""

import os
import stat
from pathlib import Path

from annotations.beside import beside
from annotations.errors import StoreError
from annotations.storage import JournalledStorage

_LONGEST_NAME = 200
"""Bytes: room is needed for the endings of what lies beside (255 are allowed in all)."""


def opened_storage(path: Path, *, read_only: bool, reason: str = "", patient: bool = False) -> JournalledStorage:
    """Open the storage at a path.

    Raises:
        StoreError: if there is no store, and can be none.
    """
    real = resolved(path)
    reason = (reason or "it was opened for reading only") if read_only else why_read_only(real)
    for place in (beside(real, ".journal"), beside(real, ".lock")):
        if os.path.lexists(place) and not stat.S_ISREG(place.lstat().st_mode):
            raise StoreError(f"{place}: is no regular file, and in the way of the store {real.name}; move it elsewhere")
    try:
        return JournalledStorage(real, reason, patient=patient)
    except OSError as error:
        raise StoreError(
            f"{error.filename or real}: cannot be used: {error.strerror}; change its permissions"
        ) from error


def resolved(path: Path) -> Path:
    """Return the real file behind a path; a symbolic link stays a link.

    Raises:
        StoreError: if no store can be at this place.
    """
    try:
        real = path.resolve()
        kind = real.stat().st_mode if real.exists() else stat.S_IFREG
    except (OSError, RuntimeError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise StoreError(f"{path}: cannot be a store: {why}; name another file") from error
    if not stat.S_ISREG(kind):
        what = "a folder" if stat.S_ISDIR(kind) else "no regular file"
        raise StoreError(f"{path}: is {what}, not a store; name a file")
    if not real.parent.is_dir():
        raise StoreError(f"{path}: the folder {real.parent} does not exist; make it first, or name another place")
    if len(os.fsencode(real.name)) > _LONGEST_NAME:
        raise StoreError(f"{path}: the name is too long for a store; name a shorter one")
    return real


def why_read_only(path: Path) -> str:
    """Say why a store at this place can only be read; empty if it can be written.

    Root may write everything; a file or folder that nobody at all may write is taken at its word nevertheless.
    """
    for place in (path, path.parent, beside(path, ".journal"), beside(path, ".lock")):
        if place.exists() and not (place.stat().st_mode & 0o222 and os.access(place, os.W_OK)):
            what = "folder" if place == path.parent else "file"
            return f"the {what} {place} is not writable for you; change its mode, or name another place with --db"
    return ""
