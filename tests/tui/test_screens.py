"""The screen as it is drawn, at both sizes, in both themes and without colour."""

from pathlib import Path

import pytest

from tests.screens import check, picture
from tests.tui.rooms import STORY, THREE, visit
from tui.settings import Settings

LIGHT = Settings(theme="newsreader-light")


@pytest.mark.parametrize(
    ("name", "size", "settings"),
    [
        ("room-160x45-dark", (160, 45), Settings()),
        ("room-160x45-light", (160, 45), LIGHT),
        ("room-80x24-dark", (80, 24), Settings()),
        ("room-80x24-light", (80, 24), LIGHT),
    ],
)
async def test_screen_of_a_quote_tagged_everywhere(
    tmp_path: Path, name: str, size: tuple[int, int], settings: Settings
) -> None:
    async with visit(tmp_path, size=size, settings=settings) as here:
        await here.do("next-quote", "quote", "same-everywhere", "next-quote", "next-sentence", "select-sentence")
        await here.do("claim", "next-quote", "next-quote", "next-quote", "next-word", "extend-right")
        await here.do("next-paragraph")
        here.room.intake.suggest_soon()
        here.room.desk.suggestions = None
        await here.suggested()
        check(here.room, name)


@pytest.mark.parametrize("size", [(160, 45), (80, 24)])
async def test_screen_without_colour(tmp_path: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with visit(tmp_path, size=size) as here:
        await here.do("next-quote", "next-quote", "next-line", "select-word")
        check(here.room, f"room-{size[0]}x{size[1]}-plain")


async def test_an_empty_no_color_says_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    async with visit(tmp_path) as here:
        assert here.room.app.theme == "newsreader-dark"


async def test_screen_of_four_panes_and_of_the_smallest(tmp_path: Path) -> None:
    async with visit(tmp_path, {**THREE, "fourth.txt": "Fourth.\n"}, size=(200, 30)) as here:
        assert len(here.room.panes) == 4
        rows = picture(here.room).splitlines()
        assert rows[1].count(" % ") + rows[1].endswith(" %") == 4
        await here.pilot.resize_terminal(40, 10)
        await here.pilot.pause()
        rows = picture(here.room).splitlines()[:10]
        assert "Fourth" in rows[0]
        assert rows[9].endswith("? all keys")


@pytest.mark.parametrize("size", [(20, 5), (5, 2), (60, 15), (99, 24), (400, 100)])
async def test_every_size_is_drawn_whole(tmp_path: Path, size: tuple[int, int]) -> None:
    async with visit(tmp_path, STORY, size=size) as here:
        await here.do("next-quote", "next-pane", "select-sentence", "page-down", "zoom", "clear")
        for pane in here.room.panes:
            for y in range(pane.size.height):
                assert pane.render_line(y).cell_length == pane.size.width
        assert here.room.chrome.footer.render_line(0).cell_length == size[0]
