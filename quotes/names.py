"""The people and bodies that an article names: where, and under which fullest form."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from quotes import cues
from quotes.tokens import fold, without_possessive

_TOKEN = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|St|Jr|Sr|Prof|Rev|Hon|Capt|Maj|Adm|Fr|Mme|M|Supt|Det)\."
    r"|(?:[^\W\d_]\.-?)+(?:[^\W\d_](?![^\W_]))?"
    r"|[^\W\d_](?:[^\W_]|[\u0300-\u036f]|['’\-‐‑](?=[^\W_]))*"
    r"|\d(?:[\d.,:]*\d)?(?:[^\W\d_]+)?"
    r"|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark of punctuation of the text."""

    text: str
    start: int
    end: int
    folded: str

    @property
    def capital(self) -> bool:
        """Does it begin with a capital letter (or with a particle such as al-)?"""
        return self.text[0].isupper() or (self.text[:3] in ("al-", "bin") and self.text[3:4].isupper())


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands in the text, its title left out."""

    words: tuple[str, ...]
    start: int
    end: int
    title: tuple[str, ...] = ()
    """Folded words of office before the name."""
    heads: bool = True
    """Stands first in its sentence (probably the subject)."""


def tokens_between(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of a stretch of the text; possessive endings are kept on the word."""
    return [Token(m.group(), m.start(), m.end(), m.group().lower()) for m in _TOKEN.finditer(text, start, end)]


def runs_of_capitals(tokens: list[Token]) -> list[tuple[int, int]]:
    """Return the index ranges of tokens that together look like one name with its titles."""
    runs = []
    i = 0
    while i < len(tokens):
        if not tokens[i].capital:
            i += 1
            continue
        j = i + 1
        while j < len(tokens) and not _possessive(tokens[j - 1]):
            if tokens[j].capital and _touch(tokens[j - 1], tokens[j]):
                j += 1
                continue
            k = j
            while k < len(tokens) and tokens[k].folded in cues.PARTICLES and k - j < 3:
                k += 1
            if k == j or k >= len(tokens) or not tokens[k].capital:
                break
            j = k + 1
        runs.append((i, j))
        i = j
    return runs


def _possessive(token: Token) -> bool:
    return without_possessive(token.text) != token.text


def _touch(left: Token, right: Token) -> bool:
    """Stand two tokens side by side, with one blank between them?"""
    return right.start - left.end <= 1


def split_title(words: list[str]) -> tuple[int, list[str]]:
    """Return how many leading words belong to an office, and those words folded."""
    cut = 0
    for index, word in enumerate(words[:-1]):
        bare = word.lower().rstrip(".")
        if bare in cues.TITLES or without_possessive(word) != word or _german_office(bare):
            cut = index + 1
        elif bare in cues.PEOPLES and cut == index:
            cut = index + 1
    return cut, [word.lower().rstrip(".") for word in words[:cut]]


_ROLE = re.compile(rf"(?:{cues.ROLE})(?:in|r|n|s)?$")


def _german_office(word: str) -> bool:
    return _ROLE.search(word) is not None and len(word) > 4


def is_office(word: str) -> bool:
    """Is this (folded) word an office such as president or Ministerin?"""
    return word in cues.TITLES or _german_office(word)


@dataclass(slots=True)
class Person:
    """Somebody (or some body) that the article names."""

    words: tuple[str, ...]
    """The fullest form that the article prints."""
    mentions: list[Mention] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    gender: str | None = None
    body: bool = False
    """An organisation, a place: nobody that a pronoun of a person can mean."""

    @property
    def name(self) -> str:
        """The fullest form as one string."""
        return " ".join(self.words)


