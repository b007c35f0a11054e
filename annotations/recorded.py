"""Articles that are found where a store recorded them: for `--db FILE` without a PATH."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from articles.article import Article
from articles.errors import ArticleError
from articles.shelf import Reading, ReadOptions, read_articles


def read_recorded(records: Iterable[Mapping[str, Any]], folder: Path, options: ReadOptions) -> Reading:
    """Read the articles of a store's records under the ids that they have there.

    Args:
        records: What `Store.recorded_articles` returns.
        folder: The store's folder; recorded paths are relative to it.
        options: How to read.

    Returns:
        What is still there; what is gone or unreadable is in `refused`.
    """
    articles: list[Article] = []
    refused: list[ArticleError] = []
    read = cache(lambda path, encoding: read_articles([path], replace(options, encoding=encoding)))
    for record in sorted(records, key=lambda record: str(record["id"])):
        try:
            articles.append(_article(record, folder / str(record["path"]), read, options.encoding))
        except ArticleError as error:
            refused.append(error)
    return Reading(articles, refused, [], folder)


def recorded_paths(records: Iterable[Mapping[str, Any]], folder: Path) -> list[Path]:
    """Return the files of a store's records that are still there, each once, in the order of the ids."""
    paths = (folder / str(record["path"]) for record in sorted(records, key=lambda record: str(record["id"])))
    return list(dict.fromkeys(path for path in paths if path.exists()))


Read = Callable[[Path, str | None], Reading]
"""Reads a file in an encoding (None: found out), and no file twice: one of a thousand articles has as many records."""


def _article(record: Mapping[str, Any], path: Path, read: Read, encoding: str | None) -> Article:
    """Read as asked, then, if that gives another text, with the recorded encoding."""
    article = _article_of(record, read(path, encoding), path)
    if encoding is None and record.get("encoding") and article.sha256 != record.get("sha256"):
        article = _article_of(record, read(path, str(record["encoding"])), path)
    return replace(article, id=str(record["id"]))


def _article_of(record: Mapping[str, Any], reading: Reading, path: Path) -> Article:
    several = len(reading.articles) > 1
    for article in reading.articles:
        if not several or f"/{record['id']}".endswith(f"/{article.id}"):
            return article
    if reading.refused:
        raise reading.refused[0]
    raise ArticleError(path, f"holds no article {record['id']} any more", "its annotations are kept")
