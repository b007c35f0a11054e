"""Linked scrolling: where one article stands when another is scrolled, by the quotes that they share."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from quotes.model import SharedQuote

Anchor = tuple[int, int]
"""The same place in two articles: offsets, code points."""


def anchors(here: str, there: str, groups: Iterable[SharedQuote], lengths: tuple[int, int]) -> list[Anchor]:
    """Return the places that two articles have in common, in an order that holds in both.

    Quotes that one article has in another order than the other would make the scrolling jump back and forth: the
    longest chain of quotes that stand in the same order is kept.

    Args:
        here: Id of the one article.
        there: Id of the other.
        groups: The shared quotes.
        lengths: Lengths of the two texts; beginnings and ends belong together.
    """
    pairs = set()
    for group in groups:
        starts = [
            min((m.start for m in group.members if m.article == article), default=-1) for article in (here, there)
        ]
        if min(starts) >= 0:
            pairs.add((starts[0], starts[1]))
    inner = [pair for pair in _chain(sorted(pairs)) if 0 < pair[0] < lengths[0] and 0 < pair[1] < lengths[1]]
    return [(0, 0), *inner, lengths]


def _chain(pairs: Sequence[Anchor]) -> list[Anchor]:
    """Return the longest run of pairs that rise in both places (patience sorting)."""
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        at = bisect_left(tails, place)
        before.append(last[at - 1] if at else -1)
        tails[at : at + 1] = [place]
        last[at : at + 1] = [number]
    chain, number = [], last[-1] if last else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return _rising(chain[::-1])


def _rising(chain: list[Anchor]) -> list[Anchor]:
    """Leave out pairs that do not move on in the first article."""
    kept: list[Anchor] = []
    for pair in chain:
        if not kept or pair[0] > kept[-1][0]:
            kept.append(pair)
    return kept


def counterpart(offset: int, places: Sequence[Anchor]) -> int:
    """Return the offset of the other article that belongs to an offset; between two shared quotes in proportion.

    Args:
        offset: Code points into the one article's text.
        places: What `anchors` returned for the two.
    """
    at = bisect_right(places, offset, key=lambda place: place[0])
    if at == 0:
        return places[0][1]
    if at == len(places):
        return places[-1][1]
    (left, left_there), (right, right_there) = places[at - 1], places[at]
    return left_there + (offset - left) * (right_there - left_there) // max(right - left, 1)
