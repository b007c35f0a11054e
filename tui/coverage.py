"""Coverage: quotes by articles. Who has a quote whole, trimmed, reworded, split, or not at all; who alone has it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from articles.article import Article, Span
from quotes.letters import letter
from quotes.model import Member, Quotation, SharedQuote
from tui.naming import one_line

Cell = Literal["identical", "trimmed", "split", "reworded"]
Order = Literal["place", "reach", "speaker"]
Shown = Literal["all", "one", "left out"]

ORDERS: tuple[Order, ...] = ("place", "reach", "speaker")
SHOWN: tuple[Shown, ...] = ("all", "one", "left out")


@dataclass(frozen=True, slots=True)
class Row:
    """One quote, and what each article makes of it."""

    letter: str
    """The letter of a shared quote; empty for a quote that only one article has."""
    group: str | None
    """Id of the shared quote."""
    number: int
    """Number of the shared quote among all, from 0; it decides the hue. -1 for a quote of one article."""
    words: str
    """The fullest wording, on one line."""
    speaker: str | None
    cells: tuple[Cell | None, ...]
    """For each article; None: absent."""
    places: tuple[Span | None, ...]
    """Where each article has it: code points, half open."""

    @property
    def reach(self) -> int:
        """In how many articles it stands."""
        return sum(cell is not None for cell in self.cells)


def rows(
    articles: Sequence[Article], groups: Sequence[SharedQuote], quotations: Iterable[Quotation]
) -> tuple[Row, ...]:
    """Make the table: the shared quotes in their order, then what only one article quotes.

    Args:
        articles: The opened articles, in order.
        groups: The shared quotes, in the order of their letters.
        quotations: All quotations of these articles.
    """
    column = {article.id: number for number, article in enumerate(articles)}
    shared = [_shared(number, group, column, articles) for number, group in enumerate(groups)]
    return (*shared, *_exclusive(quotations, groups, column))


def _shared(number: int, group: SharedQuote, column: dict[str, int], articles: Sequence[Article]) -> Row:
    cells: list[Cell | None] = [None] * len(column)
    places: list[Span | None] = [None] * len(column)
    fullest = ""
    for member in sorted(group.members, key=lambda member: member.start - member.end):
        at = column.get(member.article)
        if at is None:
            continue
        fullest = max(fullest, _words(member, articles[at]), key=len)
        if places[at] is None:
            cells[at], places[at] = member.wording, _utterance(member, group)
    return Row(letter(number), group.id, number, fullest, group.speaker, tuple(cells), tuple(places))


def _utterance(member: Member, group: SharedQuote) -> Span:
    """Return where the passage that a member belongs to begins and ends."""
    same = [other for other in group.members if other.article == member.article and other.utterance == member.utterance]
    return Span(min(piece.start for piece in same), max(piece.end for piece in same))


def _words(member: Member, article: Article) -> str:
    """Return the whole quotation that a member stands in: its shared stretch may be a few words of it."""
    whole = member.whole or (member.quotation,)
    return one_line(" ".join(article.text[start:end] for start, end in whole)).rstrip(" ,;:")


def _exclusive(quotations: Iterable[Quotation], groups: Sequence[SharedQuote], column: dict[str, int]) -> Iterable[Row]:
    """Yield a row for each utterance that shares no character with a shared quote; labels and nested ones are none."""
    taken: dict[str, list[tuple[int, int]]] = {}
    for group in groups:
        for member in group.members:
            taken.setdefault(member.article, []).append((member.start, member.end))
    speech = [quotation for quotation in quotations if quotation.kind in ("direct", "fragment")]
    speech.sort(key=lambda quotation: (column.get(quotation.article, -1), quotation.utterance, quotation.start))
    alone = (
        pieces
        for (article, _), found in groupby(speech, key=lambda quotation: (quotation.article, quotation.utterance))
        if article in column and not _touches(pieces := tuple(found), taken.get(article, ()))
    )
    for pieces in sorted(alone, key=lambda pieces: (column[pieces[0].article], pieces[0].start)):
        yield _alone(pieces, column)


def _touches(pieces: Sequence[Quotation], spans: Sequence[tuple[int, int]]) -> bool:
    return any(piece.start < end and start < piece.end for piece in pieces for start, end in spans)


def _alone(pieces: Sequence[Quotation], column: dict[str, int]) -> Row:
    at = column[pieces[0].article]
    cells: list[Cell | None] = [None] * len(column)
    places: list[Span | None] = [None] * len(column)
    cells[at], places[at] = "identical", Span(pieces[0].start, pieces[-1].end)
    words = one_line(" ".join(piece.text for piece in pieces)).rstrip(" ,;:")
    return Row("", None, -1, words, pieces[0].speaker, tuple(cells), tuple(places))


def chosen(table: Sequence[Row], shown: Shown, order: Order) -> list[Row]:
    """Return the rows of a filter, in an order; shared quotes stay before those of one article.

    Args:
        table: All rows.
        shown: `all`; `one`: what only one article has; `left out`: what every article but one has.
        order: `place`: as they come; `reach`: most articles first; `speaker`: by name, unknown ones last.
    """
    wanted = [row for row in table if _is_shown(row, shown)]
    if order == "reach":
        wanted.sort(key=lambda row: -row.reach)
    elif order == "speaker":
        wanted.sort(key=lambda row: (row.speaker is None, (row.speaker or "").casefold()))
    return sorted(wanted, key=lambda row: row.group is None)


def _is_shown(row: Row, shown: Shown) -> bool:
    if shown == "all":
        return True
    return row.reach == (1 if shown == "one" else len(row.cells) - 1)


def sums(table: Sequence[Row]) -> tuple[int, ...]:
    """Return how many of the quotes each article has."""
    return tuple(sum(cell is not None for cell in column) for column in zip(*(row.cells for row in table), strict=True))
