"""The room: what the actions do, with the real store, on invented articles."""

import dataclasses
from pathlib import Path

import pytest

from annotations.store import open_store
from annotations.tags import BUILT_IN, Tag
from tests.screens import picture
from tests.tui.rooms import HARBOUR, LEDGER, THREE, visit
from tui.settings import Settings

WINTER = "We will keep the harbour open through the whole winter"
CUTS = "no cuts, no sales, no excuses"


async def test_the_newcomers_keys(tmp_path: Path) -> None:
    async with visit(tmp_path) as here:
        await here.pilot.press("n", "2", "*")
        assert here.tagged() == [("harbour.txt", "quote", WINTER), ("ledger.txt", "quote", WINTER)]
        assert {a.group for a in here.store.annotations()} == {here.room.desk.groups[0].id}
        await here.pilot.press("s", "1")
        assert ("harbour.txt", "claim", f"“{WINTER},” Maria Kessler told the council on Tuesday.") in here.tagged()
        await here.pilot.press("u")
        assert len(here.tagged()) == 2
        await here.pilot.press("U")
        assert len(here.tagged()) == 3


async def test_keys_before_the_quotes_are_there_are_done_in_order(tmp_path: Path) -> None:
    async with visit(tmp_path, wait=False) as here:
        await here.pilot.press("n", "2", "*", "n", "3")
        await here.suggested()
        assert sorted(here.tagged()) == sorted(
            [("harbour.txt", "quote", WINTER), ("ledger.txt", "quote", WINTER), ("harbour.txt", "boilerplate", CUTS)]
        )


async def test_everywhere_twice_doubles_nothing_and_is_one_step_of_undo(tmp_path: Path) -> None:
    async with visit(tmp_path) as here:
        await here.do("next-quote", "quote", "same-everywhere", "same-everywhere")
        assert len(here.tagged()) == 2
        await here.do("undo")
        assert len(here.tagged()) == 1


async def test_a_tag_on_a_word_of_a_quote_does_not_keep_everywhere_from_the_quote(tmp_path: Path) -> None:
    async with visit(tmp_path) as here:
        await here.do("next-quote", "next-pane", "select-word", "claim", "next-pane")
        assert here.tagged() == [("ledger.txt", "claim", "We")]
        await here.do("claim", "same-everywhere")
        claimed = [("harbour.txt", "claim", WINTER), ("ledger.txt", "claim", "We"), ("ledger.txt", "claim", WINTER)]
        assert sorted(here.tagged()) == claimed


@pytest.mark.parametrize("text", ["", " \n\n\t\u00a0\n"])
async def test_an_empty_article_has_nothing_to_tag(tmp_path: Path, text: str) -> None:
    async with visit(tmp_path, {"empty.txt": text}) as here:
        for select in ("select-word", "select-sentence", "select-paragraph", "clear"):
            await here.do(select, "claim")
            assert here.said == "nothing to tag here"
        await here.do("next-quote", "quote", "same-everywhere", "untag", "next-suggestion", "accept", "compare")
        assert here.tagged() == []


