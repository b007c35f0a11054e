"""The strip: where a quote has no room, its differences and as much around them as fits."""

from hypothesis import given
from hypothesis import strategies as st

from tui.strip import _kept

COLUMNS = st.lists(st.tuples(st.booleans(), st.integers(1, 12)), min_size=1, max_size=60)


@given(COLUMNS, st.integers(1, 200))
def test_differences_and_what_is_around_them_are_kept_as_far_as_there_is_room(
    columns: list[tuple[bool, int]], room: int
) -> None:
    differs, widths = [one for one, _ in columns], [width for _, width in columns]
    kept = _kept(differs, widths, room)
    assert len(kept) == len(columns)
    if sum(widths) <= room or not any(differs):
        assert all(kept)
    for n, one in enumerate(differs):
        if one:
            assert all(kept[max(0, n - 3) : n + 4])


def test_room_is_used_on_both_sides_of_a_difference() -> None:
    differs = [n == 10 for n in range(21)]
    assert [n for n, one in enumerate(_kept(differs, [5] * 21, 60)) if one] == list(range(5, 16))
    assert [n for n, one in enumerate(_kept(differs, [5] * 21, 20)) if one] == list(range(7, 14))
