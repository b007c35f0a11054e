"""Where a text prints names: runs of capitalised words, read as a name with its titles."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from quotes.carriers import is_heading
from quotes.lexicon import offices
from quotes.lexicon.firstnames import FIRST_NAMES
from quotes.lexicon.german_nouns import is_german_noun
from quotes.lexicon.language import Language
from quotes.marks import DOUBLE_MARKS, SINGLE_MARKS
from quotes.printed import Printed
from quotes.tokens import without_possessive

_UPPER = "".join(re.escape(chr(code)) for code in range(0x41, 0x530) if chr(code).isupper())
_CAPITALISED = (
    r"(?:(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Govs?|Gen|Lt|Col|Sgt|St|Jr|Sr|Prof|Rev|Hon|Capt|Maj|Adm|Fr|Mme|M|Supt|Det|Del|Atty|Cmdr|Cpl)\."
    rf"|(?:[{_UPPER}]\.[-‐]?)+(?:[{_UPPER}](?![^\W_]))?"
    rf"|(?:al-|d['’]|l['’]|O['’])?[{_UPPER}](?:[^\W_]|[\u0300-\u036f]|['’\-‐‑](?=[^\W_]))*['’]?(?<!['’](?![^\W_]))(?:(?<=s)['’](?![^\W_]))?)"
)
_PARTICLE = (
    r"(?:(?:de|del|della|di|da|dos|du|la|le|van|von|der|den|ten|ter|bin|ibn|al|el|ben|zu|zur|abu)[ \u00a0]){0,3}"
)
_RUN = re.compile(rf"{_CAPITALISED}(?:[ \u00a0]{_PARTICLE}{_CAPITALISED})*")
_FIRST_CAPITAL = re.compile(rf"[{_UPPER}](?<!(?s:[^\W_].))")
_BOUND = re.compile(r"(?<![^\W_])(?:al-|[dl]['’])\Z")
"""What may stand before the capital of a name."""
_WORD = re.compile(rf"{_CAPITALISED}|[^\W\d_]+")
_WORDS_AROUND = re.compile(r"[^\W\d_](?:[^\W_]|[’'-](?=[^\W_]))*\.?")
_JOINS_AUTHORS = r"(?:[ \u00a0]|,[ \u00a0]|[ \u00a0](?:and|und|et|y)[ \u00a0])"
_BYLINE = re.compile(
    r"(?:By|BY|Von|VON|Par|PAR|Por|POR)[ \u00a0]"
    rf"{_CAPITALISED}(?:{_JOINS_AUTHORS}{_PARTICLE}{_CAPITALISED}){{1,7}}[ \u00a0]*\Z"
)
"""A line that names nobody but the authors of the article."""
_ENDS = '.!?”"'
_LONGEST_NAME = 6
_LONGEST_ACRONYM = 4
_TAKEN_UP = re.compile(r",[ \u00a0](?:who|whose|whom|qui|dont)\b")
"""What makes a capitalised word before it somebody, be it the first of its sentence."""
_DATELINE = re.compile(
    r"(?:,[ \u00a0][^\W\d_][\w.]{1,12})?[ \u00a0](?:\([A-Z][\w ]{1,12}\)[ \u00a0])?[—–-]{1,2}[ \u00a0]"
)
"""What follows the place in capitals that a report begins with: `DES MOINES, Iowa (AP) — `."""
_MOSTLY = 3
"""One in so many mentions of a word stands behind a determiner: it is a common noun."""
_TOP = 200
"""Characters within which the first line of a text begins."""
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ \u00a0]\Z")
_BLANKS_AND_MARKS = " \t\u00a0\u202f([-—–" + DOUBLE_MARKS + SINGLE_MARKS


@dataclass(slots=True)
class Mention:
    """A name where it stands in the text, its title left out."""

    words: tuple[str, ...]
    start: int
    """Code points, half open, into the article's text."""
    end: int
    titled: tuple[str, ...]
    """Words of office right before the name, as printed."""
    run: tuple[int, int]
    """The whole run of capitals that the name stands in, its titles with it."""
    heads: bool
    """Stands first in its sentence: its capital may be that of the sentence."""
    owns: bool
    """Stands in the possessive."""
    articled: bool
    """Stands behind a definite article: `the Teamsters`."""
    located: bool
    """Stands behind a preposition of place."""
    bare: bool
    """One word without a title, where common nouns have capitals too."""


