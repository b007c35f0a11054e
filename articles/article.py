"""The article: one immutable text with an id, and the spans of its paragraphs, sentences and words."""

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from articles import segments


class Span(NamedTuple):
    """A stretch of an article's text: code points, half open."""

    start: int
    end: int


@dataclass(frozen=True, eq=False)
class Article:
    """One text as it was opened.

    Two articles are the same article only if they are the same object; texts are compared by `sha256`.
    """

    id: str
    """The path below the common parent of what was opened, POSIX form; `file#key` for a file of several articles."""
    text: str
    """The decoded file: byte-order mark dropped, line ends folded to LF, nothing else touched."""
    title: str | None = None
    """The headline, where the article has one."""
    path: Path = field(default_factory=Path)
    """The file that it was read from, absolute."""
    outlet: str | None = None
    author: str | None = None
    date: str | None = None
    url: str | None = None
    encoding: str = "utf-8"
    """The encoding that the file was read with."""
    extractor: str | None = None
    """Name and version of the library that drew the text from a file with mark-up, such as `trafilatura 2.0.0`."""
    warnings: tuple[str, ...] = ()
    """What a person should know about the reading, a sentence each (bad bytes, a guessed encoding)."""
    title_span: Span | None = None
    """Where the title stands in the text, if it is its first line."""

    @property
    def name(self) -> str:
        """The last part of the id: what to call the article where it has no title."""
        file, sign, key = self.id.partition("#")
        return file.rpartition("/")[2] + sign + key

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8, hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """Spans of the paragraphs: lines with something on them, without the blanks at their edges."""
        return tuple(Span(*span) for span in segments.paragraphs(self.text))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Spans of the sentences, in order; none runs over the end of a paragraph."""
        return tuple(
            Span(*span) for start, end in self.paragraphs for span in segments.sentences(self.text, start, end)
        )

    @cached_property
    def words(self) -> tuple[Span, ...]:
        """Spans of the words: letters and digits with the apostrophes, points and hyphens that bind them."""
        return tuple(Span(*span) for span in segments.words(self.text))
