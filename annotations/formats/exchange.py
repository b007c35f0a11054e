"""What is exchanged: articles, annotations, code book and findings, ready to be written in any format."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotations.annotation import Annotation, Document, joined
from annotations.formats.units import CODE_POINT, OffsetUnit, Units
from annotations.tags import BUILT_IN, Tag
from articles.article import Article
from quotes.model import SharedQuote, Suggestion

if TYPE_CHECKING:
    from quotes.story import Story


def _read_story(articles: Sequence[Article]) -> "Story":
    from quotes.story import read_story

    return read_story(articles)


@dataclass(frozen=True)
class Exchange:
    """One export, before it takes a form."""

    articles: tuple[Article, ...] = ()
    """The articles that could be read, in the order in which they were opened."""
    annotations: tuple[Annotation, ...] = ()
    """Ordered by article, first start, id; each has been looked for in the article's present text."""
    tags: tuple[Tag, ...] = BUILT_IN
    unit: OffsetUnit = CODE_POINT
    """The unit of the offsets on their way out; within the program they are code points."""
    root: Path = field(default_factory=Path)
    """The folder that the articles' paths are relative to."""
    gone: tuple[Document, ...] = ()
    """Entries of articles that have annotations but can no longer be read."""
    rejected: frozenset[str] = frozenset()
    """Keys of the suggestions that a person has rejected."""
    find: Callable[[Sequence[Article]], "Story"] = _read_story
    """Finds what the articles say and share; called once, and only by formats that show it."""

    @cached_property
    def story(self) -> "Story":
        """What the articles say and share."""
        return self.find(self.articles)

    @cached_property
    def texts(self) -> dict[str, Article]:
        """The articles by id."""
        return {article.id: article for article in self.articles}

    @cached_property
    def placed(self) -> dict[str, list[Annotation]]:
        """The annotations that stand in a text at hand, by article: no orphans, none of lost articles."""
        found: defaultdict[str, list[Annotation]] = defaultdict(list)
        for annotation in self.annotations:
            if self.stands(annotation):
                found[annotation.article].append(annotation)
        return found

    @cached_property
    def orphans(self) -> list[Annotation]:
        """The annotations without a place in a text at hand."""
        return [annotation for annotation in self.annotations if not self.stands(annotation)]

    def stands(self, annotation: Annotation) -> bool:
        """Tell whether an annotation has a place in a text at hand."""
        return annotation.state != "orphaned" and annotation.article in self.texts

    @cached_property
    def groups(self) -> list[SharedQuote]:
        """The shared quotes that the annotations touch: named by them, or in the same words of an article."""
        if not self.annotations:
            return []
        named = {annotation.group for annotation in self.annotations if annotation.group}
        marked = {
            name: joined((span.start, span.end) for one in held for span in one.spans)
            for name, held in self.placed.items()
        }
        return [
            group
            for group in self.story.groups
            if group.id in named or any(_touches(marked.get(m.article, []), m.start, m.end) for m in group.members)
        ]

    @cached_property
    def suggestions(self) -> dict[str, list[Suggestion]]:
        """What the program would tag and nobody has yet, by article."""
        from quotes.suggestions import suggest

        found: defaultdict[str, list[Suggestion]] = defaultdict(list)
        for suggestion in suggest(self.story, self.articles, self.annotations, self.rejected):
            found[suggestion.article].append(suggestion)
        return found

    def outward(self, article: str, offset: int) -> int:
        """Return an offset of an article (code points) in the unit of the export."""
        if self.unit == CODE_POINT or article not in self.texts:
            return offset
        return self._units(article).utf16(offset)

    def _units(self, article: str) -> Units:
        if article not in self._converters:
            self._converters[article] = Units(self.texts[article].text)
        return self._converters[article]

    @cached_property
    def _converters(self) -> dict[str, Units]:
        return {}

    def unit_of(self, annotation: Annotation) -> OffsetUnit:
        """Return the unit of an annotation's offsets on their way out.

        Offsets into a text that is not at hand cannot be converted: they stay code points, and say so.
        """
        return self.unit if self.stands(annotation) else CODE_POINT

    def documents(self) -> Iterator[Document]:
        """Yield the annotations as documents of the contract, offsets in the unit of the export."""
        if self.unit == CODE_POINT:
            yield from (annotation.to_document() for annotation in self.annotations)
            return
        for annotation in self.annotations:
            document = annotation.to_document()
            if self.stands(annotation):
                convert = self._units(annotation.article).utf16
                for span in document["spans"]:
                    span["start"], span["end"] = convert(span["start"]), convert(span["end"])
            yield document


def _touches(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Tell whether one of several ordered, disjoint spans overlaps `[start, end)`."""
    place = bisect_right(spans, (start, end)) - 1
    return any(first < end and start < last for first, last in spans[max(0, place) : place + 2])


def known(document: dict[str, Any], *without: str) -> dict[str, Any]:
    """Return a document's fields that say something, some left out."""
    return {name: value for name, value in document.items() if name not in without and value not in ("", None)}
