"""The one table of actions.

It feeds the footer, the help screen, the palette, the documentation and the user's own key map. Nothing here needs a
screen. Keys are named as Textual names them (`question_mark` is written `?` here: `textual_key` translates).
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can do in the reading room."""

    name: str
    """Its name in the configuration: `[keys] next-quote = "n"`."""
    group: str
    keys: tuple[str, ...]
    label: str
    """A word or two, for the footer."""
    description: str
    """One line, for the help and the palette."""


def _group(name: str, *rows: tuple[str, str, str, str]) -> tuple[Action, ...]:
    return tuple(Action(action, name, tuple(keys.split()), label, text) for action, keys, label, text in rows)


ACTIONS: tuple[Action, ...] = (
    *_group(
        "move",
        ("next-word", "l right", "word", "to the next word"),
        ("previous-word", "h left", "word", "to the previous word"),
        ("next-line", "j down", "line", "one line down"),
        ("previous-line", "k up", "line", "one line up"),
        ("line-start", "home", "line start", "to the first word of the line"),
        ("line-end", "end", "line end", "to the last word of the line"),
        ("next-sentence", ")", "sentence", "to the next sentence"),
        ("previous-sentence", "(", "sentence", "to the previous sentence"),
        ("next-paragraph", "}", "paragraph", "to the next paragraph"),
        ("previous-paragraph", "{", "paragraph", "to the previous paragraph"),
        ("top", "g", "top", "to the beginning of the article"),
        ("bottom", "G", "bottom", "to the end of the article"),
        ("page-down", "space pagedown", "page down", "one page down"),
        ("page-up", "b pageup", "page up", "one page up"),
    ),
    *_group(
        "select",
        ("select-word", "w", "word", "select the word; again: one more"),
        ("select-sentence", "s", "sentence", "select the sentence; again: one more"),
        ("select-paragraph", "p", "paragraph", "the paragraph; again: one more"),
        ("grow", "+ =", "grow", "grow: word, clause, sentence ..."),
        ("shrink", "-", "shrink", "shrink the selection by one step"),
        (
            "select-mark",
            "enter",
            "marked",
            "select what is marked; again: more",
        ),
        ("mark", "v", "mark", "start selecting; movement extends"),
        ("other-end", "o", "other end", "go on from the other end"),
        ("extend-right", "shift+right", "extend", "extend by a word to the right"),
        ("extend-left", "shift+left", "extend", "extend by a word to the left"),
        ("extend-down", "shift+down", "extend", "extend by a line down"),
        ("extend-up", "shift+up", "extend", "extend by a line up"),
        ("clear", "escape", "back", "close, unselect, leave zoom"),
    ),
    *_group(
        "tag",
        ("claim", "1", "claim", "tag as claim; again: take it off"),
        ("quote", "2", "quote", "tag as quote; again: take it off"),
        ("boilerplate", "3", "boilerplate", "tag as boilerplate; again: off"),
        ("tag-4", "4", "tag 4", "tag with your own tag on key 4"),
        ("tag-5", "5", "tag 5", "tag with your own tag on key 5"),
        ("tag-6", "6", "tag 6", "tag with your own tag on key 6"),
        ("tag-7", "7", "tag 7", "tag with your own tag on key 7"),
        ("tag-8", "8", "tag 8", "tag with your own tag on key 8"),
        ("tag-9", "9", "tag 9", "tag with your own tag on key 9"),
        ("pick-tag", "t", "tags", "choose a tag, or make a new one"),
        ("untag", "x delete", "untag", "remove the tag under the cursor"),
        ("same-everywhere", "*", "everywhere", "this tag in every article's quote"),
        ("note", "e", "note", "write a note on the tag"),
        ("speaker", "S", "speaker", "say who speaks under the cursor"),
        ("next-annotation", "]", "annotation", "to the next annotation"),
        ("previous-annotation", "[", "annotation", "to the previous annotation"),
    ),
    *_group(
        "shared quotes",
        ("next-quote", "n", "quote", "to the next quote, in every pane"),
        ("previous-quote", "N", "quote", "to the previous quote, in every pane"),
        ("compare", "d", "compare", "the wordings of a quote, compared"),
        ("coverage", "c", "coverage", "who has which quote, and how"),
    ),
    *_group(
        "in lists",
        ("go-there", "enter", "go there", "in views: go to the place"),
        ("sort", "s", "sort", "in coverage: sort in another way"),
        ("show", "tab", "show", "in coverage: all, only one, left out"),
        ("place-anew", "p", "place anew", "in changed places: choose its words"),
    ),
    *_group(
        "suggestions",
        ("next-suggestion", "f", "suggestion", "to the next suggestion"),
        ("previous-suggestion", "F", "suggestion", "to the previous suggestion"),
        ("accept", "a", "accept", "accept the suggestion and go on"),
        ("reject", "r", "reject", "reject the suggestion and go on"),
    ),
    *_group(
        "history",
        ("undo", "u ctrl+z", "undo", "undo the last change"),
        ("redo", "U ctrl+y", "redo", "redo what was undone"),
    ),
    *_group(
        "search",
        ("search", "/ ctrl+f", "search", "search all; ctrl+r: expression"),
        ("next-match", ".", "match", "to the next match"),
        ("previous-match", ",", "match", "to the previous match"),
    ),
    *_group(
        "panes",
        ("next-pane", "tab", "pane", "to the next pane"),
        ("previous-pane", "shift+tab", "pane", "to the previous pane"),
        ("pane-1", "f2", "pane 1", "to pane 1"),
        ("pane-2", "f3", "pane 2", "to pane 2"),
        ("pane-3", "f4", "pane 3", "to pane 3"),
        ("pane-4", "f5", "pane 4", "to pane 4"),
        ("zoom", "z", "zoom", "the pane alone, or all again"),
        ("link-scrolling", "L", "link", "scroll together, by shared quotes"),
        ("open-pane", "ctrl+t", "open pane", "open one more pane"),
        ("close-pane", "ctrl+w", "close pane", "close this pane"),
        ("narrower", "<", "narrower", "narrower text"),
        ("wider", ">", "wider", "wider text"),
        ("choose-article", "ctrl+o", "article", "choose the article for this pane"),
    ),
    *_group(
        "out",
        ("copy", "y ctrl+c", "copy", "copy to the terminal's clipboard"),
        ("copy-with-source", "Y", "copy with source", "copy with speaker, outlet, address"),
        ("export", "E", "export", "export the annotations to a file"),
        ("open-in-editor", "V", "editor", "open your editor at this line"),
    ),
    *_group(
        "program",
        ("help", "? f1", "all keys", "all keys"),
        ("palette", "ctrl+p", "palette", "find an action by its name"),
        ("quit", "ctrl+q", "quit", "quit; everything is saved"),
    ),
)
"""Every action, in the order of the help."""

