"""What is wrong in a configuration, in words: file, line, and the nearest right word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from newsreader.config.toml_lines import Place, line_of
from tui.actions import BY_NAME

SETTINGS = ("theme", "text-width", "line-spacing", "annotator", "speaker-model")
"""What may stand above all tables."""


@dataclass
class Told:
    """Collects what is wrong, with file and line."""

    name: str
    lines: Mapping[Place, int]
    warnings: list[tuple[int, str]] = field(default_factory=list)

    def at(self, place: Place, message: str) -> None:
        """Say what is wrong with an entry."""
        self.at_line(line_of(self.lines, place), message)

    def at_line(self, number: int, message: str) -> None:
        """Say what is wrong with a line (from 1)."""
        self.warnings.append((number, f"{self.name}, line {number}: {message}"))


def nearest(word: str, words: Sequence[str]) -> str:
    """Return a hint at the most similar right word, else at all of them where they are few; else nothing."""
    close = get_close_matches(word.lower(), words, n=1, cutoff=0.5)
    if close:
        return f'; the nearest is "{close[0]}"'
    return f"; there are {', '.join(words)}" if len(words) <= 12 else ""


def belongs(name: str) -> str:
    """Return a hint at the table that an entry belongs to, should it stand in the wrong one; else nothing."""
    if name in BY_NAME:
        return "; it is an action and belongs below [keys]"
    return "; it is a setting and belongs above all tables" if name in SETTINGS else ""


def shown(value: Any) -> str:
    """Return a value as a person wrote it, cut to a readable length."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) and abs(value) > 10**18:
        return "a number that large"
    if isinstance(value, dict):
        return "a table"
    written = f'"{value}"' if isinstance(value, str) else str(value)
    return written if len(written) <= 60 else written[:59] + "…"
