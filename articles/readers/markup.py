"""From mark-up to plain text, for the bodies of feed items and mails, and for pages in which no main text was found.

A tokenizer of one regular expression, each of whose branches runs to the end of the text where its end is missing: so
malformed or hostile mark-up costs no more time than any other. Nothing is ever loaded or run.
"""

import html
import re

from articles.decoding import fold_line_ends, without_surrogates

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<!\[CDATA\[(?P<cdata>.*?)(?:\]\]>|\Z)"
    r"|<(?P<skipped>script|style|template|noscript|head|svg|iframe|object)\b.*?(?:</(?P=skipped)\s*>|\Z)"
    r"""|<(?P<slash>/?)(?P<tag>[a-z][a-z0-9:-]*+)(?:[^>=]|=\s*+(?:"[^"]*+"|'[^']*+')?)*+(?:>|\Z)"""
    r"|<[!?/].*?(?:>|\Z)"
    r"|(?P<text>[^<]+|<)",
    re.DOTALL | re.IGNORECASE,
)
_BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol option p pre section summary table tbody td tfoot
    th thead title tr ul
    """.split()
)
_BLANKS = re.compile(r"[ \t\n\f\r]+")
_LOOKS_LIKE_MARKUP = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>|&(?:#\d+|#x[0-9a-f]+|[a-z]+\d?);", re.IGNORECASE)


def text_of(markup: str) -> str:
    """Return the text that mark-up shows: a line for each block, entities resolved, scripts and styles left out."""
    lines = [""]
    for token in _TOKEN.finditer(markup):
        tag = (token.group("tag") or "").casefold()
        if tag == "br" or tag in _BLOCKS:
            lines.append("")
        else:
            lines[-1] += token.group("text") or token.group("cdata") or ""
    shown = (_BLANKS.sub(" ", line).strip(" ") for line in lines)
    return "\n".join(clean(html.unescape(line)) for line in shown if line)


def text_of_maybe(body: str) -> str:
    """Return the text of a body that may be mark-up or plain text already."""
    return text_of(body) if _LOOKS_LIKE_MARKUP.search(body) else clean(body)


def clean(text: str) -> str:
    """Return the text as an article may have it: line ends folded to LF, no lone surrogates, no byte-order mark."""
    return fold_line_ends(without_surrogates(text.removeprefix("\ufeff")))


def one_line(text: str | None) -> str | None:
    """Return a title, name or address as one line without blanks at its edges; None where nothing is left."""
    return " ".join(clean(text).split()) or None if text else None
