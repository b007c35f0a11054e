from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.matching import FOLLOWING, large_runs, small_runs
from quotes.streams import Streams
from tests.quotes.planting import plant


def columns_of(texts: list[list[str]]) -> Streams:
    columns = Streams()
    for number, words in enumerate(texts):
        columns.add_stretch(number, " ".join(words), 0, 10**6)
    return columns


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from(["wind", "sea", "harbour", "boat", "the", "of"]), max_size=25), min_size=1, max_size=6
    ),
    st.integers(1, 5),
)
def test_both_ways_of_finding_runs_agree(texts: list[list[str]], seed: int) -> None:
    columns = columns_of(texts)
    assert [run for run, _ in large_runs(columns, seed, FOLLOWING, 0.0)] == small_runs(columns, seed, FOLLOWING)


def test_n_grams_are_told_apart_exactly_and_none_crosses_a_break() -> None:
    import numpy as np

    from quotes.kernels import gram_ids

    words = np.array([0, 1, 2, 3, -1, 0, 1, 2, 4], dtype=np.int64)
    grams = gram_ids(words, 3)
    assert grams[0] == grams[5]
    assert grams[1] != grams[6]
    assert [at for at, gram in enumerate(grams) if gram < 0] == [2, 3, 4, 7, 8]


def test_links_of_near_copies_grow_with_their_number_not_its_square() -> None:
    import numpy as np

    from quotes.kernels import links

    def count(copies: int) -> int:
        article = np.repeat(np.arange(copies), 50)
        grams = np.tile(np.arange(50), copies)
        return len(links(grams, article, FOLLOWING)[0])

    assert count(300) < 3.3 * count(100)


def test_a_large_set_is_read_by_the_kernels_with_the_same_quality() -> None:
    from quotes.shared import find_shared_quotes

    corpus = plant(11, stories=60, per_story=5, paragraphs=4)
    want = {(a, i) for p in corpus.planted for a, start, end in p.members for i in range(start, end)}
    got = {
        (m.article, i) for g in find_shared_quotes(corpus.articles) for m in g.members for i in range(m.start, m.end)
    }
    assert len(want & got) >= 0.95 * len(want)
    assert len(want & got) >= 0.98 * len(got)
