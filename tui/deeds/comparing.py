"""Compare and coverage: the views that only this program has."""

from typing import TYPE_CHECKING

from tui.deeds import deed
from tui.views.compare import CompareView
from tui.views.coverage import CoverageView

if TYPE_CHECKING:
    from tui.room import Room


@deed("compare")
def compare(room: "Room") -> None:
    """Show the wordings of the shared quote under the cursor, else of the current one, else of the first."""
    if room.needs_story("compare"):
        return
    desk = room.desk
    group = desk.group_at(room.pane.article.id, room.pane.cursor) or desk.group(desk.current)
    if group is None and desk.groups:
        group = desk.groups[0]
    if group is None:
        room.say("no shared quotes in these articles")
    else:
        room.overlays.show(CompareView(room, group))


@deed("coverage")
def coverage(room: "Room") -> None:
    """Show quotes by articles."""
    if not room.needs_story("coverage"):
        room.overlays.show(CoverageView(room))
