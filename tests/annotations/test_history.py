import os
import subprocess
import sys

import pytest

from annotations.sessions import end_session, is_alive, is_running, new_session
from tests.annotations.samples import ARTICLE, ids, opened, span


@pytest.fixture
def path(tmp_path):
    return tmp_path / "annotations.json"


def states(store):
    return [(one.tag, one.note) for one in store.annotations()]


def test_undo_and_redo_of_everything(path):
    with opened(path) as store:
        made = store.add(ARTICLE, [(0, 4)], "claim")
        store.update(made.id, tag="quote", note="n")
        store.update(made.id, spans=[(5, 9)])
        store.remove(made.id)
        seen = [store.annotations()]
        labels = []
        while label := store.undo():
            labels.append(label)
            seen.append(store.annotations())
        assert labels == ["take off", "edit", "tag quote", "tag claim"]
        assert [len(shown) for shown in seen] == [0, 1, 1, 1, 0]
        assert store.undo() is None
        for shown in seen[-2::-1]:
            assert store.redo()
            assert store.annotations() == shown
        assert store.redo() is None


def test_history_is_unlimited_and_outlives_the_program(path):
    for round_ in range(3):
        with opened(path) as store:
            for at in range(20):
                store.add(ARTICLE, [(at, at + 4)], "claim", note=f"{round_} {at}")
    with opened(path) as store:
        for _ in range(30):
            store.undo()
    with opened(path) as store:
        assert len(ids(store)) == 30
        for _ in range(30):
            assert store.undo()
        assert store.undo() is None
        for _ in range(60):
            assert store.redo()
        assert store.redo() is None
        assert len(ids(store)) == 60


def test_a_step_of_many_changes_is_undone_at_once(path):
    with opened(path) as store:
        first = store.add(ARTICLE, [(0, 4)], "claim")
        with store.step("quote everywhere"):
            with store.step("inner steps belong to the outer one"):
                store.add(ARTICLE, [(5, 9)], "quote")
            store.update(first.id, tag="quote")
            store.remove(first.id)
        assert len(ids(store)) == 1
        assert store.undo() == "quote everywhere"
        assert states(store) == [("claim", "")]
        assert store.redo() == "quote everywhere"
        assert len(ids(store)) == 1


def test_a_step_that_ends_with_an_error_keeps_what_was_done_and_is_undone(path):
    with opened(path) as store:
        with pytest.raises(ValueError, match="not within"), store.step("half"):  # noqa: PT012 - the first succeeds
            store.add(ARTICLE, [(0, 4)], "claim")
            store.add(ARTICLE, [(9, 4)], "claim")
        assert len(ids(store)) == 1
        store.add(ARTICLE, [(0, 4)], "claim")
        assert store.undo() == "tag claim"
        assert store.undo() == "half"


def test_something_new_ends_what_could_be_done_again(path):
    with opened(path) as store:
        store.add(ARTICLE, [(0, 4)], "claim")
        store.undo()
        store.add(ARTICLE, [(5, 9)], "quote")
        assert store.redo() is None
    with opened(path) as store:
        assert store.redo() is None
        assert store.undo() == "tag quote"


def test_steps_of_other_names_are_not_undone(path):
    with opened(path, "ann") as ann, opened(path, "bob") as bob:
        hers = ann.add(ARTICLE, [(0, 4)], "claim")
        his = bob.add(ARTICLE, [(5, 9)], "claim")
        assert ann.undo() == "tag claim"
        assert ids(ann) == {his.id}
        assert ann.undo() is None
        ann.redo()
        bob.refresh()
        bob.update(hers.id, note="bob's note")
        assert ann.undo() == "tag claim (1 changed by others since: kept)"
        assert ann.get(hers.id).note == "bob's note"
        assert ann.redo() == "tag claim"
        assert ann.get(hers.id).note == "bob's note"
        assert bob.undo() == "edit"
        assert bob.undo() == "tag claim"
        assert ids(bob) == {hers.id}
    with opened(path, "carol") as store:
        assert store.undo() is None


def test_steps_of_a_program_that_still_runs_are_not_touched(path):
    with opened(path, "ann") as first:
        mine = first.add(ARTICLE, [(0, 4)], "claim")
        with opened(path, "ann") as second:
            assert second.undo() is None
            other = second.add(ARTICLE, [(5, 9)], "claim")
            assert second.undo()
            assert ids(second) == {mine.id}
            second.redo()
        first.refresh()
        assert first.undo()
        assert ids(first) == {other.id}
    with opened(path, "ann") as third:
        assert third.undo()
        assert ids(third) == set()


def test_undo_keeps_unknown_fields_and_the_order(path):
    with opened(path) as store:
        made = [store.add(ARTICLE, [(at, at + 3)], "claim") for at in (4, 2, 9)]
        store.db.table("annotations").update({"rating": 3})
        store.remove(made[1].id)
        store.undo()
        assert [one.start for one in store.annotations()] == [2, 4, 9]
        assert all(one.extra["rating"] == 3 for one in store.annotations())


def test_history_that_was_damaged_from_outside_gives_no_error(path):
    with opened(path) as store:
        store.add(ARTICLE, [(0, 4)], "claim")
        table = store.db.table("history")
        table.insert({"id": "x"})
        table.insert({"id": "y", "step": 4, "annotator": "ann", "session": None, "changes": "none"})
        table.insert(
            {"id": "z", "step": "s", "annotator": "ann", "session": "", "undone": False, "changes": [{}], "label": ""}
        )
    with opened(path) as store:
        while store.undo():
            pass
        assert ids(store) == set()


def test_sessions_of_this_process():
    session = new_session()
    assert is_running(session)
    end_session(session)
    assert not is_running(session)


def test_sessions_of_other_processes():
    code = "from annotations.sessions import new_session; print(new_session(), flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        session = process.stdout.readline().strip()
        assert is_running(session)
        born = session.split()[-2]
        assert not is_running(session.replace(born, "1"))  # the number was given to another process since
        process.communicate("\n")
    assert not is_running(session)
    assert is_running("another-machine 17 4711 abc")
    assert not is_running("")


def test_a_program_that_was_killed_and_that_nobody_asked_about_runs_no_more():
    script = "from annotations.sessions import new_session; print(new_session(), flush=True); input()"
    program = subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    session = program.stdout.readline().strip()
    assert is_running(session)
    program.kill()
    os.waitid(os.P_PID, program.pid, os.WEXITED | os.WNOWAIT)  # it has ended, and still has its number
    try:
        assert is_alive(program.pid)
        assert not is_running(session)
    finally:
        program.communicate()


def test_what_was_prepared_is_undone_as_if_it_had_not_been(path):
    with opened(path) as store:
        store.add(ARTICLE, [span("The dam is sound,")], "quote")
    with opened(path) as store:
        store.prepare()
        store.add(ARTICLE, [span("but it is old.")], "claim")
        assert store.undo()
        assert store.undo()
        assert store.annotations() == []
        assert store.redo()
        assert [annotation.tag for annotation in store.annotations()] == ["quote"]
