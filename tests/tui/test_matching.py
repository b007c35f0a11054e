"""Finding entries by a few letters."""

from tui.matching import matching

NAMES = ["next-quote", "previous-quote", "quote", "quit", "Müller’s note", "open-pane", "select-paragraph"]


def test_the_best_fit_comes_first() -> None:
    assert matching("quote", NAMES, str)[0] == "quote"
    assert matching("next q", NAMES, str) == ["next-quote"]
    assert matching("pane", NAMES, str)[0] == "open-pane"


def test_every_word_must_fit() -> None:
    assert matching("quote pane", NAMES, str) == []
    assert matching("quote prev", NAMES, str) == ["previous-quote"]


def test_marks_accents_and_case_do_not_matter() -> None:
    assert matching("MULLER'S", NAMES, str) == ["Müller’s note"]


def test_letters_in_order_are_the_last_resort() -> None:
    assert matching("slpr", NAMES, str) == ["select-paragraph"]
    assert matching("qt", NAMES, str) == []


def test_nothing_typed_is_everything_in_order() -> None:
    assert matching("  ", NAMES, str) == NAMES
