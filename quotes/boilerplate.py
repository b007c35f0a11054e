"""Paragraphs that are not the story: pleas for money, links, credits, legal lines, the frame of a web page."""

import itertools
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from articles.article import Article, Span
from quotes.appeals import known_by
from quotes.lexicon.boilerplate import ADDRESSES
from quotes.marks import DOUBLE_MARKS
from quotes.model import Boilerplate, Quotation
from quotes.page import story_lines
from quotes.quotations import Speech, speech_of
from quotes.reach import Reach

_SANDWICH = 2
"""Paragraphs between two of boilerplate that are taken in with them."""
_LATE = 0.75
"""Share of an article behind which its end begins."""
_SIGNATURE_WORDS = 4
"""Words from which a paragraph that several articles have can tell something."""


def find_boilerplate(articles: Sequence[Article]) -> list[Boilerplate]:
    """Return the paragraphs that are boilerplate, by article as given and place.

    A paragraph that holds the speech of a named person is none. Spans are code points, half open.
    """
    return boilerplate_of([speech_of(article) for article in articles], {})


def boilerplate_of(speeches: Sequence[Speech], protected: dict[str, list[tuple[int, int]]]) -> list[Boilerplate]:
    """Return the boilerplate of articles whose marks are already paired.

    Args:
        speeches: The articles.
        protected: By article id, spans that no boilerplate may hold: those of the shared quotes.
    """
    repeated = _repeated([speech.article for speech in speeches])
    shared = {article: Reach(spans) for article, spans in protected.items()}
    return [
        Boilerplate(speech.article.id, start, end, speech.article.text[start:end], reason)
        for speech in speeches
        for (start, end), reason in _of_article(speech, repeated)
        if speech.article.id not in shared or not shared[speech.article.id].meets(start, end)
    ]


def _of_article(speech: Speech, repeated: set[str]) -> Iterable[tuple[Span, str]]:
    """Find the paragraphs of an article that are boilerplate, each with the reason."""
    text, paragraphs = speech.article.text, speech.article.paragraphs
    story = story_lines(text, paragraphs)
    reasons: list[str | None] = []
    for index, (start, end) in enumerate(paragraphs):
        line = text[start:end]
        if index not in story:
            reasons.append("stands around the story on the page")
        elif _key(line) in repeated:
            reasons.append("other articles have it too")
        else:
            reasons.append(known_by(line, _is_late(index, len(paragraphs))))
    _fill(text, paragraphs, reasons)
    return (
        (span, reason)
        for span, reason in zip(paragraphs, reasons, strict=True)
        if reason is not None and not _speaks(speech, span)
    )


def _is_late(index: int, count: int) -> bool:
    """Does a paragraph stand in the last quarter of an article, or is it its last?"""
    return index >= _LATE * count or index == count - 1


def _fill(text: str, paragraphs: Sequence[Span], reasons: list[str | None]) -> None:
    """Take in paragraphs that speak to the reader and stand between two of boilerplate."""
    known = [index for index, reason in enumerate(reasons) if reason is not None]
    for before, after in itertools.pairwise(known):
        inside = range(before + 1, after)
        if 0 < len(inside) <= _SANDWICH and all(ADDRESSES.search(text[slice(*paragraphs[i])]) for i in inside):
            for index in inside:
                reasons[index] = "speaks to the reader between other boilerplate"


def _key(line: str) -> str:
    return " ".join(line.split()).casefold()


def _repeated(articles: Sequence[Article]) -> set[str]:
    """Return the paragraphs that several articles have although they are not copies of each other.

    Wire copy is shared too, but by articles that share much; boilerplate is what otherwise different articles have.
    """
    if len(articles) < 2:
        return set()
    homes: dict[str, set[int]] = defaultdict(set)
    sizes = []
    for number, article in enumerate(articles):
        keys = {_key(article.text[start:end]) for start, end in article.paragraphs}
        sizes.append(len(keys))
        for key in keys:
            homes[key].add(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in homes.values():
        ordered = sorted(numbers)[:_CHAINED]
        shared.update(itertools.pairwise(ordered))
    return {
        key
        for key, numbers in homes.items()
        if len(numbers) > 1 and _tells(key, sorted(numbers), articles, shared, sizes)
    }


_CHAINED = 50
"""Articles with one paragraph in common that are compared."""
_COPY = 0.3
"""Share of common paragraphs from which two articles are copies of one another."""


def _tells(
    key: str, numbers: list[int], articles: Sequence[Article], shared: Counter[tuple[int, int]], sizes: list[int]
) -> bool:
    """Is a paragraph that several articles have boilerplate?"""
    if len(key.split()) < _SIGNATURE_WORDS or any(mark in key for mark in DOUBLE_MARKS):
        return False
    pairs = list(itertools.pairwise(numbers))
    different = [p for p in pairs if shared[p] < _COPY * min(sizes[p[0]], sizes[p[1]])]
    one_outlet = any(articles[a].outlet is not None and articles[a].outlet == articles[b].outlet for a, b in different)
    return one_outlet or len(different) >= 2


def _speaks(speech: Speech, span: Span) -> bool:
    """Does a paragraph hold the speech of a named person?"""
    first = bisect_left(speech.stretches, span.start, key=lambda stretch: stretch.start)
    for index in range(first, len(speech.stretches)):
        if speech.stretches[index].start >= span.end:
            break
        if speech.stretches[index].outer < 0 and _named(speech.quotation(index)):
            return True
    return False


def _named(quotation: Quotation) -> bool:
    return quotation.speaker is not None and quotation.attribution is not None
