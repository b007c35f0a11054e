"""Folding: a text without what re-publishing changes (marks, dashes, blanks, accents, case), and the way back to it."""

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache

_SAME = {
    "'": "‘’‚‛′ʼ`´＇",
    '"': "“”„‟″«»〝〞＂",
    "-": "‐‑‒–—―−﹘﹣－",
    "...": "…",
}
_SIGNS = {char: sign for sign, chars in _SAME.items() for char in chars}
_ONCE = frozenset(" -")
"""Signs of which several in a row count as one."""
_ACCENT = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20ff\ufe00-\ufe0f]"
)
"""Accents and points of Latin, Greek, Cyrillic, Hebrew and Arabic. Vowels of Indic scripts and Japanese voicing are no
such thing: other words come of them."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text, and where each of its characters comes from."""

    text: str
    starts: list[int]
    """For each folded character the offset of the character that it was made of (code points, into the text)."""
    ends: list[int]
    """Likewise where that one ends, the combining marks behind it taken in."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the text that a span of the folded text was made of; neither may be empty."""
        return self.starts[start], self.ends[end - 1]

    def at(self, offset: int) -> int:
        """Return the place in the folded text of an offset into the text."""
        return bisect_left(self.starts, offset)


@cache
def _folded(char: str) -> str:
    """Return what one character becomes: nothing, a blank, or the letters and signs that stand for it."""
    if char.isspace():
        return " "
    if char in _SIGNS:
        return _SIGNS[char]
    if unicodedata.category(char) in ("Cf", "Cc", "Cs"):
        return ""
    return "".join(sign for sign in unicodedata.normalize("NFD", char) if not _ACCENT.match(sign)).casefold()


@lru_cache(maxsize=4)
def fold(text: str) -> Folded:
    """Fold a text. The last few are kept: annotations come article by article."""
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for offset, char in enumerate(text):
        folded = _folded(char)
        if not folded:
            if ends and unicodedata.category(char)[0] == "M" and ends[-1] == offset:
                ends[-1] = offset + 1
        elif folded in _ONCE and chars and chars[-1] == folded:
            continue
        else:
            chars += folded
            starts += [offset] * len(folded)
            ends += [offset + 1] * len(folded)
    return Folded("".join(chars), starts, ends)


def plain(text: str) -> str:
    """Return a short text folded."""
    return fold.__wrapped__(text).text


def words(folded: str) -> str:
    """Return letters and digits only, with their vowel signs: what remains when marks and blanks change."""
    return "".join(char for char in folded if char.isalnum() or unicodedata.category(char)[0] == "M")
