"""Panes: which one is active, how many there are, how wide the text is. And the way out."""

from typing import TYPE_CHECKING

from tui.arrangement import capacity
from tui.deeds import deed
from tui.deeds.quoting import go_to_quote
from tui.settings import TEXT_WIDTH

if TYPE_CHECKING:
    from tui.room import Room

STEP = 4
"""Columns by which the text becomes narrower or wider."""


@deed("next-pane")
def next_pane(room: "Room") -> None:
    """Go to the next pane; where only one is in view, to the next article, at the same quote."""
    _step(room, 1)


@deed("previous-pane")
def previous_pane(room: "Room") -> None:
    """Go to the pane before, or the article before."""
    _step(room, -1)


def _step(room: "Room", direction: int) -> None:
    alone = len(room.panes) == 1
    room.arrangement.step(direction, room.app.size.width)
    _arrive(room, with_quote=alone)


def _arrive(room: "Room", *, with_quote: bool) -> None:
    """Show the new arrangement; where an article came into view, it is at the current quote."""
    room.rearrange()
    group = room.desk.group(room.desk.current)
    if with_quote and group is not None:
        article = room.pane.article.id
        if any(member.article == article for member in group.members):
            go_to_quote(room, group, article)
        else:
            room.say("this article has nothing of the quote")
    room.moved()


def _by_number(number: int) -> None:
    @deed(f"pane-{number}")
    def go(room: "Room") -> None:
        slot = number - 1
        if slot < len(room.arrangement.shown):
            room.arrangement.active = slot
            _arrive(room, with_quote=False)
        elif slot < room.arrangement.articles and len(room.panes) == 1:
            room.arrangement.show(slot)
            _arrive(room, with_quote=True)


for _number in range(1, 5):
    _by_number(_number)


@deed("zoom")
def zoom(room: "Room") -> None:
    """Show the active pane alone, or all again."""
    room.arrangement.zoomed = not room.arrangement.zoomed
    room.rearrange()


@deed("open-pane")
def open_pane(room: "Room") -> None:
    """Open one more pane, as far as the screen and the articles go."""
    arrangement, width = room.arrangement, room.app.size.width
    now = len(room.panes)
    if now >= arrangement.articles:
        room.say("every article has its pane")
    elif now >= capacity(width):
        room.say(f"{now} of {now} panes at {width} columns; a wider terminal holds more")
    else:
        arrangement.wanted, arrangement.zoomed = now + 1, False
        room.rearrange()


@deed("close-pane")
def close_pane(room: "Room") -> None:
    """Close the active pane; its article stays open."""
    if len(room.panes) > 1:
        room.arrangement.close(room.app.size.width)
        room.rearrange()
        room.moved()
    else:
        room.say("the last pane stays")


@deed("link-scrolling")
def link_scrolling(room: "Room") -> None:
    """Scroll the panes together, by their shared quotes; again: each by itself."""
    room.linked = not room.linked
    room.say("the panes scroll together, by their shared quotes" if room.linked else "each pane scrolls by itself")


def _set_width(room: "Room", change: int) -> None:
    pane = room.pane
    shown = min(room.width_of_text, pane.lines.width)
    room.width_of_text = max(TEXT_WIDTH.start, min(shown + change, TEXT_WIDTH.stop - 1))
    for one in room.panes:
        one.most = room.width_of_text
        one.forget()
    now = pane.lines.width
    room.say(f"text {now} columns wide" if now == room.width_of_text else f"text {now} columns wide: all there is")


@deed("narrower")
def narrower(room: "Room") -> None:
    """Make the text narrower."""
    _set_width(room, -STEP)


@deed("wider")
def wider(room: "Room") -> None:
    """Make the text wider."""
    _set_width(room, STEP)


@deed("quit")
def quit_(room: "Room") -> None:
    """Leave; everything is saved."""
    room.app.exit(0)
