"""The sheet: one article's rows as strips of the terminal. Margin, gutter, text, overview column."""

from collections.abc import Iterator

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from articles.display import harmless
from quotes.letters import letter
from tui.layers import Focus, Gutter, Marks, gutter, runs
from tui.overview import Overview
from tui.themes import Inks
from tui.wrap import Lines

GUTTER = 3
"""Cells: the shared quote's letter, the tag's, a blank."""
MOST_KEPT = 500
"""Drawn rows that are kept: some screens' worth, not a whole book."""
RIGHT = 2
"""Cells at the right of the text: a blank and the overview column."""


def text_width(width: int, left: int, most: int) -> int:
    """Return the columns of text in a pane.

    Args:
        width: Cells of the pane.
        left: Cells of its margin.
        most: Columns of text that are wanted at most.
    """
    return max(2, min(most, width - left - GUTTER - RIGHT))


class Sheet:
    """Draws rows. What is under neither cursor nor selection is drawn once and kept."""

    def __init__(self, lines: Lines, marks: Marks, inks: Inks, left: int, width: int, *, ruled: bool) -> None:
        """Prepare the sheet.

        Args:
            lines: The wrapped article.
            marks: What is marked in it.
            inks: The styles.
            left: Cells of the margin, the rule between two panes included.
            width: Cells of the whole row.
            ruled: Whether the margin begins with the rule.
        """
        self.lines, self.marks, self.inks, self.left, self.width = lines, marks, inks, left, width
        self._ground = inks.word("")
        self._margin = [Segment("│", inks.word("rule")), Segment(" " * (left - 1), self._ground)] if ruled else []
        self._margin = self._margin or [Segment(" " * left, self._ground)]
        self._kept: dict[int, list[Segment]] = {}

    def forget(self, rows: range | None = None) -> None:
        """Draw rows anew, or all."""
        if rows is None:
            self._kept.clear()
            return
        for row in rows:
            self._kept.pop(row, None)

    def strip(self, row: int, focus: Focus, overview: Overview, y: int, top: int) -> Strip:
        """Return a row of the screen: the article's row `row`, `y` rows below the top of the text."""
        segments = [*self._body(row, focus), self._overview(overview, y, top)]
        return Strip(segments, self.width).adjust_cell_length(self.width, self._ground)

    def _body(self, row: int, focus: Focus) -> list[Segment]:
        if not 0 <= row < len(self.lines):
            return [*self._margin, Segment(" " * (self.width - self.left - 1), self._ground)]
        kept = self._kept.get(row)
        start, end = self.lines.starts[row], self.lines.ends[row]
        if kept is not None and not focus.touches(start, end + 1):
            return kept
        body = list(self._drawn(row, focus))
        if not focus.touches(start, end + 1):
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[row] = body
        return body

    def _drawn(self, row: int, focus: Focus) -> Iterator[Segment]:
        cells = self.lines.row(row)
        marks = [] if cells.start == cells.end else self.marks.within(cells.start, cells.end)
        yield from self._margin
        yield from self._gutter(gutter(marks, focus))
        for run in runs(cells.start, cells.end, marks, focus):
            shown = cells.shown(run.start, run.end)
            if shown:
                yield Segment(shown, self.inks.look(run.look))
        yield Segment(" " * max(0, self.width - self.left - GUTTER - cells.width - 1), self._ground)

    def _gutter(self, shown: Gutter) -> Iterator[Segment]:
        if shown.quote is None:
            yield Segment(" ", self._ground)
        else:
            sign = letter(shown.quote.hue)
            yield Segment(sign[-1], self.inks.quote_letter(shown.quote.hue, current=shown.current))
        if len(shown.tags) == 1:
            yield Segment(harmless(self.inks.tag_letter(shown.tags[0])), self.inks.tag_sign(shown.tags[0]))
        elif shown.tags:
            yield Segment("+", self.inks.word("strong"))
        else:
            yield Segment("?" if shown.suggested else " ", self.inks.word("muted"))
        yield Segment(" ", self._ground)

    def _overview(self, overview: Overview, y: int, top: int) -> Segment:
        place = overview.place(y)
        visible = overview.visible(y, top)
        style: Style = self.inks.overview(place.kind, place.hue, place.tag, visible=visible)
        sign = place.sign
        if sign == " " and self.inks.colours is None and visible:
            sign = "░"
        return Segment(sign, style)
