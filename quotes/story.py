"""Everything that the program finds in the opened articles, computed once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

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
    """Ordered by the first of the articles, as they were opened, that has a member, then by its start."""
    boilerplate: tuple[Passage, ...]


def read_story(articles: Sequence[Article]) -> Story:
    """Find quotations, shared quotes and boilerplate of all articles."""
    speeches = [speech_of(article) for article in articles]
    groups = tuple(_in_order(share(articles, speeches), articles))
    quotations = {speech.article.id: tuple(speech.quotations()) for speech in speeches}
    return Story(quotations, groups, tuple(boilerplate_of(speeches, _spans(groups))))


def _in_order(groups: Sequence[SharedQuote], articles: Sequence[Article]) -> list[SharedQuote]:
    """Order groups and their members as the articles were opened; `share` orders them by the articles' ids."""
    place = {article.id: number for number, article in enumerate(articles)}
    ordered = [
        replace(group, members=tuple(sorted(group.members, key=lambda m: (place[m.article], m.start))))
        for group in groups
    ]
    return sorted(ordered, key=lambda g: (place[g.members[0].article], g.members[0].start, g.id))


def _spans(groups: Sequence[SharedQuote]) -> dict[str, list[tuple[int, int]]]:
    """Return the spans of all members by article."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for group in groups:
        for member in group.members:
            spans.setdefault(member.article, []).append((member.start, member.end))
    return spans
