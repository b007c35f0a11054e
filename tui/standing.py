"""Where one stands: articles, cursors, selections, rows in view and the current quote; to come back to all of it."""

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.pane import Place
    from tui.room import Room


class Standing:
    """Where one stood in a room when this was made."""

    def __init__(self, room: "Room") -> None:
        """Note where one stands."""
        self._room = room
        self.article, self.offset = room.pane.article.id, room.pane.cursor
        """Of the cursor: code points into the article's text."""
        self._arrangement = room.arrangement.noted()
        self._places = {number: _copied(place) for number, place in room.places.items()}
        self._current, self._suggestion = room.desk.current, room.desk.suggestion

    def come_back(self) -> None:
        """Stand there again; this can be done any number of times."""
        room = self._room
        if self._is_unchanged():
            return
        room.arrangement.come_back(self._arrangement)
        room.places.clear()
        room.places.update((number, _copied(place)) for number, place in self._places.items())
        room.set_current(self._current)
        room.set_suggestion(self._suggestion)
        room.rearrange()
        for pane in room.panes:
            pane.come_back()

    def _is_unchanged(self) -> bool:
        room = self._room
        now = (room.arrangement.noted(), room.places, room.desk.current, room.desk.suggestion)
        return now == (self._arrangement, self._places, self._current, self._suggestion)


def _copied(place: "Place") -> "Place":
    return replace(place, grown=place.grown.copy())
