"""Files are opened here: regular files only, never blocking, never more than a limit."""

import errno
import os
import stat
from os import PathLike

from articles.errors import ArticleError

Named = str | PathLike[str]

_AT_LEAST = 1 << 20
"""Bytes that are asked for whatever the size is said to be: files of /proc say 0. Python makes room for all of them."""

_KINDS = (
    (stat.S_ISDIR, "a folder, not a file"),
    (stat.S_ISFIFO, "a named pipe, not a file"),
    (stat.S_ISSOCK, "a socket, not a file"),
    (stat.S_ISCHR, "a device, not a file"),
    (stat.S_ISBLK, "a device, not a file"),
)
_WORDS = {
    errno.ENOENT: ("not found", "check the name"),
    errno.ENOTDIR: ("not found: a part of its path is a file", "check the name"),
    errno.EACCES: ("permission denied", "ask for the right to read it"),
    errno.EPERM: ("permission denied", "ask for the right to read it"),
    errno.ELOOP: ("a symbolic link that leads back to itself", "name the file that it stands for"),
    errno.ENAMETOOLONG: ("the name is too long", "check the name"),
    errno.ENXIO: ("a socket or device, not a file", "name a file or a folder"),
}


def refusal(path: Named, error: OSError) -> ArticleError:
    """Put an error of the system into words."""
    problem, advice = _WORDS.get(error.errno or 0, (f"cannot be read: {error.strerror or error}", "check the disk"))
    if error.errno == errno.ENOENT:
        problem, advice = _no_file(os.fspath(path)) or (problem, advice)
    return ArticleError(path, problem, advice)


def _no_file(name: str) -> tuple[str, str] | None:
    """Say of a name that is not found why no file is meant, where that can be told."""
    if name == "-":
        return "standard input is not read", "save the text as a file and name that"
    if name.casefold().startswith(("http://", "https://")):
        return "an address, not a file", f"save the page first: newsreader fetch {name} FOLDER"
    return None


def status(path: Named) -> os.stat_result:
    """Return the status of what a path leads to.

    Raises:
        ArticleError: It leads nowhere.
    """
    try:
        return os.stat(path)
    except OSError as error:
        raise refusal(path, error) from None
    except ValueError:
        raise ArticleError(path, "no file can have this name", "check the name") from None


def check_regular(path: Named, mode: int) -> None:
    """Raise ArticleError unless `mode` is that of a regular file."""
    if not stat.S_ISREG(mode):
        problem = next((words for test, words in _KINDS if test(mode)), "not a regular file")
        raise ArticleError(path, problem, "name a file or a folder of articles")


def check_size(path: Named, size: int, limit: int, option: str = "--max-size") -> None:
    """Raise ArticleError where `size` bytes are more than `limit`; the message names the option that raises it."""
    if size > limit:
        raise ArticleError(path, f"{size:,} bytes, over the limit of {limit:,}", f"raise it with {option} {size}")


def read_head(path: Named, size: int = 4096) -> bytes:
    """Return the first `size` bytes of a regular file."""
    return _read(path, size)


def read_whole(path: Named, limit: int, option: str = "--max-size") -> bytes:
    """Return the bytes of a regular file of at most `limit` bytes.

    Raises:
        ArticleError: It is none, is larger, or cannot be read.
    """
    data = _read(path, limit + 1)
    if len(data) > limit:
        check_size(path, max(len(data), status(path).st_size), limit, option)
    return data


def _read(path: Named, size: int) -> bytes:
    """Read at most `size` bytes, having looked first: opening a pipe would wait for a writer."""
    check_regular(path, status(path).st_mode)
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as file:
            found = os.fstat(descriptor)
            check_regular(path, found.st_mode)
            return file.read(min(size, max(found.st_size + 1, _AT_LEAST)))
    except OSError as error:
        raise refusal(path, error) from None
