"""The one interface of a format: what it is called, what it holds, and the functions that write and read it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from annotations.annotation import Document
from annotations.formats.exchange import Exchange
from annotations.tags import Tag

OWN = "newsreader"
"""The key under which the formats of other programs carry what they have no field for."""

Kind = Literal["text", "folder", "files", "binary"]
"""One text; a folder; one file with others beside it; one file that is no text."""


class File(NamedTuple):
    """One file of an export."""

    name: str
    """Empty for the output itself; `.xml` for a file beside it with that ending; else a name in the output folder."""
    chunks: Iterable[str | bytes]
    """The content, made while it is written."""


class Incoming(NamedTuple):
    """What a file to import holds."""

    documents: Sequence[Document]
    """Annotations in the contract's shape, as far as the file has the fields; `offset_unit` says what each counts."""
    tags: Sequence[Tag] = ()
    """The code book that came with it."""


@dataclass(frozen=True, slots=True)
class Format:
    """One row of the table of formats."""

    name: str
    kind: Kind
    description: str
    """One line for `export --list`."""
    write: Callable[[Exchange], Iterator[File]] | None
    """Writes; None where the format can only be read."""
    read: Callable[[Path], Incoming] | None = None
    """Reads; None where the format can only be written. Raises FormatError where the file is not of the format."""
    orphans: bool = False
    """Whether annotations without a place in the text can be told."""
    offsets: bool = False
    """Whether the unit of offsets may be chosen; elsewhere it is fixed."""
