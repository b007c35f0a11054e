"""Wrapping: every visible character is on one row, no row is too wide, offsets lead to rows and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.article import Article
from tests.tui.texts import HARD, texts
from tui.cells import cluster_start
from tui.wrap import Lines, wrap

widths = st.integers(2, 40)


def wrapped(text: str, width: int, spacing: int = 0) -> Lines:
    return wrap(text, Article("a.txt", text).paragraphs, width, spacing)


@given(texts, widths, st.integers(0, 2))
def test_rows_rise_and_keep_every_word(text: str, width: int, spacing: int) -> None:
    lines = wrapped(text, width, spacing)
    before = 0
    kept = ""
    for start, end in zip(lines.starts, lines.ends, strict=True):
        assert before <= start <= end <= len(text)
        assert text[before:start].strip() == ""
        kept += text[start:end]
        before = max(before, end)
    assert text[before:].strip() == ""
    assert "".join(kept.split()) == "".join(text.split())


@given(texts, widths)
def test_no_row_is_wider_than_asked_for(text: str, width: int) -> None:
    lines = wrapped(text, width)
    for number in range(len(lines)):
        row = lines.row(number)
        one = row.after(row.start) >= row.end
        assert row.width <= width or one


@given(texts, widths)
def test_rows_begin_at_graphemes(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert all(cluster_start(text, start) == start for start in lines.starts)


@given(texts, widths, st.integers(0, 2))
def test_an_offset_is_on_its_row(text: str, width: int, spacing: int) -> None:
    lines = wrapped(text, width, spacing)
    for number in range(len(lines)):
        if not lines.is_blank(number):
            assert lines.row_of(lines.starts[number]) == number
            assert lines.row_of(lines.ends[number] - 1) == number


@pytest.mark.parametrize("parting", ["\n", "\n\n", "\n \n\n"])
def test_one_blank_row_between_paragraphs_however_the_file_parts_them(parting: str) -> None:
    lines = wrapped(f"One.{parting}Two.", 20)
    assert [lines.is_blank(number) for number in range(len(lines))] == [False, True, False]


def test_blanks_at_a_break_belong_to_the_upper_row() -> None:
    lines = wrapped("one two   three", 8)
    assert list(zip(lines.starts, lines.ends, strict=True)) == [(0, 7), (10, 15)]
    assert lines.row_of(8) == 0


def test_no_break_spaces_are_not_broken() -> None:
    lines = wrapped("aaa bbb\u00a0ccc", 8)
    assert [lines.text[s:e] for s, e in zip(lines.starts, lines.ends, strict=True)] == ["aaa", "bbb\u00a0ccc"]


def test_chinese_is_broken_anywhere_but_before_closing_marks() -> None:
    lines = wrapped("漢字漢字、漢字", 8)
    assert [lines.text[s:e] for s, e in zip(lines.starts, lines.ends, strict=True)] == ["漢字漢", "字、漢字"]


def test_an_article_without_text_has_one_row() -> None:
    assert len(wrapped(" \n ", 10)) == 1


@pytest.mark.parametrize("text", HARD)
def test_a_place_survives_another_width(text: str) -> None:
    narrow, wide = wrapped(text, 9), wrapped(text, 60)
    for number in range(len(narrow)):
        offset = narrow.starts[number]
        row = wide.row_of(offset)
        assert wide.starts[row] <= offset
