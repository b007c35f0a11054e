"""What may stand between a verb of saying and its subject: words for a time, phrases with a preposition."""

from quotes.carriers import Token
from quotes.names import Names

LONGEST_PHRASE = 14
"""Tokens of the phrase of a subject."""


def is_word(token: Token) -> bool:
    """Is the token a word or a number?"""
    return token.text[0].isalnum()


def behind_times(tokens: list[Token], at: int, names: Names) -> int:
    """Return where a phrase of time that begins at a place ends: `mardi soir`, `el martes por la tarde`."""
    language = names.language
    small = language.determiners | language.prepositions
    while at < len(tokens):
        head = at
        while head < len(tokens) and head - at < 2 and tokens[head].folded in small:
            head += 1
        if head == len(tokens) or tokens[head].folded not in language.times:
            return at
        at = head + 1
    return at


def begins_subject(tokens: list[Token], at: int, names: Names) -> bool:
    """Begins a noun phrase that may be a subject at a place, or behind words of time and phrases in between?"""
    language = names.language
    while at < len(tokens) and tokens[at].folded in language.auxiliaries and tokens[at].folded not in language.pronouns:
        at += 1
    at = behind_phrases(tokens, behind_times(tokens, at, names), names) if language.times else at
    if at >= len(tokens) or tokens[at].folded in language.oblique:
        return False
    return tokens[at].capital or tokens[at].folded in language.determiners or tokens[at].folded in language.pronouns


def behind_phrases(tokens: list[Token], at: int, names: Names) -> int:
    """Return where the phrases end that stand between a verb and its subject: `a dit à l'AFP le maire`.

    Without a subject behind them the place stays where it is.
    """
    language = names.language
    i = at
    while i < len(tokens) and tokens[i].folded in language.prepositions and i - at < LONGEST_PHRASE:
        i = behind_times(tokens, _behind_object(tokens, i + 1, names), names)
    begins = i < len(tokens) and (tokens[i].capital or tokens[i].folded in language.determiners)
    return i if begins else at


def _behind_object(tokens: list[Token], at: int, names: Names) -> int:
    """Return where the object of a preposition ends that begins at a place."""
    language = names.language
    i = at
    while i < len(tokens) and tokens[i].folded in language.determiners:
        i += 1
    first = i
    while i < len(tokens) and tokens[i].text.islower() and not _begins_phrase(tokens[i], names):
        i += 1
    if language.capital_nouns or (i < len(tokens) and tokens[i].text.isupper()):
        return i + 1
    if i > first and i + 1 < len(tokens) and tokens[i].capital and not tokens[i + 1].capital:
        return i + 1
    while i == first or (i < len(tokens) and tokens[i].capital and tokens[i - 1].capital and tokens[first].capital):
        i += 1
    return i


def _begins_phrase(token: Token, names: Names) -> bool:
    return token.folded in names.language.determiners or token.folded in names.language.prepositions
