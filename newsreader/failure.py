"""How the command ends when something is wrong: one line on standard error and an exit code of the contract."""

import sys
from contextlib import suppress
from enum import IntEnum

from articles.display import harmless


class Exit(IntEnum):
    """The exit codes."""

    FINE = 0
    USAGE = 2
    ARTICLE = 3
    """An article or a file to import was refused."""
    STORE = 4
    """The store was refused or is unreadable."""
    WRITE = 5
    """A write failed."""
    SIGNAL = 128
    """Plus the signal's number."""


class Failure(Exception):
    """The end of a verb: what to say, and the exit code."""

    def __init__(self, message: str, code: Exit) -> None:
        super().__init__(message)
        self.code = code


class ReaderGoneError(Exception):
    """Who read our output has left (`| head`)."""


def complain(message: str) -> None:
    """Say one harmless line on standard error."""
    say(f"newsreader: {harmless(message)}")


def say(line: str) -> None:
    """Write a line on standard error; where it is closed or full, the exit code alone tells."""
    if sys.stderr is not None:
        with suppress(OSError):
            print(line, file=sys.stderr)  # noqa: T201 - this is where errors are printed
