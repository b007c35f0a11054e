"""Words and their folded forms: what the matcher compares. Offsets are those of the text, which is never folded."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from quotes.lexicon.language import words

_MARK = "\u0300-\u036f\u200c\u200d\u2060\u00ad"
_IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

_PLAIN = rf"[^\W\d_{_IDEOGRAPH}](?:[^\W_{_IDEOGRAPH}]|[{_MARK}]|['’ʼ`´](?=[^\W_]))*+"

WORD = re.compile(
    r"(?!\s)(?:"  # at once past the blanks
    rf"[A-Za-z]++(?![\w*.'’ʼ`´–—_{_MARK}\[-])"  # nearly all words, so first
    rf"|(?:[dlnsjmctDLNSJMCT]|[Qq]u)['’](?=[^\W\d_])"  # d’un, qu’il: the word behind it counts alone
    rf"|{_PLAIN}(?![*.–—_\[-])"  # don’t  e\u0301t\u00e9
    rf"|[{_IDEOGRAPH}]"  # scripts without blanks: each sign is a token
    rf"|\d+(?:[.,:]\d+)*(?:[^\W\d_{_IDEOGRAPH}]|[{_MARK}])*"  # 30,000  3.5  14th
    r"|(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?"  # U.S.  J.D.  e.g.
    rf"|[^\W\d_](?:[^\W\d_]|[{_MARK}])*+(?:\*+(?=[^\W\d_])|\*{{2,}}|[–—_-]{{3,}})(?:[^\W\d_]|[{_MARK}])*"  # f***ing
    rf"|[b-hj-zB-HJ-Z](?:[–—_]{{2,}}|-{{2,}})(?:[^\W\d_]|[{_MARK}])*"  # f--ing, but a--and and I--I are stumbles
    rf"|{_PLAIN}\[[^\W\d_]{{1,4}}\]"  # look[s]
    rf"|\[[^\W\d_]\](?=[^\W\d_]){_PLAIN}"  # [W]e
    rf"|{_PLAIN})"
)
"""One word. Hyphens and dashes part words; apostrophes and the points of initials bind them."""

_DROPPED = dict.fromkeys(map(ord, "'’ʼ`´.,:[]\u00ad\u200c\u200d\u2060"))
_SPELLED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})
EXPLETIVES = words(
    "fuck fucks fucked fucking fucker fuckers motherfucker shit shits shitty bullshit ass asses asshole assholes bitch",
    "bitches damn goddamn crap piss pissed bastard bastards cunt cunts dick dicks dickhead pussy whore whores sluts",
    "hell",
)
"""Words that one paper prints and another stars; all of one first letter fold to the same."""
_SIC = "[sic]"
_STARRED = re.compile(r"[*–—_]|--")
_POSSESSIVE = ("'s", "’s", "ʼs", "`s", "´s", "'S", "’S")


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Return the form in which words are compared: no case, accents, apostrophes or points."""
    if _STARRED.search(word):
        return "*" + fold(word[0])
    if word.isascii():
        plain = word.lower().translate(_DROPPED)
        return "*" + plain[0] if plain in EXPLETIVES else plain
    decomposed = unicodedata.normalize("NFKD", word.translate(_DROPPED)).casefold()
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).translate(_SPELLED)


def without_possessive(word: str) -> str:
    """Return the word without a final 's."""
    return word[:-2] if word.endswith(_POSSESSIVE) else word


@dataclass(slots=True)
class Words:
    """The words of one or several stretches of a text, as three lists side by side."""

    folded: list[str]
    starts: list[int]
    """Code points into the text."""
    ends: list[int]

    def __len__(self) -> int:
        """Count the words."""
        return len(self.folded)


def spoken_words(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Find the words of a stretch of a text that the speaker said: `[sic]` is the editor's."""
    words = list(WORD.finditer(text, start, end))
    if text.find(_SIC, start, end) < 0:
        return words
    return [word for word in words if text[word.start() - 1 : word.end() + 1] != _SIC]


_BRACKETED = re.compile(r"\[[^\[\]\n]{1,200}\]")


def own_words(text: str, starts: Sequence[int], ends: Sequence[int]) -> int:
    """Count the words that are the speaker's own: none that an editor put in brackets, as in `costs [the town] more`.

    Args:
        text: The article's text.
        starts: Where the words begin, in order, code points.
        ends: Where they end.
    """
    if not starts or text.find("[", starts[0], ends[-1]) < 0:
        return len(starts)
    brackets = [match.span() for match in _BRACKETED.finditer(text, max(0, starts[0] - 1), ends[-1] + 1)]
    begins = [first for first, _ in brackets]
    return sum(
        (before := bisect_left(begins, start) - 1) < 0 or end >= brackets[before][1]
        for start, end in zip(starts, ends, strict=True)
    )


def words_between(text: str, spans: list[tuple[int, int]]) -> Words:
    """Return the words of the given stretches of a text, in order.

    Args:
        text: The article's text.
        spans: Code points, half open.
    """
    found = Words([], [], [])
    for start, end in spans:
        for match in spoken_words(text, start, end):
            found.folded.append(fold(match.group()))
            found.starts.append(match.start())
            found.ends.append(match.end())
    return found
