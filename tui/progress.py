"""The figures of the work: what was read, tagged, left, article by article."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from annotations.annotation import Annotation
from annotations.tags import Tag
from articles.article import Article
from quotes.model import Suggestion
from tui.ink import BLANK, Line, Piece, cut, fitted, line
from tui.naming import short_names
from tui.page import Page, page


@dataclass(frozen=True, slots=True)
class Progress:
    """What was done in one article."""

    article: str
    read: int
    """Percent of the text that was in view, from its beginning."""
    tagged: Mapping[str, int]
    """Annotations by tag."""
    left: int
    """Suggestions that are neither accepted nor rejected."""


def percent(furthest: int, length: int) -> int:
    """Return how much is read, in percent; 100 only at the very end.

    Args:
        furthest: Code points up to which the text was in view.
        length: Code points of the text.
    """
    return 100 if furthest >= length else furthest * 100 // length


def progress(
    articles: Sequence[Article],
    furthest: Mapping[str, int],
    annotations: Iterable[Annotation],
    suggestions: Iterable[Suggestion],
) -> list[Progress]:
    """Count what was done.

    Args:
        articles: The opened articles.
        furthest: For each article's id the code points up to which it was in view.
        annotations: The live annotations; orphaned ones do not count.
        suggestions: Those that are left.
    """
    tagged: dict[str, Counter[str]] = {}
    for annotation in annotations:
        if annotation.state != "orphaned":
            tagged.setdefault(annotation.article, Counter())[annotation.tag] += 1
    left = Counter(suggestion.article for suggestion in suggestions)
    return [
        Progress(
            article.id,
            percent(furthest.get(article.id, 0), len(article.text)),
            tagged.get(article.id, Counter()),
            left[article.id],
        )
        for article in articles
    ]


_WIDE, _NARROW = 13, 8
"""Cells of a tag's column: with the longest name of a tag that is built in, and where there is less room."""


def progress_page(articles: Sequence[Article], done: Sequence[Progress], tags: Sequence[Tag], width: int) -> Page:
    """Write the figures as a table; the things of the page are the articles."""
    used = [tag for tag in tags if any(one.tagged.get(tag.name) for one in done) or tag.key in ("1", "2", "3")]
    labels = short_names(articles)
    longest = max(map(cell_len, labels), default=0) + 2
    size = _WIDE if 16 + min(longest, 40) + _WIDE * len(used) <= width else _NARROW
    name = max(10, min(longest, width - 16 - size * len(used)))
    columns = [tag for number, tag in enumerate(used) if 16 + name + size * (number + 1) <= width]
    head = line(
        "  ",
        *(Piece(fitted(text, cells), "muted") for text, cells in (("article", name), ("  read", 8), ("left", 6))),
        *(Piece(fitted(tag.name, size - 1) + " ", f"tag:{tag.name}") for tag in columns),
    )
    rows = [
        (_row(label, one, columns, name, size), number)
        for number, (label, one) in enumerate(zip(labels, done, strict=True))
    ]
    total = Progress("", _mean(done), sum((Counter(one.tagged) for one in done), Counter()), sum(o.left for o in done))
    below = [(BLANK, None), (_row("all", total, columns, name, size), None)]
    title = line(Piece(" progress ", "badge"), Piece("   what was read, tagged, left", "muted"))
    return page(
        (cut(title, width), BLANK, cut(head, width)), [(cut(row, width), item) for row, item in (*rows, *below)]
    )


def _row(label: str, one: Progress, columns: Sequence[Tag], name: int, size: int) -> Line:
    counts = (fitted(str(one.tagged.get(tag.name, 0)), size) for tag in columns)
    return line("  ", fitted(label, name), f"{one.read:>4} %  ", fitted(str(one.left), 6), *counts)


def _mean(done: Sequence[Progress]) -> int:
    return sum(one.read for one in done) // max(len(done), 1)
