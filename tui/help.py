"""The help: every action with its keys as they are now, in columns, filtered by typing."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from annotations.tags import Tag
from tui.actions import ACTIONS, BY_NAME, keys_of
from tui.ink import BLANK, Line, Piece, cut, fitted, line, width_of
from tui.matching import matching

_COLUMN = 50
"""Cells of a column, at least."""
_KEYS = 14
MOUSE = (
    ("click, drag", "cursor there, select"),
    ("double, triple", "select the word, the sentence"),
    ("four times", "select the paragraph"),
    ("wheel", "scroll the pane under it"),
    ("right edge", "go there in the article"),
)


@dataclass(frozen=True, slots=True)
class Topic:
    """One line of the help."""

    group: str
    keys: str
    text: str
    name: str
    """The action's name in the configuration; empty where there is none."""
    own: bool = False
    """Whether the keys are the user's own."""


def topics(keys: Mapping[str, tuple[str, ...]], tags: Sequence[Tag]) -> list[Topic]:
    """Return everything that the help tells, in the order of the table of actions.

    Args:
        keys: The user's own keys, by the action's name.
        tags: The code book: what the keys 4 to 9 set.
    """
    told = [
        Topic(
            action.group,
            " ".join(keys_of(keys, action.name)) or "–",
            described(action.name, tags),
            action.name,
            own=keys_of(keys, action.name) != action.keys,
        )
        for action in ACTIONS
    ]
    return [*told, *(Topic("mouse", how, text, "") for how, text in MOUSE)]


def described(name: str, tags: Sequence[Tag]) -> str:
    """Return what an action does; a key for a tag of one's own names the tag."""
    if name.startswith("tag-"):
        tag = next((tag for tag in tags if tag.key == name.removeprefix("tag-")), None)
        if tag is not None:
            return f"tag as {tag.name}" + (f": {tag.description}" if tag.description else "")
    return BY_NAME[name].description


def found(typed: str, told: Sequence[Topic]) -> list[Topic]:
    """Return the topics that fit what was typed, in the order of the table; a key alone finds what is on it."""
    on_key = [topic for topic in told if typed.strip() and typed.strip() in topic.keys.split()]
    fitting = set(matching(typed, told, lambda topic: f"{topic.name} {topic.text} {topic.group} {topic.keys}"))
    return [topic for topic in told if topic in fitting or topic in on_key]


def help_lines(told: Sequence[Topic], width: int) -> list[Line]:
    """Write topics in as many columns as there is room for.

    Args:
        told: The topics, those of one group together.
        width: Cells.
    """
    columns = max(1, min(3, width // _COLUMN))
    room = max((width - 1) // columns - 2, 8)
    blocks = [[*_group(name, list(some), room), BLANK] for name, some in groupby(told, key=lambda topic: topic.group)]
    return [cut(row, width) for row in _beside(_shared_out(blocks, columns), room)]


def _group(name: str, told: Sequence[Topic], room: int) -> Iterator[Line]:
    yield line(Piece(name, "strong"))
    keys = min(_KEYS, max(room // 3, 4))
    for topic in told:
        text = topic.text + (" (your key)" if topic.own else "")
        first, *rest = textwrap.wrap(text, max(room - keys - 1, 6)) or [""]
        shown = topic.keys if width_of(line(topic.keys)) <= keys else fitted(topic.keys, keys)
        yield line(Piece(fitted(shown, keys), "key"), " ", Piece(first))
        for more in rest:
            yield line(" " * (keys + 1), Piece(more))


def _shared_out(blocks: Sequence[Sequence[Line]], columns: int) -> list[list[Line]]:
    """Share blocks out among columns, in order, about as high each."""
    total = sum(map(len, blocks))
    result: list[list[Line]] = [[]]
    for block in blocks:
        full = len(result[-1]) + len(block) / 2 > total / columns
        if result[-1] and full and len(result) < columns:
            result.append([])
        result[-1].extend(block)
    return result


def _beside(columns: Sequence[Sequence[Line]], room: int) -> Iterator[Line]:
    for number in range(max(map(len, columns), default=1) - 1):  # without the blank line behind the last group
        row: list[Piece] = []
        for column in columns:
            cell = column[number] if number < len(column) else BLANK
            row += [Piece("  "), *cell, Piece(" " * max(room - width_of(cell), 0))]
        yield tuple(row)
