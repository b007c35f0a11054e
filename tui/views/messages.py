"""The view of messages: everything that was said since the start, whole, the newest first."""

import textwrap
from typing import TYPE_CHECKING

from tui.bars import Hint
from tui.ink import BLANK, Piece, cut, line
from tui.page import Page, page
from tui.views import View

if TYPE_CHECKING:
    from tui.room import Room


class MessagesView(View):
    """What was said: warnings of the configuration, refused files, errors. The footer cuts what is very long."""

    kind = "list"

    def __init__(self, room: "Room") -> None:
        """Take what was said so far."""
        super().__init__(room)
        self.messages = list(reversed(room.messages))

    def written(self, width: int) -> Page:
        """Write all messages, each as long as it is."""
        head = line(Piece(" messages ", "badge"), Piece("   what was said since the start", "muted"))
        rows = [
            (cut(line("  ", row), width), at)
            for at, message in enumerate(self.messages)
            for row in textwrap.wrap(message, max(width - 3, 8), subsequent_indent="  ")
        ]
        return page((cut(head, width), BLANK), rows or [(line("  ", Piece("nothing was said", "muted")), None)])

    def hints(self) -> list[Hint]:
        """Return what the footer offers."""
        keys = self.room.overlays.keys_of_view().first
        return [Hint(f"{keys('next-line')} {keys('previous-line')}", "scroll"), Hint(keys("clear"), "back")]

    def act(self, name: str) -> bool:
        """Have no use for any action of its own."""
        return name == "go-there"
