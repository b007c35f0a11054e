"""What the finders return: plain frozen dataclasses of offsets (code points, half open, into the article's text)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["direct", "fragment", "nested", "label"]
Wording = Literal["identical", "reworded", "split", "trimmed"]

IN_WORDS: Mapping[Wording, str] = {
    "identical": "whole",
    "trimmed": "trimmed",
    "split": "split",
    "reworded": "reworded",
}
"""What people are told of a wording."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One stretch of one article."""

    article: str
    """The article's id."""
    start: int
    end: int
    text: str
    """The slice `article.text[start:end]`."""


@dataclass(frozen=True, slots=True)
class Boilerplate(Passage):
    """A paragraph that is not part of the story."""

    reason: str = ""
    """By what it is known, in words."""


@dataclass(frozen=True, slots=True)
class Quotation(Passage):
    """A stretch between quotation marks, the marks left out."""

    speaker: str | None = None
    """The name in its fullest form in the article, or None where it cannot be told."""
    kind: Kind = "direct"
    attribution: tuple[int, int] | None = None
    """Where the article says who speaks ("Vance was quoted as saying"), a span of its text."""
    utterance: int = 0
    """Number of the utterance within the article: the pieces of an interrupted quotation have the same."""


@dataclass(frozen=True, slots=True)
class Member(Passage):
    """One passage of a shared quote: the shared stretch only, cut at the marks."""

    speaker: str | None = None
    wording: Wording = "identical"
    utterance: int = 0
    """Members of one article with the same number are pieces of one interrupted passage."""
    quotation: tuple[int, int] = (0, 0)
    """The whole stretch between marks that the member stands in, a span of the article's text."""
    attribution: tuple[int, int] | None = None
    """Where the article says who speaks, a span of its text; None where nothing near by says it."""
    whole: tuple[tuple[int, int], ...] = ()
    """All stretches between marks of the passage that the member is a piece of, in order: what `wording` judges."""


@dataclass(frozen=True, slots=True)
class SharedQuote:
    """The same utterance of one speaker in two or more articles."""

    id: str
    speaker: str | None
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An annotation that the program proposes."""

    key: str
    """Stable name of the suggestion, made from article, tag, place and words: a rejected one is known by it."""
    article: str
    tag: str
    spans: tuple[tuple[int, int], ...]
    reason: str
    """Why it is proposed, in words for the footer."""
    speaker: str | None = None
    group: str | None = None
