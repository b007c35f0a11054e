"""Equal words in a row: from columns of words to matches between two streams."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import attrgetter, itemgetter
from typing import NamedTuple

from quotes.lexicon.common import WEIGHT_COMMON, weight
from quotes.lexicon.english import CONTRACTIONS
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
        return sum([length for _, _, length in self.runs])

    @property
    def longest(self) -> int:
        """Return the length of the longest run."""
        return max([length for _, _, length in self.runs])


SEED = 3
"""Words in a row that make two streams worth a closer look."""
SEED_OF_FEW = 2
"""The same where few articles are compared."""
FEW = 12
"""Articles that a person may have opened as one story."""
FOLLOWING = 8
"""Occurrences behind each one that it is compared with (a chain, not all pairs: near copies stay linear)."""
GAP = 4
"""Changed, dropped or added words that a match runs on over."""
LEAST = 2.0
"""Weight of equal words in a row (quotes.lexicon.common) that make two streams worth a closer look."""
LEAST_OF_FEW = 1.5
"""The same where few articles are compared."""
LEAST_OF_SOME = 2.6
"""The same where more than a few articles are compared."""
MANY = 120
"""Articles from which lighter words are looked at only between kindred ones."""
HEAVY = 3.2
"""The same among many articles, for two of which nothing is known."""
_LARGE = 30_000
"""Words from which the kernels over arrays are worth loading NumPy for."""
_OFTEN = 60
_OFTEN_OF = 4000
"""A word is common where it is said more often than 60 times and than once in 4,000 words."""
_REPEATS = 20
"""Places of two words in one stream that are looked at."""
_MANY_RUNS = 60
"""Runs of two streams that are joined, longest first."""


class Pair(NamedTuple):
    """Two streams of different articles with equal words in a row."""

    one: int
    other: int
    articles: tuple[int, int]
    heavy: bool
    """The words weigh enough to be judged wherever they stand; lighter ones only between kindred articles."""


def find_pairs(columns: Streams) -> list[Pair]:
    """Return the pairs of streams that are worth a closer look, in the order of the columns."""
    weights: dict[tuple[int, int], float] = {}
    articles: dict[tuple[int, int], tuple[int, int]] = {}
    for (left, right, _), heavy in _seeded(columns):
        key = columns.stream[left], columns.stream[right]
        weights[key] = max(heavy, weights.get(key, 0.0))
        articles[key] = columns.article[left], columns.article[right]
    count = columns.article[-1] + 1 if columns.article else 0
    least = LEAST_OF_FEW if count <= FEW else LEAST_OF_SOME if count <= MANY else HEAVY
    return [Pair(*key, articles[key], heavy >= least) for key, heavy in weights.items()]


def find_matches(columns: Streams, pairs: Iterable[Pair]) -> list[Match]:
    """Return the matches of pairs of streams."""
    matches = []
    for one, others in groupby(sorted(pairs, key=attrgetter("one")), key=attrgetter("one")):
        bounds = columns.bounds(one)
        places = _places(columns.words, *bounds)
        for pair in others:
            matches += _whole(columns, bounds, columns.bounds(pair.other)) or _between(
                columns, places, *columns.bounds(pair.other)
            )
    if columns.article and columns.article[-1] < FEW:
        for match in matches:
            reach_edges(match, columns)
    return matches


def _seeded(columns: Streams) -> Iterable[tuple[Run, float]]:
    """Return the runs of equal words that are long and heavy enough, with their weights."""
    if len(columns.words) >= _LARGE:
        return large_runs(columns, SEED, FOLLOWING, LEAST)
    few = bool(columns.article) and columns.article[-1] < FEW
    seed, least = (SEED_OF_FEW, LEAST_OF_FEW) if few else (SEED, LEAST)
    weighed = ((run, _weigh(columns, run)) for run in small_runs(columns, seed, FOLLOWING))
    return ((run, heavy) for run, heavy in weighed if heavy >= least)


def _weigh(columns: Streams, run: Run) -> float:
    return sum(map(weight, columns.words[run[0] : run[0] + run[2]]))


def small_runs(columns: Streams, seed: int, following: int) -> list[Run]:
    """Return the runs of at least `seed` equal words between streams of different articles, without NumPy."""
    article = columns.article
    diagonals: dict[int, list[int]] = defaultdict(list)
    for occurrences in _grams(columns.words, seed).values():
        for i, left in enumerate(occurrences):
            for right in occurrences[i + 1 : i + 1 + following]:
                if article[right] != article[left]:
                    diagonals[right - left].append(left)
    for lefts in diagonals.values():
        lefts.sort()
    return sorted(_runs(diagonals, seed))


def _grams(words: list[str], seed: int) -> dict[tuple[str, ...], list[int]]:
    """Return the places of each n-gram that stands at several; none crosses the end of a stream."""
    first: dict[tuple[str, ...], int] = {}
    places: dict[tuple[str, ...], list[int]] = {}
    for at, gram in enumerate(zip(*(words[k:] for k in range(seed)), strict=False)):
        before = first.setdefault(gram, at)
        if before != at:
            places.setdefault(gram, [before]).append(at)
    return {gram: found for gram, found in places.items() if "" not in gram}


def _runs(diagonals: dict[int, list[int]], seed: int) -> list[Run]:
    """Join the seeds of each diagonal, given by their ascending left places, that overlap or touch."""
    runs = []
    for shift, lefts in diagonals.items():
        begin = end = lefts[0]
        for left in lefts:
            if left > end + 1:
                runs.append((begin, begin + shift, end - begin + seed))
                begin = left
            end = left
        runs.append((begin, begin + shift, end - begin + seed))
    return runs


def large_runs(columns: Streams, seed: int, following: int, least: float) -> list[tuple[Run, float]]:
    """Return the same runs by the kernels over arrays, with their weights, those below `least` left out."""
    import numpy as np

    from quotes import kernels

    numbers: dict[str, int] = {"": -1}
    ids = [numbers.setdefault(word, len(numbers) - 1) for word in columns.words]
    words = np.array(ids, dtype=np.int64)
    weights = np.array([weight(word) for word in numbers])
    often = np.bincount(words + 1, minlength=len(weights)) > max(_OFTEN, len(words) // _OFTEN_OF)
    weights[often] = np.minimum(weights[often], WEIGHT_COMMON)
    article = np.array(columns.article, dtype=np.int64)
    left, right = kernels.links(kernels.gram_ids(words, seed), article, following)
    left, right, sizes = kernels.runs(left, right, seed)
    per_place = np.where(words < 0, 0.0, weights[words + 1])
    heavy = kernels.weigh(per_place, left, sizes)
    kept = heavy >= least
    runs = zip(left[kept].tolist(), right[kept].tolist(), sizes[kept].tolist(), strict=True)
    return list(zip(runs, heavy[kept].tolist(), strict=True))


# ---- two streams in detail


def _places(words: list[str], first: int, end: int) -> dict[tuple[str, str], list[int]]:
    """Return where each two words in a row stand within a stream, a few places of each."""
    places: dict[tuple[str, str], list[int]] = {}
    for at, gram in enumerate(pairwise(words[first:end]), first):
        if gram not in places:
            places[gram] = [at]
        elif len(places[gram]) < _REPEATS:
            places[gram].append(at)
    return places


def _whole(columns: Streams, left: tuple[int, int], right: tuple[int, int]) -> list[Match]:
    """Return the one match of two streams that have the same words, and each one utterance; else nothing."""
    utterance, words = columns.utterance, columns.words
    (first, end), (other, other_end) = left, right
    if end - first != other_end - other or utterance[first] != utterance[end - 1]:
        return []
    return [Match([(first, other, end - first)])] if words[first:end] == words[other:other_end] else []


def _between(columns: Streams, places: dict[tuple[str, str], list[int]], first: int, end: int) -> list[Match]:
    """Return the matches of two streams: runs of two equal words and more, joined over small gaps.

    Args:
        columns: The columns.
        places: Where two words in a row stand in the left stream.
        first: Where the right stream begins.
        end: Where it ends.
    """
    diagonals: dict[int, list[int]] = {}
    for at, gram in enumerate(pairwise(columns.words[first:end]), first):
        if gram in places:
            for other in places[gram]:
                diagonals.setdefault(at - other, []).append(other)
    utterance = columns.utterance
    return chain([part for run in _runs(diagonals, 2) for part in _parts(run, utterance)], utterance)


def _parts(run: Run, utterance: list[int]) -> list[Run]:
    """Cut a run where on both sides another utterance begins."""
    left, right, length = run
    if utterance[left] == utterance[left + length - 1] or utterance[right] == utterance[right + length - 1]:
        return [run]
    parts = []
    begin = 0
    for at in range(1, length):
        if utterance[left + at] != utterance[left + at - 1] and utterance[right + at] != utterance[right + at - 1]:
            parts.append((left + begin, right + begin, at - begin))
            begin = at
    parts.append((left + begin, right + begin, length - begin))
    return parts


_EDGE = 2
"""Words of a quotation's beginning or end that may differ before its first or last words are equal again."""
_NEAR = 2
"""Words from the match within which one of them must stand where only one quotation ends there."""


