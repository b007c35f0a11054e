"""The reading room's app: it opens one screen and ends with an exit status. Everything else is elsewhere."""

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.app import App
from textual.screen import Screen

from annotations.errors import StoreError
from articles.shelf import Shelf
from tui.room import Room
from tui.settings import Settings
from tui.signals import Ending, restored_terminal
from tui.themes import NEWSREADER_DARK, NEWSREADER_LIGHT

if TYPE_CHECKING:
    from annotations.store import Store

COLOURLESS = "ansi-dark"


def run(
    shelf: Shelf,
    open_store: Callable[[], "Store"],
    settings: Settings,
    *,
    name: str,
    notices: Sequence[str] = (),
    refusal: type[Exception] = StoreError,
) -> int:
    """Open the reading room and return its exit status.

    Args:
        shelf: The articles, at least one; the first ones are read at once, the others when they are wanted.
        open_store: Opens the store; called once, after the first picture. A store that is read-only is shown as such,
            with its `reason`.
        settings: The person's settings.
        name: What is open: `sample story`, or the folder's or file's name.
        notices: What the person should know, a sentence each.
        refusal: What `open_store` raises where the store is refused. It ends the room and is raised again here, with
            the terminal restored.

    Returns:
        0; `room.UNSAVED` when tags remain that could not be written; 128 + n when signal n ended the room.
    """
    app = ReadingRoom(Room(shelf, open_store, settings, story_name=name, notices=notices, refusal=refusal))
    with restored_terminal():
        app.run(mouse=True)
    return app.end()


class ReadingRoom(App[int], inherit_bindings=False):
    """A tiny app: themes, signals, one screen."""

    CSS_PATH = "room.tcss"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, room: Room) -> None:
        """Prepare the app for a room."""
        colourless = bool(os.environ.get("NO_COLOR"))  # by no-color.org an empty one says nothing
        super().__init__(
            ansi_color=True
        )  # no style of ours needs the filter that would go over every row of every frame
        self.register_theme(NEWSREADER_DARK)
        self.register_theme(NEWSREADER_LIGHT)
        few_colours = self.console.color_system in (None, "standard")
        remembered = room.remembering.story.theme
        theme = remembered if remembered in self.available_themes else room.settings.theme
        self.theme = COLOURLESS if colourless or few_colours else theme
        self.ending = Ending(self.leave)
        self.room = room

    def get_default_screen(self) -> Screen[None]:
        """Return the room: keys that come early already go there."""
        return self.room

    def on_load(self) -> None:
        """Be ready for signals before the terminal is changed."""
        self.ending.listen()

    def leave(self, status: int) -> None:
        """Close the store and end with this exit status."""
        if self.room.painted:
            self.room.overlays.finish()
        self.room.close()
        self.exit(status)

    def end(self) -> int:
        """Close the store and return the exit status."""
        status = self.room.close()
        if self.room.intake.failure is not None:
            raise self.room.intake.failure
        return self.ending.status or status or self.return_code or 0
