"""Which language a text is in, told by its function words."""

import re
from functools import cache

from quotes.lexicon.english import ENGLISH
from quotes.lexicon.french import FRENCH
from quotes.lexicon.german import GERMAN
from quotes.lexicon.language import Gender, Language
from quotes.lexicon.spanish import SPANISH

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LANGUAGES = (ENGLISH, GERMAN, FRENCH, SPANISH)
SAMPLE = 1200
"""Characters of a text, or of a sentence or line, by which its language is told."""


@cache
def _telling() -> dict[str, int]:
    """Return, for each function word that only one of the languages has, the number of that one."""
    homes: dict[str, list[int]] = {}
    for number, table in enumerate(_LANGUAGES):
        for word in table.function_words:
            homes.setdefault(word, []).append(number)
    return {word: numbers[0] for word, numbers in homes.items() if len(numbers) == 1 and _WORD.fullmatch(word)}


@cache
def _words_of(name: str) -> frozenset[str]:
    """Return the function words and verbs of saying that only one of the languages has."""
    every = {table.name: table.function_words | table.verbs for table in _LANGUAGES}
    own = every[name].difference(*(words for other, words in every.items() if other != name))
    return frozenset(filter(_WORD.fullmatch, own))


def language_near(piece: str, usual: Language) -> Language:
    """Return the language of a sentence or line of a text: the text's own, unless its words speak for another one."""
    piece = piece[:SAMPLE]
    if len(_words_of(usual.name).intersection(piece.split(maxsplit=_HEAD)[:_HEAD])) >= _PLAINLY:
        return usual
    found = set(_WORD.findall(piece.lower()))
    own = len(found & _words_of(usual.name))
    if own >= _PLAINLY:
        return usual
    counts = {table.name: len(found & _words_of(table.name)) for table in _LANGUAGES if table is not usual}
    best = max(_LANGUAGES, key=lambda table: counts.get(table.name, own))
    return best if counts.get(best.name, own) > own else usual


_HEAD = 16
"""Words that are looked at first, those between blanks: by them nearly every piece is plainly in its usual language."""
_PLAINLY = 2
"""Words of the text's own language by which a piece of it is plainly in that language."""


def gender_of(pronoun: str) -> Gender | None:
    """Return whom a pronoun of any of the languages means: him, her, anybody; None where it is nobody in particular."""
    return next((table.pronouns[pronoun] for table in _LANGUAGES if table.pronouns.get(pronoun)), None)


def language_of(text: str) -> Language:
    """Return the tables of the language whose function words are most frequent in a text; English if none is."""
    told = _told(text[:_BEGINNING])
    best = max(told, key=told.count, default=None)
    if best is None or told.count(best) < _SURELY or told.count(best) < len(told) - 1:
        told = _told(text[:SAMPLE])
        best = max(range(len(_LANGUAGES)), key=lambda number: (told.count(number), -number))
    return _LANGUAGES[best]


_BEGINNING = 400
"""Characters that are looked at first: nearly every text is plainly in one language by them."""
_SURELY = 12
"""Words of one language, and at most one of another, by which a text is plainly in that language."""


def _told(text: str) -> list[int]:
    """Return the number of its language for each word that only one of them has."""
    telling = _telling()
    told: list[int] = []
    mixed: list[str] = []
    for part in map(str.lower, text.split()):
        if part in telling:
            told.append(telling[part])
        elif not part.isalpha():
            mixed.append(part)
    return told + [telling[word] for word in _WORD.findall(" ".join(mixed)) if word in telling]
