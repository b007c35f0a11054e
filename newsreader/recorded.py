"""Articles that are found where a store recorded them: for `--db FILE` without a PATH."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
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
    for record in sorted(records, key=lambda record: str(record["id"])):
        try:
            articles.append(_read(record, folder, options))
        except ArticleError as error:
            refused.append(error)
    return Reading(articles, refused, [], folder)


def recorded_paths(records: Iterable[Mapping[str, Any]], folder: Path) -> list[Path]:
    """Return the files of a store's records that are still there, each once, in the order of the ids."""
    paths = (folder / str(record["path"]) for record in sorted(records, key=lambda record: str(record["id"])))
    return list(dict.fromkeys(path for path in paths if path.exists()))


def _read(record: Mapping[str, Any], folder: Path, options: ReadOptions) -> Article:
    path = folder / str(record["path"])
    for attempt in _attempts(record, options):
        article = _article_of(record, read_articles([path], attempt), path)
        if article.sha256 == record.get("sha256"):
            break
    return replace(article, id=str(record["id"]))


def _attempts(record: Mapping[str, Any], options: ReadOptions) -> Iterator[ReadOptions]:
    """Yield how to read: as asked, then, if that gives another text, with the recorded encoding."""
    yield options
    if options.encoding is None and record.get("encoding"):
        yield replace(options, encoding=str(record["encoding"]))


def _article_of(record: Mapping[str, Any], reading: Reading, path: Path) -> Article:
    if reading.refused:
        raise reading.refused[0]
    key = str(record["id"]).rpartition("#")[2]
    several = len(reading.articles) > 1
    for article in reading.articles:
        if not several or article.id.rpartition("#")[2] == key:
            return article
    raise ArticleError(path, f"holds no article {key} any more", "its annotations are kept")
