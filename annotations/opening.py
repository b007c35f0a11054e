"""Opening a store: what is refused, what is read-only, what is new."""

from pathlib import Path

from annotations import basefile
from annotations.storage import JournalledStorage


def opened_storage(path: Path, *, read_only: bool) -> JournalledStorage:
    """Open the storage at a path."""
    return JournalledStorage(basefile.resolved(path), "it was opened for reading only" if read_only else "")
