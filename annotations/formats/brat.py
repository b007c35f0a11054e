"""`brat`: a folder of standoff files (https://brat.nlplab.org/standoff.html), ready for a brat server.

For each article `NAME.txt`, the untouched text, and `NAME.ann`, a line an item: `T` the passage, in fragments where it
is interrupted or runs over a line break (which brat allows within no fragment), `#` its note, `A` its speaker,
annotator and shared quote. brat's own terms are letters, digits, `_` and `-`: what does not fit into them (and ids and
times) stands in a comment of the type `newsreader`, as JSON. Offsets are code points.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from annotations.annotation import Annotation, Document
from annotations.formats.check import check_edges, checked
from annotations.formats.errors import FormatError
from annotations.formats.exchange import Exchange, known
from annotations.formats.jsonfile import parse, read_text
from annotations.formats.quoted import quoted_spans, text_hash
from annotations.formats.shape import OWN, File, Incoming

_ATTRIBUTES = {"Speaker": "speaker", "Annotator": "annotator", "SharedQuote": "group"}
_TERM = re.compile(r"[^a-zA-Z0-9_-]+")  # what brat's configuration does not take in a term (its projectconfig.py)
_BREAK = re.compile(
    "[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+"
)  # where str.splitlines, and so brat's reader, ends a line
_BLANKS_IN_TEXT = re.compile("[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_NAME_BYTES = 180
"""A file name may have 255 bytes; room is left for endings and numbers."""


def term(value: str) -> str:
    """Return a name as brat stores one."""
    return _TERM.sub("_", value) or "_"


def file_names(articles: Sequence[str]) -> dict[str, str]:
    """Return a name for each article's pair of files: safe in any folder, no two the same, not even in capitals."""
    taken: set[str] = set()
    names = {}
    for article in articles:
        stem = re.sub(r"[^\w.-]+", "_", article.removesuffix(".txt")).lstrip(".") or "article"
        stem = stem.encode("utf-8", "replace")[:_NAME_BYTES].decode("utf-8", "ignore")
        name, number = stem, 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name.casefold())
        names[article] = name
    return names


def write(exchange: Exchange) -> Iterator[File]:
    """Write the configuration, and two files for each article."""
    yield File("annotation.conf", [_configuration(exchange)])
    yield File("visual.conf", [_appearance(exchange)])
    for article, name in file_names([article.id for article in exchange.articles]).items():
        yield File(f"{name}.txt", [exchange.texts[article].text.encode("utf-8", "replace")])
        yield File(f"{name}.ann", _standoff(exchange.placed.get(article, []), exchange.texts[article].text))


def _configuration(exchange: Exchange) -> str:
    annotations = [annotation for placed in exchange.placed.values() for annotation in placed]
    tags = dict.fromkeys(term(tag) for tag in [*(t.name for t in exchange.tags), *(a.tag for a in annotations)])
    lines = ["[entities]", *tags, "", "[relations]", "", "[events]", "", "[attributes]"]
    for name, field in _ATTRIBUTES.items():
        values = sorted({term(value) for a in annotations if (value := getattr(a, field))})
        lines += [f"{name}\tArg:<ENTITY>, Value:{'|'.join(values)}"] if values else []
    return "\n".join(lines) + "\n"


def _appearance(exchange: Exchange) -> str:
    labels = [f"{term(tag.name)} | {_one_line(tag.name).replace('|', '/')}" for tag in exchange.tags]
    return "\n".join(["[labels]", *labels, "", "[drawing]", ""])


def _standoff(annotations: Sequence[Annotation], text: str) -> Iterator[str]:
    attributes = comments = 0
    for number, annotation in enumerate(annotations, start=1):
        pieces = fragments(text, [(span.start, span.end) for span in annotation.spans])
        if not pieces:
            continue
        place = ";".join(f"{start} {end}" for start, end in pieces)
        lines = [f"T{number}\t{term(annotation.tag)} {place}\t{' '.join(text[start:end] for start, end in pieces)}"]
        for name, field in _ATTRIBUTES.items():
            if value := getattr(annotation, field):
                attributes += 1
                lines.append(f"A{attributes}\t{name} T{number} {term(value)}")
        if annotation.note:
            comments += 1
            lines.append(f"#{comments}\tAnnotatorNotes T{number}\t{_one_line(annotation.note)}")
        comments += 1
        lines.append(f"#{comments}\t{OWN} T{number}\t{json.dumps(_own(annotation, pieces, text))}")
        yield "\n".join(lines) + "\n"


