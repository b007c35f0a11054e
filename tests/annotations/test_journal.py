import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations import journal
from annotations.tables import Change

LINES = [
    [Change("annotations", 1, "k1", {"id": "k1", "note": "“worse” — 河水"}), Change("history", 1, "h1", {"id": "h1"})],
    [Change("annotations", 1, "k1", None)],
    [Change("annotations", 2, "k2", {"id": "k2", "crc": ', "crc": "00000000"}', "n": [1, {"a": None}]})],
]
RAW = journal.header("abc", 6) + b"".join(journal.line(7 + at, changes) for at, changes in enumerate(LINES))


def test_what_is_written_is_read():
    reading = journal.read(RAW)
    assert (reading.generation, reading.sequence) == ("abc", 6)
    assert [line.sequence for line in reading.lines] == [7, 8, 9]
    assert [list(line.changes) for line in reading.lines] == LINES
    assert (reading.damaged, reading.corrected, reading.torn, reading.good) == (0, 0, False, len(RAW))


def test_one_wrong_byte_anywhere_loses_nothing():
    right = journal.read(RAW)
    dice = random.Random(4)
    for place in range(len(RAW)):
        for flip in {1 << dice.randrange(8), dice.randrange(1, 256), RAW[place] ^ 10 or 1}:
            raw = bytearray(RAW)
            raw[place] ^= flip
            reading = journal.read(bytes(raw))
            assert (reading.lines, reading.generation) == (right.lines, "abc"), (place, flip)
            assert reading.damaged == 0


@given(st.integers(0, len(RAW)))
def test_a_journal_cut_anywhere_gives_the_lines_before(length):
    reading = journal.read(RAW[:length])
    ends = [len(RAW[:at]) for at in range(len(RAW)) if RAW[at : at + 1] == b"\n"]
    whole = sum(end <= length for end in ends)
    assert len(reading.lines) == max(0, whole - 1)
    assert reading.damaged == 0
    assert reading.torn == (length > 0 and not RAW[:length].endswith(b"\n"))


@given(st.data())
def test_damage_of_many_bytes_is_told_and_what_is_read_is_right(data):
    start = data.draw(st.integers(0, len(RAW) - 12))
    raw = RAW[:start] + data.draw(st.binary(min_size=12, max_size=12)) + RAW[start + 12 :]
    reading = journal.read(raw)
    right = journal.read(RAW).lines
    assert all(line in right for line in reading.lines)
    if len(reading.lines) < len(right):
        assert reading.damaged or reading.dropped


@given(st.binary(max_size=300))
def test_any_bytes_are_read_without_an_error(raw):
    assert journal.read(raw).lines == []


@pytest.mark.parametrize("length", [0, 1, 5])
def test_added_lines_are_read_without_a_header(length):
    raw = b"".join(journal.line(at, LINES[0]) for at in range(length))
    reading = journal.read(raw)
    assert len(reading.lines) == length
    assert reading.generation is None
