"""The code book: letters and tints for tags that lack them, names that can be shown."""

from hypothesis import given
from hypothesis import strategies as st

from annotations.tags import BUILT_IN, TINTS, Tag
from tui.codebook import LONGEST_NAME, clean_name, code_book, complete, fits_gutter, free_colour, free_letter


def test_configured_tags_win_and_kept_ones_are_completed() -> None:
    kept = [Tag("claim", letter="X"), Tag("fact", "1", "C", "")]
    book = code_book(BUILT_IN, kept, ["claim", "seen"])
    assert book[:3] == BUILT_IN
    assert [tag.name for tag in book[3:]] == ["fact", "seen"]
    assert (book[3].letter, book[3].key) == ("F", None)
    assert book[3].colour in TINTS
    assert len({tag.letter for tag in book}) == 5
    assert len({tag.colour for tag in book}) == 5


def test_letters_run_out_gracefully() -> None:
    assert free_letter("claim", {"C"}) == "L"
    assert free_letter("港", ()) == "A", "a letter of two cells does not fit"
    assert free_letter("x", set("xX") | set("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) == "•"
    assert free_colour(TINTS, 3) == TINTS[3]


def test_what_fits_the_gutter() -> None:
    assert all(map(fits_gutter, "AéЖ1"))
    assert not any(map(fits_gutter, ["", "AB", "?", "+", "漢", " ", "\u0301", "\x1b"]))


@given(st.text())
def test_a_name_is_one_clean_line(name: str) -> None:
    clean = clean_name(name)
    assert clean == clean_name(clean)
    assert len(clean) <= LONGEST_NAME
    assert clean.isprintable()


def test_complete_keeps_what_is_there() -> None:
    tag = Tag("fact", "4", "F", "#112233", "looked up")
    assert complete(tag, BUILT_IN) == tag
