"""Rooms for tests: invented articles in a folder, the real store, no terminal."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from unittest.mock import patch

from textual.pilot import Pilot

from annotations.store import Store, open_store
from articles.shelf import Shelf
from tui.app import ReadingRoom
from tui.room import Room
from tui.settings import Settings

HARBOUR = """Harbour stays open, says the mayor

“We will keep the harbour open through the whole winter,” Maria Kessler told the council on Tuesday. “Nobody who works
here today will lose a berth because of it,” she said.

The council had asked for a [bold] answer. It got one: “no cuts, no sales, no excuses,” Kessler said.

Fishermen at the quay did not believe a word. “I have heard that song before,” said Tom Ardley, who mends nets there.

Seit März liegt das Geld bereit – 漢字 und 😀 inbegriffen.
"""
LEDGER = """Mayor Maria Kessler said: "We will keep the harbour open through the whole winter".
She promised "no cuts, no sales, no excuses" and left the hall at nine.
"The money was there in March," Tom Ardley said.
Subscribe to our newsletter for more stories like this one.
"""
HERALD = """The harbour master counts berths.
There are forty of them, and six are free. That is all that he would say.
"""
STORY = {"harbour.txt": HARBOUR.replace("works\nhere", "works here"), "ledger.txt": LEDGER}
NEW = Settings()
"""The settings of a new user."""
THREE = {**STORY, "other.txt": HERALD}


def write(folder: Path, articles: dict[str, str]) -> Shelf:
    """Write articles into a folder and open it."""
    folder.mkdir(exist_ok=True)
    for name, text in articles.items():
        (folder / name).write_text(text, encoding="utf-8", errors="surrogatepass")
    return Shelf.open([folder])


class Visit:
    """A room that is open, and what a test does in it."""

    def __init__(self, pilot: Pilot[int], room: Room) -> None:
        self.pilot, self.room = pilot, room

    async def do(self, *names: str) -> None:
        """Perform actions one after the other."""
        for name in names:
            self.room.unsay()
            self.room.perform(name)
        await self.pilot.pause()

    async def suggested(self) -> None:
        """Wait until the quotes and suggestions are there."""
        for _ in range(400):
            if self.room.desk.suggestions is not None:
                break
            await asyncio.sleep(0.02)
        await self.pilot.pause()

    @property
    def store(self) -> Store:
        """The store of the room."""
        assert self.room.desk.store is not None
        return self.room.desk.store

    @property
    def said(self) -> str:
        """What was said last."""
        return self.room.messages[-1] if self.room.messages else ""

    def tagged(self) -> list[tuple[str, str, str]]:
        """Article, tag and words of every annotation."""
        return [(a.article, a.tag, " … ".join(piece.exact for piece in a.spans)) for a in self.store.annotations()]


@asynccontextmanager
async def visit(
    folder: Path,
    articles: dict[str, str] = STORY,
    size: tuple[int, int] = (160, 45),
    settings: Settings = NEW,
    *,
    wait: bool = True,
) -> AsyncIterator[Visit]:
    """Open a room on articles.

    Args:
        folder: Where articles and store lie.
        articles: Text by file name.
        size: Columns and rows.
        settings: The person's.
        wait: Whether to wait for the quotes.
    """
    shelf = write(folder / "story", articles)
    store = folder / "annotations.json"
    room = Room(shelf, lambda: open_store(store, annotator="ann"), settings, story_name="harbour")
    room.remembering.is_first_start()  # no greeting
    with patch.dict(os.environ, TERM="xterm-256color", COLORTERM="truecolor"):
        app = ReadingRoom(room)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        made = Visit(pilot, room)
        if wait:
            await made.suggested()
        try:
            yield made
        finally:
            room.close()
