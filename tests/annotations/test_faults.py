"""Rows 33, 35 and 37 of the table of faults: full disks, torn and damaged journals, files that others touch."""

import errno
import json
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tinydb import TinyDB

from annotations import basefile, journal, journalfile
from annotations.health import check_store
from annotations.keeper import Keeper
from annotations.sessions import end_session
from annotations.store import StoreError, UnsavedError
from annotations.tables import Change
from annotations.tags import Tag
from tests.annotations.samples import ARTICLE, OTHER, edited, filled, ids, opened, plain


@pytest.fixture(autouse=True)
def quiet(monkeypatch):
    """No keeper: what happens, happens when the test says so."""
    monkeypatch.setattr(Keeper, "wake", lambda self: None)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "annotations.json"


def killed(store):
    """Leave a store as kill -9 does."""
    store._storage.disk.journal.close()
    end_session(store._history.session)


def left_by_kill(path, number):
    """Make a store with a base and a journal of changes; return ids by the number of journal lines that are there."""
    names = filled(path, 2)
    store = opened(path)
    steps = [set(names)]
    for at in range(number):
        steps.append(steps[-1] | {store.add(ARTICLE, [(at, at + 3)], "quote").id})
    killed(store)
    return steps


def test_a_killed_program_loses_nothing(path):
    steps = left_by_kill(path, 5)
    assert set(plain(path)) == steps[0]
    with opened(path) as store:
        assert ids(store) == steps[-1]
        assert store.messages == ["newsreader was ended abruptly: 5 changes were recovered"]
    assert set(plain(path)) == steps[-1]
    assert not path.with_name("annotations.json.journal").exists()


@pytest.mark.parametrize("stride", [11, pytest.param(1, marks=pytest.mark.long)])
def test_a_journal_torn_at_many_lengths(path, monkeypatch, stride):
    steps = left_by_kill(path, 3)
    base, log = path.read_bytes(), path.with_name("annotations.json.journal")
    raw = log.read_bytes()
    ends = [at + 1 for at in range(len(raw)) if raw[at : at + 1] == b"\n"]
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)
    for length in sorted(
        {*range(0, len(raw), stride), *(end + more for end in ends for more in (-2, -1, 0, 1))} - {len(raw) + 1}
    ):
        path.write_bytes(base)
        log.write_bytes(raw[:length])
        with opened(path) as store:
            whole = max(0, sum(end <= length + 1 for end in ends) - 1)  # a line end alone may be missing
            assert ids(store) == steps[whole], length
            note = store.add(OTHER, [(0, 7)], "claim")
        assert set(plain(path)) == steps[whole] | {note.id}


@pytest.mark.parametrize("stride", [5, pytest.param(1, marks=pytest.mark.long)])
def test_a_flipped_byte_anywhere_in_the_journal(path, monkeypatch, stride):
    steps = left_by_kill(path, 2)
    base, log = path.read_bytes(), path.with_name("annotations.json.journal")
    raw = log.read_bytes()
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)
    for place in {*range(0, len(raw), stride), *(at for at in range(len(raw)) if raw[at : at + 1] == b"\n")}:
        broken = bytearray(raw)
        broken[place] ^= 1 << place % 8
        path.write_bytes(base)
        log.write_bytes(broken)
        with opened(path) as store:
            assert ids(store) == steps[-1], place
            assert store.messages or place == len(raw) - 1
        assert set(plain(path)) == steps[-1]


def test_damage_in_the_middle_is_told_and_the_journal_is_kept(path):
    steps = left_by_kill(path, 3)
    log = path.with_name("annotations.json.journal")
    lines = log.read_bytes().split(b"\n")
    lines[2] = lines[2][:40] + b"?????" + lines[2][45:]
    log.write_bytes(b"\n".join(lines))
    before = log.read_bytes()
    with opened(path) as store:
        assert ids(store) == steps[-1] - (steps[2] - steps[1])
        (message,) = [message for message in store.messages if "damaged" in message]
    (kept,) = path.parent.glob("*.journal.damaged-*")
    assert kept.name in message
    assert kept.read_bytes() == before
    assert check_store(path).set_aside == [kept.name]


