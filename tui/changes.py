"""Annotations whose article was edited: moved ones to look at, orphaned ones to place anew, with old and new words."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence

from annotations.annotation import Annotation
from articles.article import Article
from tui.ink import BLANK, Line, Piece, cut, line
from tui.naming import one_line
from tui.page import Page, page

_LONGEST = 400
"""Characters of a passage that are shown."""


def to_look_at(annotations: Iterable[Annotation]) -> list[Annotation]:
    """Return the annotations that a person should look at: the orphaned ones last."""
    changed = [annotation for annotation in annotations if annotation.state != "anchored"]
    return sorted(changed, key=lambda annotation: annotation.state == "orphaned")


def told(annotations: Sequence[Annotation], key: str) -> str:
    """Say at the opening that there are such annotations; nothing where there are none.

    Args:
        annotations: What `to_look_at` returned.
        key: The key of the palette.
    """
    moved = sum(annotation.state == "moved" for annotation in annotations)
    orphaned = len(annotations) - moved
    parts = [f"{moved} tag{'' if moved == 1 else 's'} moved"] if moved else []
    parts += [f"{orphaned} tag{'' if orphaned == 1 else 's'} without a place"] if orphaned else []
    return f"the articles were edited: {', '.join(parts)}; {key} changed places shows them" if parts else ""


def changes_page(annotations: Sequence[Annotation], articles: Mapping[str, Article], width: int) -> Page:
    """Write the list; the things of the page are the annotations.

    Args:
        annotations: What `to_look_at` returned.
        articles: The opened articles by id.
        width: Cells.
    """
    head = line(Piece(" changed places ", "badge"), Piece("   tags whose article was edited", "muted"))
    rows = ((cut(row, width), number) for number, one in enumerate(annotations) for row in _one(one, articles, width))
    none = ((line("  ", Piece("every tag stands where it stood", "muted")), None),)
    return page((cut(head, width), BLANK), rows if annotations else none)


def _one(annotation: Annotation, articles: Mapping[str, Article], width: int) -> Iterator[Line]:
    moved = annotation.state == "moved"
    yield line(
        "  ",
        Piece(annotation.tag, f"tag:{annotation.tag}"),
        Piece("  moved, look" if moved else "  without a place", "changed" if moved else "unsaved"),
        Piece(f"  {annotation.article}", "muted"),
    )
    old, new = old_words(annotation), new_words(annotation, articles)
    yield from _wrapped("was", old, width)
    if moved and new is not None:
        yield from _wrapped("now", "the same words; what stands around them has changed" if new == old else new, width)
    yield BLANK


def old_words(annotation: Annotation) -> str:
    """Return the words that were tagged first: the first selector is kept for ever."""
    first = annotation.extra.get("first")
    pieces = first.get("spans", ()) if isinstance(first, dict) else ()
    words = [str(piece.get("exact", "")) for piece in pieces if isinstance(piece, dict)]
    return one_line(" […] ".join(words or [piece.exact for piece in annotation.spans]))


def new_words(annotation: Annotation, articles: Mapping[str, Article]) -> str | None:
    """Return the words where the tag stands now; None where its article is not open."""
    article = articles.get(annotation.article)
    if article is None:
        return None
    return one_line(" […] ".join(article.text[piece.start : piece.end] for piece in annotation.spans))


def _wrapped(label: str, words: str, width: int) -> Iterator[Line]:
    shown = words if len(words) <= _LONGEST else words[:_LONGEST] + "…"
    rows = textwrap.wrap(f"“{shown}”", max(width - 9, 8)) or [""]
    for number, row in enumerate(rows):
        yield line("  ", Piece(f"{label if number == 0 else '':<5}", "muted"), Piece(row))
