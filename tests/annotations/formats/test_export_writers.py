"""The formats of other programs: each file says what its readers need, and the words are the slices."""

import csv
import io
import json
import re
import zipfile
from xml.etree import ElementTree as ET

import pytest
from exchange_samples import FAMILY, annotation, exchange, files, hard, invented, story, written

from annotations.formats import FORMATS
from annotations.formats.brat import file_names, fragments, term
from annotations.formats.csv_ import COLUMNS, neutral, plain
from annotations.formats.spacy_ import tokenize
from annotations.formats.units import CODE_POINT, UTF_16
from articles.article import Article

WRITERS = [name for name, form in FORMATS.items() if form.write and name != "docbin"]
SAMPLES = pytest.mark.parametrize("made", [hard, story])
BOTH = pytest.mark.parametrize("unit", [CODE_POINT, UTF_16])


def sliced(text: str, start: int, end: int, unit: str) -> str:
    return text[start:end] if unit == CODE_POINT else text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def standing(made):
    """Return (article, start, end, words) of every span that stands."""
    return sorted(
        (a.article, s.start, s.end, s.exact) for found in made.placed.values() for a in found for s in a.spans
    )


@pytest.mark.parametrize("name", WRITERS)
@SAMPLES
def test_the_same_export_has_the_same_bytes(name, made):
    assert files(name, made()) == files(name, made())


@pytest.mark.parametrize("name", WRITERS)
def test_an_export_of_nothing_is_whole(name):
    assert all(isinstance(content, bytes) for content in files(name, exchange()).values())
    assert all(isinstance(content, bytes) for content in files(name, exchange(invented())).values())


@pytest.mark.parametrize("name", [name for name in WRITERS if FORMATS[name].orphans])
def test_orphans_are_in_every_format_that_has_a_place_for_them(name):
    assert "a sentence that was edited out" in written(name, hard())


@pytest.mark.parametrize("name", [name for name in WRITERS if not FORMATS[name].orphans])
def test_orphans_are_in_no_other_format(name):
    assert not any(b"a sentence that was edited out" in content for content in files(name, hard()).values())


# Web Annotations


@SAMPLES
def test_web_annotations_say_the_words_twice(made):
    page = json.loads(written("w3c", made()))
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    texts = {article.id: article.text for article in made().articles}
    for item in page["items"]:
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        for target in targets:
            quoted, position = target["selector"]
            if item["newsreader:state"] != "orphaned":
                assert texts[item["newsreader:article"]][position["start"] : position["end"]] == quoted["exact"]
            assert re.match(r"[a-z]+:[^\s]+$", target["source"])


def test_two_spans_are_two_targets_and_a_note_is_a_comment():
    items = {item["id"]: item for item in json.loads(written("w3c", hard()))["items"]}
    two = items["urn:uuid:00000000-0000-0000-0000-000000000002"]
    assert len(two["target"]) == 2
    assert two["newsreader:speaker"] == "Ana Péralta"
    noted = items["urn:uuid:00000000-0000-0000-0000-000000000003"]
    assert [body["purpose"] for body in noted["body"]] == ["tagging", "commenting"]
    assert noted["motivation"] == ["tagging", "commenting"]
    assert items["urn:uuid:00000000-0000-0000-0000-00000000000a"]["newsreader:state"] == "orphaned"


# CSV


@BOTH
@SAMPLES
def test_a_row_a_span(made, unit):
    sheet = written("csv", made(unit=unit))
    assert sheet.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(sheet.removeprefix("\ufeff"), newline="")))
    texts = {article.id: article.text for article in made().articles}
    found = []
    for row in rows:
        assert tuple(row) == COLUMNS
        if row["state"] != "orphaned":
            assert row["offset_unit"] == unit
            exact = plain(row["exact"])
            assert sliced(texts[row["article"]], int(row["start"]), int(row["end"]), unit) == exact
            found.append(exact)
    assert sorted(found) == sorted(words for *_, words in standing(made()))


def test_no_cell_is_a_formula():
    rows = list(csv.reader(io.StringIO(written("csv", hard()), newline="")))
    assert not [cell for row in rows for cell in row if re.match("[=+@\t\r]|-(?![0-9]+$)", cell)]
    assert not [cell for row in rows for cell in row if cell == "-5"]


