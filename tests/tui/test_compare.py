"""Compare: word under word at every width, differences told without colour, who said it, and Markdown."""

import dataclasses

import pytest

from quotes.wording import compare
from tests.tui.stories import ARTICLES, HERALD, MONEY, WINTER
from tui.compare import compare_page, emphasised, markdown
from tui.ink import Line, text_of, width_of
from tui.page import Page

COMPARISON = compare(WINTER, ARTICLES)


def lines(found: Page) -> list[str]:
    return [text_of(line).rstrip() for line in (*found.head, *found.body)]


def styled(row: Line, style: str) -> str:
    return " ".join(piece.text for piece in row if piece.style == style)


def test_wordings_stand_word_under_word() -> None:
    shown = lines(compare_page(COMPARISON, ARTICLES, 0, 2, 160))
    assert shown[0] == " a  Maria Kessler   quote 1 of 2   in 4 of 4 articles   fullest: Coast Herald, 15 words"
    assert shown[2:6] == [
        "  Coast Herald   We will  keep the harbour open through the winter,              and nobody will lose a berth",
        "  Tidewire       We will  keep the harbour open through the winter               ··· ······ ···· ···· · ·····",
        "  Der Hafenbote  We shall keep the port    open through the winter               ··· ······ ···· ···· · ·····",
        "  The Anchor     We will  keep the harbour open through the winter  │ she said │ and nobody will lose a berth",
    ]


def test_who_said_it_and_what_kind_of_change() -> None:
    shown = lines(compare_page(COMPARISON, ARTICLES, 0, 2, 160))
    assert shown[7] == "  who said it, and how"
    assert shown[8].endswith("  ● whole")
    assert "◐ trimmed: drops “and nobody will lose a berth”" in shown[9]
    assert "sagte Kessler" in shown[10]
    assert "≈ reworded: shall for will, port for harbour" in shown[10]
    assert shown[11].endswith("◇ split by: she said")


def test_changed_words_are_styled_as_such() -> None:
    found = compare_page(COMPARISON, ARTICLES, 0, 2, 160)
    assert styled(found.body[2], "changed") == "shall port"
    assert styled(found.body[3], "said") == "│ she said │"


def test_names_are_whole_where_there_is_room_and_words_come_first_where_there_is_none() -> None:
    paper = "Coast Herald and Evening Ledger"
    articles = (dataclasses.replace(HERALD, outlet=paper), *ARTICLES[1:])
    office = "Maria Kessler of the harbour office"
    members = (dataclasses.replace(WINTER.members[0], speaker=office), *WINTER.members[1:])
    comparison = compare(dataclasses.replace(WINTER, members=members), articles)
    wide = lines(compare_page(comparison, articles, 0, 2, 160))
    assert wide[2].startswith(f"  {paper}  We will")
    assert f"  {paper}  {office}  told the council" in wide[8]
    narrow = lines(compare_page(comparison, articles, 0, 2, 80))
    assert narrow[2].startswith("  Coast Herald an…  We will")


def test_who_says_it_is_told_whole_on_a_narrow_screen() -> None:
    said = "told the council behind closed doors on Tuesday evening"
    rows = tuple(dataclasses.replace(row, attribution=said) for row in COMPARISON.rows)
    other = dataclasses.replace(rows[3], speaker="Ingrid Vale")
    for comparison in (
        dataclasses.replace(COMPARISON, rows=rows),
        dataclasses.replace(COMPARISON, rows=(*rows[:3], other)),
    ):
        for width in (40, 60, 80):
            shown = " ".join(" ".join(lines(compare_page(comparison, ARTICLES, 0, 2, width))).split())
            assert shown.count("evening") == 4, width
    assert "Ingrid Vale" in shown


def test_the_title_is_a_band() -> None:
    title = compare_page(COMPARISON, ARTICLES, 0, 2, 160).head[0]
    assert width_of(title) == 160
    assert all(piece.style.endswith(" on raised") for piece in title)


def test_articles_without_the_quote_are_named() -> None:
    shown = lines(compare_page(compare(MONEY, ARTICLES), ARTICLES, 1, 2, 80))
    assert shown[-1] == "  not in Coast Herald, The Anchor"
    assert shown[0].startswith(" b  Tom Ardley   quote 2 of 2   in 2 of 4")


def test_the_chosen_article_is_marked_in_every_block() -> None:
    found = compare_page(COMPARISON, ARTICLES, 0, 2, 60)
    rows = [row for row, item in zip(found.body, found.items, strict=True) if item == 2]
    marked = [text_of(emphasised(row)) for row in rows if text_of(emphasised(row)).startswith("▸")]
    assert len(marked) >= 3
    assert all("Der Haf" in row for row in marked)


@pytest.mark.parametrize("width", [1, 3, 8, 20, 39, 40, 60, 80, 99, 100, 160, 400])
def test_every_line_fits_and_no_word_is_lost(width: int) -> None:
    found = compare_page(COMPARISON, ARTICLES, 0, 2, width)
    assert all(width_of(row) <= width for row in (*found.head, *found.body))
    if width >= 20:
        blocks = [row for row, item in zip(found.body, found.items, strict=True) if item == 0]
        words = " ".join(text_of(row) for row in blocks)
        assert all(word in words for word in ("harbour", "winter,", "nobody", "berth"))


def test_rows_name_their_things() -> None:
    found = compare_page(COMPARISON, ARTICLES, 0, 2, 160)
    assert found.shown == [0, 1, 2, 3]
    assert len(found.items) == len(found.body)


def test_markdown() -> None:
    rows = markdown(COMPARISON, ARTICLES, 0).splitlines()
    assert rows[0] == "### a: Maria Kessler"
    assert len(rows) == 4 + 4
    assert rows[4].startswith("| Coast Herald | “We will keep the harbour open")
    assert "≈" not in rows[6]
