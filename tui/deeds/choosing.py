"""Choosing: an article for the pane, a key from the help, an action from the palette."""

from typing import TYPE_CHECKING

from tui.actions import BY_NAME, VIEWS
from tui.deeds import deed
from tui.dialogs.articles import ArticleListing
from tui.dialogs.help import Help
from tui.dialogs.listing import Entry, Listing
from tui.palette import Command, action_entries, command_entries

if TYPE_CHECKING:
    from tui.room import Room


@deed("choose-article")
def choose_article(room: "Room") -> None:
    """Choose the article for the active pane."""

    def done(entry: Entry) -> None:
        _into_pane(room, entry.value.number)

    room.overlays.ask(ArticleListing(room, done))


def _into_pane(room: "Room", number: int) -> None:
    """Show an article in the active pane; one that another pane has changes places with it."""
    room.arrangement.put(number, room.arrangement.active)
    room.rearrange()
    room.moved()


@deed("help")
def help_(room: "Room") -> None:
    """Show all keys."""
    room.overlays.ask(Help(room))


@deed("palette")
def palette(room: "Room") -> None:
    """Find an action by its name."""
    from tui.deeds.working import commands, settings

    def done(entry: Entry) -> None:
        if isinstance(entry.value, Command):
            entry.value.run(room)
        elif room.overlays.view is None and BY_NAME[entry.value] not in VIEWS["room"]:
            room.say(f"{entry.value}: {BY_NAME[entry.value].description}")
        else:
            room.overlays.perform(entry.value)

    own = command_entries(commands(room))
    entries = [*own, *action_entries(room.keys.keys, room.desk.tags), *command_entries(settings())]
    room.overlays.ask(Listing(room, "palette", entries, done))
