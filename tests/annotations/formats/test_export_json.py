"""The project's own format: the contract's shape, its schema, both offset units."""

import json
from importlib.resources import files as resources
from pathlib import Path

import jsonschema
import pytest
from exchange_samples import annotation, exchange, hard, invented, orphan, story, written
from hypothesis import given
from hypothesis import strategies as st

import articles
from annotations.formats.json_ import schema
from annotations.formats.units import CODE_POINT, UTF_16, Units, likely_unit

ROOT = Path(articles.__file__).parent.parent
BOTH = pytest.mark.parametrize("unit", [CODE_POINT, UTF_16])
SAMPLES = pytest.mark.parametrize("made", [hard, story])


def slice_of(text: str, start: int, end: int, unit: str) -> str:
    if unit == CODE_POINT:
        return text[start:end]
    return text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")


@BOTH
@SAMPLES
def test_every_span_is_the_slice_in_the_unit_that_the_file_states(made, unit):
    exported = json.loads(written("json", made(unit=unit)))
    texts = {article.id: article.text for article in made().articles}
    assert exported["offset_unit"] == unit
    for found in exported["annotations"]:
        if found["state"] != "orphaned":
            for span in found["spans"]:
                assert slice_of(texts[found["article"]], span["start"], span["end"], unit) == span["exact"]
    for group in exported["groups"]:
        for member in group["members"]:
            assert slice_of(texts[member["article"]], member["start"], member["end"], unit) == member["text"]


def test_the_units_differ_behind_an_emoji_and_only_there():
    points = json.loads(written("json", hard(unit=CODE_POINT)))["annotations"]
    units = json.loads(written("json", hard(unit=UTF_16)))["annotations"]
    differing = [p["spans"][0]["exact"] for p, u in zip(points, units, strict=True) if p["spans"] != u["spans"]]
    assert "the\u00a0ribbon" in differing
    assert "a sentence that was edited out" not in differing


@BOTH
def test_only_an_orphan_says_that_it_stayed_in_code_points(unit):
    exported = json.loads(written("json", hard(unit=unit)))
    saying = [a["state"] for a in exported["annotations"] if "offset_unit" in a]
    assert saying == (["orphaned"] if unit == UTF_16 else [])


@BOTH
@SAMPLES
def test_the_schema_holds(made, unit):
    jsonschema.Draft202012Validator(json.loads(schema())).validate(json.loads(written("json", made(unit=unit))))


@pytest.mark.parametrize(
    "damage",
    [
        lambda d: d.pop("groups"),
        lambda d: d.update(version=2),
        lambda d: d.update(offset_unit="byte"),
        lambda d: d["annotations"][0]["spans"][0].update(start=-1),
        lambda d: d["annotations"][0].update(state="lost"),
        lambda d: d["annotations"][0].update(spans=[]),
        lambda d: d["articles"][0].update(sha256="abc"),
    ],
)
def test_the_schema_notices_damage(damage):
    document = json.loads(written("json", story()))
    damage(document)
    assert list(jsonschema.Draft202012Validator(json.loads(schema())).iter_errors(document))


def test_the_schema_in_docs_is_the_one_that_is_installed():
    installed = resources("annotations.formats").joinpath("annotations.schema.json").read_bytes()
    assert (ROOT / "docs/annotations.schema.json").read_bytes() == installed


def test_fields_are_those_of_the_contract_and_unknown_ones_are_kept():
    article = invented()
    kept = annotation(1, article, [(0, 7)])
    kept = type(kept).from_document(kept.to_document() | {"colour of my pen": "red"})
    exported = json.loads(written("json", exchange(article, annotations=[kept])))
    assert list(exported) == ["format", "version", "offset_unit", "tags", "articles", "annotations", "groups"]
    assert exported["annotations"] == [kept.to_document()]
    assert exported["annotations"][0]["colour of my pen"] == "red"
    assert [tag["name"] for tag in exported["tags"]] == ["claim", "quote", "boilerplate", "fact-check"]


def test_an_article_is_told_with_its_path_from_the_root():
    (entry,) = json.loads(written("json", hard()))["articles"]
    text = invented().text
    told = {
        "article": "uk/invented.txt",
        "path": "uk/invented.txt",
        "title": "Harbour bridge reopens",
        "outlet": "The Quay",
    }
    assert {name: entry[name] for name in told} == told
    assert entry["length"] == len(text)
    assert json.loads(written("json", hard(unit=UTF_16)))["articles"][0]["length"] == len(text.encode("utf-16-le")) // 2


def test_groups_are_those_that_the_annotations_touch():
    groups = json.loads(written("json", story()))["groups"]
    assert [group["members"][0]["start"] for group in groups] == [270]
    untouched = story()
    apart = exchange(*untouched.articles, annotations=[annotation(1, untouched.articles[0], [(400, 420)])])
    assert json.loads(written("json", apart))["groups"] == []


def test_no_annotations_need_no_finders():
    def find(_):
        pytest.fail("the finders were asked")

    assert json.loads(written("json", exchange(invented(), find=find)))["annotations"] == []


def test_an_annotation_of_an_article_that_is_gone_is_exported():
    gone = {
        "article": "uk/invented.txt",
        "path": None,
        "title": None,
        "outlet": None,
        "length": None,
        "sha256": None,
        "encoding": None,
    }
    exported = json.loads(written("json", exchange(annotations=[annotation(1, invented(), [(0, 7)])], gone=(gone,))))
    assert exported["annotations"][0]["state"] == "anchored"
    assert exported["articles"] == [gone]
    jsonschema.validate(exported, json.loads(schema()))


def test_a_line_an_annotation_with_its_unit():
    lines = [json.loads(line) for line in written("jsonl", hard(unit=UTF_16)).splitlines()]
    assert [line["id"] for line in lines] == [a.id for a in hard().annotations]
    assert {line["offset_unit"] for line in lines if line["state"] != "orphaned"} == {UTF_16}
    assert {line["offset_unit"] for line in lines if line["state"] == "orphaned"} == {CODE_POINT}
    orphaned = orphan(10, invented())
    assert orphaned.to_document() | {"offset_unit": CODE_POINT} in lines


def test_a_lone_surrogate_becomes_an_escape_that_every_reader_takes():
    article = type(invented())("a.txt", "odd \ud800 sign")
    exported = written("json", exchange(article, annotations=[annotation(1, article, [(0, 7)])]))
    assert json.loads(exported)["annotations"][0]["spans"][0]["exact"] == "odd \ud800 s"


@given(st.text(alphabet=st.sampled_from("ab \U0001f468\u0301\U00010000é"), max_size=20), st.data())
def test_offsets_go_into_utf_16_and_back(text, data):
    offset = data.draw(st.integers(0, len(text)))
    units = Units(text)
    assert units.utf16(offset) == len(text[:offset].encode("utf-16-le")) // 2
    assert units.code_points(units.utf16(offset)) == offset


def test_the_unit_is_told_by_the_edges_of_words():
    text = "\U0001f468\U0001f468 one word or two"
    start = text.index("word")
    assert likely_unit(text, [(start, start + 4)]) == CODE_POINT
    assert likely_unit(text, [(start + 2, start + 6)]) == UTF_16
    assert likely_unit("plain words", [(0, 5)]) == CODE_POINT
