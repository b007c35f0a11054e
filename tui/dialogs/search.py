"""The search bar: in the footer's place; every key searches anew."""

from typing import TYPE_CHECKING

from tui.dialogs import Dialog
from tui.field import Field
from tui.ink import Line, Piece, line, spread, width_of
from tui.search import LONGEST_PATTERN
from tui.standing import Standing

if TYPE_CHECKING:
    from tui.room import Room


class SearchBar(Dialog):
    """Asks what to look for; the first match is gone to while one types."""

    most = 0

    def __init__(self, room: "Room") -> None:
        """Begin at the cursor; escape comes back here."""
        super().__init__(room)
        self.finder = room.finder
        self.field = Field(most=LONGEST_PATTERN)
        self.regular = self.finder.regular
        self.start = Standing(room)

    def rows(self, width: int, height: int) -> list[Line]:
        """Take no rows: the footer is enough."""
        del width, height
        return []

    def footer(self, width: int) -> Line:
        """Return the prompt, and what was found."""
        regular = self.room.keys.first("search") or "/"
        told = self.finder.told() if self.field.text else ""
        hint = "plain words: ctrl+r" if self.regular else "expression: ctrl+r"
        right = line(Piece(told, "notice"), "   ", Piece(hint, "muted"), " ")
        if width_of(right) > width // 2:
            right = line(Piece(told, "notice"), " ")
        prompt = line(" ", Piece("regex " if self.regular else regular + " ", "key"))
        room = max(width - width_of(right) - width_of(prompt) - 3, 4)
        return spread((*prompt, *self.field.rows(room)[0]), right, width)

    def press(self, key: str, character: str | None) -> bool:
        """Search, walk the matches, keep them, or go back to where one was."""
        if key == "escape":
            self._back()
        elif key == "enter":
            self._keep()
        elif key in ("down", "up", "ctrl+n", "ctrl+p"):
            self.finder.step(1 if key in ("down", "ctrl+n") else -1)
        elif key == "ctrl+r":
            self.regular = not self.regular
            self._search()
        else:
            before = self.field.text
            if self.field.press(key, character) and self.field.text != before:
                self._search()
        return True

    def paste(self, text: str) -> None:
        """Search for pasted text."""
        self.field.put(text)
        self._search()

    def _search(self) -> None:
        """Go to the first match from where one stood; what matched on the way to it leaves no trace."""
        start = self.start
        start.come_back()
        self.finder.look_for(self.field.text, regular=self.regular, article=start.article, offset=start.offset)
        self.finder.go()

    def _keep(self) -> None:
        """Close; the matches stay marked until escape."""
        if not self.field.text and self.finder.typed:
            self.finder.step(1)
        self.leave()
        if self.finder.typed:
            self.room.say(f"{self.finder.typed}: {self.finder.told()}")

    def _back(self) -> None:
        self.leave()
        self.finder.clear()
        self.start.come_back()
