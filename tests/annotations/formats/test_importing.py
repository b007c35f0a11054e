"""Import: into the right articles, each format back as it went out, nothing twice, nothing of a broken file."""

import json
from dataclasses import replace

import pytest
from exchange_samples import (
    FACT,
    annotation,
    exchange,
    hard,
    invented,
    on_invented,
    orphan,
    sample,
    save,
    story,
    written,
)

from annotations.annotation import Annotation
from annotations.formats import FORMATS, FormatError, UsageError, export, import_
from annotations.formats.guessing import guess
from annotations.formats.units import CODE_POINT, UTF_16
from annotations.store import open_store
from articles.article import Article

READERS = [name for name, form in FORMATS.items() if form.read and form.write]
SAMPLES = pytest.mark.parametrize("made", [hard, story])


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "store" / "annotations.json", annotator="me") as opened:
        yield opened


@pytest.fixture(autouse=True)
def _folder(tmp_path):
    (tmp_path / "store").mkdir()


def told(found: Annotation):
    """Return what every format must bring back."""
    spans = tuple((span.start, span.end, span.exact) for span in found.spans)
    return (
        found.id,
        found.article,
        found.tag,
        spans,
        found.note,
        found.speaker,
        found.group,
        found.annotator,
        found.created,
        found.origin,
    )


@pytest.mark.parametrize("name", READERS)
@SAMPLES
def test_what_goes_out_comes_back(name, made, store, tmp_path):
    report = import_(store, made().articles, save(name, made(), tmp_path))
    kept = [a for a in made().annotations if FORMATS[name].orphans or a.state != "orphaned"]
    assert report.form == name
    assert report.added == len(kept)
    assert [told(a) for a in store.annotations()] == [told(a) for a in kept]


@pytest.mark.parametrize(
    ("name", "offsets"),
    [("json", "code-point"), ("json", "utf16"), ("jsonl", "code-point"), ("jsonl", "utf16"), ("w3c", "code-point")],
)
@SAMPLES
def test_out_in_and_out_again_has_the_same_bytes(name, offsets, made, store, tmp_path):
    unit = UTF_16 if offsets == "utf16" else CODE_POINT
    root = tmp_path / "store"
    articles = [replace(a, path=root / a.id) for a in made().articles]
    first = replace(made(unit=unit), articles=tuple(articles), root=root)
    import_(store, articles, save(name, first, tmp_path))
    if name != "json":
        first = replace(first, tags=tuple(store.tags()))
    assert export(store, articles, name, offsets=offsets) == written(name, first)


@pytest.mark.parametrize("name", READERS)
@SAMPLES
def test_twice_adds_nothing_and_one_import_is_one_undo(name, made, store, tmp_path):
    file = save(name, made(), tmp_path)
    first = import_(store, made().articles, file)
    before = store.annotations()
    second = import_(store, made().articles, file)
    assert (second.added, second.updated, second.unchanged) == (0, 0, first.added)
    assert store.annotations() == before
    store.undo()
    assert store.annotations() == []
    store.redo()
    assert store.annotations() == before


@pytest.mark.parametrize("name", READERS)
def test_what_was_removed_here_stays_removed(name, store, tmp_path):
    file = save(name, story(), tmp_path)
    import_(store, story().articles, file)
    gone = store.annotations()[0]
    store.remove(gone.id)
    report = import_(store, story().articles, file)
    assert (report.added, report.removed_here) == (0, 1)
    assert gone.id not in [a.id for a in store.annotations()]


@pytest.mark.parametrize("unit", [CODE_POINT, UTF_16])
@pytest.mark.parametrize("name", [name for name in READERS if FORMATS[name].offsets])
def test_offsets_come_back_from_either_unit(name, unit, store, tmp_path):
    import_(store, hard().articles, save(name, hard(unit=unit), tmp_path))
    text = invented().text
    standing = [a for a in store.annotations() if a.state != "orphaned"]
    assert len(standing) == len(on_invented(invented()))
    assert all(text[s.start : s.end] == s.exact for a in standing for s in a.spans)


