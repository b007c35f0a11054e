"""The board: a widget that shows a few lines of styled text on one surface. Header, counterpart strip and footer."""

from collections.abc import Sequence
from itertools import islice, takewhile, zip_longest

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from tui.ink import Line, Piece, width_of
from tui.themes import Inks


def strip_of(row: Line, inks: Inks, surface: str, width: int) -> Strip:
    """Return a line as a strip of the terminal, filled up to `width` cells."""
    ground = inks.word(f" on {surface}")
    segments = [
        Segment(piece.text, inks.word(piece.style if " on " in piece.style else f"{piece.style} on {surface}"))
        for piece in row
    ]
    return Strip(segments).adjust_cell_length(width, ground)


class Plain(Widget):
    """A widget without border and padding that is drawn row by row, and in which nothing is selected by Textual."""

    ALLOW_SELECT = False

    @property
    def size(self) -> Size:
        """Its size; Textual would search the screen for its place, several times a row."""
        return self.outer_size


class Board(Plain):
    """Lines on a surface; a line that stays the same is not drawn again."""

    def __init__(self, inks: Inks, surface: str, name: str) -> None:
        """Make an empty board.

        Args:
            inks: The styles.
            surface: `ground`, `surface` or `raised`.
            name: Its id in the style sheet.
        """
        super().__init__(id=name)
        self.inks, self.surface = inks, surface
        self.rows: Sequence[Line] = ()

    def show(self, rows: Sequence[Line]) -> None:
        """Show lines in place of those before."""
        before, self.rows = self.rows, rows
        for y, (old, new) in enumerate(zip_longest(before, rows, fillvalue=())):
            if old != new:
                left, right = _difference(old, new, self.size.width)
                self.refresh(Region(left, y, right - left, 1))

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        return strip_of(self.rows[y] if y < len(self.rows) else (), self.inks, self.surface, self.size.width)


def _difference(old: Line, new: Line, width: int) -> tuple[int, int]:
    """Return the cells between which two lines differ: the pieces that both begin and end with stay as they are."""
    first = sum(1 for _ in takewhile(_same, zip(old, new, strict=False)))
    left = width_of(new[:first])
    if width_of(old) != width_of(new):
        return left, width
    most = min(len(old), len(new)) - first
    last = sum(1 for _ in takewhile(_same, islice(zip(reversed(old), reversed(new), strict=False), most)))
    return left, width_of(new) - width_of(new[len(new) - last :])


def _same(pair: tuple[Piece, Piece]) -> bool:
    return pair[0] == pair[1]
