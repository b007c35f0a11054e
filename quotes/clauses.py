"""Who a sentence or clause is about: its main subject, and in German, where the order is free, its first person."""

from typing import overload

from quotes.carriers import Token
from quotes.lexicon import offices
from quotes.lexicon.language import words
from quotes.mentions import is_possessive
from quotes.names import Names
from quotes.phrases import is_word
from quotes.subjects import ENDS, Subject, goes_on, is_place

_CONJUNCTIONS = words(
    "and but yet so still then meanwhile however also und aber doch et mais y pero indeed instead later",
    "earlier",
)


def main_subject(tokens: list[Token], names: Names, end: int | None = None) -> Subject | None:
    """Return the subject of a sentence: its first noun phrase that is not part of a phrase in front.

    Args:
        tokens: The sentence.
        names: The names of the article.
        end: Look at the tokens before this index only.
    """
    end = len(tokens) if end is None else end
    if names.language.capital_nouns:
        return _first_person(tokens[:end], names)
    first = _first_word(tokens, 0, end)
    if first < end and tokens[first].folded in names.language.openers:
        return _behind_phrases(tokens, first, end, names)
    return _clause_subject(tokens, first, end, names)


def _first_word(tokens: list[Token], at: int, end: int) -> int:
    """Return the index of the first word from a place on that is no conjunction; `end` where there is none."""
    while at < end and (tokens[at].folded in _CONJUNCTIONS or not is_word(tokens[at])):
        at += 1
    return at


def _behind_phrases(tokens: list[Token], opener: int, end: int, names: Names) -> Subject | None:
    """Return the subject of the first clause behind the phrases in front that has one (`When asked, at home, he`)."""
    left = _PHRASES_IN_FRONT
    for comma in range(opener, end):
        if tokens[comma].text != "," or left == 0:
            continue
        left -= 1
        first = _first_word(tokens, comma + 1, end)
        if first < end and tokens[first].folded in names.language.openers:
            left = _PHRASES_IN_FRONT
            continue
        subject = _clause_subject(tokens, first, end, names)
        if subject is not None and not is_place(subject):
            return subject
    return None


def _clause_subject(tokens: list[Token], i: int, end: int, names: Names) -> Subject | None:
    """Return the first noun phrase of a clause that begins at a place, if it is its subject."""
    for k in range(i, min(end, i + 12)):
        token = tokens[k]
        if token.text in ENDS or token.text == "," or (k > i and token.folded in names.language.prepositions):
            return None
        if token.folded in names.language.pronouns:
            return Subject("pronoun", k, k, word=token.folded)
        if token.capital and not (k == i and token.folded in names.language.function_words):
            return _run_from(tokens, k, end, names)
    return None


def nearest_subject(tokens: list[Token], names: Names) -> Subject | None:
    """Return whom a pronoun behind these tokens takes up: the last clause's subject in German, else the main one."""
    if names.language.capital_nouns:
        clause = next((k + 1 for k in range(len(tokens) - 1, -1, -1) if tokens[k].text == ","), 0)
        nearest = _first_person(tokens[clause:], names)
        if nearest is not None:
            return moved(nearest, clause)
    return main_subject(tokens, names)


def _first_person(tokens: list[Token], names: Names) -> Subject | None:
    """Return the first pronoun or person of a German sentence that hangs on no preposition: the order is free."""
    language = names.language
    i, end = 0, len(tokens)
    while i < end:
        if tokens[i].folded in language.pronouns and language.pronouns[tokens[i].folded] is not None:
            return Subject("pronoun", i, i, word=tokens[i].folded)
        last = i
        while last + 1 < end and goes_on(tokens, last, names):
            last += 1
        person = names.person_at(tokens[i].start, tokens[last].end) if tokens[i].capital else None
        if person is not None and not person.doubtful and not person.body and not _governed(tokens, i, names):
            return Subject("name", i, last, person)
        if person is None and _is_unnamed(tokens, i, names):
            return None
        i = last + 1
    return None


def _is_unnamed(tokens: list[Token], at: int, names: Names) -> bool:
    """Begins a noun phrase with `ein` or `eine`, the subject most likely, that names nobody?"""
    begins = at == 0 or tokens[at - 1].folded not in names.language.prepositions
    return begins and tokens[at].folded in ("ein", "eine")


def _governed(tokens: list[Token], first: int, names: Names) -> bool:
    """Hangs a phrase on a preposition or another noun (`von dem Minister Ard`, `die Frau des Ministers Ard`)?"""
    i = first - 1
    while i >= 0 and first - i < 5 and is_word(tokens[i]) and not tokens[i].capital:
        if tokens[i].folded in names.language.prepositions or tokens[i].folded == "des":
            return True
        i -= 1
    return False


_PHRASES_IN_FRONT = 5
"""Commas behind each phrase in front behind which the main clause is looked for."""


@overload
def moved(subject: Subject, by: int) -> Subject: ...
@overload
def moved(subject: None, by: int) -> None: ...
@overload
def moved(subject: Subject | None, by: int) -> Subject | None: ...
def moved(subject: Subject | None, by: int) -> Subject | None:
    """Return a subject found in a part of a sentence with its indexes in the whole."""
    return subject and Subject(subject.kind, subject.first + by, subject.last + by, subject.person, subject.word)


def _run_from(tokens: list[Token], first: int, end: int, names: Names) -> Subject | None:
    """Read the noun phrase that begins with a capital: `NATO's Rutte`, `Trump spokesman Tom Hill`."""
    i = first
    best = None
    while i < end and i - first < 10 and is_word(tokens[i]):
        if tokens[i].capital:
            last = i
            while last + 1 < end and goes_on(tokens, last, names) and not is_possessive(tokens[last].text):
                last += 1
            while last > i and not tokens[last].capital:
                last -= 1
            person = names.person_at(tokens[i].start, tokens[last].end)
            owns = is_possessive(tokens[last].text)
            best = Subject("name", first, last, person) if person is not None and not owns else None
            i = last + 1
            if best is not None and not (i < end and offices.is_office(tokens[i].folded)):
                return best
        elif offices.is_office(tokens[i].folded) or best is None:
            i += 1
        else:
            break
    return best
