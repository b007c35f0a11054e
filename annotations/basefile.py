"""The TinyDB file itself: what is ours, what is refused, and how it is replaced whole."""

import json
import os
import stat
from pathlib import Path

from annotations.errors import StoreError
from annotations.tables import ANNOTATIONS, META, Document, Tables

FORMAT = "newsreader/store"


def resolved(path: Path) -> Path:
    """Return the real file behind a path; a symbolic link stays a link.

    Raises:
        StoreError: if no store can be at this place.
    """
    try:
        real = path.resolve()
        kind = real.stat().st_mode if real.exists() else stat.S_IFREG
    except (OSError, RuntimeError) as error:
        raise StoreError(f"{path}: cannot be a store: {getattr(error, 'strerror', None) or error}") from error
    if not stat.S_ISREG(kind):
        what = "a folder" if stat.S_ISDIR(kind) else "no regular file"
        raise StoreError(f"{path}: is {what}; name a file for the annotations")
    if not real.parent.is_dir():
        raise StoreError(f"{path}: the folder {real.parent} does not exist; make it first, or name another place")
    return real


def read(path: Path) -> Tables:
    """Read a store; a missing or empty file is a new one.

    Raises:
        StoreError: if the file is not a store of ours.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise StoreError(f"{path}: cannot be read: {error.strerror}") from error
    if not raw.strip():
        return {}
    try:
        tables = json.loads(raw.decode("ascii"))
    except (ValueError, RecursionError) as error:
        raise StoreError(f"{path}: is not a store of newsreader (no JSON); name another file") from error
    if not isinstance(tables, dict) or tables.get(META, {}).get("1", {}).get("format") != FORMAT:
        raise StoreError(f"{path}: is not a store of newsreader; name another file")
    return tables


def replace(path: Path, tables: Tables) -> None:
    """Replace the file whole, so that a reader finds the old one or the new one."""
    meta: dict[str, Document] = {"1": {"format": FORMAT, "schema": 1}}
    temporary = path.with_name(f"{path.name}.tmp{os.getpid()}")
    with temporary.open("w", encoding="ascii") as file:
        json.dump({ANNOTATIONS: {}} | tables | {META: meta}, file)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
