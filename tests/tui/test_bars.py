"""Header, titles and footer: filled by width, nothing cut in a word, the way to all keys always there."""

import pytest

from articles.article import Article
from tui.bars import FOOTERS, Figures, Hint, footer, header, hints, notice, pane_title, status_line
from tui.ink import text_of, width_of
from tui.keymap import keymap

FIGURES = Figures([("claim", "C", 2), ("quote", "Q", 13), ("boilerplate", "B", 0)], 32, "saved")
ALWAYS = Hint("?", "all keys")
KEYS = keymap({})


@pytest.mark.parametrize("situation", FOOTERS)
@pytest.mark.parametrize("width", range(10, 220, 7))
def test_the_footer_holds_whole_hints_and_always_the_way_to_all_keys(situation: str, width: int) -> None:
    offered = hints(KEYS, situation, 160)
    row = footer(offered, ALWAYS, width)
    assert width_of(row) <= width
    text = text_of(row)
    assert "?" in text
    whole = {f"{hint.keys} {hint.label}" for hint in (*offered, ALWAYS)}
    if width >= 14:
        assert {piece.strip() for piece in text.split("   ") if piece.strip()} <= whole


@pytest.mark.parametrize("width", range(10, 100, 3))
def test_the_way_out_of_a_view_stays_as_long_as_it_has_room(width: int) -> None:
    text = text_of(footer(hints(KEYS, "", width), ALWAYS, width, back=Hint("escape", "back")))
    assert len(text) <= width
    assert text.rstrip().endswith("escape back   ? all keys" if width >= 26 else "? all keys"[: width - 1])


def test_an_article_without_text_says_so() -> None:
    assert text_of(pane_title(1, Article("a.txt", " \n"), 100, 40, active=True)).rstrip().endswith("no text")


def test_the_footer_shows_the_users_own_keys() -> None:
    own = keymap({"next-quote": ("ö",), "previous-quote": ()})
    assert any(hint.label == "undo" for hint in hints(KEYS, "", 80)[:4]), "undo is seen at 80 columns"
    assert hints(own, "", 160)[0] == Hint("ö", "quote")


@pytest.mark.parametrize("width", range(20, 200, 3))
def test_the_header_fits(width: int) -> None:
    row = header("a story with a long name \x1b[0m", "2 articles", FIGURES, width)
    assert width_of(row) <= width
    assert "\x1b" not in text_of(row)


def test_the_header_says_counts_suggestions_and_state() -> None:
    wide, narrow = (text_of(header("story", "1 of 2", FIGURES, width)) for width in (160, 80))
    assert wide.rstrip().endswith("claim 2   quote 13   boilerplate 0   32 suggestions   ● saved")
    assert narrow.rstrip().endswith("C2 Q13 B0  ?32   ● saved")


def test_a_narrow_header_gives_up_its_own_name_before_the_counts() -> None:
    row = text_of(header("democratic_convention", "1 of 3", FIGURES, 60))
    assert row.startswith(" democratic_convention  1 of 3 ")
    assert row.rstrip().endswith("C2 Q13 B0  ?32   ● saved")


def test_the_status_line_cuts_nothing_in_a_word() -> None:
    wide, narrow, tiny = (text_of(status_line(3, 50, FIGURES, ALWAYS, width)) for width in (59, 40, 32))
    assert wide.startswith(" 3  C2 Q13 B0  ?32 ")
    assert wide.rstrip().endswith("50 %  ● saved  ? all keys")
    assert narrow.split() == ["3", "C2", "Q13", "B0", "?32", "50", "%", "●", "?", "all", "keys"]
    assert tiny.split() == ["3", "50", "%", "●", "saved", "?", "all", "keys"]
    assert text_of(status_line(3, 100, FIGURES, ALWAYS, 20)).split() == ["3", "100", "%", "●", "?"]


def test_one_suggestion_is_one() -> None:
    assert "1 suggestion " in text_of(header("s", "", Figures([], 1, "saved"), 160))


@pytest.mark.parametrize("width", range(12, 120, 5))
def test_titles_fit_and_keep_the_percentage(width: int) -> None:
    article = Article("a.txt", "text", title="漢字 and a very long title that will never fit \x9b", outlet="The Outlet")
    row = pane_title(3, article, 100, width, active=True)
    assert width_of(row) <= width
    assert text_of(row).endswith("100 % ")


def test_an_article_without_title_has_its_files_name() -> None:
    assert "story.txt" in text_of(pane_title(1, Article("uk/story.txt", ""), 5, 60, active=False))


@pytest.mark.parametrize("width", range(20, 120, 9))
def test_notices_and_the_status_line_fit(width: int) -> None:
    rows = notice("said " * 8 + "x" * 90 + " " + "漢字 " * 40 + "the end", ALWAYS, width, 99)
    assert all(width_of(row) <= width for row in rows)
    assert "".join(map(text_of, rows)).replace(" ", "").removesuffix("?allkeys").endswith("theend"), "nothing is cut"
    cut_short = notice("x" * 300, ALWAYS, width, 2)
    assert len(cut_short) <= 2
    assert text_of(notice("said", ALWAYS, 40, 3)[-1]).rstrip().endswith("? all keys")
    assert width_of(status_line(1, 50, FIGURES, ALWAYS, width)) <= width
