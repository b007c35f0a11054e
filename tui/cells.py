"""The display form: how a stretch of text is drawn in the cells of a terminal, and back from cells to offsets.

The text itself is never altered. A stretch is cut into clusters (what a reader takes for one character); each has an
offset, a column and the string that is drawn for it. Where every character takes one cell, which is nearly everywhere,
there is no table: column and offset differ by a constant.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rich.cells import cell_len

from articles.display import harmless

TAB_STOP = 8
"""Cells between two tab stops, counted from the text's left edge."""

# Characters that are one cell wide in every terminal and never join with their neighbours. Rich's own class stops
# before U+2010, so that each paragraph with curly marks would take the slow way.
_ODD = re.compile(
    "[^ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u05d0-\u05ea\u2010-\u2027\u2030-\u203b\u203d-\u2048"
    "\u204a-\u205e\u20a0-\u20bf\u2100-\u2121\u2123-\u2138\u213a-\u2148\u2400-\u2426\u2500-\u25a9\ufffd]"
)
# Characters that are two cells wide in every terminal and clusters of their own, with the plain ones beside them.
_SIMPLE = re.compile(
    _ODD.pattern.removesuffix("]") + "\u3000-\u3029\u3041-\u3096\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
    "\uf900-\ufaff\uff01-\uff60]"
)
_WIDE = "\u2e80"
"""Of the simple characters those from here on are two cells wide, but for the replacement character."""
# Variation selectors, skin tones and keycaps: terminals do not agree on their width, so they are not drawn.
_DISPUTED = dict.fromkeys([0x00AD, *range(0x20DD, 0x20E5), *range(0xFE00, 0xFE10), *range(0x1F3FB, 0x1F400)])
_ZERO_WIDTH_JOINER = "\u200d"
_SYNC = 4096
"""Characters that are searched back for a blank, where the edges of clusters are sought in the midst of a text."""


def is_plain(text: str, start: int, end: int) -> bool:
    """Tell whether every character of `text[start:end]` takes one cell and is a cluster of its own."""
    return _ODD.search(text, start, end) is None


def is_simple(text: str, start: int, end: int) -> bool:
    """Tell whether every character of `text[start:end]` is a cluster of its own, one or two cells wide."""
    return _SIMPLE.search(text, start, end) is None


def width_of_simple(sign: str) -> int:
    """Return the cells of a simple character."""
    return 2 if _WIDE <= sign != "\ufffd" else 1


@dataclass(frozen=True, slots=True)
class Cluster:
    """What a reader takes for one character."""

    start: int
    """Code points, half open, into the article's text."""
    end: int
    column: int
    """Cells from the left edge of the stretch."""
    width: int
    """Cells, 0 where nothing is drawn."""
    shown: str
    """What is drawn, harmless and exactly `width` cells wide."""


def clusters(text: str, start: int, end: int) -> Iterator[Cluster]:
    """Yield the clusters of `text[start:end]` with their columns; `start` is the edge of a cluster."""
    column = 0
    for match in _grapheme().finditer(text, start, end):
        shown, width = _form(match.group(), column)
        yield Cluster(match.start(), match.end(), column, width, shown)
        column += width


@cache
def _grapheme():  # type: ignore[no-untyped-def]  # the regex library has no types
    """Return the pattern of one extended grapheme cluster; the library is loaded for texts that need it."""
    import regex

    return regex.compile(r"\X", regex.DOTALL)


def _form(cluster: str, column: int) -> tuple[str, int]:
    """Return what is drawn for a cluster at a column, and its width in cells."""
    if cluster == "\t":
        width = TAB_STOP - column % TAB_STOP
        return " " * width, width
    if cluster == "\n":
        return " ", 1
    return _drawn(cluster)


@cache
def _drawn(cluster: str) -> tuple[str, int]:
    shown = harmless(cluster).translate(_DISPUTED)
    if _ZERO_WIDTH_JOINER in shown and ord(shown[0]) > 0x2000:
        # A family of emoji: terminals draw it two, four or eight cells wide. Its first sign is two everywhere.
        shown = shown.split(_ZERO_WIDTH_JOINER)[0]
    shown = shown.replace(_ZERO_WIDTH_JOINER, "")
    width = cell_len(shown)
    return (shown, width) if width else ("", 0)


def cluster_start(text: str, offset: int) -> int:
    """Return the start of the cluster that holds an offset."""
    offset = max(0, min(offset, len(text)))
    if offset in (0, len(text)) or is_plain(text, offset - 1, offset + 1):
        return offset
    for match in _grapheme().finditer(text, _blank_before(text, offset)):
        if match.end() > offset:
            return int(match.start())
    return offset


def cluster_end(text: str, offset: int) -> int:
    """Return the end of the cluster that holds the character before an offset: the next edge at or after it."""
    start = cluster_start(text, offset)
    if start == offset or offset >= len(text):
        return start
    match = _grapheme().match(text, start)
    return int(match.end())


def _blank_before(text: str, offset: int) -> int:
    """Return an offset before another one where a cluster surely begins."""
    floor = max(0, offset - _SYNC)
    return max(floor, text.rfind(" ", floor, offset - 1), text.rfind("\n", floor, offset))


class Row:
    """The cells of one row of text."""

    __slots__ = ("_clusters", "_columns", "_starts", "end", "start", "text", "width")

    def __init__(self, text: str, start: int, end: int) -> None:
        """Lay out `text[start:end]`; both are edges of clusters."""
        self.start, self.end, self.text = start, end, text
        self._clusters: tuple[Cluster, ...] | None = None
        if is_plain(text, start, end):
            self.width = end - start
            return
        self._clusters = tuple(clusters(text, start, end))
        self._starts = [cluster.start for cluster in self._clusters]
        self._columns = [cluster.column for cluster in self._clusters]
        self.width = self._columns[-1] + self._clusters[-1].width if self._clusters else 0

    def shown(self, start: int, end: int) -> str:
        """Return what is drawn for `[start, end)`, a part of the row with the edges of clusters."""
        start, end = max(start, self.start), min(end, self.end)
        if self._clusters is None:
            return self.text[start:end]
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return "".join(cluster.shown for cluster in self._clusters[first:last])

    def column(self, offset: int) -> int:
        """Return the column of the cluster that holds an offset; the row's width behind its end."""
        if offset >= self.end:
            return self.width
        if self._clusters is None:
            return max(0, offset - self.start)
        return self._columns[max(0, bisect_right(self._starts, offset) - 1)]

    def offset(self, column: int) -> int:
        """Return the start of the cluster at a column; of the last one for columns behind the end."""
        if self._clusters is None:
            return min(self.start + max(column, 0), max(self.end - 1, self.start))
        if not self._clusters:
            return self.start
        return self._starts[max(0, bisect_right(self._columns, max(column, 0)) - 1)]

    def after(self, offset: int) -> int:
        """Return the end of the cluster of this row that holds an offset."""
        if self._clusters is None:
            return min(offset + 1, self.end)
        return next((start for start in self._starts if start > offset), self.end)
