from hypothesis import given
from hypothesis import strategies as st

from articles.keys import keys_of


def test_an_own_id_where_no_other_has_it_else_the_number():
    assert keys_of(["a", None, "b", "a", ""]) == ["1", "2", "b", "4", "5"]
    assert keys_of(["x", "2", None]) == ["x", "2", "3"]


def test_an_own_id_that_is_the_number_of_another_gives_way():
    assert keys_of(["2", None]) == ["1", "2"]
    assert keys_of(["2", "3", None]) == ["1", "2", "3"]


@given(st.lists(st.sampled_from([None, "", "1", "2", "3", "4", "a", "b"])))
def test_no_two_keys_are_the_same(own):
    keys = keys_of(own)
    assert len(set(keys)) == len(own)
    assert all(key in (name, str(number)) for number, (key, name) in enumerate(zip(keys, own, strict=True), 1))
