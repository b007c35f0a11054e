"""Pages: which lines show which thing, what is in view, and styled text cut by cells."""

from hypothesis import given
from hypothesis import strategies as st

from tui.ink import Piece, cut, fitted, line, spread, text_of, width_of
from tui.page import band, lit, neighbour, page, top_for, with_more, within

PAGE = page([line("head")], [(line(str(n)), n // 2 if n % 7 else None) for n in range(40)])


def test_lines_of_a_thing() -> None:
    assert PAGE.runs_of(1) == [(2, 4)]
    assert PAGE.runs_of(99) == []
    assert PAGE.shown == list(range(20))


@given(st.integers(0, 19), st.integers(0, 60), st.integers(1, 60))
def test_a_thing_is_brought_into_view(item: int, top: int, height: int) -> None:
    start = top_for(PAGE, item, top, height)
    first, last = PAGE.runs_of(item)[0]
    assert start <= first
    assert last <= start + height or height < last - first
    assert within(PAGE, start, height) == start


def test_one_of_several_stretches_is_enough() -> None:
    blocks = page([], [(line(str(n)), n % 4) for n in range(40)])
    assert top_for(blocks, 1, 20, 8) == 20
    assert top_for(blocks, 1, 22, 2) in {20, 21, 24, 25}


def test_neighbours_stop_at_the_ends() -> None:
    assert neighbour([3, 5, 9], 5, 1) == 9
    assert neighbour([3, 5, 9], 9, 1) == 9
    assert neighbour([3, 5, 9], 7, 1) == 5
    assert neighbour([], 0, 1) == 0


def test_the_chosen_line_is_lit_over_its_whole_width() -> None:
    row = lit(line("ab", Piece("c", "key")), 6)
    assert width_of(row) == 6
    assert all(piece.style.endswith("on chosen") for piece in row)


SIGNS = st.lists(st.sampled_from(["a", "漢", "é", "e\u0301", "👩\u200d👧", " ", "❤\ufe0f"]), max_size=12).map("".join)


@given(SIGNS, st.integers(0, 12), st.integers(0, 12))
def test_cutting_counts_cells(text: str, width: int, start: int) -> None:
    row = cut(line(text), width, start)
    assert width_of(row) == max(min(width, width_of(line(text)) - start), 0)


@given(SIGNS, st.integers(0, 12))
def test_fitting_fills_exactly(text: str, width: int) -> None:
    assert width_of(line(fitted(text, width))) == width


def test_left_and_right_never_meet() -> None:
    assert text_of(spread(line("left"), line("right"), 12)) == "left   right"
    assert text_of(spread(line("a long left side"), line("right"), 12)) == "a lon  right"
    assert text_of(spread(line("left"), line("right"), 3)) == "lef"


def test_every_text_passes_the_door() -> None:
    assert "\x1b" not in text_of(line("\x1b[31m", Piece("\x07", "key"), ("\u202e", "muted")))


def test_a_title_says_how_much_stands_below_but_never_in_place_of_its_own_words() -> None:
    title = band(line(("compare", "badge")), 40)
    assert text_of(with_more(title, 14)) == f"{'compare':26}14 more below "
    assert with_more(title, 0) == title
    for width in range(7, 60):
        row = with_more(band(line(("compare", "badge")), width), 14)
        assert width_of(row) == width
        assert text_of(row).startswith("compare")
