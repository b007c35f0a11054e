"""Folding for search: marks, dashes, blanks, accents and case made equal, code point for code point.

A folded text has exactly the length of the text, so that every offset found in it is an offset of the text.
"""

import re
import unicodedata
from array import array
from dataclasses import dataclass
from functools import cache, cached_property

ACCENT_RANGES = (
    *((0x0300, 0x036F), (0x0591, 0x05BD), (0x05BF, 0x05BF), (0x05C1, 0x05C2), (0x05C4, 0x05C5), (0x05C7, 0x05C7)),
    *((0x0610, 0x061A), (0x064B, 0x065F), (0x0670, 0x0670), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF)),
)
"""Accents of letters: Latin, Greek, Cyrillic, Hebrew points, Arabic vowel signs. Vowels of Indic scripts are none."""
INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060")
"""Signs that are not seen: soft hyphen, zero-width blanks and joiners."""

_BLANKS = "\t\u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u202f\u205f\u3000"
_ALIKE = {
    " ": _BLANKS,
    '"': "“”„‟«»″〝〞「」『』",
    "'": "‘’‚‛‹›′`´ʼ",
    "-": "‐‑‒–—―−",
}
_MARKS = {sign: plain for plain, signs in _ALIKE.items() for sign in signs}


def is_accent(sign: str) -> bool:
    """Tell whether a code point is an accent that stands on the letter before it."""
    return any(first <= ord(sign) <= last for first, last in ACCENT_RANGES)


@cache
def plain_sign(sign: str) -> str:
    """Return the sign that stands for a code point in a folded text: always one code point, case kept."""
    if sign in _MARKS:
        return _MARKS[sign]
    base = [part for part in unicodedata.normalize("NFKD", sign) if not is_accent(part)]
    return base[0] if len(base) == 1 and not base[0].isspace() else sign


def plain(text: str) -> str:
    """Fold marks, dashes, blanks and accents; case and line ends stay.

    One pass for each sign that occurs (a text has few that fold) is ten times faster than a translation table.
    """
    for sign in set(text):
        if sign > "\x7f" or sign in _MARKS:
            folded = plain_sign(sign)
            if folded != sign:
                text = text.replace(sign, folded)
    return text


def lower(text: str) -> str:
    """Return a text in small letters, code point for code point."""
    return text.replace("\u0130", "i").lower().replace("ς", "σ")


@dataclass(frozen=True)
class Folded:
    """One text, folded once; each form is made when it is first asked for and kept."""

    text: str

    @cached_property
    def kept(self) -> str:
        """Marks, blanks and accents folded; case and line ends kept."""
        return plain(self.text)

    @property
    def flat(self) -> str:
        """Likewise, with single blanks for line ends: a phrase may run over the end of a line. Too cheap to keep."""
        return self.kept.replace("\n", " ")

    @cached_property
    def small(self) -> str:
        """Likewise, in small letters."""
        return lower(self.flat)

    @cached_property
    def holes(self) -> "array[int]":
        """Where accents of their own and invisible signs stand between the letters, in order."""
        if not self._loose_signs:
            return array("I")
        pattern = re.compile("[" + "".join(map(re.escape, self._loose_signs)) + "]")
        return array("I", (match.start() for match in pattern.finditer(self.text)))

    @cached_property
    def _loose_signs(self) -> list[str]:
        return [sign for sign in set(self.text) if sign > "\x7f" and (sign in INVISIBLE or is_accent(sign))]

    @property
    def solid(self) -> str:
        """The flat form without what stands in the holes."""
        text = self.flat
        for sign in self._loose_signs:
            text = text.replace(sign, "")
        return text

    @cached_property
    def solid_small(self) -> str:
        """Likewise, in small letters."""
        return lower(self.solid) if self._loose_signs else self.small
