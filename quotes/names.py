"""The people and bodies that an article names: where, and under which fullest form."""

from bisect import bisect_right
from dataclasses import dataclass, field

from quotes.carriers import Token, is_possessive, runs_of_capitals, tokens_between
from quotes.lexicon import offices
from quotes.lexicon.language import Gender, Language
from quotes.tokens import fold, without_possessive

_APPOSITION = 8
"""Tokens around a name in which its office may stand."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands in the text, its title left out."""

    words: tuple[str, ...]
    start: int
    """Code points, half open, into the article's text."""
    end: int
    titles: frozenset[str]
    """Words of office before the name, or behind it in an apposition."""
    heads: bool
    """Stands first in its sentence: its capital may be that of the sentence."""
    owns: bool
    """Stands in the possessive."""


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

    def __init__(
        self, text: str, sentences: list[tuple[int, int]], quoted: list[tuple[int, int]], language: Language
    ) -> None:
        """Read the names of a text.

        Args:
            text: The article's text.
            sentences: Spans of its sentences, headings left out.
            quoted: Spans of the stretches between marks, ordered.
            language: The language of the text.
        """
        self.text = text
        self.language = language
        self._quoted = quoted
        self._quote_starts = [start for start, _ in quoted]
        sentences_tokens = [tokens_between(text, start, end) for start, end in sentences]
        self._small = {token.folded for tokens in sentences_tokens for token in tokens if token.text.islower()}
        self._common_nouns = _behind_determiners(sentences_tokens, language) if language.capital_nouns else set()
        found = [mention for tokens in sentences_tokens for mention in self._mentions(tokens)]
        self.people = self._gather(found)
        self.mentions = sorted(((m, p) for p in self.people for m in p.mentions), key=lambda pair: pair[0].start)
        self._starts = [mention.start for mention, _ in self.mentions]

    def within_quote(self, at: int) -> bool:
        """Does a place lie between quotation marks?"""
        index = bisect_right(self._quote_starts, at) - 1
        return index >= 0 and at < self._quoted[index][1]

    def _mentions(self, tokens: list[Token]) -> list[Mention]:
        found = []
        for i, j in runs_of_capitals(tokens):
            heads = not any(token.text[0].isalnum() for token in tokens[:i])
            mention = self._mention(tokens, i, j, heads)
            if mention is not None:
                found.append(mention)
        return found

    def _mention(self, tokens: list[Token], first: int, last: int, heads: bool) -> Mention | None:
        """Read a run of capitalised tokens as a name with its titles, or None where it is no name."""
        while first < last and (
            tokens[first].folded in self.language.function_words
            or tokens[first].folded in offices.NO_NAMES
            or (heads and self._common(tokens[first]) and last - first > 1)
        ):
            first += 1
            heads = False
        while first < last - 1 and tokens[last - 1].folded in offices.NO_NAMES:
            last -= 1
        cut = _title_words(tokens[first:last])
        rest = tokens[first + cut : last]
        if not rest or not any(len(token.text) > 1 for token in rest):
            return None
        titled = cut > 0 and not is_possessive(tokens[first + cut - 1])
        if len(rest) == 1 and not titled and not self._single(rest[0], heads, tokens[first - 1 : first]):
            return None
        bare = without_possessive(rest[-1].text)
        words = (*(token.text for token in rest[:-1]), bare)
        titles = frozenset(_offices(tokens, first, first + cut, last))
        return Mention(
            words, rest[0].start, rest[-1].start + len(bare), titles, heads and cut == 0, bare != rest[-1].text
        )

    def _common(self, token: Token) -> bool:
        """Is the first word of a sentence a common word? It is if it stands in small letters elsewhere."""
        return token.folded in self._small and not offices.is_office(token.folded.rstrip("."))

    def _single(self, token: Token, heads: bool, before: list[Token]) -> bool:
        """May one capitalised word alone be a name?"""
        word = without_possessive(token.folded).rstrip(".")
        if offices.is_office(word) or word in offices.NO_NAMES or word in self.language.function_words:
            return False
        if self.language.capital_nouns:
            return word not in self._common_nouns and not (before and before[0].folded in self.language.determiners)
        return not (heads and self._common(token))

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


def _behind_determiners(sentences: list[list[Token]], language: Language) -> set[str]:
    """Return the capitalised words that stand behind a determiner: common nouns, where these have capitals."""
    return {
        token.folded
        for tokens in sentences
        for before, token in zip(tokens, tokens[1:], strict=False)
        if token.capital and before.folded in language.determiners
    }


def _title_words(run: list[Token]) -> int:
    """Count the leading tokens of a run of capitals that belong to an office, an owner or a people."""
    cut = 0
    for index, token in enumerate(run[:-1]):
        bare = token.folded.rstrip(".")
        if bare in offices.TITLES or offices.is_german_office(bare) or is_possessive(token):
            cut = index + 1
        elif bare in offices.PEOPLES and cut == index:
            cut = index + 1
    return cut


def _offices(tokens: list[Token], first: int, name: int, last: int) -> list[str]:
    """Return the words of office around a name: before it, and in an apposition behind it."""
    around = tokens[max(0, first - 3) : name]
    if last + 1 < len(tokens) and tokens[last].text == ",":
        behind = tokens[last + 1 : last + _APPOSITION]
        stop = next((k for k, token in enumerate(behind) if token.text == ","), len(behind))
        around = around + behind[:stop] if stop < len(behind) or len(behind) < _APPOSITION - 1 else around
    found = (without_possessive(token.folded).rstrip(".") for token in around)
    return [offices.SAME_OFFICE.get(word, word) for word in found if offices.is_office(word)]


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