@pytest.mark.parametrize(
    ("cell", "safe"),
    [("=1", "'=1"), ("'=1", "''=1"), ("'90s", "'90s"), ("-5", "'-5"), ("", ""), ("a=b", "a=b"), ("＝1", "'＝1")],
)
def test_neutral_cells_come_back(cell, safe):
    assert neutral(cell) == safe
    assert plain(safe) == cell


# brat


def standoff(made):
    """Read brat's files as simply as can be: (article text, start, end, words) of each fragment."""
    found = files("brat", made)
    for name in found:
        if name.endswith(".ann"):
            text = found[name.replace(".ann", ".txt")].decode()
            for line in found[name].decode().split("\n"):
                if line.startswith("T"):
                    _, head, words = line.split("\t", 2)
                    yield (
                        text,
                        head.split(" ")[0],
                        [tuple(map(int, p.split(" "))) for p in head.split(" ", 1)[1].split(";")],
                        words,
                    )


@SAMPLES
def test_the_words_beside_bratts_offsets_are_the_fragments_joined_by_blanks(made):
    lines = list(standoff(made()))
    assert len(lines) == sum(map(len, made().placed.values()))
    for text, tag, pieces, words in lines:
        assert re.fullmatch("[a-zA-Z0-9_-]+", tag)
        assert " ".join(text[start:end] for start, end in pieces) == words
        assert not any("\n" in text[start:end] for start, end in pieces)


def test_brat_lines_are_lines_for_every_reader():
    article = Article("a.txt", "one\u2028two\x0bthree\x85four five")
    made = exchange(article, annotations=[annotation(1, article, [(0, len(article.text))], note="a\u2028b\nc\td")])
    ann = files("brat", made)["a.ann"].decode()
    assert len(ann.splitlines()) == ann.count("\n") == 4
    assert ann.startswith("T1\tquote 0 3;4 7;8 13;14 23\tone two three four five\n")


@pytest.mark.parametrize(
    ("text", "spans", "pieces"),
    [
        ("one\ntwo", [(0, 7)], [(0, 3), (4, 7)]),
        ("one\n\n\ntwo", [(1, 8)], [(1, 3), (6, 8)]),
        ("one\n", [(0, 4)], [(0, 3)]),
        ("\none", [(0, 4)], [(1, 4)]),
        ("a\nb", [(1, 2)], []),
        ("a b", [(0, 1), (2, 3)], [(0, 1), (2, 3)]),
    ],
)
def test_fragments_end_at_line_breaks(text, spans, pieces):
    assert fragments(text, spans) == pieces


def test_brat_files_have_safe_and_different_names():
    ids = ["a.txt", "A.md", "A.md.txt", "x/y.html", "x_y.html", "../../etc/passwd", "#..", "é" * 300, ".hidden"]
    names = file_names(ids)
    assert len({name.casefold() for name in names.values()}) == len(ids)
    for name in names.values():
        assert not name.startswith(".")
        assert "/" not in name
        assert len(f"{name}.ann".encode()) < 255
    assert names["a.txt"] == "a"


def test_brats_configuration_has_every_tag_and_value():
    conf = files("brat", hard())["annotation.conf"].decode()
    assert [line for line in conf.split("\n") if line][:5] == [
        "[entities]",
        "claim",
        "quote",
        "boilerplate",
        "fact-check",
    ]
    assert "Speaker\tArg:<ENTITY>, Value:" in conf
    assert term("Ana Péralta") in conf


# doccano, Label Studio, spaCy, REFI-QDA


@BOTH
@SAMPLES
def test_doccano_labels_are_slices_in_the_stated_unit(made, unit):
    found = []
    for line in written("doccano", made(unit=unit)).splitlines():
        task = json.loads(line)
        assert task["newsreader"]["offset_unit"] == unit
        for start, end, _ in task["label"]:
            found.append(sliced(task["text"], start, end, unit))
    assert sorted(found) == sorted(words for *_, words in standing(made()))


@SAMPLES
def test_label_studio_results_fit_the_configuration_beside_them(made):
    exported = files("label-studio", made(find=no_story))
    tasks, config = json.loads(exported[""]), ET.fromstring(exported[".xml"])
    labels = {label.get("value") for label in config.iter("Label")}
    (names,) = [(control.get("name"), control.get("toName")) for control in config.iter("Labels")]
    found = []
    for task in tasks:
        for done in task["annotations"]:
            for result in done["result"]:
                value = result["value"]
                assert (result["from_name"], result["to_name"]) == names
                assert set(value["labels"]) <= labels
                assert task["data"]["text"][value["start"] : value["end"]] == value["text"]
                found.append(value["text"])
    assert sorted(found) == sorted(words for *_, words in standing(made()))


