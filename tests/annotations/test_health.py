import json

import pytest

from annotations.health import check_store
from annotations.store import StoreError
from annotations.tags import Tag
from articles.article import Article
from tests.annotations.samples import ARTICLE, OTHER, TEXT, edited, filled, ids, opened, plain, span


@pytest.fixture
def path(tmp_path):
    return tmp_path / "annotations.json"


def test_counts(path):
    with opened(path) as store:
        store.record_articles([ARTICLE, OTHER])
        store.add(ARTICLE, [(0, 4)], "claim")
        store.add(ARTICLE, [(0, 4)], "quote")
        store.add(OTHER, [(0, 4)], "quote")
        store.add_tag(Tag("rumour"))
        store.reject("k")
    health = check_store(path)
    assert (health.annotations, health.states) == (3, {"anchored": 3})
    assert health.by_tag == {"claim": 1, "quote": 2}
    assert health.by_article == {"river/one.txt": 2, "river/two.txt": 1}
    assert (health.articles, health.tags, health.rejected, health.changes) == (2, 1, 1, 5)
    assert health.good
    assert json.loads(json.dumps(health.to_document()))["annotations"] == 3


def test_moved_and_orphaned_are_listed_with_both_texts_and_saved(path):
    with opened(path) as store:
        moved = store.add(ARTICLE, [span("The dam is sound,")], "quote")
        gone = store.add(ARTICLE, [span("a baker")], "claim")
        stays = store.add(ARTICLE, [span("The river rose again on Monday")], "claim")
    new = Article(
        ARTICLE.id, TEXT.replace("dam is sound", "dam is quite sound").split("« Pers")[0] + TEXT[TEXT.index("“The") :]
    )
    new = Article(ARTICLE.id, new.text.replace("The dam is sound", "The dam is quite sound"))
    health = check_store(path, [new])
    assert not health.good
    assert health.looked_for == 3
    assert [(row["id"], row["old"], row["new"]) for row in health.moved] == [
        (moved.id, "The dam is sound,", "The dam is quite sound,")
    ]
    assert [(row["id"], row["old"], row["new"]) for row in health.orphaned] == [(gone.id, "a baker", "")]
    again = check_store(path)
    assert again.states == {"moved": 1, "orphaned": 1, "anchored": 1}
    assert (again.moved, again.orphaned) == (health.moved, health.orphaned)
    with opened(path) as store:
        assert store.get(stays.id).state == "anchored"


def test_fold_while_another_program_has_it_open(path, monkeypatch):
    monkeypatch.setattr("annotations.keeper.Keeper.wake", lambda self: None)
    filled(path, 1)
    with opened(path) as store:
        made = [store.add(ARTICLE, [(at, at + 3)], "claim").id for at in range(4)]
        assert not set(made) & set(plain(path))
        assert check_store(path, fold=True).folded == 4
        assert set(made) < set(plain(path))
        more = store.add(ARTICLE, [(9, 12)], "claim").id
        assert not store.messages
    assert {*made, more} < set(plain(path))


def test_a_missing_store_is_an_empty_one(path):
    assert check_store(path).annotations == 0
    assert not path.exists()


def test_repair_with_nothing_to_do(path):
    filled(path, 2)
    before = path.read_bytes()
    assert check_store(path, repair=True).repaired == ""
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*repaired*"))


@pytest.mark.parametrize("copy", [True, False])
def test_repair_of_a_damaged_file_with_and_without_its_copy(path, copy):
    names = filled(path, 4)
    raw = path.read_bytes()
    lines = raw.split(b"\n")
    lines[2] = lines[2][:50] + b"\x00\xff" + lines[2][52:]
    path.write_bytes(b"\n".join(lines))
    if not copy:
        path.with_name("annotations.json.bak").unlink()
    with pytest.raises(StoreError, match="damaged"):
        check_store(path)
    health = check_store(path, repair=True)
    assert health.refused
    assert not health.good
    found = set(plain(path.parent / health.repaired))
    assert found == (set(names) if copy else set(names) - {names[1]})
    assert path.read_bytes() == b"\n".join(lines)


def test_nothing_left_to_repair(path):
    path.write_bytes(b"\x00" * 500)
    with pytest.raises(StoreError, match="backup"):
        check_store(path, repair=True)
    assert path.read_bytes() == b"\x00" * 500


def test_repair_brings_back_nothing_that_was_removed(path):
    names = filled(path, 3)
    with opened(path) as store:
        store.remove(names[0])
        store.undo()
        store.remove(names[1])
    edited(path, lambda data: data["annotations"].popitem())
    health = check_store(path, repair=True)
    assert health.repaired
    with opened(path.parent / health.repaired) as store:
        assert names[1] not in ids(store)
        assert names[0] in ids(store)
