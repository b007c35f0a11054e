"""Who is the subject of a verb of saying: the noun phrase before it, the one that follows it, or that of the sentence.

Works on the tokens of one sentence in which every quotation is one token, `QUOTED`.
"""

import re
from dataclasses import dataclass
from typing import Literal

from quotes.carriers import QUOTED, Token
from quotes.lexicon import offices
from quotes.mentions import is_acronym, is_first_name, is_office_noun, is_possessive
from quotes.names import Names, Person
from quotes.phrases import LONGEST_PHRASE, behind_phrases, behind_times, is_word


@dataclass(frozen=True, slots=True)
class Subject:
    """A noun phrase that may speak."""

    kind: Literal["name", "pronoun", "office", "other"]
    first: int
    """Index of its first token."""
    last: int
    """Index of its last token (inclusive)."""
    person: Person | None = None
    word: str = ""
    """The pronoun, or the noun of the office (folded)."""


ENDS = frozenset(".;:!?()[]—–―") | {QUOTED}
_LONGEST_APPOSITION = 40
DROPPED = ""
"""The pronoun of a verb that has no subject, where a language leaves it out."""


def subject_before(tokens: list[Token], cue: int, names: Names) -> Subject | None:
    """Return the noun phrase before a verb of saying at index `cue`, or None."""
    i = _before_aside(tokens, cue - 1)
    language = names.language
    while i >= 0 and (
        (tokens[i].folded in language.auxiliaries and tokens[i].folded not in language.pronouns)
        or (tokens[i].folded.endswith(("ly", "n't", "n’t")) and not tokens[i].capital)
    ):
        i -= 1
    if i < 0 or tokens[i].folded in _JOINING:
        return None
    if tokens[i].text == ")":
        i = _before_bracket(tokens, i)
    if i >= 0 and tokens[i].text in ",—–-":
        return _around_apposition(tokens, i, names)
    if i >= 0 and tokens[i].folded in ("who", "qui", "quien"):
        return _before_relative(tokens, i, names)
    return _phrase_ending(tokens, i, names)


def _before_relative(tokens: list[Token], pronoun: int, names: Names) -> Subject | None:
    """Return what a relative pronoun takes up: `Anna Ruiz, who`, `Anna Ruiz, du parti des pêcheurs, qui`."""
    comma = pronoun - 1
    if comma < 0 or tokens[comma].text != ",":
        return _phrase_ending(tokens, comma, names)
    nearest = _phrase_ending(tokens, comma - 1, names)
    if nearest is not None and nearest.kind != "other":
        return nearest
    named = _around_apposition(tokens, comma, names)
    return named if named is not None and named.kind == "name" else nearest


_ASIDES = frozenset((("de", "son", "côté"), ("à", "son", "tour"), ("pour", "sa", "part")))


def _before_aside(tokens: list[Token], i: int) -> int:
    """Return the index before what may stand between a French auxiliary and its verb (`a de son côté jugé`)."""
    return i - 3 if tuple(token.folded for token in tokens[max(0, i - 2) : i + 1]) in _ASIDES else i


def _before_bracket(tokens: list[Token], i: int) -> int:
    """Return the index before the bracket that closes at `i`."""
    k = i
    while k >= 0 and tokens[k].text != "(":
        k -= 1
    return k - 1 if k >= 0 else i - 1


def _around_apposition(tokens: list[Token], comma: int, names: Names) -> Subject | None:
    """Read `Vance, who was in Munich, said` and `the minister, Anna Ruiz, said`."""
    mark = tokens[comma].text
    phrases = []
    for k in range(comma - 1, max(-1, comma - _LONGEST_APPOSITION), -1):
        if tokens[k].text in ENDS - {"(", ")"} and tokens[k].text != mark:
            break
        if tokens[k].text == mark and k:
            phrases.append((k, _phrase_ending(tokens, k - 1, names)))
    if not phrases:
        return None
    within = _phrase_ending(tokens, comma - 1, names)
    nearest, before = phrases[0]
    if _is_name(within) and within is not None and within.first == nearest + 1 and _says_less(before, within):
        return within
    named = next((phrase for _, phrase in phrases if _is_name(phrase)), None)
    if named is not None and named.first > 0 and len(phrases) > 1 and tokens[named.first - 1].text == ",":
        return before if _is_name(before) else named
    return named or before


