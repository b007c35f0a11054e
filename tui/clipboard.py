"""Copying: what is copied, and the terminal's clipboard, which never says whether it took it."""

from collections.abc import Sequence

from articles.article import Article
from tui.naming import one_line

MOST_BYTES = 74_994
"""Bytes of text that all terminals with OSC 52 take: xterm and others stop at 100,000 characters of base64."""


def told(text: str) -> str:
    """Say honestly what became of a copied text: it was sent, and nobody answers."""
    words = len(text.split())
    size = f"{words} word{'' if words == 1 else 's'}"
    if len(text.encode("utf-8", "replace")) > MOST_BYTES:
        return f"{size} sent to the terminal's clipboard; many terminals take no more than {MOST_BYTES // 1000} kB"
    return f"{size} sent to the terminal's clipboard"


def passage(article: Article, spans: Sequence[tuple[int, int]]) -> str:
    """Return the words of a passage as the article has them; between the pieces of an interrupted one an ellipsis."""
    return " […] ".join(article.text[start:end] for start, end in spans)


def with_source(article: Article, spans: Sequence[tuple[int, int]], speaker: str | None) -> str:
    """Return a passage in marks with speaker, outlet, title, date and address, as far as they are known."""
    title = f"“{one_line(article.title)}”" if article.title else article.name
    source = ", ".join(part for part in (article.outlet, title, article.date, article.url) if part)
    said = f" – {speaker}" if speaker else ""
    return f"“{one_line(passage(article, spans))}”{said} ({one_line(source)})"
