"""Rows 26 to 32 and 38 of the table of faults: what is refused, what is read-only, what stays as it is."""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from annotations.health import check_store
from annotations.store import ReadOnlyError, StoreError
from tests.annotations.samples import ARTICLE, edited, filled, ids, opened, plain

MANIFEST = json.dumps({"name": "app", "version": "1.0.0", "dependencies": {"left-pad": "^1.0.0"}}).encode()


def names_in(folder):
    return sorted(file.name for file in folder.iterdir())


FOREIGN = {
    "manifest": MANIFEST,
    "objects": b'{"dependencies": {"1": {"x": 1}}}',
    "tinydb of others": b'{"_default": {"1": {"name": "Ann"}}}',
    "list": b"[1, 2]",
    "string": b'"annotations"',
    "number": b"17",
    "null": b"null",
    "nan": b'{"annotations": {"1": {"note": NaN}}}',
    "byte-order mark": b"\xef\xbb\xbf{}",
    "utf-16": '{"annotations": {}}'.encode("utf-16"),
    "html": b"<!DOCTYPE html><html><body>404</body></html>",
    "binary": bytes(range(256)) * 4,
    "nested": b"[" * 200_000 + b"]" * 200_000,
    "nested objects": b'{"a":' * 200_000,
    "long number": b'{"annotations": ' + b"9" * 6000 + b"}",
    "half a store": b'{"annotations": {"1": {"id": "x", "artic',
    "annotations of another kind": b'{"annotations": {"1": {"text": "hello"}}}',
}


@pytest.mark.parametrize("name", FOREIGN)
@pytest.mark.parametrize("read_only", [False, True])
def test_what_is_no_store_is_refused_in_one_line_and_left_as_it_is(tmp_path, name, read_only):
    path = tmp_path / "annotations.json"
    path.write_bytes(FOREIGN[name])
    begun = time.monotonic()
    with pytest.raises(StoreError) as refusal:
        opened(path, read_only=read_only)
    assert time.monotonic() - begun < 2
    message = str(refusal.value)
    assert str(path) in message
    assert "\n" not in message
    assert len(message) < 500
    assert path.read_bytes() == FOREIGN[name]
    assert names_in(tmp_path) == ["annotations.json"]


@pytest.mark.parametrize("content", [b"", b"\n ", b"{}", b'{"_default": {}}'])
def test_an_empty_file_is_a_new_store(tmp_path, content):
    path = tmp_path / "annotations.json"
    path.write_bytes(content)
    with opened(path) as store:
        assert store.annotations() == []
        assert path.read_bytes() == content
        note = store.add(ARTICLE, [(0, 9)], "claim")
    assert set(plain(path)) == {note.id}


def test_every_cut_of_a_store_is_refused_or_tells_what_is_missing(tmp_path):
    path = tmp_path / "annotations.json"
    filled(path, 3)
    whole = path.read_bytes()
    for length in range(1, len(whole) - 1, 7):
        path.write_bytes(whole[:length])
        with pytest.raises(StoreError, match="bak"):
            opened(path)
        assert path.read_bytes() == whole[:length]


@pytest.mark.parametrize("stride", [3, pytest.param(1, marks=pytest.mark.long)])
def test_a_flipped_byte_in_the_file_is_refused_or_told(tmp_path, stride):
    path = tmp_path / "annotations.json"
    filled(path, 2)
    whole = path.read_bytes()
    with opened(path, read_only=True) as store:
        right = [annotation.to_document() for annotation in store.annotations()]
    for place in range(0, len(whole) - 1, stride):
        raw = bytearray(whole)
        raw[place] ^= 1 << place % 8
        path.write_bytes(raw)
        try:
            store = opened(path, read_only=True)
        except StoreError:
            continue
        with store:
            same = [annotation.to_document() for annotation in store.annotations()] == right
            assert same or store.messages, (place, bytes(raw[place - 20 : place + 20]))


def test_opening_a_missing_store_writes_nothing(tmp_path):
    with opened(tmp_path / "annotations.json") as store:
        assert not store.read_only
        assert store.state == "saved"
        store.record_articles([ARTICLE])
        store.refresh()
        assert store.undo() is None
    assert names_in(tmp_path) == []


def test_opening_and_closing_a_store_changes_nothing(tmp_path):
    path = tmp_path / "annotations.json"
    filled(path, 3)
    before = path.read_bytes(), path.stat().st_mtime_ns, names_in(tmp_path)
    with opened(path) as store:
        assert len(store.annotations()) == 3
        assert store.messages == []
    assert (path.read_bytes(), path.stat().st_mtime_ns, names_in(tmp_path)) == before


def newer(data):
    data["_meta"]["1"]["schema"] = 99


def test_a_newer_schema_is_read_only(tmp_path):
    path = tmp_path / "annotations.json"
    names = filled(path, 2)
    edited(path, newer)
    before = path.read_bytes()
    with opened(path) as store:
        assert store.read_only
        assert "newer" in store.reason
        assert ids(store) == set(names)
        with pytest.raises(ReadOnlyError, match="newer"):
            store.add(ARTICLE, [(0, 5)], "claim")
        with pytest.raises(StoreError):
            store.undo()
    assert path.read_bytes() == before


def test_a_file_made_with_plain_tinydb_is_upgraded_with_a_backup(tmp_path):
    path = tmp_path / "annotations.json"
    names = filled(path, 3)
    documents = list(plain(path).values())
    path.unlink()
    (tmp_path / "annotations.json.bak").unlink()
    path.write_text(json.dumps({"annotations": {str(at): doc for at, doc in enumerate(documents, 1)}}))
    before = path.read_bytes()
    with opened(path) as store:
        assert ids(store) == set(names)
    assert (tmp_path / "annotations.json.v0.bak").read_bytes() == before
    upgraded = path.read_bytes()
    with opened(path) as store:
        assert ids(store) == set(names)
    assert path.read_bytes() == upgraded
    assert set(plain(path)) == set(names)