@pytest.mark.parametrize("lost", [lambda path: path.write_bytes(b""), lambda path: path.unlink()])
def test_the_good_copy_of_a_store_that_was_emptied_is_told_and_never_written_over(path, lost):
    names = filled(path, 3)
    copy = path.with_name("annotations.json.bak")
    good = copy.read_bytes()
    lost(path)
    with opened(path) as store:
        assert not ids(store)
        (message,) = store.messages
        assert copy.name in message
        assert "--repair" in message
        store.add(ARTICLE, [(0, 3)], "quote")
    (kept,) = path.parent.glob("annotations.json.bak-*")
    assert kept.read_bytes() == good
    assert check_store(path).set_aside == [kept.name]
    assert set(names) < set(plain(Path(check_store(path, repair=True).repaired)))


def test_a_store_that_was_emptied_is_something_to_look_at(path):
    names = filled(path, 3)
    path.write_bytes(b"")
    health = check_store(path, repair=True)
    assert not health.good
    assert set(plain(Path(health.repaired))) == set(names)
    assert path.read_bytes() == b""


def test_a_journal_of_another_generation_is_set_aside_and_can_be_put_together(path):
    steps = left_by_kill(path, 2)
    log = path.with_name("annotations.json.journal")
    raw = log.read_bytes()
    for gone in (path, log, path.with_name("annotations.json.bak")):
        gone.unlink()
    others = filled(path, 1)
    log.write_bytes(raw)
    with opened(path) as store:
        assert ids(store) == set(others)
        assert "set aside" in store.messages[0]
    (orphan,) = path.parent.glob("*.journal.orphan-*")
    assert orphan.read_bytes() == raw
    health = check_store(path, repair=True)
    assert set(plain(Path(health.repaired))) == set(others) | (steps[-1] - steps[0])
    assert set(plain(path)) == set(others)


def test_a_program_that_died_between_file_and_journal(path):
    """The file is new, the journal still that of the generation before."""
    steps = left_by_kill(path, 3)
    log = path.with_name("annotations.json.journal")
    old = log.read_bytes()
    with opened(path):
        pass
    log.write_bytes(old)
    with opened(path) as store:
        assert ids(store) == steps[-1]
        assert store.undo()
        assert ids(store) == steps[-2]


class Died(BaseException):
    """Stands for kill -9: nothing catches it."""


@pytest.mark.parametrize("step", range(13))
def test_death_between_any_two_steps_of_a_checkpoint(path, step, monkeypatch):
    """Every call that changes the disk is counted; the program dies before the one with the number `step`."""
    steps = left_by_kill(path, 3)
    store = opened(path)
    calls = iter(range(1000))

    def dying(real):
        def call(*arguments, **options):
            if next(calls) == step:
                raise Died
            return real(*arguments, **options)

        return call

    with monkeypatch.context() as patch:
        for module, name in (
            (basefile.os, "fsync"),
            (basefile.os, "open"),
            (basefile.shutil, "copyfile"),
            (Path, "replace"),
            (Path, "unlink"),
            (journalfile.os, "fdatasync"),
        ):
            patch.setattr(module, name, dying(getattr(module, name)))
        patch.setattr(basefile.Replacement, "discard", lambda self: None)
        try:
            store.close()
        except Died:
            killed(store)
        done = next(calls)
    assert step < done  # each number is a step: none of these tests is for nothing
    assert path.exists()
    assert set(plain(path)) in (steps[0], steps[-1])
    with opened(path) as store:
        assert ids(store) == steps[-1]
        note = store.add(OTHER, [(0, 7)], "claim")
    assert set(plain(path)) == steps[-1] | {note.id}


def test_strays_of_dead_programs_are_removed(path):
    filled(path, 1)
    dead = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, text=True)
    stray = path.with_name(f"annotations.json.tmp-{dead.stdout.strip()}-abcd")
    alive = path.with_name(f"annotations.json.tmp-{os.getpid()}-abcd")
    stray.write_text("half")
    alive.write_text("half")
    with opened(path):
        pass
    assert not stray.exists()
    assert alive.exists()


