"""The shelf: the opened articles in order, each read when it is first asked for."""

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, count
from pathlib import Path

from articles.article import Article
from articles.beside import saved_beside
from articles.errors import ArticleError, NoArticleError
from articles.files import Named, check_size, read_head, read_whole
from articles.finding import Found, find, no_articles
from articles.keys import keys_of
from articles.readers import BY_SUFFIX, TEXT, Kind, kind_of, suffix_of
from articles.readers.draft import Draft, Source
from articles.readers.signs import REPORTS, is_report, other_kind
from articles.reading import OWN, LeftOut, Reading, ReadOptions

__all__ = ["ReadOptions", "Reading", "Shelf", "read_articles"]

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
        """Whether it has been read, and refused."""
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

    def __init__(self, root: Path, options: ReadOptions = _DEFAULTS) -> None:
        self.root = root
        """The common parent folder of what was opened; ids are paths below it."""
        self.refused: list[ArticleError] = []
        """What could not be opened: a line each. Grows when a file is read and refused."""
        self.left_out: list[LeftOut] = []
        """The files of folders, and the records of files, that are no articles, and why."""
        self._places: list[_Place] = []
        self._options = options

    @classmethod
    def open(cls, paths: Sequence[Named], options: ReadOptions = _DEFAULTS) -> "Shelf":
        """Open files and folders.

        Args:
            paths: Files are opened as they are, folders with the article files below them, sorted by name.
            options: How to read.
        """
        finding = find(paths)
        shelf = cls(Path(finding.root), options)
        shelf.refused, shelf.left_out = finding.refused, finding.left_out
        taken: set[str] = set()
        for found in finding.found:
            try:
                shelf._places += shelf._opened(found, taken)
            except ArticleError as error:
                shelf._refuse(found, error)
        if paths and not shelf._places and not shelf.refused:
            shelf.refused.append(no_articles(paths[0], len(shelf.left_out)))
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
        for place in list(self._places):
            try:
                yield place.article()
            except ArticleError:
                continue

    def drop_refused(self) -> None:
        """Take the places off the shelf whose files have been read and refused; nothing is read."""
        self._places = [place for place in self._places if not place.refused]

    def _refuse(self, found: Found, error: ArticleError) -> None:
        """Note an error: what a folder holds besides articles is left out, everything else refused."""
        if isinstance(error, NoArticleError) and not found.named:
            self.left_out.append(LeftOut(Path(found.path), error.problem))
        else:
            self.refused.append(error)

    def _opened(self, found: Found, taken: set[str]) -> list[_Place]:
        """Return the places of a file's articles."""
        name = _portable(os.path.relpath(found.path, self.root))
        suffix = suffix_of(found.path)
        looked_at = found.named or BY_SUFFIX[suffix].several or suffix in REPORTS
        kind = _kind(found, suffix) if looked_at else BY_SUFFIX[suffix]
        if kind.several:
            try:
                return self._several(found, kind, name, taken)
            except NoArticleError:
                if suffix not in TEXT.suffixes:
                    raise
        elif kind.plain:
            check_size(found.shown, found.size, self._options.max_size)
        if found.key is not None:
            raise _no_such_article(found)
        return [_Place(_unique(name, taken), found.path, partial(self._read, found))]

    def _several(self, found: Found, kind: Kind, name: str, taken: set[str]) -> list[_Place]:
        """Read a file of several articles at once: their number is not known before."""
        drafts = kind.read(self._source(found, kind))
        keys = keys_of([draft.key if isinstance(draft, Draft) else None for draft in drafts])
        places = []
        for key, draft in zip(keys, drafts, strict=True):
            try:
                if found.key in (None, key):
                    checked = self._checked(f"{found.shown}#{key}", draft)
                    article_id = _unique(name if checked.alone else f"{name}#{_portable(key)}", taken)
                    places.append(_Place(article_id, found.path, partial(_article, found.path, checked)))
            except ArticleError as error:
                self._refuse(replace(found, named=False), error)
        if not places and found.key:
            raise _no_such_article(found)
        return places

    def _read(self, found: Found, article_id: str) -> Article:
        """Read a file of one article."""
        try:
            kind = _single(found, _kind(found, suffix_of(found.path)))
            (draft,) = kind.read(self._source(found, kind))
            return _article(found.path, self._checked(found.shown, draft), article_id)
        except ArticleError as error:
            self._refuse(found, error)
            raise

    def _checked(self, shown: str, draft: Draft | ArticleError) -> Draft:
        """Return a draft whose text is within the limit.

        Raises:
            ArticleError: It is not, or it is an error anyhow.
        """
        if isinstance(draft, ArticleError):
            raise draft
        if draft.extractor or not draft.alone:
            check_size(shown, len(draft.text.encode()), self._options.max_size)
        return draft

    def _source(self, found: Found, kind: Kind) -> Source:
        if kind.plain:
            return Source(found.path, found.shown, read_whole(found.path, self._options.max_size), self._options)
        data = read_whole(found.path, self._options.max_file_size, "--max-file-size")
        return Source(found.path, found.shown, data, self._options, saved_beside(found.path))


def read_articles(paths: Sequence[Named], options: ReadOptions = _DEFAULTS) -> Reading:
    """Read everything that some paths hold, for those who want it all at once."""
    shelf = Shelf.open(paths, options)
    articles = list(shelf)
    return Reading(articles, shelf.refused, shelf.left_out, shelf.root)


def _single(found: Found, kind: Kind) -> Kind:
    """Return the kind by which a file that counts as one article is read.

    Raises:
        ArticleError: It is of a kind that may hold several, and no person could read it as it stands.
    """
    if kind.several and not kind.readable:
        advice = f"give its name the suffix {kind.suffixes[0]}, or name it alone"
        raise ArticleError(found.shown, f"{kind.name} content under the name of a text", advice)
    return TEXT if kind.several else kind


def _kind(found: Found, suffix: str) -> Kind:
    """Return the kind of a file, its first bytes looked at.

    Raises:
        ArticleError: It is of a kind that holds no articles.
        NoArticleError: It is a report of newsreader's own, in a folder.
    """
    head = read_head(found.path)
    if not found.named and is_report(head):
        raise NoArticleError(found.shown, OWN, "name it alone to read it")
    other = other_kind(head)
    if other:
        raise ArticleError(found.shown, f"{other}, not an article", "name a file of text")
    return kind_of(head, suffix)


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


def _no_such_article(found: Found) -> ArticleError:
    return ArticleError(found.shown, "no such article in this file", "name the file alone to see all")


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
