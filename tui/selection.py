"""The selection: what is chosen, how it grows and shrinks. Pure values; keyboard and mouse make the same ones."""

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from articles.article import Article, Span
from tui.motion import paragraph_at, sentence_at, word_at, words_in

_CLAUSE_EDGE = re.compile(r"[,;:–—()\[\]{}，；：、（）]")


@dataclass(frozen=True, slots=True)
class Selection:
    """A stretch between two stops: the one where it began and the one that moves."""

    anchor: Span
    head: Span
    """The moving end; extending goes on from here."""
    of: str | None = None
    """Id of the annotation whose passage was selected: its own tag key then moves its edges."""

    @property
    def span(self) -> Span:
        """The selected stretch: code points, half open."""
        return Span(min(self.anchor.start, self.head.start), max(self.anchor.end, self.head.end))

    def turned(self) -> "Selection":
        """Return the same stretch with the other end moving."""
        return replace(self, anchor=self.head, head=self.anchor)

    def to(self, head: Span) -> "Selection":
        """Return the selection with its moving end at another stop."""
        return replace(self, head=head)


def select(article: Article, span: Span, of: str | None = None) -> Selection:
    """Select a stretch; its last word is the moving end, so that extending goes on word by word."""
    first, last = _edge_words(article, span)
    return Selection(Span(span.start, max(first.end, span.start)), Span(last.start, span.end), of)


def _edge_words(article: Article, span: Span) -> tuple[Span, Span]:
    first = next(words_in(article.text, *span), span)
    last = deque(words_in(article.text, max(first.start, span.end - 200), span.end), maxlen=1)
    return first, last[0] if last else first


def next_piece(article: Article, selection: Selection, unit: str) -> Span | None:
    """Return the word, sentence or paragraph behind the selection, or None at the end of the article."""
    text, end = article.text, selection.span.end
    following = next((word for word in words_in(text, end, len(text)) if word.start >= end), None)
    return None if following is None else unit_at(article, following.start, unit)


def unit_at(article: Article, offset: int, unit: str) -> Span:
    """Return the word, sentence or paragraph at an offset."""
    return {"word": word_at, "sentence": sentence_at, "paragraph": paragraph_at}[unit](article, offset)


def clause_at(article: Article, offset: int) -> Span:
    """Return what stands between , ; : – and brackets around an offset, within its sentence."""
    sentence, text = sentence_at(article, offset), article.text
    cuts = [match for match in _CLAUSE_EDGE.finditer(text, *sentence) if not _inside_number(text, match)]
    starts = [sentence.start, *(match.end() for match in cuts)]
    ends = [*(match.start() for match in cuts), sentence.end]
    number = bisect_right(starts, offset) - 1
    start, end = starts[max(number, 0)], ends[max(number, 0)]
    piece = text[start:end]
    if not piece.strip():
        return sentence
    return Span(start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip())))


def _inside_number(text: str, match: re.Match[str]) -> bool:
    return text[match.start() - 1 : match.start()].isdigit() and text[match.end() : match.end() + 1].isdigit()


def steps(article: Article, offset: int, quotations: Sequence[Span]) -> Iterator[Span]:
    """Yield what a growing selection takes in around an offset: word, clause, quotations, sentence, paragraph."""
    yield word_at(article, offset)
    yield clause_at(article, offset)
    yield from sorted((span for span in quotations if span.start <= offset < span.end), key=_length)
    yield sentence_at(article, offset)
    yield paragraph_at(article, offset)


def _length(span: Span) -> int:
    return span.end - span.start


def grown(article: Article, offset: int, current: Span | None, quotations: Sequence[Span]) -> Span | None:
    """Return the smallest step around an offset that holds more than the current stretch, or None."""
    wider = [span for span in steps(article, offset, quotations) if _holds_more(span, current)]
    return min(wider, key=_length, default=None)


def shrunk(article: Article, offset: int, current: Span, quotations: Sequence[Span]) -> Span | None:
    """Return the largest step around an offset that holds less than the current stretch, or None."""
    narrower = [span for span in steps(article, offset, quotations) if _holds_more(current, span)]
    return max(narrower, key=_length, default=None)


def _holds_more(outer: Span, inner: Span | None) -> bool:
    return inner is None or (outer != inner and outer.start <= inner.start and inner.end <= outer.end)
