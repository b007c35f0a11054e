"""`doccano`: JSON Lines of its sequence labelling, an article a line: `text`, and `label` as [[start, end, tag], ...].

doccano counts UTF-16 code units unless the project counts graphemes: `--offsets utf16` for the former. What it has no
field for stands in the key `newsreader`, which doccano keeps as metadata: the article, the unit, and the annotations,
each with its tag and the offsets of its labels (an interrupted passage has several).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from annotations.annotation import Document
from annotations.formats.check import check_edges, checked
from annotations.formats.errors import FormatError
from annotations.formats.exchange import Exchange, known
from annotations.formats.jsonfile import encode, parse_lines
from annotations.formats.quoted import code_points, quoted_spans, text_hash
from annotations.formats.shape import OWN, File, Incoming

Label = tuple[int, int, str]


def write(exchange: Exchange) -> Iterator[File]:
    """Write the lines."""
    yield File("", _lines(exchange))


def _lines(exchange: Exchange) -> Iterator[str]:
    for number, article in enumerate(exchange.articles, start=1):
        labels: list[Label] = []
        annotations: list[Document] = []
        for annotation in exchange.placed.get(article.id, []):
            spans = [
                (exchange.outward(article.id, span.start), exchange.outward(article.id, span.end))
                for span in annotation.spans
            ]
            labels += [(start, end, annotation.tag) for start, end in spans]
            annotations.append(known(annotation.to_document(), "article", "sha256") | {"spans": spans})
        about = {"article": article.id, "sha256": article.sha256, "title": article.title, "offset_unit": exchange.unit}
        line = {
            "id": number,
            "text": article.text,
            "label": labels,
            "Comments": [],
            OWN: about | {"annotations": annotations},
        }
        yield encode(line) + "\n"


def read(path: Path) -> Incoming:
    """Read the lines of a sequence labelling project or of one with relations (`entities`); relations are not taken.

    Where a line does not say how it counts, the unit is the one by which more labels begin and end at words.

    Raises:
        FormatError: A line is no such object, or its offsets are none.
    """
    return Incoming([document for place, line in parse_lines(path) for document in _documents(line, place)])


def _documents(line: dict[str, Any], place: str) -> Iterator[Document]:
    text, labels = line.get("text", line.get("data")), _labels(line, place)
    if not isinstance(text, str):
        raise FormatError(f"{place}: has no text; nothing was taken")
    own = line.get(OWN) if isinstance(line.get(OWN), dict) else {}
    assert isinstance(own, dict)
    unit = own.get("offset_unit")
    spans = code_points(text, [(start, end) for start, end, _ in labels], unit, place)
    about = {name: own[name] for name in ("article",) if isinstance(own.get(name), str)} | {"sha256": text_hash(text)}
    for document, numbers in _groups(own.get("annotations"), labels):
        document |= about | {
            "tag": labels[numbers[0]][2],
            "spans": quoted_spans(text, [spans[number] for number in numbers]),
        }
        yield checked(document, place, None)


def _groups(annotations: Any, labels: Sequence[Label]) -> Iterator[tuple[Document, list[int]]]:
    """Yield our annotations with the numbers of their labels, then each label that belongs to none.

    Labels are known by their offsets: doccano may give them back in another order, and people change their tags there.
    """
    left: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for number, (start, end, _) in enumerate(labels):
        left[start, end].append(number)
    for document in annotations if isinstance(annotations, list) else []:
        if isinstance(document, dict) and (numbers := _numbers(document, labels, left)):
            for number in numbers:
                left[labels[number][:2]].remove(number)
            yield dict(document), numbers
    for number in sorted(number for numbers in left.values() for number in numbers):
        yield {}, [number]


def _numbers(document: Document, labels: Sequence[Label], left: Mapping[tuple[int, int], list[int]]) -> list[int]:
    """Return the numbers of an annotation's labels; none, if one is gone or they have different tags by now."""
    numbers: list[int] = []
    for span in document["spans"] if isinstance(document.get("spans"), list) else []:
        if not isinstance(span, list) or len(span) != 2 or not all(type(edge) is int for edge in span):
            return []
        there = [number for number in left.get((span[0], span[1]), ()) if number not in numbers]
        if not there:
            return []
        numbers.append(min(there, key=lambda number: labels[number][2] != document.get("tag")))
    return numbers if len({labels[number][2] for number in numbers}) == 1 else []


def _labels(line: dict[str, Any], place: str) -> list[Label]:
    """Return the labels of a line in whichever of doccano's two shapes."""
    labels = line.get("label", line.get("labels"))
    if labels is None and isinstance(line.get("entities"), list):
        entities = [entity if isinstance(entity, dict) else {} for entity in line["entities"]]
        labels = [[e.get("start_offset"), e.get("end_offset"), e.get("label")] for e in entities]
    if not isinstance(labels, list):
        raise FormatError(f"{place}: has no labels; nothing was taken")
    for label in labels:
        if not isinstance(label, list) or len(label) != 3 or not isinstance(label[2], str):
            raise FormatError(f"{place}: a label is not [start, end, tag]; nothing was taken")
        check_edges(label[0], label[1], place)
    return [(start, end, tag) for start, end, tag in labels]
