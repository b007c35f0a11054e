"""Search over all articles: plain words or a regular expression, with smart case, at the speed of typing.

A search keeps no list of matches of plain words (there may be a hundred thousand): it finds, counts and lists those of
a stretch when asked, each a single pass over a text that was folded once.
"""

import time
import unicodedata
import warnings
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

import regex

from articles.article import Article, Span
from tui.folding import INVISIBLE, Folded, is_accent, lower, plain

BUDGET = 0.15
"""Seconds that one regular expression may take over all articles at a key; what it has not found by then is missing."""
MOST_MATCHES = 100_000
"""Matches of a regular expression that are kept for an article."""
LONGEST_PATTERN = 1_000


@dataclass(frozen=True, slots=True)
class Match:
    """One match, and its place among all."""

    article: int
    """Number of the article, from 0."""
    span: Span
    number: int
    """From 1, over all articles."""


class _Hits(Protocol):
    """Where one article matches."""

    @property
    def complete(self) -> bool:
        """Whether these are all; else the time was over before the end of the text."""

    def count(self, end: int | None = None) -> int:
        """Return how many there are, or how many end at an offset at the latest."""

    def after(self, offset: int) -> Span | None:
        """Return the first one that begins at an offset or behind it."""

    def before(self, offset: int) -> Span | None:
        """Return the last one that begins before an offset."""

    def within(self, start: int, end: int) -> Iterator[Span]:
        """Yield those that touch a stretch, in order."""


@dataclass(frozen=True, slots=True)
class _Words:
    """Plain words in a folded text."""

    text: str
    needle: str
    complete: bool = True

    def count(self, end: int | None = None) -> int:
        return self.text.count(self.needle, 0, end)

    def after(self, offset: int) -> Span | None:
        return self._span(self.text.find(self.needle, offset))

    def before(self, offset: int) -> Span | None:
        return self._span(self.text.rfind(self.needle, 0, max(0, offset + len(self.needle) - 1)))

    def within(self, start: int, end: int) -> Iterator[Span]:
        at = self.text.find(self.needle, max(0, start - len(self.needle) + 1), end + len(self.needle) - 1)
        while at >= 0:
            yield Span(at, at + len(self.needle))
            at = self.text.find(self.needle, at + len(self.needle), end + len(self.needle) - 1)

    def _span(self, at: int) -> Span | None:
        return Span(at, at + len(self.needle)) if at >= 0 else None


@dataclass(frozen=True, slots=True)
class _LooseWords:
    """Plain words in a text some of whose signs are passed over: found in the text without these holes."""

    words: _Words
    holes: "array[int]"
    """Where the signs stand that are passed over, code points into the article's text."""
    complete: bool = True

    def count(self, end: int | None = None) -> int:
        return self.words.count(None if end is None else self._solid(end))

    def after(self, offset: int) -> Span | None:
        return self._span(self.words.after(self._solid(offset)))

    def before(self, offset: int) -> Span | None:
        return self._span(self.words.before(self._solid(offset)))

    def within(self, start: int, end: int) -> Iterator[Span]:
        for found in self.words.within(max(0, self._solid(start) - 1), self._solid(end)):
            span = Span(self._offset(found.start), self._offset(found.end))
            if span.start < end and start < span.end:
                yield span

    def _solid(self, offset: int) -> int:
        """Return where an offset of the article's text is in the text without holes."""
        return offset - bisect_left(self.holes, offset)

    def _offset(self, at: int) -> int:
        """Return the offset of a place in the text without holes; accents belong to the letter before them."""
        return at + bisect_right(range(len(self.holes)), at, key=lambda number: self.holes[number] - number)

    def _span(self, found: Span | None) -> Span | None:
        return None if found is None else Span(self._offset(found.start), self._offset(found.end))


@dataclass(frozen=True, slots=True)
class _Spans:
    """The matches of a regular expression, in order."""

    spans: Sequence[Span]
    complete: bool

    def count(self, end: int | None = None) -> int:
        return len(self.spans) if end is None else bisect_right(self.spans, end, key=lambda span: span.end)

    def after(self, offset: int) -> Span | None:
        at = bisect_left(self.spans, offset, key=lambda span: span.start)
        return self.spans[at] if at < len(self.spans) else None

    def before(self, offset: int) -> Span | None:
        at = bisect_left(self.spans, offset, key=lambda span: span.start)
        return self.spans[at - 1] if at else None

    def within(self, start: int, end: int) -> Iterator[Span]:
        at = bisect_right(self.spans, start, key=lambda span: span.end)
        for span in self.spans[at:]:
            if span.start >= end:
                return
            yield span


