"""Undo and redo: what was done is a table of the store, and so outlives the program.

A document of the table `history` is one change as the journal knows it: a step (`tag everywhere`) is one or many of
them with the same `step`. Each holds what to swap in to undo it: a whole document (or None, where there was none), or
the old values of the fields that were changed. Undoing swaps, so that the same document then tells how to redo.
"""

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from annotations.sessions import is_running, new_session
from annotations.shape import parts
from annotations.tables import HISTORY, Document
from annotations.times import after, now

if TYPE_CHECKING:
    from annotations.storage import JournalledStorage


@dataclass(slots=True)
class Step:
    """One step of undo: the keys, in the table `history`, of what was done in it."""

    name: str
    label: str
    parts: list[str] = field(default_factory=list)


class History:
    """The steps that this session may undo and redo: its own, and those of its annotator whose program has ended."""

    def __init__(self, storage: "JournalledStorage", annotator: str):
        self._storage = storage
        self._annotator = annotator
        self.session = new_session()
        self._last_before = max((int(row) for row in storage.rows(HISTORY)), default=0)
        self._known: tuple[list[Step], list[Step]] | None = None
        self._step: Step | None = None

    # Recording

    def begin(self, label: str) -> bool:
        """Begin a step of many changes; False if one is under way already."""
        if self._step:
            return False
        self._step = Step(uuid.uuid4().hex, label)
        return True

    def end(self) -> None:
        """End the step."""
        self._step = None

    def record(self, label: str, changes: list[Document]) -> None:
        """Record changes within the storage's `changing`.

        Args:
            label: What was done, in words for people; the step's own label goes before it.
            changes: Each made by `record_of` or `patch_of`.
        """
        done, undone = self._steps()
        step = self._step or Step(uuid.uuid4().hex, label)
        part: Document = {
            "id": uuid.uuid4().hex,
            "step": step.name,
            "label": step.label,
            "annotator": self._annotator,
            "session": self.session,
            "time": now(),
            "undone": False,
            "changes": changes,
        }
        self._storage.put(HISTORY, self._storage.next_id(HISTORY), part)
        if not done or done[-1].name != step.name:
            done.append(step)
        step.parts.append(part["id"])
        self._forget(undone)

    def _forget(self, undone: list[Step]) -> None:
        """Drop the steps that could have been redone: something else was done instead.

        What they were about stays known, so that older states of the file bring nothing back.
        """
        for step in undone:
            for key in step.parts:
                part = self._storage.document(HISTORY, key)
                if part is not None:
                    changes = [{"table": change["table"], "key": change["key"]} for change in part["changes"]]
                    self._write(key, part | {"dropped": True, "time": after(part["time"]), "changes": changes})
        undone.clear()

    # Undoing

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return bool(self._steps()[0])

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._steps()[1])

    def undo(self) -> str | None:
        """Undo the last step, within `changing`; return its label, or None if there is none."""
        done, undone = self._steps()
        if not done:
            return None
        step = done.pop()
        undone.append(step)
        return self._swap(step, step.parts[::-1], undone=True)

    def redo(self) -> str | None:
        """Do the step again that was undone last; return its label, or None if there is none."""
        done, undone = self._steps()
        if not undone:
            return None
        step = undone.pop()
        done.append(step)
        return self._swap(step, step.parts, undone=False)

    def _write(self, key: str, part: Document | None) -> None:
        doc_id = self._storage.find(HISTORY, key)
        if doc_id is not None:
            self._storage.put(HISTORY, doc_id, part)

    def _swap(self, step: Step, keys: list[str], *, undone: bool) -> str:
        """Swap each change of a step with what it remembers; what others changed since stays as they left it."""
        kept = 0
        touched = self._touched_since(step) if undone else set()
        for key in keys:
            part = self._storage.document(HISTORY, key)
            if part is None:
                continue
            changes = list(part["changes"])
            order = range(len(changes))
            for position in reversed(order) if undone else order:
                changes[position] = self._swapped(changes[position], touched)
                kept += undone and bool(changes[position].get("kept"))
            self._write(key, part | {"undone": undone, "time": after(part["time"]), "changes": changes})
        return step.label + (f" ({kept} changed by others since: kept)" if kept else "")

    def _touched_since(self, step: Step) -> set[tuple[str, str]]:
        """Return what others changed after a step."""
        first = self._storage.find(HISTORY, step.parts[0]) or 0
        touched: set[tuple[str, str]] = set()
        rows = self._storage.rows(HISTORY)
        later = {row: rows[row] for row in takewhile(lambda row: int(row) > first, reversed(rows))}
        for _, part in parts(later):
            if part["step"] != step.name and not part["undone"]:
                touched.update((change["table"], change["key"]) for change in part["changes"])
        return touched

    def _swapped(self, change: Document, touched: set[tuple[str, str]]) -> Document:
        """Put back what a change remembers; return the change that remembers what was there.

        Where that cannot be, the change is `kept` as it is, and the way back passes it over likewise.
        """
        table, key = change["table"], change["key"]
        doc_id = self._storage.find(table, key)
        current = self._storage.document(table, key)
        if change.get("kept") or (table, key) in touched or ("fields" in change and current is None):
            return change | {"kept": not change.get("kept")}
        if "fields" not in change:
            self._put(table, doc_id, change["before"])
            return record_of(table, key, current)
        assert current is not None
        assert doc_id is not None
        absent = set(change.get("absent", ()))
        restored = {name: value for name, value in current.items() if name not in absent} | change["fields"]
        self._storage.put(table, doc_id, restored)
        return patch_of(table, key, current, [*change["fields"], *absent])

    def _put(self, table: str, doc_id: int | None, document: Document | None) -> None:
        if doc_id is None and document is None:
            return
        self._storage.put(table, self._storage.next_id(table) if doc_id is None else doc_id, document)

    # Which steps are ours

    def _steps(self) -> tuple[list[Step], list[Step]]:
        """Return the steps done (the last one last) and undone (the next to redo last)."""
        if self._known is None:
            self._known = self._gathered()
        return self._known

    def _gathered(self) -> tuple[list[Step], list[Step]]:
        running: dict[str, bool] = {}
        steps: dict[str, Step] = {}
        undone: set[str] = set()
        for part in self._own_parts():
            session = part["session"]
            if session not in running:
                running[session] = session != self.session and is_running(session)
            if not running[session]:
                steps.setdefault(part["step"], Step(part["step"], part["label"])).parts.append(part["id"])
                undone |= {part["step"]} if part["undone"] else set()
        return (
            [step for step in steps.values() if step.name not in undone],
            [step for step in reversed(steps.values()) if step.name in undone],
        )

    def _own_parts(self) -> Iterator[Document]:
        """Yield the annotator's parts: those that were there when this session began, and its own."""
        for row, part in parts(self._storage.rows(HISTORY)):
            before = int(row) <= self._last_before or part["session"] == self.session
            if before and part.get("annotator") == self._annotator and not part.get("dropped"):
                yield part

    def start_over(self) -> None:
        """Gather the steps anew, after a change that failed or a file that was replaced."""
        self._known = None


def record_of(table: str, key: str, before: Document | None) -> Document:
    """Return what to remember of a change of a whole document."""
    return {"table": table, "key": key, "before": before}


def patch_of(table: str, key: str, before: Document, names: Iterable[str]) -> Document:
    """Return what to remember of a change of fields: their values before, and which were not there."""
    wanted = list(names)
    fields = {name: before[name] for name in wanted if name in before}
    absent = [name for name in wanted if name not in before]
    return {"table": table, "key": key, "fields": fields} | ({"absent": absent} if absent else {})