@pytest.mark.parametrize("written", [0, 1, 50, 400])
def test_a_full_disk_keeps_what_is_new_in_memory(path, written, monkeypatch):
    names = set(filled(path, 2))
    store = opened(path, patient=True)
    names.add(store.add(ARTICLE, [(3, 8)], "claim").id)
    real = os.pwrite

    def full(descriptor, data, place):
        if data is full.last:
            return real(descriptor, data[:written], place)
        full.last = data
        if written and len(data) > written:
            real(descriptor, data[:written], place)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    full.last = None
    with monkeypatch.context() as patch:
        patch.setattr(journalfile.os, "pwrite", full)
        more = {store.add(ARTICLE, [(at, at + 4)], "quote").id for at in range(3)}
        assert store.state == "unsaved"
        assert "No space" in store.failure
        assert ids(store) == names | more
        with opened(path, read_only=True) as other:
            assert ids(other) == names
        with pytest.raises(UnsavedError, match="No space"):
            store.sync()
        with pytest.raises(UnsavedError):
            store.close()
    assert store.undo() == "tag quote"
    assert store.state != "unsaved"
    assert len(ids(store)) == len(names | more) - 1
    store.close()
    assert set(plain(path)) == ids(store)


@pytest.mark.parametrize("change", ["add", "update", "remove", "undo", "redo", "tag"])
def test_what_returns_is_in_the_file_and_what_the_disk_does_not_take_is_not_done(path, monkeypatch, change):
    filled(path, 2)
    with opened(path) as store:
        kept, gone = (store.add(ARTICLE, [(at, at + 5)], "quote") for at in (3, 8))
        store.remove(gone.id)
        store.add(ARTICLE, [(1, 4)], "claim")
        store.undo()
        before = store.annotations()
        changes = {
            "add": lambda: store.add(ARTICLE, [(4, 9)], "claim"),
            "update": lambda: store.update(kept.id, note="looked up"),
            "remove": lambda: store.remove(kept.id),
            "undo": store.undo,
            "redo": store.redo,
            "tag": lambda: store.add_tag(Tag("doubt")),
        }

        def full(*_):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        with monkeypatch.context() as patch:
            patch.setattr(journalfile.os, "pwrite", full)
            with pytest.raises(UnsavedError, match="No space"):
                changes[change]()
        assert store.annotations() == before
        assert store.state != "unsaved"
        with opened(path, read_only=True) as other:
            assert other.annotations() == before
        changes[change]()
        after = store.annotations()
        assert (after == before) == (change == "tag")
    with opened(path) as again:
        assert again.annotations() == after


def test_a_short_write_is_written_on(path, monkeypatch):
    filled(path, 1)
    real = os.pwrite
    monkeypatch.setattr(journalfile.os, "pwrite", lambda file, data, place: real(file, data[:10], place))
    store = opened(path)
    note = store.add(ARTICLE, [(3, 8)], "claim")
    killed(store)
    with opened(path, read_only=True) as again:
        assert note.id in ids(again)


LIMITED = """
import resource, signal, sys
from annotations.store import open_store, UnsavedError
from articles.article import Article
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
article = Article("a.txt", "the river rose again " * 50)
store = open_store(sys.argv[1], annotator="ann", patient=True)
for at in range(60):
    note = store.add(article, [(at, at + 5)], "claim")
    print(store.state == "unsaved", note.id)
try:
    store.close()
except UnsavedError as error:
    print("refused", error)
"""


def test_a_limit_of_the_file_size(path):
    result = subprocess.run([sys.executable, "-c", LIMITED, path], capture_output=True, text=True, timeout=60)
    assert result.stderr == ""
    *lines, last = result.stdout.splitlines()
    assert last.startswith("refused")
    assert "too large" in last
    saved = {line.split()[1] for line in lines if line.startswith("False")}
    assert 10 < len(saved) < 60
    with opened(path) as store:
        assert ids(store) == saved


