"""The strip: where a quote has no room, its differences and as much around them as fits."""

from hypothesis import example, given
from hypothesis import strategies as st

from tui.strip import _kept

COLUMNS = st.lists(st.tuples(st.booleans(), st.integers(1, 12)), min_size=1, max_size=60)


@given(COLUMNS, st.integers(1, 200))
@example([(True, 1), (False, 1), (False, 1), (False, 1), (False, 3)], 6)
def test_where_differences_begin_and_end_is_kept_as_far_as_there_is_room(
    columns: list[tuple[bool, int]], room: int
) -> None:
    differs, widths = [one for one, _ in columns], [width for _, width in columns]
    kept = _kept(differs, widths, room)
    assert len(kept) == len(columns)
    if sum(widths) <= room or not any(differs):
        assert all(kept)
    for n, one in enumerate(differs):
        if n and one != differs[n - 1]:
            assert all(kept[max(0, n - 3) : n + 3]), "three columns on each side of the last one that differs"


def test_of_long_differences_the_ends_are_shown_where_there_is_no_room() -> None:
    differs = [n < 20 for n in range(40)]
    assert [n for n, one in enumerate(_kept(differs, [5] * 40, 40)) if one] == list(range(17, 24))
    assert _kept([True] * 5, [5] * 5, 10) == [True] * 5


def test_room_is_used_on_both_sides_of_a_difference() -> None:
    differs = [n == 10 for n in range(21)]
    assert [n for n, one in enumerate(_kept(differs, [5] * 21, 60)) if one] == list(range(5, 16))
    assert [n for n, one in enumerate(_kept(differs, [5] * 21, 20)) if one] == list(range(7, 15))
