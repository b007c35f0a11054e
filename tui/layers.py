"""Layers: what is marked where in one article, and how that looks row by row.

A mark is a stretch with a meaning (shared quote, tag, suggestion, match). Marks are kept in buckets by place, so that
drawing a row costs the same with five marks in the article and with five thousand.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

Kind = Literal["quote", "tag", "suggestion", "boilerplate", "match"]

_BUCKET = 512
"""Characters a bucket."""
_MOST = 24
"""Marks of one kind that are told apart within a row, the innermost first; more of them show in the gutter alone."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked stretch: code points, half open, into the article's text."""

    start: int
    end: int
    kind: Kind
    key: str
    """The shared quote's id, the annotation's id, the suggestion's key."""
    name: str = ""
    """The tag's name, or that of the suggestion."""
    hue: int = 0
    """Number of the shared quote, from 0: its letter and hue."""

    @property
    def length(self) -> int:
        """Code points."""
        return self.end - self.start


class Look(NamedTuple):
    """Everything that decides how a stretch of text is drawn."""

    quote: int | None = None
    """Number of the shared quote."""
    current: bool = False
    """The current shared quote."""
    tag: str = ""
    """Name of the innermost tag."""
    boilerplate: bool = False
    proposed: bool = False
    """The current suggestion."""
    match: bool = False
    selected: bool = False
    cursor: bool = False
    title: bool = False


class Run(NamedTuple):
    """A stretch that looks the same from end to end."""

    start: int
    end: int
    look: Look


class Marks:
    """The marks of one article, looked up by place."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self.found: Callable[[int, int], list[Mark]] | None = None
        """Makes the marks of a stretch that are not kept: the matches of a search, of which there may be very many."""
        self._buckets: dict[int, dict[Mark, None]] = {}
        self._all: dict[Mark, None] = {}
        for mark in marks:
            self.add(mark)

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[Mark]:
        return iter(self._all)

    def add(self, mark: Mark) -> None:
        """Add a mark; twice is once."""
        self._all[mark] = None
        for number in range(mark.start // _BUCKET, (max(mark.end - 1, mark.start)) // _BUCKET + 1):
            self._buckets.setdefault(number, {})[mark] = None

    def remove(self, mark: Mark) -> None:
        """Take a mark away; it need not be there."""
        if self._all.pop(mark, mark) is None:
            for number in range(mark.start // _BUCKET, (max(mark.end - 1, mark.start)) // _BUCKET + 1):
                self._buckets.get(number, {}).pop(mark, None)

    def of_kind(self, *kinds: Kind) -> list[Mark]:
        """Return all marks of these kinds, in the order of the text."""
        return sorted((mark for mark in self._all if mark.kind in kinds), key=lambda mark: (mark.start, mark.end))

    def within(self, start: int, end: int) -> list[Mark]:
        """Return the marks that touch `[start, end)`, the innermost (shortest) first."""
        found: dict[Mark, None] = {}
        for number in range(start // _BUCKET, max(end - 1, start) // _BUCKET + 1):
            found.update(self._buckets.get(number, {}))
        if self.found is not None:
            found.update(dict.fromkeys(self.found(start, end)))
        return sorted((mark for mark in found if mark.start < end and start < mark.end), key=_length)

    def at(self, offset: int, *kinds: Kind) -> list[Mark]:
        """Return the marks over an offset, the innermost first; of these kinds where any is named."""
        return [mark for mark in self.within(offset, offset + 1) if not kinds or mark.kind in kinds]


def _length(mark: Mark) -> tuple[int, int, str]:
    return mark.end - mark.start, mark.start, mark.key


class Focus(NamedTuple):
    """What is on the cursor's side of the drawing."""

    cursor: tuple[int, int] | None = None
    selection: tuple[int, int] | None = None
    quote: str | None = None
    """Id of the current shared quote."""
    suggestion: str | None = None
    """Key of the current suggestion."""
    title: tuple[int, int] | None = None

    def touches(self, start: int, end: int) -> bool:
        """Tell whether cursor or selection touch a stretch."""
        return any(span is not None and span[0] < end and start < span[1] for span in (self.cursor, self.selection))


def runs(start: int, end: int, marks: list[Mark], focus: Focus) -> Iterator[Run]:
    """Cut `[start, end)` into runs.

    Args:
        start: Where the row begins.
        end: Where it ends visibly.
        marks: The marks that touch the row, the innermost first.
        focus: Cursor, selection, current quote and suggestion.
    """
    drawn = _drawn(marks, focus)
    cuts = {start, end}
    for mark in drawn:
        cuts.update((mark.start, mark.end))
    for span in (focus.cursor, focus.selection, focus.title):
        if span is not None:
            cuts.update(span)
    edges = sorted(cut for cut in cuts if start <= cut <= end)
    for begin, stop in pairwise(edges):
        yield Run(begin, stop, _look(begin, drawn, focus))


def _drawn(marks: list[Mark], focus: Focus) -> list[Mark]:
    """Return the marks that change the look of the text, a bounded number of each kind."""
    kept: list[Mark] = []
    count: dict[str, int] = {}
    for mark in marks:
        if mark.kind == "suggestion" and mark.key != focus.suggestion:
            continue
        count[mark.kind] = count.get(mark.kind, 0) + 1
        if count[mark.kind] <= _MOST or mark.key == focus.quote:
            kept.append(mark)
    return kept


def _look(offset: int, marks: list[Mark], focus: Focus) -> Look:
    """Resolve what is over one offset: for each channel the innermost mark counts."""
    quote: int | None = None
    current = boilerplate = proposed = match = False
    tag = ""
    for mark in marks:
        if not mark.start <= offset < mark.end:
            continue
        if mark.kind == "quote":
            is_current = mark.key == focus.quote
            if quote is None or (is_current and not current):
                quote = mark.hue
            current = current or is_current
        elif mark.kind == "tag":
            tag = tag or mark.name
        else:
            boilerplate = boilerplate or mark.kind == "boilerplate"
            proposed = proposed or mark.key == focus.suggestion
            match = match or mark.kind == "match"
    over = [span is not None and span[0] <= offset < span[1] for span in (focus.selection, focus.cursor, focus.title)]
    return Look(quote, current, tag, boilerplate, proposed, match, *over)


class Gutter(NamedTuple):
    """What the gutter of one row shows."""

    quote: Mark | None = None
    """The shared quote whose letter stands there: the current one, else the innermost."""
    current: bool = False
    tags: tuple[str, ...] = ()
    """Names of the tags on this row."""
    suggested: bool = False


def gutter(marks: list[Mark], focus: Focus) -> Gutter:
    """Sum up the marks of a row for its gutter."""
    quote: Mark | None = None
    tags: dict[str, None] = {}
    suggested = False
    for mark in marks:
        if mark.kind == "quote" and (quote is None or (mark.key == focus.quote and quote.key != focus.quote)):
            quote = mark
        elif mark.kind == "tag":
            tags[mark.name] = None
        elif mark.kind == "suggestion":
            suggested = True
    return Gutter(quote, quote is not None and quote.key == focus.quote, tuple(tags), suggested)
