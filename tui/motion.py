"""Movement: from an offset to the next word, sentence or paragraph. Pure functions over an article.

The cursor stands on words; where a stretch has none (a row of emoji), on that stretch. Everything is looked up close to
the cursor, so that a step in a megabyte costs what it costs in a paragraph. Offsets are code points into the text.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from articles import segments
from articles.article import Article, Span
from tui.cells import cluster_end, cluster_start

_CHUNK = re.compile(r"\S+")
_NEAR = 600
"""Characters that are looked at before the cursor for the word before it; more where nothing is found."""
_STRETCH = 2_000
"""Characters before and behind the cursor in which sentences are looked for; more where they are longer."""
_UNSURE = 100
"""Characters at the edges of such a stretch where its sentences may be others than those of the paragraph."""


def words_in(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the stops of the cursor in a stretch between blanks: words, else signs that say something."""
    for chunk in _CHUNK.finditer(text, start, end):
        found = False
        last = chunk.start()
        for begin, stop in segments.words(chunk.group()):
            found = True
            begin = cluster_start(text, chunk.start() + begin)
            stop = min(cluster_end(text, chunk.start() + stop), chunk.end())
            if begin >= last and stop > begin:
                last = stop
                yield Span(begin, stop)
        if not found and not all(unicodedata.category(sign)[0] in "PC" for sign in chunk.group()):
            yield Span(cluster_start(text, chunk.start()), chunk.end())


def word_at(article: Article, offset: int) -> Span:
    """Return the word under an offset, else the cluster there."""
    text = article.text
    start, end = _chunk_around(text, offset)
    for span in words_in(text, start, end):
        if span.start <= offset < span.end:
            return span
    first = cluster_start(text, offset)
    return Span(first, cluster_end(text, min(first + 1, len(text))))


def next_word(article: Article, offset: int) -> int:
    """Return the start of the word behind the one at an offset; the last word's start at the end."""
    text = article.text
    for span in words_in(text, _chunk_around(text, offset)[0], len(text)):
        if span.start > offset:
            return span.start
    return offset


def previous_word(article: Article, offset: int) -> int:
    """Return the start of the word before the one at an offset; the first word's start at the beginning."""
    text, reach = article.text, _NEAR
    here = word_at(article, offset).start if offset < len(text) else offset
    while True:
        floor = max(0, here - reach)
        begin = _chunk_around(text, floor)[0]
        before = [span.start for span in words_in(text, begin, here) if span.start < here]
        if before or floor == 0:
            return before[-1] if before else offset
        reach *= 8


def _chunk_around(text: str, offset: int) -> tuple[int, int]:
    """Return the stretch without blanks around an offset."""
    start = max(text.rfind(" ", 0, offset), text.rfind("\n", 0, offset)) + 1
    chunk = _CHUNK.match(text, offset)
    return start, chunk.end() if chunk else offset


def _paragraph_number(article: Article, offset: int) -> int:
    """Return the number of the paragraph at an offset, or of the one before it; -1 before the first."""
    return bisect_right(article.paragraphs, offset, key=_start) - 1


def _start(span: Span) -> int:
    return span.start


def _end(span: Span) -> int:
    return span.end


def paragraph_at(article: Article, offset: int) -> Span:
    """Return the paragraph at an offset, the nearest one where it stands between two."""
    if not article.paragraphs:
        return Span(0, len(article.text))
    return article.paragraphs[max(0, _paragraph_number(article, offset))]


@lru_cache(maxsize=64)
def _sentences_within(article: Article, start: int, end: int) -> tuple[Span, ...]:
    return tuple(Span(*span) for span in segments.sentences(article.text, start, end)) or (Span(start, end),)


def sentences_near(article: Article, offset: int) -> Sequence[Span]:
    """Return the sentences of the paragraph at an offset: all, or of a long one those around the offset.

    The one at the offset is among them, and its neighbours where the paragraph has any: so a step in a paragraph of a
    megabyte costs what it costs in a short one.
    """
    paragraph, reach = paragraph_at(article, offset), _STRETCH
    offset = max(paragraph.start, min(offset, paragraph.end - 1))
    while True:
        start = max(paragraph.start, (offset // reach - 1) * reach)
        end = min(paragraph.end, (offset // reach + 2) * reach)
        spans = _sentences_within(article, start, end)
        if (start, end) == paragraph:
            return spans
        first = 0 if start == paragraph.start else max(bisect_left(spans, start + _UNSURE, key=_start), 1)
        last = len(spans) if end == paragraph.end else bisect_right(spans, end - _UNSURE, key=_end)
        number = bisect_right(spans, offset, key=_start) - 1
        if (number > first or start == paragraph.start) and (number < last - 1 or end == paragraph.end):
            return spans[first:last]
        reach *= 4


def sentence_at(article: Article, offset: int) -> Span:
    """Return the sentence at an offset; between two the one before."""
    spans = sentences_near(article, offset)
    return spans[max(0, bisect_right(spans, offset, key=_start) - 1)]


def next_paragraph(article: Article, offset: int) -> int:
    """Return the first word of the next paragraph; the last one's where there is none."""
    number = min(_paragraph_number(article, offset) + 1, len(article.paragraphs) - 1)
    return first_word(article, article.paragraphs[number]) if article.paragraphs else 0


def previous_paragraph(article: Article, offset: int) -> int:
    """Return the first word of this paragraph, or of the one before where the cursor stands there already."""
    if not article.paragraphs:
        return 0
    number = max(0, _paragraph_number(article, offset))
    begin = first_word(article, article.paragraphs[number])
    return begin if begin < offset else first_word(article, article.paragraphs[max(0, number - 1)])


def next_sentence(article: Article, offset: int) -> int:
    """Return the first word of the next sentence."""
    spans = sentences_near(article, offset)
    for span in spans[max(0, bisect_right(spans, offset, key=_start) - 1) :]:
        begin = first_word(article, span)
        if begin > offset:
            return begin
    return max(offset, next_paragraph(article, offset))


def previous_sentence(article: Article, offset: int) -> int:
    """Return the first word of this sentence, or of the one before where the cursor stands there already."""
    number = max(0, _paragraph_number(article, offset))
    paragraphs = article.paragraphs[max(0, number - 1) : number + 1]
    for at in (offset, *(paragraph.end - 1 for paragraph in paragraphs[:-1])):
        spans = sentences_near(article, at)
        for span in reversed(spans[: bisect_right(spans, at, key=_start)]):
            begin = first_word(article, span)
            if begin < offset:
                return begin
    return min(offset, first_stop(article))


def first_word(article: Article, span: Span) -> int:
    """Return the start of the first word of a span; the span's start where it has none."""
    return next((word.start for word in words_in(article.text, *span)), span.start)


def first_stop(article: Article) -> int:
    """Return where the cursor stands at first."""
    return first_word(article, article.paragraphs[0]) if article.paragraphs else 0


def last_stop(article: Article) -> int:
    """Return the last word of the article."""
    return previous_word(article, len(article.text)) if article.paragraphs else 0
