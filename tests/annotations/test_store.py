import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.annotation import joined
from annotations.store import ReadOnlyError, UnknownAnnotationError
from annotations.tags import BUILT_IN, Tag
from articles.article import Article
from articles.shelf import read_articles
from tests.annotations.samples import ARTICLE, OTHER, ids, opened, plain, span


@pytest.fixture
def path(tmp_path):
    return tmp_path / "annotations.json"


@pytest.fixture
def store(path):
    with opened(path) as store:
        yield store


def test_a_passage_is_kept_as_the_contract_has_it(store, path):
    start, end = span("“The dam is sound,”")
    made = store.add(ARTICLE, [(start, end)], "quote", note="check", speaker="the engineer", group="g1")
    store.close()
    (document,) = plain(path).values()
    assert document == {
        "id": made.id,
        "article": "river/one.txt",
        "sha256": ARTICLE.sha256,
        "tag": "quote",
        "spans": [
            {
                "start": start,
                "end": end,
                "exact": "“The dam is sound,”",
                "prefix": ARTICLE.text[start - 32 : start],
                "suffix": ARTICLE.text[end : end + 32],
            }
        ],
        "note": "check",
        "speaker": "the engineer",
        "group": "g1",
        "annotator": "ann",
        "created": made.created,
        "updated": made.created,
        "origin": "person",
        "state": "anchored",
    }
    assert made.created.endswith("Z")


def test_an_interrupted_quotation_is_one_annotation_of_several_spans(store):
    second, first = span("but it is old."), span("The dam is sound,")
    made = store.add(ARTICLE, [second, first], "quote")
    assert [piece.exact for piece in made.spans] == ["The dam is sound,", "but it is old."]
    assert store.annotations() == [made]


@pytest.mark.parametrize(
    "spans", [[], [(3, 3)], [(5, 2)], [(-1, 4)], [(0, len(ARTICLE.text) + 1)], [(0, 4), (9, 9)], [(10**9, 10**9 + 1)]]
)
def test_wrong_spans_are_refused_in_one_line(store, path, spans):
    with pytest.raises(ValueError, match=r"river/one\.txt: ") as refusal:
        store.add(ARTICLE, spans, "claim")
    assert "\n" not in str(refusal.value)
    assert store.annotations() == []
    assert not path.exists()


def test_annotations_come_by_article_start_and_id(store):
    places = [(OTHER, 9), (ARTICLE, 30), (ARTICLE, 4), (OTHER, 0), (ARTICLE, 4)]
    for article, start in places:
        store.annotations(article)  # so that the order is kept, not made
        store.add(article, [(start, start + 5)], "claim" if start else "quote", annotator="bob" if start == 9 else None)
    found = store.annotations()
    assert found == sorted(found, key=lambda one: (one.article, one.start, one.id))
    assert [one.start for one in store.annotations(OTHER)] == [0, 9]
    assert [one.start for one in store.annotations("river/one.txt")] == [4, 4, 30]
    assert [one.start for one in store.annotations(tag="quote")] == [0]
    assert [one.start for one in store.annotations(annotator="bob")] == [9]
    assert store.annotations("no such article") == []


def test_update_changes_what_is_named_and_nothing_else(store):
    made = store.add(ARTICLE, [(0, 9)], "claim", note="n", speaker="s", group="g")
    changed = store.update(made.id, tag="quote")
    assert (changed.tag, changed.note, changed.speaker, changed.group) == ("quote", "n", "s", "g")
    changed = store.update(made.id, speaker=None, group=None, note="", state="moved")
    assert (changed.tag, changed.note, changed.speaker, changed.group, changed.state) == (
        "quote",
        "",
        None,
        None,
        "moved",
    )
    assert store.get(made.id) == changed
    assert changed.created == made.created
    assert changed.updated > made.updated


