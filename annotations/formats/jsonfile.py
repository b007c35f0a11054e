"""JSON files: one encoder for all that goes out, one door for all that comes in."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from annotations.formats.errors import FormatError

encode = json.JSONEncoder(ensure_ascii=False).encode
"""One line of JSON, characters as they are. (`json.dumps` with options builds an encoder at every call.)"""


def listed(name: str, items: Iterable[Any]) -> Iterator[str]:
    """Yield one member of an object, `"name": [...]`, an item a line, so that files compare well."""
    return joined(name, map(encode, items))


def joined(name: str, items: Iterable[str]) -> Iterator[str]:
    """Yield such a member of items that are JSON already."""
    yield f'"{name}": ['
    separator = "\n"
    for item in items:
        yield separator + item
        separator = ",\n"
    yield "]" if separator == "\n" else "\n]"


def read_text(path: Path, encoding: str = "utf-8-sig") -> str:
    """Read a file to import.

    Args:
        path: The file.
        encoding: `utf-8-sig` drops a byte-order mark, `utf-8` keeps it as a character.

    Raises:
        FormatError: It cannot be read, or is no UTF-8.
    """
    try:
        if not path.is_file():
            raise FormatError(f"{path}: is no file; name the file to import")
        return path.read_bytes().decode(encoding)
    except OSError as error:
        raise FormatError(f"{path}: cannot be read ({error.strerror}); name another file") from error
    except UnicodeDecodeError as error:
        raise FormatError(f"{path}: is no text in UTF-8 (byte {error.start}); export it anew in UTF-8") from error


def parse(text: str, place: str) -> Any:
    """Parse JSON.

    Args:
        text: The JSON.
        place: What to call it in an error: the file, or file and line.

    Raises:
        FormatError: It is none, or it is nested beyond measure.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}" if "\n" in text else f"column {error.colno}"
        raise FormatError(f"{place}: is not whole JSON ({error.msg} at {where}); export it again") from error
    except RecursionError as error:
        raise FormatError(f"{place}: is nested too deeply to be an export; nothing was taken") from error
    except ValueError as error:
        raise FormatError(f"{place}: holds a number that is none; nothing was taken") from error


def parse_lines(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the objects of a JSON Lines file, each with what to call it in an error.

    Raises:
        FormatError: A line holds something else.
    """
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        if line.strip():
            place = f"{path}, line {number}"
            found = parse(line, place)
            if not isinstance(found, dict):
                raise FormatError(f"{place}: holds no object; nothing was taken")
            yield place, found