class Spotter:
    """Reads the names of one text."""

    def __init__(self, printed: Printed, language: Language) -> None:
        """Take a text and its language."""
        self.text = printed.text
        self._printed = printed
        self.language = language

    @cached_property
    def _common_nouns(self) -> frozenset[str]:
        """Capitalised words that mostly stand behind a determiner: common nouns, where these have capitals."""
        determined: Counter[str] = Counter()
        every: Counter[str] = Counter()
        for before, word in self._pairs():
            every[word] += 1
            determined[word] += before.lower() in self.language.determiners
        return frozenset(word.lower() for word, count in determined.items() if count * _MOSTLY >= every[word])

    @cached_property
    def _last_names(self) -> frozenset[str]:
        """Words right behind a known first name (`Tim Stein`), be they nouns otherwise."""
        return frozenset(word for before, word in self._pairs() if is_first_name(before))

    def _pairs(self) -> Iterator[tuple[str, str]]:
        """Yield each capitalised word with the word right before it, or with nothing."""
        for before, after in itertools.pairwise(_WORD.finditer(self.text)):
            word = after.group()
            if word[0].isupper():
                yield (before.group() if after.start() - before.end() == 1 else ""), word

    def mentions(self, start: int, end: int) -> Iterator[Mention]:
        """Yield the names within a line, in order; there are none in a headline, nor in the line of the author."""
        if self._is_headline(start, end) or _BYLINE.match(self.text, start, end):
            return
        for run in _runs(self.text, start, end):
            if run.start() == start and run[0].isupper() and _DATELINE.match(self.text, run.end(), end):
                continue
            heads = self._heads(run.start())
            words = [(word[0], word.start()) for word in _WORD.finditer(self.text, *run.span())]
            parts = self._german_parts(words) if self.language.capital_nouns else _parts(words)
            for part in parts:
                mention = self._mention(part, heads)
                heads = False
                if mention is not None:
                    yield mention

    def _without_noun_behind(self, run: list[tuple[str, int]]) -> list[tuple[str, int]]:
        """Cut off common nouns that follow a name in the order of a German sentence (`sieht Kessler Vorteile`)."""
        while len(run) > 1 and is_german_noun(run[-1][0].lower()) and run[-1][0] not in self._last_names:
            office = offices.is_office(run[0][0].lower()) and not self._determined(run[0][1])
            if len(run) == 2 and (office or is_first_name(run[0][0])):
                return run
            if len(run) > 2 and is_office_noun(run[-3][0]) and not is_german_noun(run[-2][0].lower()):
                return run
            run = run[:-1]
        return run

    def _german_parts(self, words: list[tuple[str, int]]) -> Iterator[list[tuple[str, int]]]:
        """Cut a run at an article or broadcaster (`Kessler | NDR`) and behind a genitive (`Kesslers | Sprecher`)."""
        part: list[tuple[str, int]] = []
        for index, (word, at) in enumerate(words):
            before = words[index - 1][0] if index else ""
            if not _holds_together(before, word):
                if part:
                    yield part
                part = []
                continue
            if len(part) > 1 and is_acronym(word):
                yield part
                part = []
            part.append((word, at))
            if index + 1 < len(words) and self._is_genitive(word):
                yield part
                part = []
        if part:
            yield part

    def _is_genitive(self, word: str) -> bool:
        """Ends a word in the s of a genitive: does the text print it without, too?"""
        return len(word) > 4 and word.endswith("s") and word.lower() not in FIRST_NAMES and self._printed.has(word[:-1])

    def _is_headline(self, start: int, end: int) -> bool:
        """Is a line set like a headline? The first line of the text may even end with a point."""
        line = self.text[start:end]
        first = not self.text[:start].strip() if start < _TOP else False
        sentence = line.rstrip()[-1:] in _ENDS
        return (first or not sentence) and is_heading(line, least=1.0 if sentence else 0.8)

    def _heads(self, at: int) -> bool:
        """Stands a place first in its sentence?"""
        before = self.text[max(0, at - 8) : at].rstrip(_BLANKS_AND_MARKS)
        return not before or before[-1] in ".!?…\n:"

    def _mention(self, run: list[tuple[str, int]], heads: bool) -> Mention | None:
        """Read a run of capitalised words as a name with its titles, or None where it is no name."""
        while run and self._no_beginning(run, heads):
            run = run[1:]
            heads = False
        if not run or (len(run) == 1 and not self._single(run[0], heads)):
            return None
        while len(run) > 1 and run[-1][0].lower() in offices.NO_NAMES:
            run = run[:-1]
        if self.language.capital_nouns:
            run = self._without_noun_behind(run)
        cut = title_words([word for word, _ in run])
        if self.language.head_first:
            cut = max(cut, self._before_first_name(run))
        if self.language.capital_nouns and len(run) > max(1, cut + 1):
            cut = max(cut, self._nouns_before(run))
        rest = self._without_origin(run[cut:])
        if not any(len(word) > 1 for word, _ in rest) or len(rest) > _LONGEST_NAME:
            return None
        if self._is_bare_office(run) or _is_no_person(rest):
            return None
        titled = cut > 0 and not is_possessive(run[cut - 1][0])
        if self.language.capital_nouns and titled:
            titled = any(offices.is_office(word.lower().rstrip(".")) for word, _ in run[:cut])
        if len(rest) == 1 < len(run) and not titled and not self._single(rest[0], heads):
            return None
        last, at = rest[-1]
        bare = without_possessive(last).rstrip("'’")
        if self.language.capital_nouns and self._is_genitive(last):
            bare = last[:-1]
        words = (*(word for word, _ in rest[:-1]), bare)
        printed = tuple(word for word, _ in run[:cut])
        whole = (run[0][1], at + len(last))
        before = self._word_before(run[0][1])
        taken_up = _TAKEN_UP.match(self.text, whole[1]) is not None
        alone = self.language.capital_nouns and len(words) == 1 and not titled
        return Mention(
            words, rest[0][1], at + len(bare), printed, whole, heads and cut == 0 and not taken_up, bare != last,
            before in self.language.definite, before in self.language.places, alone,
        )  # fmt: skip

    def _is_bare_office(self, run: list[tuple[str, int]]) -> bool:
        """Is a run behind an article an office that the text writes with capitals (`the Opposition Leader`)?"""
        if self.language.capital_nouns or len(run) < 2 or not offices.is_office(run[-1][0].lower()):
            return False
        return self._word_before(run[0][1]) in self.language.definite and not any(
            is_first_name(word) for word, _ in run
        )

    def _before_first_name(self, run: list[tuple[str, int]]) -> int:
        """Count the words before a known first name: what an office is of (`del Tribunal Supremo | Ana Gil`)."""
        known = next((k for k, (word, _) in enumerate(run[:-1]) if is_first_name(word)), 0)
        if not known or run[known - 1][0].lower() in offices.PARTICLES:
            return 0
        of = self._word_before(run[0][1]) in ("de", "del", "du", "des", "la")
        return known if known > 1 or of or run[0][0].isupper() else 0

    def _without_origin(self, name: list[tuple[str, int]]) -> list[tuple[str, int]]:
        """Cut off where somebody comes from (`Jonas Weber von der Opposition`); a first name keeps its particles."""
        if self.language.capital_nouns:
            for place in range(2, len(name) - 1):
                if name[place][0] == "von" and name[place + 1][0] in ("der", "dem", "den"):
                    return name[:place]
        return name

    def _nouns_before(self, run: list[tuple[str, int]]) -> int:
        """Count the common nouns before a German name: one behind a determiner, all before a known first name."""
        known = next((k for k, (word, _) in enumerate(run[:-1]) if is_first_name(word)), None)
        if known is not None:
            return known
        more = int(run[-1][0] in self._last_names)
        nouns = next((k for k, (word, _) in enumerate(run) if not _noun_of_person(word, len(run) - k + more)), len(run))
        nouns = min(nouns, len(run) - 1)
        return max(nouns, int(self._determined(run[0][1])))

    def _determined(self, at: int) -> bool:
        """Stands a determiner before a place?"""
        return self._word_before(at) in self.language.determiners

    def _word_before(self, at: int) -> str:
        """Return the word right before a place, in small letters."""
        if not self.text[at - 2 : at - 1].isalnum():
            return ""
        before = self.text[max(0, at - 24) : at]
        word = before[:-1].rpartition(" ")[2]
        if before.endswith(" ") and word.isalpha():
            return word.lower()
        found = _WORD_BEFORE.search(before)
        return found.group(1).lower() if found is not None else ""

    def _no_beginning(self, run: list[tuple[str, int]], heads: bool) -> bool:
        """Is the first word of a run no part of a name: a function word, a weekday, a common word?"""
        word = run[0][0].lower()
        if word in self.language.function_words or word in offices.NO_NAMES or _is_elided(run[0][0]):
            return True
        if heads and word in self.language.sentence_openers:
            return len(run) == 1 or word not in FIRST_NAMES
        if not heads or len(run) == 1:
            return False
        if word in offices.PARTICLES:
            return False
        return word in self.language.openers or word in self.language.verbs or self._common(word)

    def _common(self, word: str) -> bool:
        """Is the first word of a sentence a common word? It is if it stands in small letters elsewhere."""
        return not offices.is_office(word.rstrip(".")) and self._printed.has(word)

    def _single(self, word_at: tuple[str, int], heads: bool) -> bool:
        """May one capitalised word alone be a name?"""
        word = without_possessive(word_at[0].lower()).rstrip(".")
        if word in offices.NO_NAMES or word in self.language.function_words:
            return False
        if self.language.capital_nouns and word_at[0] in self._last_names:
            return True
        if offices.is_office(word):
            return False
        if self.language.capital_nouns:
            return not is_german_noun(word) and word not in self._common_nouns and not self._determined(word_at[1])
        return not (heads and self._common(word))

    def offices(self, mention: Mention) -> list[str]:
        """Return the words of office around a name: before it, and in an apposition behind it."""
        start, end = mention.run
        around = _WORDS_AROUND.findall(self.text[max(0, start - 30) : start].rpartition("\n")[2])[-3:]
        around += mention.titled
        if self.text[end : end + 1] == ",":
            behind, comma, _ = self.text[end + 1 : end + 70].partition(",")
            if comma and "\n" not in behind:
                around += _WORDS_AROUND.findall(behind)[:8]
        found = (without_possessive(word.lower()).rstrip(".") for word in around)
        return [offices.SAME_OFFICE.get(word, word) for word in found if offices.is_office(word)]


