"""Everything that the program finds in the opened articles, computed once."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.article import Article
from quotes.boilerplate import boilerplate_of
from quotes.model import Passage, Quotation, SharedQuote
from quotes.quotations import speech_of
from quotes.shared import share


@dataclass(frozen=True, slots=True)
class Story:
    """What the articles say and share."""

    quotations: dict[str, tuple[Quotation, ...]]
    """By article id, ordered by start."""
    groups: tuple[SharedQuote, ...]
    """Ordered by their first member."""
    boilerplate: tuple[Passage, ...]


def read_story(articles: Sequence[Article]) -> Story:
    """Find quotations, shared quotes and boilerplate of all articles."""
    speeches = [speech_of(article) for article in articles]
    groups = tuple(share(articles, speeches))
    quotations = {speech.article.id: tuple(speech.quotations()) for speech in speeches}
    return Story(quotations, groups, tuple(boilerplate_of(speeches, _spans(groups))))


def _spans(groups: Sequence[SharedQuote]) -> dict[str, list[tuple[int, int]]]:
    """Return the spans of all members by article."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for group in groups:
        for member in group.members:
            spans.setdefault(member.article, []).append((member.start, member.end))
    return spans
