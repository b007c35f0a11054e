"""Where the story stands in a text that is a whole web page: menus, links and comments around it.

The story is the stretch of lines whose sum of values is greatest: prose counts for it, anything else against it. It is
then grown over what interrupts it (a box of other stories, an appeal) as long as what follows uses the words of the
story. A text that is an article and nothing else is left whole.

The weights were set by hand on one half of the pages with known answers, and kept where the other half agreed.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.article import Span
from quotes.lexicon.pages import BEYOND, CREDIT, ENTRY

_MANY = 15
"""Lines that are no prose from which a text may be a page ..."""
_MOST = 0.5
"""... if they are this share of its lines."""
_MENU = 10
"""Such lines in a row that a page has at least once, and an article with lists has not."""
_EVEN = 9
"""Words of prose that count neither for nor against the story."""
_LONGEST = 60
"""Words of a line that count."""
_EARLIER = 0.5
"""Share of the greatest sum that makes an earlier stretch the story: comments come later."""
_UNENDED = 30
"""Words from which a line is prose without a full stop at its end."""

_AGAINST = 10.0
"""What a line that is no prose counts against the story ..."""
_ROW = 2.0
"""... if it may be the row of a list or table: some words and a figure ..."""
_ROW_WORDS = 5
_LONGEST_ROW = 25
_ROWS = 5
"""Rows that make a list, behind the last prose of the story."""
_INTERRUPTION = 1.0
"""... if the page has it again and again, as "Advertisement": such lines stand within the story too ..."""
_AGAIN = 3
_REMARK = 30.0
"""... and if a reader's remark begins there: remarks are prose, and many."""

_COHESION = 0.25
"""Share of its longer words from which a line of prose tells the same story."""
_COHESION_WEIGHT = 3.0
_GAP = 2.0
"""What a line costs that stands between the story and more of it; boxes of twenty lines are usual."""
_FAR = 150.0
"""What all that stands between may cost."""
_BEYOND = 60.0
"""What a heading costs of things that come after a story."""
_TOLD = 0.7
"""Share of a story's words behind which such a heading ends it: earlier ones stand above a box within it."""
_HEADING = 6
"""Words of such a heading at the most."""
_REMARK_HEAD = 8
"""Words of the line above a remark at the most."""
_SHORT_LINE = 100
"""Characters of either at the most."""

_TEASER = 8
"""Words from which a line within the story that is no prose, nor alone, is the headline of another story."""
_CAPTION = 60
"""Words of a caption at the most ..."""
_CAPTION_LENGTH = 1_500
"""... and its characters."""

_ITEM = ("- ", "* ", "• ", "– ", "| ")
"""How an item of a list or the row of a table begins, where a program that reads pages has written it so."""

_TERMINAL = tuple(".!?…。！？:।؟۔")
_CLOSERS = "\"'”’»›)]“」"
_IDEOGRAPH = re.compile(r"[\u3040-\u9fff]")
_FIGURE = re.compile(r"\d")
_LONGER_WORD = re.compile(r"[^\W\d_]{5,}")


@dataclass(frozen=True, slots=True)
class _Page:
    """The lines of a text: which are prose, and how often the text has each."""

    lines: list[str]
    prose: list[bool]
    times: Counter[str]


def story_lines(text: str, paragraphs: Sequence[Span]) -> set[int]:
    """Return the indexes of the lines that belong to the story; all of them, where the text is no web page."""
    lines = [text[start:end] for start, end in paragraphs]
    prose = [_is_prose(line) for line in lines]
    if not _has_menu(lines, prose):
        return set(range(len(lines)))
    page = _Page(lines, prose, Counter(lines))
    return _kept(page, *_grown(page, *_story_stretch(_values(page))))


def _has_menu(lines: list[str], prose: list[bool]) -> bool:
    """Is a text a whole page: mostly lines that are no prose, many of them in a row as only menus have them?"""
    others = [not good and not line.startswith(_ITEM) for line, good in zip(lines, prose, strict=True)]
    if sum(others) < max(_MANY, _MOST * len(lines)):
        return False
    return any(other and sum(run) >= _MENU for other, run in itertools.groupby(others))


def _is_prose(line: str) -> bool:
    """Is a line made of sentences: enough words, most of them small, a full stop at its end unless it is long?"""
    words = line.split()
    if len(words) < 6 and not _ideographs(line):
        return False
    if line.endswith(("...", "…")):
        return False
    ended = line.rstrip(_CLOSERS + " ").endswith(_TERMINAL)
    if not ended and len(words) < _UNENDED:
        return False
    small = sum(not word.lstrip(_CLOSERS + "(“«„")[:1].isupper() for word in words)
    return small >= (0.5 if ended else 0.6) * len(words)


def _ideographs(line: str) -> bool:
    return not line.isascii() and len(_IDEOGRAPH.findall(line)) > 10


def _values(page: _Page) -> list[float]:
    """Return what each line says for the story (above zero) or against it."""
    return [
        min(_size(line), _LONGEST) - _EVEN if prose else -_against(line, page.times[line])
        for line, prose in zip(page.lines, page.prose, strict=True)
    ]


def _size(line: str) -> float:
    return len(line) / 2 if _ideographs(line) else len(line.split())


