"""Wording that articles share outside quotation marks: wire copy, a second and quieter kind of sharing."""

import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

from articles.article import Article
from quotes.groups import gather
from quotes.lexicon.common import weight
from quotes.matching import Match, find_matches, find_pairs
from quotes.model import Member, SharedQuote
from quotes.quotations import Speech, speech_of
from quotes.streams import Streams

_LEAST_WORDS = 10
"""Words in a row that are wire copy rather than a turn of phrase, ..."""
_LEAST_WEIGHT = 7.0
"""... and what they must weigh (quotes.lexicon.common)."""


def find_shared_wording(articles: Sequence[Article]) -> list[SharedQuote]:
    """Return the stretches outside quotation marks that two or more articles have in common.

    Nobody is their speaker, and no member holds a quotation mark. Spans are code points, half open.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    columns = Streams()
    for number, article in enumerate(ordered):
        _add_plain(columns, number, speech_of(article))
    matches = [match for match in find_matches(columns, find_pairs(columns)) if _is_copy(match, columns)]
    groups = (_group(group.ranges, columns, ordered) for group in gather(matches, columns))
    shared = [group for group in groups if len({member.article for member in group.members}) > 1]
    return sorted(shared, key=lambda group: (group.members[0].article, group.members[0].start, group.id))


def _add_plain(columns: Streams, number: int, speech: Speech) -> None:
    """Append what an article says itself: of each paragraph the parts outside marks, each a stream."""
    quoted = [(stretch.start, stretch.end) for stretch in speech.stretches if stretch.outer < 0]
    for start, end in speech.article.paragraphs:
        for part_start, part_end in _outside(start, end, quoted):
            columns.add_stretch(number, speech.article.text, part_start, part_end)


def _outside(start: int, end: int, quoted: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the parts of a paragraph between its quotations, the marks left to them."""
    at = start
    for number in range(bisect_right(quoted, start, key=itemgetter(1)), len(quoted)):
        first, last = quoted[number]
        if first >= end:
            break
        yield at, max(at, first - 1)
        at = last + 1
    yield at, max(at, end)


def _is_copy(match: Match, columns: Streams) -> bool:
    words = [word for left, _, length in match.runs for word in columns.words[left : left + length]]
    return match.longest >= _LEAST_WORDS and sum(map(weight, words)) >= _LEAST_WEIGHT


def _group(ranges: list[tuple[int, int]], columns: Streams, articles: Sequence[Article]) -> SharedQuote:
    """Make the group of some ranges of places; its id is made from the words of its longest member."""
    members = []
    for first, end in sorted(ranges):
        article = articles[columns.article[first]]
        start, stop = columns.starts[first], columns.ends[end - 1]
        members.append(Member(article.id, start, stop, article.text[start:stop], None, "identical"))
    fullest = max((columns.words[first:end] for first, end in ranges), key=lambda words: (len(words), words))
    digest = hashlib.sha256(" ".join(fullest).encode("utf-8", "surrogatepass")).hexdigest()
    return SharedQuote("w" + digest[:12], None, tuple(members))