def _says_less(before: Subject | None, within: Subject) -> bool:
    """Does the phrase before a comma name nobody, or but a place or body where a full name stands behind it?"""
    if not _is_name(before) or before is None:
        return True
    if before.person is None or within.person is None or before.first == before.last:
        return False
    return len(before.person.words) == 1 and is_first_name(within.person.words[0])


def _is_name(subject: Subject | None) -> bool:
    return subject is not None and (subject.kind == "pronoun" or (subject.kind == "name" and not is_place(subject)))


def is_place(subject: Subject) -> bool:
    """Is the name that of a place? (A body may speak, a place between commas does not.)"""
    return subject.person is not None and subject.person.words[-1].lower() in offices.PLACES


def _phrase_ending(tokens: list[Token], i: int, names: Names) -> Subject | None:
    """Return the noun phrase whose last token is `i`."""
    if i >= 0 and tokens[i].text == ")":
        i = _before_bracket(tokens, i)
    if i < 0 or not is_word(tokens[i]):
        return None
    token = tokens[i]
    if token.folded in names.language.pronouns and not (token.capital and i):
        return Subject("pronoun", i, i, word=token.folded)
    if names.language.capital_nouns and offices.is_office(token.folded):
        return _office(tokens, i, names)
    if token.capital and not is_possessive(token.text):
        first = i
        while first > 0 and _one_name(tokens, first - 1, names):
            first -= 1
        while not tokens[first].capital:
            first += 1
        person = names.person_at(tokens[first].start, token.end)
        head = _head(tokens, first, names)
        if head is not None:
            return head
        if person is not None:
            return Subject("name", first, i, person)
    return _office(tokens, i, names)


def _one_name(tokens: list[Token], left: int, names: Names) -> bool:
    """Belong a token and the next one to one run of capitals?"""
    joined = tokens[left].capital or _is_particle(tokens, left, names)
    return joined and tokens[left + 1].start - tokens[left].end <= 1 and is_word(tokens[left])


def goes_on(tokens: list[Token], left: int, names: Names) -> bool:
    """Goes a run of capitals on with the next token?"""
    following = tokens[left + 1]
    return _one_name(tokens, left, names) and (following.capital or _is_particle(tokens, left + 1, names))


def _is_particle(tokens: list[Token], at: int, names: Names) -> bool:
    """Is a token a particle of a name? In German `der` and `den` are one only in `von der`."""
    if tokens[at].folded not in offices.PARTICLES:
        return False
    if names.language.capital_nouns and tokens[at].folded == "von":
        return at > 0 and is_first_name(tokens[at - 1].text)
    if not names.language.capital_nouns or tokens[at].folded not in names.language.determiners:
        return True
    return at > 0 and tokens[at - 1].folded in ("von", "van") and _is_particle(tokens, at - 1, names)


def _head(tokens: list[Token], first: int, names: Names) -> Subject | None:
    """Where a name hangs on a preposition (`a spokesman for Ruiz`, `Ann Lee of Ohio`), return what it hangs on."""
    i = first - 1
    while i >= 0 and tokens[i].folded in names.language.determiners - names.language.prepositions:
        i -= 1
    if i < 1 or tokens[i].folded not in names.language.prepositions:
        return None
    before = _phrase_ending(tokens, i - 1, names)
    return None if before is None or before.kind == "pronoun" else before


