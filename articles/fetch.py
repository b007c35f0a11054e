"""The engine of `newsreader fetch`: pages and feeds from the network into a folder.

They are saved as they came, each with a small file of metadata beside it (`beside.py`), to be opened like any folder.
"""

import hashlib
import re
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from articles.beside import SUFFIX, saved_beside, text_beside
from articles.display import harmless
from articles.errors import ArticleError
from articles.politeness import Visitor
from articles.readers import BY_SUFFIX, TEXT, kind_of
from articles.readers.draft import Draft, Source
from articles.readers.feed import read as read_feed
from articles.readers.signs import is_xml, other_kind
from articles.reading import ReadOptions
from articles.saving import save
from articles.transfer import Answer, Limits, TransferError, normal

NAME = "newsreader"
HOSTS_AT_ONCE = 6
MOST_ITEMS = 500
"""Pages of a feed that are followed at most."""

_UNSAFE = re.compile(r"[^A-Za-z0-9.]+")
_PLAIN = re.compile(r"https?://[A-Za-z0-9./-]{1,90}")
_LONGEST_NAME = 90
_TYPES = {"text/html": ".html", "application/xhtml+xml": ".html", "text/markdown": ".md"}
"""Media types that say more than the content does."""


@dataclass(frozen=True, slots=True)
class FetchOptions:
    """How pages are fetched."""

    follow: bool = False
    """Whether the pages that a feed's items name are saved, in place of the feed."""
    force: bool = False
    """Whether a page that the folder holds already is fetched again."""
    pause: float = 1.0
    """Seconds between two requests to one host."""
    version: str = "1"
    """Told to servers, with the program's name."""
    limits: Limits = field(default_factory=Limits)


class Fetched(NamedTuple):
    """What became of one address."""

    url: str
    path: Path | None = None
    """Where it was saved; None if it could not be had."""
    problem: str = ""
    """Why it could not be had."""
    known: bool = False
    """Whether the folder held it already, so that it was not asked for."""
    items: tuple[Draft, ...] = ()
    """The items of a feed that is to be followed; it is not saved itself."""

    def __str__(self) -> str:
        """Return one line, harmless for a terminal."""
        return harmless(f"{self.url}: {self.path.name if self.path else self.problem}")


Progress = Callable[[Fetched, int, int], None]
"""Told of each address when it is done, how many are done, and of how many; never by two threads at once."""


def fetch(
    urls: Sequence[str], folder: Path, options: FetchOptions | None = None, progress: Progress | None = None
) -> list[Fetched]:
    """Fetch pages and feeds into a folder, which is made where it is missing.

    Returns:
        What became of each address, in order; the pages of a feed that was followed stand in its place.

    Raises:
        OSError: The folder cannot be written.
    """
    options = options or FetchOptions()
    run = _Run(folder, options, progress)
    wanted = list(dict.fromkeys(urls))
    first = run.fetch(dict.fromkeys(wanted), follow=options.follow)
    items = {item.url: item for url in wanted for item in first[url].items if item.url and item.url not in first}
    pages = run.fetch(items, follow=False) | first
    results = [[pages[item.url] for item in first[url].items if item.url] or [first[url]] for url in wanted]
    return list(dict.fromkeys(fetched for part in results for fetched in part))


