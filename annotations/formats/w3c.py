"""`w3c`: an AnnotationPage of Web Annotations (JSON-LD; https://www.w3.org/TR/annotation-model/).

Each item stands for itself, with its own context. The spans of an interrupted passage are several targets (the
selectors of one target all describe the same words), each with a quote and a position selector; offsets are code
points, as the model demands. What the model has no word for stands in keys with the prefix `newsreader:`, which JSON-LD
processors keep.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote
from uuid import NAMESPACE_URL, uuid5

from annotations.annotation import Annotation, Document, Selector
from annotations.formats.check import checked
from annotations.formats.errors import FormatError
from annotations.formats.exchange import Exchange
from annotations.formats.jsonfile import encode, joined, parse, read_text
from annotations.formats.shape import File, Incoming

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_SOURCE = "urn:newsreader:article:"
_OWN = "newsreader:"
_UUID = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_OWN_FIELDS = ("article", "sha256", "speaker", "group", "origin", "state")


def write(exchange: Exchange) -> Iterator[File]:
    """Write the page."""
    yield File("", _chunks(exchange))


def _chunks(exchange: Exchange) -> Iterator[str]:
    name = uuid5(NAMESPACE_URL, "newsreader:" + " ".join(annotation.id for annotation in exchange.annotations))
    yield encode({"@context": CONTEXT, "id": f"urn:uuid:{name}", "type": "AnnotationPage"})[:-1] + ",\n"
    sources = {article.id: _iri(article.id, article.url) for article in exchange.articles}
    yield from joined("items", (_item(a, sources.get(a.article) or _iri(a.article)) for a in exchange.annotations))
    yield "}\n"


def _iri(article: str, url: str | None = None) -> str:
    """Return what names an article for others: its address on the web, else a name made from its id."""
    if url and url.startswith(("http://", "https://")) and url.isascii() and " " not in url:
        return url
    return _SOURCE + quote(article, safe="/", errors="replace")


def _item(annotation: Annotation, source: str) -> str:
    note = annotation.note
    tag: Document = {"type": "TextualBody", "value": annotation.tag, "purpose": "tagging"}
    comment: Document = {"type": "TextualBody", "value": note, "purpose": "commenting", "format": "text/plain"}
    item = {
        "@context": CONTEXT,
        "id": _annotation_iri(annotation.id),
        "type": "Annotation",
        "motivation": ["tagging", "commenting"] if note else "tagging",
        "created": annotation.created,
        "modified": annotation.updated,
        "creator": {"type": "Person", "name": annotation.annotator} if annotation.annotator else None,
        "body": [tag, comment] if note else [tag],
        "newsreader:article": annotation.article,
        "newsreader:sha256": annotation.sha256,
        "newsreader:speaker": annotation.speaker,
        "newsreader:group": annotation.group,
        "newsreader:origin": annotation.origin,
        "newsreader:state": annotation.state,
        "newsreader:extra": dict(annotation.extra) or None,
    }
    head = encode({name: value for name, value in item.items() if value})
    targets = ", ".join([_target(span, source) for span in annotation.spans])
    return f'{head[:-1]}, "target": {targets if len(annotation.spans) == 1 else f"[{targets}]"}}}'


def _target(span: Selector, source: str) -> str:
    """Return a target as JSON; put together by hand, for it is the greater part of the file and of the time."""
    quoted = f'"exact": {encode(span.exact)}, "prefix": {encode(span.prefix)}, "suffix": {encode(span.suffix)}'
    position = f'"start": {span.start}, "end": {span.end}'
    selectors = f'{{"type": "TextQuoteSelector", {quoted}}}, {{"type": "TextPositionSelector", {position}}}'
    return f'{{"source": {encode(source)}, "selector": [{selectors}]}}'


def _annotation_iri(name: str) -> str:
    if _UUID.fullmatch(name):
        return f"urn:uuid:{name}"
    return f"urn:newsreader:annotation:{quote(name, safe='', errors='replace')}"


def read(path: Path) -> Incoming:
    """Read a page, a collection with its pages inside, a list, or one annotation.

    Raises:
        FormatError: It holds none, or an annotation of text without a quote selector.
    """
    whole = parse(read_text(path), str(path))
    items = _items(whole)
    if items is None:
        raise FormatError(f"{path}: holds no Web Annotations; name its --format")
    return Incoming([_document(item, f"{path}, annotation {number}") for number, item in enumerate(items, start=1)])


def _items(whole: Any) -> list[Any] | None:
    """Return the annotations of what a file holds, None where it is something else."""
    if isinstance(whole, list):
        return whole
    if not isinstance(whole, dict):
        return None
    kinds = _list(whole.get("type"))
    if "Annotation" in kinds:
        return [whole]
    if "AnnotationPage" in kinds and isinstance(whole.get("items"), list):
        return list(whole["items"])
    if "AnnotationCollection" in kinds:
        return _items(whole.get("first"))
    return None


def _list(value: Any) -> list[Any]:
    """Return a JSON-LD value as a list: one thing may stand for a list of one."""
    return value if isinstance(value, list) else [] if value is None else [value]


def _document(item: Any, place: str) -> Document:
    if not isinstance(item, dict) or "Annotation" not in _list(item.get("type")):
        raise FormatError(f"{place}: is no Web Annotation; nothing was taken")
    targets = [target for target in _list(item.get("target")) if isinstance(target, dict)]
    if not targets:
        raise FormatError(f"{place}: points at no words (a target without selectors); nothing was taken")
    bodies = [
        body if isinstance(body, dict) else {"value": body} for body in _list(item.get("body", item.get("bodyValue")))
    ]
    extra = item.get(_OWN + "extra")
    document: Document = dict(extra) if isinstance(extra, dict) else {}
    document |= {name: item[_OWN + name] for name in _OWN_FIELDS if _OWN + name in item}
    document |= {
        "id": _name(item.get("id")),
        "tag": _first(bodies, "tagging") or "note",
        "note": _first(bodies, "commenting"),
        "annotator": _creator(item),
        "created": item.get("created"),
        "updated": item.get("modified"),
        "spans": [_span(target, place) for target in targets],
    }
    document.setdefault("article", _article(targets[0].get("source")))
    return checked(document, place, None)


def _name(iri: Any) -> str | None:
    if not isinstance(iri, str):
        return None
    return unquote(iri.removeprefix("urn:uuid:").removeprefix("urn:newsreader:annotation:"))


def _first(bodies: list[Document], purpose: str) -> str:
    """Return the text of the bodies of one purpose; what says none is a comment, as the model has it."""
    texts = [
        b["value"]
        for b in bodies
        if purpose in (_list(b.get("purpose")) or ["commenting"]) and isinstance(b.get("value"), str)
    ]
    return "\n".join(texts) if purpose == "commenting" else "".join(texts[:1])


def _creator(item: Document) -> str | None:
    for creator in _list(item.get("creator")):
        name = creator.get("name", creator.get("id")) if isinstance(creator, dict) else creator
        if isinstance(name, str):
            return name
    return None


def _span(target: Document, place: str) -> Document:
    """Return the span that a target's selectors describe; the words are what counts, the position may be missing."""
    selectors = {s.get("type"): s for s in _list(target.get("selector")) if isinstance(s, dict)}
    quoted = selectors.get("TextQuoteSelector")
    if quoted is None or not isinstance(quoted.get("exact"), str):
        raise FormatError(f"{place}: a target has no quote selector; nothing was taken")
    position = selectors.get("TextPositionSelector", {"start": 0, "end": len(quoted["exact"])})
    span = {"start": position.get("start"), "end": position.get("end"), "exact": quoted["exact"]}
    return span | {side: quoted[side] for side in ("prefix", "suffix") if side in quoted}


def _article(source: Any) -> str | None:
    if isinstance(source, dict):
        source = source.get("id")
    if not isinstance(source, str):
        return None
    return unquote(source.removeprefix(_SOURCE)) if source.startswith(_SOURCE) else source
