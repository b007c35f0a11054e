"""The people and bodies that an article names, under their fullest forms; read as far as somebody asks."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from copy import copy
from functools import cached_property
from itertools import islice

from quotes.lexicon import firstnames, offices
from quotes.lexicon.crowds import is_crowd
from quotes.lexicon.language import Gender, Language
from quotes.lexicon.telling import language_near
from quotes.mentions import Mention, Spotter
from quotes.printed import Printed
from quotes.tokens import fold

_LINE_END = re.compile("\n")
_ENOUGH = 3
"""Mentions of a bare last name that are read: more of them tell nothing new."""
_LATEST = 30
"""Mentions of a person among which the nearest is looked for."""
_MOST_MENTIONS = 500
"""Mentions of one name that are read; what follows adds nothing to its form."""


class Person:
    """Somebody (or some body) that the article names."""

    def __init__(self, words: tuple[str, ...], spotter: Spotter | None = None) -> None:
        """Take the fullest form that the article prints."""
        self.words = words
        self.mentions: list[Mention] = []
        self.midway = False
        """Does the last word stand in the middle of a sentence somewhere?"""
        self._spotter = spotter

    @property
    def name(self) -> str:
        """The fullest form as one string."""
        return " ".join(self.words)

    @cached_property
    def titles(self) -> frozenset[str]:
        """The offices that stand around the mentions (folded)."""
        if self._spotter is None:
            return frozenset()
        return frozenset(title for mention in self.mentions for title in self._spotter.offices(mention))

    @cached_property
    def gender(self) -> Gender | None:
        """What titles or the first name tell about he and she."""
        if self.titles & offices.FEMALE_TITLES:
            return "f"
        if self.titles & offices.MALE_TITLES - {"chair", "spokesman", "actor"}:
            return "m"
        first = fold(self.words[0]) if len(self.words) > 1 else ""
        return "m" if first in firstnames.MALE_NAMES else "f" if first in firstnames.FEMALE_NAMES else None

    @cached_property
    def body(self) -> bool:
        """An organisation or a place: nobody that a pronoun of a person can mean."""
        articled = len(self.words) == 1 and any(m.articled and not m.titled for m in self.mentions)
        located = bool(self.mentions) and 2 * sum(m.located for m in self.mentions) >= len(self.mentions)
        return articled or located or is_body(self.words)

    @cached_property
    def doubtful(self) -> bool:
        """Only ever seen as one word at the beginning of a sentence, or where any noun has a capital."""
        if len(self.words) > 1:
            return False
        return all(m.bare for m in self.mentions) or (
            not self.midway and all(m.heads and not m.titled for m in self.mentions)
        )

    @cached_property
    def crowd(self) -> bool:
        """No name, but whoever a sentence begins with: `Critics`, `Residents`."""
        return self.doubtful and is_crowd(self.name.lower())


class Names:
    """The names of one text; a last name alone leads to the fullest form."""

    def __init__(self, text: str, quoted: list[tuple[int, int]], language: Language) -> None:
        """Take a text.

        Args:
            text: The article's text.
            quoted: Spans of the stretches between marks, ordered; code points, half open.
            language: The language of the text.
        """
        self.text = text
        self.language = language
        self._quoted = quoted
        self._quote_starts = [start for start, _ in quoted]
        self._usual = language
        self._printed = Printed(text)
        self._spotters = {language.name: Spotter(self._printed, language)}
        self._speaking: dict[str, Names] = {}
        self._lines: dict[int, list[Mention]] = {}
        self._by_word: dict[str, tuple[dict[int, Person], list[Person]]] = {}

    def speaking(self, language: Language) -> "Names":
        """Return the same names for a sentence in another language."""
        if language is self.language:
            return self
        if language.name not in self._speaking:
            self._speaking[language.name] = other = copy(self)
            other.language = language
        return self._speaking[language.name]

    def within_quote(self, at: int) -> bool:
        """Does a place lie between quotation marks?"""
        index = bisect_right(self._quote_starts, at) - 1
        return index >= 0 and at < self._quoted[index][1]

    def person_at(self, start: int, end: int) -> Person | None:
        """Return the person whose mention lies within a span of one line, the last one if there are several."""
        mentions = self._mentions_around(start)
        last = bisect_left(mentions, end, key=lambda mention: mention.start) - 1
        while last >= 0 and mentions[last].start >= start:
            if mentions[last].end <= end:
                return self.person_of(mentions[last])
            last -= 1
        return None

    def before(self, at: int, back: int = 1500) -> Iterator[tuple[Mention, Person]]:
        """Yield the mentions before a place, nearest first, those between quotation marks left out."""
        end = at
        while end > max(0, at - back):
            mentions = self._mentions_around(end - 1)
            for index in range(bisect_left(mentions, min(at, end), key=lambda mention: mention.start) - 1, -1, -1):
                if mentions[index].start <= at - back:
                    break
                if not self.within_quote(mentions[index].start):
                    yield mentions[index], self.person_of(mentions[index])
            line = bisect_left(self._line_ends, end - 1)
            end = self._line_ends[line - 1] + 1 if line else 0

    def person_of(self, mention: Mention) -> Person:
        """Return the person that a mention names."""
        word = _key(mention.words)
        homes, people = self._persons_by(word)
        person = homes.get(mention.start) or _known(mention, people) or Person(mention.words)
        last = _key(person.words)
        if fold(last) == fold(word):
            return person
        return next((p for p in self._persons_by(last)[1] if p.words == person.words), person)

    def by_last_name(self, word: str) -> Person | None:
        """Return somebody with this last name whose fuller name the text prints."""
        return next((p for p in self._persons_by(word)[1] if len(p.words) > 1 and p.words[-1] == word), None)

    def _mention_around(self, at: int) -> Mention | None:
        """Return the mention that a place lies in."""
        mentions = self._mentions_around(at)
        before = bisect_right(mentions, at, key=lambda mention: mention.start) - 1
        return mentions[before] if before >= 0 and at < mentions[before].end else None

    def _mentions_around(self, at: int) -> list[Mention]:
        """Return the mentions of the line around a place, in order."""
        line = bisect_left(self._line_ends, at)
        if line not in self._lines:
            start, end = self._line_ends[line - 1] + 1 if line else 0, self._line_ends[line]
            self._lines[line] = list(self._spotter(self.text[start:end]).mentions(start, end))
        return self._lines[line]

    @cached_property
    def _line_ends(self) -> list[int]:
        """Where each line ends, the last one with the text."""
        return [*(end.start() for end in _LINE_END.finditer(self.text)), len(self.text)]

    def _spotter(self, line: str) -> Spotter:
        """Return what reads the names of a line, in its language."""
        language = language_near(line, self._usual)
        if language.name not in self._spotters:
            self._spotters[language.name] = Spotter(self._printed, language)
        return self._spotters[language.name]

    def _persons_by(self, word: str) -> tuple[dict[int, Person], list[Person]]:
        """Return the persons in whose name a word stands: by the place of each mention, and each once."""
        if word not in self._by_word:
            found: dict[int, Mention] = {}
            midway = False
            for at in islice(self._printed.places(word), _MOST_MENTIONS):
                if self._bare(at, at + len(word)):
                    midway = midway or self.text[at - 2 : at - 1].islower()
                    if len(found) >= _ENOUGH:
                        continue
                mention = self._mention_around(at)
                if mention is not None:
                    found[mention.start] = mention
            self._by_word[word] = self._gather(list(found.values()), midway)
        return self._by_word[word]

    def _bare(self, start: int, end: int) -> bool:
        """Stands a word without another capitalised word beside it?"""
        before = self.text[max(0, start - 24) : start].rpartition("\n")[2].split(" ")
        return not (len(before) > 1 and before[-2][:1].isupper()) and not self.text[end + 1 : end + 2].isupper()

    def _gather(self, found: list[Mention], midway: bool) -> tuple[dict[int, Person], list[Person]]:
        """Join the mentions of one person: a last name, or a first name, leads to the longest form."""
        people: list[Person] = []
        homes: dict[int, Person] = {}
        for mention in sorted(found, key=lambda m: (-len(m.words), self.within_quote(m.start), m.start)):
            person = _known(mention, people)
            if person is None:
                person = Person(mention.words, self._spotters[self._usual.name])
                people.append(person)
            person.mentions.append(mention)
            homes[mention.start] = person
        for person in people:
            person.midway = midway
        return homes, people


def _key(words: tuple[str, ...]) -> str:
    """Return the last name."""
    return words[-2] if len(words) > 1 and fold(words[-1]) in offices.SUFFIXES else words[-1]


def _known(mention: Mention, people: list[Person]) -> Person | None:
    """Return the person that a mention names, the nearest if there are several."""
    words = [fold(word) for word in mention.words]
    if len(words) > 1 and words[-1] in offices.SUFFIXES:
        words = words[:-1]
    fits = [p for p in people if _fits(words, [fold(w) for w in p.words])]
    if len(fits) < 2:
        return fits[0] if fits else None
    return min(fits, key=lambda p: (fold(p.words[-1]) != words[-1], _distance(p, mention)))


def _distance(person: Person, mention: Mention) -> int:
    """Return how far a mention stands from a person's nearest one; what comes after counts double."""
    gaps = (m.start - mention.start for m in person.mentions[-_LATEST:])
    return min(gap * 2 if gap > 0 else -gap for gap in gaps)


