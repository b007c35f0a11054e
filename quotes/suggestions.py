"""What the program proposes to tag: quotations, boilerplate, and the counterparts of what a person has tagged."""

import hashlib
import re
from bisect import bisect_left
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
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
    numbers = {article.id: number for number, article in enumerate(articles)}
    texts = {article.id: _Text(article.text) for article in articles}
    placed = [note for note in annotations if note.state != "orphaned" and note.article in numbers]
    taken = _Spans()
    for note in placed:
        taken.add((note.article, note.tag), _spans(note, texts))
    proposals = [*_counterparts(story, placed, numbers, texts), *_quotations(story, texts), *_boilerplate(story, texts)]
    chosen: list[Suggestion] = []
    for proposal in proposals:
        if proposal.article not in numbers or proposal.key in rejected:
            continue
        place = proposal.article, proposal.tag
        if not any(True for _ in taken.touching(place, proposal.spans)):
            chosen.append(proposal)
            taken.add(place, proposal.spans)
    return sorted(chosen, key=lambda s: (numbers[s.article], s.spans[0], s.tag))


_BLOCK = 1024
"""Characters of the blocks in which spans are looked for; a span stands in each block that it touches."""


class _Spans:
    """Spans found by place: however many there are, and however long one is, only those near by are compared."""

    def __init__(self) -> None:
        self._blocks: dict[tuple[Hashable, int], list[tuple[int, int, int]]] = {}

    def add(self, within: Hashable, spans: Iterable[tuple[int, int]], number: int = 0) -> None:
        """Note spans (code points, half open) of an article, and whose they are."""
        for start, end in spans:
            for block in range(start // _BLOCK, end // _BLOCK + 1):
                self._blocks.setdefault((within, block), []).append((start, end, number))

    def touching(self, within: Hashable, spans: Iterable[tuple[int, int]]) -> Iterator[int]:
        """Yield whose the spans are that overlap one of these; the same may come again."""
        for start, end in spans:
            for block in range(start // _BLOCK, end // _BLOCK + 1):
                for first, last, number in self._blocks.get((within, block), ()):
                    if first < end and start < last:
                        yield number


def _spans(note: Annotated, texts: "dict[str, _Text]") -> list[tuple[int, int]]:
    """Return the spans of an annotation, as far as they lie in its article's text."""
    length = len(texts[note.article].text)
    return [(max(0, span.start), min(span.end, length)) for span in note.spans]


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
    tagged = _Spans()
    for number, note in enumerate(placed):
        tagged.add(note.article, _spans(note, texts), number)
    for group in story.groups:
        touching = {number for m in group.members for number in tagged.touching(m.article, [(m.start, m.end)])}
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
