"""Where paragraphs, sentences and words begin and end.

Every function takes text and returns spans (code points, half open); none alters the text.
"""

import re
from collections.abc import Iterator

# A word binds its inner apostrophes, points (U.S., 3.5), hyphens and combining marks.
_WORD = re.compile(r"\w(?:[\w\u0300-\u036f\u200c\u200d]|['’.,\-‐‑](?=\w))*")
_CLOSERS = "\"'”’»›)]}“‘」』"
_SENTENCE_END = re.compile(rf"[.!?…。！？]+[{re.escape(_CLOSERS)}\u00a0\u202f]*(?=\s|$)")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sr jr st gen col lt sgt capt cpl maj rev hon gov sen rep pres sec dept no nos vs etc al inc ltd co corp "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun approx est fig vol pp ed "
    "bzw ca usw str nr abs bd hr fr evtl ggf mme mlle".split()
)
_INITIALS = re.compile(r"(?:\b[^\W\d_]\.)+$")
_LAST_WORD = re.compile(r"[\w’']+$")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of lines that hold more than blanks, the blanks at their edges left out."""
    position = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            start = position + line.index(stripped[0])
            yield start, start + len(stripped)
        position += len(line) + 1


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences within one paragraph `[start, end)`."""
    begin = start
    for match in _SENTENCE_END.finditer(text, start, end):
        if match.end() < end and not _ends_here(text, begin, match):
            continue
        stop = len(text[begin : match.end()].rstrip()) + begin
        if stop > begin:
            yield begin, stop
        begin = match.end() + len(text[match.end() : end]) - len(text[match.end() : end].lstrip())
    if begin < end:
        yield begin, end


def _ends_here(text: str, begin: int, match: re.Match[str]) -> bool:
    """Tell whether the mark really ends a sentence, with more of the paragraph behind it."""
    following = text[match.end() :].lstrip()[:1]
    if following.islower():
        return False
    if match.group()[0] != "." or match.group().startswith(".."):
        return True
    before = text[begin : match.start()]
    word = _LAST_WORD.search(before)
    if word and word.group().casefold() in _ABBREVIATIONS:
        return False
    return not _INITIALS.search(before + ".")


def words(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the words of a text."""
    return (match.span() for match in _WORD.finditer(text))
