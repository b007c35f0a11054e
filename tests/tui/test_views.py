"""Compare, coverage, help, palette and lists on the screen: pictures at two sizes, and what their keys do."""

import dataclasses
from collections.abc import Sequence
from pathlib import Path

import pytest

from annotations.store import open_store
from articles.article import Article
from quotes.story import Story
from tests.tui.opened import found, golden, opened
from tests.tui.stories import ANCHOR, ARTICLES, HAFENBOTE, HERALD, MONEY, TIDEWIRE, WINTER
from tui.deeds.working import set_theme

VIEWS = {"compare": ("n", "d"), "coverage": ("n", "c")}


@pytest.mark.parametrize("theme", ["newsreader-dark", "newsreader-light", "ansi-dark", "no-colour"])
async def test_pictures_with_their_styles(tmp_path: Path, theme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if theme == "no-colour":
        monkeypatch.setenv("NO_COLOR", "1")
    for name in VIEWS:
        (tmp_path / name).mkdir()
        async with opened(tmp_path / name, (80, 24)) as room:
            if theme != "no-colour":
                set_theme(room.room, theme)
            await room.press(*VIEWS[name])
            golden(f"{name}-{theme}", room.styled_picture())


# Compare


async def test_compare_walks_articles_and_quotes_and_goes_there(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("n", "d", "down", "down")
        assert "▸ Der Hafenbote" in room.picture()
        await room.press("n")
        assert room.row(1).startswith(" b  Tom Ardley   quote 2 of 2")
        await room.press("N", "j", "j", "j", "enter")
        assert room.room.overlays.view is None
        assert room.room.pane.article is ANCHOR
        assert room.room.pane.cursor == ANCHOR.text.index("We will")


async def test_compare_shows_the_tags_of_each_wording(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("n", "d", "2")
        told = [row for row in room.picture().split("\n")[6:] if row.startswith(("  ", "▸ "))]
        assert sum("  Q " in row for row in told) == 4
        assert "quote in 4 articles; u takes it back" in room.footer
        await room.press("1")
        assert sum(" CQ " in row for row in room.picture().split("\n")) == 4
        await room.press("u", "u")
        assert "  Q " not in room.picture()


async def test_compare_goes_to_the_print_that_is_chosen(tmp_path: Path) -> None:
    again = dataclasses.replace(TIDEWIRE, text=TIDEWIRE.text + '"The money was there in March," he said.\n')
    start = again.text.rindex("The money")
    second = dataclasses.replace(
        MONEY.members[0], start=start, end=start + 28, utterance=8, quotation=(start, start + 28)
    )
    money = dataclasses.replace(
        MONEY, members=(MONEY.members[0], dataclasses.replace(second, whole=()), MONEY.members[1])
    )

    def told(articles: Sequence[Article]) -> Story:
        return dataclasses.replace(found(articles), groups=(WINTER, money))

    articles = (HERALD, again, HAFENBOTE, ANCHOR)
    async with opened(tmp_path, articles=articles, story=told) as room:
        await room.press("n", "n", "d", "down", "enter")
        assert (room.room.pane.article, room.room.pane.cursor) == (again, start)
        await room.press("d")
        assert room.room.overlays.view is not None
        assert room.room.overlays.view.chosen == 1, "the print where the cursor stands"


async def test_compare_tags_the_quote_in_every_article_with_one_undo(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("n", "d", "2")
        tagged = room.store.annotations()
        assert {annotation.article for annotation in tagged} == {article.id for article in ARTICLES}
        assert [len(annotation.spans) for annotation in tagged if annotation.article == ANCHOR.id] == [2]
        assert room.room.overlays.view is not None
        await room.press("u")
        assert room.store.annotations() == []
        await room.press("7")
        assert "no tag is on this key" in room.footer


async def test_copying_from_compare_and_coverage_sends_markdown(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("n", "d", "y")
        assert room.app.clipboard.startswith("### a: Maria Kessler\n")
        assert "sent to the terminal's clipboard" in room.footer
        await room.press("c", "y")
        assert room.app.clipboard.startswith("|  | quote | speaker | Coast Herald |")


async def test_escape_goes_back_to_where_one_was(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("n", "j")
        before = room.picture()
        for view in ("d", "c", "?"):
            await room.press(view)
            assert room.picture() != before
            await room.press("escape")
            assert room.picture() == before


# Coverage


async def test_coverage_sorts_filters_and_goes_there(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("c", "s")
        assert "sort: reach" in room.footer
        await room.press("tab", "down", "enter")
        assert room.room.pane.article is ANCHOR
        assert ANCHOR.text[room.room.pane.cursor :].startswith("Mark my")


async def test_coverage_compares_the_chosen_quote_and_says_where_there_is_none(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("c", "down", "d")
        assert room.row(1).startswith(" b  Tom Ardley")
        await room.press("escape", "c", "tab", "d")
        assert "nothing to compare" in room.footer
        await room.press("2")
        assert "go there to tag it" in room.footer


async def test_coverage_keeps_the_chosen_quote_when_it_sorts(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("c", "down", "s", "s", "d")
        assert room.row(1).startswith(" b  Tom Ardley")


async def test_a_story_without_shared_quotes(tmp_path: Path) -> None:
    def nothing(articles: object) -> Story:
        return Story({}, (), ())

    async with opened(tmp_path, story=nothing) as room:
        await room.press("d")
        assert "no shared quotes" in room.footer
        await room.press("c")
        assert "no quotes are found" in room.picture()
        await room.press("enter", "d", "2", "down", "pagedown", "G", "y", "tab", "s", "escape")
        assert room.room.overlays.view is None


async def test_the_mouse_chooses_and_goes_there(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("c")
        await room.pilot.click("#view", offset=(10, 4))
        assert room.room.overlays.view is not None
        assert room.room.overlays.view.chosen == 1
        await room.pilot.click("#view", offset=(10, 4), times=2)
        assert room.room.overlays.view is None
        assert room.room.desk.current == "money"


# Sizes


SIZES = ((20, 5), (400, 100), (59, 15), (60, 14), (80, 24), (33, 8), (160, 45), (10, 3))
SPLINTERS = ((1, 1), (2, 2), (5, 3), (1, 50), (200, 1), (3, 9))
"""What a window can be dragged to: nothing can be read in it, but nothing must break either."""


@pytest.mark.parametrize("keys", [("n", "d"), ("c",), ("?",), ("ctrl+p",), ("t",), ("n", "2", "e"), ("/", "e"), ("E",)])
async def test_every_view_and_dialog_at_every_size(tmp_path: Path, keys: tuple[str, ...]) -> None:
    async with opened(tmp_path) as room:
        await room.press(*keys)
        for width, height in SIZES:
            await room.resize(width, height)
            rows = room.picture().split("\n")
            assert len(rows) == height + 1
            assert [row for row in rows if len(row) > width] == [], (width, height)
        for size in SPLINTERS:
            await room.resize(*size)
            await room.press("down", "up")
        await room.press("escape", "escape", "escape")
        assert not room.room.overlays.is_open


# NO_COLOR


async def test_without_colours_everything_is_still_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(tmp_path) as room:
        await room.press("n", "d")
        strips = room.app.screen._compositor.render_strips(room.app.size)
        styles = [segment.style for strip in strips for segment in strip if segment.style]
        assert not [
            style for style in styles if style.color and not style.color.is_default and style.color.name != "default"
        ]
        changed = next(s for strip in strips for s in strip if s.text.startswith("shall"))
        assert changed.style is not None
        assert changed.style.underline
        assert changed.style.bold


async def test_a_chosen_row_stands_out_without_colours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(tmp_path) as room:
        await room.press("c")
        strip = room.app.screen._compositor.render_strips(room.app.size)[4]
        assert all(segment.style and segment.style.reverse for segment in strip if segment.text.strip())


# What is open stays true


async def test_a_view_follows_what_changes_under_it(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("ctrl+p", *"progress", "enter")
        first = room.picture()
        with open_store(room.store_path, annotator="bo") as other:
            other.add(HERALD, [(0, 5)], tag="claim")
        room.room._look_round()
        await room.pilot.pause()
        assert room.picture() != first


async def test_four_panes_and_one(tmp_path: Path) -> None:
    for size in ((220, 30), (70, 20)):
        folder = tmp_path / str(size[0])
        folder.mkdir()
        async with opened(folder, size) as room:
            await room.press("n", "d", "down", "enter")
            assert room.room.pane.article is TIDEWIRE


async def test_a_coverage_of_more_articles_than_fit(tmp_path: Path) -> None:
    many = [Article(f"{number:03}.txt", f"Article number {number}.\n") for number in range(60)]

    def nothing(articles: object) -> Story:
        return Story({}, (), ())

    async with opened(tmp_path, (80, 24), articles=many, story=nothing) as room:
        await room.press("c")
        assert "further articles" in room.footer
        assert " 1  2  3 " in room.row(3)
        await room.press("right", "right")
        assert " 3  4  5 " in room.row(3)
        for _ in range(80):
            room.strike("l")
        await room.pilot.pause()
        assert " 59 60" in room.row(3)
        await room.press("h")
        assert " 58 59" in room.row(3)


async def test_coverage_opens_with_the_chosen_quote_and_all_above_it(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("n", "n", "c")
        assert room.room.overlays.view is not None
        assert room.room.overlays.view.chosen == 1
        assert room.row(4).startswith("  a  We will keep")


async def test_the_next_quote_from_an_article_without_one_is_in_the_next_article(tmp_path: Path) -> None:
    plain = Article("aaa.txt", "Nothing is quoted here.\n")
    async with opened(tmp_path, articles=(plain, *ARTICLES)) as room:
        await room.press("n")
        assert room.room.desk.current == "winter"
        assert "passed" not in room.footer
        await room.press("f2", "N")
        assert "from the last again" in room.footer


async def test_three_wordings_have_room_on_a_small_screen(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(80, 24)) as room:
        await room.press("n")
        strip = room.picture().splitlines()[-5:-1]
        assert "2" in strip[2]
        assert "3" in strip[3]
        assert "shall" in strip[3]
