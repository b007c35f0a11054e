"""A room opened on invented articles whose quotes were found by hand: nothing waits for the matcher."""

import os
import re
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from string import ascii_letters
from typing import Any
from unittest.mock import patch

from textual import events
from textual.pilot import Pilot

from annotations.store import Store, open_store
from articles.article import Article
from quotes.story import Story
from tests.tui.stories import ARTICLES, GROUPS, QUOTATIONS
from tui.actions import textual_key
from tui.app import ReadingRoom
from tui.room import Room
from tui.settings import Settings

GOLDENS = Path(__file__).parent.parent / "screens"


class Held(list[Article]):
    """Articles in hand, as the room takes them from a shelf."""

    def __init__(self, articles: Sequence[Article], root: Path) -> None:
        super().__init__(articles)
        self.root = root
        self.ids = [article.id for article in articles]
        self.paths = [article.path for article in articles]
        self.refused: list[Exception] = []


def found(articles: Sequence[Article]) -> Story:
    """What there is to find in the invented articles."""
    ids = [article.id for article in articles]
    quotations = {id_: tuple(q for q in QUOTATIONS if q.article == id_) for id_ in ids}
    groups = (replace(group, members=tuple(m for m in group.members if m.article in ids)) for group in GROUPS)
    return Story(quotations, tuple(group for group in groups if len({m.article for m in group.members}) > 1), ())


class Opened:
    """An open room, and what a test does with it."""

    def __init__(self, app: ReadingRoom, pilot: Pilot[Any], store: Path) -> None:
        self.app, self.pilot, self.room, self.store_path = app, pilot, app.room, store

    @property
    def store(self) -> Store:
        store = self.room.desk.store
        assert store is not None
        return store

    async def suggested(self) -> None:
        """Wait until quotes and suggestions are there."""
        for _ in range(300):
            await self.pilot.pause(0.01)
            if self.room.desk.suggestions is not None:
                return
        raise AssertionError("no suggestions came")

    async def told(self, text: str) -> None:
        """Wait until something is told, be it shown now or after what is said."""
        for _ in range(500):
            await self.pilot.pause(0.01)
            if text in self.room.messages:
                return
        raise AssertionError(f"{text!r} was never told: {self.room.messages}")

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, named as the table names them; then wait for the picture."""
        for key in keys:
            self.strike(key)
        await self.pilot.pause()

    def strike(self, key: str) -> None:
        """Press a key without waiting for the picture."""
        character = key if len(key) == 1 else {"space": " ", "enter": "\r", "tab": "\t"}.get(key)
        self.room.on_key(events.Key(textual_key(key), character))

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.press(*("space" if sign == " " else sign for sign in text))

    def picture(self) -> str:
        """What is on the screen, as plain text; times are made equal."""
        strips = self.app.screen._compositor.render_strips(self.app.size)
        rows = ["".join(segment.text for segment in strip).rstrip() for strip in strips]
        rows[0] = _saved(rows[0])
        text = "\n".join(rows)
        return re.sub(r"(today|yesterday) \d\d:\d\d", "today 12:00", text) + "\n"

    def picture_of_overlay(self) -> str:
        """The view with header and footer, or the dialog with the footer: what lies over the panes, not they."""
        return "\n".join(self.picture().split("\n")[self._top_of_overlay() :])

    def _top_of_overlay(self) -> int:
        drawer = self.room.overlays.drawer
        if self.room.overlays.covers_panes:
            return 0
        return drawer.region.y if drawer.display and drawer.rows else self.app.size.height - 1

    def styles_of_overlay(self) -> str:
        """Which style begins at which cell, for rows of more than one; then what the styles are."""
        names: dict[str, str] = {}
        rows: list[str] = []
        top = self._top_of_overlay()
        for y, strip in enumerate(self.app.screen._compositor.render_strips(self.app.size)[top:], top):
            at, runs, before = 0, [], ""
            for segment in strip:
                style = names.setdefault(str(segment.style), f"s{len(names) + 1}")
                runs += [f"{at}:{style}"] if style != before else []
                at, before = at + segment.cell_length, style
            rows += [f"{y} {' '.join(runs)}"] if len(runs) > 1 else []
        return "\n".join([*rows, *(f"{name} {style}" for style, name in names.items())]) + "\n"

    def styled_picture(self) -> str:
        """What is on the screen, with a letter below each stretch that tells its style, and what the letters mean."""
        letters: dict[str, str] = {}
        rows: list[str] = []
        for strip in self.app.screen._compositor.render_strips(self.app.size):
            told = [letters.setdefault(str(s.style), ascii_letters[len(letters)]) * len(s.text) for s in strip]
            text = "".join(segment.text for segment in strip)
            rows += [text.rstrip(), "".join(told)[: len(text.rstrip())]] if text.strip() else [""]
        rows += [f"{letter}  {style}" for style, letter in letters.items()]
        return "\n".join(rows) + "\n"

    def row(self, number: int) -> str:
        """One row of the picture."""
        return self.picture().split("\n")[number]

    @property
    def footer(self) -> str:
        """The last row."""
        return self.row(self.app.size.height - 1)

    async def resize(self, width: int, height: int) -> None:
        """Give the terminal another size."""
        await self.pilot.resize_terminal(width, height)
        await self.pilot.pause()


def _saved(header: str) -> str:
    """Return the header as it will be when all is saved: the word is shorter, what stands before it moves."""
    if "● saving" not in header:
        return header
    gap = max(re.findall(" +", header), key=len)
    return header.replace(gap, gap + " ", 1).replace("● saving", "● saved")


@asynccontextmanager
async def opened(
    folder: Path,
    size: tuple[int, int] = (160, 45),
    *,
    articles: Sequence[Article] = ARTICLES,
    settings: Settings | None = None,
    story: Callable[[Sequence[Article]], Story] = found,
    first_start: bool = False,
    patient: bool = True,
) -> AsyncIterator[Opened]:
    """Open the room and wait until quotes and suggestions are there.

    Args:
        folder: Where the store lies; it also stands for the story.
        size: Columns and rows.
        articles: What is read.
        settings: The person's settings.
        story: What is found in the articles.
        first_start: Whether the hint of the first start shall be shown.
        patient: Whether to wait for quotes and suggestions.
    """
    store = folder / "annotations.json"
    if not first_start:
        state = Path(os.environ["XDG_STATE_HOME"]) / "newsreader"
        state.mkdir(parents=True, exist_ok=True)
        (state / "hint-shown").touch()
    with patch("quotes.story.read_story", lambda articles, _read=None: story(articles)):
        shelf: Any = Held(articles, folder)
        room = Room(
            shelf,
            lambda: open_store(store, annotator="ann"),
            settings or Settings(annotator="ann"),
            story_name="harbour",
        )
        app = ReadingRoom(room)
        async with app.run_test(size=size) as pilot:
            here = Opened(app, pilot, store)
            if patient:
                await here.suggested()
            yield here
            room.close()


def golden(name: str, picture: str) -> None:
    """Compare a picture with the kept one; with NEWSREADER_PICTURES=write it is kept instead."""
    path = GOLDENS / f"{name}.txt"
    if os.environ.get("NEWSREADER_PICTURES") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(picture, encoding="utf-8")
    assert picture == path.read_text(encoding="utf-8"), f"{path.name} looks different; look at it, then keep it"
