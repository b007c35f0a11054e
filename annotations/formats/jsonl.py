"""`jsonl`: one annotation a line, in the shape of the `json` export, each with its `offset_unit`."""

from collections.abc import Iterator
from pathlib import Path

from annotations.formats.check import checked
from annotations.formats.exchange import Exchange
from annotations.formats.jsonfile import encode, parse_lines
from annotations.formats.shape import File, Incoming
from annotations.formats.units import CODE_POINT


def write(exchange: Exchange) -> Iterator[File]:
    """Write the lines."""
    yield File("", _lines(exchange))


def _lines(exchange: Exchange) -> Iterator[str]:
    if exchange.unit == CODE_POINT:
        for document in exchange.documents():
            document["offset_unit"] = CODE_POINT
            yield encode(document) + "\n"
        return
    for annotation, document in zip(exchange.annotations, exchange.documents(), strict=True):
        document["offset_unit"] = exchange.unit_of(annotation)
        yield encode(document) + "\n"


def read(path: Path) -> Incoming:
    """Read the lines.

    Raises:
        FormatError: A line is no annotation.
    """
    return Incoming([checked(document, place, None) for place, document in parse_lines(path)])
