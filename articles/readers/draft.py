"""What goes into a reader and what comes out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from articles.article import Span
from articles.decoding import Decoded, UndecodableError, decode
from articles.errors import ArticleError
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
    """What `newsreader fetch` saved beside a page: url, title, date, and the encoding that the server named."""

    def decoded(self, declared: str | None = None, advice: str = "name its encoding with --encoding") -> Decoded:
        """Return the text, by --encoding, else the encoding that it is declared to have, else by its bytes.

        Raises:
            ArticleError: It is no text, or not in the encoding that was named.
        """
        try:
            return decode(self.data, self.options.encoding or declared)
        except UndecodableError as error:
            raise ArticleError(self.shown, str(error), advice) from None

    def replaced(self, data: bytes, **beside: str) -> "Source":
        """Return the source of a file within this one."""
        return replace(self, data=data, beside={**self.beside, **beside})


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
    alone: bool = False
    """Whether the file is this one article: its id is the file's, without a key."""


Drafts = Sequence[Draft | ArticleError]
"""The articles of a file in order; an error in the place of one that cannot be read."""
