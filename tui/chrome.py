"""The chrome: header, counterpart strip and footer, and what the room has to say. True again after every key."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui import bars
from tui.arrangement import is_small
from tui.board import Board
from tui.ink import Line
from tui.strip import LEAST, strip_rows
from tui.themes import Inks

if TYPE_CHECKING:
    from tui.room import Room


_NOTICE_ROWS = 3
"""Rows that what there is to say takes at most."""
_SHARE = 5
"""It takes at most one row of so many of the screen."""


class Chrome:
    """The three boards around the panes."""

    def __init__(self, room: "Room", inks: Inks, notices: Iterable[str]) -> None:
        """Make the boards; the room composes them.

        Args:
            room: The room.
            inks: The styles.
            notices: What there is to say at the start.
        """
        self._room = room
        self.header = Board(inks, "surface", "header")
        self.strip = Board(inks, "surface", "strip")
        self.footer = Board(inks, "ground", "footer")
        self.messages: list[str] = []
        """What was said since the start."""
        self._notices = list(notices)
        self._notice = ""
        """What is told unasked; it waits while something is said or a dialog is open."""
        self._notice_seen = False
        self._said: tuple[str, bool] | None = None
        self._strip_height: tuple[str | None, int] = (None, LEAST + 1)
        self._next_notice()

    # What there is to say

    def say(self, text: str, *, error: bool) -> None:
        """Say something in the footer's place."""
        self._said = (text, error)
        self.messages.append(text)

    def unsay(self) -> None:
        """Let the footer come back, or the next of what there is to tell."""
        self._said = None
        if self._notice_seen:
            self._notice, self._notice_seen = "", False
        self._next_notice()

    def tell(self, notices: Iterable[str]) -> None:
        """Tell these too, one after the other."""
        self._notices += notices
        self._next_notice()

    def _next_notice(self) -> None:
        if not self._notice and self._notices:
            where = f"{self._room.keys.first('palette')} messages".strip()
            more = f" · {len(self._notices) - 1} more: {where}" if len(self._notices) > 1 else ""
            self.messages.append(self._notices[0])
            self._notice = self._notices.pop(0) + more

    # Bringing it up to date

    def forget_height(self) -> None:
        """Let the strip be as low as it can: the screen has another size."""
        self._strip_height = (None, LEAST + 1)

    def update(self) -> None:
        """Fill the boards; what stays the same is not drawn again."""
        room = self._room
        width, height = room.app.size
        small = is_small(width, height)
        rows = self._footer(width, height, small=small)
        _fill(self.footer, rows, len(rows))
        if small:
            room.overlays.update(width, range(height - len(rows)), 0)
            return
        self.header.show([bars.header(room.story_name, self._articles_in_words(), self._figures(), width)])
        self._update_strip(width, height, len(rows) - 1)
        room.overlays.update(width, range(1, height - len(rows)), self._strip_height[1] - len(rows) + 1)

    def _update_strip(self, width: int, height: int, lent: int) -> None:
        """Fill the strip; it grows with what it has to show, and shrinks only with the next quote.

        Args:
            width: Columns of the screen.
            height: Rows of the screen.
            lent: Rows that the footer takes from it, so that the text stays where it is.
        """
        desk, pane = self._room.desk, self._room.pane
        chosen, next_quote = self._room.annotation_here, self._room.keys.first("next-quote")
        rows = strip_rows(desk, pane.article, pane.cursor, width, height, chosen, next_quote)
        least = self._strip_height[1] if self._strip_height[0] == desk.current else LEAST + 1
        self._strip_height = (desk.current, max(len(rows), least))
        left = self._strip_height[1] - lent
        _fill(self.strip, rows[:left], left)

    def _footer(self, width: int, height: int, *, small: bool) -> list[Line]:
        """Return the prompt of a dialog, else what there is to say, else the keys that matter."""
        overlays, pane = self._room.overlays, self._room.pane
        prompt = overlays.prompt(width)
        if prompt is not None:
            return [prompt]
        waits = overlays.dialog is not None and not overlays.dialog.shows_notices
        said, error = self._said or ("" if waits else self._notice, False)
        if said:
            self._notice_seen = self._notice_seen or self._said is None
            most = max(1, min(_NOTICE_ROWS, height // _SHARE))
            return bars.notice(said, self._always(), width, most, error=error)
        keys = overlays.footer(width)
        if keys is None and small:
            return [bars.status_line(pane.number + 1, pane.percent, self._figures(), self._always(), width)]
        return [keys or bars.footer(bars.hints(self._room.keys, self._situation(), width), self._always(), width)]

    def _situation(self) -> str:
        """Say what is under the cursor, as the footer knows it."""
        desk, pane = self._room.desk, self._room.pane
        if pane.place.selection is not None:
            return "selection"
        if desk.suggestion is not None:
            return "suggestion"
        return "annotation" if desk.annotations_at(pane.article.id, pane.cursor) else ""

    def _always(self) -> bars.Hint:
        keys = self._room.keys
        return bars.Hint(keys.first("help") or keys.first("quit"), "all keys")

    def _articles_in_words(self) -> str:
        room, number = self._room, len(self._room.desk.ids)
        if len(room.panes) == 1 and number > 1:
            return f"{room.pane.number + 1} of {number}"
        return f"{number} article{'' if number == 1 else 's'}"

    def _figures(self) -> bars.Figures:
        desk = self._room.desk
        counts = [(tag.name, tag.letter, desk.counts[tag.name]) for tag in desk.tags]
        store, left = desk.store, desk.suggestions
        state = "" if store is None else "read-only" if store.read_only else store.state
        return bars.Figures(counts, None if left is None else len(left), state)


def _fill(board: Board, rows: list[Line], height: int) -> None:
    """Show rows on a board of this height."""
    if (current := board.styles.height) is None or current.value != height:
        board.styles.height = height
    board.show(rows)