@pytest.mark.parametrize("wrong", [{"note": None}, {"note": 5}, {"speaker": 5}, {"group": b"q1"}, {"origin": "cat"}])
def test_what_would_be_no_annotation_at_the_next_opening_is_not_saved(store, path, wrong):
    with pytest.raises(ValueError, match="no annotation"):
        store.add(ARTICLE, [span("The dam is sound,")], "quote", **wrong)
    made = store.add(ARTICLE, [span("The dam is sound,")], "quote")
    if wrong.keys() <= {"speaker", "group"}:
        with pytest.raises(ValueError, match="no annotation"):
            store.update(made.id, **wrong)
    store.close()
    with opened(path) as again:
        assert ids(again) == {made.id}


def test_an_offset_that_is_no_whole_number_is_not_rounded(store):
    with pytest.raises(TypeError):
        store.add(ARTICLE, [(1.5, 4)], "quote")
    assert store.annotations() == []


def test_update_of_spans(store, path):
    made = store.add(ARTICLE, [(0, 9)], "claim")
    assert store.update(made.id, spans=[(4, 9)]).spans[0].exact == ARTICLE.text[4:9]
    moved = store.update(made.id, spans=[(0, 7)], article=OTHER)
    assert (moved.article, moved.sha256, moved.spans[0].exact) == ("river/two.txt", OTHER.sha256, "Another")
    assert store.annotations(ARTICLE) == []
    assert store.annotations(OTHER) == [moved]
    with pytest.raises(ValueError, match="not within"):
        store.update(made.id, spans=[(7, 0)])
    store.close()
    with opened(path) as again:
        with pytest.raises(ValueError, match="name the article"):
            again.update(made.id, spans=[(0, 3)])
        again.record_articles([OTHER])
        assert again.update(made.id, spans=[(0, 3)]).spans[0].exact == "Ano"


@pytest.mark.parametrize(
    ("spans", "kept"),
    [
        ([(0, 9), (4, 12)], [(0, 12)]),
        ([(4, 9), (0, 4)], [(0, 9)]),
        ([(0, 20), (3, 5), (30, 31)], [(0, 20), (30, 31)]),
        ([(2, 5), (2, 5)], [(2, 5)]),
    ],
)
def test_spans_that_overlap_or_touch_are_one(store, spans, kept):
    made = store.add(ARTICLE, spans, "claim")
    assert [(piece.start, piece.end) for piece in made.spans] == kept
    assert all(piece.exact == ARTICLE.text[piece.start : piece.end] for piece in made.spans)
    changed = store.update(store.add(ARTICLE, [(40, 44)], "claim").id, spans=spans)
    assert changed.spans == made.spans


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)), min_size=1))
def test_joined_spans_take_in_the_same_characters(pieces):
    spans = [(start, start + length) for start, length in pieces]
    whole = joined(spans)
    assert {at for start, end in whole for at in range(start, end)} == {at for s, e in spans for at in range(s, e)}
    assert all(before[1] < after[0] for before, after in pairwise(whole))


def test_spans_are_changed_in_a_later_session_without_naming_the_article(tmp_path, path):
    file = tmp_path / "dam.txt"
    file.write_text("\ufeffThe dam is sound, they said.\r\n", encoding="utf-8")
    (article,) = read_articles([file]).articles
    with opened(path) as store:
        made = store.add(article, [(0, 3)], "claim")
    with opened(path) as again:
        assert again.update(made.id, spans=[(4, 7)]).spans[0].exact == "dam"
    file.write_text("The dam is not sound.", encoding="utf-8")
    with opened(path) as later, pytest.raises(ValueError, match=r"dam\.txt is not found as it was: name the article"):
        later.update(made.id, spans=[(0, 3)])


@pytest.mark.parametrize("deed", ["get", "remove", "update"])
def test_an_unknown_id_is_named(store, deed):
    with pytest.raises(UnknownAnnotationError, match="no annotation has the id 'nobody'"):
        getattr(store, deed)("nobody")
    with pytest.raises(KeyError):
        getattr(store, deed)("nobody")


