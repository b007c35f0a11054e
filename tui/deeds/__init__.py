"""What the actions do: one small function a deed, known by the action's name in `tui/actions.py`.

The door for whoever adds one:

    from tui.deeds import deed
    from tui.room import Room          # under TYPE_CHECKING

    @deed("compare")
    def compare(room: "Room") -> None:
        ...

and the name of the module in `MODULES` below, with the actions that it performs. A module is loaded when one of them
is wanted for the first time, so none of them costs anything at the start. An action without a deed has no effect.
`room.perform("compare")` does what the key does, from the palette too.

What a deed finds: `room.desk` (articles, story, store, marks, suggestions; no screen), `room.pane` (the active one:
`.article`, `.cursor`, `.word`, `.place.selection`, `.move()`, `.select()`), `room.panes` (those in view), `room.say()`
(a quiet line), `room.go_to(article_id, span)`, `room.set_current(group_id)`, `room.needs_story(name)`.
"""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.room import Room

Deed = Callable[["Room"], None]

DEEDS: dict[str, Deed] = {}
"""The deeds that are loaded, by the action's name."""

MODULES: dict[str, tuple[str, ...]] = {
    "tui.deeds.moving": (
        *("next-word", "previous-word", "next-line", "previous-line", "line-start", "line-end", "next-sentence"),
        *("previous-sentence", "next-paragraph", "previous-paragraph", "top", "bottom", "page-down", "page-up"),
    ),
    "tui.deeds.selecting": (
        *("select-word", "select-sentence", "select-paragraph", "grow", "shrink", "select-mark", "mark", "other-end"),
        *("extend-right", "extend-left", "extend-down", "extend-up", "clear"),
    ),
    "tui.deeds.tagging": (
        *("claim", "quote", "boilerplate", "tag-4", "tag-5", "tag-6", "tag-7", "tag-8", "tag-9", "untag"),
        *("same-everywhere", "next-annotation", "previous-annotation"),
    ),
    "tui.deeds.history": ("undo", "redo"),
    "tui.deeds.quoting": ("next-quote", "previous-quote"),
    "tui.deeds.suggesting": ("next-suggestion", "previous-suggestion", "accept", "reject"),
    "tui.deeds.panes": (
        *("next-pane", "previous-pane", "pane-1", "pane-2", "pane-3", "pane-4", "zoom", "link-scrolling", "open-pane"),
        *("close-pane", "narrower", "wider", "quit"),
    ),
    "tui.deeds.annotating": ("pick-tag", "note", "speaker"),
    "tui.deeds.comparing": ("compare", "coverage"),
    "tui.deeds.searching": ("search", "next-match", "previous-match"),
    "tui.deeds.choosing": ("choose-article", "help", "palette"),
    "tui.deeds.sending": ("copy", "copy-with-source", "export", "open-in-editor"),
}
"""Which module performs which actions."""

_HOME = {name: module for module, names in MODULES.items() for name in names}


def deed(name: str) -> Callable[[Deed], Deed]:
    """Make a function the deed of an action."""

    def keep(function: Deed) -> Deed:
        DEEDS[name] = function
        return function

    return keep


def deed_of(name: str) -> Deed | None:
    """Return the deed of an action, loading its module at the first call; None where there is none."""
    if name not in DEEDS and name in _HOME:
        import_module(_HOME[name])
    return DEEDS.get(name)


def load_all() -> None:
    """Load all deeds, where nobody waits for it: views and dialogs would take 10 ms at their first key."""
    for module in MODULES:
        import_module(module)