BY_NAME = {action.name: action for action in ACTIONS}

_IN_LISTS = frozenset(
    {"next-line", "previous-line", "top", "bottom", "page-down", "page-up", "clear", "go-there"}
    | {"undo", "redo", "help", "palette", "quit"}
)
_OF_QUOTES = _IN_LISTS | frozenset(
    {"next-quote", "previous-quote", "compare", "coverage", "copy"}
    | {"claim", "quote", "boilerplate", "tag-4", "tag-5", "tag-6", "tag-7", "tag-8", "tag-9"}
)
_OF_COVERAGE = _OF_QUOTES | {"sort", "show", "next-word", "previous-word"}
_OF_CHANGES = _IN_LISTS | {"accept", "place-anew", "untag"}
_NOT_IN_THE_ROOM = frozenset({"go-there", "sort", "show", "place-anew"})


def _view(names: frozenset[str]) -> tuple[Action, ...]:
    return tuple(action for action in ACTIONS if action.name in names)


VIEWS: Mapping[str, tuple[Action, ...]] = {
    "room": tuple(action for action in ACTIONS if action.name not in _NOT_IN_THE_ROOM),
    "compare": _view(_OF_QUOTES),
    "coverage": _view(_OF_COVERAGE),
    "list": _view(_IN_LISTS),
    "changes": _view(_OF_CHANGES),
}
"""The actions of each view; within a view no two may have the same key."""

NEVER = frozenset({"ctrl+i", "ctrl+m", "ctrl+h"})
"""Keys that a terminal cannot tell from tab, enter and backspace."""

_SIGNS = {
    ")": "right_parenthesis", "(": "left_parenthesis", "}": "right_curly_bracket", "{": "left_curly_bracket",
    "]": "right_square_bracket", "[": "left_square_bracket", "+": "plus", "=": "equals_sign", "-": "minus",
    "*": "asterisk", "/": "slash", ".": "full_stop", ",": "comma", "<": "less_than_sign", ">": "greater_than_sign",
    "?": "question_mark", "!": "exclamation_mark", "'": "apostrophe", '"': "quotation_mark", ":": "colon",
    ";": "semicolon", "&": "ampersand", "%": "percent_sign", "$": "dollar_sign", "#": "number_sign", "@": "at",
    "^": "circumflex_accent", "_": "underscore", "`": "grave_accent", "~": "tilde", "|": "vertical_line",
    "\\": "backslash",
}  # fmt: skip


def textual_key(key: str) -> str:
    """Return Textual's name of a key of the table: `?` is `question_mark`, `N` is `N`, `ctrl+z` is `ctrl+z`."""
    if len(key) > 1 or key.isalnum():
        return key
    return _SIGNS.get(key) or unicodedata.name(key, key).lower().replace("-", "_").replace(" ", "_")


def keys_of(keys: Mapping[str, tuple[str, ...]], name: str) -> tuple[str, ...]:
    """Return the keys of an action: the user's own, else those of the table.

    Args:
        keys: The user's own keys, by the action's name (`Settings.keys`).
        name: The action's name.
    """
    return keys[name] if name in keys else BY_NAME[name].keys
