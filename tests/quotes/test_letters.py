"""The letters of shared quotes."""

import pytest

from quotes.letters import letter


@pytest.mark.parametrize(
    ("number", "name"), [(0, "a"), (25, "z"), (26, "aa"), (27, "ab"), (51, "az"), (52, "ba"), (701, "zz"), (702, "aaa")]
)
def test_letters(number: int, name: str) -> None:
    assert letter(number) == name
