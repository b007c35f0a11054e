"""What the reports show, as plain data: the articles in pieces, the shared quotes, the annotations by tag."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Generic, TypeVar

from annotations.anchoring import tagged_first
from annotations.annotation import Annotation
from annotations.formats.colours import hex_of
from annotations.formats.exchange import Exchange
from annotations.tags import TINTS, Tag
from articles.article import Article
from quotes.letters import letter
from quotes.marks import DOUBLE_MARKS
from quotes.model import SharedQuote
from quotes.wording import Comparison, Row, compare

T = TypeVar("T")

HUES = 6
"""Hues of shared quotes before they begin again, as in the reading room."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One annotation with its number in the report."""

    number: int
    annotation: Annotation
    tag: "TagEntry"

    @property
    def words(self) -> str:
        """The words of the passage; three dots where it is interrupted."""
        return _words(self.annotation)

    @property
    def quoted(self) -> str:
        """The words between quotation marks; as they are where they bring marks of their own at an edge."""
        return _between_marks(self.words)

    @property
    def was(self) -> str:
        """The words that were tagged at first, likewise, where a moved annotation has others now; else empty."""
        first = _words(tagged_first(self.annotation)) if self.annotation.state == "moved" else self.words
        return _between_marks(first) if first != self.words else ""


def _words(annotation: Annotation) -> str:
    return " … ".join(span.exact.strip() for span in annotation.spans)


def _between_marks(words: str) -> str:
    return words if words[:1] in DOUBLE_MARKS or words[-1:] in DOUBLE_MARKS else f"“{words}”"


@dataclass(frozen=True)
class TagEntry:
    """One tag of the legend."""

    number: int
    tag: Tag
    entries: list[Entry] = field(default_factory=list)

    @property
    def letter(self) -> str:
        """What stands for it where there is no colour."""
        return self.tag.letter or self.tag.name[:1].upper()

    @property
    def tint(self) -> str:
        """Name of its tint in the style sheet, empty where it has a colour of its own."""
        return self.tag.colour if self.tag.colour in TINTS else ""

    @property
    def colour(self) -> str:
        """Its colour as #rrggbb."""
        return hex_of(self.tag.colour, self.tag.name)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article has a shared quote."""

    name: str
    """The anchor on the page: letter, then number within the quote."""
    article: int
    start: int
    end: int
    following: str
    """The anchor of the next place of the same quote, round in a circle."""


@dataclass(frozen=True)
class QuoteEntry:
    """One shared quote."""

    number: int
    group: SharedQuote
    comparison: Comparison
    places: tuple[Place, ...]
    cells: tuple[tuple[Row, ...], ...]
    """The passages by article."""

    @property
    def letter(self) -> str:
        """Its letters."""
        return letter(self.number)

    @property
    def hue(self) -> int:
        """Number of its hue."""
        return self.number % HUES

    @property
    def words(self) -> str:
        """Its fullest wording."""
        return self.comparison.rows[self.comparison.fullest].text.rstrip(",;: ")

    @property
    def reach(self) -> int:
        """In how many articles it stands."""
        return sum(bool(cell) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an article in which everything is the same."""

    text: str
    quote: QuoteEntry | None = None
    place: Place | None = None
    opens: bool = False
    """The shared quote begins here."""
    tags: tuple[TagEntry, ...] = ()
    begun: tuple[Entry, ...] = ()
    """Annotations that begin here."""


@dataclass(frozen=True)
class ArticleEntry:
    """One article, in paragraphs of pieces."""

    number: int
    article: Article
    entries: tuple[Entry, ...]
    paragraphs: tuple[tuple[Piece, ...], ...]

    @property
    def title(self) -> str:
        """What to call it."""
        return self.article.title or self.article.name