async def test_a_quote_is_at_the_same_row_in_every_pane(tmp_path: Path) -> None:
    long = {
        name: "Nothing here.\n" * 60 * n + text + "Nothing more.\n" * 90
        for n, (name, text) in enumerate(THREE.items(), 1)
    }
    async with visit(tmp_path, long, size=(200, 40)) as here:
        for _ in range(2):
            await here.do("next-quote")
            rows = {pane.lines.row_of(pane.cursor) - pane.top for pane in here.room.panes[:2]}
            assert rows == {here.room.pane.height // 3}
        assert here.said == "3 has nothing of this quote"


async def test_a_quote_of_articles_that_are_not_in_a_pane_is_brought_there(tmp_path: Path) -> None:
    quiet = {f"{name}.txt": "Nothing was said here.\n" for name in "abc"}
    told = {f"{name}.txt": f"“{WINTER},” Maria Kessler said.\n" for name in "xyz"}
    async with visit(tmp_path, quiet | told, size=(120, 30)) as here:
        await here.do("next-quote", "quote", "same-everywhere")
        assert [pane.article.id for pane in here.room.panes] == ["x.txt", "y.txt"], "side by side"
        assert here.room.pane.article.id == "x.txt"
        assert len(here.tagged()) == 3
        assert here.room.messages[0] == "6 has it too, not in a pane"
        assert here.said == "quote in 2 more articles, 1 not in a pane"


async def test_beginning_again_is_said_beside_what_lacks_the_quote(tmp_path: Path) -> None:
    async with visit(tmp_path, THREE, size=(160, 30)) as here:
        await here.do("next-quote", "next-quote", "next-quote")
        assert here.said == "from the first again · 3 has nothing of this quote"
        await here.do("previous-quote")
        assert here.said == "from the last again · 3 has nothing of this quote"


async def test_the_same_key_takes_the_tag_off_and_another_adds_one(tmp_path: Path) -> None:
    async with visit(tmp_path) as here:
        await here.do("select-word", "claim")
        assert here.room.pane.place.selection is None
        await here.do("quote")
        assert {tag for _, tag, _ in here.tagged()} == {"claim", "quote"}
        await here.do("claim")
        assert {tag for _, tag, _ in here.tagged()} == {"quote"}


async def test_edges_move_with_the_tags_own_key(tmp_path: Path) -> None:
    async with visit(tmp_path) as here:
        await here.do("select-word", "claim")
        (before,) = here.store.annotations()
        await here.do("select-mark", "extend-right", "extend-right", "claim")
        (after,) = here.store.annotations()
        assert after.id == before.id
        assert [piece.exact for piece in after.spans] == ["Harbour stays open"]


async def test_a_tag_key_acts_on_the_sentence_where_nothing_else_is(tmp_path: Path) -> None:
    async with visit(tmp_path) as here:
        await here.do("next-pane", "next-paragraph", "next-paragraph", "next-paragraph", "claim")
        assert here.tagged() == [("ledger.txt", "claim", "Subscribe to our newsletter for more stories like this one.")]


async def test_an_interrupted_quote_is_one_annotation(tmp_path: Path) -> None:
    split = {
        "a.txt": "“We will keep the harbour open through the whole winter,” Maria Kessler said, “and nobody at all "
        "will lose a berth.”\n",
        "b.txt": "Maria Kessler said: “We will keep the harbour open through the whole winter, and nobody at all will "
        "lose a berth.”\n",
    }
    async with visit(tmp_path, split) as here:
        await here.do("next-quote", "quote", "same-everywhere")
        lengths = {a.article: len(a.spans) for a in here.store.annotations()}
        assert len(lengths) == len(here.store.annotations()) == 2
        assert lengths["a.txt"] == 2


async def test_suggestions_are_walked_accepted_and_rejected(tmp_path: Path) -> None:
    async with visit(tmp_path) as here:
        suggestions = list(here.room.desk.suggestions or ())
        await here.do("next-suggestion", "accept")
        (made,) = here.store.annotations()
        assert made.origin == "suggestion"
        assert here.room.desk.suggestion == suggestions[1]
        await here.do("reject")
        assert here.store.rejected() == {suggestions[1].key}
        assert here.room.desk.suggestion == suggestions[2]
        assert len(here.room.desk.suggestions or ()) == len(suggestions) - 2


async def test_annotations_are_visited_in_order_through_all_articles(tmp_path: Path) -> None:
    async with visit(tmp_path) as here:
        await here.do("select-sentence", "claim", "next-pane", "select-word", "quote", "previous-pane", "top")
        await here.do("next-annotation")
        assert here.room.pane.number == 0
        await here.do("next-annotation")
        assert (here.room.pane.number, here.room.pane.cursor) == (1, 0)
        await here.do("next-annotation")
        assert here.said == "that was the last annotation"


async def test_what_another_process_tags_shows(tmp_path: Path) -> None:
    async with visit(tmp_path) as here:
        with open_store(tmp_path / "annotations.json", annotator="bob") as other:
            other.add(here.room.desk.shelf[0], [(0, 7)], tag="claim")
        here.room._look_round()
        await here.pilot.pause()
        assert here.room.desk.counts["claim"] == 1
        assert here.room.desk.annotations_at("harbour.txt", 3)


async def test_read_only_is_said_and_changes_nothing(tmp_path: Path) -> None:
    async with visit(tmp_path) as here:
        await here.do("select-word", "claim")
    async with visit(tmp_path) as here:
        store = here.room.desk.store
        here.room.desk.store = open_store(tmp_path / "annotations.json", annotator="ann", read_only=True)
        await here.do("select-word", "untag", "undo", "quote")
        assert here.said.startswith("read-only")
        assert len(here.tagged()) == 1
        here.room.desk.store = store


async def test_resizing_keeps_the_place(tmp_path: Path) -> None:
    async with visit(tmp_path, {"a.txt": "\n".join(f"Paragraph {n}: {HARBOUR}" for n in range(60))}, (160, 45)) as here:
        await here.do("page-down", "page-down", "page-down")
        pane = here.room.pane
        top, cursor = pane.lines.starts[pane.top], pane.cursor
        for size in ((80, 24), (60, 15), (200, 60), (30, 8), (160, 45)):
            await here.pilot.resize_terminal(*size)
            await here.pilot.pause()
            assert pane.cursor == cursor
            assert pane.cursor_in_view
        assert abs(pane.lines.row_of(top) - pane.top) <= pane.height


async def test_one_pane_below_100_columns_and_tab_stays_on_the_quote(tmp_path: Path) -> None:
    async with visit(tmp_path, THREE, size=(80, 24)) as here:
        await here.do("next-quote")
        first = here.room.pane
        assert len(here.room.panes) == 1
        row = first.lines.row_of(first.cursor) - first.top
        await here.do("next-pane")
        pane = here.room.pane
        assert pane.article.id == "ledger.txt"
        assert pane.article.text[pane.cursor :].startswith("We will keep")
        assert pane.lines.row_of(pane.cursor) - pane.top <= row
        await here.do("next-pane")
        assert here.said == "this article has nothing of the quote"


async def test_panes_zoom_open_and_close(tmp_path: Path) -> None:
    async with visit(tmp_path, THREE, size=(160, 30)) as here:
        assert len(here.room.panes) == 3
        await here.do("close-pane")
        assert [pane.article.id for pane in here.room.panes] == ["ledger.txt", "other.txt"]
        await here.do("open-pane")
        assert len(here.room.panes) == 3
        await here.do("zoom")
        assert len(here.room.panes) == 1
        await here.do("clear")
        assert len(here.room.panes) == 3


async def test_linked_panes_scroll_together_by_their_quotes(tmp_path: Path) -> None:
    apart = {
        "a.txt": "Word after word.\n" * 100 + HARBOUR + "Word after word.\n" * 100,
        "b.txt": "Word after word.\n" * 20 + LEDGER + "Word after word.\n" * 200,
    }
    async with visit(tmp_path, apart) as here:
        one, two = here.room.panes
        await here.do("link-scrolling", "next-line")
        assert two.top == 0
        one.move(apart["a.txt"].index("Fishermen"))
        await here.do("page-down")
        assert two.top > 20
        await here.do("link-scrolling", "top")
        assert one.top == 0
        assert two.top > 20


async def test_narrower_and_wider_wrap_anew_and_say_so(tmp_path: Path) -> None:
    async with visit(tmp_path) as here:
        await here.do("narrower")
        assert here.room.pane.lines.width == 68
        assert here.said == "text 68 columns wide"
        await here.do("wider", "wider", "wider")
        assert here.said.endswith("all there is")


async def test_own_tags_and_keys(tmp_path: Path) -> None:
    settings = dataclasses.replace(Settings(), tags=(*BUILT_IN, Tag("rumour", "5", "R")), keys={"next-quote": ("ö",)})
    async with visit(tmp_path, settings=settings) as here:
        await here.pilot.press("ö", "5", "4")
        assert here.tagged() == [("harbour.txt", "rumour", WINTER)]
        assert "no tag is on key 4" in here.said


async def test_without_quotes_the_room_says_so(tmp_path: Path) -> None:
    async with visit(tmp_path, {"a.txt": "Nothing."}) as here:
        await here.do("next-quote")
        assert here.said == "no shared quotes in these articles"


async def test_a_step_of_the_cursor_draws_few_rows(tmp_path: Path) -> None:
    big = {"a.txt": LEDGER * 800, "b.txt": HARBOUR * 300}
    async with visit(tmp_path, big) as here:
        drawn: list[int] = []
        for pane in here.room.panes:
            draw = pane.render_line
            pane.render_line = lambda y, draw=draw: (drawn.append(y), draw(y))[1]  # type: ignore[method-assign]
        await here.do("next-word")
        assert len(drawn) <= 2
        drawn.clear()
        await here.do("select-word", "claim")
        assert len(drawn) <= 6


async def test_mouse_places_selects_and_drags(tmp_path: Path) -> None:
    async with visit(tmp_path) as here:
        pane = here.room.panes[1]
        assert await here.pilot.click(pane, offset=(7, 1))
        assert here.room.pane is pane
        assert pane.article.text[slice(*pane.word)] == "Mayor"
        await here.pilot.click(pane, offset=(7, 1), times=2)
        assert pane.place.selection is not None
        assert pane.article.text[slice(*pane.place.selection.span)] == "Mayor"
        await here.pilot.click(pane, offset=(7, 1), times=3)
        assert pane.article.text[slice(*pane.place.selection.span)].endswith('winter".')
        await here.pilot.mouse_down(pane, offset=(5, 1))
        await here.pilot.hover(pane, offset=(15, 1))
        await here.pilot.mouse_up(pane, offset=(15, 1))
        assert pane.article.text[slice(*pane.place.selection.span)] == "Mayor Maria"


async def test_the_strip_says_why_there_are_no_shared_quotes(tmp_path: Path) -> None:
    async with visit(tmp_path, {"alone.txt": "“We will keep it open all winter,” Ann Lee said.\n"}, (80, 24)) as here:
        assert "no shared quotes: this is the only article" in picture(here.room)
    two = {"one.txt": "Nothing said here.\n", "two.txt": "Nor here, in other words.\n"}
    (tmp_path / "more").mkdir()
    async with visit(tmp_path / "more", two, (80, 24)) as here:
        assert "stand in two of these articles" in picture(here.room)
        await here.do("claim")
        row = next(row for row in picture(here.room).splitlines() if "no shared" in row)
        assert row.endswith("…  C claim")
