"""Linked scrolling: anchors that rise in both articles, and places between them."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quotes.model import Member, SharedQuote
from tests.tui.stories import ANCHOR, ARTICLES, GROUPS, HERALD, TIDEWIRE
from tui.linking import anchors, counterpart


def group(number: int, here: int, there: int) -> SharedQuote:
    return SharedQuote(str(number), None, (Member("a", here, here + 1, "x"), Member("b", there, there + 1, "x")))


def test_a_quote_leads_to_its_counterpart() -> None:
    places = anchors(HERALD.id, TIDEWIRE.id, GROUPS, (len(HERALD.text), len(TIDEWIRE.text)))
    assert counterpart(HERALD.text.index("We will"), places) == TIDEWIRE.text.index("We will")
    assert counterpart(0, places) == 0
    assert counterpart(len(HERALD.text), places) == len(TIDEWIRE.text)


def test_articles_without_common_quotes_go_in_proportion() -> None:
    assert counterpart(50, anchors("x", "y", GROUPS, (100, 300))) == 150
    assert counterpart(0, anchors("x", "y", (), (0, 0))) == 0


def test_quotes_in_another_order_are_left_out() -> None:
    groups = [group(1, 10, 80), group(2, 20, 20), group(3, 30, 30), group(4, 40, 40), group(5, 50, 5)]
    assert anchors("a", "b", groups, (100, 100)) == [(0, 0), (20, 20), (30, 30), (40, 40), (100, 100)]


@given(st.lists(st.tuples(st.integers(1, 99), st.integers(1, 99)), max_size=12))
def test_the_other_pane_never_jumps_back(pairs: list[tuple[int, int]]) -> None:
    places = anchors("a", "b", [group(n, *pair) for n, pair in enumerate(pairs)], (100, 100))
    walked = [counterpart(offset, places) for offset in range(101)]
    assert walked == sorted(walked)
    assert (walked[0], walked[-1]) == (0, 100)


def test_every_pair_of_the_story_has_rising_anchors() -> None:
    for one in ARTICLES:
        places = anchors(one.id, ANCHOR.id, GROUPS, (len(one.text), len(ANCHOR.text)))
        assert all(left[0] < right[0] and left[1] <= right[1] for left, right in pairwise(places))