def reach_edges(match: Match, columns: Streams) -> None:
    """Take in a word that quotations begin or end with, a word or two from the match: `... winter (over) open`.

    Words that one contracts and the other spells out are the same: `We've tried`, `We have tried`.
    """
    for step, at in ((1, len(match.runs)), (-1, 0)):
        found = _beyond(match, columns, step)
        if found is not None:
            match.runs.insert(at, (*found, 1))


def _beyond(match: Match, columns: Streams, step: int) -> tuple[int, int] | None:
    """Return the places of the same word at the edge of both utterances, or of one and near the match in the other.

    Args:
        match: The match.
        columns: The columns.
        step: 1 for what follows the match, -1 for what precedes it.
    """
    left, left_ends = _rest(match.left, step, columns)
    right, right_ends = _rest(match.right, step, columns)
    if not left or not right or not (left_ends or right_ends):
        return None
    if left_ends and right_ends:
        pairs = [(len(left), len(right))]
    elif left_ends:
        pairs = [(len(left), near) for near in range(1, 1 + min(_NEAR, len(right)))] if len(left) <= _NEAR else []
    else:
        pairs = [(near, len(right)) for near in range(1, 1 + min(_NEAR, len(left)))] if len(right) <= _NEAR else []
    words = columns.words
    for here, there in pairs:
        one = [words[place] for place in left[:here]][::step]
        other = [words[place] for place in right[:there]][::step]
        if _same(one, other, edge=-1 if step > 0 else 0):
            return left[here - 1], right[there - 1]
    return None


