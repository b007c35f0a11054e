"""The journal: what was done since the TinyDB file was last replaced, a line a change.

    {"generation": "5f...", "sequence": 41, "crc": "0c6f2a31"}
    {"sequence": 42, "changes": [["annotations", 7, "b0...", {...}], ["history", 9, "77...", {...}]], "crc": "9d..."}

The first line names the generation of the file that the journal belongs to. Every other line is one change, of one or
several documents: taken whole or not at all. A document is whole (or null: taken out), so that a line may be replayed
twice. The checksum is CRC-32 of everything before `, "crc"`.
"""

import json
import re
import zlib
from dataclasses import dataclass, field
from typing import Any

from annotations.tables import Change

_SEAL = re.compile(rb', "crc": "([0-9a-f]{8})"\}')
_SEAL_LENGTH = len(', "crc": "00000000"}')
_CORRECTABLE = 4096
"""Bytes of a line up to which one wrong byte is looked for: CRC-32 tells it without doubt in lines so short."""


@dataclass(frozen=True, slots=True)
class Line:
    """One change of one or several documents."""

    sequence: int
    changes: tuple[Change, ...]


@dataclass(slots=True)
class Reading:
    """What stands in a journal, or in a part of one."""

    generation: str | None = None
    """The generation of the header; None if none was read."""
    sequence: int = 0
    """The sequence number of the header: that of the last change before this journal."""
    lines: list[Line] = field(default_factory=list)
    damaged: int = 0
    """Lines that could not be read."""
    corrected: int = 0
    """Lines in which one byte was wrong and could be put right."""
    torn: bool = False
    """Whether the last line has no end: its writer died in the middle, before anybody was told that it is saved."""
    dropped: bool = False
    """Whether that line could not be read, so that it is left out."""
    good: int = 0
    """Length in bytes of what was read, without a torn last line."""


def header(generation: str, sequence: int) -> bytes:
    """Return the first line of a journal."""
    return _sealed({"generation": generation, "sequence": sequence})


def line(sequence: int, changes: list[Change]) -> bytes:
    """Return the line of one change."""
    rows = [[change.table, change.doc_id, change.key, change.document] for change in changes]
    return _sealed({"sequence": sequence, "changes": rows})


def _sealed(value: dict[str, Any]) -> bytes:
    body = json.dumps(value).encode("ascii")[:-1]
    return body + _seal(body) + b"\n"


def read(raw: bytes) -> Reading:
    """Read a journal, or what was added to one."""
    reading = Reading()
    pieces = raw.split(b"\n")
    last = pieces.pop()
    reading.good = len(raw) - len(last)
    broken: bytes | None = None
    for piece in pieces:
        broken = _take(reading, piece, broken)
    if last:
        values = _values(last)
        reading.torn, reading.dropped = True, not values
        _enter(reading, values)
    return reading


def _take(reading: Reading, piece: bytes, broken: bytes | None) -> bytes | None:
    """Take a line in; return it if it is broken, for the next one may be the rest of it."""
    if values := _values(piece):
        reading.corrected += len(values) - 1  # line ends that were damaged
        _enter(reading, values)
        return None
    joined = [] if broken is None else [broken + b"\n" + piece]
    for whole in (piece, *joined):
        if value := _parsed(_corrected(whole)):
            _enter(reading, [value])
            reading.corrected += 1
            reading.damaged -= whole is not piece
            return None
    reading.damaged += 1
    return piece


def _enter(reading: Reading, values: list[dict[str, Any]]) -> None:
    for value in values:
        if "changes" in value:
            reading.lines.append(Line(value["sequence"], tuple(Change(*row) for row in value["changes"])))
        elif reading.generation is None:
            reading.generation, reading.sequence = value["generation"], value["sequence"]


def _values(piece: bytes) -> list[dict[str, Any]]:
    """Return what a line holds: one value; several, where a line end was damaged; none, if it is broken."""
    values, start = [], 0
    for match in _SEAL.finditer(piece):
        body = piece[start : match.start()]
        if zlib.crc32(body) == int(match[1], 16):
            values.append(json.loads(body + b"}"))
            start = match.end() + 1
    return values if start >= len(piece) else []


def _parsed(body: bytes | None) -> dict[str, Any] | None:
    """Return the value of a corrected line; None if it cannot be right after all."""
    try:
        value = json.loads(body or b"")
    except ValueError:
        return None
    return value if isinstance(value, dict) and isinstance(value.get("sequence"), int) else None


def _corrected(piece: bytes) -> bytes | None:
    """Return the JSON of a line before one byte of it was damaged, if that is what happened to it."""
    body, seal = piece[:-_SEAL_LENGTH], piece[-_SEAL_LENGTH:]
    if not body or len(piece) > _CORRECTABLE:
        return None
    right = _seal(body)
    if sum(a != b for a, b in zip(seal, right, strict=True)) == 1:
        return body + b"}"
    match = _SEAL.fullmatch(seal)
    wrong = match and _wrong_byte(len(body), zlib.crc32(body) ^ int(match[1], 16))
    if not wrong:
        return None
    place, flip = wrong
    fixed = bytearray(body)
    fixed[place] ^= flip
    return bytes(fixed) + b"}"


def _seal(body: bytes) -> bytes:
    return b', "crc": "%08x"}' % zlib.crc32(body)


def _wrong_byte(length: int, difference: int) -> tuple[int, int] | None:
    """Return the place of the one wrong byte, and what it was XORed with, from the difference of the checksums.

    CRC is linear: a byte wrong by `flip`, `n` bytes before the end, changes it by the table's entry of `flip` taken
    `n` steps on. So take the difference back step by step until it is an entry of the table.
    """
    for place in range(length - 1, -1, -1):
        if flip := _FLIPS.get(difference):
            return place, flip
        low = _LOW_BYTES[difference >> 24]
        difference = ((difference ^ _TABLE[low]) << 8 & 0xFFFFFFFF) | low
    return None


def _entry(value: int) -> int:
    for _ in range(8):
        value = value >> 1 ^ (0xEDB88320 if value & 1 else 0)
    return value


_TABLE = [_entry(byte) for byte in range(256)]
"""The table of CRC-32 as zlib, Ethernet and PNG have it (polynomial 0x04C11DB7, reflected)."""
_FLIPS = {entry: byte for byte, entry in enumerate(_TABLE) if byte}
_LOW_BYTES = {entry >> 24: byte for byte, entry in enumerate(_TABLE)}