def _runs(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the runs of capitalised words in a line; capitals are looked for first, which is the fastest."""
    while (capital := _FIRST_CAPITAL.search(text, start, end)) is not None:
        first = capital.start()
        if text.endswith(("-", "'", "’"), start, first) and (
            bound := _BOUND.search(text, max(start, first - 3), first)
        ):
            first = bound.start()
        run = _RUN.match(text, first, end)
        if run is None:
            return
        yield run
        start = run.end()


def _parts(words: list[tuple[str, int]]) -> Iterator[list[tuple[str, int]]]:
    """Cut a run of capitals behind each possessive: `NATO's | Mark Rutte`."""
    part: list[tuple[str, int]] = []
    for word, at in words:
        part.append((word, at))
        if is_possessive(word):
            yield part
            part = []
    if part:
        yield part


_GERMAN_ARTICLES = frozenset(
    ("der", "den", "dem", "zu", "zur", "du", "Sie", "Ihnen", "Ihr", "Ihre", "Du", "Ich", "Wir")
)
_AGENTS = re.compile(r"(?:er|erin|in|ist|ent|ant|eur|or|oge|al|star|man|frau|mann|chef)$")
"""Endings of German nouns for persons (`Kriminologin`, `Dissident`); a first name may have them, too."""


def _holds_together(before: str, word: str) -> bool:
    """Goes a German name on with a word? `von` belongs to it behind a first name, an article behind `von`."""
    if word == "von":
        return is_first_name(before)
    return word not in _GERMAN_ARTICLES or before in ("von", "van")


def _is_no_person(rest: list[tuple[str, int]]) -> bool:
    """Are words capitals throughout, or but the body that an office is of (`le PDG | de la SNCF`)?"""
    if len(rest) > 2 and all(word.isupper() and len(word) > 2 for word, _ in rest):
        return True
    return rest[0][0].islower() and rest[-1][0].isupper() and len(rest[-1][0]) > 2


def is_acronym(word: str) -> bool:
    """Is a word a few capitals, such as those of a broadcaster or a party?"""
    return word.isupper() and word.isalpha() and 1 < len(word) <= _LONGEST_ACRONYM


def is_first_name(word: str) -> bool:
    """Is a word a known first name, or two of them joined?"""
    lower = word.lower()
    return lower in FIRST_NAMES or lower.partition("-")[0] in FIRST_NAMES


def is_office_noun(word: str) -> bool:
    """Is a word an office, or a German noun that ends like one?"""
    lower = word.lower()
    return offices.is_office(lower.rstrip(".")) or (_AGENTS.search(lower) is not None and not is_german_noun(lower))


def _noun_of_person(word: str, length: int) -> bool:
    """Is a German word, which is no known first name, a noun that begins a run of so many words?"""
    lower = word.lower()
    if "-" in word and len(word) > 6 and not lower.startswith(("al-", "el-")):
        return True
    return is_german_noun(lower) or (length > 2 and len(lower) > 4 and _AGENTS.search(lower) is not None)


def _is_elided(word: str) -> bool:
    """Is a word an article or the like that has lost its vowel, and its noun (`L’aventurier`, `l’Intérieur`)?"""
    return word[1:2] in ("'", "’") and (word[2:3].islower() or word[0] in "ld")


def is_possessive(word: str) -> bool:
    """Does a word end in 's or s'?"""
    return without_possessive(word) != word or word.endswith(("s'", "s’"))


def title_words(run: list[str]) -> int:
    """Count the leading words of a run of capitals that belong to an office, an owner or a people."""
    cut = 0
    for index, word in enumerate(run[:-1]):
        bare = word.lower().rstrip(".")
        if bare in offices.TITLES or offices.is_german_office(bare) or (bare in offices.PEOPLES and cut == index):
            cut = index + 1
    return cut