def _office(tokens: list[Token], i: int, names: Names) -> Subject:
    """Read a phrase without a name: an office such as `the minister`, or something that nobody can name."""
    language = names.language
    aged = _of_an_age(tokens, i)
    if aged is not None:
        return aged
    first = i
    while first > 0 and is_word(tokens[first - 1]) and tokens[first - 1].folded not in language.stops and i - first < 6:
        first -= 1
        if tokens[first].folded in language.determiners:
            break
    word = tokens[i].folded.rstrip(".")
    if language.head_first:
        word = next((t.folded for t in tokens[first : i + 1] if offices.is_office(t.folded)), word)
    definite = tokens[first].folded in language.definite
    return Subject("office" if definite and offices.is_office(word) else "other", first, i, word=word)


_OF_AN_AGE = re.compile(r"jährigen?$|year-olds?$")


def _of_an_age(tokens: list[Token], i: int) -> Subject | None:
    """Read `der 51-Jährige`, `the 51-year-old` as a pronoun: who is meant was named before."""
    if i < 3 or _OF_AN_AGE.match(tokens[i].folded) is None or tokens[i - 1].text not in "-‑‐":
        return None
    pronoun = {"der": "er", "die": "sie", "the": DROPPED}.get(tokens[i - 3].folded)
    return Subject("pronoun", i - 3, i, word=pronoun) if pronoun is not None else None


def subject_after(tokens: list[Token], cue: int, names: Names) -> Subject | None:
    """Return the noun phrase that follows a verb of saying (`said Rutte`, `sagte der Minister Tom Ard`), or None."""
    language = names.language
    i = cue + 1
    while (
        i < len(tokens)
        and i - cue < 5
        and tokens[i].folded in language.auxiliaries
        and tokens[i].folded not in language.pronouns
    ):
        i += 1
    i = behind_phrases(tokens, behind_times(tokens, i, names), names) if language.times else i
    if i < len(tokens) and language.capital_nouns and tokens[i].text == "Sie":
        return Subject("other", i, i, word="sie")
    if i < len(tokens) and tokens[i].folded in language.pronouns and not _owns(tokens, i, names):
        return Subject("pronoun", i, i, word=tokens[i].folded)
    if i < len(tokens) and tokens[i].folded in language.oblique:
        return None
    first = i
    while (
        i < len(tokens)
        and i - first < LONGEST_PHRASE
        and (_in_phrase(tokens[i], names) or _joins_offices(tokens, first, i, names))
    ):
        i += 1
    subject = _named_in(tokens, first, i, names)
    i = _behind_bracket(tokens, i)
    if subject is not None and subject.kind != "name" and i < len(tokens) and tokens[i].text == ",":
        return _apposed(tokens, i + 1, names) or subject
    return subject


def _behind_bracket(tokens: list[Token], at: int) -> int:
    """Return the index behind a short bracket that opens at a place (`président du parti (PE), Luc Morel`)."""
    if at < len(tokens) and tokens[at].text == "(":
        return next((k + 1 for k in range(at, min(at + 6, len(tokens))) if tokens[k].text == ")"), at)
    return at


def _owns(tokens: list[Token], at: int, names: Names) -> bool:
    """Is a pronoun a possessive here (German `ihr Trainer`)?"""
    before_noun = at + 1 < len(tokens) and tokens[at + 1].capital
    return names.language.capital_nouns and tokens[at].folded in names.language.determiners and before_noun


def _apposed(tokens: list[Token], first: int, names: Names) -> Subject | None:
    """Read a name between commas: `the mayor of Esby, Anna Ruiz, ...`."""
    last = first
    while (
        last < len(tokens)
        and is_word(tokens[last])
        and (tokens[last].capital or tokens[last].folded in offices.PARTICLES)
    ):
        last += 1
    if last == first or (last < len(tokens) and tokens[last].text not in ",.("):
        return None
    person = names.person_at(tokens[first].start, tokens[last - 1].end)
    return Subject("name", first, last - 1, person) if person is not None and not person.body else None


def _in_phrase(token: Token, names: Names) -> bool:
    """May a token belong to the noun phrase behind a verb of saying?"""
    if token.text in ENDS or token.text == "," or (token.folded in names.language.stops and not token.capital):
        return False
    return is_word(token) or token.text in "-&/.'’"


