"""Putting together what is left of a damaged store, beside it: nothing is ever changed or removed.

The file is written a document a line, so that a damaged one still gives all lines that are whole. To them come the last
good copy (`.bak`) and the journals, also those that were set aside.
"""

import json
import re
import uuid
from datetime import UTC, datetime
from pathlib import Path

from annotations import basefile, journal, outside
from annotations.basefile import Base, Meta, Replacement
from annotations.beside import beside
from annotations.disk import Disk
from annotations.errors import StoreError
from annotations.memory import Memory
from annotations.tables import ANNOTATIONS, META, SUMS, Tables

_TABLE = re.compile(rb'^\{?"([^"\\]+)": \{$')
_ROW = re.compile(rb'^"(\d+)": (\{.*?\})\}?,?$')


def set_aside(path: Path) -> list[Path]:
    """Return the files that were set aside, or kept, beside a store; its good copy too, where it is empty itself."""
    literal = re.sub(r"([*?[])", r"[\1]", path.name)
    words = ("journal.orphan-", "journal.damaged-", "damaged-", "bak-")
    kept = sorted(found for word in words for found in path.parent.glob(f"{literal}.{word}*"))
    emptied = basefile.peek(path) is None and not basefile.read_bytes(path)[0].strip()
    copy = beside(path, ".bak")
    return [copy, *kept] if emptied and basefile.peek(copy) else kept


def repaired(path: Path) -> Path | None:
    """Write what all files of a store hold together; return the new file, or None if the store lacks nothing.

    Args:
        path: The store, symbolic links followed.

    Raises:
        StoreError: if nothing of it can be read.
        OSError: if the new file cannot be written.
    """
    memory = Memory()
    known = _known(memory, path)
    for source in (beside(path, ".bak"), beside(path, ".journal"), *set_aside(path)):
        for change in outside.missing(memory, Base(_left(source))):
            memory.apply([memory.placed(change)])
    if not memory.rows(ANNOTATIONS) and not known:
        raise StoreError(f"{path}: nothing of it can be read, and nothing lies beside it; restore it from a backup")
    if known == memory.tables:
        return None
    time = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    target = path.with_name(f"{path.stem}.repaired-{time}{path.suffix}")
    new = Replacement(target, memory.tables, Meta(uuid.uuid4().hex))
    new.install()
    new.discard()
    return new.path


def _known(memory: Memory, path: Path) -> Tables | None:
    """Load what the store holds as it opens; return a snapshot of it, or None if it is refused."""
    try:
        Disk(path, memory, "it is only looked at").load()
    except StoreError:
        memory.load(_left(path))
        return None
    return memory.snapshot()


def _left(path: Path) -> Tables:
    """Return what can be read of a store, a copy of one, or a journal."""
    try:
        raw, _ = basefile.read_bytes(path)
        return _replayed(raw) if ".journal" in path.name else basefile.read(path).tables
    except StoreError:
        return _salvaged(raw)


def _replayed(raw: bytes) -> Tables:
    """Return the documents of a journal."""
    memory = Memory()
    for line in journal.read(raw).lines:
        for change in line.changes:
            memory.apply([memory.placed(change)])
    return memory.tables


def _salvaged(raw: bytes) -> Tables:
    """Return the documents of a damaged file whose lines are whole."""
    tables: Tables = {}
    name = None
    for line in raw.split(b"\n"):
        if table := _TABLE.match(line):
            name = table[1].decode("ascii", "replace")
        elif name and name not in (META, SUMS) and (row := _ROW.match(line)):
            try:
                document = json.loads(row[2])
            except (ValueError, RecursionError):
                continue
            tables.setdefault(name, {})[row[1].decode("ascii")] = document
    return tables
