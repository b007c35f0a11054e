"""TOML read leniently: a line that cannot be read is left out and told, and every entry knows its line."""

import re
import tomllib
from collections.abc import Mapping
from typing import Any

Place = tuple[str | int, ...]
"""Where an entry stands: `("keys", "next-quote")`, `("tags", 0, "letter")`."""

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_NAME = r"""(?:[\w-]+|"[^"]*"|'[^']*')"""
_ENTRY = re.compile(rf"\s*({_NAME}(?:\s*\.\s*{_NAME})*)\s*=")
_ONE_NAME = re.compile(_NAME)
_AT_LINE = re.compile(r"\s*\(at line (\d+), column \d+\)$")
_MOST_ERRORS = 100


def read(text: str) -> tuple[dict[str, Any], list[tuple[int, str]]]:
    """Read what can be read.

    Args:
        text: The content of a TOML file.

    Returns:
        The entries, and for each line that was left out its number (from 1) and what is wrong with it.
    """
    rows = text.split("\n")
    faults: list[tuple[int, str]] = []
    for _ in range(_MOST_ERRORS):
        try:
            return tomllib.loads("\n".join(rows)), faults
        except tomllib.TOMLDecodeError as error:
            number, reason = _fault(str(error), rows)
            faults.append((number, reason))
            rows[number - 1] = ""
        except (RecursionError, ValueError):  # brackets a thousand deep, a number of a thousand digits
            return {}, [(1, "it is nothing that a person writes")]
    return {}, faults


def _fault(message: str, rows: list[str]) -> tuple[int, str]:
    """Return the line that a parser's message blames; the last one with something on it, where it blames the end."""
    last = max((number for number, row in enumerate(rows, 1) if row.strip()), default=1)
    at = _AT_LINE.search(message)
    number = min(int(at[1]), last) if at else last
    while number > 1 and not rows[number - 1].strip():
        number -= 1
    return number, _in_words(_AT_LINE.sub("", message).removesuffix("(at end of document)").strip())


def _in_words(message: str) -> str:
    """Return what a parser says of the commonest mistakes in words for people."""
    return next((words for begins, words in _IN_WORDS.items() if message.startswith(begins)), message)


_IN_WORDS = {
    "Cannot overwrite a value": "it stands there already, above",
    "Cannot declare": "this table stands there already, above",
    "Cannot mutate immutable": "this table stands there already, above",
    "Invalid value": "a value is a text between quotation marks, a number, or a list in brackets",
    "Illegal character '\\n'": "its quotation mark is never closed",
}


def lines_of(text: str) -> Mapping[Place, int]:
    """Return the number of the line (from 1) at which each table and entry begins."""
    found: dict[Place, int] = {}
    table: Place = ()
    seen: dict[str, int] = {}
    for number, row in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(row):
            name = header[2].strip("\"'")
            table = (name,)
            if header[1] == "[[":
                table = (name, seen.setdefault(name, 0))
                seen[name] += 1
            found.setdefault(table, number)
        elif entry := _ENTRY.match(row):
            names = (name.strip("\"'") for name in _ONE_NAME.findall(entry[1]))
            found.setdefault((*table, *names), number)
    return found


def line_of(lines: Mapping[Place, int], place: Place) -> int:
    """Return the line of an entry, else that of what it stands in, else 1."""
    while place and place not in lines:
        place = place[:-1]
    return lines.get(place, 1)