def test_a_tiny_disk(tmp_path):
    """A real file system that is full (where one may be mounted): nothing saved is lost, space saves the rest."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("no file system may be mounted here")  # the tests above do the same with less
    try:
        ballast = disk / "ballast"
        ballast.write_bytes(bytes(100_000))
        path = disk / "annotations.json"
        with opened(path, patient=True) as store:
            while store.state != "unsaved":
                store.add(ARTICLE, [(0, 9)], "claim", note="x" * 500)
            number = len(ids(store))
            with opened(path, read_only=True) as other:
                assert len(ids(other)) == number - 1
            ballast.unlink()
            store.sync()
            assert store.state == "saved"
        with opened(path) as store:
            assert len(ids(store)) == number
    finally:
        subprocess.run(["umount", disk], check=True)


def test_the_store_is_deleted_while_open(path):
    names = set(filled(path, 2))
    with opened(path) as store:
        names.add(store.add(ARTICLE, [(3, 8)], "claim").id)
        path.unlink()
        names.add(store.add(ARTICLE, [(4, 8)], "claim").id)
        assert set(plain(path)) == names
    assert set(plain(path)) == names


def test_everything_is_deleted_while_open(path):
    names = set(filled(path, 2))
    with opened(path) as store:
        names.add(store.add(ARTICLE, [(3, 8)], "claim").id)
        for file in path.parent.iterdir():
            file.unlink()
    assert set(plain(path)) == names


def test_a_store_that_is_only_looked_at_is_not_made_again(path):
    filled(path, 2)
    with opened(path) as store:
        assert len(store.annotations()) == 2
        for file in path.parent.iterdir():
            file.unlink()
        store.refresh()
        assert len(store.annotations()) == 2
    assert not path.exists()


@pytest.mark.parametrize("ending", [".journal", ".lock", ".bak"])
def test_a_file_beside_is_deleted_while_open(path, ending):
    names = set(filled(path, 2))
    with opened(path) as store:
        names.add(store.add(ARTICLE, [(3, 8)], "claim").id)
        path.with_name("annotations.json" + ending).unlink()
        names.add(store.add(ARTICLE, [(4, 8)], "claim").id)
        killed(store)
        with opened(path) as other:
            assert ids(other) == names
    assert set(plain(path)) == names


def test_plain_tinydb_writes_while_open(path):
    names = set(filled(path, 2))
    with opened(path) as store:
        mine = store.add(ARTICLE, [(3, 8)], "claim").id
        with TinyDB(path) as database:
            table = database.table("annotations")
            document = dict(table.all()[0])
            table.insert(document | {"id": "theirs", "note": "from outside"})
            table.update({"note": "changed outside"}, doc_ids=[2])
        more = store.add(ARTICLE, [(4, 8)], "claim").id
        assert ids(store) == names | {mine, more, "theirs"}
        assert "outside" in store.messages[-1]
    documents = plain(path)
    assert set(documents) == names | {mine, more, "theirs"}
    assert "changed outside" in {document["note"] for document in documents.values()}


def test_another_store_takes_its_place_while_open(path, tmp_path):
    names = set(filled(path, 2))
    backup = tmp_path / "backup.json"
    shutil.copy(path, backup)
    with opened(path) as store:
        first = store.add(ARTICLE, [(3, 8)], "claim").id
        store.fold()
        backup.replace(path)
        second = store.add(ARTICLE, [(4, 8)], "claim").id
        assert ids(store) == names | {first, second}
    assert set(plain(path)) == names | {first, second}


@pytest.mark.parametrize("content", [b"{}garbage", b'{"name": "app", "version": "1"}', b"\x00" * 100])
def test_garbage_takes_its_place_while_open(path, content):
    names = set(filled(path, 2))
    with opened(path) as store:
        path.write_bytes(content)
        names.add(store.add(ARTICLE, [(4, 8)], "claim").id)
        assert set(plain(path)) == names
        (kept,) = path.parent.glob("annotations.json.damaged-*")
        assert kept.read_bytes() == content
        assert kept.name in store.messages[-1]
    assert set(plain(path)) == names


def test_a_newer_program_takes_it_over_while_open(path):
    filled(path, 2)
    store = opened(path)
    store.add(ARTICLE, [(4, 8)], "claim")
    store.fold()

    def newer(data):
        data["_meta"]["1"]["schema"] = 2

    edited(path, newer)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="newer"):
        store.add(ARTICLE, [(5, 8)], "claim")
    store.close()
    assert path.read_bytes() == before


def test_a_lock_file_that_a_dead_program_left_holds_nobody_up(path):
    path.with_name("annotations.json.lock").write_text("12345")
    with opened(path) as store:
        store.add(ARTICLE, [(4, 8)], "claim")
        assert store.state != "unsaved"


def test_a_lock_that_is_not_given_keeps_the_change_in_memory(path, monkeypatch):
    filled(path, 1)
    with opened(path, patient=True) as store, opened(path) as other:
        monkeypatch.setattr("annotations.storage.PATIENCE", 0.05)
        with other._storage._lock.held():
            store.add(ARTICLE, [(4, 8)], "claim")
            assert store.state == "unsaved"
            assert "held" in store.failure
            with pytest.raises(UnsavedError, match="end that process"):
                store.sync()
        store.sync()
        assert store.state == "saved"
        assert other.refresh()
        assert ids(other) == ids(store)


def test_documents_put_in_with_plain_tinydb_are_there(path):
    names = set(filled(path, 2))
    with TinyDB(path) as database:
        table = database.table("annotations")
        document = dict(table.all()[0])
        table.insert(document | {"id": "new one", "rating": 5})
        table.insert({name: value for name, value in document.items() if name != "id"})
        table.insert({"something": "else"})
        database.table("mine").insert({"id": "kept"})
    with opened(path) as store:
        assert len(ids(store)) == 4
        assert names | {"new one"} < ids(store)
        assert store.get("new one").extra["rating"] == 5
        nameless = ids(store) - names - {"new one"}
        assert any("outside" in message for message in store.messages)
        store.update("new one", note="looked at")
    with opened(path) as store:
        assert store.messages == []
        assert names | nameless | {"new one"} == ids(store)
        assert store.get("new one").extra["rating"] == 5
    health = check_store(path)
    assert health.changed_outside == sorted(nameless)
    assert len(health.no_annotations) == 1
    with TinyDB(path) as database:
        assert {"something": "else"} in database.table("annotations").all()
        assert database.table("mine").all() == [{"id": "kept"}]


def test_what_was_changed_and_removed_outside_is_kept_and_reported(path):
    first, second, third = filled(path, 3)
    with TinyDB(path) as database:
        database.table("annotations").update({"note": "theirs"}, doc_ids=[1])
        database.table("annotations").remove(doc_ids=[2])
    for _ in range(2):
        health = check_store(path)
        assert health.changed_outside == [first]
        assert health.removed_outside == [second]
    with opened(path) as store:
        assert store.get(first).note == "theirs"
        assert ids(store) == {first, third}
        assert store.undo() == "tag claim"  # the third; the others were touched by somebody else
        assert store.undo() == "tag claim (1 changed by others since: kept)"
        store.redo()
        store.redo()
        assert ids(store) == {first, third}
        store.update(first, note="mine")
    assert check_store(path).changed_outside == []


def test_lone_surrogates_and_odd_characters_survive(path):
    note = "\ud800 \x00 \x1b[31m 👩‍👩‍👧 \u202e [bold]"
    with opened(path) as store:
        made = store.add(ARTICLE, [(0, 5)], "claim", note=note)
        killed(store)
    with opened(path) as store:
        assert store.get(made.id).note == note
    path.read_text("ascii")
    assert plain(path)[made.id]["note"] == note


def test_a_journal_line_that_another_process_wrote_without_us(path):
    """A line of a document that has another id of TinyDB's here goes to the document of its key."""
    (name,) = filled(path, 1)
    store = opened(path)
    document = plain(path)[name]
    meta = store._storage.disk.meta
    lines = journal.line(meta.sequence + 1, [Change("annotations", 77, name, document | {"note": "theirs"})])
    lines += journal.line(meta.sequence + 2, [Change("annotations", 1, "other", document | {"id": "other"})])
    path.with_name("annotations.json.journal").write_bytes(journal.header(meta.generation, meta.sequence) + lines)
    assert store.refresh()
    assert store.get(name).note == "theirs"
    assert ids(store) == {name, "other"}
    store.close()
    rows = json.loads(path.read_bytes())["annotations"]
    assert len(rows) == 2


def test_memory_and_files_stay_within_reason():
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 4_000_000