def _fits(short: list[str], full: list[str]) -> bool:
    """Is the shorter name a part of the fuller one: same last name, or one word of it?"""
    bare = [word for word in full if word not in offices.SUFFIXES]
    if not bare:
        return False
    if len(short) == 1:
        return (
            short[0] == bare[-1] or (len(bare) > 1 and short[0] == bare[0]) or (len(bare) > 2 and short[0] == bare[1])
        )
    if len(short) > len(full) or short[-1] != bare[-1]:
        return False
    return short[0] == full[0] or (short[0][:1] == full[0][:1] and min(len(short[0]), len(full[0])) <= 3)


_OF = frozenset(("de", "del", "du", "des"))
"""Between the words of an institution (`Banco Central de Esby`); a person has a first name before them."""


def is_body(words: tuple[str, ...]) -> bool:
    """Is this the name of an organisation or a place rather than of a person?"""
    folded = [word.lower().strip(".") for word in words]
    if any(word in offices.BODIES for word in folded[-2:]) or (len(words) > 1 and folded[0] in offices.BODIES_FIRST):
        return True
    if len(words) == 1:
        if folded[0].startswith(("saint-", "sainte-")):
            return True
        return folded[0] in offices.PLACES or folded[0] in offices.PEOPLES or (words[0].isupper() and len(words[0]) > 1)
    if not _OF.isdisjoint(folded[1:-1]) and folded[0] not in firstnames.FIRST_NAMES and len(words[0]) > 2:
        return True
    if words[0].isupper() and len(words[0]) > 2 and words[0].isalpha() and not words[-1].isupper():
        return True
    return folded[-1] in offices.PLACES or all(word in offices.PEOPLES for word in folded)
