"""Who is the subject of a verb of saying: the noun phrase before it, or the one that follows it.

Works on the tokens of one sentence in which every quotation is one token, `QUOTED`.
"""

from dataclasses import dataclass
from typing import Literal

from quotes import cues
from quotes.names import Names, Person, Token, is_office

QUOTED = "\u2063"
"""Text of the token that stands for a whole quotation."""


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


_AUXILIARIES = frozenset(
    "has have had having is was were are be been being will would could should may might can did does do also then later again once "
    "never not n't just even still only ever simply finally further to reportedly himself herself themselves who hat haben habe hatte "
    "ist war wird würde a ont avait était est sont ha han había fue quoted heard seen 'd ’d 's ’s often always first publicly "
    "both all t-il t-elle y en lui nous s' se en already since instead twice too".split()
)
_PREPOSITIONS = frozenset(
    "of for in at on from with to by about after before near against under over between during into than as von für in bei aus mit nach "
    "de du des pour à en dans avec del para con".split()
)
_STOPS = frozenset(
    "in on at to that when while during after before as about and but because with who which if following if am im in bei nach dass vor "
    "gegenüber zu que à lors dans sur au après en tras durante sobre ante by via after adding while where since".split()
)
_ENDS = frozenset(".;:!?()[]—–") | {QUOTED}
_LONGEST_APPOSITION = 30


def subject_before(tokens: list[Token], cue: int, names: Names) -> Subject | None:
    """Return the noun phrase before a verb of saying, or None."""
    i = cue - 1
    while i >= 0 and (tokens[i].folded in _AUXILIARIES or tokens[i].folded.endswith(("ly", "n't", "n’t"))):
        i -= 1
    if i < 0:
        return None
    if tokens[i].text == ")":
        i = _opening(tokens, i)
    if i >= 0 and tokens[i].text in ",—–-":
        return _around_apposition(tokens, i, names)
    return _phrase_ending(tokens, i, names)


def _opening(tokens: list[Token], i: int) -> int:
    """Return the index before the bracket that closes at `i`."""
    k = i
    while k >= 0 and tokens[k].text != "(":
        k -= 1
    return k - 1 if k >= 0 else i - 1


def _around_apposition(tokens: list[Token], comma: int, names: Names) -> Subject | None:
    """Read `Vance, who was in Munich, said` and `the minister, Anna Ruiz, said`."""
    mark = tokens[comma].text
    for k in range(comma - 1, max(-1, comma - _LONGEST_APPOSITION), -1):
        if tokens[k].text in _ENDS and tokens[k].text != mark:
            break
        if tokens[k].text == mark:
            before = _phrase_ending(tokens, k - 1, names) if k else None
            if before is not None and before.kind in ("name", "pronoun"):
                return before
            within = _phrase_ending(tokens, comma - 1, names)
            if within is not None and within.kind == "name" and within.first == k + 1:
                return within
            if before is not None:
                return before
    return None


def _phrase_ending(tokens: list[Token], i: int, names: Names) -> Subject | None:
    """Return the noun phrase whose last token is `i`."""
    if i >= 0 and tokens[i].text == ")":
        i = _opening(tokens, i)
    if i < 0 or tokens[i].text in _ENDS:
        return None
    token = tokens[i]
    if token.folded in cues.PRONOUNS:
        return Subject("pronoun", i, i, word=token.folded)
    if not token.text[0].isalpha():
        return None
    first = i
    while first > 0 and _in_name(tokens[first - 1], tokens[first]):
        first -= 1
    if token.capital:
        person = names.person_at(tokens[first].start, token.end)
        head = _head(tokens, first, names)
        if head is not None:
            return head
        if person is not None:
            return Subject("name", first, i, person)
    return _office(tokens, i)


def _in_name(left: Token, right: Token) -> bool:
    return (left.capital or left.folded in cues.PARTICLES) and right.start - left.end <= 1 and left.text[0].isalpha()


def _head(tokens: list[Token], first: int, names: Names) -> Subject | None:
    """Where a name hangs on a preposition (`a spokesman for Ruiz`, `Ann Lee of Ohio`), return what it hangs on."""
    i = first - 1
    while i >= 0 and tokens[i].folded in ("the", "a", "an", "la", "le", "der", "die", "das", "den", "dem"):
        i -= 1
    if i < 1 or tokens[i].folded not in _PREPOSITIONS:
        return None
    before = _phrase_ending(tokens, i - 1, names)
    if before is None or before.kind == "pronoun":
        return None
    return before


def _office(tokens: list[Token], i: int) -> Subject:
    """Read a phrase without a name: an office such as `the minister`, or something that nobody can name."""
    first = i
    while (
        first > 0 and tokens[first - 1].text[0].isalpha() and tokens[first - 1].folded not in _STOPS and i - first < 6
    ):
        first -= 1
        if tokens[first].folded in _DETERMINERS:
            break
    word = tokens[i].folded
    definite = tokens[first].folded in _DEFINITE
    return Subject("office" if definite and is_office(word) else "other", first, i, word=word)


_DEFINITE = frozenset("the der die le la l’ l' el il lo".split())
_DETERMINERS = _DEFINITE | frozenset(
    "a an this that his her their its our my one some many several ein eine einer un une una sein seine son sa ses".split()
)


def subject_after(tokens: list[Token], cue: int, names: Names) -> Subject | None:
    """Return the noun phrase that follows a verb of saying (`said Rutte`, `sagte der Minister Tom Ard`), or None."""
    i = cue + 1
    while i < len(tokens) and tokens[i].folded in _AUXILIARIES and i - cue < 4:
        i += 1
    if i < len(tokens) and tokens[i].folded in cues.PRONOUNS:
        return Subject("pronoun", i, i, word=tokens[i].folded)
    first = i
    best: Subject | None = None
    hanging = False
    while i < len(tokens) and i - first < 14:
        token = tokens[i]
        if token.text == "," or token.text in _ENDS or token.folded in _STOPS:
            break
        if not (token.text[0].isalpha() or token.text[0] in "-&"):
            break
        hanging = hanging or token.folded in ("for", "of", "von", "de", "du", "des", "del", "with")
        if token.capital:
            last = i
            while (
                last + 1 < len(tokens)
                and _in_name(tokens[last], tokens[last + 1])
                and (tokens[last + 1].capital or tokens[last + 1].folded in cues.PARTICLES)
            ):
                last += 1
            person = names.person_at(token.start, tokens[last].end)
            if person is not None and not (hanging and (best is not None or i > first)):
                best = Subject("name", first, last, person)
            i = last + 1
            continue
        if token.folded in cues.SAYING:
            break
        i += 1
    if best is None and i > first:
        return _office(tokens[:i], i - 1) if tokens[first].folded in _DETERMINERS else None
    if best is not None and tokens[best.last].end < tokens[min(i, len(tokens)) - 1].end and not hanging:
        return _after_name(tokens, best, i)
    return best


def _after_name(tokens: list[Token], best: Subject, end: int) -> Subject:
    """`said Trump spokeswoman` names an office of Trump's, nobody by name; anything else leaves the name."""
    follow = tokens[best.last + 1]
    if is_office(follow.folded) and follow.folded not in cues.NO_NAMES and end - best.last <= 3:
        return Subject("other", best.first, end - 1, word=follow.folded)
    return best
