"""Who speaks by the words of the quotation itself: French and Spanish put that between its commas or dashes."""

from itertools import pairwise

from quotes.attribution import Attribution, find_attribution
from quotes.carriers import QUOTED, Token, tokens_between
from quotes.lexicon.language import Language
from quotes.names import Names

_AROUND = frozenset(",.?!…—–")
_LONGEST = 16
"""Tokens of what is put in."""
_WITHIN = 1000
"""Code points of a quotation within which it is looked for."""


def find_incise(text: str, start: int, end: int, names: Names) -> Attribution | None:
    """Return what is put into a quotation to say who speaks (`« Le pont, a dit Morel, est là. »`), or None.

    Args:
        text: The article's text.
        start: Where the quotation begins, behind its mark; code points.
        end: Where it ends, before its mark.
        names: The names of the article.
    """
    tokens = tokens_between(text, start, min(end, start + _WITHIN))
    marks = [k for k, token in enumerate(tokens) if token.text in _AROUND and k]
    for mark, stop in pairwise([*marks, len(tokens)]):
        said = tokens[mark + 1 : stop]
        if not 1 < len(said) < _LONGEST or not _begins_with_saying(said, names.language):
            continue
        quoted = Token(QUOTED, start, tokens[mark].start, ",")
        found = find_attribution([quoted, tokens[mark], *said], 0, names)
        if found is not None and found.start == said[0].start and found.subject.kind != "other":
            return found
    return None


def _begins_with_saying(tokens: list[Token], language: Language) -> bool:
    """Begin tokens with a known verb of saying, nothing but auxiliaries before it?"""
    words = [token.folded for token in tokens[:5]]
    verb = next((k for k, word in enumerate(words) if word not in language.auxiliaries), len(words))
    return verb < len(words) and words[verb] in language.verbs
