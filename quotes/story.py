"""Everything that the program finds in the opened articles, computed once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from articles.article import Article
from quotes.boilerplate import boilerplate_of
from quotes.model import Boilerplate, Quotation, SharedQuote
from quotes.quotations import Speech, SpeechReader, speech_of
from quotes.shared import share


@dataclass(frozen=True, slots=True)
class Story:
    """What the articles say and share."""

    quotations: dict[str, tuple[Quotation, ...]]
    """By article id, ordered by start."""
    groups: tuple[SharedQuote, ...]
    """Ordered by the first of the articles, as they were opened, that has a member, then by its start."""
    boilerplate: tuple[Boilerplate, ...]


def read_story(articles: Sequence[Article], read: SpeechReader = speech_of) -> Story:
    """Find quotations, shared quotes and boilerplate of all articles.

    Args:
        articles: The articles.
        read: Who tells the speakers: the rules, or the `read` of a speaker model.
    """
    speeches = [read(article) for article in articles]
    groups = tuple(_in_order(share(articles, speeches), articles))
    told = _told_elsewhere(groups)
    quotations = {speech.article.id: tuple(_named(speech, told)) for speech in speeches}
    return Story(quotations, groups, tuple(boilerplate_of(speeches, _spans(groups))))


def _in_order(groups: Sequence[SharedQuote], articles: Sequence[Article]) -> list[SharedQuote]:
    """Order groups and their members as the articles were opened; `share` orders them by the articles' ids."""
    place = {article.id: number for number, article in enumerate(articles)}
    ordered = [
        replace(group, members=tuple(sorted(group.members, key=lambda m: (place[m.article], m.start))))
        for group in groups
    ]
    return sorted(ordered, key=lambda g: (place[g.members[0].article], g.members[0].start, g.id))


def _told_elsewhere(groups: Sequence[SharedQuote]) -> dict[tuple[str, int], str]:
    """Return, by article and start, the speakers of quotations that only another article tells."""
    return {
        (member.article, member.quotation[0]): group.speaker
        for group in groups
        for member in group.members
        if group.speaker is not None and member.speaker is None
    }


def _named(speech: Speech, told: dict[tuple[str, int], str]) -> Iterator[Quotation]:
    """Yield the quotations of an article; one that it shares has the speaker whom another article names.

    The name must stand in the article itself, and the article must not give the words to somebody without a name.
    """
    for quotation in speech.quotations():
        name = told.get((quotation.article, quotation.start))
        if name is None or quotation.speaker is not None or quotation.kind not in ("direct", "fragment"):
            yield quotation
            continue
        printed = None if speech.given_to_nobody(quotation.start) else speech.printed_name(name)
        yield replace(quotation, speaker=printed)


def _spans(groups: Sequence[SharedQuote]) -> dict[str, list[tuple[int, int]]]:
    """Return the spans of all members by article."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for group in groups:
        for member in group.members:
            spans.setdefault(member.article, []).append((member.start, member.end))
    return spans
