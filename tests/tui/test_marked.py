"""What the strip tells of the cursor: every tag on it, notes, a suggestion's reason; keys for one of several tags."""

from pathlib import Path

import pytest

from annotations.store import open_store
from tests.tui.opened import Opened, golden, opened
from tests.tui.stories import ANCHOR, HERALD, PIECES
from tui.ink import Piece, text_of, width_of
from tui.marked import Told, rows_of

WINTER = f"{PIECES[0]}, {PIECES[1]}"


async def overlapping(room: Opened) -> None:
    """Tag a quote, a word of it, and let somebody else tag the sentence."""
    await room.press("n", "2", "w", "1", "e", *"who", "enter")
    sentence = (HERALD.text.index("“We will"), HERALD.text.index("“Five"))
    with open_store(room.store_path, annotator="bo") as other:
        other.add(HERALD, [sentence], tag="boilerplate", note="the whole „sentence“, 漢字")
    room.room._look_round()
    await room.pilot.pause()


@pytest.mark.parametrize("size", [(160, 45), (80, 24)])
async def test_every_tag_on_a_word_is_told(tmp_path: Path, size: tuple[int, int]) -> None:
    async with opened(tmp_path, size) as room:
        await overlapping(room)
        golden(f"overlapping-{size[0]}x{size[1]}", room.picture())


async def test_enter_walks_from_inner_to_outer_and_keys_mean_the_selected_one(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await overlapping(room)
        pane = room.room.pane
        selected = []
        for _ in range(4):
            await room.press("enter")
            assert pane.place.selection is not None
            selected.append(HERALD.text[slice(*pane.place.selection.span)].strip())
        assert selected[:2] == ["We", WINTER]
        assert selected[2].startswith("“We will")
        assert selected[3] == "We", "after the outermost the innermost again"
        await room.press("enter", "e", *"outer", "enter")
        notes = {annotation.tag: annotation.note for annotation in room.store.annotations()}
        assert (notes["claim"], notes["quote"]) == ("who", "outer")
        await room.press("x")
        assert {annotation.tag for annotation in room.store.annotations()} == {"claim", "boilerplate"}


async def test_keys_mean_the_tag_made_last_until_one_goes_elsewhere(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("n", "2", "s", "1", "e", *"outer", "enter", "l", "e", *"inner", "enter")
        notes = {annotation.tag: annotation.note for annotation in room.store.annotations()}
        assert notes == {"claim": "outer", "quote": "inner"}
        await room.press("g", "]", "x")
        assert {annotation.tag for annotation in room.store.annotations()} == {"quote"}, "the one that was gone to"


async def test_another_speaker_than_the_quotes_is_told(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("n", "2")
        assert "speaker:" not in room.picture()
        await room.press("S", "ctrl+u", *"Ardley", "enter")
        assert "speaker: Ardley" in room.picture()


async def test_two_tags_on_the_same_words_are_walked_one_after_the_other(tmp_path: Path) -> None:
    async with opened(tmp_path, (80, 24)) as room:
        await room.press("n", "2", "1", "enter")
        first = room.room.pane.place.selection
        await room.press("enter")
        second = room.room.pane.place.selection
        assert first is not None
        assert second is not None
        assert first.span == second.span
        assert first.of != second.of
        tag = next(annotation.tag for annotation in room.store.annotations() if annotation.id == second.of)
        assert f"▸ {tag[0].upper()} {tag}" in room.picture()
        await room.press("shift+left", {"quote": "2", "claim": "1"}[tag])
        lengths = {annotation.tag: annotation.spans[0].end for annotation in room.store.annotations()}
        assert lengths[tag] < max(lengths.values()), "its edges moved, the other's stayed"


async def test_moving_the_edge_of_an_interrupted_quote_keeps_its_other_piece(tmp_path: Path) -> None:
    async with opened(tmp_path, articles=(ANCHOR, HERALD)) as room:
        await room.press("n", "2")
        (made,) = room.store.annotations()
        assert [piece.exact for piece in made.spans] == list(PIECES)
        await room.press("enter", "shift+left", "2")
        (moved,) = room.store.annotations()
        assert [piece.exact for piece in moved.spans] == [PIECES[0].removesuffix(" winter"), PIECES[1]]
        await room.press("enter", "2")
        assert room.store.annotations() == [], "without a change the same key takes it off"


@pytest.mark.parametrize("size", [(160, 45), (80, 24)])
async def test_the_reason_of_a_suggestion_stays_while_one_stands_on_it(tmp_path: Path, size: tuple[int, int]) -> None:
    async with opened(tmp_path, size) as room:
        await room.press("n", "f", "f", "l")
        assert "a accepts" not in room.footer, "another key was pressed since"
        golden(f"suggestion-{size[0]}x{size[1]}", room.picture())


def test_a_long_note_has_the_rows_that_are_free_and_what_has_none_is_named() -> None:
    long = Told(Piece("C", "tag:claim"), "claim", "claim · ann · note: " + "word " * 60 + "end", needed=True)
    short = Told(Piece("Q", "tag:quote"), "quote", "quote · bo", needed=True, chosen=True)
    rows = rows_of([long, short], 4, 80)
    assert [text_of(row)[:5] for row in rows] == ["  C c", "    w", "    w", "▸ Q q"]
    assert text_of(rows[2]).endswith("…")
    assert all(width_of(row) <= 80 for row in rows)
    assert [text_of(row) for row in rows_of([short, long, long], 2, 80)] == [
        "▸ Q quote · bo",
        "  and 2 more around:  C claim  C claim",
    ]
    assert rows_of([long], 0, 80) == []


async def test_undo_names_no_article_that_it_did_not_change(tmp_path: Path) -> None:
    async with opened(tmp_path, (80, 24)) as room:
        await room.press("n", "2", "*", "n", "1", "u")
        assert "undone: tag claim" in room.picture()
        assert "not in a pane" not in room.picture()
