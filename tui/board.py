"""The board: a widget that shows a few lines of styled text on one surface. Header, counterpart strip and footer."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui.ink import Line
from tui.themes import Inks


def strip_of(row: Line, inks: Inks, surface: str, width: int) -> Strip:
    """Return a line as a strip of the terminal, filled up to `width` cells."""
    ground = inks.word(f" on {surface}")
    segments = [
        Segment(piece.text, inks.word(piece.style if " on " in piece.style else f"{piece.style} on {surface}"))
        for piece in row
    ]
    return Strip(segments).adjust_cell_length(width, ground)


class Board(Widget):
    """Lines on a surface; a line that stays the same is not drawn again."""

    ALLOW_SELECT = False

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
        if rows != self.rows:
            self.rows = rows
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        return strip_of(self.rows[y] if y < len(self.rows) else (), self.inks, self.surface, self.size.width)
