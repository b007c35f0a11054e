"""The quotations of one article: stretches between marks, with their kind, speaker and utterance."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from articles.article import Article
from quotes.embedded import Post
from quotes.kinds import kind_of, names_something
from quotes.marks import DOUBLE_MARKS, SINGLE_MARKS, Stretch, find_stretches
from quotes.model import Kind, Quotation
from quotes.people import same_person
from quotes.speakers import Speakers, Spoken


class Speech:
    """What one article quotes; everything but the stretches is found when first asked for."""

    def __init__(self, article: Article, posts: Iterable[Post] = (), named: Mapping[int, Spoken] | None = None) -> None:
        """Pair the marks of the article.

        Args:
            article: The article.
            posts: Passages without marks that are somebody's words all the same.
            named: Speakers of stretches that the rules give to nobody, by the stretch's start (a model's).
        """
        self.article = article
        self.named = named or {}
        self.stretches: list[Stretch] = find_stretches(article.text, posts)
        self._kinds: dict[int, Kind] = {}
        self._naming: dict[int, bool] = {}

    @cached_property
    def speakers(self) -> Speakers:
        """The speakers of the stretches."""
        return Speakers(self.article, self.stretches)

    @cached_property
    def utterances(self) -> list[int]:
        """The number of the utterance that each stretch belongs to: pieces of an interrupted one have the same."""
        return number_utterances(self.article.text, self.stretches)

    def outermost(self, index: int) -> int:
        """Return the outermost stretch around a stretch, or itself."""
        while self.stretches[index].outer >= 0:
            index = self.stretches[index].outer
        return index

    def spoken(self, index: int) -> Spoken:
        """Return who says a stretch."""
        spoken = self.speakers.of(index)
        return spoken if spoken.person is not None else self.named.get(self.stretches[index].start, spoken)

    def kind(self, index: int) -> Kind:
        """Return what kind of quotation a stretch is."""
        if index not in self._kinds:
            language = self.speakers.language
            self._kinds[index] = kind_of(self.article.text, self.stretches, index, self.spoken(index), language)
        return self._kinds[index]

    def names_something(self, index: int) -> bool:
        """Is a stretch the title of a work, a nickname or mark-up, whoever says it?"""
        if index not in self._naming:
            self._naming[index] = names_something(self.article.text, self.stretches[index], self.speakers.language)
        return self._naming[index]

    def given_to_nobody(self, start: int) -> bool:
        """Does the article give the words that begin here to somebody without a name (`a neighbour said`)?"""
        index = bisect_left(self.stretches, start, key=lambda stretch: stretch.start)
        return (
            index < len(self.stretches) and self.stretches[index].start == start and self.spoken(index).how == "other"
        )

    def printed_name(self, name: str) -> str | None:
        """Return the fullest form in which the article prints a name; None where it does not."""
        last = name.split()[-1]
        person = self.speakers.names.by_last_name(last)
        if person is not None and same_person(person.words, tuple(name.split())):
            return person.name
        return (
            last
            if person is None and re.search(rf"(?<![^\W_]){re.escape(last)}(?![^\W_])", self.article.text)
            else None
        )

    def quotation(self, index: int) -> Quotation:
        """Make the quotation of a stretch."""
        stretch = self.stretches[index]
        kind = self.kind(index)
        spoken = self.spoken(index)
        named = spoken.person is not None and kind != "label"
        return Quotation(
            self.article.id,
            stretch.start,
            stretch.end,
            self.article.text[stretch.start : stretch.end],
            spoken.person.name if named and spoken.person else None,
            kind,
            spoken.attribution if kind != "label" else None,
            self.utterances[index],
        )

    def quotations(self) -> list[Quotation]:
        """Return all quotations, ordered by start; embedded posts stand without marks and are none."""
        return [self.quotation(index) for index, stretch in enumerate(self.stretches) if stretch.author is None]


def speech_of(article: Article) -> Speech:
    """Return what an article quotes; it is read once, and kept beside the article's own spans."""
    kept = vars(article)
    if "_speech" not in kept:
        kept["_speech"] = Speech(article)
    speech: Speech = kept["_speech"]
    return speech


SpeechReader = Callable[[Article], Speech]
"""Reads what an article quotes, and who says it: `speech_of` by the rules alone, or a model's `read`."""


def number_utterances(text: str, stretches: list[Stretch]) -> list[int]:
    """Number the utterances; a piece after an attribution that ends with no point goes on with the one before."""
    numbers: list[int] = []
    previous: Stretch | None = None
    current = -1
    for stretch in stretches:
        if stretch.outer >= 0:
            numbers.append(numbers[stretch.outer])
            continue
        if previous is None or not _goes_on(text, previous, stretch):
            current += 1
        numbers.append(current)
        previous = stretch
    return numbers


_BREAKS = ",–—-…"
_BLANKS_AND_MARKS = " \u00a0\u202f" + DOUBLE_MARKS + SINGLE_MARKS
_SENTENCE_END = re.compile(r"(?:[^\W\d_]{4,}\.|[!?;:])\s")
_LONGEST_INTERRUPTION = 90
"""Characters of an attribution that interrupts a quotation."""


def _goes_on(text: str, before: Stretch, after: Stretch) -> bool:
    """Is `after` the rest of a quotation that an attribution interrupts (`"A," he said, "b"`)?"""
    if before.continues:
        return True
    between = text[before.end : after.start]
    if len(between) > _LONGEST_INTERRUPTION or "\n" in between:
        return False
    inside = between.strip(_BLANKS_AND_MARKS)
    last = text[before.end - 1]
    if len(inside) < 3 or inside[-1] not in _BREAKS or not (last in _BREAKS or inside[0] in _BREAKS):
        return False
    if _SENTENCE_END.search(inside):
        return False
    return text[after.start].islower() or last in _BREAKS


def find_quotations(article: Article, read: SpeechReader = speech_of) -> list[Quotation]:
    """Return the quotations of an article, ordered by start; scare quotes and titles are of kind `label`.

    Spans are code points, half open, into the article's text, without the marks.

    Args:
        article: The article.
        read: Who tells the speakers: the rules, or the `read` of a speaker model.
    """
    return read(article).quotations()
