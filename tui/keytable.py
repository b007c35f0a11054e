"""The key map as a document: docs/keys.md is written from the one table of actions, and a test holds it to that."""

from itertools import groupby

from tui.actions import ACTIONS, Action

_HEAD = """\
# Keys

Every action, its keys, and its name in the configuration. This page is written from the table in `tui/actions.py`; in
the reading room `?` shows the same with the keys as you have set them, and ctrl+p finds an action by its name.

    # config.toml; `newsreader config` prints all of it, with the place where it belongs
    [keys]
    next-quote = "f7"
    page-down = ["space", "ctrl+d"]

Never bound: ctrl+i, ctrl+m, ctrl+h (a terminal cannot tell them from tab, enter, backspace). Where two actions of one
view fall on one key, the later one is left without it, and both are named.
"""


def document() -> str:
    """Return the page."""
    parts = [_HEAD]
    for group, actions in groupby(ACTIONS, key=lambda action: action.group):
        rows = "\n".join(map(_row, actions))
        parts.append(f"## {group.capitalize()}\n\n| keys | does | name |\n|---|---|---|\n{rows}\n")
    return "\n".join(parts)


def _row(action: Action) -> str:
    keys = " ".join(f"`{key}`" for key in action.keys)
    return f"| {keys} | {action.description} | {action.name} |"
