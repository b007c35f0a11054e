"""Shared quotes: the same words of one speaker in two or more articles, cut at the marks, in groups."""

from collections.abc import Sequence

from articles.article import Article
from quotes.embedded import find_copies, triples
from quotes.evidence import Evidence
from quotes.fragments import short_matches
from quotes.groups import gather
from quotes.matching import FEW, find_matches, find_pairs, reach_edges
from quotes.members import shared_quotes
from quotes.model import SharedQuote
from quotes.quotations import Speech, SpeechReader, speech_of
from quotes.streams import Streams
from quotes.wirecopy import find_shared_wording


def find_shared_quotes(articles: Sequence[Article], read: SpeechReader = speech_of) -> list[SharedQuote]:
    """Return the quotes that two or more articles share.

    The order of the articles makes no difference. Spans are code points, half open, into each article's text; none
    holds a quotation mark.

    Args:
        articles: The articles.
        read: Who tells the speakers: the rules, or the `read` of a speaker model.
    """
    return share(articles, [read(article) for article in articles])


def share(articles: Sequence[Article], speeches: Sequence[Speech]) -> list[SharedQuote]:
    """Return the shared quotes of articles whose marks are already paired."""
    order = sorted(range(len(articles)), key=lambda number: articles[number].id)
    speeches = [speeches[number] for number in order]
    columns = _columns(speeches)
    with_copies = _with_copies(columns, speeches) if len(speeches) <= FEW else speeches
    if with_copies != speeches:
        speeches, columns = with_copies, _columns(with_copies)
    evidence = Evidence(columns, speeches)
    pairs = find_pairs(columns)
    accepted = evidence.select(find_matches(columns, (pair for pair in pairs if pair.heavy)))
    lighter = (pair for pair in pairs if not pair.heavy and evidence.kindred(pair.articles))
    accepted += evidence.select(find_matches(columns, lighter))
    short = short_matches(columns, evidence.kin(), _inflected(speeches))
    accepted += evidence.select_short(short, accepted)
    for match in accepted:
        reach_edges(match, columns)
    return shared_quotes(gather(accepted, columns), columns, speeches)


def _inflected(speeches: Sequence[Speech]) -> frozenset[int]:
    """Return the articles (of a few) whose language bends the words that a sentence quotes: German."""
    if len(speeches) > FEW:
        return frozenset()
    return frozenset(number for number, speech in enumerate(speeches) if speech.speakers.language.capital_nouns)


def _columns(speeches: Sequence[Speech]) -> Streams:
    """Return the quoted words of all articles."""
    columns = Streams()
    for number, speech in enumerate(speeches):
        columns.add(number, speech.article, speech)
    return columns


def _with_copies(columns: Streams, speeches: Sequence[Speech]) -> list[Speech]:
    """Take in the paragraphs without marks whose words another article quotes."""
    quoted = {gram for gram in triples(columns.words) if "" not in gram}
    found = [find_copies(s.article.text, s.article.paragraphs, quoted) for s in speeches]
    return [Speech(s.article, posts, s.named) if posts else s for s, posts in zip(speeches, found, strict=True)]


__all__ = ["find_shared_quotes", "find_shared_wording", "share"]
