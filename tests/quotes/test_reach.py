from hypothesis import given
from hypothesis import strategies as st

from quotes.reach import Reach

spans = st.tuples(st.integers(0, 30), st.integers(1, 10)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(spans, max_size=8), spans)
def test_it_answers_like_a_look_at_every_span(known: list[tuple[int, int]], asked: tuple[int, int]) -> None:
    start, end = asked
    reach = Reach(known)
    assert reach.holds(start, end) == any(s <= start and end <= e for s, e in known)
    assert reach.meets(start, end) == any(s < end and start < e for s, e in known)
