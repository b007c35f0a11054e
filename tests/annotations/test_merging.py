import pytest

from annotations.tags import Tag
from tests.annotations.samples import ARTICLE, ids, opened, plain


@pytest.fixture
def path(tmp_path):
    return tmp_path / "annotations.json"


@pytest.fixture
def documents(tmp_path):
    """Three annotations of somebody else's store, as an export has them."""
    path = tmp_path / "theirs.json"
    with opened(path, "bob") as store:
        for at in range(3):
            store.add(ARTICLE, [(at, at + 9)], "claim", note=f"note {at}")
        return [annotation.to_document() | {"rating": 5} for annotation in store.annotations()]


def nameless(document, **more):
    return {key: value for key, value in document.items() if key not in ("id", "created", "updated")} | more


def test_importing_twice_adds_nothing(path, documents):
    with opened(path) as store:
        report = store.merge(documents, [Tag("rumour")])
        assert report.added == [document["id"] for document in documents]
        before = store.version, store.annotations(), store.tags()
        again = store.merge(documents, [Tag("rumour", "9")])
        assert (again.added, again.changed) == ([], [])
        assert again.known == report.added
        assert (store.annotations(), store.tags()) == before[1:]
        assert store.undo() == "import"
        assert store.annotations() == []
        assert "rumour" not in [tag.name for tag in store.tags()]
        assert store.redo() == "import"
        assert store.annotations() == before[1]
    assert all(document["rating"] == 5 for document in plain(path).values())


def test_without_ids_too(path, documents):
    with opened(path) as store:
        added = store.merge(map(nameless, documents)).added
        assert len(added) == len(set(added)) == 3
        assert sorted(store.merge(map(nameless, documents)).known) == sorted(added)
        other = store.merge([nameless(documents[0], annotator="carol"), nameless(documents[0], tag="quote")])
        assert len(other.added) == 2
        assert store.get(added[0]).created


def test_the_newest_wins_and_the_other_is_in_the_history(path, documents):
    with opened(path) as store:
        store.merge(documents)
        name = documents[0]["id"]
        older = store.merge([documents[0] | {"note": "older", "updated": "2001-01-01T00:00:00Z"}])
        assert older.known == [name]
        newer = store.merge([documents[0] | {"note": "newer", "updated": "2999-01-01T00:00:00Z"}])
        assert newer.changed == [name]
        assert store.get(name).note == "newer"
        store.undo()
        assert store.get(name).note == "note 0"
        assert store.get(name).extra["rating"] == 5


def test_what_was_removed_here_stays_removed(path, documents):
    with opened(path) as store:
        store.merge(documents)
        store.remove(documents[1]["id"])
    with opened(path, "carol") as store:
        report = store.merge(documents)
        assert report.removed_here == [documents[1]["id"]]
        report = store.merge([nameless(documents[1])])
        assert (report.added, len(report.removed_here)) == ([], 1)
        assert ids(store) == {documents[0]["id"], documents[2]["id"]}


def test_an_import_that_was_undone_may_come_again(path, documents):
    with opened(path) as store:
        store.merge(documents)
        store.undo()
        assert len(store.merge(documents).added) == 3


def test_what_is_no_annotation_is_refused_and_named(path, documents):
    wrong = [
        {},
        {"id": "x"},
        documents[0] | {"spans": []},
        documents[0] | {"spans": [{"start": 5, "end": 2, "exact": ""}]},
    ]
    with opened(path) as store:
        report = store.merge([*wrong, documents[1] | {"state": "lost"}, documents[2]])
        assert len(report.refused) == 5
        assert report.added == [documents[2]["id"]]


def test_one_import_is_one_line_of_the_journal(path, documents, monkeypatch):
    monkeypatch.setattr("annotations.keeper.Keeper.wake", lambda self: None)
    with opened(path) as store:
        store.add(ARTICLE, [(0, 3)], "claim")
        store.merge(documents)
        log = path.with_name("annotations.json.journal").read_bytes()
        assert log.count(b"\n") == 2
