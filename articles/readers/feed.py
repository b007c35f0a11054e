"""Feeds (RSS 0.9 to 2.0, Atom): an article an item. Entities are refused, so that no file can blow up or reach out."""

import html
import re
from collections.abc import Callable
from xml.etree.ElementTree import Element, ParseError

from articles.decoding import Decoded
from articles.errors import ArticleError, NoArticleError
from articles.readers.draft import Draft, Source
from articles.readers.html_page import decode_page
from articles.readers.markup import one_line, text_of, text_of_maybe

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_INVALID = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,30});|&(?![A-Za-z#][A-Za-z0-9]{1,30};)")
_ROOTS = frozenset({"rss", "RDF", "feed"})


def read(source: Source) -> list[Draft]:
    """Read a feed: an article an item; the text is the item's content, else its description.

    Raises:
        NoArticleError: It is another kind of XML, or a feed without items.
        ArticleError: It is not XML, or it declares entities.
    """
    decoded = decode_page(source)
    root = _parsed(decoded.text, source)
    if _name(root) not in _ROOTS:
        raise NoArticleError(source.shown, "XML, but no feed", "name a feed (RSS or Atom)")
    items = [element for element in root.iter() if _name(element) in {"item", "entry"}]
    if not items:
        raise NoArticleError(source.shown, "a feed without items", "name another feed")
    channel = next((element for element in root if _name(element) == "channel"), root)
    outlet = one_line(_text(channel, "title"))
    return [_draft(item, outlet, decoded) for item in items]


def _parsed(text: str, source: Source) -> Element:
    """Parse XML; what feeds often get wrong (names of HTML entities, lone ampersands, control characters) is mended."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    parse: Callable[[bytes], Element] = fromstring
    bare = _DECLARATION.sub("", _INVALID.sub("\ufffd", text))
    try:
        try:
            return parse(bare.encode())
        except ParseError:
            return parse(_NAMED.sub(_mended, bare).encode())
    except DefusedXmlException:
        raise ArticleError(source.shown, "it declares XML entities, which can blow up", "it is not opened") from None
    except (ParseError, RecursionError, ValueError) as error:
        raise ArticleError(source.shown, f"not XML ({error})", "mend it, or get the feed again") from None


def _mended(match: re.Match[str]) -> str:
    """Return a named entity as its character, a lone ampersand as one that XML allows."""
    named = html.unescape(match.group())
    return named if match.group(1) and named != match.group() else "&amp;" + match.group()[1:]


def _name(element: Element) -> str:
    """Return an element's name without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _draft(item: Element, outlet: str | None, decoded: Decoded) -> Draft:
    return Draft(
        _body(item),
        title=one_line(text_of_maybe(_text(item, "title"))),
        outlet=one_line(_text(item, "source")) or outlet,
        author=one_line(_author(item)),
        date=one_line(_text(item, "published", "pubDate", "date", "updated", "issued")),
        url=one_line(_link(item)),
        key=one_line(_text(item, "guid", "id")),
        encoding=decoded.encoding,
        extractor="newsreader-markup 1",
        warnings=decoded.warnings,
    )


def _children(item: Element, *names: str) -> list[Element]:
    """Return the children of these names, those of the first name first."""
    return [child for name in names for child in item if _name(child) == name]


def _text(item: Element, *names: str) -> str:
    """Return all text of the first filled child of these names."""
    return next((text for child in _children(item, *names) if (text := "".join(child.itertext())).strip()), "")


def _body(item: Element) -> str:
    """Return the text of the item's fullest content."""
    for child in _children(item, "encoded", "content", "description", "summary"):
        if child.get("type") == "xhtml":
            text = text_of(_as_markup(child))
        elif child.get("type") == "text":
            text = "".join(child.itertext()).strip()
        else:
            text = text_of_maybe("".join(child.itertext())).strip()
        if text:
            return text
    return ""


def _as_markup(element: Element) -> str:
    """Write an element's content as mark-up again, names without namespaces; however deep, without recursion."""
    pieces = [html.escape(element.text or "")]
    waiting = [(element, iter(element))]
    while waiting:
        parent, children = waiting[-1]
        child = next(children, None)
        if child is not None:
            pieces.append(f"<{_name(child)}>{html.escape(child.text or '')}")
            waiting.append((child, iter(child)))
            continue
        waiting.pop()
        if waiting:
            pieces.append(f"</{_name(parent)}>{html.escape(parent.tail or '')}")
    return "".join(pieces)


def _author(item: Element) -> str:
    creators = ["".join(child.itertext()).strip() for child in _children(item, "creator")]
    named = [_text(child, "name") or (child.text or "") for child in _children(item, "author")]
    return ", ".join(filter(None, creators or named))


def _link(item: Element) -> str:
    """Return the item's address: Atom's alternate link, or RSS's link or permanent id."""
    for link in _children(item, "link"):
        if link.get("href") and link.get("rel", "alternate") == "alternate":
            return link.get("href", "")
        if link.text and link.text.strip():
            return link.text
    guid = _text(item, "guid", "id")
    return guid if guid.startswith(("http://", "https://")) else ""
