"""The desk: what is open and what is known about it, without a screen. Articles, story, store, marks, suggestions."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from annotations.tags import Tag
from articles.article import Article, Span
from articles.shelf import Shelf
from tui.codebook import code_book
from tui.layers import Mark, Marks

if TYPE_CHECKING:
    from annotations.annotation import Annotation
    from annotations.store import Store
    from quotes.model import Member, SharedQuote, Suggestion
    from quotes.story import Story
    from quotes.wording import Comparison
    from tui.ink import Line
    from tui.search import Searcher

Changed = Callable[[str, Mark, int], None]
"""Told of a mark that came (1) or went (-1), with the article's id."""


def _nobody(_article: str, _mark: Mark, _number: int) -> None:
    """Listen to nothing."""


@dataclass
class Desk:
    """Everything that lies open. Offsets are code points, half open, into the article's text."""

    shelf: Shelf
    tags: tuple[Tag, ...]
    """The code book."""
    story: "Story | None" = None
    """None while quotes are being looked for."""
    store: "Store | None" = None
    """None until it is opened."""
    current: str | None = None
    """Id of the current shared quote."""
    suggestion: "Suggestion | None" = None
    """The current suggestion."""
    suggestions: "list[Suggestion] | None" = None
    """Those that are left, in reading order; None while they are not known."""
    counts: Counter[str] = field(default_factory=Counter)
    """Annotations by tag, orphans not counted."""
    searcher: "Searcher | None" = None
    """Searches the articles; None until their texts are folded."""
    changed: Changed = _nobody
    """Told of every mark that comes or goes."""

    def __post_init__(self) -> None:
        self._marks: dict[str, Marks] = {}
        self._known: dict[str, Annotation] = {}
        self._in_order: list[Annotation] | None = None
        self._numbers: dict[str, int] = {}
        self._quotations: dict[str, list[Span]] = {}
        self._comparisons: dict[str, Comparison] = {}
        self._drawn: tuple[tuple[str, int, int], list[Line]] | None = None
        self._version = -1
        self._configured = self.tags
        self.ids = self.shelf.ids

    # What is marked

    def marks(self, article: str) -> Marks:
        """Return the marks of an article."""
        return self._marks.setdefault(article, Marks())

    def add_mark(self, article: str, mark: Mark) -> None:
        """Put a mark on an article."""
        self.marks(article).add(mark)
        self.changed(article, mark, 1)

    def drop_mark(self, article: str, mark: Mark) -> None:
        """Take a mark off an article."""
        self.marks(article).remove(mark)
        self.changed(article, mark, -1)

    # Shared quotes

    @property
    def groups(self) -> "Sequence[SharedQuote]":
        """The shared quotes, in the order of their letters."""
        return self.story.groups if self.story else ()

    def take_story(self, story: "Story") -> None:
        """Take in what was found: quotes get their letters and marks."""
        self.story = story
        self._numbers = {group.id: number for number, group in enumerate(story.groups)}
        self._quotations = {
            article: [Span(quotation.start, quotation.end) for quotation in quotations]
            for article, quotations in story.quotations.items()
        }
        for group in story.groups:
            for member in group.members:
                mark = Mark(member.start, member.end, "quote", group.id, hue=self._numbers[group.id])
                self.add_mark(member.article, mark)

    def number(self, group: str) -> int:
        """Return the number of a shared quote, from 0."""
        return self._numbers[group]

    def group(self, id_: str | None) -> "SharedQuote | None":
        """Return a shared quote by its id."""
        return self.groups[self._numbers[id_]] if id_ in self._numbers else None

    def group_at(self, article: str, offset: int) -> "SharedQuote | None":
        """Return the shared quote over an offset, the innermost; the current one where it is among them."""
        over = [mark.key for mark in self.marks(article).at(offset, "quote")]
        return self.group(self.current if self.current in over else next(iter(over), None))

    @cached_property
    def articles(self) -> list[Article]:
        """The articles that can be read, in order; all are read at the first call."""
        return list(self.shelf)

    def comparison(self, group: "SharedQuote") -> "Comparison":
        """Return the wordings of a shared quote, aligned."""
        if group.id not in self._comparisons:
            from quotes.wording import compare

            self._comparisons[group.id] = compare(group, self.articles)
        return self._comparisons[group.id]

    def drawn(self, key: tuple[str, int, int], make: "Callable[[], list[Line]]") -> "list[Line]":
        """Return the lines that were made last for a quote at a size, else make them: most keys change neither."""
        if self._drawn is None or self._drawn[0] != key:
            self._drawn = (key, make())
        return self._drawn[1]

    def counterpart(self, here: Article, there: Article, offset: int) -> int:
        """Return the offset of an article that belongs to an offset of another one, by their shared quotes."""
        from tui.linking import anchors, counterpart

        return counterpart(offset, anchors(here.id, there.id, self.groups, (len(here.text), len(there.text))))

    def passages(self, group: "SharedQuote") -> "Iterator[tuple[Member, ...]]":
        """Yield the passages of a shared quote: the pieces of an interrupted one together, each print by itself."""
        together: dict[tuple[str, int], list[Member]] = {}
        for member in group.members:
            together.setdefault((member.article, member.utterance), []).append(member)
        for pieces in together.values():
            yield tuple(sorted(pieces, key=lambda member: member.start))

    def quotations(self, article: str, offset: int) -> list[Span]:
        """Return the quotations over an offset."""
        return [span for span in self._quotations.get(article, ()) if span.start <= offset < span.end]

    # Annotations

    def take_store(self, store: "Store") -> None:
        """Take in a store that was opened."""
        self.store = store
        self.refresh()

    def refresh(self, *, always: bool = False) -> bool:
        """Bring marks and code book to what the store holds; tell whether anything had changed.

        Args:
            always: Whether to look even where the store's version is the same: after anchoring in a read-only store.
        """
        if self.store is None or (self.store.version == self._version and not always):
            return False
        self._version = self.store.version
        here = set(self.ids)
        new = {annotation.id: annotation for annotation in self.store.annotations() if annotation.article in here}
        for id_ in [id_ for id_, old in self._known.items() if new.get(id_) is not old]:
            self._take(self._known[id_], new.get(id_))
        for id_, annotation in new.items():
            if id_ not in self._known:
                self._take(None, annotation)
        self._read_tags()
        return True

    def _read_tags(self) -> None:
        """Bring the code book together: the configured tags, those of the store, those that annotations carry."""
        assert self.store is not None
        book = code_book(self._configured, self.store.tags(), (tag for tag, number in self.counts.items() if number))
        if book != self.tags:
            self.tags = book

    def note(self, before: "Annotation | None", after: "Annotation | None") -> None:
        """Take in one change that was just made in the store, without looking at the others."""
        assert self.store is not None
        self._take(before, after)
        self._version = self.store.version

    def _take(self, before: "Annotation | None", after: "Annotation | None") -> None:
        for annotation, number in ((before, -1), (after, 1)):
            if annotation is None or annotation.state == "orphaned":
                continue
            self.counts[annotation.tag] += number
            for mark in marks_of(annotation):
                (self.add_mark if number > 0 else self.drop_mark)(annotation.article, mark)
        self._in_order = None
        if before is not None:
            self._known.pop(before.id, None)
        if after is not None:
            self._known[after.id] = after

    def annotation(self, id_: str) -> "Annotation | None":
        """Return a live annotation of an open article by its id."""
        return self._known.get(id_)

    def annotations_at(self, article: str, offset: int) -> "list[Annotation]":
        """Return the annotations over an offset, the innermost first."""
        return [self._known[mark.key] for mark in self.marks(article).at(offset, "tag")]

    def annotations(self) -> "list[Annotation]":
        """Return the live annotations of the open articles, in the order of the shelf and the text."""
        if self._in_order is None:
            order = {article: number for number, article in enumerate(self.ids)}
            live = [annotation for annotation in self._known.values() if annotation.state != "orphaned"]
            live.sort(key=lambda annotation: (order[annotation.article], annotation.start, annotation.id))
            self._in_order = live
        return self._in_order.copy()

    def known(self) -> "dict[str, Annotation]":
        """Return all annotations of the open articles by id; one that nobody has changed stays the same object."""
        return self._known.copy()

    # Suggestions

    def take_suggestions(self, suggestions: "Sequence[Suggestion]") -> None:
        """Take in the suggestions that are left; the current one stays if it is among them."""
        before = {suggestion.key: suggestion for suggestion in self.suggestions or ()}
        after = {suggestion.key: suggestion for suggestion in suggestions}
        for key in before.keys() - after.keys():
            self._mark_suggestion(before[key], -1)
        for key in after.keys() - before.keys():
            self._mark_suggestion(after[key], 1)
        self.suggestions = list(suggestions)
        if self.suggestion is not None:
            self.suggestion = after.get(self.suggestion.key)

    def drop_suggestion(self, suggestion: "Suggestion") -> None:
        """Take one off: it was accepted or rejected."""
        if self.suggestions and suggestion in self.suggestions:
            self.suggestions.remove(suggestion)
            self._mark_suggestion(suggestion, -1)

    def _mark_suggestion(self, suggestion: "Suggestion", number: int) -> None:
        change = self.add_mark if number > 0 else self.drop_mark
        for start, end in suggestion.spans:
            change(suggestion.article, Mark(start, end, "suggestion", suggestion.key, suggestion.tag))
            if suggestion.tag == "boilerplate":
                change(suggestion.article, Mark(start, end, "boilerplate", suggestion.key))

    def suggestion_at(self, article: str, offset: int) -> "Suggestion | None":
        """Return the suggestion over an offset, the innermost; the current one where it is among them."""
        over = [mark.key for mark in self.marks(article).at(offset, "suggestion")]
        if self.suggestion is not None and self.suggestion.key in over:
            return self.suggestion
        return next((s for key in over for s in self.suggestions or () if s.key == key), None)

    # The code book

    def tag_of_key(self, key: str) -> Tag | None:
        """Return the tag that a digit sets."""
        return next((tag for tag in self.tags if tag.key == key), None)

    def article(self, id_: str) -> Article:
        """Return an open article by its id."""
        return self.shelf[self.ids.index(id_)]


def marks_of(annotation: "Annotation") -> Iterator[Mark]:
    """Yield a mark for each piece of an annotation."""
    for piece in annotation.spans:
        yield Mark(piece.start, piece.end, "tag", annotation.id, annotation.tag)