def _rest(side: tuple[int, int], step: int, columns: Streams) -> tuple[range, bool]:
    """Return the places between a match and the edge of its utterance, at most `_EDGE` + 1; is the edge reached?"""
    start = side[1] if step > 0 else side[0] - 1
    own = columns.stream[side[0]], columns.utterance[side[0]]
    for at in range(start, start + step * (_EDGE + 2), step):
        if at == len(columns.words) or (columns.stream[at], columns.utterance[at]) != own:
            return range(start, at, step), True
    return range(start, start + step * (_EDGE + 1), step), False


def _same(left: list[str], right: list[str], edge: int) -> bool:
    """Have the words between a match and the edge the same word there, or are they the same, contracted or not?"""
    if len(left) == len(right) == 1:
        return False
    return left[edge] == right[edge] or _spelled_out(left) == _spelled_out(right)


def _spelled_out(words: list[str]) -> list[str]:
    return [part for word in words for part in CONTRACTIONS.get(word, (word,))]


def chain(runs: list[Run], utterance: list[int]) -> list[Match]:
    """Join runs of two streams that follow each other on both sides with at most `GAP` words between, longest first."""
    if len(runs) == 1:
        return [Match(runs)]
    runs.sort()
    runs.sort(key=itemgetter(2), reverse=True)
    left = runs[:_MANY_RUNS]
    matches = []
    while left:
        joined = [left.pop(0)]
        while (found := _neighbour(joined, left, utterance)) is not None:
            left.remove(found)
            joined.insert(0 if _follows(found, joined[0], utterance) else len(joined), found)
        matches.append(Match(joined))
        left = _outside(left, matches[-1])
    return matches


def _neighbour(joined: list[Run], others: list[Run], utterance: list[int]) -> Run | None:
    """Return the first of the other runs that goes on where joined ones end, or ends where they begin."""
    for run in others:
        if _follows(joined[-1], run, utterance) or _follows(run, joined[0], utterance):
            return run
    return None


def _outside(runs: list[Run], match: Match) -> list[Run]:
    """Return the runs that do not lie within what a match covers on one side."""
    (left, left_end), (right, right_end) = match.left, match.right
    return [
        run
        for run in runs
        if not (left <= run[0] and run[0] + run[2] <= left_end)
        and not (right <= run[1] and run[1] + run[2] <= right_end)
    ]


def _follows(first: Run, second: Run, utterance: list[int]) -> bool:
    """Goes the second run on where the first ends? Two utterances on both sides are two quotes."""
    left, right = first[0] + first[2], first[1] + first[2]
    if not (0 <= second[0] - left <= GAP and 0 <= second[1] - right <= GAP):
        return False
    return utterance[left - 1] == utterance[second[0]] or utterance[right - 1] == utterance[second[1]]
