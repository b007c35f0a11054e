"""From a store and the opened articles to an exchange: every annotation in its article, as it stands there today."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from annotations.annotation import Annotation, Document
from annotations.beside import store_files
from annotations.formats.errors import UsageError
from annotations.formats.exchange import Exchange
from annotations.formats.units import OPTIONS
from annotations.store import Store
from annotations.tags import Tag
from articles.article import Article

_ENTRY = ("article", "path", "title", "outlet", "length", "sha256", "encoding")


@dataclass(frozen=True, slots=True)
class Filters:
    """Which annotations are exported; None lets all through."""

    tag: str | None = None
    annotator: str | None = None
    article: str | None = None
    """An article's id, or its title."""
    since: str | None = None
    """A day or time (ISO 8601; UTC where it says none): what was made or changed since."""


def prepare(
    store: Store,
    articles: Iterable[Article],
    offsets: str = "code-point",
    filters: Filters | None = None,
    configured: Iterable[Tag] = (),
) -> Exchange:
    """Gather what is exported. Nothing is changed.

    Args:
        store: Where the annotations are.
        articles: The articles that could be read.
        offsets: `code-point` or `utf16`.
        filters: Which annotations.
        configured: The tags of a configuration; they count before those of the store.

    Raises:
        UsageError: The offsets or the time are none.
    """
    if offsets not in OPTIONS:
        raise UsageError(f"offsets {offsets!r}: must be one of {', '.join(OPTIONS)}")
    opened = tuple(articles)
    placed = _filtered(place(store.annotations(), opened), opened, filters or Filters())
    ordered = tuple(sorted(placed, key=lambda annotation: (annotation.article, annotation.start, annotation.id)))
    return Exchange(
        articles=opened,
        annotations=ordered,
        tags=_code_book(store, configured, ordered),
        unit=OPTIONS[offsets],
        root=store.path.parent,
        gone=tuple(_gone(store, ordered, opened)),
        rejected=frozenset(store.rejected()),
    )


def _code_book(store: Store, configured: Iterable[Tag], annotations: Iterable[Annotation]) -> tuple[Tag, ...]:
    """Return the tags of store and configuration, then those that annotations carry without being in either."""
    book = {tag.name: tag for tag in (*store.tags(), *configured)}
    used = sorted({annotation.tag for annotation in annotations} - book.keys())
    return (*book.values(), *map(Tag, used))


def place(annotations: Sequence[Annotation], articles: Sequence[Article]) -> Iterator[Annotation]:
    """Yield each annotation as it stands in its article now; one whose article is not there as the store has it."""
    from annotations.looking import look_again  # with the search for moved words, which few exports need

    now = {pair.old.id: pair.new for pair in look_again(annotations, articles).placed}
    for annotation in annotations:
        yield now.get(annotation.id, annotation)


def _filtered(annotations: Iterable[Annotation], articles: Sequence[Article], filters: Filters) -> Iterator[Annotation]:
    since = None if filters.since is None else _time(filters.since)
    names = {article.id for article in articles if filters.article in (article.id, article.name, article.title)} | {
        filters.article
    }
    for annotation in annotations:
        if (
            filters.tag in (None, annotation.tag)
            and filters.annotator in (None, annotation.annotator)
            and (filters.article is None or annotation.article in names)
            and (since is None or _is_since(annotation, since))
        ):
            yield annotation


def _time(given: str) -> datetime:
    try:
        time = datetime.fromisoformat(given)
    except ValueError as error:
        raise UsageError(f"since {given!r}: is no day or time; write 2026-01-31 or 2026-01-31T12:00:00Z") from error
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def _is_since(annotation: Annotation, since: datetime) -> bool:
    """Tell whether an annotation is that new; one that does not say when is old."""
    try:
        return _time(annotation.updated or annotation.created) >= since
    except UsageError:
        return False


def _gone(store: Store, annotations: Iterable[Annotation], articles: Iterable[Article]) -> Iterator[Document]:
    """Yield what the store recorded of articles that have annotations here but could not be read."""
    here = {article.id for article in articles}
    missing = {annotation.article for annotation in annotations} - here
    recorded = {str(record.get("article", record.get("id"))): record for record in store.recorded_articles()}
    for name in sorted(missing):
        record = recorded.get(name, {})
        yield {field: record.get(field) for field in _ENTRY} | {"article": name}


def inputs_of(store: Store, articles: Iterable[Article]) -> list[Path]:
    """Return the files that an export must never replace: the articles, the store, and what lies beside it for it."""
    return [*store_files(store.path), *(article.path for article in articles)]