class _Run:
    """One run: the visitor, the folder, and how far it has come."""

    def __init__(self, folder: Path, options: FetchOptions, progress: Progress | None) -> None:
        self._folder = folder
        self._force = options.force
        self._visitor = Visitor(NAME, options.version, options.limits, options.pause)
        self._progress = progress
        self._lock = threading.Lock()
        self._done = self._total = 0

    def fetch(self, pages: Mapping[str, Draft | None], *, follow: bool) -> dict[str, Fetched]:
        """Fetch pages, several hosts at once, each one's pages one after the other.

        Args:
            pages: Addresses, with the feed's item that names each, if one does.
            follow: Whether feeds are read rather than saved.
        """
        self._total = self._done + len(pages)
        by_host: dict[str, list[str]] = {}
        for url in pages:
            by_host.setdefault(_host(url), []).append(url)

        def one_after_the_other(urls: list[str]) -> list[Fetched]:
            return [self._one(url, pages[url], follow=follow) for url in urls if not self._visitor.stopped.is_set()]

        with ThreadPoolExecutor(HOSTS_AT_ONCE, thread_name_prefix="fetch") as pool:
            try:
                found = {done.url: done for part in pool.map(one_after_the_other, by_host.values()) for done in part}
            except BaseException:  # ctrl+c, or a full disk: no further page is asked for
                self._visitor.stopped.set()
                raise
        return {url: found[url] for url in pages}

    def _one(self, url: str, item: Draft | None, *, follow: bool) -> Fetched:
        """Fetch one address and tell how it went."""
        try:
            done = self._known(url) or self._new(url, item, follow=follow)
        except TransferError as error:
            done = Fetched(url, problem=str(error))
        with self._lock:
            self._done += 1
            self._total += len(done.items)
            if self._progress is not None:
                self._progress(done, self._done, self._total)
        return done

    def _known(self, url: str) -> Fetched | None:
        """Return the page that the folder holds already."""
        if self._force:
            return None
        for name in _names(normal(url)):
            for suffix in BY_SUFFIX:
                path = self._folder / (name + suffix)
                if saved_beside(str(path)).get("requested") == url and path.exists():
                    return Fetched(url, path, known=True)
        return None

    def _new(self, url: str, item: Draft | None, *, follow: bool) -> Fetched:
        answer = self._visitor.visit(url)
        suffix = _suffix(answer)
        if follow and is_xml(answer.data[:4096]):
            items = _items(answer)
            if items:
                return Fetched(url, items=items)
        return Fetched(url, self._save(url, answer, suffix, item))

    def _save(self, url: str, answer: Answer, suffix: str, item: Draft | None) -> Path:
        """Save a page as it came, and what is known of it beside."""
        with self._lock:
            self._folder.mkdir(parents=True, exist_ok=True)
            path = self._place(url, suffix)
            save(path.with_name(path.name + SUFFIX), text_beside(_about(url, answer, item)).encode())
            save(path, answer.data)
        return path

    def _place(self, url: str, suffix: str) -> Path:
        """Return where a page is saved: no other page, and no file of the user's own, is there.

        Raises:
            TransferError: All its names are taken.
        """
        for name in _names(normal(url)):
            path = self._folder / (name + suffix)
            if not path.exists() or saved_beside(str(path)).get("requested") == url:
                return path
        raise TransferError(f"another file is there already: {path.name}; name another folder")


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc.casefold()
    except ValueError:
        return ""


def _items(answer: Answer) -> tuple[Draft, ...]:
    """Return the items of a feed that name a page; none where it is no feed."""
    source = Source(answer.url, answer.url, answer.data, ReadOptions(), {"encoding": answer.charset or ""})
    try:
        return tuple(item for item in read_feed(source) if item.url)[:MOST_ITEMS]
    except ArticleError:
        return ()


def _suffix(answer: Answer) -> str:
    """Return the suffix of a page's file, by its content, else by the server's word.

    Raises:
        TransferError: It is a picture, a film or the like.
    """
    head = answer.data[:4096]
    media_type = answer.headers.get_content_type()
    other = other_kind(head)
    if other or media_type.startswith(("image/", "audio/", "video/", "font/")):
        raise TransferError(f"{other or media_type}, not an article")
    kind = kind_of(head, _TYPES.get(media_type, ""))
    return _TYPES.get(media_type, ".txt") if kind is TEXT else kind.suffixes[0]


def _names(url: str) -> list[str]:
    """Return the names that a page's file may have, without a suffix: one that can be read, and one that is its own."""
    parts = urlsplit(url)
    words = _UNSAFE.sub("-", unquote(f"{parts.netloc}{parts.path}")).strip("-.")
    stem, dot, suffix = words.rpartition(".")
    readable = (stem if dot and f".{suffix.casefold()}" in BY_SUFFIX else words)[:_LONGEST_NAME].rstrip("-.")
    own = f"{readable}-{hashlib.sha256(url.encode()).hexdigest()[:8]}"
    return [readable, own] if _PLAIN.fullmatch(url) else [own]


def _about(url: str, answer: Answer, item: Draft | None) -> dict[str, str | int | None]:
    """Return the metadata of a page: what reading uses, and what a researcher needs to cite it."""
    return {
        "url": answer.url,
        "requested": url,
        "fetched": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "content_type": answer.headers.get_content_type(),
        "encoding": answer.charset,
        "last_modified": answer.headers.get("Last-Modified"),
        "bytes": len(answer.data),
        "sha256": hashlib.sha256(answer.data).hexdigest(),
        "title": item.title if item else None,
        "author": item.author if item else None,
        "date": item.date if item else None,
        "outlet": item.outlet if item else None,
    }