def test_the_wrong_unit_is_recognised_by_the_quoted_text(store, tmp_path):
    file = save("json", hard(unit=UTF_16), tmp_path)
    file.write_text(file.read_text().replace('"offset_unit": "utf-16 code unit"', '"offset_unit": "code point"'))
    import_(store, hard().articles, file)
    text = invented().text
    assert all(text[s.start : s.end] == s.exact for a in store.annotations() if a.state != "orphaned" for s in a.spans)


def test_words_are_looked_for_in_an_edited_article(store, tmp_path):
    file = save("json", hard(), tmp_path)
    edited = replace(invented(), text="Updated at noon.\n\n" + invented().text.replace("Le maire", "La maire"))
    report = import_(store, [edited], file)
    assert [a.id for a in report.orphaned] == [orphan(10, invented()).id]
    for found in store.annotations():
        if found.state != "orphaned":
            assert found.sha256 == edited.sha256
            assert all(edited.text[s.start : s.end] == s.exact for s in found.spans)


def test_offsets_beyond_the_text_are_found_by_the_words(store, tmp_path):
    file = tmp_path / "far.jsonl"
    file.write_text(
        json.dumps(
            {"article": "uk/invented.txt", "tag": "claim", "spans": [{"start": 99990, "end": 99996, "exact": "banner"}]}
        )
    )
    report = import_(store, [invented()], file)
    (found,) = store.annotations()
    assert report.orphaned == ()
    assert invented().text[found.spans[0].start : found.spans[0].end] == "banner"
    assert (found.annotator, found.origin) == ("me", "person")
    assert found.created


def test_words_that_stand_nowhere_are_an_orphan(store, tmp_path):
    file = tmp_path / "gone.jsonl"
    file.write_text(
        json.dumps(
            {
                "article": "uk/invented.txt",
                "tag": "new tag",
                "spans": [{"start": 0, "end": 21, "exact": "quite different subject"}],
            }
        )
    )
    report = import_(store, [invented()], file)
    assert [a.state for a in store.annotations()] == ["orphaned"]
    assert len(report.orphaned) == 1
    assert report.tags == ("new tag",)
    assert "new tag" in [tag.name for tag in store.tags()]


@pytest.mark.parametrize(
    "called", ["uk/invented.txt", "elsewhere/invented.txt", "INVENTED", "Harbour bridge reopens", "no name at all"]
)
def test_the_article_is_found_by_id_name_title_or_words(called, store, tmp_path):
    file = tmp_path / "one.jsonl"
    file.write_text(
        json.dumps(
            {
                "article": called,
                "tag": "claim",
                "spans": [{"start": 0, "end": 33, "exact": "We waited  three winters for this"}],
            }
        )
    )
    import_(store, [*sample(), invented()], file)
    assert [(a.article, a.state) for a in store.annotations()] == [("uk/invented.txt", "anchored")]


def test_the_text_counts_before_the_name(store, tmp_path):
    file = save("jsonl", hard(), tmp_path)
    renamed = replace(invented(), id="uk/renamed.txt")
    other = Article("uk/invented.txt", "another text under the old name")
    import_(store, [other, renamed], file)
    assert {a.article for a in store.annotations() if a.state != "orphaned"} == {"uk/renamed.txt"}


def test_the_code_book_travels_with_json(store, tmp_path):
    report = import_(store, hard().articles, save("json", hard(), tmp_path))
    assert report.tags == (FACT.name,)
    assert FACT in store.tags()


def test_a_colleagues_store_is_merged_and_the_newest_wins(store, tmp_path):
    (tmp_path / "colleague").mkdir()
    article = invented()
    older, newer = "2026-01-01T00:00:00.000000Z", "2030-01-01T00:00:00.000000Z"
    with open_store(tmp_path / "colleague" / "annotations.json", annotator="bob") as other:
        theirs = other.add(article, [(0, 7)], "claim")
        other.merge([annotation(2, article, [(8, 14)], note="theirs", updated=newer).to_document()])
        other.merge([annotation(3, article, [(8, 14)], note="theirs", updated=older).to_document()])
    store.merge(
        [
            annotation(2, article, [(8, 14)], note="ours").to_document(),
            annotation(3, article, [(8, 14)], note="ours").to_document(),
        ]
    )
    report = import_(store, [article], tmp_path / "colleague" / "annotations.json")
    assert (report.form, report.added, report.updated, report.unchanged) == ("store", 1, 1, 1)
    assert store.get(theirs.id).annotator == "bob"
    assert [store.get(annotation(n, article, [(0, 1)]).id).note for n in (2, 3)] == ["theirs", "ours"]