@dataclass(frozen=True)
class Report:
    """Everything that a report shows."""

    exchange: Exchange

    @cached_property
    def quotes(self) -> tuple[QuoteEntry, ...]:
        """All shared quotes of the articles."""
        numbers = {article.id: number for number, article in enumerate(self.exchange.articles)}
        return tuple(self._quote(number, group, numbers) for number, group in enumerate(self.exchange.story.groups))

    def _quote(self, number: int, group: SharedQuote, numbers: dict[str, int]) -> QuoteEntry:
        comparison = compare(group, self.exchange.articles)
        members = sorted(
            (m for m in group.members if m.article in numbers), key=lambda m: (numbers[m.article], m.start)
        )
        names = [f"{letter(number)}-{place}" for place in range(1, len(members) + 1)]
        places = tuple(
            Place(names[at], numbers[m.article], m.start, m.end, names[(at + 1) % len(names)])
            for at, m in enumerate(members)
        )
        by_article: defaultdict[str, list[Row]] = defaultdict(list)
        for row in comparison.rows:
            by_article[row.article].append(row)
        cells = tuple(tuple(by_article.get(article.id, ())) for article in self.exchange.articles)
        return QuoteEntry(number, group, comparison, places, cells)

    @cached_property
    def places(self) -> defaultdict[int, list[tuple[Place, QuoteEntry]]]:
        """The places of shared quotes by number of the article."""
        found: defaultdict[int, list[tuple[Place, QuoteEntry]]] = defaultdict(list)
        for quote in self.quotes:
            for place in quote.places:
                found[place.article].append((place, quote))
        return found

    @cached_property
    def tags(self) -> tuple[TagEntry, ...]:
        """The tags that are used, in the order of the code book, then those that are not in it."""
        used = Counter(annotation.tag for annotation in self.exchange.annotations)
        known = {tag.name: tag for tag in self.exchange.tags}
        names = [*(name for name in known if used[name]), *sorted(name for name in used if name not in known)]
        return tuple(TagEntry(number, known.get(name) or Tag(name)) for number, name in enumerate(names))

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All annotations, numbered; each is also entered under its tag."""
        by_name = {entry.tag.name: entry for entry in self.tags}
        found = []
        for number, annotation in enumerate(self.exchange.annotations, start=1):
            entry = Entry(number, annotation, by_name[annotation.tag])
            entry.tag.entries.append(entry)
            found.append(entry)
        return tuple(found)

    @cached_property
    def articles(self) -> tuple[ArticleEntry, ...]:
        """The articles with what stands in them."""
        placed: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            if self.exchange.stands(entry.annotation):
                placed[entry.annotation.article].append(entry)
        return tuple(
            ArticleEntry(
                number, article, tuple(placed[article.id]), tuple(self._paragraphs(number, article, placed[article.id]))
            )
            for number, article in enumerate(self.exchange.articles)
        )

    @property
    def orphans(self) -> list[Entry]:
        """The annotations that have no place in the text any more, or whose article is gone."""
        return [entry for entry in self.entries if not self.exchange.stands(entry.annotation)]

    @property
    def moved(self) -> list[Entry]:
        """The annotations at which a person should look: their words or context have changed."""
        return [
            entry
            for entry in self.entries
            if entry.annotation.state == "moved" and self.exchange.stands(entry.annotation)
        ]

    def _paragraphs(self, number: int, article: Article, entries: Sequence[Entry]) -> Iterator[tuple[Piece, ...]]:
        cutter = _Cutter(article.text, self.places[number], entries)
        for start, end in article.paragraphs:
            pieces = tuple(cutter.pieces(start, end))
            if (start, end) != article.title_span or len(pieces) > 1 or pieces[0].tags:
                yield pieces  # a title that nobody marked stands above the article already


class _Cutter:
    """Cuts an article where a shared quote or an annotation begins or ends. Paragraphs are asked for in order."""

    def __init__(self, text: str, quoted: Iterable[tuple[Place, QuoteEntry]], entries: Iterable[Entry]) -> None:
        self._text = text
        self._quoted = _Window([(place.start, place.end, (place, quote)) for place, quote in quoted])
        self._entries = _Window([(span.start, span.end, entry) for entry in entries for span in entry.annotation.spans])
        self._told: set[int] = set()
        """Annotations whose beginning has been shown."""

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """Yield the pieces of `[start, end)`."""
        quoted, spans = self._quoted.within(start, end), self._entries.within(start, end)
        edges = {
            start,
            end,
            *(edge for s, e, _ in quoted for edge in (s, e)),
            *(edge for s, e, _ in spans for edge in (s, e)),
        }
        for begin, stop in pairwise(sorted(edge for edge in edges if start <= edge <= end)):
            place, quote = next((found for s, e, found in quoted if s <= begin < e), (None, None))
            covering = sorted((entry for s, e, entry in spans if s <= begin < e), key=lambda entry: entry.number)
            begun = tuple(entry for entry in covering if entry.number not in self._told)
            self._told.update(entry.number for entry in begun)
            tags = {entry.tag.number: entry.tag for entry in covering}
            opens = place is not None and place.start == begin
            yield Piece(
                self._text[begin:stop], quote, place, opens, tuple(tags[number] for number in sorted(tags)), begun
            )


class _Window(Generic[T]):
    """Spans of a text, asked for from its beginning to its end: each is looked at only where it stands."""

    def __init__(self, spans: list[tuple[int, int, T]]) -> None:
        self._waiting = sorted(spans, key=lambda span: span[:2], reverse=True)
        self._open: list[tuple[int, int, T]] = []

    def within(self, start: int, end: int) -> list[tuple[int, int, T]]:
        """Return the spans that have a part in `[start, end)`; `start` never goes back."""
        while self._waiting and self._waiting[-1][0] < end:
            self._open.append(self._waiting.pop())
        self._open = [span for span in self._open if span[1] > start]
        return list(self._open)
