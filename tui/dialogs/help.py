"""The help on the screen: all keys; typing filters, the arrows scroll."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.bars import Hint
from tui.dialogs import Dialog
from tui.field import Field
from tui.help import found, help_lines, topics
from tui.ink import BLANK, Line, Piece, cut, line, spread, width_of

if TYPE_CHECKING:
    from tui.room import Room

_LINES = {"down": 1, "up": -1}
_PAGES = {"pagedown": 1, "pageup": -1}


class Help(Dialog):
    """All keys."""

    fills = True
    hints: Sequence[Hint] = (Hint("type", "filter"), Hint("up down", "scroll"), Hint("escape", "back"))

    def __init__(self, room: "Room") -> None:
        """Gather what there is to tell."""
        super().__init__(room)
        self.topics = topics(room.keys.keys, room.desk.tags)
        self.field = Field(most=100)
        self.top = 0
        self._height = 1

    def rows(self, width: int, height: int) -> list[Line]:
        """Return the field and the part of the help in view."""
        told = found(self.field.text, self.topics)
        none = f"no key for that; {self.room.keys.first('palette')} finds actions by name"
        body = help_lines(told, width) or [line("  ", Piece(none, "muted"))]
        self._height = max(height - 2, 1)
        self.top = max(0, min(self.top, len(body) - self._height))
        head = line(Piece(" all keys ", "badge"), "  ", *self.field.rows(max(width - 14, 1))[0])
        more = len(body) - self.top - self._height
        told_more = line(Piece(f"{more} more below ", "muted")) if more > 0 else BLANK
        if width_of(head) + 2 + width_of(told_more) > width:
            told_more = BLANK  # what is typed comes first
        shown = body[self.top : self.top + self._height]
        return [spread(head, told_more, width), *([BLANK] if height > 2 else []), *(cut(row, width) for row in shown)]

    def scroll(self, lines: int) -> None:
        """Scroll."""
        self.top = max(0, self.top + lines)

    def press(self, key: str, character: str | None) -> bool:
        """Filter, scroll, or leave."""
        if key == "escape":
            self.leave()
        elif key in _LINES or key in _PAGES:
            self.scroll(_LINES.get(key, 0) + _PAGES.get(key, 0) * (self._height - 1))
        elif self.field.press(key, character):
            self.top = 0
        elif self.room.keys.action(key, character) in ("help", "quit", "palette"):
            self.leave()
            name = self.room.keys.action(key, character)
            if name != "help" and name is not None:
                self.room.perform(name)
        return True