def test_an_annotation_of_an_article_that_is_not_open_but_known_stays_as_it_is(store, tmp_path):
    first, second = story().articles
    store.record_articles([first, second])
    store.add(first, [(0, 10)], "claim")
    report = import_(store, [first], save("json", story(), tmp_path))
    assert report.orphaned == ()


def test_ids_that_are_there_twice_count_once_the_newest(store, tmp_path):
    old = annotation(1, invented(), [(0, 7)], note="old")
    new = replace(old, note="new", updated="2030-01-01T00:00:00Z")
    file = tmp_path / "both.jsonl"
    file.write_text("".join(json.dumps(a.to_document()) + "\n" for a in (new, old)))
    assert import_(store, [invented()], file).added == 1
    assert store.get(old.id).note == "new"


# What others write


def test_doccano_of_others(store, tmp_path):
    text = invented().text
    start = text.index("ribbon")
    utf16 = len(text[:start].encode("utf-16-le")) // 2
    file = tmp_path / "d.jsonl"
    file.write_text(
        json.dumps({"id": 7, "text": text, "label": [[utf16, utf16 + 6, "THING"]], "Comments": []})
        + "\n"
        + json.dumps(
            {
                "id": 8,
                "text": text,
                "entities": [{"id": 1, "label": "BAN", "start_offset": 0, "end_offset": 7}],
                "relations": [],
            }
        )
    )
    report = import_(store, [invented()], file)
    assert (report.form, report.added) == ("doccano", 2)
    assert [(a.tag, a.spans[0].exact, a.annotator) for a in store.annotations()] == [
        ("BAN", "Harbour", "me"),
        ("THING", "ribbon", "me"),
    ]
    assert import_(store, [invented()], file).added == 0


def test_doccano_labels_that_were_changed_there(store, tmp_path):
    file = save("doccano", hard(), tmp_path)
    task = json.loads(file.read_text())
    task["label"][1][2] = "claim"
    task["label"].append([0, 7, "BAN"])
    file.write_text(json.dumps(task))
    import_(store, [invented()], file)
    tags = {a.spans[0].exact: a.tag for a in store.annotations()}
    assert tags["Harbour"] == "BAN"
    assert len(store.annotations()) == len(task["label"])


def test_doccano_may_give_labels_back_in_another_order(store, tmp_path):
    file = save("doccano", hard(), tmp_path)
    task = json.loads(file.read_text())
    task["label"].reverse()
    file.write_text(json.dumps(task))
    import_(store, [invented()], file)
    assert [told(a) for a in store.annotations()] == [told(a) for a in hard().annotations if a.state != "orphaned"]


def test_prodigy_of_others(store, tmp_path):
    file = tmp_path / "p.jsonl"
    task = {"text": invented().text, "spans": [{"start": 0, "end": 7, "label": "A", "token_end": 0}], "meta": None}
    refused = task | {"answer": "reject", "spans": [{"start": 8, "end": 14, "label": "B"}]}
    file.write_text(json.dumps(task) + "\n" + json.dumps(refused))
    assert import_(store, [invented()], file).form == "spacy"
    assert [(a.tag, a.spans[0].exact) for a in store.annotations()] == [("A", "Harbour")]