def fragments(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Part spans at line breaks, which brat forbids within a fragment; of a span of nothing else nothing is left."""
    pieces = []
    for start, end in spans:
        begin = start
        for gap in _BREAK.finditer(text, start, end):
            if gap.start() > begin:
                pieces.append((begin, gap.start()))
            begin = gap.end()
        if begin < end:
            pieces.append((begin, end))
    return pieces


def _one_line(text: str) -> str:
    return _BLANKS_IN_TEXT.sub(" ", text)


def _own(annotation: Annotation, pieces: list[tuple[int, int]], text: str) -> Document:
    """Return what brat has no place for; the spans too, where its fragments alone would not give them back."""
    own = known(annotation.to_document(), "spans", "sha256")
    spans = [(span.start, span.end) for span in annotation.spans]
    return own if spans == joined(text, pieces) else own | {"spans": spans}


def joined(text: str, pieces: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return fragments as spans: those that only a line break parts are one."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted(pieces):
        if spans and start >= spans[-1][1] and _BREAK.fullmatch(text, spans[-1][1], start):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


class _Item(NamedTuple):
    """One `T` line and what hangs on it."""

    place: str
    tag: str
    pieces: list[tuple[int, int]]
    words: str
    further: dict[str, str]


def read(path: Path) -> Incoming:
    """Read a folder of standoff files, or one `.ann` with its `.txt` beside it.

    Passages (`T`), their attributes and notes are read; events and relations are not annotations here.

    Raises:
        FormatError: There is none, a text is missing, or a line is broken.
    """
    found = sorted(path.rglob("*.ann")) if path.is_dir() else [path] if path.suffix == ".ann" else []
    if not found:
        raise FormatError(f"{path}: holds no .ann files; name a folder of brat's")
    return Incoming([document for file in found for document in _documents(file)])


def _documents(path: Path) -> list[Document]:
    beside = path.with_suffix(".txt")
    if not beside.is_file():
        raise FormatError(f"{path}: its text {beside.name} is missing; put it beside")
    text = read_text(beside, "utf-8").replace("\r\n", "\n").replace("\r", "\n")  # brat counts a byte-order mark
    sha256 = text_hash(text)
    documents = []
    for item in _items(path):
        _check_pieces(item, text)
        documents.append(checked(_document(item, text) | {"sha256": sha256}, item.place, None))
    for document in documents:
        document.setdefault("article", beside.name)
    return documents


def _items(path: Path) -> list[_Item]:
    items: dict[str, _Item] = {}
    hanging: list[tuple[str, str, str]] = []
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        place = f"{path}, line {number}"
        name, _, rest = line.rstrip("\r").partition("\t")
        if name.startswith("T"):
            if name in items:
                raise FormatError(f"{place}: {name} is there twice; nothing was taken")
            items[name] = _passage(rest, place)
        elif name.startswith("A"):
            words = rest.split(" ", 2)
            hanging += [(words[1], words[0], words[2])] if len(words) == 3 else []
        elif name.startswith("#"):
            head, _, note = rest.partition("\t")
            words = head.split(" ")
            hanging += [(words[1], words[0], note)] if len(words) == 2 else []
        elif line.strip() and name[:1] not in ("E", "R", "N", "M", "*"):
            raise FormatError(f"{place}: is no line of brat's; nothing was taken")
    for target, name, value in hanging:
        if target in items:
            items[target].further[name] = value
    return list(items.values())


def _passage(rest: str, place: str) -> _Item:
    head, _, words = rest.partition("\t")
    tag, _, places = head.partition(" ")
    match = re.fullmatch(r"\d{1,15} \d{1,15}(;\d{1,15} \d{1,15})*", places.strip())
    if not match or not tag:
        raise FormatError(f"{place}: names no type and offsets; nothing was taken")
    edges = [tuple(map(int, piece.split(" "))) for piece in places.strip().split(";")]
    return _Item(place, tag, [(edge[0], edge[1]) for edge in edges], words, {})


def _check_pieces(item: _Item, text: str) -> None:
    """Refuse offsets that are not those of the words beside them, as brat itself does."""
    for start, end in item.pieces:
        check_edges(start, end, item.place)
        if end > len(text):
            raise FormatError(
                f"{item.place}: the offset {end} is beyond the text ({len(text)} characters); nothing was taken"
            )
    words = " ".join(text[start:end] for start, end in item.pieces)
    if item.words.strip() and item.words.split() != words.split():
        raise FormatError(
            f"{item.place}: the words do not stand at the offsets (are they UTF-16 or bytes?); nothing was taken"
        )


def _document(item: _Item, text: str) -> Document:
    """Return a passage as a document: what brat shows counts, unless it is only brat's form of what we had."""
    own = parse(item.further[OWN], item.place) if OWN in item.further else {}
    document: Document = dict(own) if isinstance(own, dict) else {}
    document["tag"] = _kept(document.get("tag"), item.tag, term)
    document["note"] = _kept(document.get("note"), item.further.get("AnnotatorNotes", ""), _one_line)
    for name, field in _ATTRIBUTES.items():
        document[field] = _kept(document.get(field), item.further.get(name), term)
    document["spans"] = quoted_spans(text, _spans(document.get("spans"), item.pieces, text))
    return document


def _kept(ours: Any, shown: str | None, form: Any) -> str | None:
    """Return our value if what brat shows is its form of it, else what brat shows."""
    return ours if isinstance(ours, str) and (form(ours) if ours else "") == (shown or "") else shown


def _spans(ours: Any, pieces: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Return our spans if these are their fragments, else what the fragments are."""
    if isinstance(ours, list) and all(_is_span(span, text) for span in ours):
        spans = [(start, end) for start, end in ours]
        if fragments(text, spans) == pieces:
            return spans
    return joined(text, pieces)


def _is_span(span: Any, text: str) -> bool:
    return (
        isinstance(span, list)
        and len(span) == 2
        and all(type(edge) is int for edge in span)
        and 0 <= span[0] < span[1] <= len(text)
    )
