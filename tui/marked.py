"""What is marked under the cursor, for the counterpart strip: every tag, the innermost first, and the suggestion."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from tui.ink import Line, Piece, cut, fitted, folded, line, width_of
from tui.naming import one_line

if TYPE_CHECKING:
    from annotations.annotation import Annotation
    from quotes.model import Suggestion
    from tui.desk import Desk

WIDE = 100
"""From so many columns on, who tagged and when stands beside the tag, at the right of the first row."""
_BETWEEN = " · "
_NAME = 24
"""Cells that the name of a tag takes at most."""
_ROWS = 3
"""Rows that one long note takes at most."""


class Told(NamedTuple):
    """What the strip says of one mark."""

    sign: Piece
    """The tag's letter, or `?`."""
    name: str
    text: str
    needed: bool
    """Whether it is told even where the quote's wordings could use the row."""
    chosen: bool = False
    """Whether keys for one tag mean it."""


def beside(desk: "Desk", under: "Sequence[Annotation]", width: int) -> Line:
    """Return what is under the cursor in short, for the right of the first row.

    Args:
        desk: What is open.
        under: The annotations, the innermost first.
        width: Cells of the screen.
    """
    if not under:
        return ()
    if len(under) == 1 and width >= WIDE:
        return line(_sign(desk, under[0]), (f" {_tag_and_who(under[0], '   ')}", "muted"), "  ")
    named = line(*(piece for one in under for piece in (_sign(desk, one), (f" {_short(one.tag)}  ", "muted"))))
    if len(under) == 1 or (width >= WIDE and width_of(named) * 2 <= width):
        return named
    return line(*(piece for one in under for piece in (_sign(desk, one), " ")), " ")


def told_here(
    desk: "Desk",
    under: "Sequence[Annotation]",
    suggestion: "Suggestion | None",
    width: int,
    chosen: "Annotation | None",
) -> list[Told]:
    """Tell of everything under the cursor.

    Args:
        desk: What is open.
        under: The annotations, the innermost first.
        suggestion: The suggestion, if there is one.
        width: Cells of the screen.
        chosen: The annotation that keys for one tag mean, where several meet.
    """
    alone = len(under) == 1
    told = []
    for one in under:
        written = _written(desk, one)
        parts = [*([] if alone and width >= WIDE else [_tag_and_who(one)]), *written]
        if parts:
            needed = not alone or bool(written)
            text = one_line(_BETWEEN.join(parts))
            told.append(Told(_sign(desk, one), one.tag, text, needed, one is chosen))
    if suggestion is not None:
        why = f"{one_line(suggestion.tag)} suggested: {one_line(suggestion.reason)}"
        told.append(Told(Piece("?", "muted"), suggestion.tag, why, suggestion is desk.suggestion))
    return told


def rows_wanted(told: Iterable[Told], width: int) -> int:
    """Return how many rows it takes to tell all of that."""
    return sum(len(_folded(one, width, _ROWS)) for one in told)


def rows_of(told: Sequence[Told], most: int, width: int) -> list[Line]:
    """Return the rows: one for each mark; a long note takes more where they are free.

    Args:
        told: What `told_here` returned.
        most: Rows that there are.
        width: Cells.
    """
    if most < 1:
        return []
    shown = told if len(told) <= most else told[: most - 1]
    spare = most - len(shown) - (len(shown) < len(told))
    rows: list[Line] = []
    for one in shown:
        texts = _folded(one, width, 1 + min(spare, _ROWS - 1))
        spare -= len(texts) - 1
        rows += _one(one, texts)
    left = told[len(shown) :]
    return [*rows, _summary(left, width)] if left else rows


def _folded(told: Told, width: int, most: int) -> list[str]:
    return folded(told.text, max(width - 6, 2), most)


def _one(told: Told, texts: Iterable[str]) -> Iterator[Line]:
    head = line(Piece("▸ " if told.chosen else "  ", "key"), told.sign, " ")
    for text in texts:
        yield (*head, *line((text, "strong" if told.chosen else "")))
        head = line("    ")


def _summary(left: Sequence[Told], width: int) -> Line:
    """Name what has no row of its own."""
    names = [piece for one in left for piece in (Piece("  "), one.sign, Piece(f" {one_line(one.name)}", "muted"))]
    return cut(line("  ", (f"and {len(left)} more around:", "muted"), *names), width)


def _sign(desk: "Desk", annotation: "Annotation") -> Piece:
    tag = next((tag for tag in desk.tags if tag.name == annotation.tag), None)
    return Piece((tag.letter if tag else "") or annotation.tag[:1].upper(), f"tag:{annotation.tag}")


def _short(tag: str) -> str:
    """Return a tag's name as long as the first row has room for it."""
    return fitted(one_line(tag), _NAME).rstrip()


def _written(desk: "Desk", annotation: "Annotation") -> list[str]:
    """Return what a person should read of an annotation: that it moved, its speaker if another is told, its note."""
    parts = ["moved: the text has changed, look whether the passage is still right"] * (annotation.state == "moved")
    group = desk.group(annotation.group)
    told = {group.speaker, *(member.speaker for member in group.members)} if group else {None}
    parts += [f"speaker: {annotation.speaker}"] if annotation.speaker and annotation.speaker not in told else []
    return [*parts, *([f"note: {annotation.note}"] if annotation.note else [])]


def _tag_and_who(annotation: "Annotation", between: str = _BETWEEN) -> str:
    """Return tag, annotator and time of an annotation."""
    return between.join(map(one_line, (_short(annotation.tag), annotation.annotator, _when(annotation.updated))))


def _when(time: str) -> str:
    """Return a time of the store in the reader's own zone, to the minute; as it stands where it is none."""
    try:
        local = datetime.fromisoformat(time).astimezone()
    except ValueError:
        return time
    today = local.date() == datetime.now().astimezone().date()
    return f"today {local:%H:%M}" if today else f"{local:%Y-%m-%d %H:%M}"
