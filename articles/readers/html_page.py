"""Web pages: main text, title, outlet, author, date and address, by trafilatura."""

import codecs
import html
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from articles.article import Span
from articles.decoding import Decoded
from articles.readers.draft import Draft, Source
from articles.readers.markup import clean, one_line, text_of
from articles.readers.quiet import quietly

_DECLARED = re.compile(
    rb"""<meta[^>]{0,500}?charset\s*=\s*["']?\s*([\w.:-]{1,40})|encoding=["']([\w.:-]{1,40})["']""", re.I
)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*>")
_LEGACY = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
"""What browsers read where a page says the narrower one (the WHATWG encoding standard)."""

_KEPT = str.maketrans("\u00a0\u202f\u200c\u200d", "\U00010601\U00010602\U00010603\U00010604")
"""No-break spaces and joiners, which trafilatura would fold or drop, and letters (Linear A) that carry them past it."""

_DATES = {"original_date": True, "extensive_search": False}
"""When it was published, as the page declares it: the extensive search takes any year in the text for a date."""

_ENTITIES = re.compile(r"&(?:nbsp|zwnj|zwj|#(?:160|8204|8205|8239)|#x(?:0*a0|200c|200d|202f));?", re.IGNORECASE)

_HEAD = 4096
"""Bytes in which the declaration of an encoding is looked for (browsers: 1024)."""


def read(source: Source) -> list[Draft]:
    """Read a saved web page: one article.

    Raises:
        ArticleError: It is no text.
        ModuleNotFoundError: trafilatura is not installed.
    """
    return [read_page(source, decode_page(source))]


def read_page(source: Source, decoded: Decoded, url: str | None = None) -> Draft:
    """Extract the article of a page; where no main text is found, all its text."""
    page = _DECLARATION.sub("", decoded.text)
    found = _extracted(page)
    warnings = decoded.warnings
    text = _lines(found.get("text") or "")
    if not text:
        text, warnings = text_of(page), (*warnings, "no main text was found: this is all the text of the page")
    beside = source.beside
    title = one_line(found.get("title") or beside.get("title"))
    address = one_line(url or beside.get("url") or found.get("url"))
    return Draft(
        text,
        title=title,
        title_span=Span(0, len(title)) if title and text.startswith(title + "\n") else None,
        outlet=one_line(found.get("sitename") or beside.get("outlet") or _host(address)),
        author=one_line(found.get("author") or beside.get("author")),
        date=one_line(found.get("date") or beside.get("date")),
        url=address,
        encoding=decoded.encoding,
        extractor=f"trafilatura {_version()}",
        warnings=warnings,
        alone=True,
    )


def decode_page(source: Source) -> Decoded:
    """Decode a page: by --encoding, its byte-order mark, what the server or the page declares, else by its bytes."""
    return source.decoded(declared_encoding(source.data, source.beside.get("encoding")))


def declared_encoding(data: bytes, from_server: str | None = None) -> str | None:
    """Return the name of the encoding that the server or a page itself declares, if it is one and the bytes fit."""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    match = _DECLARED.search(data[:_HEAD])
    in_page = (match.group(1) or match.group(2)).decode("ascii", "replace") if match else None
    return next((name for name in map(_codec, (from_server, in_page)) if name and _fits(data, name)), None)


def _codec(name: str | None) -> str | None:
    try:
        found = codecs.lookup(name or "").name
    except (LookupError, ValueError):  # no such encoding, or no name that one could have
        return None
    return _LEGACY.get(found, found)


def _fits(data: bytes, name: str) -> bool:
    """Tell whether bytes are valid in an encoding. A page that declares UTF-16 in plain ASCII is not UTF-16."""
    try:
        data.decode(name)
    except (UnicodeError, LookupError):
        return False
    return not name.startswith(("utf-16", "utf-32"))


def _extracted(page: str) -> Mapping[str, str]:
    """Return what trafilatura finds: metadata and main text.

    Its usual text holds menus and related stories before and behind the article, its precise one lacks lines within.
    So the usual text is cut to where the precise one begins and ends.
    """
    guarded = _guarded(page)
    usual, precise = _fields(guarded, favor_precision=False), _fields(guarded, favor_precision=True)
    lines, sure = usual.get("text", "").split("\n"), set(precise.get("text", "").split("\n"))
    places = [place for place, line in enumerate(lines) if line and line in sure]
    text = "\n".join(lines[places[0] : places[-1] + 1] if places else lines)
    return {name: _unguarded(value) for name, value in {**usual, "text": text}.items()}


def _fields(page: str, *, favor_precision: bool) -> Mapping[str, str]:
    """Return the fields of trafilatura's document; none where the page is beyond it (too deep, no mark-up at all)."""
    from trafilatura import bare_extraction

    try:
        with quietly("trafilatura", "htmldate", "courlan", "justext"):
            found: Any = bare_extraction(
                page,
                favor_precision=favor_precision,
                with_metadata=not favor_precision,
                include_comments=False,
                date_extraction_params=_DATES,
            )
    except (RecursionError, ValueError, TypeError, AttributeError, LookupError):  # what it raises on broken pages
        return {}
    fields = found.as_dict() if found is not None else {}
    return {name: value for name, value in fields.items() if isinstance(value, str)}


def _guarded(page: str) -> str:
    resolved = _ENTITIES.sub(lambda match: html.unescape(match.group()), page)
    return resolved.translate(_KEPT)


def _unguarded(text: str) -> str:
    return text.translate({letter: sign for sign, letter in _KEPT.items()})


def _host(address: str | None) -> str:
    """Return the host of an address, which stands for an outlet without a name."""
    match = re.match(r"https?://(?:www\.)?([^/:?#]+)", address or "")
    return match.group(1) if match else ""


def _lines(text: str) -> str:
    """Return the extracted text without blank lines and without blanks at the edges of lines."""
    return clean("\n".join(line.strip() for line in text.split("\n") if line.strip()))


@cache
def _version() -> str:
    from importlib.metadata import version

    return version("trafilatura")
