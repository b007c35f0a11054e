"""From matches to groups: which passages are one quote."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from quotes.fragments import SHORT
from quotes.matching import FEW, Match
from quotes.streams import Streams


@dataclass(slots=True)
class Group:
    """Passages of one quote: ranges of places in the columns."""

    ranges: list[tuple[int, int]] = field(default_factory=list)


def utterances(match: Match, columns: Streams) -> tuple[int, int, int, int]:
    """Return the utterances that a match begins in: article and number, left and right."""
    left, right, _ = match.runs[0]
    return columns.article[left], columns.utterance[left], columns.article[right], columns.utterance[right]


class _Joined:
    """Numbers that belong together."""

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))

    def root(self, number: int) -> int:
        """Return the number that stands for all that belong with this one."""
        parent = self._parent
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    def join(self, one: int, other: int) -> None:
        self._parent[self.root(one)] = self.root(other)


def gather(matches: list[Match], columns: Streams) -> list[Group]:
    """Join matches into groups: two sides of a match belong together, and so do ranges that overlap enough."""
    pairs = [(match.left, match.right) for match in matches]
    sides = sorted({side for pair in pairs for side in pair})
    index = {side: number for number, side in enumerate(sides)}
    joined = _Joined(len(sides))
    first_of: dict[tuple[int, int, int, int], int] = {}
    for match, (left, right) in zip(matches, pairs, strict=True):
        joined.join(index[left], index[right])
        joined.join(first_of.setdefault(utterances(match, columns), index[left]), index[left])
    few = bool(columns.article) and columns.article[-1] < FEW
    for number, other in _overlapping(sides):
        if _one(sides[number], sides[other]) or (few and _chained(sides[number], sides[other])):
            joined.join(number, other)
    if few:
        _join_short_ones(sides, joined)
    groups: dict[int, Group] = defaultdict(Group)
    for number, side in enumerate(sides):
        groups[joined.root(number)].ranges.append(side)
    return list(groups.values())


def _overlapping(sides: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of ranges (in order) that overlap."""
    for number, side in enumerate(sides):
        for other in range(number + 1, len(sides)):
            if sides[other][0] >= side[1]:
                break
            yield number, other


def _one(side: tuple[int, int], other: tuple[int, int]) -> bool:
    """Do two ranges overlap by half of the longer, or by half of a shorter one that is long enough to stand alone?"""
    common = min(side[1], other[1]) - max(side[0], other[0])
    lengths = sorted((side[1] - side[0], other[1] - other[0]))
    return common * 2 >= lengths[1] or (common * 2 >= lengths[0] and lengths[0] >= 5)


_CHAINED = 2
"""Words that two ranges of one sentence have in common where each goes on without the other."""


def _chained(side: tuple[int, int], other: tuple[int, int]) -> bool:
    """Does one range begin where another one, that it does not hold, has not yet ended?"""
    return side[0] < other[0] <= side[1] - _CHAINED and side[1] < other[1]


def _join_short_ones(sides: list[tuple[int, int]], joined: _Joined) -> None:
    """Put a quote of a few words with the longer one that holds it, where there is but one."""
    holders: dict[int, set[int]] = defaultdict(set)
    longest: dict[int, int] = defaultdict(int)
    for number, (first, end) in enumerate(sides):
        longest[joined.root(number)] = max(longest[joined.root(number)], end - first)
    for one, other in _overlapping(sides):
        for short, long in ((one, other), (other, one)):
            roots = joined.root(short), joined.root(long)
            if longest[roots[0]] <= SHORT and roots[0] != roots[1] and _holds(sides[long], sides[short]):
                holders[roots[0]].add(roots[1])
    for short, longer in holders.items():
        if len(longer) == 1:
            joined.join(short, min(longer))


def _holds(side: tuple[int, int], other: tuple[int, int]) -> bool:
    return side[0] <= other[0] and other[1] <= side[1]
