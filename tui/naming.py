"""What things are called on the screen: articles, shared quotes, and text that must fit on one line."""

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from articles.article import Article


def one_line(text: str) -> str:
    """Return a text on one line: line ends and runs of blanks become single blanks (no-break ones too)."""
    return " ".join(text.split())


def short_names(articles: Sequence[Article]) -> list[str]:
    """Return a short name for each article: the outlet where it tells them apart, else the title or the file's name."""
    names = [one_line(article.outlet or article.title or "") or _file_name(article) for article in articles]
    repeated = {name for name, times in Counter(names).items() if times > 1}
    outlets = all(article.outlet for article in articles)
    return [f"{number} {name}" if name in repeated or not outlets else name for number, name in enumerate(names, 1)]


def _file_name(article: Article) -> str:
    """Return the file's name without its ending; the key of an article within a file stays."""
    name, sharp, key = article.name.partition("#")
    return PurePosixPath(name).stem + sharp + key
