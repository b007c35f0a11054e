"""Where the story stands in a text that is a whole web page: menus, links and comments around it.

The story is the stretch of lines whose sum of values is greatest: long lines of prose count for it, anything else
against it. A text that is an article and nothing else is left whole.
"""

from collections.abc import Sequence

from articles.article import Span

_MANY = 15
"""Lines that are no prose from which a text may be a page ..."""
_MOST = 0.5
"""... if they are this share of its lines."""
_EVEN = 12
"""Words of prose that count neither for nor against the story."""
_AGAINST = 10.0
"""What a line that is no prose counts against it."""
_LONGEST = 60
"""Words of a line that count."""
_EARLIER = 0.5
"""Share of the greatest sum that makes an earlier stretch the story."""
_TERMINAL = ".!?…。！？:"
_CLOSERS = "\"'”’»›)]“」"


def story_lines(text: str, paragraphs: Sequence[Span]) -> set[int]:
    """Return the indexes of the lines that belong to the story; all of them, where the text is no web page."""
    lines = [text[start:end] for start, end in paragraphs]
    prose = [_is_prose(line) for line in lines]
    others = len(lines) - sum(prose)
    if others < _MANY or others < _MOST * len(lines):
        return set(range(len(lines)))
    first, last = _story_stretch([_value(line, good) for line, good in zip(lines, prose, strict=True)])
    seen: dict[str, int] = {}
    for line in lines:
        seen[line] = seen.get(line, 0) + 1
    return {i for i in range(first, last) if prose[i] or (len(lines[i].split()) > 3 and seen[lines[i]] == 1)}


def _is_prose(line: str) -> bool:
    """Is a line made of sentences: enough words, most of them small, a point at its end?"""
    words = line.split()
    if len(words) < 6 and not _ideographs(line):
        return False
    if not line.rstrip(_CLOSERS + " ").endswith(tuple(_TERMINAL)) or line.endswith(("...", "…")):
        return False
    small = sum(not word.lstrip(_CLOSERS + "(“«„")[:1].isupper() for word in words)
    return small >= 0.5 * len(words)


def _ideographs(line: str) -> bool:
    return sum("\u3040" <= sign <= "\u9fff" for sign in line) > 10


def _value(line: str, prose: bool) -> float:
    """Return what a line says for the story (above zero) or against it."""
    words = len(line) / 2 if _ideographs(line) else len(line.split())
    return min(words, _LONGEST) - _EVEN if prose else -_AGAINST


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
