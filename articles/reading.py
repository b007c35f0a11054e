"""What a person may choose about reading, and what reading returns."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from articles.article import Article
from articles.errors import ArticleError

FIELDS = ("text", "title", "outlet", "author", "date", "url", "id")
"""The fields of an article that a record may have."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How articles are read; the defaults are those of the command line."""

    encoding: str | None = None
    """Name of the encoding of every file; None: found out for each."""
    max_size: int = 2_000_000
    """Bytes of an article's text at most (`--max-size`)."""
    max_file_size: int = 200_000_000
    """Bytes at most of a file that holds several articles or mark-up."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """Names of columns or keys in records (JSON, CSV), where they are none of the usual: `{"text": "story"}`."""


OWN = "newsreader's own"
"""The reason for leaving out a store, its files and exports: nobody needs to be told."""


class LeftOut(NamedTuple):
    """A file of a folder that is not opened, and why."""

    path: Path
    reason: str
    """In a word or two: `hidden`, `unknown kind`, `not an article`."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that some paths hold, read."""

    articles: list[Article]
    refused: list[ArticleError]
    left_out: list[LeftOut]
    root: Path
    """The common parent folder of what was opened; the articles' ids are paths below it."""
