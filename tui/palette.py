"""The palette: every action by its name, and what has no key of its own."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotations.tags import Tag
from quotes.model import Suggestion
from quotes.suggestions import COUNTERPART
from tui.actions import ACTIONS, VIEWS, keys_of
from tui.dialogs.listing import Entry
from tui.help import described
from tui.settings import THEMES

if TYPE_CHECKING:
    from tui.room import Room

Run = Callable[["Room"], None]


@dataclass(frozen=True, slots=True)
class Command:
    """Something that the palette can do that is no action of the table."""

    name: str
    description: str
    run: Run


def action_entries(keys: Mapping[str, tuple[str, ...]], tags: Sequence[Tag]) -> list[Entry]:
    """Return an entry for each action of the table, with its keys as they are now.

    Args:
        keys: The user's own keys, by the action's name.
        tags: The code book.
    """
    in_room = set(VIEWS["room"])
    rank = {"move": 1, "select": 1}
    order = sorted(ACTIONS, key=lambda action: 2 if action not in in_room else rank.get(action.group, 0))
    return [
        Entry(action.name, described(action.name, tags), " ".join(keys_of(keys, action.name)), action.name)
        for action in order
    ]


def command_entries(commands: Iterable[Command]) -> list[Entry]:
    """Return an entry for each command."""
    return [Entry(command.name, command.description, "", command) for command in commands]


def suggestion_kinds(suggestions: Iterable[Suggestion]) -> dict[str, list[Suggestion]]:
    """Sort suggestions by kind: the tag, and why it is proposed.

    Returns:
        By the kind's name, such as `quote: direct speech`, in the order of their first suggestion.
    """
    kinds: dict[str, list[Suggestion]] = {}
    for suggestion in suggestions:
        kinds.setdefault(f"{suggestion.tag}: {_why(suggestion.reason)}", []).append(suggestion)
    return kinds


def _why(reason: str) -> str:
    """Return the general part of a reason, without names of speakers and articles."""
    return "counterparts" if reason.startswith(COUNTERPART) else reason.partition(",")[0]


def theme_commands(set_theme: Callable[["Room", str], None]) -> list[Command]:
    """Return a command for each theme."""

    def command(theme: str) -> Command:
        return Command(f"theme: {theme}", "the colours of the screen", lambda room: set_theme(room, theme))

    return [command(theme) for theme in THEMES]
