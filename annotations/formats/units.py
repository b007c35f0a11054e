"""Offset units: code points, as Python counts, and UTF-16 code units, as browsers and Java count."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

OffsetUnit = Literal["code point", "utf-16 code unit"]
CODE_POINT: OffsetUnit = "code point"
UTF_16: OffsetUnit = "utf-16 code unit"

OPTIONS: dict[str, OffsetUnit] = {"code-point": CODE_POINT, "utf16": UTF_16}
"""The values of `--offsets`."""

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Units:
    """Converts offsets of one text. A character beyond U+FFFF is one code point and two UTF-16 code units."""

    def __init__(self, text: str) -> None:
        self._astral = [match.start() for match in _ASTRAL.finditer(text)]
        self._astral_utf16 = [place + number for number, place in enumerate(self._astral)]

    def utf16(self, offset: int) -> int:
        """Return an offset of code points in UTF-16 code units."""
        return offset + bisect_left(self._astral, offset)

    def code_points(self, offset: int) -> int:
        """Return an offset of UTF-16 code units in code points; one within a character goes to its start."""
        return offset - bisect_left(self._astral_utf16, offset)


def likely_unit(text: str, spans: Sequence[tuple[int, int]]) -> OffsetUnit:
    """Tell how spans of a text are counted: the way in which more of them begin and end at the edges of words.

    People mark words; a wrong unit shifts every mark behind an emoji into the middle of one. Equal: code points.
    """
    units = Units(text)
    counted: dict[OffsetUnit, int] = {
        CODE_POINT: sum(_neat(text, start, end) for start, end in spans),
        UTF_16: sum(_neat(text, units.code_points(start), units.code_points(end)) for start, end in spans),
    }
    return UTF_16 if counted[UTF_16] > counted[CODE_POINT] else CODE_POINT


def _neat(text: str, start: int, end: int) -> bool:
    """Tell whether a span lies in the text and cuts no word, nor takes a blank along."""
    if end > len(text) or text[start].isspace() or text[end - 1].isspace():
        return False
    return not (_inside_word(text, start) or _inside_word(text, end))


def _inside_word(text: str, place: int) -> bool:
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()
