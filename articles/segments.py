"""Where paragraphs, sentences and words begin and end.

Every function takes text and returns spans (code points, half open); none alters the text. No edge lies inside a
grapheme cluster, and all take time in proportion to the text, whatever it holds.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category

from articles.abbreviations import AFTER_ORDINALS, BEFORE_NUMBERS, OTHERS, SAYING, STARTERS, TITLES

_CLOSERS = "\"'”’»›«‹)]}“‘」』）】》"
_OPENERS = "\"'“‘„‚«‹»›([{「『（【《¿¡"
_STOPS = ".!?…‽؟۔।॥։።"
_CJK_STOPS = "。！？｡"

# A run of full stops with the marks that close behind it; then a blank, or for CJK nothing. It begins only where a run
# begins, and gives nothing back, so that a megabyte of points costs no more than one of letters. A guillemet may stand
# apart (French), with a blank or the end behind it; a number in brackets is a footnote's.
_GUILLEMET_APART = r"(?:[ \u00a0\u202f][»›](?=[\s,;:]|$))"
_SENTENCE_END = re.compile(
    rf"(?<![{_STOPS}{_CJK_STOPS}])(?:"
    rf"[{_STOPS}]*[{_CJK_STOPS}][{_STOPS}{_CJK_STOPS}]*+[{re.escape(_CLOSERS)}]*+"
    rf"|[{_STOPS}]++(?:[{re.escape(_CLOSERS)}]|{_GUILLEMET_APART}|\[\d{{1,3}}\])*+(?=\s|$))"
)
_BEFORE = re.compile(r"[^\W_][\w.’'-]*$")
_REACH = 40
"""Characters that are looked at before and behind a full stop."""

_AFTER = re.compile(rf"\s*+[{re.escape(_OPENERS)}\s–—-]{{0,6}}(?P<word>\w*)")
_BLANK = re.compile(r"\s*+")
_WORD_SIGN = re.compile(r"[^\W_]")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of lines that hold more than blanks, the blanks at their edges left out."""
    position = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            start = position + len(line) - len(line.lstrip())
            yield start - (start > position and _joins(stripped[0])), start + len(stripped)
        position += len(line) + 1


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences within one paragraph `[start, end)`.

    Closing marks belong to the sentence, the blanks behind it to none.
    """
    begin = start
    word = _WORD_SIGN.search(text, begin, end)
    for match in _SENTENCE_END.finditer(text, start, end):
        stop = match.end()
        if word is None or stop >= end:
            break
        following = _BLANK.match(text, stop, end).end()  # type: ignore[union-attr]  # matches nothing, too
        if word.start() < stop and following < end and _ends_here(text, begin, match, end):
            yield begin, stop
            begin = following
            word = _WORD_SIGN.search(text, begin, end)
    if begin < end:
        yield begin, end


def _joins(char: str) -> bool:
    """Tell whether a character belongs to the grapheme cluster of the one before it."""
    return category(char)[0] == "M" or char in _JOINERS


def _ends_here(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    """Tell whether full stops, with more of the paragraph behind them, really end a sentence."""
    after = _AFTER.match(text, match.end(), min(end, match.end() + _REACH))
    following = after.group("word") if after else ""
    next_sign = text[match.end() : match.end() + 1].strip() or text[_BLANK.match(text, match.end(), end).end()]  # type: ignore[union-attr]
    if _joins(next_sign) or following[:1].islower():
        return False
    signs = match.group()
    if signs[0] in _CJK_STOPS:
        return True
    if signs[0] == "." and signs[1:2] != ".":
        before = _BEFORE.search(text, max(begin, match.start() - _REACH), match.start())
        opened = after is not None and not text[match.end() : after.start("word")].isspace()
        return before is None or _point_ends(before.group(), before.start() == begin, following, opened=opened)
    return not (signs[0] in "!?" and len(signs) > 1 and _is_told(text, match.end(), end))


def _point_ends(before: str, is_first: bool, following: str, *, opened: bool) -> bool:
    """Tell whether the point behind the word `before` ends a sentence.

    Args:
        before: The word, with the points in it (`U.S`).
        is_first: Whether the sentence begins with it: then it is the number of an item.
        following: The next word.
        opened: Whether an opening mark stands before the next word.
    """
    folded = before.casefold()
    if before in TITLES or (folded in BEFORE_NUMBERS and following[:1].isdecimal()):
        return False
    if is_first and (before.isdecimal() or len(before) == 1):
        return False
    if before.isdecimal() and len(before) < 3:
        return following not in AFTER_ORDINALS
    abbreviated = folded in OTHERS or len(before.rpartition(".")[2]) == 1
    return not abbreviated or following in STARTERS or opened


def _is_told(text: str, start: int, end: int) -> bool:
    """Tell whether a speaker and a verb of saying follow at once: "Why?" Vance asked."""
    words = text[start : min(end, start + _REACH)].split()[:5]
    verb = next((place for place, word in enumerate(words) if word.strip(".,:;") in SAYING), 0)
    return verb > 0 and not any(word[-1] in ".!?:" for word in words[:verb])


# ---------------------------------------------------------------------------------------------------------------- words

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3007\U00020000-\U000323af"
_HIRAGANA = "\u3041-\u3096\u309d-\u309f"
_KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9d"
_PREFIXES = (
    "\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\U000110bd\U000110cd\U000111c2\U000111c3\U0001193f\U00011941"
    "\U00011a84-\U00011a89\U00011d46"
)
"""Number signs of Arabic and Kaithi, some Indic letters: they belong to the cluster of what stands behind them."""
_LETTER = rf"[^\W_\u2139\u3005\u0e33\u0eb3\uff9e\uff9f{_PREFIXES}{_HAN}{_HIRAGANA}{_KATAKANA}]"
_JOINERS = frozenset(
    "\u200c\u200d\u0e33\u0eb3\uff9e\uff9f" + "".join(map(chr, [*range(0x1F3FB, 0x1F400), *range(0xE0020, 0xE0080)]))
)
"""What extends a grapheme cluster without being a mark: joiners, vowels of Thai and Lao, skin tones, tags (UAX 29)."""


def words(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the words of a text.

    A word is a run of letters and digits, with the apostrophes, hyphens and ampersands inside it, the points inside
    numbers (3.5) and initials (U.S., with the last one), and the marks and joiners that belong to its letters. Chinese
    and hiragana have a word for each character, since only a dictionary knows where their words end; a katakana run is
    one word.
    """
    extending = "".join(sorted(char for char in set(text) if _joins(char))) if not text.isascii() else ""
    return (match.span() for match in _words_with(extending).finditer(text))


@lru_cache(maxsize=64)
def _words_with(extending: str) -> re.Pattern[str]:
    """Return the pattern of a word in texts that have these extending characters.

    `re` knows no class of all marks, and a text has few of them.
    """
    mark = f"[{re.escape(extending)}]*+" if extending else ""
    letters = rf"(?:{_LETTER}{mark})++" if extending else rf"{_LETTER}++"
    initial = rf"[^\W\d_](?![\w{re.escape(extending)}])"
    initials = rf"(?<!\w\.){initial}(?:\.{initial})++\.?+"
    return re.compile(
        rf"(?:{initials}|[{_PREFIXES}]*+{letters})"
        rf"(?:['’&‐‑_-](?={_LETTER}){letters}|(?<=\d)[.,:](?=\d){letters})*+"
        rf"|[{_HAN}]{mark}(?:\u3005{mark})*+|\u3005{mark}|[{_HIRAGANA}]{mark}|(?:[{_KATAKANA}]{mark})++"
    )
