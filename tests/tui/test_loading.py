"""What keys do while the quotes are still looked for."""

import asyncio
import threading
from collections.abc import Sequence
from pathlib import Path

from articles.article import Article
from quotes.story import Story
from tests.tui.opened import Opened, found, opened
from tui.settings import Settings


class Slow:
    """Looks for quotes for as long as a test wants."""

    def __init__(self) -> None:
        self.release = threading.Event()

    def __call__(self, articles: Sequence[Article]) -> Story:
        self.release.wait(20)
        return found(articles)


async def left(room: Opened) -> bool:
    """Wait a little; has the room been left?"""
    for _ in range(100):
        await asyncio.sleep(0.02)
        if room.app._exit:
            return True
    return False


async def test_leaving_does_not_wait_for_quotes_that_are_still_looked_for(tmp_path: Path) -> None:
    slow = Slow()
    async with opened(tmp_path, story=slow, patient=False) as room:
        await room.press("n", "ctrl+q")
        assert room.room.intake.busy
        assert await left(room)
        assert not room.room.desk.story
        slow.release.set()


async def test_leaving_twice_waits_for_nothing(tmp_path: Path) -> None:
    slow = Slow()
    async with opened(tmp_path, story=slow, patient=False) as room:
        await room.press("n", "ctrl+q", "ctrl+q")
        assert room.app._exit
        slow.release.set()


async def test_keys_before_leaving_are_done_where_the_quotes_come_soon(tmp_path: Path) -> None:
    slow = Slow()
    async with opened(tmp_path, story=slow, patient=False) as room:
        await room.press("n", "2", "ctrl+q")
        slow.release.set()
        assert await left(room)
        assert [annotation.tag for annotation in room.store.annotations()] == ["quote"]


async def test_leaving_waits_for_tags_however_long_the_quotes_take_unless_asked_again(tmp_path: Path) -> None:
    slow = Slow()
    async with opened(tmp_path, story=slow, patient=False) as room:
        await room.press("n", "2", "ctrl+q")
        assert not await left(room)
        assert "ctrl+q again" in room.footer
        slow.release.set()
        assert await left(room)
        assert [annotation.tag for annotation in room.store.annotations()] == ["quote"]


async def test_leaving_again_waits_for_no_tag(tmp_path: Path) -> None:
    slow = Slow()
    async with opened(tmp_path, story=slow, patient=False) as room:
        await room.press("n", "2", "ctrl+q", "ctrl+q")
        assert room.app._exit
        slow.release.set()


async def test_going_back_takes_off_what_waits_and_leaving_with_it(tmp_path: Path) -> None:
    slow = Slow()
    async with opened(tmp_path, story=slow, patient=False) as room:
        await room.press("n", "ctrl+q", "escape", "escape")
        assert not await left(room)
        slow.release.set()


async def test_a_letter_that_leaves_may_be_meant_for_a_note(tmp_path: Path) -> None:
    slow = Slow()
    async with opened(tmp_path, settings=Settings(keys={"quit": ("q",)}), story=slow, patient=False) as room:
        await room.press("n", "2", "e", "q")
        assert not await left(room)
        slow.release.set()
