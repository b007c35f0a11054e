"""How far spans reach: one look, however many there are."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Reach:
    """Half-open spans, whatever their numbers count."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        """Take the spans, in any order; they may overlap."""
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))

    def _furthest(self, place: int) -> int:
        """Return the greatest end of the spans that begin at a place or before; -1 where there are none."""
        count = bisect_right(self._starts, place)
        return self._ends[count - 1] if count else -1

    def holds(self, start: int, end: int) -> bool:
        """Lies a span within one of these?"""
        return self._furthest(start) >= end

    def meets(self, start: int, end: int) -> bool:
        """Has a span something in common with one of these?"""
        return self._furthest(end - 1) > start
