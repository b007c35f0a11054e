"""From matches to groups: which passages are one quote."""

from collections import defaultdict
from dataclasses import dataclass, field

from quotes.matching import Match
from quotes.streams import Streams


@dataclass(slots=True)
class Group:
    """Passages of one quote: ranges of places in the columns."""

    ranges: list[tuple[int, int]] = field(default_factory=list)


def utterances(match: Match, columns: Streams) -> tuple[int, int, int, int]:
    """Return the utterances that a match begins in: article and number, left and right."""
    left, right = match.left[0], match.right[0]
    return columns.article[left], columns.utterance[left], columns.article[right], columns.utterance[right]


def gather(matches: list[Match], columns: Streams) -> list[Group]:
    """Join matches into groups: two sides of a match belong together, and so do ranges that overlap enough."""
    sides = sorted({side for match in matches for side in (match.left, match.right)})
    index = {side: number for number, side in enumerate(sides)}
    parent = list(range(len(sides)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    first_of: dict[tuple[int, int, int, int], int] = {}
    for match in matches:
        parent[root(index[match.left])] = root(index[match.right])
        known = first_of.setdefault(utterances(match, columns), index[match.left])
        parent[root(known)] = root(index[match.left])
    for number, side in enumerate(sides):
        for other in range(number + 1, len(sides)):
            if sides[other][0] >= side[1]:
                break
            if _one(side, sides[other]):
                parent[root(number)] = root(other)
    groups: dict[int, Group] = defaultdict(Group)
    for number, side in enumerate(sides):
        groups[root(number)].ranges.append(side)
    return list(groups.values())


def _one(side: tuple[int, int], other: tuple[int, int]) -> bool:
    """Do two ranges overlap by half of the longer, or by half of a shorter one that is long enough to stand alone?"""
    common = min(side[1], other[1]) - max(side[0], other[0])
    lengths = sorted((side[1] - side[0], other[1] - other[0]))
    return common * 2 >= lengths[1] or (common * 2 >= lengths[0] and lengths[0] >= 5)
