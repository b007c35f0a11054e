"""What the program proposes to tag: quotations, boilerplate, and the counterparts of what a person has tagged."""

import hashlib
import re
from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Protocol

from articles.article import Article
from quotes.model import Member, SharedQuote, Suggestion
from quotes.story import Story
from quotes.tokens import words_between


class Spanned(Protocol):
    """A span of a passage."""

    @property
    def start(self) -> int:
        """Code points, half open, into the article's text."""
        ...

    @property
    def end(self) -> int:
        """The end of the span."""
        ...


class Annotated(Protocol):
    """What `suggest` reads of an annotation."""

    @property
    def article(self) -> str:
        """The article's id."""
        ...

    @property
    def tag(self) -> str:
        """The tag."""
        ...

    @property
    def spans(self) -> Sequence[Spanned]:
        """The spans of the passage."""
        ...

    @property
    def state(self) -> str:
        """Anchored, moved or orphaned."""
        ...

    @property
    def group(self) -> str | None:
        """The shared quote that it was tagged in."""
        ...


COUNTERPART = "you tagged the same words"
"""How the reason of a counterpart begins."""


def suggest(
    story: Story, articles: Sequence[Article], annotations: Iterable[Annotated], rejected: Collection[str]
) -> list[Suggestion]:
    """Return what is worth tagging and is not tagged yet, by article as opened, then place.

    Args:
        story: What the articles say and share.
        articles: The opened articles, in their order.
        annotations: What is tagged already; orphaned ones do not count.
        rejected: Keys of suggestions that a person has rejected.
    """
    placed = [annotation for annotation in annotations if annotation.state != "orphaned" and annotation.spans]
    taken = _Taken()
    for note in placed:
        taken.add(note.article, note.tag, [(span.start, span.end) for span in note.spans])
    numbers = {article.id: number for number, article in enumerate(articles)}
    texts = {article.id: _Text(article.text) for article in articles}
    proposals = [*_counterparts(story, placed, numbers, texts), *_quotations(story, texts), *_boilerplate(story, texts)]
    chosen: list[Suggestion] = []
    for proposal in proposals:
        if proposal.article not in numbers or proposal.key in rejected:
            continue
        if not taken.overlaps(proposal.article, proposal.tag, proposal.spans):
            chosen.append(proposal)
            taken.add(proposal.article, proposal.tag, proposal.spans)
    return sorted(chosen, key=lambda s: (numbers[s.article], s.spans[0], s.tag))


class _Taken:
    """The passages that have a tag already, found by place."""

    def __init__(self) -> None:
        self._spans: dict[tuple[str, str], list[tuple[int, int]]] = {}
        self._longest: dict[tuple[str, str], int] = {}

    def add(self, article: str, tag: str, spans: Iterable[tuple[int, int]]) -> None:
        """Note the spans of a passage."""
        for start, end in spans:
            insort(self._spans.setdefault((article, tag), []), (start, end))
            self._longest[article, tag] = max(end - start, self._longest.get((article, tag), 0))

    def overlaps(self, article: str, tag: str, spans: Iterable[tuple[int, int]]) -> bool:
        """Does a passage with the same tag overlap one of the spans?"""
        known = self._spans.get((article, tag), [])
        longest = self._longest.get((article, tag), 0)
        for start, end in spans:
            first = bisect_left(known, (start - longest, 0))
            last = bisect_left(known, (end, 0))
            if any(known[at][1] > start for at in range(first, last)):
                return True
        return False


class _Places:
    """Annotations found by place, as their numbers."""

    def __init__(self, notes: Sequence[Annotated]) -> None:
        self._spans: dict[str, list[tuple[int, int, int]]] = {}
        for number, note in enumerate(notes):
            self._spans.setdefault(note.article, []).extend((span.start, span.end, number) for span in note.spans)
        for spans in self._spans.values():
            spans.sort()
        self._longest = {name: max(end - start for start, end, _ in spans) for name, spans in self._spans.items()}

    def touching(self, member: Member) -> Iterator[int]:
        """Yield the numbers of those that overlap a member."""
        spans = self._spans.get(member.article, [])
        first = bisect_left(spans, (member.start - self._longest.get(member.article, 0), 0, 0))
        last = bisect_left(spans, (member.end, 0, 0))
        return (number for _, end, number in spans[first:last] if end > member.start)


