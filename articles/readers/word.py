"""Word files (.docx): the paragraphs of the document, in order, from the one part of the archive that holds them.

Read here rather than by a library for Word: that unpacks every part (pictures, macros, links to elsewhere), and leaves
out the text within content controls. The caps are those of zip bombs: nothing is ever extracted to the disk.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from articles.errors import ArticleError
from articles.readers.databases import articles_in
from articles.readers.draft import Draft, Source
from articles.readers.markup import clean, one_line

LARGEST = 50_000_000
"""Bytes of a part at most, unpacked."""
MOST_PARTS = 2_000
HIGHEST_RATIO = 100
"""Times that a part of more than a megabyte may grow when it is unpacked; documents reach about 20."""

_DOCUMENT = "word/document.xml"
_PROPERTIES = "docProps/core.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEFT_OUT = {f"{_W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "sectPr", "tblPr")}
_EXTRACTOR = "newsreader-docx 1"


def read(source: Source) -> list[Draft]:
    """Read a Word file: one article, or the several of a news database's export.

    Raises:
        ArticleError: It is none, is damaged, or unpacks to too much.
    """
    document = _part(source, _DOCUMENT)
    if document is None:
        raise ArticleError(source.shown, "a zip archive, but no Word file", "unpack it, and open what is in it")
    text = clean("\n".join(line for line in _paragraphs(_parsed(document, source)) if line))
    properties = _part(source, _PROPERTIES)
    names = _properties(_parsed(properties, source)) if properties else {}
    draft = Draft(text, one_line(names.get("title")), author=one_line(names.get("creator")), extractor=_EXTRACTOR)
    return articles_in(draft)


def _part(source: Source, name: str) -> bytes | None:
    """Return one part of the archive, unpacked under the caps; None if it is not there."""
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            _check(source, archive)
            with archive.open(name) as part:
                data = part.read(LARGEST + 1)
    except KeyError:
        return None
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, OSError) as error:
        raise ArticleError(source.shown, f"a damaged or locked archive ({error})", "save the document again") from None
    if len(data) > LARGEST:
        raise _bomb(source)
    return data


def _check(source: Source, archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    large = [part for part in parts if part.file_size > 1_000_000]
    if len(parts) > MOST_PARTS or any(part.file_size > HIGHEST_RATIO * max(part.compress_size, 1) for part in large):
        raise _bomb(source)


def _bomb(source: Source) -> ArticleError:
    return ArticleError(source.shown, "it unpacks to far more than a document holds", "it is not opened")


def _parsed(data: bytes, source: Source) -> Element:
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except DefusedXmlException:
        raise ArticleError(source.shown, "it declares XML entities, which can blow up", "it is not opened") from None
    except (ParseError, ValueError) as error:
        raise ArticleError(source.shown, f"a damaged Word file ({error})", "save the document again") from None
    return root


def _paragraphs(root: Element) -> Iterator[str]:
    """Yield the text of the paragraphs in document order; deleted text and codes of fields are left out."""
    pieces: list[str] = []
    waiting = [iter(root)]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
            continue
        if element.tag == f"{_W}p" and pieces:
            yield "".join(pieces).strip()
            pieces.clear()
        if element.tag in _LEFT_OUT:
            continue
        pieces.append(_written(element))
        waiting.append(iter(element))
    yield "".join(pieces).strip()


def _written(element: Element) -> str:
    """Return what an element itself writes."""
    if element.tag == f"{_W}t":
        return element.text or ""
    if element.tag == f"{_W}noBreakHyphen":
        return "\u2011"
    return {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n"}.get(element.tag, "")


def _properties(root: Element) -> dict[str, str]:
    return {child.tag.rpartition("}")[2]: child.text or "" for child in root if isinstance(child.tag, str)}
