"""Dialogs: notes, speakers, tags on the spot, search, export, copying, the palette; each leaves no trace on escape."""

import dataclasses
import json
import os
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from unittest.mock import patch

import pytest
from textual import events

from annotations.errors import StoreError
from annotations.store import open_store
from annotations.tags import Tag
from articles.article import Article
from quotes.model import Suggestion
from quotes.story import Story
from tests.tui.opened import Opened, found, golden, opened
from tests.tui.stories import ANCHOR, ARTICLES, HAFENBOTE, HERALD, MONEY, TIDEWIRE
from tui.palette import suggestion_kinds
from tui.settings import Settings

MOVED = HERALD.text.replace("Five berths, maybe six", "Just five berths, perhaps six")


async def paste(room: Opened, text: str) -> None:
    room.room.on_paste(events.Paste(text))
    await room.pilot.pause()


# Notes and speakers


async def test_a_note_is_kept_changed_and_undone(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("n", "2", "e")
        await room.type("check the number")
        await room.press("enter")
        assert room.store.annotations()[0].note == "check the number"
        assert "check the number" in room.picture(), "the strip shows it"
        await room.press("e", "ctrl+w", *"date", "escape")
        assert room.store.annotations()[0].note == "check the number", "escape leaves it"
        await room.press("u")
        assert room.store.annotations()[0].note == ""
        assert "undone: note" in room.footer


async def test_a_paste_of_100_kb_into_a_note_is_cut_and_told(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("n", "2", "e")
        await paste(room, "word \x1b[31m\r\n" * 10_000)
        assert "cut after 4,000 characters" in room.picture()
        assert "\x1b" not in room.picture()
        await room.press("enter")
        assert len(room.store.annotations()[0].note) <= 4_000


@pytest.mark.parametrize(("key", "field"), [("e", "note"), ("S", "speaker")])
async def test_a_note_or_a_speaker_without_a_tag_asks_for_the_tag_first(tmp_path: Path, key: str, field: str) -> None:
    async with opened(tmp_path) as room:
        await room.press("n", key, "escape")
        assert room.store.annotations() == []
        await room.press(key)
        assert "no tag here yet" in room.picture()
        await room.press(*"claim", "enter", "ctrl+u", *"Omar", "enter")
        (made,) = room.store.annotations()
        assert (made.tag, getattr(made, field)) == ("claim", "Omar")


async def test_a_speaker_is_completed_from_the_articles(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("n", "2", "S")
        assert "harbour master" in room.picture(), "all speakers are proposed at first"
        await room.press("ctrl+u", *"vale")
        assert "tab Ingrid Vale" in room.picture(), "what tab would take is no choice yet"
        await room.press("tab", "enter")
        assert room.store.annotations()[0].speaker == "Ingrid Vale"
        await room.press("S", "ctrl+u", "enter")
        assert room.store.annotations()[0].speaker is None


async def test_a_tag_that_somebody_else_took_off_meanwhile(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("n", "2", "e")
        await room.type("note")
        with open_store(room.store_path, annotator="bo") as other:
            other.remove(other.annotations()[0].id)
        await room.press("enter")
        assert "that tag is gone" in room.footer


async def test_undo_says_where_when_it_is_not_in_sight(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("2", "u")
        assert "undone: tag quote" in room.footer
        assert "(in " not in room.footer, "one sees it"
        await room.press("U", "tab", "u")
        assert "undone: tag quote (in 1)" in room.footer
        await room.press("U")
        assert "done again: tag quote (in 1)" in room.footer


async def test_undo_brings_into_view_what_it_changed(tmp_path: Path) -> None:
    long = [dataclasses.replace(one, text=one.text + "Nothing more was said.\n" * 90) for one in (HERALD, TIDEWIRE)]
    async with opened(tmp_path, articles=long) as room:
        await room.press("n", "2", "*", "l", "u")
        assert room.room.pane.cursor == HERALD.text.index("will keep"), "what is in view needs no going there"
        await room.press("U", "G", "tab", "G", "u")
        assert [pane.top for pane in room.room.panes] == [room.room.panes[0].top, 0]
        assert room.room.panes[0].top > 40, "that article did not change"
        await room.press("shift+tab", "u")
        assert room.room.pane.top == 0
        assert room.room.pane.article.text[room.room.pane.cursor :].startswith("We will keep")


async def test_undo_names_the_article_that_is_in_no_pane(tmp_path: Path) -> None:
    async with opened(tmp_path, (80, 24)) as room:
        await room.press("2", "tab", "u")
        assert room.room.messages[-1] == "undone: tag quote (in 1 Coast Herald: Harbour stays open, not in a pane)"
        await room.press("n", "2", "*", "u")
        assert room.room.messages[-1] == "undone: quote everywhere (in 1, 3 and 4, not in a pane)"


async def test_everywhere_tells_prints_of_the_same_article_apart(tmp_path: Path) -> None:
    again = dataclasses.replace(MONEY.members[0], utterance=7, start=0, end=7, text=TIDEWIRE.text[:7])
    twice = dataclasses.replace(MONEY, members=(again, *MONEY.members))

    def story(articles: Sequence[Article]) -> Story:
        return Story({article.id: () for article in articles}, (twice,), ())

    async with opened(tmp_path, (80, 24), articles=(TIDEWIRE, HAFENBOTE), story=story) as room:
        await room.press("n", "2", "*")
        assert "quote in 1 more article, 1 not in a pane, 1 more in this one" in room.footer
        await room.press("*")
        assert "quote everywhere already" in room.footer


async def test_why_there_are_more_suggestions_is_said_once(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("n", "1")
        await room.told("3 counterparts suggested: f")
        assert "3 counterparts suggested: f" in room.footer
        assert room.row(0).count("7 suggestions") == 1
        await room.press("l", "2")
        await room.told("2 counterparts suggested: f")
        assert "2 counterparts suggested: f" in room.footer, "the third was proposed before, as a quotation"
        await room.press("u")
        await room.pilot.pause(0.6)
        assert "suggested" not in room.footer
        room.room.messages.clear()
        await room.press("U", "e")
        await room.told("2 counterparts suggested: f")
        assert "enter keep" in room.footer, "the hints of a dialog stay"
        await room.press("escape")
        assert "counterparts suggested" in room.footer
        await room.press("l")
        assert "counterparts" not in room.footer


# Tags on the spot


async def test_a_new_name_makes_a_new_tag_that_travels_with_the_store(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("n", "t")
        await room.type("fact check")
        await room.press("enter")
        assert [annotation.tag for annotation in room.store.annotations()] == ["fact check"]
        assert "fact check 1" in room.row(0)
    with open_store(tmp_path / "annotations.json", annotator="ann") as store:
        assert [tag.letter for tag in store.tags() if tag.name == "fact check"] == ["F"]
    async with opened(tmp_path) as again:
        assert again.room.desk.tags[-1].name == "fact check"
        await again.press("t", *"fact", "enter")
        assert again.store.annotations() == [], "the same tag again takes it off"


async def test_picking_filters_by_name_alone_and_knows_the_old_ones(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("t", *"cl")
        assert "claim" in room.picture()
        assert "a new tag" in room.picture()
        await room.press("enter")
        assert room.store.annotations()[0].tag == "claim"
        await room.press("t", *"CLAIM")
        assert "a new tag" not in room.picture(), "another way to write it is no other tag"


async def test_a_name_that_is_longer_than_all_others_is_shown_whole(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("t", *"wants a second source")
        assert "wants a second source  a new tag" in room.picture()


async def test_a_new_tag_gets_a_free_key(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("n", "t", *"fact", "enter", "t", *"context", "enter")
        assert "new tag context, from now on key 5" in room.footer
        await room.press("n", "5")
        assert [annotation.tag for annotation in room.store.annotations()].count("context") == 2
        assert [tag.key for tag in room.room.desk.tags] == ["1", "2", "3", "4", "5"]


async def test_undo_takes_the_new_tag_back_too(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("t", *"odd", "enter", "u")
        assert "odd" not in room.row(0)
        assert room.store.annotations() == []


async def test_a_key_of_ones_own_sets_the_configured_tag(tmp_path: Path) -> None:
    settings = Settings(annotator="ann", tags=(*Settings().tags, Tag("fact", "4", "F", "green")))
    async with opened(tmp_path, settings=settings) as room:
        await room.press("n", "4")
        assert room.store.annotations()[0].tag == "fact"


# Search


async def test_search_goes_to_the_first_match_while_one_types(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("/", *"five ber")
        assert room.room.pane.cursor == HERALD.text.index("Five")
        assert "1 of 1 in 1 article" in room.footer
        await room.press("escape")
        assert room.room.pane.cursor == 0
        assert not room.room.finder.is_shown


async def test_matches_are_walked_over_all_articles_also_those_not_in_a_pane(tmp_path: Path) -> None:
    async with opened(tmp_path, (110, 30)) as room:
        await room.press("/", *"vote", "enter")
        assert room.room.pane.article is ANCHOR
        await room.press("/", "ctrl+u", *"harbour", "enter")
        numbers = []
        for _ in range(4):
            await room.press(".")
            numbers.append(room.footer.split(": ")[1].split(" of")[0])
        assert len(set(numbers)) == 4
        await room.press(",")
        assert room.footer.split(": ")[1].split(" of")[0] == numbers[-2]


async def test_what_matched_on_the_way_to_a_match_leaves_no_trace(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("n", "n", "/", *"we")
        assert room.room.desk.current == "winter", "the cursor is on a quote that matches so far"
        await room.press(*"w")
        assert "nowhere" in room.footer
        assert room.room.desk.current == "money"
        await room.press("ctrl+u", *"five ber", "enter")
        assert room.room.pane.cursor == HERALD.text.index("Five")
        assert room.room.desk.current == "money"


async def test_escape_comes_back_to_articles_rows_selection_and_quote(tmp_path: Path) -> None:
    long = [dataclasses.replace(article, text=article.text + "More of it.\n" * 80) for article in ARTICLES]
    async with opened(tmp_path, (110, 20), articles=long) as room:
        await room.press("n", "w", "w")
        picture, places = room.picture(), {n: dataclasses.replace(place) for n, place in room.room.places.items()}
        await room.press("/", *"vote")
        assert room.room.pane.article is long[3], "an article that was in no pane"
        await room.press("down", "ctrl+u", *"more of", "down", "down", "escape")
        assert room.picture() == picture
        assert room.room.places == places
        await room.press("tab", "tab", "w")
        assert room.room.pane.place.selection is not None


async def test_escape_takes_the_marks_away_first(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("/", *"harbour", "enter", "w")
        assert room.room.finder.is_shown
        await room.press("escape")
        assert not room.room.finder.is_shown
        assert room.room.pane.place.selection is not None
        await room.press("escape")
        assert room.room.pane.place.selection is None
        await room.press(".")
        assert "harbour: " in room.footer, "what was searched is kept"


async def test_expressions_and_their_mistakes(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("/", "ctrl+r", *"b.rth")
        assert "regex" in room.footer
        assert "1 of " in room.footer
        await room.press("(")
        assert "missing )" in room.footer
        await room.press("ctrl+r", "ctrl+u", *"zzz")
        assert "nowhere" in room.footer
        await room.press("enter", ".")
        assert "nowhere" in room.footer
        assert "capitals" not in room.footer
        await room.press("/", *"BERTH")
        assert "nowhere; capitals count" in room.footer


async def test_next_match_before_any_search(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press(".")
        assert "nothing was searched yet" in room.footer


# Out


async def test_copying_says_what_is_known(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("n", "y")
        assert room.app.clipboard.startswith("We will keep the harbour open")
        assert "15 words sent to the terminal's clipboard" in room.footer
        await room.press("Y")
        assert "– Maria Kessler (Coast Herald, “Harbour stays open”, 2026-03-02" in room.app.clipboard


async def test_export_asks_before_it_overwrites(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    target = tmp_path / "out.json"
    target.write_text("old", encoding="utf-8")
    async with opened(tmp_path) as room:
        await room.press("n", "2", "E", *"json", "enter", "ctrl+u")
        await room.type(str(target))
        await room.press("enter")
        assert "exists: enter again overwrites it" in room.picture()
        assert target.read_text(encoding="utf-8") == "old"
        await room.press("enter")
        assert "exported to" in room.footer
        assert json.loads(target.read_text(encoding="utf-8"))["annotations"][0]["tag"] == "quote"


async def test_a_format_is_found_by_the_ending_of_its_files(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        for typed, asked in (("md", "export markdown to"), ("qdp", "export refi-qda to"), ("folder", "export brat to")):
            await room.press("E", *typed, "enter")
            assert asked in room.picture()
            await room.press("escape")


async def test_export_to_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("E", *"csv", "enter", "ctrl+u", "enter")
        assert "name a file" in room.picture()
        await room.type("/nowhere/at/all.csv")
        await room.press("enter")
        assert "there is no folder /nowhere/at" in room.picture()
        await room.press("ctrl+u")
        await room.type(str(tmp_path))
        await room.press("enter")
        assert "is a folder: name a file in it" in room.picture()
        await room.press("ctrl+u")
        await room.type(str(tmp_path / ("n" * 300)))
        await room.press("enter")
        assert "cannot be written (File name too long); choose another place" in room.picture()
        await room.press("ctrl+u")
        assert "cannot be written" not in room.picture()
        await room.type(str(tmp_path / "all.csv"))
        await room.press("enter")
        assert "0 annotations exported" in room.footer
        assert room.room.overlays.dialog is None


async def test_a_failed_export_keeps_what_was_typed(tmp_path: Path) -> None:
    long = "/nowhere/" + "a-folder-with-a-long-name/" * 4 + "all.csv"
    async with opened(tmp_path, (80, 24)) as room:
        await room.press("E", *"csv", "enter", "ctrl+u")
        await room.type(long)
        await room.press("enter")
        golden("export-failed-80x24", room.picture_of_overlay())
        await room.resize(30, 8)
        assert "there is no folder" in room.picture()
        await room.resize(20, 5)
        assert "all.csv" in room.picture()
        await room.press("escape")


async def test_copying_to_a_file(tmp_path: Path) -> None:
    target = tmp_path / "words.txt"
    async with opened(tmp_path) as room:
        await room.press("n", "ctrl+p", *"copy to a file", "enter", "ctrl+u")
        await room.type(str(target))
        await room.press("enter")
        assert target.read_text(encoding="utf-8").startswith("We will keep")
        assert "15 words written" in room.footer


async def test_copying_never_writes_over_what_was_read(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("n", "2")
        before = room.store_path.read_bytes()
        await room.press("ctrl+p", *"copy to a file", "enter", "ctrl+u")
        await room.type(str(room.store_path))
        await room.press("enter", "enter")
        assert "is an input" in room.picture()
        assert room.store_path.read_bytes() == before


async def test_without_an_editor_and_without_a_terminal_to_give(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    async with opened(tmp_path) as room:
        monkeypatch.setenv("PATH", str(tmp_path))
        await room.press("V")
        assert "set VISUAL or EDITOR" in room.footer
        monkeypatch.setenv("EDITOR", "vi")
        await room.press("V")
        assert "cannot be given to an editor" in room.footer


# The palette


async def test_the_palette_does_what_keys_do(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("ctrl+p", *"next quo", "enter")
        assert room.room.desk.current == "winter"
        await room.press("ctrl+p", *"compare", "enter")
        assert room.room.overlays.view is not None
        await room.press("ctrl+p", *"zzzz", "enter", "escape", "escape")
        assert not room.room.overlays.is_open


async def test_all_suggestions_of_a_kind_are_accepted_with_one_undo(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        before = len(room.room.desk.suggestions or ())
        await room.press("ctrl+p", *"accept all", "enter")
        accepted = room.store.annotations()
        assert accepted
        assert {annotation.origin for annotation in accepted} == {"suggestion"}
        assert len(room.room.desk.suggestions or ()) == before - len(accepted)
        await room.press("u")
        assert room.store.annotations() == []


def test_kinds_of_suggestions() -> None:
    reasons = ["direct speech, Ann", "direct speech, speaker not told", "you tagged the same words in a.txt as quote"]
    kinds = suggestion_kinds(Suggestion(str(n), "a", "quote", ((0, 1),), reason) for n, reason in enumerate(reasons))
    assert [(kind, len(some)) for kind, some in kinds.items()] == [
        ("quote: direct speech", 2),
        ("quote: counterparts", 1),
    ]


async def test_themes_and_spacing_from_the_palette(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("ctrl+p", *"theme: nord", "enter")
        assert room.app.theme == "nord"
        assert room.room.remembering.story.theme == "nord"
        height = len(room.room.pane.lines)
        await room.press("ctrl+p", *"line spacing: 1", "enter")
        assert len(room.room.pane.lines) > height


async def test_lists_and_filters_of_annotations(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("n", "2", "*")
        with open_store(room.store_path, annotator="bo") as other:
            other.add(TIDEWIRE, [(0, 7)], tag="claim")
        room.room._look_round()
        await room.press("ctrl+p", *"filter annotations", "enter", *"claim by bo", "enter")
        assert "claim by bo" in room.footer
        await room.press("]")
        assert (room.room.pane.article, room.room.pane.cursor) == (TIDEWIRE, 0)
        await room.press("]")
        assert room.room.pane.article is TIDEWIRE
        await room.press("ctrl+p", *"list annotations", "enter")
        assert "1 of 1" in room.picture()
        await room.press("enter")
        assert room.room.overlays.dialog is None


async def test_messages_are_kept(tmp_path: Path) -> None:
    async with opened(tmp_path, settings=Settings(warnings=("c.toml, line 1: odd",), annotator="ann")) as room:
        await room.press("n", "ctrl+p", *"messages", "enter")
        assert "c.toml, line 1: odd" in room.picture()


# Articles


async def test_choosing_an_article_swaps_it_into_the_pane(tmp_path: Path) -> None:
    async with opened(tmp_path, (110, 30)) as room:
        await room.press("ctrl+o", *"tidewire", "enter")
        assert [pane.article for pane in room.room.panes] == [TIDEWIRE, HERALD]
        await room.press("ctrl+o", *"anchor", "enter")
        assert [pane.article for pane in room.room.panes] == [ANCHOR, HERALD]


# Edited articles


async def test_moved_and_orphaned_tags_are_told_listed_and_decided(tmp_path: Path) -> None:
    at = HERALD.text.index("Five berths, maybe six")
    with open_store(tmp_path / "annotations.json", annotator="ann") as store:
        moved = store.add(HERALD, [(at, at + 22)], tag="claim")
        gone = store.add(HERALD, [(HERALD.text.index("told the council"), at - 5)], tag="quote")
    edited = type(HERALD)(
        HERALD.id, MOVED.replace("Maria Kessler told the council", "it was said"), outlet="Coast Herald"
    )
    async with opened(tmp_path, articles=(edited, TIDEWIRE)) as room:
        assert "the articles were edited: 1 tag moved, 1 tag without a place" in " ".join(room.room.chrome.messages)
        await room.press("ctrl+p", *"changed places", "enter")
        golden("changes-160x45", "\n".join(room.picture().split("\n")[1:]))
        for width in (40, 60):
            await room.resize(width, 24)
            room.room.say(room.room.messages[0])
            await room.pilot.pause()
            shown = " ".join(room.picture().split())
            assert "tag without a place; ctrl+p changed places shows them" in shown, "on as many rows as it needs"
        await room.resize(160, 45)
        room.room.unsay()
        await room.press("down", "a")
        assert "its words are gone" in room.footer
        await room.press("up", "a")
        assert room.store.get(moved.id).state == "anchored"
        await room.press("p", "n", "enter")
        assert "nothing is selected yet" in room.footer
        await room.press("w", "enter")
        assert room.store.get(gone.id).state == "anchored"
        assert room.store.get(gone.id).spans[0].exact == "We"
        await room.press("ctrl+p", *"changed places", "enter")
        assert "every tag stands where it stood" in room.picture()


# The first start


async def test_what_is_told_at_the_first_start_stands_below_the_hint(tmp_path: Path) -> None:
    settings = Settings(annotator="ann", warnings=("config.toml, line 3: no action is called nxt",))
    async with opened(tmp_path, settings=settings, first_start=True) as room:
        assert "goes to the next quote" in room.picture()
        assert "no action is called nxt" in room.footer
        await room.press("l")
        assert "no action" not in room.footer


async def test_the_hint_of_the_first_start_comes_once_and_swallows_no_key(tmp_path: Path) -> None:
    async with opened(tmp_path, first_start=True) as room:
        await room.pilot.pause(0.1)
        assert "goes to the next quote that the articles share" in room.picture()
        await room.press("n")
        assert room.room.desk.current == "winter"
        assert "goes to the next quote that" not in room.picture()
    async with opened(tmp_path, first_start=True) as again:
        await again.pilot.pause(0.1)
        assert "goes to the next quote that" not in again.picture()


# What is remembered


async def test_one_comes_back_to_where_one_left(tmp_path: Path) -> None:
    async with opened(tmp_path, (110, 30)) as room:
        await room.press("ctrl+o", *"anchor", "enter", "G", "<", "L", "ctrl+p", *"theme: gruvbox", "enter")
        await room.press("ctrl+p", *"line spacing: 2", "enter")
        place = (room.room.pane.article, room.room.pane.cursor, room.room.width_of_text)
    async with opened(tmp_path, (110, 30)) as again:
        assert (again.room.pane.article, again.room.pane.cursor, again.room.width_of_text) == place
        assert again.room.linked
        assert again.room.pane.spacing == 2
        assert again.room.remembering.story.theme == "gruvbox"
        assert again.room.remembering.story.furthest[ANCHOR.id] == len(ANCHOR.text)
    assert [name for name in os.listdir(tmp_path) if "annotations" not in name] == []  # noqa: PTH208
    assert os.listdir(Path(os.environ["XDG_STATE_HOME"]) / "newsreader" / "stories")  # noqa: PTH208


# Keys pressed while the quotes are looked for


async def test_keys_that_came_early_do_what_they_would_have_done_later(tmp_path: Path) -> None:
    release = threading.Event()

    def slow(articles: Sequence[Article]) -> Story:
        release.wait(5)
        return found(articles)

    async with opened(tmp_path, story=slow, patient=False) as room:
        await room.press("n", "2", "e")
        await room.type("far too early")
        await room.press("enter", "d")
        assert "looking for quotes" in room.footer
        release.set()
        await room.suggested()
        assert [annotation.note for annotation in room.store.annotations()] == ["far too early"]
        assert room.row(1).startswith(" a  Maria Kessler")
        await room.press("escape")
        assert not room.room.overlays.is_open


async def test_escape_twice_gives_up_waiting(tmp_path: Path) -> None:
    release = threading.Event()

    def slow(articles: Sequence[Article]) -> Story:
        release.wait(5)
        return found(articles)

    async with opened(tmp_path, story=slow, patient=False) as room:
        await room.press("n", "2", "escape", "escape")
        assert not room.room.intake.busy
        release.set()
        await room.suggested()
        assert room.store.annotations() == []


async def test_without_the_speaker_model_the_rules_are_used_and_the_room_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    async with opened(tmp_path, settings=Settings(annotator="ann", speaker_model="en_some")) as room:
        assert room.room.desk.groups
        said = [message for message in room.room.messages if "en_some" in message]
        assert said == [
            "the speaker model en_some needs spaCy; install newsreader[spacy]; speakers are those of the rules alone"
        ]


# The mouse


async def test_the_mouse_chooses_from_lists_and_scrolls_them(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("ctrl+o")
        await room.pilot.click("#drawer", offset=(5, 3))
        assert room.room.overlays.dialog is not None
        await room.pilot.click("#drawer", offset=(5, 3), times=2)
        assert room.room.overlays.dialog is None
        assert room.room.pane.article.id == "hafenbote.txt"
        await room.press("?")
        top = room.picture()
        await room.resize(80, 24)
        await room.pilot._post_mouse_events([events.MouseScrollDown], "#view")
        assert "next word" not in room.picture()
        assert top != room.picture()


async def test_a_note_of_several_lines(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("n", "2", "e", *"one", "ctrl+j", *"two")
        assert "one⏎" in room.picture()
        await room.press("enter")
        assert room.store.annotations()[0].note == "one\ntwo"


async def test_an_action_of_a_view_is_explained_outside_of_it(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("ctrl+p", *"place-anew", "enter")
        assert "in changed places" in room.footer


@pytest.mark.parametrize(
    "form", ["json", "jsonl", "csv", "w3c", "brat", "doccano", "label-studio", "spacy", "refi-qda", "markdown", "html"]
)
async def test_every_format_from_the_room(tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(tmp_path) as room:
        await room.press("n", "2", "E", *form, "enter", "enter")
        assert "1 annotation exported to" in room.picture(), room.picture()


async def test_quitting_while_a_note_is_typed_keeps_it(tmp_path: Path) -> None:
    async with opened(tmp_path) as room:
        await room.press("n", "2", "e", *"half a th", "ctrl+q")
        assert room.app.return_code == 0
    with open_store(tmp_path / "annotations.json", annotator="ann") as store:
        assert store.annotations()[0].note == "half a th"


@pytest.mark.parametrize("keys", [("?",), ("ctrl+p",), ("t",), ("/", "x"), ("E",), ("n", "d"), ("c",)])
async def test_one_can_quit_from_everywhere(tmp_path: Path, keys: tuple[str, ...]) -> None:
    async with opened(tmp_path) as room:
        await room.press(*keys, "ctrl+q")
        assert room.app.return_code == 0


async def test_edited_articles_and_a_store_that_cannot_be_written(tmp_path: Path) -> None:
    at = HERALD.text.index("Five berths")
    with open_store(tmp_path / "annotations.json", annotator="ann") as store:
        store.add(HERALD, [(at, at + 22)], tag="claim")
    edited = Article(HERALD.id, MOVED, outlet="Coast Herald")

    def broken(*args: object) -> None:
        raise StoreError("annotations.json: the disk is full; free some space")

    with patch("annotations.store.Store.anchor", broken):
        async with opened(tmp_path, articles=(edited, TIDEWIRE)) as room:
            assert "the disk is full" in " ".join(room.room.messages)
            assert room.room.desk.story is not None, "the quotes are there all the same"