def test_an_id_that_another_program_removed(store, path):
    made = store.add(ARTICLE, [(0, 9)], "claim")
    with opened(path, "bob") as other:
        other.remove(made.id)
    with pytest.raises(UnknownAnnotationError):
        store.update(made.id, note="late")
    assert store.annotations() == []


def test_the_version_grows_with_every_change_also_of_others(store, path):
    seen = [store.version]
    made = store.add(ARTICLE, [(0, 9)], "claim")
    seen.append(store.version)
    with opened(path, "bob") as other:
        other.update(made.id, note="bob was here")
        assert store.refresh()
        seen.append(store.version)
        assert store.get(made.id).note == "bob was here"
        assert not store.refresh()
    store.refresh()
    store.undo()
    seen.append(store.version)
    assert seen == sorted(set(seen))


def test_plain_tinydb_sees_everything_after_a_fold(store, path):
    made = [store.add(ARTICLE, [(at, at + 3)], "claim").id for at in range(3)]
    assert store.unfolded
    assert set(plain(path)) < set(made)
    assert store.fold() == 2
    assert store.unfolded == 0
    assert set(plain(path)) == set(made)
    store.undo()
    assert len(ids(store)) == 2


def test_two_quiet_seconds_fold_the_journal_in(path, monkeypatch):
    monkeypatch.setattr("annotations.keeper.QUIET", 0.05)
    monkeypatch.setattr("annotations.keeper.GATHER", 0.01)
    with opened(path) as store:
        made = {store.add(ARTICLE, [(at, at + 3)], "claim").id for at in range(3)}
        for _ in range(500):
            if set(plain(path)) == made and store.state == "saved":
                break
            store._storage._keeper._ended.wait(0.01)
        assert set(plain(path)) == made
        assert store.state == "saved"


def test_saving_then_saved(store, monkeypatch):
    monkeypatch.setattr("annotations.keeper.Keeper.wake", lambda self: None)
    store.add(ARTICLE, [(0, 3)], "claim")
    store.add(ARTICLE, [(0, 3)], "claim")
    assert store.state == "saving"
    store.sync()
    assert store.state == "saved"


def test_the_code_book_travels_with_the_file(store, path):
    assert store.tags() == list(BUILT_IN)
    rumour = Tag("rumour", "4", "R", "purple", "nobody knows")
    store.add_tag(rumour)
    assert store.tags() == [*BUILT_IN, rumour]
    store.undo()
    assert store.tags() == list(BUILT_IN)
    store.redo()
    store.close()
    with opened(path) as again:
        assert again.tags() == [*BUILT_IN, rumour]


def test_rejected_suggestions_are_remembered_and_undone(store, path):
    store.reject("key 1")
    store.reject("key 2")
    assert store.rejected() == {"key 1", "key 2"}
    store.undo()
    store.close()
    with opened(path) as again:
        assert again.rejected() == {"key 1"}


def test_further_tables(store, path):
    store.put("layout", "room", {"panes": 2})
    store.put("layout", "room", {"panes": 3, "zoom": None})
    store.put("layout", "other", {})
    store.put("layout", "other", None)
    store.put("layout", "never there", None)
    assert store.undo() is None
    assert store.documents("layout") == {"room": {"id": "room", "panes": 3, "zoom": None}}
    store.close()
    with opened(path) as again:
        assert again.documents("layout") == {"room": {"id": "room", "panes": 3, "zoom": None}}
        assert again.documents("nothing") == {}


