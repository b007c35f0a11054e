"""Which articles are in which panes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.arrangement import Arrangement, capacity, is_small, widths


@pytest.mark.parametrize(
    ("width", "panes"), [(80, 1), (99, 1), (100, 2), (149, 2), (150, 3), (199, 3), (200, 4), (999, 4)]
)
def test_panes_by_width(width: int, panes: int) -> None:
    assert capacity(width) == panes


@pytest.mark.parametrize(("size", "small"), [((60, 15), False), ((59, 15), True), ((60, 14), True), ((20, 5), True)])
def test_small_screens(size: tuple[int, int], small: bool) -> None:
    assert is_small(*size) is small


@given(st.integers(20, 400), st.integers(1, 4))
def test_the_columns_are_all_used(width: int, panes: int) -> None:
    shares = widths(width, panes)
    assert sum(shares) == width
    assert len(shares) == panes
    assert max(shares) - min(shares) <= panes + 1


steps = st.lists(st.sampled_from(["next", "previous", "zoom", "close", "show"]), max_size=20)


@given(st.integers(1, 7), steps, st.lists(st.sampled_from([80, 120, 160, 220]), min_size=20, max_size=20))
def test_the_active_article_is_in_view_and_none_is_there_twice(
    articles: int, taken: list[str], screens: list[int]
) -> None:
    arrangement = Arrangement(articles)
    for step, width in zip(taken, screens, strict=False):
        slots = arrangement.in_view(width)
        if step == "zoom":
            arrangement.zoomed = not arrangement.zoomed
        elif step == "close" and len(slots) > 1:
            arrangement.close(width)
        elif step == "show":
            arrangement.show(articles - 1)
        else:
            arrangement.step(1 if step == "next" else -1, width)
        slots = arrangement.in_view(width)
        assert arrangement.active in slots
        assert len(slots) == arrangement.count(width)
        assert len(set(arrangement.shown)) == len(arrangement.shown)


def test_with_one_pane_in_view_every_article_is_reached() -> None:
    arrangement = Arrangement(5)
    seen = []
    for _ in range(6):
        arrangement.in_view(80)
        seen.append(arrangement.shown[arrangement.active])
        arrangement.step(1, 80)
    assert seen == [0, 1, 2, 3, 4, 0]


def test_a_wider_screen_shows_more() -> None:
    arrangement = Arrangement(3)
    assert len(arrangement.in_view(80)) == 1
    assert len(arrangement.in_view(160)) == 3


@pytest.mark.parametrize(
    ("article", "shown", "active"), [(0, [0, 1, 2], 0), (1, [1, 2, 3], 0), (2, [1, 2, 3], 1), (3, [1, 2, 3], 2)]
)
def test_a_wider_screen_puts_neighbours_beside_the_only_article(article: int, shown: list[int], active: int) -> None:
    arrangement = Arrangement(4)
    arrangement.show(article)
    arrangement.in_view(80)
    arrangement.in_view(160)
    assert (arrangement.shown, arrangement.active) == (shown, active)


@pytest.mark.parametrize(
    ("before", "active", "after"), [([2, 3], 1, [0, 1, 2, 3]), ([3, 2], 0, [3, 2, 1, 0]), ([0, 1], 0, [0, 1, 2, 3])]
)
def test_a_wider_screen_keeps_the_order_that_there_was(before: list[int], active: int, after: list[int]) -> None:
    arrangement = Arrangement(4)
    arrangement.shown, arrangement.active = list(before), active
    arrangement.in_view(200)
    assert arrangement.shown == after
    assert after[arrangement.active] == before[active]


def test_bringing_an_article_prefers_a_pane_in_view() -> None:
    arrangement = Arrangement(4)
    arrangement.in_view(120)
    arrangement.bring([1, 3], 120)
    assert arrangement.active == 1
    arrangement.bring([3], 120)
    assert arrangement.shown[arrangement.active] == 3


def test_articles_that_are_in_no_pane_come_side_by_side() -> None:
    arrangement = Arrangement(9)
    arrangement.in_view(150)
    arrangement.active = 2
    arrangement.bring([5, 7], 150)
    assert arrangement.shown == [5, 1, 7], "the active one and the next, in the order of the shelf"
    assert arrangement.active == 0
    arrangement.bring([3, 4, 6, 8], 150)
    assert arrangement.shown == [3, 4, 6]
    arrangement.put(6, 0)
    assert arrangement.shown == [6, 4, 3], "two panes change places"


def test_where_one_pane_is_in_view_another_slot_keeps_its_article() -> None:
    arrangement = Arrangement(9)
    arrangement.in_view(120)
    arrangement.bring([1, 4], 80)
    assert (arrangement.shown, arrangement.active) == ([0, 1], 1)
