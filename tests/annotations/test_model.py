"""The store against a model of it: two people on one file, who tag, undo, crash, and go on.

The state must equal what was acknowledged, in both programs and in the file, after every operation.
"""

import errno
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from tinydb import TinyDB

from annotations import basefile, journalfile
from annotations.keeper import Keeper
from annotations.sessions import end_session
from tests.annotations.samples import ARTICLE, opened, plain

Fields = tuple[str, str]
"""Tag and note of one annotation."""


@dataclass(eq=False)
class Step:
    """One step in the model: for each annotation what to swap in."""

    annotator: str
    changes: list[list[object]] = field(default_factory=list)
    undone: bool = False


class Model:
    """What the store should hold."""

    def __init__(self):
        self.live: dict[str, Fields] = {}
        self.steps: list[Step] = []

    def do(self, annotator, changes):
        """Make a step; changes are id, new fields (or None), and whether only fields change."""
        self.steps = [step for step in self.steps if not (step.undone and step.annotator == annotator)]
        step = Step(annotator)
        self.steps.append(step)
        for name, new, patch in changes:
            old = self.live.get(name)
            other = tuple(was if was != now else None for was, now in zip(old, new, strict=True)) if patch else old
            step.changes.append([name, other, patch, False])
            self.put(name, new)

    def put(self, name, fields):
        self.live.pop(name, None)
        if fields is not None:
            self.live[name] = fields

    def swap(self, step, order, touched):
        for change in order:
            name, other, patch, kept = change
            if kept or name in touched or (patch and name not in self.live):
                change[3] = not kept
            else:
                now = self.live.get(name)
                if patch:  # only the fields that it changed, None for the others
                    change[1] = tuple(None if value is None else is_ for value, is_ in zip(other, now, strict=True))
                    other = tuple(is_ if value is None else value for value, is_ in zip(other, now, strict=True))
                else:
                    change[1] = now
                self.put(name, other)

    def undo(self, annotator):
        """Undo; tell whether there was anything."""
        steps = [step for step in self.steps if step.annotator == annotator and not step.undone]
        if not steps:
            return False
        step = steps[-1]
        later = self.steps[self.steps.index(step) + 1 :]
        touched = {change[0] for other in later if not other.undone for change in other.changes}
        self.swap(step, step.changes[::-1], touched)
        step.undone = True
        return True

    def redo(self, annotator):
        """Redo; tell whether there was anything."""
        steps = [step for step in self.steps if step.annotator == annotator and step.undone]
        if not steps:
            return False
        steps[0].undone = False
        self.swap(steps[0], steps[0].changes, set())
        return True


def no_room(*arguments):
    raise OSError(errno.ENOSPC, "No space left on device")


PEOPLE = st.sampled_from(["ann", "bob"])
TAGS = st.sampled_from(["claim", "quote", "own tag"])
NOTES = st.text(max_size=5)


