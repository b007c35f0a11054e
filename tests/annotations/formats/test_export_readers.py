"""Other people's software reads the exports: the words that it finds at the offsets are the words that were tagged.

These run in an environment of their own (`pip install -e '.[readers]'`, then `pytest -m readers`), for the readers are
heavy and one of them needs an older NumPy.
"""

import io
import json
import warnings
from collections import Counter
from pathlib import Path

import pytest
from exchange_samples import exchange, files, hard, sample, save, story, written
from web_annotation_context import CONTEXT

from annotations.formats.units import CODE_POINT, UTF_16
from annotations.formats.w3c import CONTEXT as CONTEXT_NAME

pytestmark = pytest.mark.readers
SAMPLES = pytest.mark.parametrize("made", [hard, story])


def tagged(made) -> Counter:
    """Return what was tagged: article, tag and words of every span that stands."""
    return Counter((a.article, a.tag, s.exact) for found in made.placed.values() for a in found for s in a.spans)


# Web Annotations: the rules of the specification, and a JSON-LD processor


@SAMPLES
def test_w3c_by_the_rules_of_the_model(made):
    jsonschema = pytest.importorskip("jsonschema")
    rules = json.loads(Path(__file__).with_name("web-annotation.schema.json").read_text("utf-8"))
    validator = jsonschema.Draft202012Validator(rules)
    items = json.loads(written("w3c", made()))["items"]
    for item in items:
        validator.validate(item)
    for damage in (lambda i: i.pop("target"), lambda i: i.update(id="no iri"), lambda i: i.update(bodyValue="x")):
        item = json.loads(json.dumps(items[0]))
        damage(item)
        assert not validator.is_valid(item)


@SAMPLES
def test_w3c_by_pyld(made):
    jsonld = pytest.importorskip("pyld").jsonld

    def load(url, _options):
        assert url == CONTEXT_NAME
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": CONTEXT}

    page = json.loads(written("w3c", made()))
    (graph,) = jsonld.expand(page, {"documentLoader": load})
    oa = "http://www.w3.org/ns/oa#"
    texts = {article.id: article.text for article in made().articles}
    found: Counter = Counter()
    for item in graph["https://www.w3.org/ns/activitystreams#items".replace("https", "http")][0]["@list"]:
        article = item["newsreader:article"][0]["@value"]
        assert item["newsreader:state"]
        bodies = {b[oa + "hasPurpose"][0]["@id"]: b for b in item[oa + "hasBody"]}
        tag = bodies[oa + "tagging"]["http://www.w3.org/1999/02/22-rdf-syntax-ns#value"][0]["@value"]
        for target in item[oa + "hasTarget"]:
            by_type = {selector["@type"][0]: selector for selector in target[oa + "hasSelector"]}
            exact = by_type[oa + "TextQuoteSelector"][oa + "exact"][0]["@value"]
            place = by_type[oa + "TextPositionSelector"]
            start, end = int(place[oa + "start"][0]["@value"]), int(place[oa + "end"][0]["@value"])
            if item["newsreader:state"][0]["@value"] != "orphaned":
                assert texts[article][start:end] == exact
                found[article, tag, exact] += 1
    assert found == tagged(made())


@SAMPLES
def test_w3c_triples_keep_every_key(made):
    jsonld = pytest.importorskip("pyld").jsonld

    def load(url, _options):
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": CONTEXT}

    triples = jsonld.to_rdf(json.loads(written("w3c", made())), {"documentLoader": load})["@default"]
    predicates = Counter(triple["predicate"]["value"] for triple in triples)
    assert predicates["newsreader:article"] == len(made().annotations)
    assert predicates["http://www.w3.org/ns/oa#hasSource"] == sum(len(a.spans) for a in made().annotations)


# brat, by bioc


@SAMPLES
def test_brat_by_bioc(made, tmp_path):
    brat = pytest.importorskip("bioc.brat")
    folder = save("brat", made(), tmp_path)
    numbers = Counter()
    for path in sorted(folder.glob("*.ann")):
        with path.with_suffix(".txt").open(encoding="utf-8", newline="") as text, path.open(encoding="utf-8") as ann:
            document = brat.load(text, ann)
        for entity in document.entities:
            pieces = [document.text[piece.begin : piece.end] for piece in sorted(entity.locations)]
            assert " ".join(pieces).strip() == entity.text.strip()
            numbers[entity.type] += 1
    assert numbers == Counter(a.tag for found in made().placed.values() for a in found)


