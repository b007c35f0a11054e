"""Views: what takes the place of the panes for a while, such as compare and coverage. A view is no widget."""

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from tui.bars import Hint
from tui.ink import BLANK, Line, cut
from tui.page import Page, lit, neighbour, top_for, with_more, within

if TYPE_CHECKING:
    from tui.room import Room

_ROOM_FOR_FOOT = 14
"""Rows from which on a view may tell more about the chosen thing at its bottom."""
_STEPS = {"next-line": 1, "previous-line": -1}
_JUMPS = {"top": -(1 << 30), "bottom": 1 << 30}


class View(ABC):
    """The base of all views: a page with a chosen thing, and what the actions of the table do in it."""

    kind = "compare"
    """The key map that it uses, one of `tui.actions.VIEWS`."""

    def __init__(self, room: "Room") -> None:
        """Belong to a room; `room.overlays.show` opens it."""
        self.room = room
        self.chosen = 0
        """Number of the chosen thing."""
        self.top = 0
        """The first line of the body in view."""
        self._height = 1
        self._follows = False
        """Whether the chosen thing is to be brought into view."""
        self._kept: tuple[int, Page] | None = None

    # What a view says about itself

    @abstractmethod
    def written(self, width: int) -> Page:
        """Write the page."""

    @abstractmethod
    def hints(self) -> list[Hint]:
        """Return what the footer offers."""

    @abstractmethod
    def act(self, name: str) -> bool:
        """Perform an action of the table; return False for one that means here what it means in the room."""

    def emphasise(self, row: Line, width: int) -> Line:
        """Return a line of the chosen thing as it stands out."""
        return lit(row, width)

    def foot(self, width: int) -> list[Line]:
        """Return lines that stand at the bottom where there is room: more about the chosen thing."""
        del width
        return []

    # What all views have in common

    def page(self, width: int) -> Page:
        """Return the page, written anew only where something has changed."""
        if self._kept is None or self._kept[0] != width:
            self._kept = (width, self.written(width))
        return self._kept[1]

    def rewrite(self) -> None:
        """Write the page anew: what it shows has changed."""
        self._kept = None

    def rows(self, width: int, height: int) -> list[Line]:
        """Return the lines of the screen.

        Args:
            width: Cells.
            height: Rows, at least one.
        """
        page = self.page(width)
        head = page.head[: max(height - 2, 0)]
        foot = self.foot(width) if height >= _ROOM_FOR_FOOT else []
        self._height = max(height - len(head) - len(foot), 1)
        if self._follows:
            self.top = top_for(page, self.chosen, self.top, self._height)
            self._follows = False
        self.top = within(page, self.top, self._height)
        more = len(page.body) - self.top - self._height
        rows = [with_more(head[0], more), *head[1:]] if head else []
        for number in range(self.top, min(self.top + self._height, len(page.body))):
            row = cut(page.body[number], width)
            rows.append(self.emphasise(row, width) if page.items[number] == self.chosen else row)
        return [*rows, *[BLANK] * (height - len(foot) - len(rows)), *foot] if foot else rows

    def perform(self, name: str) -> bool:
        """Perform an action; moving is the same in all views."""
        width = self.room.app.size.width
        if self.act(name):
            return True
        if name in _STEPS or name in _JUMPS:
            self.choose(neighbour(self.page(width).shown, self.chosen, {**_STEPS, **_JUMPS}[name]))
        elif name in ("page-down", "page-up"):
            self.scroll((self._height - 1) * (1 if name == "page-down" else -1))
        else:
            return False
        return True

    def choose(self, item: int) -> None:
        """Choose a thing; the next picture brings it into view."""
        self.chosen, self._follows = item, True

    def scroll(self, lines: int) -> None:
        """Scroll; the chosen thing comes along, so that it stays in view."""
        page = self.page(self.room.app.size.width)
        self.top = within(page, self.top + lines, self._height)
        inside = [item for item in page.items[self.top : self.top + self._height] if item is not None]
        if inside and self.chosen not in inside:
            self.chosen = inside[0] if lines > 0 else inside[-1]

    def item_at(self, y: int) -> int | None:
        """Return the thing that a row of the screen shows."""
        page = self.page(self.room.app.size.width)
        number = self.top + y - len(page.head)
        return page.items[number] if len(page.head) <= y and number < len(page.items) else None
