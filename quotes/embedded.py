"""Posts that an article embeds: their words stand in the text without marks, signed by their author."""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from quotes.tokens import words_between

_SIGNATURE = re.compile(
    r"^[ \t>]*[—–―-]{1,2} ?(?P<name>[^\n()@]{2,60}?) ?\((?P<handle>@\w{1,30})\)[^\n]*$", re.MULTILINE
)
_INLINE = re.compile(r"[—–―-]{1,2} ?(?P<name>[^\n()@—–―-]{2,60}?) ?\((?P<handle>@\w{1,30})\)")
_MARKS = re.compile(r"[\"“”„‟«»＂〝〞「」『』‘‚‛‹›]|``|(?<!\w)'(?=\w)")
"""Any mark that opens a quotation. A straight one within a word is an apostrophe."""
_LINK = re.compile(r"(?:https?://|pic\.twitter\.com/|\bt\.co/)\S")
_DATE = re.compile(r" ?(?:[^\W\d_]{1,12}\.? \d{1,2}, \d{4}|\d{1,2}\.? [^\W\d_]{1,12}\.? \d{4})?")
"""When a post was sent, behind its signature: `May 2, 2024`, `2 mai 2024`."""
_LINES = 4
"""Lines of a post above its signature."""


@dataclass(frozen=True, slots=True)
class Post:
    """An embedded post."""

    start: int
    """Code points, half open, into the article's text: its words, without link and signature."""
    end: int
    author: str


def find_posts(text: str) -> list[Post]:
    """Return the embedded posts of a text that hold no quotation marks, in order.

    `— Anna Ruiz (@annaruiz) May 2` signs the paragraph above it, or the words before it on its line.
    """
    if "(@" not in text:
        return []
    return [post for post in _signed(text) if post.end > post.start and not _MARKS.search(text, post.start, post.end)]


def _signed(text: str) -> Iterator[Post]:
    behind = 0
    for match in _INLINE.finditer(text):
        line = text.rfind("\n", behind, match.start()) + 1
        begin = max(line, behind)
        dated = _DATE.match(text, match.end())
        behind = dated.end() if dated else match.end()
        if text[begin : match.start()].strip(" \t>"):
            yield _post(text, begin, match.start(), match.group("name"))
        elif begin == line and _SIGNATURE.match(text, line):
            yield _post(text, _paragraph_above(text, line), line, match.group("name"))


def _paragraph_above(text: str, line: int) -> int:
    """Return where the lines above a signature begin: up to a blank line, few at most."""
    end = line
    while end and text[end - 1].isspace():
        end -= 1
    start = text.rfind("\n", 0, end) + 1
    for _ in range(_LINES - 1):
        above = text[text.rfind("\n", 0, max(0, start - 1)) + 1 : max(0, start - 1)]
        if not above.strip():
            break
        start -= len(above) + 1
    return start


def _post(text: str, start: int, end: int, author: str) -> Post:
    inside = text[start:end].rstrip()
    last = max(map(inside.rfind, " \t\n\u00a0")) + 1
    link = _LINK.search(inside, last)
    end = start + (link.start() if link else len(inside))
    inside = text[start:end]
    start += len(inside) - len(inside.lstrip(" \t\n>"))
    return Post(start, start + len(text[start:end].rstrip()), author.strip())


_FIRST_WORDS = 12
"""Words of a paragraph in which one that is quoted elsewhere must already show."""
_COPIED = 0.8
"""Share of a paragraph's words that must be quoted elsewhere."""
_SHORTEST, _LONGEST = 6, 90


def find_copies(text: str, paragraphs: Iterable[tuple[int, int]], quoted: Container[tuple[str, ...]]) -> list[Post]:
    """Return the paragraphs without marks whose words another article quotes: posts and statements set off as blocks.

    Args:
        text: The article's text.
        paragraphs: Spans of its paragraphs.
        quoted: The word triples that other articles quote, folded.
    """
    found = []
    for start, end in paragraphs:
        if _MARKS.search(text, start, end):
            continue
        words = words_between(text, [(start, min(end, start + 120))]).folded[:_FIRST_WORDS]
        if not any(gram in quoted for gram in triples(words)):
            continue
        words = words_between(text, [(start, end)]).folded
        covered = {at + k for at, gram in enumerate(triples(words)) if gram in quoted for k in range(3)}
        if _SHORTEST <= len(words) <= _LONGEST and len(covered) >= _COPIED * len(words):
            found.append(Post(start, end, ""))
    return found


def triples(words: list[str]) -> Iterator[tuple[str, str, str]]:
    """Yield the runs of three words."""
    return zip(words, words[1:], words[2:], strict=False)
