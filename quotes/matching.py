"""Equal words in a row: from columns of words to matches between two streams."""

from collections import defaultdict
from dataclasses import dataclass

from quotes.streams import Streams

Run = tuple[int, int, int]
"""Two places in the columns, the left before the right, and how many words in a row are equal there."""


@dataclass(slots=True)
class Match:
    """Equal words of two streams: one run, or several with little between them."""

    runs: list[Run]

    @property
    def left(self) -> tuple[int, int]:
        """Places of the left side, half open."""
        return self.runs[0][0], self.runs[-1][0] + self.runs[-1][2]

    @property
    def right(self) -> tuple[int, int]:
        """Places of the right side, half open."""
        return self.runs[0][1], self.runs[-1][1] + self.runs[-1][2]

    @property
    def equal(self) -> int:
        """Count the equal words."""
        return sum(length for _, _, length in self.runs)

    @property
    def longest(self) -> int:
        """Return the length of the longest run."""
        return max(length for _, _, length in self.runs)


SEED = 2
"""Words in a row that begin a run, where few articles are compared."""
NEXT = 64
"""Occurrences in other articles that each occurrence is compared with (a chain, not all pairs: near copies stay linear)."""
GAP = 4
"""Changed, dropped or added words that a match runs on over."""


def find_runs(columns: Streams, seed: int = SEED, following: int = NEXT) -> list[Run]:
    """Return the runs of at least `seed` equal words between streams of different articles."""
    words, article = columns.words, columns.article
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(words) - seed + 1):
        gram = tuple(words[at : at + seed])
        if "" not in gram:
            places[gram].append(at)
    diagonals: dict[int, list[int]] = defaultdict(list)
    for occurrences in places.values():
        for i, left in enumerate(occurrences[:-1]):
            others = 0
            for right in occurrences[i + 1 :]:
                if article[right] != article[left]:
                    diagonals[right - left].append(left)
                    others += 1
                    if others == following:
                        break
    return sorted(run for shift, lefts in diagonals.items() for run in _along(sorted(lefts), shift, seed))


def _along(lefts: list[int], shift: int, seed: int) -> list[Run]:
    """Join the seeds of one diagonal that overlap or touch."""
    runs = []
    begin = end = lefts[0]
    for left in lefts:
        if left > end + 1:
            runs.append((begin, begin + shift, end - begin + seed))
            begin = left
        end = left
    runs.append((begin, begin + shift, end - begin + seed))
    return runs


def join_runs(runs: list[Run], columns: Streams) -> list[Match]:
    """Join runs of the same two streams that follow each other on both sides with at most `GAP` words between."""
    pairs: dict[tuple[int, int], list[Run]] = defaultdict(list)
    for run in runs:
        pairs[columns.stream[run[0]], columns.stream[run[1]]].append(run)
    return [match for pair in pairs.values() for match in _chains(pair)]


def _chains(runs: list[Run]) -> list[Match]:
    """Chain runs greedily, longest first, each used once; both sides must be in the same order."""
    runs.sort(key=lambda run: (-run[2], run[0], run[1]))
    left = runs[:60]
    matches = []
    while left:
        chain = [left.pop(0)]
        grown = True
        while grown:
            grown = False
            for run in left:
                if _follows(chain[-1], run):
                    chain.append(run)
                elif _follows(run, chain[0]):
                    chain.insert(0, run)
                else:
                    continue
                left.remove(run)
                grown = True
                break
        matches.append(Match(chain))
        spanned = matches[-1]
        left = [run for run in left if not (_inside(run, spanned))]
    return matches


def _inside(run: Run, match: Match) -> bool:
    """Does a run lie within what a match already covers on one side?"""
    return (match.left[0] <= run[0] and run[0] + run[2] <= match.left[1]) or (
        match.right[0] <= run[1] and run[1] + run[2] <= match.right[1]
    )


def _follows(first: Run, second: Run) -> bool:
    gap_left = second[0] - first[0] - first[2]
    gap_right = second[1] - first[1] - first[2]
    return 0 <= gap_left <= GAP and 0 <= gap_right <= GAP
