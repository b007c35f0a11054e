"""Moving the cursor. While selecting, movement extends the selection; else it clears it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from articles.article import Article
from tui import motion
from tui.deeds import deed
from tui.pane import Pane
from tui.selection import Selection

if TYPE_CHECKING:
    from tui.room import Room

_BY_OFFSET: dict[str, Callable[[Article, int], int]] = {
    "next-word": motion.next_word,
    "previous-word": motion.previous_word,
    "next-sentence": motion.next_sentence,
    "previous-sentence": motion.previous_sentence,
    "next-paragraph": motion.next_paragraph,
    "previous-paragraph": motion.previous_paragraph,
}


def _put(pane: Pane, offset: int, goal: int | None = None) -> None:
    """Move the cursor, the selection with it or away."""
    place = pane.place
    anchor = (place.selection.anchor if place.selection else pane.word) if place.marking else None
    pane.move(offset, goal=goal)
    pane.select(Selection(anchor, pane.word) if anchor is not None else None)


def _moves(name: str) -> None:
    find = _BY_OFFSET[name]

    @deed(name)
    def move(room: "Room") -> None:
        _put(room.pane, find(room.pane.article, room.pane.cursor))


for _name in _BY_OFFSET:
    _moves(_name)


def line_target(pane: Pane, offset: int, step: int) -> tuple[int, int]:
    """Return the offset a line up or down from another one, and the column that is kept to."""
    lines = pane.lines
    number = lines.row_of(offset)
    goal = pane.place.goal if pane.place.goal is not None else lines.row(number).column(offset)
    target = lines.text_row(number + step, 1 if step > 0 else -1)
    if target == number or lines.is_blank(target):
        return offset, goal
    return lines.row(target).offset(goal), goal


def _by_lines(pane: Pane, step: int) -> None:
    offset, goal = line_target(pane, pane.cursor, step)
    _put(pane, offset, goal)


@deed("next-line")
def next_line(room: "Room") -> None:
    """Go one line down."""
    _by_lines(room.pane, 1)


@deed("previous-line")
def previous_line(room: "Room") -> None:
    """Go one line up."""
    _by_lines(room.pane, -1)


@deed("line-start")
def line_start(room: "Room") -> None:
    """Go to the first word of the line."""
    lines = room.pane.lines
    row = lines.row(lines.row_of(room.pane.cursor))
    _put(room.pane, next((w.start for w in motion.words_in(row.text, row.start, row.end)), row.start))


@deed("line-end")
def line_end(room: "Room") -> None:
    """Go to the last word of the line."""
    lines = room.pane.lines
    row = lines.row(lines.row_of(room.pane.cursor))
    words = list(motion.words_in(row.text, row.start, row.end))
    _put(room.pane, words[-1].start if words else row.start)


@deed("top")
def top(room: "Room") -> None:
    """Go to the beginning."""
    _put(room.pane, motion.first_stop(room.pane.article))


@deed("bottom")
def bottom(room: "Room") -> None:
    """Go to the end."""
    _put(room.pane, motion.last_stop(room.pane.article))


def _by_pages(room: "Room", direction: int) -> None:
    pane = room.pane
    lines, step = pane.lines, max(1, pane.height - 2) * direction
    at = lines.row_of(pane.cursor)
    goal = pane.place.goal if pane.place.goal is not None else lines.row(at).column(pane.cursor)
    target = lines.text_row(at + step, 1 if direction > 0 else -1)
    room.scroll(pane, step)
    _put(pane, lines.row(target).offset(goal), goal)


@deed("page-down")
def page_down(room: "Room") -> None:
    """Go one page down."""
    _by_pages(room, 1)


@deed("page-up")
def page_up(room: "Room") -> None:
    """Go one page up."""
    _by_pages(room, -1)
