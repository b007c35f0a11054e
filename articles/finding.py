"""From the paths that a person names to the files that may hold articles. No file is read here."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from os import fspath
from pathlib import Path

from articles.beside import SUFFIX
from articles.errors import ArticleError
from articles.files import Named, check_regular, refusal, status
from articles.readers import BY_SUFFIX
from articles.reading import OWN, LeftOut

_NO_ARTICLES = frozenset({"readme", "license", "licence"})
_OWN = ("annotations.json", ".journal", ".lock", ".bak")
"""Endings of the names of a store's files: whatever is in them, they are no articles."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may hold articles."""

    path: str
    """Absolute."""
    shown: str
    """As messages name it: the path as the user would write it."""
    real: str
    """The path without symbolic links: the same for every name of one file."""
    size: int
    """Bytes."""
    named: bool
    """Whether the user named this very file; else it was found in a folder."""
    key: str | None = None
    """The one article that is wanted of a file of several (`feed.xml#2`)."""


@dataclass(slots=True)
class Finding:
    """What the named paths lead to."""

    root: str = ""
    """The common parent folder."""
    found: list[Found] = field(default_factory=list)
    refused: list[ArticleError] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)


def find(paths: Sequence[Named]) -> Finding:
    """Find the article files that paths lead to: files as they are, folders recursively, sorted by name.

    Hidden files, unknown kinds, README and LICENSE are left out of folders. A file that is reached twice counts once.
    """
    finding = Finding()
    parents: list[str] = []
    seen: set[tuple[str, str | None]] = set()
    for path in [fspath(path) for path in paths]:
        try:
            found = list(_folder(path, finding, parents) if os.path.isdir(path) else _file(path, parents))
        except ArticleError as error:
            finding.refused.append(error)
            continue
        for file in found:
            if (file.real, file.key) not in seen:
                seen.add((file.real, file.key))
                finding.found.append(file)
    finding.root = os.path.commonpath(parents) if parents else os.path.abspath(os.curdir)
    return finding


def absolute(path: str) -> str:
    """Return the absolute form of a path; symbolic links stay, except before `..`, where they decide what it means."""
    return os.path.realpath(path) if os.pardir in path.split(os.sep) else os.path.abspath(path)


def _file(path: str, parents: list[str]) -> Iterator[Found]:
    """Yield the one file that was named, with the key of the article in it that is wanted, if any."""
    shown, (path, key) = path, split_key(path)
    parents.append(os.path.dirname(absolute(path)))
    found = status(path)
    check_regular(shown, found.st_mode)
    yield Found(absolute(path), shown, os.path.realpath(path), found.st_size, True, key)


def split_key(path: str) -> tuple[str, str | None]:
    """Split `feed.xml#2` into file and key, unless a file of that very name exists.

    Raises:
        ArticleError: There is no such file.
    """
    place = -1 if os.path.lexists(path) else path.find("#")
    while place > 0:
        if os.path.isfile(path[:place]):
            return path[:place], path[place + 1 :]
        place = path.find("#", place + 1)
    status(path)
    return path, None


def _folder(path: str, finding: Finding, parents: list[str]) -> Iterator[Found]:
    """Yield the article files below a folder."""
    top = absolute(path)
    parents.append(top)
    known = len(finding.left_out), len(finding.refused)
    shown, real, above = (name.rstrip(os.sep) for name in (path, os.path.realpath(path), top))
    count = 0
    for entry in _entries(top, finding):
        reason = _why_not(entry)
        if reason:
            finding.left_out.append(LeftOut(Path(entry.path), reason))
            continue
        below = entry.path[len(above) :]
        try:
            found = _checked(entry, shown + below)
        except ArticleError as error:
            finding.refused.append(error)
            continue
        count += 1
        real_path = os.path.realpath(entry.path) if entry.is_symlink() else real + below
        yield Found(entry.path, shown + below, real_path, found.st_size, False)
    if not count and len(finding.refused) == known[1]:
        raise no_articles(path, len(finding.left_out) - known[0])


def no_articles(path: Named, left_out: int) -> ArticleError:
    """Return the refusal of a folder that holds no articles, but some files that were left out."""
    others = f" ({left_out} other file{'s' * (left_out != 1)} left out)" if left_out else ""
    return ArticleError(path, f"no articles in this folder{others}", "name another folder, or its files one by one")


def _entries(top: str, finding: Finding) -> Iterator[os.DirEntry[str]]:
    """Yield the files below a folder, sorted by name; folders of links and hidden folders are not entered."""
    waiting = [_listed(top, finding)]
    while waiting:
        entry = next(waiting[-1], None)
        if entry is None:
            waiting.pop()
        elif not entry.is_dir(follow_symlinks=False):
            if not _tells_of_a_page(entry):
                yield entry
        elif not entry.name.startswith("."):
            waiting.append(_listed(entry.path, finding))


def _listed(folder: str, finding: Finding) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return iter(sorted(entries, key=lambda entry: entry.name))
    except OSError as error:
        finding.refused.append(refusal(folder, error))
        return iter(())


def _tells_of_a_page(entry: os.DirEntry[str]) -> bool:
    """Tell whether a file is the metadata of a fetched page: it is read with that page."""
    return entry.name.endswith(SUFFIX) and os.path.exists(entry.path.removesuffix(SUFFIX))


def _why_not(entry: os.DirEntry[str]) -> str:
    """Return why a file of a folder is left out, or nothing."""
    name = entry.name
    stem, suffix = os.path.splitext(name)
    if name.startswith("."):
        return "hidden"
    if stem.casefold() in _NO_ARTICLES:
        return f"named {stem}"
    if name.endswith(_OWN):
        return OWN
    if entry.is_symlink() and os.path.isdir(entry.path):
        return "a link to a folder"
    return "" if suffix.casefold() in BY_SUFFIX else "unknown kind"


def _checked(entry: os.DirEntry[str], shown: str) -> os.stat_result:
    try:
        found = entry.stat()
    except OSError as error:
        raise refusal(shown, error) from None
    check_regular(shown, found.st_mode)
    return found
