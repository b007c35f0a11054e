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
SHORT_CONTEXT = 0.5
SURE_CONTEXT = 0.6
"""Context that agrees enough, on one side, for an exact hit to be taken without looking for others."""
SAME_CONTEXT = 0.9
"""Context on both sides from which the place is beyond doubt, so that half of the quote need not be there:"""
BETWEEN = 0.3
"""this much of it is enough."""
_WINDOWS = 4
"""Approximate hits that are looked at closely, of the quote alone and of the quote in its context."""
_REACH = 20
"""Folded characters around a first guess within which the best edges are looked for."""
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
    side: float
    """The same, of the side that is more so."""
    score: float
    """All together, from 0 to 1."""

    def overlaps(self, other: "Hit") -> bool:
        """Tell whether two hits share a character."""
        return self.start < other.end and other.start < self.end


class Quote:
    """A selector, folded, and how well places of a folded text fit it."""

    def __init__(self, selector: Selector, folded: Folded):
        self.exact = plain(selector.exact).strip()
        self.prefix = plain(selector.prefix)
        self.suffix = plain(selector.suffix)
        self.text = folded.text
        self._place = folded.at(selector.start)

    @property
    def whole(self) -> str:
        """The quote in its context."""
        return self.prefix + self.exact + self.suffix

    def hit(self, start: int, end: int) -> Hit:
        """Judge a place."""
        quote = 1.0 if self.text[start:end] == self.exact else _similarity(self.exact, self.text[start:end])
        before, after = self._before(start), self._after(end)
        place = 1 - abs(start - self._place) / max(1, len(self.text))
        score = (QUOTE * quote + CONTEXT * (before + after) + POSITION * place) / _ALL
        return Hit(start, end, quote, (before + after) / 2, max(before, after), score)

    def _before(self, start: int) -> float:
        lengths = _lengths(self.prefix)
        return max(_context(self.prefix, self.text[max(0, start - length) : start]) for length in lengths)

    def _after(self, end: int) -> float:
        return max(_context(self.suffix, self.text[end : end + length]) for length in _lengths(self.suffix))

    def cost(self, start: int, end: int) -> int:
        """Return how many characters differ, in the quote and beside it."""
        beside = _distance(self.prefix, self.text[max(0, start - len(self.prefix)) : start])
        beside += _distance(self.suffix, self.text[end : end + len(self.suffix)])
        return beside + _distance(self.exact, self.text[start:end])

    def accepts(self, hit: Hit) -> bool:
        """Tell whether a place may be the one."""
        known = len(self.exact) >= SHORT or hit.side >= SHORT_CONTEXT
        alike = hit.quote >= (BETWEEN if hit.context >= SAME_CONTEXT else 0.5)
        return known and alike and hit.score >= ACCEPTED


def _similarity(one: str, other: str) -> float:
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.normalized_similarity(one, other)


def _distance(one: str, other: str) -> int:
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(one, other)


def _lengths(known: str) -> tuple[int, ...]:
    """Return how many characters beside a hit to compare: fewer and more where words were taken out or put in."""
    length = max(1, len(known))
    return length, length * 3 // 4 + 1, length * 5 // 4


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
    if exact and quote.accepts(exact[-1]) and exact[-1].side >= SURE_CONTEXT:
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
    """Yield the closest places where the text resembles the quote most, or the quote in its context."""
    seen: set[tuple[int, int]] = set()
    for pattern, lead in ((quote.exact, 0), (quote.whole, len(quote.prefix))):
        for window in _windows(quote.text, pattern):
            place = _closest(quote, *_guess(quote, pattern, lead, window))
            if place not in seen:
                seen.add(place)
                yield quote.hit(*place)


def _windows(text: str, pattern: str) -> list[int]:
    """Return where the windows begin that resemble a pattern most."""
    from rapidfuzz import fuzz, process

    length = len(pattern)
    step = max(1, length // 4)
    windows = {start: text[start : start + length] for start in range(0, max(1, len(text) - length + step), step)}
    return [start for _, _, start in process.extract(pattern, windows, scorer=fuzz.ratio, limit=_WINDOWS)]


def _guess(quote: Quote, pattern: str, lead: int, window: int) -> tuple[int, int]:
    """Return about where the quote begins and ends in a window, from an alignment with the pattern."""
    from rapidfuzz.distance import Levenshtein

    begin = max(0, window - len(pattern) // 4)
    stretch = quote.text[begin : window + len(pattern) * 5 // 4]
    blocks = Levenshtein.opcodes(pattern, stretch)
    start, end = (
        next(
            (
                begin + min(block.dest_end, block.dest_start + at - block.src_start)
                for block in blocks
                if at < block.src_end
            ),
            begin + len(stretch),
        )
        for at in (lead, lead + len(quote.exact) - 1)
    )
    return start, end + 1


def _closest(quote: Quote, start: int, end: int) -> tuple[int, int]:
    """Return the edges around a guess between which the fewest changes make the quote in its context."""
    begins = [edge for edge in _edges(quote.text, start) if edge < len(quote.text) and quote.text[edge] != " "]
    ends = [edge for edge in _edges(quote.text, end) if edge and quote.text[edge - 1] != " "]
    for _ in range(2):
        end = min((edge for edge in ends if edge > start), key=lambda edge: quote.cost(start, edge), default=end)
        start = min((edge for edge in begins if edge < end), key=lambda edge: quote.cost(edge, end), default=start)
    return min(start, end - 1), end


def _edges(text: str, around: int) -> list[int]:
    return [match.start() for match in _EDGE.finditer(text, max(0, around - _REACH), around + _REACH)]
