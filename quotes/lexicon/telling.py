"""Which language a text is in, told by its function words."""

from functools import cache

from quotes.lexicon.english import ENGLISH
from quotes.lexicon.french import FRENCH
from quotes.lexicon.german import GERMAN
from quotes.lexicon.language import Language
from quotes.lexicon.spanish import SPANISH

_LANGUAGES = (ENGLISH, GERMAN, FRENCH, SPANISH)
_SAMPLE = 1200
"""Characters of a text by which its language is told."""


@cache
def _telling() -> dict[str, int]:
    """Return, for each function word that only one of the languages has, the number of that one."""
    homes: dict[str, list[int]] = {}
    for number, table in enumerate(_LANGUAGES):
        for word in table.function_words:
            homes.setdefault(word, []).append(number)
    return {word: numbers[0] for word, numbers in homes.items() if len(numbers) == 1}


def language_of(text: str) -> Language:
    """Return the tables of the language whose function words are most frequent in a text; English if none is."""
    telling = _telling()
    counts = [0] * len(_LANGUAGES)
    for word in text[:_SAMPLE].lower().split():
        if word in telling:
            counts[telling[word]] += 1
    return _LANGUAGES[max(range(len(_LANGUAGES)), key=lambda number: (counts[number], -number))]
