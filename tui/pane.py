"""The pane: one article on the screen, with a cursor, a selection and a place.

Drawn line by line (Textual's Line API): a step of the cursor repaints the rows it leaves and enters, nothing else.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from textual import events
from textual.geometry import Region
from textual.strip import Strip

from articles.article import Article, Span
from tui.bars import pane_title
from tui.board import Plain, strip_of
from tui.desk import Desk
from tui.ink import Line, Piece
from tui.layers import Focus, Mark
from tui.overview import Overview
from tui.sheet import Sheet, text_width
from tui.themes import Inks
from tui.wrap import Lines, wrapped

if TYPE_CHECKING:
    from tui.mouse import Mouse
    from tui.selection import Selection

EDGE = 2
"""Rows that are kept in view above and below the cursor."""
WHEEL = 3
"""Rows that a turn of the wheel scrolls."""
NOTHING = Article("", "")
"""What a pane shows before it has an article."""


@dataclass
class Place:
    """Where one is in an article; kept while another article is in the pane."""

    cursor: int = -1
    """Code points into the text; -1 before the first look."""
    top: int = 0
    """Offset of the first row with text in view."""
    blank: int = 0
    """Blank rows in view above it."""
    selection: "Selection | None" = None
    marking: bool = False
    """Whether movement extends the selection."""
    goal: int | None = None
    """The column that moving by lines keeps to."""
    grown: "list[Selection]" = field(default_factory=list)
    """What was selected before it grew; shrinking goes back."""


class Listener(Protocol):
    """Who is told of what happens in a pane."""

    painted: bool
    """Whether the first picture is on the screen: finding the word under a cursor (4 ms) waits for it."""

    def pane_moved(self, pane: "Pane") -> None:
        """The cursor or the selection has moved."""

    def activate(self, pane: "Pane") -> None:
        """The pane was clicked: the keys are to go there."""

    def scroll(self, pane: "Pane", rows: int) -> None:
        """The pane is to scroll, and with it those that are linked."""


class Pane(Plain):
    """One article on the screen."""

    def __init__(self, room: "Listener", desk: Desk, inks: Inks, most: int, spacing: int) -> None:
        """Make a pane without an article.

        Args:
            room: Who is told of what happens here.
            desk: What is open.
            inks: The styles.
            most: Columns of text at most.
            spacing: Blank rows between the lines.
        """
        super().__init__()
        self._room = room
        self.desk, self.inks, self.most, self.spacing = desk, inks, most, spacing
        self.number = 0
        """The article's place on the shelf."""
        self.ruled = False
        """Whether a rule parts it from the pane on its left."""
        self.titled = True
        """Whether its first row is the title."""
        self.active = False
        self.top = 0
        """The article's row that is the first in view."""
        self.place = Place()
        self.article: Article = NOTHING
        self._cursor: Span | None = None
        self._shown: tuple[object, ...] = ()
        self._was_active = False
        self._sheet: Sheet | None = None
        self._overviews: dict[int, Overview] = {}
        """By height: the strip grows and shrinks, and the overview with it."""

    # What it shows

    def show(self, number: int, place: Place, most: int) -> None:
        """Show an article of the shelf at a place.

        Args:
            number: Its place on the shelf, from 0.
            place: Where one was in it.
            most: Columns of text at most.

        Raises:
            ArticleError: It turned out that it cannot be read; what was shown stays.
        """
        article = self.desk.shelf[number]
        self.article, self.number, self.place, self.most = article, number, place, most
        self._cursor = None
        if self._shown != (number, most, self.ruled, self.titled):
            self._shown = (number, most, self.ruled, self.titled)
            self.forget()
        elif self.active != self._was_active:
            self.reactivate()
        self._was_active = self.active

    @property
    def head(self) -> int:
        """Rows of the title."""
        return 1 if self.titled else 0

    @property
    def height(self) -> int:
        """Rows of text in view."""
        return max(1, self.size.height - self.head)

    @property
    def margin(self) -> int:
        """Cells at the left of the gutter."""
        return 2 if self.ruled else 1

    @property
    def lines(self) -> Lines:
        """The wrapped article at the pane's present width."""
        return self._laid_out().lines

    def _laid_out(self) -> Sheet:
        """Return the sheet, made anew where the width has changed; the place in the text stays."""
        if self._sheet is None or self._sheet.width != self.size.width:
            width = text_width(self.size.width, self.margin, self.most)
            lines = wrapped(self.article, width, self.spacing)
            marks = self.desk.marks(self.article.id)
            self._sheet = Sheet(lines, marks, self.inks, self.margin, self.size.width, ruled=self.ruled)
            self._overviews.clear()
            self.top = self._remembered_top(lines)
        return self._sheet

    def _remembered_top(self, lines: Lines) -> int:
        """Return the first row in view that the place remembers."""
        return max(lines.row_of(self.place.top) - self.place.blank, 0) if self.place.top else 0

    @property
    def summed_up(self) -> Overview:
        """The overview column."""
        height = self.height
        if height not in self._overviews:
            self._overviews[height] = Overview(self.lines, height, self.desk.marks(self.article.id))
        return self._overviews[height]

    def forget(self) -> None:
        """Lay everything out anew: another article, width or theme."""
        self._sheet = None
        self._overviews.clear()
        self.refresh()

    def wake(self) -> None:
        """Draw the cursor for the first time."""
        self._refresh_rows(self._rows_of(self.word))

    def redraw(self) -> None:
        """Draw every row anew: many marks have come or gone, none of them in the overview."""
        if self._sheet is not None:
            self._sheet.forget()
        self.refresh()

    def reactivate(self) -> None:
        """Draw anew what tells the active pane from the others: title and cursor."""
        self.refresh(Region(0, 0, self.size.width, self.head))
        if self._sheet is not None and self._room.painted:
            self._refresh_rows(self._rows_of(self.word))

    def remark(self, mark: Mark, number: int) -> None:
        """Draw anew what one mark touches that came (1) or went (-1)."""
        if self._sheet is None:
            return
        rows = range(self.lines.row_of(mark.start), self.lines.row_of(max(mark.start, mark.end - 1)) + 1)
        self._sheet.forget(rows)
        self._refresh_rows(rows)
        if mark.kind in ("quote", "tag"):
            for overview in self._overviews.values():
                overview.count(mark, number)
            for y in self.summed_up.rows_of(mark) if self._overviews else ():
                self.refresh(Region(self.size.width - 1, y + self.head, 1, 1))

    def repaint(self, spans: Iterable[tuple[int, int]]) -> None:
        """Draw stretches anew that look different now: they became the current quote, or ceased to be."""
        if self._sheet is None:
            return
        for span in spans:
            rows = self._rows_of(span)
            self._sheet.forget(rows)
            self._refresh_rows(rows)

    # Drawing

    def focus_of_pane(self) -> Focus:
        """Return what is on the cursor's side of the drawing."""
        selection = self.place.selection
        suggestion = self.desk.suggestion
        return Focus(
            cursor=self.word if self.active and self._room.painted else None,
            selection=selection.span if selection else None,
            quote=self.desk.current,
            suggestion=suggestion.key if suggestion else None,
            title=self.article.title_span,
        )

    def render_line(self, y: int) -> Strip:
        """Draw one row of the screen."""
        width = self.size.width
        sheet = self._laid_out()
        if y < self.head:
            return strip_of(self._title(width), self.inks, "raised" if self.active else "surface", width)
        y -= self.head
        return sheet.strip(self.top + y, self.focus_of_pane(), self.summed_up, y, self.top)

    def _title(self, width: int) -> Line:
        rule = (Piece("│", "rule"),) if self.ruled else ()
        title = pane_title(self.number + 1, self.article, self.percent, width - len(rule), active=self.active)
        return (*rule, *title)

    @property
    def percent(self) -> int:
        """How much of the article is above the last row in view, in per cent."""
        return min(self.top + self.height, len(self.lines)) * 100 // len(self.lines)

    def _refresh_rows(self, rows: range) -> None:
        """Repaint rows of the article, as far as they are in view."""
        first = max(rows.start, self.top) - self.top
        last = min(rows.stop, self.top + self.height) - self.top
        if first < last:
            self.refresh(Region(0, first + self.head, self.size.width, last - first))

    def _rows_of(self, span: tuple[int, int] | None) -> range:
        if span is None:
            return range(0)
        return range(self.lines.row_of(span[0]), self.lines.row_of(max(span[0], span[1] - 1)) + 1)

    # Moving

    @property
    def cursor(self) -> int:
        """Where the cursor stands: the start of its word, code points into the text."""
        return max(self.place.cursor, 0)

    @property
    def word(self) -> Span:
        """The word under the cursor."""
        if self._cursor is None:
            from tui.motion import first_stop, word_at

            if self.place.cursor < 0:
                self.place.cursor = first_stop(self.article)
            self._cursor = word_at(self.article, self.place.cursor)
        return self._cursor

    @property
    def cursor_in_view(self) -> bool:
        """Whether the cursor's row is among those that were drawn last."""
        return self._sheet is not None and 0 <= self._sheet.lines.row_of(self.cursor) - self.top < self.height

    def shows(self, span: tuple[int, int]) -> bool:
        """Tell whether any of a stretch is in view."""
        rows = self._rows_of(span)
        return rows.start < self.top + self.height and self.top < rows.stop

    def move(self, offset: int, *, goal: int | None = None, scroll: bool = True) -> None:
        """Put the cursor on the word at an offset.

        Args:
            offset: Code points into the text.
            goal: The column that moving by lines keeps to.
            scroll: Whether the view follows.
        """
        from tui.motion import word_at

        before, self._cursor = self.word, word_at(self.article, offset)
        self.place.cursor = self._cursor.start if goal is None else offset
        self.place.goal = goal
        for span in (before, self._cursor):
            self._refresh_rows(self._rows_of(span))
        if scroll:
            self.reveal(self._cursor)
        self._room.pane_moved(self)

    def select(self, selection: "Selection | None") -> None:
        """Change the selection."""
        before, self.place.selection = self.place.selection, selection
        for one in (before, selection):
            if one is not None:
                self._refresh_rows(self._rows_of(one.span))
        if before != selection:
            self._room.pane_moved(self)

    def reveal(self, span: tuple[int, int]) -> None:
        """Scroll as little as brings a stretch into view."""
        rows = self._rows_of(span)
        edge = min(EDGE, (self.height - 1) // 2)
        if rows.start < self.top + edge:
            self._room.scroll(self, rows.start - edge - self.top)
        elif rows.stop > self.top + self.height - edge:
            self._room.scroll(self, min(rows.start - edge, max(rows.stop + edge - self.height, 0)) - self.top)

    def arrive(self, span: tuple[int, int]) -> None:
        """Put the cursor on the first word of a stretch and bring the stretch into view."""
        from tui.motion import first_word

        self.place.marking = False
        self.select(None)
        self.move(first_word(self.article, Span(*span)), scroll=False)
        self.reveal(span)

    def scroll_offset_to(self, offset: int) -> None:
        """Make the row of an offset the first in view."""
        self.scroll_rows_to(self.lines.row_of(offset) if offset else 0)

    def scroll_rows_to(self, row: int, *, past_end: bool = False) -> None:
        """Make a row of the article the first in view.

        Args:
            row: The article's row.
            past_end: Whether blank rows may fill up the view behind the end.
        """
        last = len(self.lines) - 1 if past_end else max(len(self.lines) - self.height, self.top, 0)
        top = max(0, min(row, last))
        if top != self.top:
            self.top = top
            self.place.top = self.lines.starts[top] if top else 0
            self.place.blank = self.lines.row_of(self.place.top) - top if top else 0
            self.refresh()

    def come_back(self) -> None:
        """Show again the rows that the place remembers, and the cursor where it stands in it."""
        if self.size.width:
            self.scroll_rows_to(self._remembered_top(self.lines), past_end=True)
        self.redraw()

    # Mouse

    @cached_property
    def _mouse(self) -> "Mouse":
        from tui.mouse import Mouse

        return Mouse(self)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Send the keys here, and begin a drag."""
        self._room.activate(self)
        self._mouse.down(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Go on with a drag."""
        self._mouse.move(event)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End a drag."""
        self._mouse.up()

    def on_click(self, event: events.Click) -> None:
        """Place the cursor, or select."""
        self._mouse.click(event)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down; the cursor stays where it is."""
        event.stop()
        self._room.scroll(self, WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        self._room.scroll(self, -WHEEL)
