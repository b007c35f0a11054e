"""`label-studio`: a list of tasks (https://labelstud.io/guide/export), with the labelling configuration beside it.

An article is a task; the annotations of each annotator are one of its `annotations`, what the program would tag and
nobody has yet is its `predictions`. Each span is a result of the type `labels`; its `meta` has the note as the region's
text, and under `newsreader` what Label Studio has no field for. Offsets are code points.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from annotations.annotation import Annotation, Document
from annotations.formats.check import check_edges, checked
from annotations.formats.colours import hex_of
from annotations.formats.errors import FormatError
from annotations.formats.exchange import Exchange, known
from annotations.formats.jsonfile import encode, parse, read_text
from annotations.formats.quoted import code_points, quoted_spans, text_hash
from annotations.formats.shape import OWN, File, Incoming
from annotations.formats.units import CODE_POINT
from annotations.formats.xml import xml_text
from articles.article import Article

FROM, TO = "label", "text"
"""Names of the two controls in the labelling configuration, which every result refers to."""


def write(exchange: Exchange) -> Iterator[File]:
    """Write the tasks, and the labelling configuration that they need."""
    yield File("", _tasks(exchange))
    yield File(".xml", [configuration(exchange)])


def configuration(exchange: Exchange) -> str:
    """Return the labelling configuration: every tag that the tasks use, in the colours of the code book."""
    colours = {tag.name: hex_of(tag.colour, tag.name) for tag in exchange.tags}
    for annotation in exchange.annotations:
        colours.setdefault(annotation.tag, hex_of("", annotation.tag))
    labels = [
        f"    <Label value={quoteattr(xml_text(tag))} background={quoteattr(colour)}/>"
        for tag, colour in colours.items()
    ]
    head = ["<View>", '  <Header value="$title"/>', f'  <Labels name="{FROM}" toName="{TO}">']
    return "\n".join(
        [*head, *labels, "  </Labels>", f'  <Text name="{TO}" value="$text" granularity="symbol"/>', "</View>", ""]
    )


def _tasks(exchange: Exchange) -> Iterator[str]:
    separator = "["
    for number, article in enumerate(exchange.articles, start=1):
        yield f"{separator}\n{encode(_task(exchange, article, number))}"
        separator = ","
    yield "\n]\n" if exchange.articles else "[]\n"


def _task(exchange: Exchange, article: Article, number: int) -> Document:
    by_annotator: defaultdict[str, list[Document]] = defaultdict(list)
    for annotation in exchange.placed.get(article.id, []):
        by_annotator[annotation.annotator] += _results(annotation)
    data = {
        "text": article.text,
        "title": article.title or article.name,
        "article": article.id,
        "sha256": article.sha256,
    }
    annotations = [
        {
            "id": number * 1000 + place,
            "completed_by": 1,
            "was_cancelled": False,
            "result": results,
            OWN: {"annotator": name},
        }
        for place, (name, results) in enumerate(sorted(by_annotator.items()), start=1)
    ]
    proposed = list(_proposals(exchange, article))
    predictions = [{"model_version": OWN, "score": 0.5, "result": proposed}] if proposed else []
    return {"id": number, "data": data, "annotations": annotations, "predictions": predictions}


def _results(annotation: Annotation) -> Iterator[Document]:
    """Yield a result for each span; the first has all that we know of the annotation."""
    own = known(annotation.to_document(), "spans", "article", "sha256", "tag", "note")
    for number, span in enumerate(annotation.spans):
        meta: Document = {"text": [annotation.note]} if annotation.note else {}
        meta[OWN] = own if number == 0 else {"id": annotation.id}
        yield _result(f"{annotation.id}.{number + 1}", span.start, span.end, span.exact, annotation.tag) | {
            "meta": meta
        }


def _proposals(exchange: Exchange, article: Article) -> Iterator[Document]:
    for suggestion in exchange.suggestions.get(article.id, []):
        for number, (start, end) in enumerate(suggestion.spans, start=1):
            yield _result(f"{suggestion.key}.{number}", start, end, article.text[start:end], suggestion.tag)


def _result(name: str, start: int, end: int, text: str, tag: str) -> Document:
    value = {"start": start, "end": end, "text": text, "labels": [tag]}
    return {"id": name, "from_name": FROM, "to_name": TO, "type": "labels", "value": value}


def read(path: Path) -> Incoming:
    """Read the annotations of a list of tasks; predictions are nobody's annotations and stay out.

    Raises:
        FormatError: It is no such list, or a result is broken.
    """
    tasks = parse(read_text(path), str(path))
    if not isinstance(tasks, list):
        raise FormatError(f"{path}: is no list of tasks; export from Label Studio as JSON")
    found: list[Document] = []
    for number, task in enumerate(tasks, start=1):
        found += _documents(task, f"{path}, task {number}")
    return Incoming(found)


def _documents(task: Any, place: str) -> Iterator[Document]:
    data = task.get("data") if isinstance(task, dict) else None
    if not isinstance(data, dict) or not isinstance(task.get("annotations"), list):
        raise FormatError(f"{place}: has no data or no annotations; export from Label Studio as JSON")
    texts: dict[str, str] = {name: value for name, value in data.items() if isinstance(value, str)}
    for annotation in task["annotations"]:
        if not isinstance(annotation, dict) or not isinstance(annotation.get("result"), list):
            raise FormatError(f"{place}: an annotation has no results; nothing was taken")
        if not annotation.get("was_cancelled"):
            yield from _of_annotator(annotation, texts, place)


def _of_annotator(annotation: Document, texts: dict[str, str], place: str) -> Iterator[Document]:
    """Yield what one annotator marked in one task; the results of one of our annotations are one again."""
    text = texts.get("text") or max(texts.values(), key=len, default="")
    own = annotation.get(OWN)
    annotator = own.get("annotator") if isinstance(own, dict) else _person(annotation.get("completed_by"))
    passages: dict[str, tuple[Document, list[tuple[int, int]]]] = {}
    for number, result in enumerate(_labelled(annotation["result"], place)):
        start, end, tag, meta = result
        own_fields: Any = meta.get(OWN)
        known_fields: Document = own_fields if isinstance(own_fields, dict) else {}
        document, spans = passages.setdefault(f"{known_fields.get('id', number)}\n{tag}", ({}, []))
        document.update(known_fields | {"tag": tag})
        notes = _strings(meta.get("text"))
        document.setdefault("note", "\n".join(notes))
        spans.append((start, end))
    for document, spans in passages.values():
        document.setdefault("annotator", annotator)
        if isinstance(texts.get("article"), str):
            document["article"] = texts["article"]
        exact = quoted_spans(text, code_points(text, spans, CODE_POINT, place))
        yield checked(document | {"sha256": text_hash(text), "spans": exact}, place, None)


def _labelled(results: Iterable[Any], place: str) -> Iterator[tuple[int, int, str, Document]]:
    """Yield offsets, tag and meta of the results that label a stretch of text; a result of two labels comes twice."""
    for result in results:
        if not isinstance(result, dict) or not isinstance(result.get("value"), dict):
            raise FormatError(f"{place}: a result has no value; nothing was taken")
        value, meta = result["value"], result.get("meta")
        if result.get("type") not in ("labels", "hypertextlabels"):
            continue
        offsets = value.get("globalOffsets") if isinstance(value.get("globalOffsets"), dict) else value
        check_edges(offsets.get("start"), offsets.get("end"), place)
        for label in _strings(value.get(result["type"], value.get("labels"))):
            yield offsets["start"], offsets["end"], label, meta if isinstance(meta, dict) else {}


def _strings(value: Any) -> list[str]:
    """Return the texts of a list; one text may stand for a list of one."""
    items = value if isinstance(value, list) else [value]
    return [text for text in items if isinstance(text, str)]


def _person(completed_by: Any) -> str | None:
    """Return the name of who annotated: Label Studio gives a number, or an object with an address."""
    if isinstance(completed_by, dict):
        name = completed_by.get("email") or completed_by.get("username") or completed_by.get("id")
        return str(name) if name is not None else None
    if isinstance(completed_by, int):
        return f"user {completed_by}"
    return completed_by if isinstance(completed_by, str) else None
