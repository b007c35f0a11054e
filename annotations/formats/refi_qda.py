"""`refi-qda`: a project for exchange between programs of qualitative analysis, .qdpx (https://www.qdasoftware.org).

A zip of `project.qde` (XML) and the texts of the articles. Tags are codes, spans are plain text selections, annotators
are users; a note of an annotation is a note, speaker and shared quote stand in the selection's description. Positions
are code points, the end exclusive. Identifiers are made from the ids, so that the same project gives the same bytes.
"""

import hashlib
import re
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from annotations.annotation import Annotation, Selector
from annotations.formats.colours import hex_of
from annotations.formats.exchange import Exchange
from annotations.formats.shape import File
from annotations.formats.xml import xml_text
from annotations.tags import Tag
from articles.article import Article

_NAMESPACE = "urn:QDA-XML:project:1.0"
_LONG_AGO = "1980-01-01T00:00:00Z"
"""The time of what has none (and the earliest that a zip can hold)."""
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
_FAST = 1
"""Level of compression: the XML shrinks to a ninth even so."""
_BLOCK = 1 << 16


@lru_cache(maxsize=4096)
def guid(kind: str, name: str) -> str:
    """Return the identifier of a thing, made from its kind and name, in the form of a version 5 uuid."""
    digest = hashlib.sha1(f"newsreader:{kind}:{name}".encode("utf-8", "replace"), usedforsecurity=False).hexdigest()
    return f"{digest[:8]}-{digest[8:12]}-5{digest[13:16]}-8{digest[17:20]}-{digest[20:32]}".upper()


def write(exchange: Exchange) -> Iterator[File]:
    """Write the zip."""
    yield File("", _blocks(exchange))


def _blocks(exchange: Exchange) -> Iterator[bytes]:
    with tempfile.TemporaryFile() as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=_FAST) as archive:
            _add(archive, "project.qde", _project(exchange))
            for article in exchange.articles:
                _add(archive, f"Sources/{guid('article', article.id)}.txt", [article.text])
        file.seek(0)
        while block := file.read(_BLOCK):
            yield block


def _add(archive: zipfile.ZipFile, name: str, chunks: Iterable[str]) -> None:
    stream: IO[bytes]
    with archive.open(name, "w") as stream:  # made of a name alone, an entry has the same time at every run
        for chunk in chunks:
            stream.write(chunk.encode("utf-8", "replace"))


def _tag(name: str, /, **attributes: object) -> str:
    """Return an opening tag's inside; attributes without a value are left out."""
    given = "".join(
        f" {key}={quoteattr(xml_text(str(value)))}" for key, value in attributes.items() if value not in (None, "")
    )
    return name + given


def _project(exchange: Exchange) -> Iterator[str]:
    created = _created(exchange)
    annotators = sorted({annotation.annotator for annotation in exchange.annotations} | {""})
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield f"<{_tag('Project', name='newsreader', origin='newsreader', creatingUserGUID=guid('user', ''))}"
    yield f' xmlns="{_NAMESPACE}" creationDateTime="{created}">\n<Users>\n'
    for name in annotators:
        yield f"<{_tag('User', guid=guid('user', name), name=name or 'unknown')}/>\n"
    yield "</Users>\n<CodeBook><Codes>\n"
    for tag in _codes(exchange):
        colour = hex_of(tag.colour, tag.name)
        yield f"<{_tag('Code', guid=guid('code', tag.name), name=tag.name, isCodable='true', color=colour)}>"
        yield f"<Description>{escape(xml_text(tag.description))}</Description></Code>\n"
    yield "</Codes></CodeBook>\n<Sources>\n"
    for article in exchange.articles:
        yield from _source(article, exchange.placed.get(article.id, []), created)
    yield "</Sources>\n"
    yield from _notes(exchange)
    yield "</Project>\n"


def _created(exchange: Exchange) -> str:
    return min(map(_time, exchange.annotations), default=_LONG_AGO)


def _codes(exchange: Exchange) -> list[Tag]:
    """Return the code book, and the tags that are used without being in it."""
    used = sorted({annotation.tag for annotation in exchange.annotations} - {tag.name for tag in exchange.tags})
    return [*exchange.tags, *map(Tag, used)]


def _source(article: Article, annotations: Iterable[Annotation], created: str) -> Iterator[str]:
    name = guid("article", article.id)
    path = f"internal://{name}.txt"
    attributes = {"creatingUser": guid("user", ""), "creationDateTime": created}
    yield f"<{_tag('TextSource', guid=name, name=article.id, plainTextPath=path, **attributes)}>\n"
    if article.title:
        yield f"<Description>{escape(xml_text(article.title))}</Description>\n"
    for annotation in annotations:
        for number, span in enumerate(annotation.spans):
            yield _selection(annotation, number, span)
    yield "</TextSource>\n"


def _selection(annotation: Annotation, number: int, span: Selector) -> str:
    """Return a span: what it is about, its code, its note (at the first span)."""
    name = f"{annotation.id} {number}"
    who = f'creatingUser="{guid("user", annotation.annotator)}" creationDateTime="{_time(annotation)}"'
    place = f'name={_attribute(span.exact)} startPosition="{span.start}" endPosition="{span.end}"'
    note = f'<NoteRef targetGUID="{guid("note", annotation.id)}"/>' if annotation.note and number == 0 else ""
    return (
        f'<PlainTextSelection guid="{guid("selection", name)}" {place} {who}>{_about(annotation)}'
        f'<Coding guid="{guid("coding", name)}" {who}><CodeRef targetGUID="{guid("code", annotation.tag)}"/></Coding>'
        f"{note}</PlainTextSelection>\n"
    )


def _attribute(text: str) -> str:
    return quoteattr(xml_text(text))


def _time(annotation: Annotation) -> str:
    """Return when an annotation was made; XML takes nothing but a time there."""
    return annotation.created if _TIME.fullmatch(annotation.created) else _LONG_AGO


def _about(annotation: Annotation) -> str:
    """Return what the format has no field for, as a description."""
    facts = {"speaker": annotation.speaker, "shared quote": annotation.group}
    told = "; ".join(f"{name}: {value}" for name, value in facts.items() if value)
    return f"<Description>{escape(xml_text(told))}</Description>" if told else ""


def _notes(exchange: Exchange) -> Iterator[str]:
    noted = [annotation for found in exchange.placed.values() for annotation in found if annotation.note]
    if not noted:
        return
    yield "<Notes>\n"
    for annotation in noted:
        who = {"creatingUser": guid("user", annotation.annotator), "creationDateTime": _time(annotation)}
        yield f"<{_tag('Note', guid=guid('note', annotation.id), name=annotation.tag, **who)}>"
        yield f"<PlainTextContent>{escape(xml_text(annotation.note))}</PlainTextContent></Note>\n"
    yield "</Notes>\n"
