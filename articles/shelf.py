"""The shelf: the opened articles in order, each read when it is first asked for."""

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain, count
from pathlib import Path

from articles.article import Article
from articles.errors import ArticleError
from articles.files import Named, check_size, read_head, read_whole
from articles.finding import Found, find
from articles.keys import keys_of
from articles.readers import TEXT, Kind, kind_of, suffix_of
from articles.readers.draft import Draft, Source
from articles.reading import LeftOut, Reading, ReadOptions

_DEFAULTS = ReadOptions()


class _Place:
    """A place on the shelf: an article, or the way to read it."""

    def __init__(self, article_id: str, path: str, read: Callable[[str], Article]) -> None:
        self.id = article_id
        self.path = path
        self._read = read
        self._lock = threading.Lock()
        self._outcome: Article | ArticleError | None = None

    @property
    def refused(self) -> bool:
        """Whether it turned out that it cannot be read."""
        return isinstance(self._outcome, ArticleError)

    def article(self) -> Article:
        """Return the article, read at the first call; an error is kept likewise."""
        with self._lock:
            if self._outcome is None:
                try:
                    self._outcome = self._read(self.id)
                except ArticleError as error:
                    self._outcome = error
        if isinstance(self._outcome, ArticleError):
            raise self._outcome
        return self._outcome


class Shelf(Sequence[Article]):
    """The articles that some paths hold, in order.

    Opening finds the files. A file of one article is read when it is first asked for, from any thread; then it may turn
    out to be none, which `shelf[i]` raises and `refused` keeps.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        """The common parent folder of what was opened; ids are paths below it."""
        self.refused: list[ArticleError] = []
        """What could not be opened: a line each. Grows when a file is read and refused."""
        self.left_out: list[LeftOut] = []
        """The files of folders that are no articles, and why."""
        self._places: list[_Place] = []
        self._options = _DEFAULTS

    @classmethod
    def open(cls, paths: Sequence[Named], options: ReadOptions = _DEFAULTS) -> "Shelf":
        """Open files and folders.

        Args:
            paths: Files are opened as they are, folders with the article files below them, sorted by name.
            options: How to read.
        """
        finding = find(paths)
        shelf = cls(Path(finding.root))
        shelf.refused, shelf.left_out, shelf._options = finding.refused, finding.left_out, options
        taken: set[str] = set()
        for found in finding.found:
            try:
                shelf._places += shelf._opened(found, taken)
            except ArticleError as error:
                shelf.refused.append(error)
        return shelf

    @property
    def ids(self) -> list[str]:
        """The articles' ids, in order; nothing is read."""
        return [place.id for place in self._places]

    @property
    def paths(self) -> list[Path]:
        """The files of the articles, in order; nothing is read."""
        return [Path(place.path) for place in self._places]

    def __len__(self) -> int:
        return len(self._places)

    def __getitem__(self, index: int) -> Article:  # type: ignore[override]  # no slices: they would read everything
        """Return an article.

        Raises:
            ArticleError: It turned out, now or before, that it cannot be read.
            IndexError: There is none.
        """
        return self._places[index].article()

    def __iter__(self) -> Iterator[Article]:
        """Yield the articles that can be read; the others are in `refused` afterwards."""
        for place in self._places:
            try:
                yield place.article()
            except ArticleError:
                continue

    def drop_refused(self) -> None:
        """Take the articles off the shelf that turned out to be refused; `refused` goes on naming them."""
        self._places = [place for place in self._places if not place.refused]

    def _opened(self, found: Found, taken: set[str]) -> list[_Place]:
        """Return the places of a file's articles."""
        name = _portable(os.path.relpath(found.path, self.root))
        suffix = suffix_of(found.path)
        kind = kind_of(read_head(found.path) if found.named else b"", suffix)
        if kind.several:
            return self._several(found, kind, name, taken)
        if kind.plain:
            check_size(found.shown, found.size, self._options.max_size)
        return [_Place(_unique(name, taken), found.path, partial(self._read, found))]

    def _several(self, found: Found, kind: Kind, name: str, taken: set[str]) -> list[_Place]:
        """Read a file of several articles at once: their number is not known before."""
        drafts = kind.read(self._source(found, self._options.max_file_size, "--max-file-size"))
        places = []
        for key, draft in zip(keys_of([draft.key for draft in drafts]), drafts, strict=True):
            if found.key in (None, key):
                article_id = _unique(f"{name}#{_portable(key)}", taken)
                places.append(_Place(article_id, found.path, partial(_article, found.path, draft)))
        if not places:
            raise ArticleError(found.shown, "no such article in this file", "name the file alone to see all")
        return places

    def _read(self, found: Found, article_id: str) -> Article:
        """Read a file of one article."""
        try:
            return self._read_single(found, article_id)
        except ArticleError as error:
            self.refused.append(error)
            raise

    def _read_single(self, found: Found, article_id: str) -> Article:
        kind = kind_of(read_head(found.path), suffix_of(found.path), single=True)
        options = self._options
        limit = (options.max_size, "--max-size") if kind.plain else (options.max_file_size, "--max-file-size")
        (draft,) = kind.read(self._source(found, *limit))
        if kind is not TEXT:
            check_size(found.shown, len(draft.text.encode()), self._options.max_size)
        return _article(found.path, draft, article_id)

    def _source(self, found: Found, limit: int, option: str) -> Source:
        return Source(found.path, found.shown, read_whole(found.path, limit, option), self._options)


def read_articles(paths: Sequence[Named], options: ReadOptions = _DEFAULTS) -> Reading:
    """Read everything that some paths hold, for those who want it all at once."""
    shelf = Shelf.open(paths, options)
    articles = list(shelf)
    return Reading(articles, shelf.refused, shelf.left_out, shelf.root)


def _article(path: str, draft: Draft, article_id: str) -> Article:
    return Article(
        id=article_id,
        text=draft.text,
        title=draft.title,
        path=Path(path),
        outlet=draft.outlet,
        author=draft.author,
        date=draft.date,
        url=draft.url,
        encoding=draft.encoding,
        extractor=draft.extractor,
        warnings=draft.warnings,
        title_span=draft.title_span,
    )


def _unique(article_id: str, taken: set[str]) -> str:
    """Return the id, with a number behind it where another article has it already."""
    free = chain([article_id], (f"{article_id}~{number}" for number in count(2)))
    first = next(candidate for candidate in free if candidate not in taken)
    taken.add(first)
    return first


def _portable(name: str) -> str:
    """Return a name in POSIX form that can be written: bytes that are not UTF-8 become backslash escapes."""
    posix = name.replace(os.sep, "/")
    return posix if posix.isascii() else os.fsencode(posix).decode("utf-8", "backslashreplace")
