"""Shared quotes: the same words of one speaker in two or more articles, cut at the marks, in groups."""

from collections.abc import Sequence

from articles.article import Article
from quotes.lexicon.english import ENGLISH
from quotes.groups import Group, gather
from quotes.matching import Match, find_runs, join_runs
from quotes.members import shared_quotes
from quotes.model import SharedQuote
from quotes.names import Person
from quotes.people import same_person
from quotes.quotations import Speech
from quotes.streams import Streams
from quotes.tokens import FoldedForms


def find_shared_quotes(articles: Sequence[Article]) -> list[SharedQuote]:
    """Return the quotes that two or more articles share.

    The order of the articles makes no difference. Spans are code points, half open, into each article's text; none
    holds a quotation mark.
    """
    return share(articles, [Speech(article) for article in articles])


def share(articles: Sequence[Article], speeches: Sequence[Speech]) -> list[SharedQuote]:
    """Return the shared quotes of articles whose marks are already paired."""
    order = sorted(range(len(articles)), key=lambda number: articles[number].id)
    speeches = [speeches[number] for number in order]
    columns = Streams()
    forms = FoldedForms()
    for number, speech in enumerate(speeches):
        columns.add(number, speech.article, speech, forms)
    matches = join_runs(find_runs(columns), columns)
    accepted = [match for match in matches if accept(match, columns, speeches)]
    return shared_quotes(gather(accepted, columns, speeches), columns, speeches)


def content_words(words: list[str]) -> int:
    """Count the words that are no function words."""
    return sum(word not in ENGLISH.function_words for word in words)


def speaker_of(place: int, columns: Streams, speeches: Sequence[Speech]) -> Person | None:
    """Return who says the word at a place of the columns."""
    speech = speeches[columns.article[place]]
    return speech.spoken(speech.outermost(columns.cell[place])).person


def covers_stretch(match: Match, columns: Streams) -> bool:
    """Does the match take in a whole stretch between marks, on one side at least?"""
    return any(_whole(side, columns) for side in (match.left, match.right))


def _whole(side: tuple[int, int], columns: Streams) -> bool:
    first, last = side[0], side[1] - 1
    before = columns.cell[first - 1] != columns.cell[first]
    after = last + 1 >= len(columns.cell) or columns.cell[last + 1] != columns.cell[last]
    return before and after


def accept(match: Match, columns: Streams, speeches: Sequence[Speech]) -> bool:
    """Is a match one utterance of one speaker, rather than a stock phrase?"""
    words = [word for left, _, length in match.runs for word in columns.words[left : left + length]]
    content = content_words(words)
    if content < 1 or len(words) < 4 and not covers_stretch(match, columns):
        return False
    left = speaker_of(match.left[0], columns, speeches)
    right = speaker_of(match.right[0], columns, speeches)
    same = left is not None and right is not None and same_person(left.words, right.words)
    if left is not None and right is not None and not same:
        return len(words) >= 14
    if len(words) >= 6:
        return content >= 3
    if len(words) >= 4:
        return content >= 2 and (same or covers_stretch(match, columns))
    return same and len(words) + content >= 3


__all__ = ["Group", "find_shared_quotes", "share"]