# doccano and spaCy, by spaCy


@pytest.mark.parametrize("unit", [CODE_POINT, UTF_16])
def test_doccano_by_spacy(unit):
    spacy = pytest.importorskip("spacy")
    document_of = spacy.blank("en")
    for line in written("doccano", story(unit=unit)).splitlines():
        task = json.loads(line)
        document = document_of(task["text"])
        for start, end, tag in task["label"]:
            span = document.char_span(start, end, label=tag)
            edge = document.char_span(start, end, label=tag, alignment_mode="expand")
            assert edge is not None
            if (start, end) in {(270, 354), (1050, 1134)}:
                assert span is not None
                assert span.text.startswith("There are economic tools")


@SAMPLES
def test_spacy_jsonl_by_spacy(made):
    spacy = pytest.importorskip("spacy")
    vocabulary = spacy.blank("xx").vocab
    found: Counter = Counter()
    for line in written("spacy", made()).split("\n")[:-1]:
        task = json.loads(line)
        words, blanks = [t["text"] for t in task["tokens"]], [t["ws"] for t in task["tokens"]]
        document = spacy.tokens.Doc(vocabulary, words=words, spaces=blanks)
        assert document.text == task["text"]
        assert [token.idx for token in document] == [t["start"] for t in task["tokens"]]
        for given in task["spans"]:
            span = document.char_span(given["start"], given["end"], label=given["label"])
            assert (span.start, span.end - 1) == (given["token_start"], given["token_end"])
            if task["text"][given["start"] :][:2].isalnum():
                assert document.char_span(given["start"] + 1, given["end"]) is None
            found[task["meta"]["article"], span.label_, span.text] += 1
    assert found == tagged(made())


@SAMPLES
def test_docbin_by_spacy(made):
    spacy = pytest.importorskip("spacy")
    content = files("docbin", made())[""]
    assert content == files("docbin", made())[""]
    documents = list(spacy.tokens.DocBin().from_bytes(content).get_docs(spacy.blank("xx").vocab))
    assert [document.text for document in documents] == [article.text for article in made().articles]
    found: Counter = Counter()
    for article, document in zip(made().articles, documents, strict=True):
        for span in document.spans["sc"]:
            found[article.id, span.label_, span.text] += 1
    assert found == tagged(made())


# Label Studio, by its SDK


@SAMPLES
def test_label_studio_by_its_sdk(made):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        interface = pytest.importorskip("label_studio_sdk.label_interface")
    exported = files("label-studio", made())
    config = interface.LabelInterface(exported[".xml"].decode())
    found: Counter = Counter()
    for task in json.loads(exported[""]):
        for annotation in task["annotations"]:
            assert config.validate_annotation(annotation)
            for result in annotation["result"]:
                value = result["value"]
                assert task["data"]["text"][value["start"] : value["end"]] == value["text"]
                found[task["data"]["article"], value["labels"][0], value["text"]] += 1
        for prediction in task["predictions"]:
            assert config.validate_prediction(prediction, return_errors=True) == []
            prediction["result"][0]["value"]["labels"] = ["no such label"]
            assert config.validate_prediction(prediction, return_errors=True)
    assert found == tagged(made())


# REFI-QDA, by pyrefiqda


@SAMPLES
def test_refi_qda_by_pyrefiqda(made, tmp_path):
    pyrefiqda = pytest.importorskip("pyrefiqda")
    path = tmp_path / "project.qdpx"
    path.write_bytes(files("refi-qda", made())[""])
    project = pyrefiqda.RefiProject.load(path, extract_dir=str(tmp_path / "unpacked"))
    codes = {code.guid: code.name for code in project.code_book.codes.code}
    sources = {file.name: file for file in (tmp_path / "unpacked" / "Sources").iterdir()}
    found: Counter = Counter()
    for source in project.sources.text_source:
        text = sources[source.plain_text_path.removeprefix("internal://")].read_text("utf-8")
        for selection in source.plain_text_selection:
            words = text[selection.start_position : selection.end_position]
            (coding,) = selection.coding
            found[source.name, codes[coding.code_ref.target_guid], words] += 1
    assert found == tagged(made())


def test_the_readers_were_given_something_to_read():
    assert sum(tagged(hard()).values()) == 10
    assert sum(tagged(story()).values()) == 5
    assert io.StringIO(written("jsonl", exchange(*sample()))).read() == ""