CHANGES = {
    "csv": lambda text: text.replace("the paper, not Reuters", "quite another note"),
    "jsonl": lambda text: text.replace("the paper, not Reuters", "quite another note"),
    "label-studio": lambda text: text.replace("the paper, not Reuters", "quite another note"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_was_changed_in_another_program_is_taken_once(name, store, tmp_path):
    file = save(name, story(), tmp_path)
    import_(store, story().articles, file)
    file.write_bytes(CHANGES[name](file.read_bytes().decode()).encode())
    report = import_(store, story().articles, file)
    assert (report.added, report.updated) == (0, 1)
    assert "quite another note" in {a.note for a in store.annotations()}
    again = import_(store, story().articles, file)
    assert (again.added, again.updated) == (0, 0)
    store.undo()
    assert "the paper, not Reuters" in {a.note for a in store.annotations()}


def test_what_was_changed_here_since_stays(store, tmp_path):
    file = save("csv", story(), tmp_path)
    import_(store, story().articles, file)
    (noted,) = [a for a in store.annotations() if a.note]
    store.update(noted.id, note="changed here")
    file.write_bytes(CHANGES["csv"](file.read_bytes().decode()).encode())
    assert import_(store, story().articles, file).updated == 0
    assert store.get(noted.id).note == "changed here"


def test_label_studio_of_others(store, tmp_path):
    result = {
        "id": "x",
        "from_name": "l",
        "to_name": "t",
        "type": "labels",
        "value": {"start": 0, "end": 7, "text": "Harbour", "labels": ["A", "B"]},
    }
    choice = {"id": "y", "from_name": "c", "to_name": "t", "type": "choices", "value": {"choices": ["good"]}}
    task = {
        "id": 3,
        "data": {"body": invented().text, "url": "x"},
        "annotations": [
            {"id": 1, "completed_by": {"email": "eve@example.org"}, "result": [result, choice]},
            {"id": 2, "completed_by": 4, "was_cancelled": True, "result": [result]},
        ],
        "predictions": [{"result": [result]}],
    }
    file = tmp_path / "l.json"
    file.write_text(json.dumps([task]))
    assert import_(store, [invented()], file).form == "label-studio"
    assert sorted((a.tag, a.annotator) for a in store.annotations()) == [
        ("A", "eve@example.org"),
        ("B", "eve@example.org"),
    ]


def test_brat_of_others(store, tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "doc.txt").write_text(invented().text, newline="\r\n")
    (tmp_path / "b" / "doc.ann").write_text(
        "T1\tPlace 0 7;15 21\tHarbour reopen\nA1\tNegation T1\n#1\tAnnotatorNotes T1\tlook\n"
        "E1\tPlace:T1\nR1\tx Arg1:T1 Arg2:T1\n"
    )
    assert import_(store, [invented()], tmp_path / "b").form == "brat"
    (found,) = store.annotations()
    assert [s.exact for s in found.spans] == ["Harbour", "reopen"]
    assert (found.article, found.note) == ("uk/invented.txt", "look")


def test_what_brat_users_change_counts(store, tmp_path):
    folder = save("brat", hard(), tmp_path)
    ann = folder / "uk_invented.ann"
    changed = (
        ann.read_text().replace("AnnotatorNotes T2\t", "AnnotatorNotes T2\tchanged: ").replace("Ana_P_ralta", "Zed")
    )
    ann.write_text(changed)
    import_(store, [invented()], folder)
    assert "Zed" in {a.speaker for a in store.annotations()}


def test_web_annotations_of_others(store, tmp_path):
    file = tmp_path / "w.json"
    anno = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "https://example.org/a/1",
        "type": "Annotation",
        "creator": "https://example.org/eve",
        "body": [
            {"type": "TextualBody", "value": "see here"},
            {"type": "TextualBody", "value": "claim", "purpose": "tagging"},
        ],
        "target": {
            "source": "https://example.org/invented.txt",
            "selector": {"type": "TextQuoteSelector", "exact": "read the banner"},
        },
    }
    file.write_text(json.dumps(anno))
    import_(store, [invented()], file)
    (found,) = store.annotations()
    assert (found.article, found.tag, found.note, found.annotator) == (
        "uk/invented.txt",
        "claim",
        "see here",
        "https://example.org/eve",
    )
    assert found.spans[0].exact == "read the banner"
    assert import_(store, [invented()], file).added == 0


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_sheet_as_a_spreadsheet_saves_it(delimiter, store, tmp_path):
    file = tmp_path / "s.csv"
    line = delimiter.join(["article", "tag", "start", "end", "exact", "my own column"])
    file.write_text(
        f"{line}\r\n{delimiter.join(['invented.txt', 'claim', '0', '7', 'Harbour', 'x'])}\r\n{delimiter * 5}\r\n"
    )
    assert import_(store, [invented()], file).form == "csv"
    assert [a.spans[0].exact for a in store.annotations()] == ["Harbour"]


# What is refused, whole


def good() -> dict:
    return {
        "id": "1",
        "article": "uk/invented.txt",
        "tag": "claim",
        "spans": [{"start": 0, "end": 7, "exact": "Harbour"}],
    }


def spoiled(**fields):
    return json.dumps(good()) + "\n" + json.dumps(good() | {"id": "2"} | fields)


HEAD = '{"format": "newsreader/annotations", "version": 1, '
TASK = '[{"data": {"text": "x"}, "annotations": [{"result": [{"type": "labels", "value": %s}]}]}]'
BAD = {
    "empty": "",
    "blank": " \n",
    "prose": "It was a dark and stormy night.",
    "truncated json": '{"format": "newsreader/annotations", "version": 1, "annot',
    "wrong version": '{"format": "newsreader/annotations", "version": 99, "annotations": []}',
    "another format": '{"format": "newsreader/quotes", "version": 1, "annotations": []}',
    "no list": '{"format": "newsreader/annotations", "version": 1, "annotations": {"a": 1}}',
    "unit of bytes": '{"format": "newsreader/annotations", "version": 1, "offset_unit": "byte", "annotations": ['
    + json.dumps(good())
    + "]}",
    "tags no list": '{"format": "newsreader/annotations", "version": 1, "annotations": [], "tags": 5}',
    "tag no text": HEAD + '"annotations": [], "tags": [{"name": "a", "letter": 5}]}',
    "a number": "5",
    "a list of numbers": "[1, 2]",
    "an empty list": "[]",
    "deep": "[" * 200_000,
    "deep object": '{"a":' * 200_000,
    "a long number": '{"tag": "a", "spans": [{"start": ' + "9" * 5000 + "}]}",
    "negative": spoiled(spans=[{"start": -3, "end": 7, "exact": "Harbour"}]),
    "reversed": spoiled(spans=[{"start": 7, "end": 0, "exact": "Harbour"}]),
    "empty span": spoiled(spans=[{"start": 7, "end": 7, "exact": ""}]),
    "float offsets": spoiled(spans=[{"start": 0.5, "end": 7, "exact": "Harbour"}]),
    "boolean offsets": spoiled(spans=[{"start": False, "end": True, "exact": "H"}]),
    "no exact": spoiled(spans=[{"start": 0, "end": 7}]),
    "no spans": spoiled(spans=[]),
    "spans no list": spoiled(spans="0-7"),
    "prefix no text": spoiled(spans=[{"start": 0, "end": 7, "exact": "Harbour", "prefix": 1}]),
    "no tag": spoiled(tag=None),
    "tag a list": spoiled(tag=["claim"]),
    "note a number": spoiled(note=3),
    "unknown state": spoiled(state="lost"),
    "second line broken": json.dumps(good()) + '\n{"tag": ',
    "second line a list": json.dumps(good()) + "\n[1]",
    "csv without columns": "start,end\n1,2\n",
    "csv with words for numbers": "article,tag,start,end,exact\na,b,one,two,x\n",
    "csv negative": "article,tag,start,end,exact\na,b,-1,2,x\n",
    "csv torn": 'article,tag,start,end,exact\na,b,1,2,"x\n',
    "csv ragged": "article,tag,start,end,exact\na,b,1,2\n",
    "doccano beyond": '{"text": "short", "label": [[0, 99, "A"]]}',
    "doccano reversed": '{"text": "short", "label": [[3, 1, "A"]]}',
    "doccano odd label": '{"text": "short", "label": [[0, 1]]}',
    "doccano no text": '{"text": 5, "label": [[0, 1, "A"]]}',
    "label studio without results": '[{"data": {"text": "x"}, "annotations": [{"id": 1}]}]',
    "label studio beyond": TASK % '{"start": 0, "end": 9, "labels": ["A"]}',
    "label studio no offsets": TASK % '{"labels": ["A"]}',
    "w3c without words": '{"type": "Annotation", "body": [], "target": "https://example.org"}',
    "w3c without quote": '{"type": "Annotation", "target": {"selector": {"type": "TextPositionSelector", "start": 0}}}',
    "w3c page of numbers": '{"type": "AnnotationPage", "items": [1]}',
    "a store that is none": '{"annotations": {"1": 5}}',
    "spacy without label": '{"text": "short", "spans": [{"start": 0, "end": 2}]}',
    "spacy beyond": '{"text": "short", "spans": [{"start": 0, "end": 9, "label": "A"}]}',
    "spacy reversed": '{"text": "short", "spans": [{"start": 3, "end": 1, "label": "A"}]}',
    "zip": "PK\x03\x04\x00",
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD.keys())
def test_a_broken_file_is_refused_whole_in_one_line(content, store, tmp_path):
    file = tmp_path / "bad"
    file.write_text(content)
    with pytest.raises(FormatError) as refusal:
        import_(store, [invented()], file)
    assert "\n" not in str(refusal.value)
    assert str(file) in str(refusal.value)
    assert store.annotations() == []
    assert not (tmp_path / "store" / "annotations.json").exists()


BAD_ANN = {
    "no tab": "T1 claim 0 7 Harbour\n",
    "off by one": "T1\tclaim 1 8\tHarbour\n",
    "beyond": "T1\tclaim 0 99999\tHarbour\n",
    "reversed": "T1\tclaim 7 0\tHarbour\n",
    "words for numbers": "T1\tclaim a b\tHarbour\n",
    "twice": "T1\tclaim 0 7\tHarbour\nT1\tclaim 0 7\tHarbour\n",
    "prose": "hello\n",
    "own comment broken": "T1\tclaim 0 7\tHarbour\n#1\tnewsreader T1\t{\n",
}


@pytest.mark.parametrize("content", BAD_ANN.values(), ids=BAD_ANN.keys())
def test_broken_standoff_is_refused(content, store, tmp_path):
    (tmp_path / "a.txt").write_text(invented().text)
    (tmp_path / "a.ann").write_text(content)
    with pytest.raises(FormatError, match=r"a\.ann, line"):
        import_(store, [invented()], tmp_path / "a.ann")
    assert store.annotations() == []


def test_other_refusals(store, tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "bytes").write_bytes(b'{"text": "\xff\xfe"}')
    (tmp_path / "a.ann").write_text("T1\tclaim 0 7\tHarbour\n")
    (tmp_path / "a.qdpx").write_bytes(b"PK")
    for name in ("missing", "empty", "bytes", "a.ann", "a.qdpx"):
        with pytest.raises(FormatError, match=name):
            import_(store, [invented()], tmp_path / name)
    with pytest.raises(UsageError, match="html"):
        import_(store, [invented()], tmp_path / "bytes", "html")
    (tmp_path / "x").write_text('{"a": 1}')
    with pytest.raises(FormatError, match="holds no Web Annotations"):
        import_(store, [invented()], tmp_path / "x", "w3c")


def test_the_store_is_not_imported_into_itself(store):
    store.add(invented(), [(0, 7)], "claim")
    with pytest.raises(FormatError, match="the store itself"):
        import_(store, [invented()], store.path)


@pytest.mark.parametrize("name", READERS)
def test_a_format_is_known_by_its_content(name, tmp_path):
    assert guess(save(name, hard(), tmp_path)) == name


def test_one_line_of_jsonl_and_of_doccano_is_known(tmp_path):
    made = exchange(invented(), annotations=[annotation(1, invented(), [(0, 7)])])
    for name in ("jsonl", "doccano"):
        assert guess(save(name, made, tmp_path)) == name


@pytest.mark.parametrize(
    ("name", "reason"),
    [("html", "report for people"), ("markdown", "report for people"), ("refi-qda", "archive, such as .qdpx")],
)
def test_what_is_not_read_back_is_named_whatever_the_file_is_called(name, reason, tmp_path):
    with pytest.raises(FormatError, match=reason):
        guess(save(name, hard(), tmp_path))
