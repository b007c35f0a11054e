import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.tokens import fold, without_possessive, words_between


def folded(text: str) -> list[str]:
    return words_between(text, [(0, len(text))]).folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("don’t", "don't"),
        ("U.S.", "US"),
        ("J.D.", "JD"),
        ("STRASSE", "straße"),
        ("\u0130stanbul", "istanbul"),
        ("caf\u00e9", "cafe\u0301"),
        ("30,000", "30000"),
        ("f***ing", "fucking"),
        ("Łódź", "lodz"),
    ],
)
def test_words_that_are_the_same_fold_to_the_same(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_hyphens_part_words_and_no_break_spaces_do_too() -> None:
    assert folded("burden-sharing the\u00a0war") == ["burden", "sharing", "the", "war"]


def test_scripts_without_blanks_give_a_word_a_sign() -> None:
    assert folded("我们会赢") == list("我们会赢")


def test_different_words_stay_different() -> None:
    assert folded("shall") != folded("will")
    assert fold("berth") != fold("birth")


def test_possessives() -> None:
    assert [without_possessive(word) for word in ("Ruiz’s", "Ruiz's", "Ruiz")] == ["Ruiz"] * 3


@given(st.text(max_size=200))
def test_offsets_are_those_of_the_text_whatever_it_holds(text: str) -> None:
    words = words_between(text, [(0, len(text))])
    assert words.starts == sorted(words.starts)
    for form, start, end in zip(words.folded, words.starts, words.ends, strict=True):
        assert 0 <= start < end <= len(text)
        assert fold(text[start:end]) == form


@given(st.text(max_size=60))
def test_folding_is_blind_to_the_form_of_accents(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert [w for w in folded(composed) if w.isascii()] == [w for w in folded(decomposed) if w.isascii()]


def test_a_typed_dash_parts_words_and_is_no_star() -> None:
    assert folded("the job--and I--I mean it--is well—known") == [
        *("the", "job", "and", "i", "i", "mean", "it", "is", "well", "known")
    ]
    assert folded("f--ing f---ing s--- end.Then") == ["*f", "*f", "*s", "end", "then"]
