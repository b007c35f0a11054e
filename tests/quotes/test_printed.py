from collections.abc import Iterator
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from quotes.printed import Printed

TEXT = "Ruiz, O'Brien and O'Briens; Ruizland, 2Ruiz. Ruiz's Ruiz-Hill (Ruiz) ruiz Ru\u0301iz Ruiz"


def places(text: str, word: str, long: int) -> list[int]:
    with patch("quotes.printed._LONG", long), patch("quotes.printed._OFTEN", 0):
        found: Iterator[int] = Printed(text).places(word)
        return list(found)


def test_a_word_stands_by_itself() -> None:
    assert [TEXT[at - 2 : at] for at in places(TEXT, "Ruiz", 10_000)] == ["", ". ", "s ", " (", "z "]
    assert len(places(TEXT, "O'Brien", 10_000)) == 1
    assert Printed(TEXT).has("Ruiz-Hill")
    assert not Printed(TEXT).has("Bri")


@given(st.text("aB'-1\u0301 ", max_size=40), st.text("aB'-1\u0301", max_size=3).map(lambda rest: "B" + rest))
def test_a_long_text_is_indexed_to_the_same_effect(text: str, word: str) -> None:
    assert places(text, word, 0) == places(text, word, 10_000)


def test_a_long_text_that_is_seldom_asked_is_not_indexed() -> None:
    printed = Printed(TEXT)
    with patch("quotes.printed._LONG", 0), patch("quotes.printed._OFTEN", 2):
        first = [list(printed.places("Ruiz")) for _ in range(2)]
        assert "_index" not in vars(printed)
        assert [list(printed.places("Ruiz"))] * 2 == first
        assert "_index" in vars(printed)