class _Text:
    """An article's text, its lines found once."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _ends(self) -> list[int]:
        return [match.start() for match in re.finditer("\n", self.text)]

    def line(self, offset: int) -> int:
        """Return the number of the line that an offset is on, from 0."""
        return bisect_left(self._ends, offset)


def _made(
    article: str,
    tag: str,
    spans: Sequence[tuple[int, int]],
    texts: dict[str, _Text],
    reason: str,
    speaker: str | None = None,
    group: str | None = None,
) -> Suggestion:
    """Make a suggestion; its key holds words and place, not the offsets, so that an edit elsewhere keeps it."""
    text = texts[article]
    words = " ".join(words_between(text.text, list(spans)).folded)
    place = text.line(spans[0][0])
    key = hashlib.sha256("\n".join((article, tag, str(place), words)).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Suggestion(key, article, tag, tuple(spans), reason, speaker, group)


def _quotations(story: Story, texts: dict[str, _Text]) -> Iterator[Suggestion]:
    """Propose the quotations of each article, an interrupted one as one passage."""
    groups = _groups_by_place(story.groups)
    for article, quotations in story.quotations.items():
        utterances: dict[int, list[tuple[int, int]]] = {}
        for quotation in quotations:
            if quotation.kind in ("direct", "fragment"):
                utterances.setdefault(quotation.utterance, []).append((quotation.start, quotation.end))
        firsts = {q.utterance: q for q in reversed(quotations) if q.kind in ("direct", "fragment")}
        for number, spans in utterances.items():
            first = firsts[number]
            what = "direct speech" if first.kind == "direct" else "quoted words in a reported sentence"
            said = f", {first.speaker}" if first.speaker else ", speaker not told"
            group = next((g for start, g in groups.get(article, ()) if any(s <= start < e for s, e in spans)), None)
            yield _made(article, "quote", spans, texts, what + said, first.speaker, group)


def _groups_by_place(groups: Iterable[SharedQuote]) -> dict[str, list[tuple[int, str]]]:
    """Return by article where members of which shared quotes begin."""
    places: dict[str, list[tuple[int, str]]] = {}
    for group in groups:
        for member in group.members:
            places.setdefault(member.article, []).append((member.start, group.id))
    return places


def _boilerplate(story: Story, texts: dict[str, _Text]) -> Iterator[Suggestion]:
    for passage in story.boilerplate:
        yield _made(
            passage.article,
            "boilerplate",
            [(passage.start, passage.end)],
            texts,
            f"looks like boilerplate: {passage.reason}",
        )


def _counterparts(
    story: Story, placed: list[Annotated], numbers: dict[str, int], texts: dict[str, _Text]
) -> Iterator[Suggestion]:
    """Propose in the other articles what a person has tagged in one."""
    places = _Places(placed)
    for group in story.groups:
        touching = {number for member in group.members for number in places.touching(member)}
        for note in (placed[number] for number in sorted(touching)):
            for article, members in _by_article(group).items():
                if article != note.article and article in numbers:
                    spans = [(member.start, member.end) for member in members]
                    reason = f"{COUNTERPART} in {note.article} as {note.tag}"
                    yield _made(article, note.tag, spans, texts, reason, members[0].speaker or group.speaker, group.id)


def _by_article(group: SharedQuote) -> dict[str, list[Member]]:
    """Return the members of the first passage that each article has."""
    passages: dict[str, list[Member]] = {}
    for member in group.members:
        own = passages.setdefault(member.article, [])
        if not own or own[0].utterance == member.utterance:
            own.append(member)
    return passages
