"""The shape of one language's tables."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Gender = Literal["m", "f", "any"]


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
    oblique: frozenset[str] = frozenset()
    """Determiners of what is no subject."""
    times: frozenset[str] = frozenset()
    """Words for a time that may stand between a verb of saying and its subject (`a déclaré mardi soir Claire`)."""
    sentence_openers: frozenset[str] = frozenset()
    """Adverbs and the like that begin a sentence, hence with a capital, and are no names."""
    separable: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Verbs that introduce speech together with a particle that stands later (`stellte ... klar`)."""
    places: frozenset[str] = frozenset()
    """Prepositions that stand before places rather than persons."""
    behind_only: frozenset[str] = frozenset()
    """Cues right behind a quotation only (German `so Ruiz`)."""
    views: frozenset[str] = frozenset()
    """Prepositions that give an opinion to a name at the beginning of a clause (`Pour Ruiz, ...`)."""
    adverb_endings: tuple[str, ...] = ()
    """What an adverb ends in that may stand between an auxiliary and its verb (`a récemment déclaré`)."""
    verb_endings: tuple[str, ...] = ()
    """What a verb ends in that stands between a quotation and who says it (`“...”, quipped Ruiz`)."""
    clause_speaks: bool = False
    """Quoted words without a verb of saying are those of their clause's subject, more often than not."""
    capital_nouns: bool = False
    """Common nouns have capitals (German)."""
    drops_subjects: bool = False
    """A verb needs no subject where it is known (Spanish)."""
    head_first: bool = False
    """The noun of an office comes first in its phrase (`le ministre de la Mer`)."""
