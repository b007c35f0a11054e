"""Where a sentence says who speaks: the verb of saying nearest to a quotation, and its subject."""

from dataclasses import dataclass
from typing import Literal

from quotes import cues
from quotes.names import Names, Token
from quotes.subjects import QUOTED, Subject, subject_after, subject_before

Strength = Literal["adjacent", "sentence"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """A verb of saying with its subject."""

    subject: Subject | None
    start: int
    """Code points, half open, into the text: from the first word of subject or verb to the end of the phrase."""
    end: int
    strength: Strength


_OPENING_MARKS = ",—–-"
_FAR = 30
"""Tokens within which a verb of saying must stand before or behind its quotation."""


def is_cue(token: Token) -> bool:
    """Is the token a verb of saying, in any of the languages?"""
    return token.folded in cues.SAYING or token.folded in cues.FOREIGN


def find_attribution(tokens: list[Token], quote: int, names: Names) -> Attribution | None:
    """Return the attribution of a quotation within its sentence.

    Args:
        tokens: The sentence, each quotation in it one token `QUOTED`.
        quote: Index of the quotation.
        names: The names of the article.
    """
    after = _behind(tokens, quote, names)
    if after is not None and after.strength == "adjacent":
        return after
    before = _in_front(tokens, quote, names)
    if before is not None and before.strength == "adjacent":
        return before
    return before or after


def _behind(tokens: list[Token], quote: int, names: Names) -> Attribution | None:
    """Look behind the quotation: `said Rutte`, `Rutte said`, `according to Rutte`."""
    end = next((i for i in range(quote + 1, len(tokens)) if tokens[i].text == QUOTED), len(tokens))
    first = quote + 1
    while first < end and tokens[first].text in _OPENING_MARKS:
        first += 1
    if first >= end:
        return None
    according = _according(tokens, first, end, names)
    if according is not None:
        return according
    if is_cue(tokens[first]) or (
        first + 1 < end and tokens[first].folded in ("a", "hat", "ha", "so", "as") and is_cue(tokens[first + 1])
    ):
        cue = (
            first
            if is_cue(tokens[first]) and tokens[first].folded != "so"
            else first + 1
            if is_cue(tokens[min(first + 1, end - 1)])
            else first
        )
        subject = subject_after(tokens[:end], cue, names)
        if subject is not None:
            return _made(tokens, subject, min(first, subject.first), max(subject.last, cue), end, "adjacent")
    for cue in range(first, min(end, first + _FAR)):
        if is_cue(tokens[cue]):
            subject = subject_before(tokens[first:end], cue - first, names)
            if subject is not None:
                subject = Subject(
                    subject.kind, subject.first + first, subject.last + first, subject.person, subject.word
                )
                strength: Strength = "adjacent" if subject.first - first <= 1 else "sentence"
                return _made(tokens, subject, min(subject.first, cue), cue, end, strength)
    return None


def _according(tokens: list[Token], first: int, end: int, names: Names) -> Attribution | None:
    """Read `according to X` and its like at the beginning of what follows a quotation, or anywhere before one."""
    for length in (1, 2, 3):
        phrase = " ".join(token.folded for token in tokens[first : first + length])
        if phrase in cues.ACCORDING:
            subject = subject_after(tokens[:end], first + length - 1, names)
            if subject is not None:
                return _made(tokens, subject, first, subject.last, end, "adjacent")
    return None


def _in_front(tokens: list[Token], quote: int, names: Names) -> Attribution | None:
    """Look in front of the quotation: the nearest verb of saying with a subject."""
    start = max(0, quote - _FAR)
    for cue in range(quote - 1, start - 1, -1):
        if tokens[cue].text == QUOTED and cue < quote - 1 and not any(is_cue(t) for t in tokens[cue:quote]):
            continue
        if not is_cue(tokens[cue]):
            according = _according(tokens, cue, quote, names)
            if according is not None:
                return according
            continue
        subject = subject_before(tokens[:cue], cue, names)
        if subject is not None:
            near = quote - cue <= 2 or tokens[quote - 1].text == ":" or tokens[quote - 1].folded in ("that", ",")
            return _made(tokens, subject, min(subject.first, cue), cue, quote, "adjacent" if near else "sentence")
        if tokens[cue - 1].text == QUOTED if cue else False:
            inverted = subject_after(tokens[:quote], cue, names)
            if inverted is not None:
                return _made(tokens, inverted, cue, inverted.last, quote, "adjacent")
    return None


_PHRASE = 14


def _made(tokens: list[Token], subject: Subject, first: int, last: int, end: int, strength: Strength) -> Attribution:
    """Make the attribution, its span running on to the end of its clause."""
    stop = last + 1
    while (
        stop < end
        and stop - last < _PHRASE
        and (tokens[stop].text[0].isalnum() or tokens[stop].text in "’'-$%")
        and not _new_clause(tokens, stop)
    ):
        stop += 1
    return Attribution(subject, tokens[first].start, tokens[max(stop, last + 1) - 1].end, strength)


def _new_clause(tokens: list[Token], at: int) -> bool:
    """Does another clause begin here? (`as saying` does not begin one.)"""
    if tokens[at].folded == "as" and at + 1 < len(tokens) and tokens[at + 1].folded == "saying":
        return False
    return tokens[at].folded in _CLAUSES


_CLAUSES = frozenset("that and but adding because when while as if which who dass que before after".split())
