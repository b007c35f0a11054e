"""From the store to the exchange: filters, order, moved articles, and what the export must not overwrite."""

import json
from dataclasses import replace

import pytest
from exchange_samples import annotation, invented, orphan, sample

from annotations.formats import Filters, UsageError, export, prepare
from annotations.formats.units import UTF_16
from annotations.store import open_store
from annotations.tags import Tag


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "annotations.json", annotator="me") as opened:
        article = invented()
        early, late = "2026-01-01T10:00:00.5Z", "2026-06-01T10:00:00Z"
        opened.merge(
            a.to_document()
            for a in [
                annotation(5, article, ["three winters"], "claim", created=early, updated=early),
                annotation(4, article, ["three winters"], "quote", annotator="bob", created=early, updated=late),
                annotation(3, article, [(0, 7)], "claim", created="", updated="soon"),
                orphan(2, article),
                annotation(1, sample()[0], [(0, 10)], "quote"),
            ]
        )
        yield opened


def numbers(exchange):
    return [int(a.id.replace("-", ""), 16) for a in exchange.annotations]


def test_the_order_is_article_first_start_id(store):
    assert numbers(prepare(store, [invented(), *sample()])) == [1, 3, 2, 4, 5]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"tag": "quote"}, [1, 4]),
        ({"annotator": "bob"}, [4]),
        ({"article": "uk/invented.txt"}, [3, 2, 4, 5]),
        ({"article": "Harbour bridge reopens"}, [3, 2, 4, 5]),
        ({"article": "nothing"}, []),
        ({"since": "2026-06-01"}, [4]),
        ({"since": "2026-01-01T10:00:00Z"}, [1, 2, 4, 5]),
        ({"since": "2026-01-01T10:00:01+00:00"}, [1, 2, 4]),
        ({"since": "2026-01-01T12:00:00+02:00"}, [1, 2, 4, 5]),
        ({"tag": "claim", "annotator": "ann", "since": "2025-01-01"}, [2, 5]),
    ],
)
def test_filters(filters, found, store):
    assert numbers(prepare(store, [invented(), *sample()], filters=Filters(**filters))) == found


def test_no_time_and_no_unit_are_wrong_usage(store):
    with pytest.raises(UsageError, match="no day"):
        prepare(store, [], filters=Filters(since="yesterday"))
    with pytest.raises(UsageError, match="utf8"):
        prepare(store, [], "utf8")


def test_an_edited_article_is_shown_and_not_saved(store):
    edited = replace(invented(), text="New: " + invented().text)
    exchange = prepare(store, [edited], "utf16")
    assert exchange.unit == UTF_16
    before = [a.spans[0].start for a in store.annotations("uk/invented.txt")]
    assert [a.spans[0].start for a in exchange.placed["uk/invented.txt"]] == [5, before[-1] + 5, before[-1] + 5]
    assert {a.state for a in store.annotations("uk/invented.txt")} == {"anchored", "orphaned"}
    assert [a.spans[0].start for a in store.annotations("uk/invented.txt")] == before


def test_the_code_book_is_that_of_store_and_configuration_and_what_is_used(store):
    store.add_tag(Tag("rumour", "4", "R"))
    store.add(invented(), [(0, 7)], "unheard of")
    mine = [Tag("claim", "9", "X"), Tag("mood")]
    tags = prepare(store, [invented()], configured=mine).tags
    assert [tag.name for tag in tags] == ["claim", "quote", "boilerplate", "rumour", "mood", "unheard of"]
    assert tags[0] == mine[0]


def test_a_renamed_article_is_known_by_its_text(store):
    exchange = prepare(store, [replace(invented(), id="renamed.txt")])
    assert {a.article for a in exchange.annotations if a.state == "anchored"} == {"renamed.txt", sample()[0].id}


def test_an_article_that_is_gone_is_told_as_the_store_recorded_it(store, tmp_path):
    first = replace(sample()[0], path=tmp_path / "first.txt")
    store.record_articles([first], tmp_path)
    store.add(first, [(20, 30)], "claim")
    exported = json.loads(export(store, [invented()]))
    assert [a["article"] for a in exported["annotations"]][:2] == [first.id] * 2
    (gone,) = [entry for entry in exported["articles"] if entry["article"] == first.id]
    assert (gone["path"], gone["sha256"]) == ("first.txt", first.sha256)


@pytest.mark.parametrize(
    "name", ["annotations.json", "annotations.json.journal", "annotations.json.lock", "annotations.json.bak"]
)
def test_the_store_and_what_belongs_to_it_are_never_overwritten(name, store, tmp_path):
    with pytest.raises(UsageError, match="input"):
        export(store, [invented()], output=tmp_path / name, force=True)


def test_wrong_usage_of_the_library(store, tmp_path):
    for wrong in ({"format": "xml"}, {"format": "store"}, {"format": "brat"}, {"format": "w3c", "offsets": "utf16"}):
        with pytest.raises(UsageError):
            export(store, [], **wrong)
    assert export(store, [invented()], "brat", output=tmp_path / "b") == str(tmp_path / "b")
    assert sorted(p.name for p in (tmp_path / "b").iterdir()) == [
        "annotation.conf",
        "uk_invented.ann",
        "uk_invented.txt",
        "visual.conf",
    ]
