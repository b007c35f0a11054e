"""The shape of one language's tables, and which language a text is in."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

Gender = Literal["m", "f"]


def words(*lines: str) -> frozenset[str]:
    """Return the blank-separated words of some lines as a set."""
    return frozenset(" ".join(lines).split())


@dataclass(frozen=True, slots=True)
class Language:
    """What attributions look like in one language. All words are in small letters."""

    name: str
    verbs: frozenset[str]
    """Forms of verbs that introduce speech."""
    participles: frozenset[str]
    """Those of them that take their subject from the clause before (`saying`, `adding that`)."""
    nounlike: frozenset[str]
    """Verb forms that are mostly nouns: they introduce speech right behind a name or pronoun only (`Ruiz claims`)."""
    nouns: frozenset[str]
    """What somebody's words are called: `her claim that`, `Ruiz's call for`."""
    according: tuple[tuple[str, ...], ...]
    """Phrases that stand before the speaker: `according to`."""
    trailing: frozenset[str]
    """Words that stand behind the speaker instead (German `zufolge`)."""
    owners: dict[str, str]
    """Possessive pronouns that tell the person: `her claim` is hers -> she."""
    pronouns: dict[str, Gender | None]
    """Pronouns that can be subjects, with the gender of the one person they mean; None for all others."""
    auxiliaries: frozenset[str]
    """What may stand between subject and verb of saying."""
    prepositions: frozenset[str]
    openers: frozenset[str]
    """Words that begin a phrase or clause in front of the main clause (`When asked ..., `)."""
    stops: frozenset[str]
    """Words that end the noun phrase behind a verb of saying."""
    definite: frozenset[str]
    determiners: frozenset[str]
    function_words: frozenset[str]
    times: frozenset[str] = frozenset()
    """Words for a time that may stand between a verb of saying and its subject (`a déclaré mardi soir Claire`)."""
    capital_nouns: bool = False
    """Common nouns have capitals (German)."""


def _all_tables() -> tuple[Language, ...]:
    from quotes.lexicon.english import ENGLISH
    from quotes.lexicon.french import FRENCH
    from quotes.lexicon.german import GERMAN
    from quotes.lexicon.spanish import SPANISH

    return ENGLISH, GERMAN, FRENCH, SPANISH


_SAMPLE = 1200
"""Characters of a text by which its language is told."""


@cache
def _telling() -> tuple[tuple[Language, ...], dict[str, int]]:
    """Return the languages, and for each function word that only one of them has which one that is."""
    tables = _all_tables()
    homes: dict[str, list[int]] = {}
    for number, table in enumerate(tables):
        for word in table.function_words:
            homes.setdefault(word, []).append(number)
    return tables, {word: numbers[0] for word, numbers in homes.items() if len(numbers) == 1}


def language_of(text: str) -> Language:
    """Return the tables of the language whose function words are most frequent in a text; English if none is."""
    tables, telling = _telling()
    counts = [0] * len(tables)
    for word in text[:_SAMPLE].lower().split():
        if word in telling:
            counts[telling[word]] += 1
    return tables[max(range(len(tables)), key=lambda number: (counts[number], -number))]