@dataclass(frozen=True)
class Search:
    """What was looked for, and where it stands in each article."""

    hits: tuple[_Hits, ...]
    error: str = ""
    """What is wrong with the expression, in a few words; then nothing matches."""

    @cached_property
    def counts(self) -> tuple[int, ...]:
        """Matches in each article."""
        return tuple(hit.count() for hit in self.hits)

    @property
    def total(self) -> int:
        """Matches in all articles."""
        return sum(self.counts)

    @property
    def complete(self) -> bool:
        """Whether the time sufficed to find all."""
        return all(hit.complete for hit in self.hits)

    def within(self, article: int, start: int, end: int) -> list[Span]:
        """Return the matches that touch `[start, end)` of an article (its number, from 0)."""
        return list(self.hits[article].within(start, end)) if article < len(self.hits) else []

    def next(self, article: int, offset: int) -> Match | None:
        """Return the first match at an offset or behind it; past the last article it goes on with the first."""
        for step in range(len(self.hits) + 1 if self.hits else 0):
            at = (article + step) % len(self.hits)
            found = self.hits[at].after(offset if step == 0 else 0)
            if found is not None:
                return self._match(at, found)
        return None

    def previous(self, article: int, offset: int) -> Match | None:
        """Return the last match that begins before an offset; before the first article it goes on with the last."""
        for step in range(len(self.hits) + 1 if self.hits else 0):
            at = (article - step) % len(self.hits)
            found = self.hits[at].before(offset if step == 0 else 1 << 60)
            if found is not None:
                return self._match(at, found)
        return None

    def _match(self, article: int, span: Span) -> Match:
        return Match(article, span, sum(self.counts[:article]) + self.hits[article].count(span.end))


class Searcher:
    """Searches a set of articles; their folded texts are made once and kept."""

    def __init__(self, articles: Sequence[Article]) -> None:
        """Take the articles in the order in which matches are counted."""
        self._folded = [Folded(article.text) for article in articles]

    def prepare(self) -> None:
        """Fold all texts now, where nobody waits for it."""
        for folded in self._folded:
            _ = folded.kept, folded.solid_small, folded.holes

    def look_for(self, words: str, *, regular: bool = False, budget: float = BUDGET) -> Search:
        """Look for words or a regular expression in all articles.

        Args:
            words: What was typed. Small letters match capitals too; a capital matches only itself.
            regular: Whether it is a regular expression (of the regex library), matched line by line.
            budget: Seconds that an expression may take.
        """
        if not words or len(words) > LONGEST_PATTERN:
            return Search((), "too long" if words else "")
        if regular:
            return self._expression(words, budget)
        query = _query(words)
        if not query:
            return Search(())
        exact = query != lower(query)
        return Search(tuple(_plain_hits(folded, query, exact) for folded in self._folded))

    def _expression(self, words: str, budget: float) -> Search:
        exact = any(sign.isupper() for sign in regex.sub(r"\\.", "", words))
        try:
            pattern = _compiled(plain(words), exact)
        except (regex.error, OverflowError, RecursionError, MemoryError, ValueError) as error:
            return Search((), str(error).partition(" at position")[0] or "no regular expression")
        end = time.monotonic() + budget
        return Search(tuple(_matches(pattern, folded.kept, end) for folded in self._folded))


def _query(words: str) -> str:
    composed = plain(unicodedata.normalize("NFC", words)).replace("\n", " ")
    return "".join(sign for sign in composed if sign not in INVISIBLE and not is_accent(sign))


def _plain_hits(folded: Folded, query: str, exact: bool) -> _Hits:
    words = _Words(folded.solid, query) if exact else _Words(folded.solid_small, lower(query))
    return _LooseWords(words, folded.holes) if folded.holes else words


def _compiled(pattern: str, exact: bool) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the regex library warns of signs that it may read otherwise one day
        return regex.compile(pattern, regex.MULTILINE | (0 if exact else regex.IGNORECASE))


def _matches(pattern: Any, text: str, end: float) -> _Spans:
    """Return the matches found until a moment of the monotonic clock; empty ones are none."""
    spans: list[Span] = []
    left = end - time.monotonic()
    if left <= 0:
        return _Spans((), complete=False)
    try:
        for match in pattern.finditer(text, timeout=left):
            if match.start() < match.end():
                spans.append(Span(*match.span()))
            if len(spans) >= MOST_MATCHES:
                return _Spans(sorted(spans), complete=False)
    except TimeoutError:
        return _Spans(sorted(spans), complete=False)
    return _Spans(sorted(spans), complete=True)
