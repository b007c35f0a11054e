"""What happens after the first picture: the store is opened, the quotes are looked for, suggestions are made.

Each part works in a thread of its own that ends with the program and sends a message when it has something.
"""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.message import Message
from textual.message_pump import MessagePump

from quotes.model import Suggestion
from tui.desk import Desk

if TYPE_CHECKING:
    from quotes.story import Story


class StoryRead(Message):
    """The quotes of the story have been looked for."""

    def __init__(self, story: "Story | None") -> None:
        super().__init__()
        self.story = story
        """None where looking failed."""


class Suggested(Message):
    """Suggestions have been made."""

    def __init__(self, suggestions: list[Suggestion]) -> None:
        super().__init__()
        self.suggestions = suggestions


def read_story_aside(desk: Desk, listener: MessagePump) -> None:
    """Look for the quotes in a thread; `StoryRead` tells of the end."""

    def work() -> None:
        from quotes.story import read_story  # noqa: PLC0415 - NumPy and the matcher, after the first picture

        story = None
        try:
            story = read_story(list(desk.shelf))
        finally:
            listener.post_message(StoryRead(story))

    _aside(work)


def suggest_aside(desk: Desk, listener: MessagePump) -> None:
    """Make suggestions in a thread; `Suggested` brings them."""
    assert desk.story is not None
    store, story = desk.store, desk.story
    annotations = store.annotations() if store else []
    rejected = store.rejected() if store else frozenset()

    def work() -> None:
        from quotes.suggestions import suggest  # noqa: PLC0415 - after the first picture

        listener.post_message(Suggested(list(suggest(story, list(desk.shelf), annotations, rejected))))

    _aside(work)


def _aside(work: Callable[[], None]) -> None:
    threading.Thread(target=work, daemon=True).start()
