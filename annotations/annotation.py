"""The annotation: a passage, a tag, and who, when, note."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

from articles.article import Article

CONTEXT = 32
"""Characters of context kept on each side of a span (as in the W3C TextQuoteSelector of Hypothesis)."""

State = Literal["anchored", "moved", "orphaned"]
Origin = Literal["person", "suggestion"]
Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Selector:
    """One span of a passage, with what is needed to find it again in an edited text."""

    start: int
    """Code points, half open, into the article's text."""
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Selector":
        """Make the selector of `text[start:end]`."""
        return cls(start, end, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


@dataclass(frozen=True, slots=True)
class Annotation:
    """A passage that somebody tagged. `to_document` gives the shape in which the store and the exports hold it."""

    id: str
    article: str
    sha256: str
    tag: str
    spans: tuple[Selector, ...]
    note: str = ""
    speaker: str | None = None
    group: str | None = None
    annotator: str = ""
    created: str = ""
    """ISO 8601 in UTC with Z."""
    updated: str = ""
    origin: Origin = "person"
    state: State = "anchored"
    extra: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}), compare=False)
    """Fields of the document that this version does not know; kept."""

    @property
    def start(self) -> int:
        """Where the passage begins, for ordering."""
        return self.spans[0].start if self.spans else 0

    def to_document(self) -> Document:
        """Return the document of the contract, unknown fields kept."""
        return {
            **self.extra,
            "id": self.id,
            "article": self.article,
            "sha256": self.sha256,
            "tag": self.tag,
            "spans": [
                {"start": s.start, "end": s.end, "exact": s.exact, "prefix": s.prefix, "suffix": s.suffix}
                for s in self.spans
            ],
            "note": self.note,
            "speaker": self.speaker,
            "group": self.group,
            "annotator": self.annotator,
            "created": self.created,
            "updated": self.updated,
            "origin": self.origin,
            "state": self.state,
        }

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> "Annotation":
        """Read a document; missing fields get their defaults, unknown ones go to `extra`."""
        known = dict(document)
        spans = tuple(
            Selector(s["start"], s["end"], s["exact"], s.get("prefix", ""), s.get("suffix", ""))
            for s in known.pop("spans", ())
        )
        fields = {name: known.pop(name) for name in _FIELDS if name in known}
        return cls(spans=spans, extra=MappingProxyType(known) if known else _NO_MORE, **fields)


_NO_MORE: Mapping[str, Any] = MappingProxyType({})
"""What nearly all documents have beside the known fields: one for all, a dictionary each would be half a kilobyte."""
_FIELDS = (
    "id",
    "article",
    "sha256",
    "tag",
    "note",
    "speaker",
    "group",
    "annotator",
    "created",
    "updated",
    "origin",
    "state",
)


def joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans (code points, half open) in order, those that overlap or touch as one: it is the same passage."""
    whole: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if whole and start <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(whole[-1][1], end))
        else:
            whole.append((start, end))
    return whole


def selectors(article: Article, spans: Iterable[tuple[int, int]]) -> tuple[Selector, ...]:
    """Make the selectors of spans of an article, in order."""
    return tuple(Selector.of(article.text, start, end) for start, end in sorted(spans))
