"""What things are called on the screen: articles, shared quotes, and text that must fit on one line."""

from collections.abc import Sequence
from pathlib import PurePosixPath

from articles.article import Article


def one_line(text: str) -> str:
    """Return a text on one line: line ends and runs of blanks become single blanks (no-break ones too)."""
    return " ".join(text.split())


def short_names(articles: Sequence[Article]) -> list[str]:
    """Return a short name for each article: its outlet where outlets tell all of them apart.

    Else all have the numbers of their panes before the outlet, title or file's name.
    """
    names = [one_line(article.outlet or article.title or "") or _file_name(article) for article in articles]
    if all(article.outlet for article in articles) and len(set(names)) == len(names):
        return names
    return [f"{number} {name}" for number, name in enumerate(names, 1)]


def _file_name(article: Article) -> str:
    """Return the file's name without its ending; the key of an article within a file stays."""
    name, sharp, key = article.name.partition("#")
    return PurePosixPath(name).stem + sharp + key
