"""The overview column: where in the whole article quotes and tags lie, in half rows, at the right edge of a pane."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from tui.layers import Mark
from tui.wrap import Lines

_SIGNS = {(False, False): " ", (True, False): "▝", (False, True): "▗", (True, True): "▐"}
_RANK = {"quote": 0, "tag": 1}


class Place(NamedTuple):
    """What one row of the column shows."""

    sign: str
    kind: str = ""
    """`quote`, `tag` or nothing."""
    hue: int = 0
    tag: str = ""


class Overview:
    """The whole article, pressed into the rows of the pane. Marks come and go without looking at the others."""

    def __init__(self, lines: Lines, height: int, marks: Iterable[Mark]) -> None:
        """Press an article into `height` rows of the screen."""
        self._lines, self.height = lines, max(height, 1)
        self._rows = max(len(lines), self.height)
        self._halves: dict[int, dict[tuple[int, int, str], int]] = {}
        for mark in marks:
            self.count(mark, 1)

    def count(self, mark: Mark, number: int) -> None:
        """Count a mark in (1) or out (-1)."""
        rank = _RANK.get(mark.kind)
        if rank is None:
            return
        what = (rank, mark.hue, mark.name)
        for half in self._halves_of(mark):
            here = self._halves.setdefault(half, {})
            here[what] = here.get(what, 0) + number
            if here[what] <= 0:
                del here[what]

    def rows_of(self, mark: Mark) -> range:
        """Return the rows of the column that a mark shows on."""
        halves = self._halves_of(mark)
        return range(halves.start // 2, (halves.stop - 1) // 2 + 1)

    def place(self, y: int) -> Place:
        """Return what a row of the column shows: quotes before tags."""
        upper, lower = self._halves.get(2 * y), self._halves.get(2 * y + 1)
        both = [*(upper or ()), *(lower or ())]
        if not both:
            return Place(" ")
        rank, hue, name = min(both)
        return Place(_SIGNS[bool(upper), bool(lower)], "quote" if rank == 0 else "tag", hue, name)

    def row_at(self, y: int) -> int:
        """Return the article's row that a row of the column stands for."""
        return min(y * self._rows // self.height, len(self._lines) - 1)

    def visible(self, y: int, top: int) -> bool:
        """Tell whether a row of the column belongs to the part in view, which begins at the article's row `top`."""
        return top * self.height // self._rows <= y <= (top + self.height - 1) * self.height // self._rows

    def _halves_of(self, mark: Mark) -> range:
        """Return the half rows of the column that a mark shows on."""
        starts = self._lines.starts
        first = max(bisect_right(starts, mark.start), 1)
        last = first
        while last < len(starts) and starts[last] < mark.end:  # a mark is seldom longer than a few rows
            last += 1
        scale = 2 * self.height
        return range((first - 1) * scale // self._rows, (last - 1) * scale // self._rows + 1)
