"""Two people code the same articles: a tag key adds to what the other tagged and never takes it off."""

from pathlib import Path

from annotations.store import open_store
from tests.tui.opened import Opened, opened
from tests.tui.stories import GROUPS


async def tagged_by_bo(room: Opened) -> None:
    """Let somebody else tag the first shared quote, in the first article."""
    first = GROUPS[0].members[0]
    spans = [
        (m.start, m.end) for m in GROUPS[0].members if (m.article, m.utterance) == (first.article, first.utterance)
    ]
    article = next(article for article in room.room.desk.shelf if article.id == first.article)
    with open_store(room.store_path, annotator="bo") as other:
        other.add(article, spans, tag="quote", note="", group=GROUPS[0].id)
    room.room._look_round()
    await room.pilot.pause()


def coders(room: Opened) -> list[str]:
    return sorted(annotation.annotator for annotation in room.store.annotations())


async def test_the_same_tag_by_another_person_stays_and_mine_comes_and_goes_beside_it(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await tagged_by_bo(room)
        await room.press("n", "2")
        assert coders(room) == ["ann", "bo"]
        await room.press("2")
        assert coders(room) == ["bo"]
        await room.press("2", "enter", "2")
        assert "bo" in coders(room)


async def test_everywhere_means_everywhere_by_me(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await tagged_by_bo(room)
        await room.press("n", "2", "*", "*")
        passages = {(m.article, m.utterance) for m in GROUPS[0].members}
        assert coders(room) == ["ann"] * len(passages) + ["bo"]


async def test_untag_says_whose_tag_it_took_off(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await tagged_by_bo(room)
        await room.press("n", "x")
        assert "quote by bo taken off" in room.footer
        await room.press("u")
        assert coders(room) == ["bo"]