def test_places_that_cannot_be_a_store(tmp_path):
    fifo = tmp_path / "pipe.json"
    os.mkfifo(fifo)
    loop = tmp_path / "loop.json"
    loop.symlink_to(loop)
    for place in (tmp_path, fifo, loop, tmp_path / "no" / "store.json", tmp_path / ("x" * 300), Path("/dev/zero")):
        with pytest.raises(StoreError) as refusal:
            opened(place)
        assert "\n" not in str(refusal.value)
    assert not (tmp_path / "no").exists()


@pytest.mark.parametrize("mode", ["file", "folder"])
def test_what_nobody_may_write_is_read_only_for_root_too(tmp_path, mode):
    folder = tmp_path / "shelf"
    folder.mkdir()
    path = folder / "annotations.json"
    names = filled(path, 2)
    (folder / "annotations.json.lock").unlink()
    place = path if mode == "file" else folder
    place.chmod(0o444 if mode == "file" else 0o555)
    before = path.read_bytes(), names_in(folder)
    try:
        with opened(path) as store:
            assert store.read_only
            assert str(place) in store.reason
            assert ids(store) == set(names)
            with pytest.raises(ReadOnlyError, match="writable"):
                store.remove(names[0])
        assert (path.read_bytes(), names_in(folder)) == before
    finally:
        place.chmod(0o755)


AS_NOBODY = """
import os, sys
from annotations import opening, storage
from annotations.store import open_store
if os.getuid() == 0:
    os.setgid(65534); os.setuid(65534)
store = open_store(sys.argv[1], annotator="n")
print(store.read_only, store.reason, len(store.annotations()))
"""


@pytest.mark.parametrize("mode", ["file", "folder", "missing"])
def test_what_others_own_is_read_only_without_their_rights(mode):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "annotations.json"
        if mode != "missing":
            filled(path, 2)
            path.chmod(0o444 if mode == "file" else 0o644)
        folder.chmod(0o777 if mode == "file" else 0o555)
        result = subprocess.run([sys.executable, "-c", AS_NOBODY, path], capture_output=True, text=True, timeout=30)
        folder.chmod(0o755)
    assert result.stdout.startswith("True "), result.stderr
    assert "not writable" in result.stdout
    assert result.stdout.strip().endswith("0" if mode == "missing" else "2")


def test_a_symbolic_link_stays_one_and_its_target_is_changed(tmp_path):
    real = tmp_path / "real folder"
    real.mkdir()
    link = tmp_path / "link.json"
    link.symlink_to(real / "annotations.json")
    names = filled(link, 2)
    assert link.is_symlink()
    assert set(plain(real / "annotations.json")) == set(names)
    assert names_in(tmp_path) == ["link.json", "real folder"]
    with opened(real / "annotations.json") as store:
        assert ids(store) == set(names)


def test_a_relative_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = filled(Path("my notes.json"), 1)
    assert set(plain(tmp_path / "my notes.json")) == set(names)


def test_mode_and_owner_are_kept(tmp_path):
    path = tmp_path / "annotations.json"
    filled(path, 1)
    path.chmod(0o640)
    os.chown(path, os.getuid(), os.getgid())
    filled(path, 2)
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_refused_store_is_put_together_beside(tmp_path):
    path = tmp_path / "annotations.json"
    names = filled(path, 3)
    broken = path.read_bytes()[:-30]
    path.write_bytes(broken)
    health = check_store(path, repair=True)
    assert health.refused
    assert path.read_bytes() == broken
    assert set(plain(Path(health.repaired))) == set(names)
    with opened(Path(health.repaired)) as store:
        assert ids(store) == set(names)
        assert store.messages == []


@pytest.mark.parametrize("ending", [".journal", ".lock"])
@pytest.mark.parametrize("kind", ["folder", "pipe", "link"])
def test_what_lies_in_the_way_beside_is_named(tmp_path, ending, kind):
    path = tmp_path / "annotations.json"
    filled(path, 1)
    place = tmp_path / f"annotations.json{ending}"
    place.unlink(missing_ok=True)
    {"folder": place.mkdir, "pipe": lambda: os.mkfifo(place), "link": lambda: place.symlink_to("/dev/zero")}[kind]()
    with pytest.raises(StoreError, match="in the way") as refusal:
        opened(path)
    assert place.name in str(refusal.value)


def test_what_lies_beside_has_mode_and_owner_of_the_store(tmp_path, monkeypatch):
    monkeypatch.setattr("annotations.keeper.Keeper.wake", lambda self: None)
    path = tmp_path / "annotations.json"
    filled(path, 1)
    path.chmod(0o600)
    if os.getuid() == 0:
        os.chown(path, 65534, 65534)
    (tmp_path / "annotations.json.lock").unlink()
    owner = path.stat().st_uid
    with opened(path) as store:
        store.add(ARTICLE, [(0, 4)], "claim")
        modes = {file.name: (file.stat().st_mode & 0o777, file.stat().st_uid) for file in tmp_path.iterdir()}
    assert modes["annotations.json.journal"] == modes["annotations.json.lock"] == (0o600, owner)
    modes = {file.name: (file.stat().st_mode & 0o777, file.stat().st_uid) for file in tmp_path.iterdir()}
    assert modes["annotations.json"] == (0o600, owner)
    assert modes["annotations.json.bak"][0] == 0o600
