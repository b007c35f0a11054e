"""The field: typing, moving by what a reader takes for a character, pasting, and what is drawn."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.field import Field
from tui.ink import Line, text_of, width_of

KEYS = ["left", "right", "home", "end", "backspace", "delete", "ctrl+left", "ctrl+right", "ctrl+w", "ctrl+u", "ctrl+k"]
FAMILY = "👩‍👩‍👧"


def typed(text: str, *keys: str) -> Field:
    field = Field()
    for sign in text:
        field.press(sign, sign)
    for key in keys:
        assert field.press(key, None)
    return field


def caret(rows: list[Line]) -> str:
    return "".join(piece.text for row in rows for piece in row if piece.style == "caret")


def test_typing_and_taking_out() -> None:
    assert typed("harbour", "left", "left", "backspace").text == "harbur"
    assert typed("one two three", "ctrl+w").text == "one two "
    assert typed("one two", "ctrl+left", "ctrl+u").text == "two"
    assert typed("one two", "home", "ctrl+right", "ctrl+k").text == "one"
    assert typed("ab", "home", "delete").text == "b"


def test_a_character_of_several_code_points_is_one() -> None:
    assert typed("x").put(FAMILY) is True
    field = Field(f"a{FAMILY}é", 1 + len(FAMILY) + 1)
    field.press("left", None)
    field.press("backspace", None)
    assert field.text == "aé"


def test_keys_that_are_no_business_of_a_field() -> None:
    field = Field("x", 1)
    assert not field.press("enter", "\r")
    assert not field.press("f5", None)
    assert not field.press("ctrl+z", "\x1a")
    assert field.text == "x"


def test_a_paste_is_cleaned_and_cut() -> None:
    field = Field()
    assert field.put("one\r\ntwo\tthree\x1b[31m\x00")
    assert field.text == "one two three[31m"
    lines = Field(keeps_lines=True)
    assert lines.put("one\rtwo")
    assert lines.text == "one\ntwo"
    big = Field(most=100)
    assert not big.put("x" * 100_000)
    assert (len(big.text), big.at) == (100, 100)
    assert not big.put("y")


@example(" aaaa漢漢", ["left"])
@given(st.text("ab é漢\n👩\u200d👧\u0301", max_size=30), st.lists(st.sampled_from(KEYS), max_size=12))
def test_the_caret_stays_in_the_text_and_between_characters(text: str, keys: list[str]) -> None:
    field = Field(keeps_lines=True)
    field.put(text)
    for key in keys:
        field.press(key, None)
        assert 0 <= field.at <= len(field.text)
        for width, height in ((1, 1), (7, 1), (7, 3)):
            rows = field.rows(width, height)
            assert len(rows) <= height
            assert caret(rows)
            assert all(width_of(row) <= max(width, 2) for row in rows)


@pytest.mark.parametrize(("at", "shown"), [(0, "abcde"), (10, "hij "[-4:]), (5, "bcdef")])
def test_one_row_shifts_so_that_the_caret_is_seen(at: int, shown: str) -> None:
    assert shown.strip() in text_of(Field("abcdefghij", at).rows(5)[0])


def test_several_rows_break_at_line_ends() -> None:
    rows = Field("one\ntwo three", 13, keeps_lines=True).rows(5, 4)
    assert [text_of(row) for row in rows] == ["one⏎", "two ", "three", " "]


def test_rows_break_between_words_and_within_those_that_are_too_long() -> None:
    rows = Field("so a word stays wholesome", 0, keeps_lines=True).rows(6, 9)
    assert [text_of(row) for row in rows] == ["so a ", "word ", "stays ", "wholes", "ome "]


def test_a_long_text_costs_its_length_once() -> None:
    field = Field("x" * 4000, 4000)
    assert caret(field.rows(80, 3)) == " "
