"""Changes that others made to the TinyDB file: found at opening by checksums, taken in while open by what both know.

Two states of one store are brought together by their histories: what only one history tells has been done there and is
to be done here. What neither tells was changed with plain TinyDB or an editor; it is kept, and recorded as such.
"""

import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field

from annotations.basefile import Base, checksum
from annotations.memory import Memory
from annotations.shape import parts, problem
from annotations.tables import ANNOTATIONS, HISTORY, Change, Document, Tables, key_of
from annotations.times import now

_NAMES = uuid.UUID("0b0d6f1e-6a3c-5c1e-9d1b-5f0f6d0a7c11")
"""Namespace of the ids that are given to documents that came without one."""


@dataclass(slots=True)
class Outside:
    """What was changed from outside, as table and key."""

    added: list[tuple[str, str]] = field(default_factory=list)
    changed: list[tuple[str, str]] = field(default_factory=list)
    removed: list[tuple[str, str]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)

    def sentences(self) -> Iterator[str]:
        """Yield what to tell the person."""
        for word, keys in (("added", self.added), ("changed", self.changed), ("taken out", self.removed)):
            if number := sum(table == ANNOTATIONS for table, _ in keys):
                yield f"{number} annotation{'s' * (number > 1)} had been {word} from outside; that is kept"
            if others := sorted({table for table, _ in keys if table != ANNOTATIONS}):
                yield f"documents of {', '.join(others)} had been {word} from outside; that is kept"

    def part(self) -> Document:
        """Return the document of the history that records it: nobody's step, which nobody undoes."""
        words = (("added", self.added), ("changed", self.changed), ("removed", self.removed))
        changes = [{"table": table, "key": key, "outside": word} for word, keys in words for table, key in keys]
        name = uuid.uuid4().hex
        about = {"label": "changed from outside", "annotator": None, "session": "", "time": now(), "undone": False}
        return {"id": name, "step": name, **about, "changes": changes}


def found(base: Base) -> Outside:
    """Compare the documents of a file whose seal does not fit with their checksums."""
    outside = Outside()
    for table, rows in base.tables.items():
        sums = dict(base.sums.get(table, {}))
        for row, document in rows.items():
            key = key_of(row, document)
            known = sums.pop(key, None)
            if known is None:
                outside.added.append((table, key))
            elif known != checksum(document):
                outside.changed.append((table, key))
        outside.removed += [(table, key) for key in sums]
    for table in base.sums.keys() - base.tables.keys():
        outside.removed += [(table, key) for key in base.sums[table]]
    return outside


def named(rows: dict[str, Document]) -> dict[str, Document]:
    """Return annotations in which each has an id of its own: plain TinyDB may have put in some without, or copies."""
    taken: set[str] = set()
    result = {}
    for row, document in rows.items():
        name = document.get("id")
        if (name is None or name == "" or name in taken) and not problem({**document, "id": "new"}):
            content = json.dumps([row, document], sort_keys=True)
            document = {**document, "id": str(uuid.uuid5(_NAMES, content))}
        if isinstance(document.get("id"), str):
            taken.add(document["id"])
        result[row] = document
    return result


def missing(memory: Memory, base: Base) -> list[Change]:
    """Return the changes that bring memory to what it and a file, that others wrote meanwhile, hold together."""
    theirs, ours = base.tables, memory.tables
    news = _news(theirs, ours)
    old_news = _news(ours, theirs)
    changes = []
    for table in theirs.keys() | ours.keys():
        for change in _differences(memory, table, theirs.get(table, {})):
            place = (table, change.key)
            if _take(change, memory.document(table, change.key), place in news, place in old_news):
                changes.append(change)
    return changes


def _differences(memory: Memory, table: str, rows: dict[str, Document]) -> Iterator[Change]:
    seen = set()
    for row, document in rows.items():
        key = key_of(row, document)
        seen.add(key)
        if memory.document(table, key) != document:
            yield Change(table, int(row), key, document)
    for row, document in memory.rows(table).items():
        key = key_of(row, document)
        if key not in seen:
            yield Change(table, int(row), key, None)


def _take(change: Change, ours: Document | None, news: bool, old_news: bool) -> bool:
    """Tell whether the file's state of a document counts, rather than ours.

    Args:
        change: What the file has, or that it has nothing.
        ours: What memory has.
        news: Whether the file's history has something about it that ours has not.
        old_news: Whether ours has something that the file's has not.
    """
    if change.table == HISTORY:
        return change.document is not None and (ours is None or ours.get("time", "") < change.document.get("time", ""))
    if news and old_news and ours is not None and change.document is not None:
        return bool(ours.get("updated", "") < change.document.get("updated", ""))
    if news or old_news:
        return news
    return change.document is not None


def differ(memory: Memory, base: Base) -> bool:
    """Tell whether memory holds something else than a file."""
    tables = base.tables.keys() | memory.tables.keys()
    return any(True for table in tables for _ in _differences(memory, table, base.tables.get(table, {})))


def _news(one: Tables, other: Tables) -> set[tuple[str, str]]:
    """Return the documents that one history tells of, and the other does not."""
    known = {part["id"]: part["time"] for _, part in parts(other.get(HISTORY, {}))}
    return {
        (change["table"], change["key"])
        for _, part in parts(one.get(HISTORY, {}))
        if known.get(part["id"], "") < part["time"]
        for change in part["changes"]
    }
