from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from quotes.alignment import align

WORDS = st.lists(st.sampled_from("abcde"), max_size=14)


def split(text: str) -> list[str]:
    return text.split()


def test_words_in_another_order_are_neither_dropped_nor_added() -> None:
    base = split("close the old harbour by the way if she picks the pilots nothing helps")
    found = align(base, split("by the way if she picks the pilots nothing helps close the old harbour"))
    assert [found.moved, found.dropped, found.changed] == [[10, 11, 12, 13], [], {}]
    assert found.added == {len(base): [10, 11, 12, 13]}


def test_two_words_that_come_again_are_not_called_moved() -> None:
    found = align(split("of the harbour we will never speak"), split("we will never speak of the"))
    assert (found.moved, found.dropped) == ([], [0, 1, 2])


def test_a_replaced_stretch_pairs_word_by_word() -> None:
    found = align(split("we will keep the harbour open"), split("we shall keep the port wide open"))
    assert (found.changed, found.added, found.dropped) == ({1: 1, 4: 4}, {5: [5]}, [])


@given(WORDS, WORDS)
def test_every_word_of_both_sides_is_told_once(base: list[str], words: list[str]) -> None:
    found = align(base, words)
    extra = [index for added in found.added.values() for index in added]
    here = Counter([*found.same.values(), *found.changed.values(), *extra])
    assert here == Counter(range(len(words)))
    assert set(found.moved) <= set(extra)
    assert len(found.same) + len(found.changed) + len(found.dropped) + len(found.moved) == len(base)
    assert all(base[slot] == words[index] for slot, index in found.same.items())


@given(WORDS)
def test_a_wording_beside_itself_differs_in_nothing(base: list[str]) -> None:
    found = align(base, base)
    assert (len(found.same), found.changed, found.dropped, found.added, found.moved) == (len(base), {}, [], {}, [])