def _against(line: str, times: int) -> float:
    if _heads_a_remark(line):
        return _REMARK
    if times >= _AGAIN:
        return _INTERRUPTION
    if line.startswith(_ITEM) or (len(line.split()) >= _ROW_WORDS and _FIGURE.search(line)):
        return _ROW
    return _AGAINST


def _heads_a_remark(line: str) -> bool:
    return len(line) <= _SHORT_LINE and len(line.split()) <= _REMARK_HEAD and ENTRY.search(line) is not None


def _story_stretch(values: list[float]) -> tuple[int, int]:
    """Return the range of the story: the greatest sum, or a great one that comes earlier (comments come later)."""
    best, (first, last) = _best_stretch(values)
    while first:
        earlier, (start, end) = _best_stretch(values[:first])
        if earlier < _EARLIER * best:
            break
        best, first, last = earlier, start, end
    return first, last


def _best_stretch(values: list[float]) -> tuple[float, tuple[int, int]]:
    """Return the greatest sum of a stretch, and its half-open range (Kadane)."""
    best, best_range = 0.0, (0, 0)
    total, start = 0.0, 0
    for index, value in enumerate(values):
        if total <= 0:
            total, start = 0.0, index
        total += value
        if total > best:
            best, best_range = total, (start, index + 1)
    return best, best_range


def _grown(page: _Page, first: int, last: int) -> tuple[int, int]:
    """Return the range of the story with what belongs to it beyond the lines that interrupt it, on both sides."""
    told = {word for line in _prose_of(page, first, last) for word in _longer_words(line)}
    before = (_continues(page, index, told) for index in range(first - 1, -1, -1))
    after = (_continues(page, index, told) for index in range(last, len(page.lines)))
    return first - _best_head(before), _behind_list(page, last + _best_head(after))


def _prose_of(page: _Page, first: int, last: int) -> Iterable[str]:
    return (page.lines[index] for index in range(first, last) if page.prose[index])


def _longer_words(line: str) -> set[str]:
    return set(_LONGER_WORD.findall(line.casefold()))


def _continues(page: _Page, index: int, told: set[str]) -> float:
    """Return what a line says for more of the story: prose with its words, against what stands between."""
    line = page.lines[index]
    if page.prose[index]:
        words = _longer_words(line)
        cohesion = len(words & told) / (len(words) + 1)
        return (
            min(_size(line), _LONGEST) * (cohesion - _COHESION) * _COHESION_WEIGHT if page.times[line] == 1 else -_GAP
        )
    if _heads_a_remark(line):
        return -_REMARK
    return -_BEYOND if _heads_more(page, index) else -_GAP


def _best_head(values: Iterable[float]) -> int:
    """Return how many values from the first on have the greatest sum; 0 where no sum is above zero.

    They are read only until the sum is so far below the greatest one that nothing follows any more.
    """
    best = total = 0.0
    length = 0
    for count, value in enumerate(values, 1):
        total += value
        if total > best:
            best, length = total, count
        if total < best - _FAR:
            break
    return length


def _behind_list(page: _Page, last: int) -> int:
    """Return the end of a list that follows on the story, below a heading perhaps; else the end of the story."""
    start = last if _is_row(page, last) else last + 1
    end = start
    while _is_row(page, end):
        end += 1
    return end if end - start >= _ROWS else last


def _is_row(page: _Page, index: int) -> bool:
    if index >= len(page.lines) or page.prose[index]:
        return False
    line = page.lines[index]
    return (
        _ROW_WORDS <= len(line.split()) <= _LONGEST_ROW and page.times[line] == 1 and _FIGURE.search(line) is not None
    )


def _kept(page: _Page, first: int, last: int) -> set[int]:
    """Return the lines of the story's range without what interrupts it: captions, headlines, labels."""
    return {index for index in range(first, _before_more(page, first, last)) if _belongs(page, index)}


def _before_more(page: _Page, first: int, last: int) -> int:
    """Return where the story ends: at the first heading of what comes after it, once most of its words are told."""
    sizes = [len(page.lines[index].split()) if page.prose[index] else 0 for index in range(first, last)]
    told, most = 0, _TOLD * sum(sizes)
    for index, size in enumerate(sizes, first):
        told += size
        if told >= most and page.times[page.lines[index]] == 1 and _heads_more(page, index):
            return index
    return last


def _heads_more(page: _Page, index: int) -> bool:
    line = page.lines[index]
    if page.prose[index] or len(line) > _SHORT_LINE or len(line.split()) > _HEADING:
        return False
    return BEYOND.match(line) is not None


def _belongs(page: _Page, index: int) -> bool:
    line = page.lines[index]
    words = len(line.split())
    if words <= _CAPTION and len(line) <= _CAPTION_LENGTH and CREDIT.search(line):
        return False
    if page.prose[index] or line.startswith(_ITEM):
        return True
    if words <= 3 or page.times[line] > 1:
        return False
    return words < _TEASER or _FIGURE.search(line) is not None or _alone(page.prose, index)


def _alone(prose: list[bool], index: int) -> bool:
    """Does a line stand between two of prose, as the heading of a part of the story does?"""
    return all(prose[near] for near in (index - 1, index + 1) if 0 <= near < len(prose))
