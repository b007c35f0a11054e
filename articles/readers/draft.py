"""What goes into a reader and what comes out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from articles.article import Span
from articles.reading import ReadOptions


@dataclass(frozen=True, slots=True)
class Source:
    """A file on its way to a reader."""

    path: str
    """Absolute."""
    shown: str
    """The path as messages name it."""
    data: bytes
    options: ReadOptions
    beside: Mapping[str, str] = field(default_factory=dict)
    """What `newsreader fetch` saved beside a page: url, title, date, encoding."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An article that has no place yet: all of `Article` but its id and path."""

    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    date: str | None = None
    url: str | None = None
    encoding: str = "utf-8"
    extractor: str | None = None
    warnings: tuple[str, ...] = ()
    title_span: Span | None = None
    key: str | None = None
    """The item's own id, in a file of several."""
