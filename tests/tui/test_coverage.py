"""Coverage: what stands in the table, its filters and orders, and how it is written at every width."""

import dataclasses

import pytest

from articles.article import Article
from quotes.model import SharedQuote
from tests.tui.stories import ANCHOR, ARTICLES, GROUPS, HERALD, QUOTATIONS, TIDEWIRE, member
from tui.coverage import ORDERS, SHOWN, chosen, rows, sums
from tui.coverage_page import coverage_page, emphasised, markdown
from tui.ink import text_of, width_of
from tui.page import Page

TABLE = rows(ARTICLES, GROUPS, QUOTATIONS)


def shown(found: Page) -> list[str]:
    return [text_of(line).rstrip() for line in (*found.head, *found.body)]


def test_who_has_it_whole_trimmed_reworded_split_or_not() -> None:
    assert [(row.letter, row.cells) for row in TABLE[:2]] == [
        ("a", ("identical", "trimmed", "reworded", "split")),
        ("b", (None, "identical", "identical", None)),
    ]
    assert TABLE[0].words == "We will keep the harbour open through the winter, and nobody will lose a berth"
    start, end = TABLE[0].places[3] or (0, 0)
    assert ANCHOR.text[start:end].startswith("We will"), "the place of a split quote reaches over its pieces"
    assert ANCHOR.text[start:end].endswith("a berth")


def test_a_quote_is_named_by_its_fullest_wording_though_the_articles_share_but_a_part() -> None:
    core = "We will keep the harbour open"
    members = tuple(
        member(article, core, "trimmed", whole=(whole,))
        for article, whole in (
            (HERALD, "We will keep the harbour open through the winter, and nobody will lose a berth,"),
            (TIDEWIRE, "We will keep the harbour open through the winter"),
        )
    )
    (row,) = rows(ARTICLES, [SharedQuote("core", None, members)], ())
    assert row.words == "We will keep the harbour open through the winter, and nobody will lose a berth"


def test_what_only_one_article_quotes_but_no_label() -> None:
    alone = [row for row in TABLE if row.group is None]
    assert [(row.words, row.speaker, row.letter) for row in alone] == [
        ("Five berths, maybe six", "harbour master", ""),
        ("Mark my words: a second vote", "Ingrid Vale", ""),
    ]
    assert alone[0].cells == ("identical", None, None, None)


def test_filters() -> None:
    assert len(chosen(TABLE, "all", "place")) == 4
    assert [row.reach for row in chosen(TABLE, "one", "place")] == [1, 1]
    assert chosen(TABLE, "left out", "place") == []
    three = rows(ARTICLES[:3], GROUPS, ())
    assert [row.letter for row in chosen(three, "left out", "place")] == ["b"]


def test_orders() -> None:
    assert [row.letter for row in chosen(TABLE, "all", "reach")] == ["a", "b", "", ""]
    swapped = rows(ARTICLES, (GROUPS[1], GROUPS[0]), QUOTATIONS)
    assert [row.group for row in chosen(swapped, "all", "place")][:2] == ["money", "winter"]
    assert [row.group for row in chosen(swapped, "all", "reach")][:2] == ["winter", "money"]
    assert [row.speaker for row in chosen(TABLE, "all", "speaker")] == [
        "Maria Kessler", "Tom Ardley", "harbour master", "Ingrid Vale",
    ]  # fmt: skip


def test_sums() -> None:
    assert sums(TABLE) == (2, 2, 2, 2)
    assert sums(()) == ()


@pytest.mark.parametrize("width", [1, 5, 20, 33, 40, 59, 60, 80, 99, 100, 120, 160, 400])
@pytest.mark.parametrize("articles", [ARTICLES, ARTICLES[:1]])
def test_every_line_fits_every_width(width: int, articles: tuple[Article, ...]) -> None:
    for filtered in SHOWN:
        for order in ORDERS:
            found = coverage_page(articles, rows(articles, GROUPS, QUOTATIONS), width, filtered, order)
            assert all(width_of(line) <= width for line in (*found.head, *found.body))
            assert len(found.body) == len(found.items)


def test_wide_and_narrow() -> None:
    wide = shown(coverage_page(ARTICLES, TABLE, 160, "all", "place"))
    assert "all 4   only one article 2   left out by one 0" in wide[0]
    assert "Coast Herald" in wide[2]
    assert "≈ reworded" in wide[3]
    assert wide[-1].count("2 of 4") == 4
    narrow = shown(coverage_page(ARTICLES, TABLE, 50, "all", "place"))
    assert "●  ◐  ≈  ◇  4/4" in narrow[3]
    assert any("◐ trimmed" in line for line in narrow), "signs are explained where there are no words"
    assert any(line.strip() == "2  Tidewire" for line in narrow)


