"""The people and bodies that an article names: where, and under which fullest form."""

from bisect import bisect_right
from dataclasses import dataclass, field

from quotes.lexicon import offices
from quotes.lexicon.language import Gender, Language
from quotes.mentions import Mention, Spotter
from quotes.tokens import fold


@dataclass(slots=True, eq=False)
class Person:
    """Somebody (or some body) that the article names."""

    words: tuple[str, ...]
    """The fullest form that the article prints."""
    mentions: list[Mention] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    gender: Gender | None = None
    body: bool = False
    """An organisation or a place: nobody that a pronoun of a person can mean."""
    doubtful: bool = False
    """Only ever seen as one word at the beginning of a sentence."""

    @property
    def name(self) -> str:
        """The fullest form as one string."""
        return " ".join(self.words)


class Names:
    """All names of one text, found once; a last name alone leads to the fullest form."""

    def __init__(self, text: str, quoted: list[tuple[int, int]], language: Language) -> None:
        """Read the names of a text.

        Args:
            text: The article's text.
            quoted: Spans of the stretches between marks, ordered; code points, half open.
            language: The language of the text.
        """
        self.text = text
        self.language = language
        self._quoted = quoted
        self._quote_starts = [start for start, _ in quoted]
        self.people = self._gather(list(Spotter(text, language).mentions()))
        self.mentions = sorted(((m, p) for p in self.people for m in p.mentions), key=lambda pair: pair[0].start)
        self._starts = [mention.start for mention, _ in self.mentions]

    def within_quote(self, at: int) -> bool:
        """Does a place lie between quotation marks?"""
        index = bisect_right(self._quote_starts, at) - 1
        return index >= 0 and at < self._quoted[index][1]

    def _gather(self, found: list[Mention]) -> list[Person]:
        """Join the mentions of one person: a last name, or a first name, leads to the longest form."""
        people: list[Person] = []
        by_word: dict[str, list[Person]] = {}
        for mention in sorted(found, key=lambda m: (-len(m.words), self.within_quote(m.start), m.start)):
            person = _known(mention, by_word)
            if person is None:
                person = Person(mention.words)
                people.append(person)
                for word in {fold(w) for w in mention.words if len(w) > 1}:
                    by_word.setdefault(word, []).append(person)
            person.mentions.append(mention)
            person.titles.update(mention.titles)
        for person in people:
            person.gender = _gender(person)
            person.body = is_body(person.words)
            person.doubtful = len(person.words) == 1 and all(m.heads for m in person.mentions) and not person.titles
        return people

    def person_at(self, start: int, end: int) -> Person | None:
        """Return the person whose mention lies within a span, the last one if there are several."""
        best = None
        index = bisect_right(self._starts, start - 1)
        while index < len(self.mentions) and self._starts[index] < end:
            if self.mentions[index][0].end <= end:
                best = self.mentions[index][1]
            index += 1
        return best

    def before(self, at: int, back: int = 1500) -> list[tuple[Mention, Person]]:
        """Return the mentions before a place, nearest first, those between quotation marks left out."""
        index = bisect_right(self._starts, at - 1)
        near = []
        while index and self._starts[index - 1] > at - back:
            index -= 1
            if not self.within_quote(self._starts[index]):
                near.append(self.mentions[index])
        return near


def _known(mention: Mention, by_word: dict[str, list[Person]]) -> Person | None:
    """Return the person that a mention names, the nearest if there are several."""
    words = [fold(word) for word in mention.words]
    fits = [p for p in by_word.get(words[-1], ()) if _fits(words, [fold(w) for w in p.words])]
    if not fits and words[-1] in offices.SUFFIXES and len(words) > 1:
        fits = [p for p in by_word.get(words[-2], ()) if _fits(words[:-1], [fold(w) for w in p.words])]
    return min(fits, key=lambda p: (fold(p.words[-1]) != words[-1], _distance(p, mention)), default=None)


def _distance(person: Person, mention: Mention) -> int:
    """Return how far a mention stands from a person's nearest one; what comes after counts double."""
    gaps = (m.start - mention.start for m in person.mentions)
    return min(gap * 2 if gap > 0 else -gap for gap in gaps)


def _fits(short: list[str], full: list[str]) -> bool:
    """Is the shorter name a part of the fuller one: same last name, or one word of it?"""
    bare = [word for word in full if word not in offices.SUFFIXES]
    if len(short) == 1:
        return (
            short[0] == bare[-1] or (len(bare) > 1 and short[0] == bare[0]) or (len(bare) > 2 and short[0] == bare[1])
        )
    if len(short) > len(full) or short[-1] != bare[-1]:
        return False
    return short[0] == full[0] or (short[0][0] == full[0][0] and min(len(short[0]), len(full[0])) <= 3)


def _gender(person: Person) -> Gender | None:
    if person.titles & offices.FEMALE_TITLES:
        return "f"
    if person.titles & offices.MALE_TITLES - {"chair", "spokesman", "actor"}:
        return "m"
    first = fold(person.words[0]) if len(person.words) > 1 else ""
    return "m" if first in offices.MALE_NAMES else "f" if first in offices.FEMALE_NAMES else None


def is_body(words: tuple[str, ...]) -> bool:
    """Is this the name of an organisation or a place rather than of a person?"""
    folded = [word.lower().strip(".") for word in words]
    if any(word in offices.BODIES for word in folded[-2:]):
        return True
    if len(words) == 1:
        return folded[0] in offices.PLACES or folded[0] in offices.PEOPLES or (words[0].isupper() and len(words[0]) > 1)
    return folded[-1] in offices.PLACES or all(word in offices.PEOPLES for word in folded)
