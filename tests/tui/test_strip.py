"""The counterpart strip: it fits every width, and says what it has to say."""

from pathlib import Path

import pytest

from annotations.annotation import Annotation, Selector
from articles.shelf import Shelf
from quotes.story import read_story
from tests.tui.rooms import STORY, THREE, write
from tui.desk import Desk
from tui.ink import text_of, width_of
from tui.layers import Mark
from tui.settings import Settings
from tui.strip import MOST, strip_rows


def desk_of(shelf: Shelf) -> Desk:
    desk = Desk(shelf, Settings().tags)
    desk.take_story(read_story(list(shelf)))
    return desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_of(write(tmp_path / "story", STORY))


def shown(desk: Desk, width: int = 160, height: int = 45, offset: int = 0) -> list[str]:
    return [text_of(row).rstrip() for row in strip_rows(desk, desk.shelf[0], offset, width, height)]


@pytest.mark.parametrize("width", [60, 61, 79, 80, 99, 100, 137, 160, 220])
@pytest.mark.parametrize("height", [15, 24, 45])
def test_no_row_is_wider_than_the_screen_and_none_too_many(desk: Desk, width: int, height: int) -> None:
    for current in (None, *(group.id for group in desk.groups)):
        desk.current = current
        rows = strip_rows(desk, desk.shelf[0], 0, width, height)
        assert len(rows) <= 1 + MOST
        assert all(width_of(row) <= width for row in rows)


def test_before_the_first_jump_it_lists_the_quotes(desk: Desk) -> None:
    rows = shown(desk)
    assert rows[1].startswith(" 2 shared quotes")
    assert rows[2].startswith("  a Maria Kessler: We will keep")
    assert rows[2].endswith("in both articles")


def test_it_names_speaker_place_articles_and_difference(desk: Desk) -> None:
    desk.current = desk.groups[0].id
    rows = shown(desk)
    assert rows[1].split("   ")[1:] == ["quote 1 of 2", "in both articles", "same words in both"]
    assert "We will keep the harbour open" in rows[2]
    assert rows[3].lstrip().startswith("2 We will")


def test_narrow_screens_show_the_same_words_once(desk: Desk) -> None:
    desk.current = desk.groups[0].id
    rows = shown(desk, 80, 24)
    assert rows[2].startswith(" 1 2 We will keep the harbour open")
    assert len(rows) == 3


def test_the_same_words_are_wrapped_rather_than_cut(tmp_path: Path) -> None:
    said = "“" + "We will keep the old harbour open through the winter months, " * 2 + "come what may,” Ann Lee said.\n"
    desk = desk_of(write(tmp_path / "story", {"a.txt": said, "b.txt": said}))
    desk.current = desk.groups[0].id
    rows = shown(desk, 110)
    assert rows[2].startswith(" 1 2 We will keep")
    assert rows[3].endswith("come what may")


def test_articles_without_the_quote_are_told_by_what_is_left(tmp_path: Path) -> None:
    desk = desk_of(write(tmp_path / "story", THREE))
    desk.current = desk.groups[0].id
    assert "in 2 of 3 articles: 1 2" in shown(desk)[1]


def test_an_annotation_shows_tag_who_note_and_speaker(desk: Desk) -> None:
    text = desk.shelf[0].text
    spans = (Selector.of(text, 0, 7),)
    annotation = Annotation("id1", "harbour.txt", "", "claim", spans, "look\x1b[31m here", "Tom", annotator="ann")
    desk._known["id1"] = annotation
    desk.add_mark("harbour.txt", Mark(0, 7, "tag", "id1", "claim"))
    rows = shown(desk)
    assert rows[1].endswith("C claim   ann")
    assert rows[-1] == "  C speaker: Tom   note: look␛[31m here"


def test_while_quotes_are_looked_for_and_where_there_are_none(tmp_path: Path) -> None:
    shelf = write(tmp_path / "story", {"a.txt": "Nothing."})
    assert "looking for quotes" in shown(Desk(shelf, ()))[1]
    assert "no shared quotes" in shown(desk_of(shelf))[1]


def test_different_words_are_aligned_and_emphasised(tmp_path: Path) -> None:
    articles = {
        "a.txt": "“We will keep the old harbour open through the winter months,” Ann Lee said.\n",
        "b.txt": "“We will keep the harbour open through the winter months,” Ann Lee said.\n",
    }
    desk = desk_of(write(tmp_path / "story", articles))
    desk.current = desk.groups[0].id
    one, two = strip_rows(desk, desk.shelf[0], 0, 160, 45)[2:4]
    assert text_of(one).index("harbour") == text_of(two).index("harbour")
    assert [piece.text for piece in one if piece.style == "key"][1:] == ["old"]
