"""Short quotations of two to four words: looked for by their whole in what kindred articles quote."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from itertools import groupby

from quotes.matching import Match, Run
from quotes.streams import Streams

SHORT = 4
"""Words up to which a quotation is short: looked for by its whole, only between articles that have more in common."""
_REPEATS = 20
"""Places of the same words in one article that each of the other's is compared with: they are all linked by these."""


def short_matches(
    columns: Streams, kin: Mapping[int, Iterable[int]], inflected: Container[int] = frozenset()
) -> list[Match]:
    """Return where a whole short quotation of one article stands within a quotation of a kindred one.

    Args:
        columns: The columns.
        kin: For each article (by index) those that have enough in common with it.
        inflected: The articles in whose language a sentence bends the words that it quotes (`von einem
            „historischen Abend“`): they are compared without their endings.
    """
    words = _stems(columns, inflected)
    cells = [cell for cell in _short_cells(columns) if kin.get(columns.article[cell[0]])]
    where = _occurrences({tuple(words[first : first + length]) for first, length in cells}, words, columns.article)
    found: set[Run] = set()
    for first, length in cells:
        places = where[tuple(words[first : first + length])]
        for other in kin[columns.article[first]]:
            found.update((min(first, at), max(first, at), length) for at in places.get(other, ())[:_REPEATS])
    return [Match([run]) for run in sorted(found)]


_ENDING = re.compile(r"(?<=\w{4})(?:e[mnrs]?|n|s)$")


def _stems(columns: Streams, inflected: Container[int]) -> list[str]:
    """Return the words, those of inflected articles without their endings."""
    if not inflected:
        return columns.words
    return [
        _ENDING.sub("", word) if number in inflected else word
        for word, number in zip(columns.words, columns.article, strict=True)
    ]


def _occurrences(
    wanted: set[tuple[str, ...]], words: list[str], article: list[int]
) -> dict[tuple[str, ...], dict[int, list[int]]]:
    """Return where word sequences stand: by article, the places of their first words."""
    lengths: dict[str, set[int]] = defaultdict(set)
    for gram in wanted:
        lengths[gram[0]].add(len(gram))
    where: dict[tuple[str, ...], dict[int, list[int]]] = defaultdict(dict)
    for at in [at for at, word in enumerate(words) if word in lengths]:
        for length in lengths[words[at]]:
            gram = tuple(words[at : at + length])
            if gram in wanted:
                where[gram].setdefault(article[at], []).append(at)
    return where


def _short_cells(columns: Streams) -> list[tuple[int, int]]:
    """Return first place and length of the stretches between marks of two to `SHORT` words."""
    cells = []
    first = 0
    for cell, places in groupby(columns.cell):
        length = len(list(places))
        if cell >= 0 and 2 <= length <= SHORT:
            cells.append((first, length))
        first += length
    return cells