def no_story(_):
    from quotes.story import Story

    return Story({}, (), ())


def test_what_the_program_would_tag_is_a_prediction():
    tasks = json.loads(files("label-studio", story())[""])
    predicted = [result for task in tasks for p in task["predictions"] for result in p["result"]]
    assert predicted
    for task in tasks:
        for prediction in task["predictions"]:
            for result in prediction["result"]:
                value = result["value"]
                assert task["data"]["text"][value["start"] : value["end"]] == value["text"]


@SAMPLES
def test_tokens_are_the_text_and_spans_begin_and_end_with_one(made):
    for line, article in zip(written("spacy", made()).split("\n")[:-1], made().articles, strict=True):
        task = json.loads(line)
        assert "".join(token["text"] + " " * token["ws"] for token in task["tokens"]) == article.text
        for span in task["spans"]:
            first, last = task["tokens"][span["token_start"]], task["tokens"][span["token_end"]]
            assert (first["start"], last["end"]) == (span["start"], span["end"])


@pytest.mark.parametrize(("starts", "ends"), [({0}, {2}), ({2}, {3}), ({1}, {4}), ({3}, {4}), (set(), set())])
def test_blanks_are_tokens_of_their_own_where_a_span_begins_or_ends_with_one(starts, ends):
    text = "ab  cd \n e"
    tokens = tokenize(text, starts, ends)
    assert "".join(token["text"] + " " * token["ws"] for token in tokens) == text
    assert starts <= {token["start"] for token in tokens}
    assert ends <= {token["end"] for token in tokens}


def test_what_a_person_sees_as_one_sign_is_one_token():
    text = f"Pe\u0301ralta {FAMILY}, bye."
    assert [token["text"] for token in tokenize(text, set(), set())] == ["Pe\u0301ralta", FAMILY, ",", "bye", "."]


@SAMPLES
def test_qdpx_positions_are_slices_of_the_sources(made, tmp_path):
    (tmp_path / "p.qdpx").write_bytes(files("refi-qda", made())[""])
    with zipfile.ZipFile(tmp_path / "p.qdpx") as archive:
        project = ET.fromstring(archive.read("project.qde"))
        space = {"q": "urn:QDA-XML:project:1.0"}
        codes = {code.get("guid") for code in project.iterfind(".//q:Code", space)}
        users = {user.get("guid") for user in project.iterfind(".//q:User", space)}
        notes = {note.get("guid") for note in project.iterfind(".//q:Note", space)}
        found = []
        for source in project.iterfind(".//q:TextSource", space):
            text = archive.read(source.get("plainTextPath").replace("internal://", "Sources/")).decode()
            for selection in source.iterfind("q:PlainTextSelection", space):
                found.append(text[int(selection.get("startPosition")) : int(selection.get("endPosition"))])
                assert selection.find("q:Coding/q:CodeRef", space).get("targetGUID") in codes
                assert selection.get("creatingUser") in users
                for ref in selection.iterfind("q:NoteRef", space):
                    assert ref.get("targetGUID") in notes
    assert sorted(found) == sorted(words for *_, words in standing(made()))
    guids = [element.get("guid") for element in project.iter() if element.get("guid")]
    assert len(guids) == len(set(guids))


def test_xml_holds_what_xml_forbids_only_as_a_sign():
    article = Article("a\x00.txt", "bell \x07 and \ud800")
    made = exchange(article, annotations=[annotation(1, article, [(0, 12)], "tag\x1b", note="\x00")], find=no_story)
    with zipfile.ZipFile(io.BytesIO(files("refi-qda", made)[""])) as archive:
        project = ET.fromstring(archive.read("project.qde"))
    assert "tag\ufffd" in {code.get("name") for code in project.iter("{urn:QDA-XML:project:1.0}Code")}
    labels = ET.fromstring(files("label-studio", made)[".xml"])
    assert "tag\ufffd" in {label.get("value") for label in labels.iter("Label")}


def test_the_family_stays_one():
    assert FAMILY in written("markdown", hard())