class StoreMachine(RuleBasedStateMachine):
    """Two programs on one store."""

    @initialize()
    def begin(self):
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "annotations.json"
        self.model = Model()
        self.stores = {name: opened(self.path, name, patient=True) for name in ("ann", "bob")}
        self.number = 0

    def teardown(self):
        for store in self.stores.values():
            store.close()
        if self.path.exists():
            documents = plain(self.path)
            assert {name: (doc["tag"], doc["note"]) for name, doc in documents.items()} == self.model.live
        else:
            assert not self.model.live
        shutil.rmtree(self.folder)

    def chosen(self, data):
        """Choose one by its place, not by its name: names differ from run to run."""
        return list(self.model.live)[data.draw(st.integers(0, 1000)) % len(self.model.live)]

    @rule(who=PEOPLE, tag=TAGS, note=NOTES)
    def add(self, who, tag, note):
        made = self.stores[who].add(ARTICLE, [(self.number % 90, self.number % 90 + 4)], tag, note=note)
        self.number += 1
        self.model.do(who, [(made.id, (tag, note), False)])

    @precondition(lambda self: self.model.live)
    @rule(who=PEOPLE, data=st.data(), tag=TAGS, note=NOTES)
    def update(self, who, data, tag, note):
        name = self.chosen(data)
        self.stores[who].refresh()
        self.stores[who].update(name, tag=tag, note=note)
        self.model.do(who, [(name, (tag, note), True)])

    @precondition(lambda self: self.model.live)
    @rule(who=PEOPLE, data=st.data())
    def remove(self, who, data):
        name = self.chosen(data)
        self.stores[who].refresh()
        self.stores[who].remove(name)
        self.model.do(who, [(name, None, False)])

    @precondition(lambda self: self.model.live)
    @rule(who=PEOPLE, data=st.data(), tag=TAGS, number=st.integers(1, 3))
    def several_in_one_step(self, who, data, tag, number):
        name = self.chosen(data)
        store = self.stores[who]
        store.refresh()
        changes = []
        with store.step("several"):
            for at in range(number):
                changes.append((store.add(ARTICLE, [(at, at + 2)], tag).id, (tag, ""), False))
            store.update(name, tag=tag)
            changes.append((name, (tag, self.model.live[name][1]), True))
        self.model.do(who, changes)

    @rule(who=PEOPLE)
    def undo(self, who):
        self.stores[who].refresh()
        assert (self.stores[who].undo() is not None) == self.model.undo(who)

    @rule(who=PEOPLE)
    def redo(self, who):
        self.stores[who].refresh()
        assert (self.stores[who].redo() is not None) == self.model.redo(who)

    @rule(who=PEOPLE)
    def fold(self, who):
        self.stores[who].fold()
        assert self.stores[who].unfolded == 0

    @rule(who=PEOPLE)
    def close(self, who):
        self.stores[who].close()
        self.stores[who] = opened(self.path, who, patient=True)

    @rule(who=PEOPLE)
    def crash(self, who):
        self.stores[who]._storage.disk.journal.close()
        end_session(self.stores[who]._history.session)
        self.stores[who] = opened(self.path, who, patient=True)

    @rule(who=PEOPLE, tag=TAGS, kept=st.integers(0, 60))
    def add_while_the_disk_is_full(self, who, tag, kept):
        real = journalfile.os.pwrite

        def full(descriptor, data, place):
            real(descriptor, data[:kept], place)
            no_room()

        store = self.stores[who]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(journalfile.os, "pwrite", full)
            patch.setattr(basefile.Replacement, "_write", no_room)
            made = store.add(ARTICLE, [(0, 4)], tag)
            assert store.state == "unsaved"
            assert store.get(made.id) == made
        store.sync()
        assert store.state == "saved"
        self.model.do(who, [(made.id, (tag, ""), False)])

    @precondition(lambda self: self.path.exists())
    @rule(tag=TAGS)
    def plain_tinydb_inserts(self, tag):
        name = f"outside {self.number}"
        self.number += 1
        span = {"start": 0, "end": 3, "exact": ARTICLE.text[:3]}
        document = {"id": name, "article": ARTICLE.id, "sha256": "", "tag": tag, "spans": [span], "note": ""}
        with TinyDB(self.path) as database:
            database.table("annotations").insert(document)
        self.model.put(name, (tag, ""))

    @precondition(lambda self: self.path.exists())
    @rule(who=PEOPLE, lines=st.booleans())
    def files_are_deleted(self, who, lines):
        for store in self.stores.values():
            store.refresh()
        self.path.unlink()
        if lines:
            self.path.with_name("annotations.json.journal").unlink(missing_ok=True)
        made = self.stores[who].add(ARTICLE, [(0, 4)], "claim")
        self.model.do(who, [(made.id, ("claim", ""), False)])

    @invariant()
    def both_show_what_was_acknowledged(self):
        for store in self.stores.values():
            store.refresh()
            shown = store.annotations()
            assert {annotation.id: (annotation.tag, annotation.note) for annotation in shown} == self.model.live
            assert shown == sorted(shown, key=lambda annotation: (annotation.article, annotation.start, annotation.id))


def run(examples, steps):
    """Run the machine without keepers and without waiting for the disk."""
    profile = settings(
        max_examples=examples, stateful_step_count=steps, deadline=None, suppress_health_check=list(HealthCheck)
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Keeper, "wake", lambda self: None)
        patch.setattr(basefile.os, "fsync", lambda descriptor: None)
        run_state_machine_as_test(StoreMachine, settings=profile)


def test_the_store_is_what_the_model_says():
    run(60, 25)


@pytest.mark.long
def test_the_store_is_what_the_model_says_for_ten_minutes():
    run(20_000, 50)
