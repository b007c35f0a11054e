"""The hint of the first start: three lines, once, gone with the first key, which does what it always does."""

from typing import TYPE_CHECKING

from tui.bars import Hint
from tui.dialogs import Dialog
from tui.ink import Line, Piece, cut, line

if TYPE_CHECKING:
    from tui.room import Room


class FirstHint(Dialog):
    """What a newcomer should know."""

    most = 3
    shows_notices = True

    def __init__(self, room: "Room") -> None:
        """Take the keys as they are now."""
        super().__init__(room)
        self.hints = (Hint(room.keys.first("help"), "all keys"), Hint(room.keys.first("quit"), "quit"))

    def rows(self, width: int, height: int) -> list[Line]:
        """Return the three lines."""
        keys = self.room.keys.first
        rows = (
            _told(keys("next-quote"), "goes to the next quote that the articles share"),
            _told(f"{keys('quote')} {keys('same-everywhere')}", "tags it, and everywhere else; undo: " + keys("undo")),
            _told(keys("help"), "shows all keys; everything is saved at once"),
        )
        return [cut(row, width) for row in rows[:height]]

    def press(self, key: str, character: str | None) -> bool:
        """Go away and let the key do what it means."""
        del character
        self.leave()
        return key == "escape"


def _told(keys: str, text: str) -> Line:
    return line(" ", Piece(f"{keys:<4}", "key"), f" {text}")
