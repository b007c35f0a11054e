"""Dialogs: something asked at the bottom of the room. A dialog is no widget: keys go in, lines come out."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.bars import Hint
from tui.ink import Line

if TYPE_CHECKING:
    from tui.room import Room


class Dialog(ABC):
    """The base of all dialogs: it takes every key, and escape leaves it."""

    most = 4
    """Rows that it may take at most."""
    fills = False
    """Whether it takes the place of the panes."""
    shows_notices = False
    """Whether what is told unasked may stand in the place of its hints."""
    hints: Sequence[Hint] = ()
    """What the footer offers while it is open."""

    def __init__(self, room: "Room") -> None:
        """Belong to a room; `room.overlays.ask` opens it."""
        self.room = room

    @abstractmethod
    def rows(self, width: int, height: int) -> list[Line]:
        """Return its lines.

        Args:
            width: Cells.
            height: Rows that there is room for, at least one.
        """

    @abstractmethod
    def press(self, key: str, character: str | None) -> bool:
        """Take a key; return False for one that means in the room what it always means."""

    def paste(self, text: str) -> None:
        """Take pasted text."""

    def click(self, y: int, *, twice: bool) -> None:
        """Take a click on one of its rows."""

    def scroll(self, lines: int) -> None:
        """Take a turn of the wheel."""

    def footer(self, width: int) -> Line | None:
        """Return a line for the footer's place; None: the hints are there."""
        del width
        return None

    def finish(self) -> None:
        """Keep what was typed, as far as it is work: the program ends."""

    def leave(self) -> None:
        """Close it without doing anything."""
        self.room.overlays.close_dialog()