def test_names_are_whole_where_there_is_room() -> None:
    office = "Maria Kessler of the harbour office"
    long = dataclasses.replace(HERALD, outlet="Coast Herald and Evening Ledger")
    table = [dataclasses.replace(row, speaker=office) for row in TABLE]
    wide = shown(coverage_page((long, *ARTICLES[1:]), table, 300, "all", "place"))
    assert "Coast Herald and Evening Ledger" in wide[2]
    assert f" {office} " in wide[3]
    assert len(wide[3].partition(office)[0]) > 300 * 3 // 8, "the quote's words keep their share"
    narrow = shown(coverage_page((long, *ARTICLES[1:]), table, 80, "all", "place"))
    assert "Maria Kess" in narrow[4]


def test_what_has_no_room_is_left_out_whole() -> None:
    many = [dataclasses.replace(TABLE[-1]) for _ in range(31)]
    head = {
        width: shown(coverage_page(ARTICLES, [*TABLE, *many], width, "all", "place"))[:2] for width in (160, 80, 40, 20)
    }
    assert head[80][0] == " coverage    all 35   only one article 33   left out by one 0"
    assert head[40] == [" coverage   all 35  one 33  left out 0", " ● whole ◐ trimmed ◇ split ≈ reworded"]
    assert head[20] == [" coverage  all 35", " ● whole ◐ trimmed"]
    assert head[160][1] == ""


def test_the_title_is_a_band_and_the_chosen_row_is_lit_with_its_words_in_bold() -> None:
    found = coverage_page(ARTICLES, TABLE, 100, "all", "place")
    assert width_of(found.head[0]) == 100
    assert all(piece.style.endswith(" on raised") for piece in found.head[0])
    row = emphasised(found.body[0], 100)
    assert (width_of(row), text_of(row).rstrip()) == (100, text_of(found.body[0]).rstrip())
    assert [piece.style for piece in row if "We will keep" in piece.text] == ["strong on chosen"]


def test_rows_of_the_body_know_what_they_show() -> None:
    found = coverage_page(ARTICLES, TABLE, 160, "all", "place")
    assert found.shown == [0, 1, 2, 3]
    assert text_of(found.body[found.runs_of(2)[0][0]]).split()[1] == "Five"


def test_more_articles_than_fit_are_reached_by_scrolling() -> None:
    many = [
        dataclasses.replace(HERALD, id=f"{number}.txt", outlet=None, title=f"Title {number}") for number in range(90)
    ]
    table = rows(many, (), ())
    first = text_of(coverage_page(many, table, 80, "all", "place").head[2])
    last = text_of(coverage_page(many, table, 80, "all", "place", first=999).head[2])
    assert " 1 " in first
    assert " 90 " in last
    assert "in" in last


def test_hostile_words_are_harmless() -> None:
    evil = dataclasses.replace(HERALD, outlet="\x1b]0;x\x07\u202e[bold]")
    text = "\n".join(shown(coverage_page((evil, *ARTICLES[1:]), TABLE, 160, "all", "place")))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[bold]" in text


def test_markdown_escapes_what_is_markup() -> None:
    evil = dataclasses.replace(HERALD, outlet="A|B*")
    lines = markdown((evil, *ARTICLES[1:]), TABLE, "all", "place").splitlines()
    assert lines[0] == "|  | quote | speaker | A\\|B\\* | Tidewire | Der Hafenbote | The Anchor | in |"
    assert len(lines) == 2 + len(TABLE)
    assert lines[2].endswith("| whole | trimmed | reworded | split | 4/4 |")


def test_a_story_without_quotes_says_so() -> None:
    assert any("no quotes are found" in line for line in shown(coverage_page(ARTICLES, (), 80, "all", "place")))


@pytest.mark.parametrize(("width", "articles"), [(40, 5), (60, 5), (80, 13)])
def test_columns_of_signs_come_before_the_words_of_a_quote(width: int, articles: int) -> None:
    many = tuple(Article(f"{number}.txt", "") for number in range(articles))
    names = text_of(coverage_page(many, rows(many, (), {}), width, "all", "place").head[2])
    assert names.split()[-articles - 1 :] == [*map(str, range(1, articles + 1)), "in"]