def _joins_offices(tokens: list[Token], first: int, at: int, names: Names) -> bool:
    """Goes a phrase on behind an office (`ministre et maire Luc Morel`) or half a word (`Bau-, Sozial- und ...`)?"""
    before = tokens[at - 1]
    if at == first or at + 1 == len(tokens) or tokens[at].text not in (",", "und", "et", "y", "and"):
        return False
    if before.text == "-":
        return True
    person = names.person_at(tokens[first].start, before.end)
    return tokens[at].text != "," and is_office_noun(before.text) and (person is None or person.doubtful)


def _named_in(tokens: list[Token], first: int, end: int, names: Names) -> Subject | None:
    """Return the head of the noun phrase in a range: the name that nothing hangs on."""
    best: Subject | None = None
    i = first
    while i < end:
        if tokens[i].folded in _OF and i > first:
            if best is None:
                return _named_last(tokens, i, end, names)
            break
        if best is not None and (_is_determined(tokens, i, names) or _is_acronym(tokens[i], names)):
            break
        if not tokens[i].capital:
            i += 1
            continue
        last = _end_of_name(tokens, i, end, names)
        person = names.person_at(tokens[i].start, tokens[last].end)
        if person is not None and not is_possessive(tokens[last].text):
            best = Subject("name", first, last, person)
        i = last + 1
    if best is not None and best.person is not None and best.person.doubtful and _is_determined(tokens, first, names):
        return _office(tokens, best.last, names)
    while best is None and i - first > 1 and _is_determined(tokens, i - 1, names):
        i -= 1  # `sagte die Ministerin der „Esbyer Post“`: the article belongs to what stands between the marks
    if best is None:
        return _office(tokens, i - 1, names) if i > first and is_word(tokens[i - 1]) else None
    behind = tokens[best.last + 1].folded if best.last + 1 < i else ""
    return Subject("other", first, i - 1, word=behind) if offices.is_office(behind) and i - best.last <= 3 else best


_OF = frozenset(("of", "for", "von", "für", "de", "du", "des", "del", "d'", "d’"))


def _named_last(tokens: list[Token], of: int, end: int, names: Names) -> Subject | None:
    """Read a phrase that hangs on an office: `le chef du groupe Luc Morel` names Morel, `the head of Esby` nobody."""
    for i in range(of + 2, end):
        begins = tokens[i].capital and is_first_name(tokens[i].text) and tokens[i - 1].folded not in _OF
        if names.language.head_first and begins:
            last = i
            while last + 1 < end and goes_on(tokens, last, names):
                last += 1
            person = names.person_at(tokens[i].start, tokens[last].end)
            if person is not None and len(person.words) > 1:
                return Subject("name", i, last, person)
    return _office(tokens, of - 1, names) if is_word(tokens[of - 1]) else None


def _end_of_name(tokens: list[Token], first: int, end: int, names: Names) -> int:
    """Return the last token of the run of capitals that begins at `first`."""
    last = first
    while last + 1 < end and goes_on(tokens, last, names) and not is_possessive(tokens[last].text):
        if last > first and _is_acronym(tokens[last + 1], names):
            break
        last += 1
    while last > first and tokens[last].folded in offices.PARTICLES and not tokens[last].capital:
        last -= 1
    return last


def _is_acronym(token: Token, names: Names) -> bool:
    """Is a token a broadcaster or the like, which ends a name (German `Nora Quill NDR Esby`)?"""
    return names.language.capital_nouns and is_acronym(token.text)


def _is_determined(tokens: list[Token], first: int, names: Names) -> bool:
    """Begins a phrase with a determiner, where common nouns have capitals?"""
    return names.language.capital_nouns and tokens[first].folded in names.language.determiners


_JOINING = frozenset(("and", "but", "or", "und", "aber", "oder", "et", "mais", "ou", "y", "pero", "o"))
