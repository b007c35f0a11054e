"""Wrapping: an article's text as rows of the screen, greedy, ragged right, broken at blanks.

The whole article is wrapped at once (4 ms for a megabyte of Latin text), so that every row number is known and a jump
costs what a step costs. Between two paragraphs there is always exactly one blank row, however the file parts them.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from articles.article import Article
from tui.cells import Row, clusters, is_plain, is_simple, width_of_simple

# No line may begin with these, nor end with those (the usual rule for Chinese and Japanese).
_CLOSING = frozenset("、。，．・：；？！」』）】〉》〕］｝”’…‥ー々")
_OPENING = frozenset("「『（【〈《〔［｛“‘")
_NO_BREAK = frozenset("\u00a0\u202f\u2007\u2060")


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """The rows of one article at one width."""

    text: str
    width: int
    """Cells that a row has at most."""
    starts: "array[int]"
    """Where each row begins: code points into the article's text. A blank row begins where the next text row does."""
    ends: "array[int]"
    """Where the visible text of each row ends; blanks at a break are not visible. Equal to the start for blank rows."""

    def __len__(self) -> int:
        return len(self.starts)

    def row_of(self, offset: int) -> int:
        """Return the row that an offset is on; blanks at a break belong to the upper row. Never a blank row."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def row(self, number: int) -> Row:
        """Return the cells of a row."""
        return Row(self.text, self.starts[number], self.ends[number])

    def is_blank(self, number: int) -> bool:
        """Tell whether nothing stands on a row."""
        return self.starts[number] == self.ends[number]

    def text_row(self, number: int, step: int) -> int:
        """Return the next row with text at or after `number` (`step` 1) or at or before it (-1)."""
        number = max(0, min(number, len(self) - 1))
        while 0 < number < len(self) - 1 and self.is_blank(number):
            number += step
        return number


def wrap(text: str, paragraphs: Iterable[tuple[int, int]], width: int, spacing: int = 0) -> Lines:
    """Wrap a text.

    Args:
        text: The article's text.
        paragraphs: The spans of its paragraphs, in order, without blanks at their edges.
        width: Cells of a row, at least 2.
        spacing: Blank rows between the rows of a paragraph.
    """
    starts, ends = array("I"), array("I")
    width = max(width, 2)
    for begin, stop in paragraphs:
        first = len(starts)
        if first:
            starts.append(begin)
            ends.append(begin)
        (_plain_rows if is_plain(text, begin, stop) else _odd_rows)(text, begin, stop, width, starts, ends)
        if spacing:
            _spread(starts, ends, first + bool(first), spacing)
    if not starts:
        starts.append(0)
        ends.append(0)
    return Lines(text, width, starts, ends)


@lru_cache(maxsize=8)
def wrapped(article: Article, width: int, spacing: int = 0) -> Lines:
    """Wrap an article; once for all panes that show it at this width, and while other panes come and go."""
    return wrap(article.text, article.paragraphs, width, spacing)


def _spread(starts: "array[int]", ends: "array[int]", first: int, spacing: int) -> None:
    """Put blank rows between the rows from `first` on."""
    rows = list(zip(starts[first + 1 :], ends[first + 1 :], strict=True))
    del starts[first + 1 :], ends[first + 1 :]
    for start, end in rows:
        starts.extend([start] * (spacing + 1))
        ends.extend([*[start] * spacing, end])


def _plain_rows(text: str, start: int, end: int, width: int, starts: "array[int]", ends: "array[int]") -> None:
    """Add start and visible end of each row of one paragraph in which every character takes one cell."""
    while end - start > width:
        starts.append(start)
        blank = text.rfind(" ", start + 1, start + width + 1)
        if blank < 0:
            start += width
            ends.append(start)
            continue
        stop = blank
        while text[stop - 1] == " ":
            stop -= 1
        ends.append(stop)
        start = blank + 1
        while text[start] == " ":
            start += 1
    starts.append(start)
    ends.append(end)


def _odd_rows(text: str, start: int, end: int, width: int, starts: "array[int]", ends: "array[int]") -> None:
    """Wrap a paragraph with wide, joined or invisible characters, or tabs, cluster by cluster."""
    units = _simple_units if is_simple(text, start, end) else _units
    while start < end:
        stop, following = _break(text, units(text, start, end), start, end, width)
        starts.append(start)
        ends.append(stop)
        start = following


def _units(text: str, start: int, end: int) -> Iterator[tuple[int, int, int, int]]:
    """Yield start, end, column and width of each cluster."""
    return ((cluster.start, cluster.end, cluster.column, cluster.width) for cluster in clusters(text, start, end))


def _simple_units(text: str, start: int, end: int) -> Iterator[tuple[int, int, int, int]]:
    """Yield the same where every character is a cluster of its own; a tenth of the time, for Chinese and Japanese."""
    column = 0
    for at in range(start, end):
        width = width_of_simple(text[at])
        yield at, at + 1, column, width
        column += width


def _break(text: str, units: Iterator[tuple[int, int, int, int]], start: int, end: int, width: int) -> tuple[int, int]:
    """Find where a row that begins at `start` ends visibly, and where the next one begins."""
    visible = start
    last: tuple[int, int] | None = None
    was_blank, was_wide, before = False, False, ""
    for at, stop, column, cells in units:
        sign = text[at]
        if sign.isspace() and sign not in _NO_BREAK and stop == at + 1:
            was_blank = True
            continue
        wide = cells > 1
        if was_blank or ((wide or was_wide) and sign not in _CLOSING and before not in _OPENING and visible > start):
            last = (visible, at)
        if column + cells > width and visible > start:
            return last or (visible, at)
        visible, was_blank, was_wide, before = stop, False, wide, sign
    return visible, end
