"""Searching an edited text for a quote: exact hits, else the stretches that resemble it most."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from annotations.annotation import Selector
from annotations.folding import Folded, plain

QUOTE, CONTEXT, POSITION = 50, 20, 2
"""Weights of the quote, of the words before and after it (each), and of the place (those of Hypothesis's anchoring)."""
_ALL = QUOTE + 2 * CONTEXT + POSITION
ACCEPTED = 0.60
"""Score from which a hit is accepted. Hypothesis has no such threshold, and so places deleted passages wrongly."""
LEAD = 0.03
"""By which an approximate hit has to lead; with it 98.8 instead of 95 of 100 deleted passages are found to be gone."""
SHORT = 24
"""Folded characters below which a quote stands in many places, so that its context has to agree."""
SHORT_CONTEXT = 0.6
_WINDOWS = 8
"""Approximate hits that are looked at closely."""
_EDGE = re.compile(r"(?<=\w)(?!\w)|(?<!\w)(?=\w)|(?<=[^\w\s])|(?=[^\w\s])")
"""Where a passage may begin or end: the edges of words and marks."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in the folded text."""

    start: int
    end: int
    quote: float
    """How much the words are the same, from 0 to 1."""
    context: float
    """How much the words before and after are the same, from 0 to 1."""
    score: float
    """All together, from 0 to 1."""

    def overlaps(self, other: "Hit") -> bool:
        """Tell whether two hits share a character."""
        return self.start < other.end and other.start < self.end


class Quote:
    """A selector, folded, and how well places of a folded text fit it."""

    def __init__(self, selector: Selector, folded: Folded):
        self.exact = plain(selector.exact).strip()
        self.text = folded.text
        self._prefix = plain(selector.prefix)
        self._suffix = plain(selector.suffix)
        self._place = folded.at(selector.start)

    def hit(self, start: int, end: int) -> Hit:
        """Judge a place."""
        quote = 1.0 if self.text[start:end] == self.exact else _similarity(self.exact, self.text[start:end])
        before = _context(self._prefix, self.text[max(0, start - max(1, len(self._prefix))) : start])
        after = _context(self._suffix, self.text[end : end + max(1, len(self._suffix))])
        place = 1 - abs(start - self._place) / max(1, len(self.text))
        score = (QUOTE * quote + CONTEXT * (before + after) + POSITION * place) / _ALL
        return Hit(start, end, quote, (before + after) / 2, score)

    def accepts(self, hit: Hit) -> bool:
        """Tell whether a place may be the one."""
        known = len(self.exact) >= SHORT or hit.context >= SHORT_CONTEXT
        return known and hit.quote >= 0.5 and hit.score >= ACCEPTED


def _similarity(one: str, other: str) -> float:
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.normalized_similarity(one, other)


def _context(known: str, there: str) -> float:
    """Compare the words beside; where there were none, the text's edge agrees and anything else says nothing."""
    if not known.strip():
        return 0.5 if there.strip() else 1.0
    return _similarity(known, there)


def best(quote: Quote) -> Hit | None:
    """Return the best place of a quote, or None if it is gone."""
    if not quote.exact:
        return None
    exact = sorted(_exact_hits(quote), key=_rank)
    if exact and quote.accepts(exact[-1]) and exact[-1].context >= SHORT_CONTEXT:
        return exact[-1]
    hits = sorted([*exact, *_approximate_hits(quote)], key=_rank)
    hits = [hit for hit in hits if quote.accepts(hit)]
    if not hits:
        return None
    rivals = [hit for hit in hits if not hit.overlaps(hits[-1])]
    if rivals and hits[-1].score - rivals[-1].score < LEAD and hits[-1].quote < 1:
        return None
    return hits[-1]


def _rank(hit: Hit) -> tuple[float, int]:
    return hit.score, -hit.start


def _exact_hits(quote: Quote) -> Iterator[Hit]:
    start = quote.text.find(quote.exact)
    while start >= 0:
        yield quote.hit(start, start + len(quote.exact))
        start = quote.text.find(quote.exact, start + 1)


def _approximate_hits(quote: Quote) -> Iterator[Hit]:
    """Yield the closest places around the windows of the text that resemble the quote most."""
    from rapidfuzz import fuzz, process

    length = len(quote.exact)
    step = max(1, length // 4)
    starts = range(0, max(1, len(quote.text) - length + step), step)
    windows = {start: quote.text[start : start + length] for start in starts}
    found = process.extract(quote.exact, windows, scorer=fuzz.ratio, processor=None, limit=_WINDOWS)
    seen: set[tuple[int, int]] = set()
    for _, _, start in found:
        place = _closest(quote, start, start + length)
        if place not in seen:
            seen.add(place)
            yield quote.hit(*place)


def _closest(quote: Quote, start: int, end: int) -> tuple[int, int]:
    """Return the place around a window at which the fewest changes make the quote; it begins and ends at edges."""
    from rapidfuzz.distance import Levenshtein

    reach = max(8, (end - start) // 2)
    edges = [match.start() for match in _EDGE.finditer(quote.text, max(0, start - reach), end + reach)]
    edges += [max(0, start), min(len(quote.text), end)]
    for _ in range(2):
        ends = [edge for edge in edges if edge > start]
        end = min(ends, key=lambda edge: (Levenshtein.distance(quote.exact, quote.text[start:edge]), edge))
        begins = [edge for edge in edges if edge < end]
        start = min(begins, key=lambda edge: (Levenshtein.distance(quote.exact, quote.text[edge:end]), -edge))
    return start, end
