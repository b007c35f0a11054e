"""Search: over all panes and all articles, while one types."""

from typing import TYPE_CHECKING

from tui.deeds import deed
from tui.dialogs.search import SearchBar

if TYPE_CHECKING:
    from tui.room import Room


@deed("search")
def search(room: "Room") -> None:
    """Search all articles."""
    room.overlays.ask(SearchBar(room))


@deed("next-match")
def next_match(room: "Room") -> None:
    """Go to the next match."""
    _step(room, 1)


@deed("previous-match")
def previous_match(room: "Room") -> None:
    """Go to the match before."""
    _step(room, -1)


def _step(room: "Room", direction: int) -> None:
    finder = room.finder
    if not finder.typed:
        room.say(f"nothing was searched yet: {room.keys.first('search')} searches")
        return
    finder.step(direction)
    room.say(f"{finder.typed}: {finder.told()}")
