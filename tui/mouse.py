"""The mouse in a pane: one click places the cursor, two select the word, three the sentence, four the paragraph."""

from textual import events

from articles.article import Span
from tui.pane import Pane
from tui.selection import Selection, select, unit_at
from tui.sheet import GUTTER

UNITS = {2: "word", 3: "sentence", 4: "paragraph"}
"""What so many clicks select."""


class Mouse:
    """What the mouse does in one pane."""

    def __init__(self, pane: Pane) -> None:
        """Serve one pane."""
        self._pane = pane
        self._anchor: Span | None = None
        self._dragged = False

    def down(self, event: events.MouseDown) -> None:
        """Begin a drag, or go to a place of the overview."""
        pane, self._dragged = self._pane, False
        if self._on_overview(event):
            pane.scroll_rows_to(pane.summed_up.row_at(event.y - pane.head) - pane.height // 2)
        elif event.y >= pane.head:
            self._anchor = self._cluster_at(event)
            pane.capture_mouse()

    def move(self, event: events.MouseMove) -> None:
        """Select what is dragged over; beyond the edges the text scrolls."""
        pane = self._pane
        if self._anchor is None:
            return
        if event.y < pane.head:
            pane.scroll_rows_to(pane.top - 1)
        elif event.y >= pane.size.height:
            pane.scroll_rows_to(pane.top + 1)
        head = self._cluster_at(event)
        if head != self._anchor or self._dragged:
            self._dragged = True
            pane.move(head.start, scroll=False)
            pane.select(Selection(self._anchor, head))

    def up(self) -> None:
        """End a drag."""
        self._anchor = None
        self._pane.release_mouse()

    def click(self, event: events.Click) -> None:
        """Place the cursor, or select what so many clicks mean."""
        pane = self._pane
        if self._dragged or self._on_overview(event) or event.y < pane.head:
            return
        pane.place.marking = False
        pane.move(self._cluster_at(event).start, scroll=False)
        unit = UNITS.get(min(event.chain, max(UNITS)))
        pane.select(select(pane.article, unit_at(pane.article, pane.cursor, unit)) if unit else None)

    def _on_overview(self, event: events.MouseEvent) -> bool:
        return event.x >= self._pane.size.width - 1 and event.y >= self._pane.head

    def _cluster_at(self, event: events.MouseEvent) -> Span:
        """Return the cluster under the pointer; the nearest of its row where there is none."""
        pane = self._pane
        y = max(0, min(event.y - pane.head, pane.height - 1))
        row = pane.lines.row(pane.lines.text_row(pane.top + y, -1))
        offset = row.offset(event.x - pane.margin - GUTTER)
        return Span(offset, max(row.after(offset), offset))