def test_articles_are_recorded_with_the_next_change(store, path, tmp_path):
    near = type(ARTICLE)("near.txt", "Near by.", path=tmp_path / "near.txt", title="Near")
    store.record_articles([near, ARTICLE], tmp_path)
    assert not path.exists()
    store.add(near, [(0, 4)], "claim")
    store.close()
    with opened(path) as again:
        records = {record["id"]: record for record in again.recorded_articles()}
        assert records["near.txt"]["path"] == "near.txt"
        assert records["near.txt"]["sha256"] == near.sha256
        assert records["near.txt"]["length"] == 8
        assert records["river/one.txt"]["path"] == "/nowhere/river/one.txt"
        before = path.read_bytes()
        again.record_articles([near])
    assert path.read_bytes() == before


def test_a_record_that_changed_is_written_at_the_end(store, path, tmp_path):
    store.record_articles([ARTICLE])
    store.add(ARTICLE, [(0, 4)], "claim")
    store.record_articles([type(ARTICLE)("river/one.txt", "Shorter.", path=tmp_path / "one.txt")])
    store.close()
    with opened(path) as again:
        assert [record["length"] for record in again.recorded_articles()] == [8]


def test_read_only_by_choice(path):
    with opened(path) as store:
        made = store.add(ARTICLE, [(0, 4)], "claim")
    with opened(path, read_only=True) as looking, opened(path) as store:
        assert looking.read_only
        with pytest.raises(ReadOnlyError, match=r"annotations\.json: "):
            looking.remove(made.id)
        store.update(made.id, note="live")
        assert looking.refresh()
        assert looking.get(made.id).note == "live"
        assert looking.state == "saved"


def test_closing_twice_is_closing_once(path):
    store = opened(path)
    made = store.add(ARTICLE, [(0, 4)], "claim")
    store.close()
    store.close()
    assert set(plain(path)) == {made.id}


def test_tinydb_queries_on_an_open_store(store):
    from tinydb import where

    made = store.add(ARTICLE, [(0, 4)], "claim", note="find me")
    store.add(ARTICLE, [(5, 8)], "claim")
    table = store.db.table("annotations")
    assert [document["id"] for document in table.search(where("note") == "find me")] == [made.id]
    table.update({"note": "found"}, where("id") == made.id)
    assert store.get(made.id).note == "found"
    assert [one.note for one in store.annotations(ARTICLE)] == ["found", ""]


def test_importing_the_store_is_light():
    heavy = {"tinydb", "rapidfuzz", "numpy", "textual", "importlib.metadata"}
    code = f"import sys; from annotations.store import Store; print({heavy} & set(sys.modules))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "set()"


def test_an_article_that_is_annotated_is_recorded(store, tmp_path):
    path = tmp_path / "uk" / "ferry.txt"
    article = Article("uk/ferry.txt", "The ferry sails.", path=path)
    store.add(article, [(4, 9)], "claim")
    store.add(Article("nowhere", "No file has this."), [(0, 2)], "claim")
    assert [(record["id"], record["path"]) for record in store.recorded_articles()] == [
        ("uk/ferry.txt", "uk/ferry.txt")
    ]


@pytest.mark.parametrize("tag", ["", " \n", None, 5])
def test_a_tag_without_a_name_is_refused(store, tag):
    article = ARTICLE
    with pytest.raises(ValueError, match="no name of a tag"):
        store.add(article, [(0, 3)], tag)
    assert store.annotations() == []


def test_equal_texts_of_many_annotations_are_one_object(store, path):
    for words in ("The dam is sound,", "but it is old."):
        store.add(ARTICLE, [span(words)], "quote")
    store.close()
    with opened(path) as again:
        one, other = again.annotations()
        for name in ("article", "sha256", "tag", "annotator", "origin", "state"):
            assert getattr(one, name) is getattr(other, name)
        assert one.updated is one.created
        assert one.extra is other.extra


def test_a_store_that_is_only_read_says_why(path):
    with opened(path, read_only=True, reason="name a store with --db") as store:
        assert store.reason == "name a store with --db"
        with pytest.raises(ReadOnlyError, match="--db"):
            store.add(ARTICLE, [(0, 3)], "quote")
    with opened(path, read_only=True) as store:
        assert store.reason == "it was opened for reading only"
