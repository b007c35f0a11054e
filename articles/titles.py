"""Where a text that has no other title shows one: a heading, or a first line that stands apart."""

import re

from articles.article import Span

LONGEST = 200
"""Characters of a headline at most; what is longer is a paragraph."""

_FIRST_LINE = re.compile(r"\s*^[^\S\n]*(?:(?P<heading>#)[^\S\n]+)?(?P<line>\S[^\n]*?)[^\S\n]*(?:\n|\Z)", re.MULTILINE)
_SENTENCE = re.compile(r"[.…。,:;][\"'”’»›)\]“‘」』\s]*$")
_NO_TITLE = re.compile(r"!\[|<|https?:|[-*>|]\s|(?:-{3,}|={3,}|\*{3,})$")
_BLANK_LINE_AND_MORE = re.compile(r"[^\S\n]*\n\s*\S")


def find_title(text: str) -> Span | None:
    """Return where the title stands in a text (code points, half open), or None.

    A first line with a Markdown heading mark is the title; any other one only if a blank line follows it, then more
    text, and if it is no sentence: it does not end like one and is no longer than a headline.
    """
    match = _FIRST_LINE.match(text)
    if match is None:
        return None
    line = match.group("line")
    if match.group("heading"):
        return _span(match, line.rstrip("#").rstrip() or line)
    apart = match.group().endswith("\n") and _BLANK_LINE_AND_MORE.match(text, match.end())
    if not apart or len(line) > LONGEST or _SENTENCE.search(line) or _NO_TITLE.match(line):
        return None
    return _span(match, line)


def _span(match: re.Match[str], title: str) -> Span:
    start = match.start("line")
    return Span(start, start + len(title))