class Names:
    """All names of one text, found once; a last name alone leads to the fullest form."""

    def __init__(self, text: str, sentences: list[tuple[int, int]], quoted: list[tuple[int, int]]) -> None:
        """Read the names of a text.

        Args:
            text: The article's text.
            sentences: Spans of its sentences, headings apart.
            quoted: Spans of the stretches between marks, ordered; names in them count little.
        """
        self.text = text
        self._quoted = quoted
        self._quote_starts = [start for start, _ in quoted]
        self.lower = frozenset(re.findall(r"(?<![^\W_])[^\W\d_A-Z]\w+", text))
        self._midway: set[str] = set()
        found = [mention for start, end in sentences for mention in self._mentions(start, end)]
        self.people = self._gather(found)
        self.mentions = sorted(((m, p) for p in self.people for m in p.mentions), key=lambda pair: pair[0].start)
        self._starts = [mention.start for mention, _ in self.mentions]

    def within_quote(self, at: int) -> bool:
        """Does a place lie between quotation marks?"""
        index = bisect_right(self._quote_starts, at) - 1
        return index >= 0 and at < self._quoted[index][1]

    def _mentions(self, start: int, end: int) -> list[Mention]:
        tokens = tokens_between(self.text, start, end)
        found = []
        for i, j in runs_of_capitals(tokens):
            heads = i == 0 or (i <= 2 and not any(t.text.isalpha() for t in tokens[:i]))
            mention = self.mention(tokens[i:j], heads)
            if mention is not None:
                found.append(mention)
                if not heads:
                    self._midway.update(mention.words)
        return found

    def mention(self, tokens: list[Token], heads: bool) -> Mention | None:
        """Read a run of capitalised tokens as a name with its title, or None where it is no name."""
        while tokens and (tokens[0].folded in cues.FUNCTION_WORDS or (heads and self._common(tokens))):
            tokens = tokens[1:]
            heads = heads and bool(tokens)
        if not tokens:
            return None
        words = [token.text for token in tokens]
        cut, title = split_title(words)
        rest = tokens[cut:]
        rest = rest[:-1] if len(rest) > 1 and rest[-1].folded in cues.NO_NAMES else rest
        last = without_possessive(rest[-1].text)
        if len(rest) == 1 and (
            is_office(last.lower().rstrip(".")) or last.lower() in cues.NO_NAMES | cues.FUNCTION_WORDS
        ):
            return None
        if not any(len(word.text) > 1 for word in rest):
            return None
        names = tuple([token.text for token in rest[:-1]] + [last])
        return Mention(names, rest[0].start, rest[-1].start + len(last), tuple(title), heads)

    def _common(self, tokens: list[Token]) -> bool:
        """Is the first word of a sentence a common word? It is if it stands in small letters elsewhere."""
        first = tokens[0].text
        return first.lower() in self.lower and first not in self._midway and not is_office(first.lower().rstrip("."))

    def _gather(self, found: list[Mention]) -> list[Person]:
        """Join the mentions of one person: a last name, or a first name, leads to the longest form before or after."""
        people: list[Person] = []
        by_last: dict[str, list[Person]] = {}
        for mention in sorted(found, key=lambda m: (-len(m.words), m.start)):
            person = self._known(mention, by_last)
            if person is None:
                person = Person(mention.words)
                people.append(person)
                for word in {fold(w) for w in mention.words if len(w) > 2}:
                    by_last.setdefault(word, []).append(person)
            person.mentions.append(mention)
            person.titles.update(mention.title)
        for person in people:
            person.gender = self._gender(person)
            person.body = is_body(person.words)
        return people

    def _known(self, mention: Mention, by_last: dict[str, list[Person]]) -> Person | None:
        """Return the person that a mention names, nearest before it if there are several."""
        words = [fold(word) for word in mention.words]
        fits = [p for p in by_last.get(words[-1], ()) if _fits(words, [fold(w) for w in p.words])]
        if not fits:
            return None
        fits.sort(
            key=lambda p: (
                _ends_with(p, words[-1]),
                -min((abs(m.start - mention.start) for m in p.mentions), default=0),
            )
        )
        return fits[-1]

    def _gender(self, person: Person) -> str | None:
        titles = {t for t in person.titles}
        if titles & cues.MALE_TITLES:
            return "m"
        if titles & cues.FEMALE_TITLES:
            return "f"
        first = fold(person.words[0]) if len(person.words) > 1 else ""
        return "m" if first in cues.MALE_NAMES else "f" if first in cues.FEMALE_NAMES else None

    def person_at(self, start: int, end: int) -> Person | None:
        """Return the person whose mention lies within a span, the last one if there are several."""
        best = None
        index = bisect_right(self._starts, start - 1)
        while index < len(self.mentions) and self._starts[index] < end:
            if self.mentions[index][0].end <= end:
                best = self.mentions[index][1]
            index += 1
        return best

    def before(self, at: int, back: int = 1200) -> list[tuple[Mention, Person]]:
        """Return the mentions before a place, nearest first, those between quotation marks left out."""
        index = bisect_right(self._starts, at - 1)
        near = []
        while index and self._starts[index - 1] > at - back:
            index -= 1
            if not self.within_quote(self._starts[index]):
                near.append(self.mentions[index])
        return near


def _ends_with(person: Person, word: str) -> bool:
    return fold(person.words[-1]) == word


def _fits(short: list[str], full: list[str]) -> bool:
    """Is the shorter name a part of the fuller one: same last name, or one word of it?"""
    if len(short) == 1:
        return (
            short[0] == full[-1]
            or (short[0] in full[:1] and len(full) > 1)
            or (full[-1] in _SUFFIXES and short[0] in full)
        )
    if len(short) > len(full) or short[-1] != full[-1]:
        return False
    return short[0] == full[0] or short[0][0] == full[0][0] and min(len(short[0]), len(full[0])) <= 2


_SUFFIXES = ("jr", "sr", "ii", "iii", "iv")


def is_body(words: tuple[str, ...]) -> bool:
    """Is this the name of an organisation or a place rather than of a person?"""
    folded = [word.lower().strip(".") for word in words]
    if any(word in cues.ORGANISATION for word in folded[-2:]):
        return True
    if len(words) == 1:
        return folded[0] in cues.PLACES or folded[0] in cues.PEOPLES or (words[0].isupper() and len(words[0]) > 1)
    return folded[-1] in cues.PLACES
