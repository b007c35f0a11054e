"""Selecting: words, sentences, paragraphs, growing and shrinking, what is marked."""

from typing import TYPE_CHECKING

from articles.article import Span
from tui.deeds import deed
from tui.deeds.moving import line_target
from tui.motion import next_word, previous_word, word_at
from tui.selection import Selection, grown, next_piece, select, shrunk, unit_at

if TYPE_CHECKING:
    from tui.room import Room


def _select(room: "Room", span: Span, of: str | None = None) -> None:
    """Select a stretch of the active article and show as much of it as there is room for."""
    room.pane.select(select(room.pane.article, span, of))
    room.pane.reveal(span)


def _by_unit(name: str, unit: str) -> None:
    @deed(name)
    def select_unit(room: "Room") -> None:
        pane = room.pane
        here, selection = unit_at(pane.article, pane.cursor, unit), pane.place.selection
        pane.place.grown.clear()
        if selection is None or selection.span.start > here.start or selection.span.end < here.end:
            _select(room, here)
            return
        piece = next_piece(pane.article, selection, unit)
        if piece is not None:
            _select(room, Span(selection.span.start, piece.end), selection.of)


for _unit in ("word", "sentence", "paragraph"):
    _by_unit(f"select-{_unit}", _unit)


@deed("grow")
def grow(room: "Room") -> None:
    """Take in more: word, clause, quotation, sentence, paragraph."""
    pane = room.pane
    selection = pane.place.selection
    quotations = room.desk.quotations(pane.article.id, pane.cursor)
    wider = grown(pane.article, pane.cursor, selection.span if selection else None, quotations)
    if wider is None:
        return
    if selection is not None:
        pane.place.grown.append(selection)
    _select(room, wider, selection.of if selection else None)


@deed("shrink")
def shrink(room: "Room") -> None:
    """Go one step back: to what was selected before, else to the next smaller thing under the cursor."""
    pane = room.pane
    selection = pane.place.selection
    if selection is None:
        return
    if pane.place.grown:
        pane.select(pane.place.grown.pop())
        return
    quotations = room.desk.quotations(pane.article.id, pane.cursor)
    narrower = shrunk(pane.article, pane.cursor, selection.span, quotations)
    if narrower is not None:
        _select(room, narrower, selection.of)


@deed("select-mark")
def select_mark(room: "Room") -> None:
    """Select the innermost thing that is marked under the cursor; again: the one around it."""
    place = room.pane.place
    around = _marked_here(room)
    if around:
        place.grown.clear()
        _select(room, *around[_next_around(around, place.selection)])
    else:
        room.say("nothing is marked here")


def _marked_here(room: "Room") -> list[tuple[Span, str]]:
    """Return the passages marked under the cursor, the innermost first, each with its annotation's id if it has one.

    Each tag is one of them, also where several are on the same words; a quote or suggestion on just these is none.
    """
    marks = room.desk.marks(room.pane.article.id).at(room.pane.cursor, "tag", "quote", "suggestion")
    tagged = {(mark.start, mark.end) for mark in marks if mark.kind == "tag"}
    here = (
        (Span(mark.start, mark.end), mark.key if mark.kind == "tag" else "")
        for mark in marks
        if mark.kind == "tag" or (mark.start, mark.end) not in tagged
    )
    return list(dict.fromkeys(here))


def _next_around(around: list[tuple[Span, str]], selection: Selection | None) -> int:
    """Return the number of the passage around the selected one; after the outermost the innermost again."""
    if selection is None or selection.of is None:
        return 0
    if (selection.span, selection.of) in around:
        return (around.index((selection.span, selection.of)) + 1) % len(around)
    length = selection.span.end - selection.span.start
    return next((number for number, (span, _) in enumerate(around) if span.end - span.start > length), 0)


@deed("mark")
def mark(room: "Room") -> None:
    """Begin to select at the cursor, or stop extending."""
    place = room.pane.place
    place.marking = not place.marking
    if place.marking and place.selection is None:
        room.pane.select(Selection(room.pane.word, room.pane.word))


@deed("other-end")
def other_end(room: "Room") -> None:
    """Go on from the selection's other end."""
    pane = room.pane
    if pane.place.selection is not None:
        turned = pane.place.selection.turned()
        pane.move(turned.head.start)
        pane.select(turned)


def _extend(room: "Room", offset: int, goal: int | None = None) -> None:
    """Move the selection's moving end, and the cursor with it."""
    pane = room.pane
    selection = pane.place.selection or Selection(pane.word, pane.word)
    pane.place.grown.clear()
    pane.move(offset, goal=goal)
    pane.select(selection.to(word_at(pane.article, offset)))


def _head(room: "Room") -> int:
    selection = room.pane.place.selection
    return selection.head.start if selection else room.pane.cursor


@deed("extend-right")
def extend_right(room: "Room") -> None:
    """Extend by a word to the right."""
    _extend(room, next_word(room.pane.article, _head(room)))


@deed("extend-left")
def extend_left(room: "Room") -> None:
    """Extend by a word to the left."""
    _extend(room, previous_word(room.pane.article, _head(room)))


@deed("extend-down")
def extend_down(room: "Room") -> None:
    """Extend by a line down."""
    _extend(room, *line_target(room.pane, _head(room), 1))


@deed("extend-up")
def extend_up(room: "Room") -> None:
    """Extend by a line up."""
    _extend(room, *line_target(room.pane, _head(room), -1))


@deed("clear")
def clear(room: "Room") -> None:
    """Clear the selection, else leave zoom."""
    place = room.pane.place
    if place.selection is not None or place.marking:
        place.marking = False
        place.grown.clear()
        room.pane.select(None)
    elif room.arrangement.zoomed:
        room.arrangement.zoomed = False
        room.rearrange()
