"""From keys to actions: the table of actions, with the user's own keys in place of its own."""

from collections.abc import Mapping
from dataclasses import dataclass

from tui.actions import VIEWS, keys_of, textual_key


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys of one view."""

    actions: Mapping[str, str]
    """The action's name by Textual's name of the key."""
    keys: Mapping[str, tuple[str, ...]]
    """The keys of each action, as the table writes them; only those that work."""
    clashes: tuple[str, ...]
    """Where two actions fall on one key: a sentence each that names both."""

    def action(self, key: str, character: str | None = None) -> str | None:
        """Return the action of a key press, or None."""
        return self.actions.get(key) or (self.actions.get(character) if character else None)

    def first(self, name: str) -> str:
        """Return the first key of an action, for the footer; empty if it has none."""
        return next(iter(self.keys.get(name, ())), "")


def keymap(own: Mapping[str, tuple[str, ...]], view: str = "room") -> Keymap:
    """Make the key map of a view.

    Args:
        own: The user's own keys by the action's name; an action that is not in it has the keys of the table.
        view: `room`, `compare` or `coverage`.
    """
    actions: dict[str, str] = {}
    keys: dict[str, tuple[str, ...]] = {}
    clashes = []
    for action in VIEWS[view]:
        kept = []
        for key in keys_of(own, action.name):
            taken = actions.setdefault(textual_key(key), action.name)
            if taken == action.name:
                actions[key] = action.name
                kept.append(key)
            else:
                clashes.append(f"key {key}: {action.name} left out, {taken} has it")
        keys[action.name] = tuple(kept)
    return Keymap(actions, keys, tuple(clashes))
