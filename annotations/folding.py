"""Folding: a text without what re-publishing changes (marks, dashes, blanks, accents, case), and the way back to it."""

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
    category = unicodedata.category(char)
    if category[0] == "M" or category in ("Cf", "Cc", "Cs"):
        return ""
    plain = unicodedata.normalize("NFD", char)
    bare = plain[0] if len(plain) > 1 and all(map(unicodedata.combining, plain[1:])) else char
    return bare.casefold()


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
    """Return letters and digits only: what remains when marks and blanks change."""
    return "".join(filter(str.isalnum, folded))
