"""Every action of the key map: in the help, in the palette, reachable by its key, and by a key of one's own."""

import asyncio
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from annotations.tags import BUILT_IN
from newsreader.config import parse
from tests.tui.opened import Opened, opened
from tui import deeds, loading
from tui.actions import ACTIONS, BY_NAME, NEVER, VIEWS, keys_of, textual_key
from tui.help import topics
from tui.keytable import document
from tui.palette import action_entries
from tui.settings import Settings

KEY_MAP = """
next-word: l right · previous-word: h left · next-line: j down · previous-line: k up · line-start: home · line-end: end
next-sentence: ) · previous-sentence: ( · next-paragraph: } · previous-paragraph: { · top: g · bottom: G
page-down: space pagedown · page-up: b pageup
select-word: w · select-sentence: s · select-paragraph: p · grow: + = · shrink: - · select-mark: enter · mark: v
other-end: o · extend-right: shift+right · extend-left: shift+left · extend-down: shift+down · extend-up: shift+up
clear: escape
claim: 1 · quote: 2 · boilerplate: 3 · tag-4: 4 · tag-5: 5 · tag-6: 6 · tag-7: 7 · tag-8: 8 · tag-9: 9 · pick-tag: t
untag: x delete · same-everywhere: * · note: e · speaker: S · next-annotation: ] · previous-annotation: [
next-quote: n · previous-quote: N · compare: d · coverage: c
next-suggestion: f · previous-suggestion: F · accept: a · reject: r
undo: u ctrl+z · redo: U ctrl+y
search: / ctrl+f · next-match: . · previous-match: ,
next-pane: tab · previous-pane: shift+tab · pane-1: f2 · pane-2: f3 · pane-3: f4 · pane-4: f5 · zoom: z
link-scrolling: L · open-pane: ctrl+t · close-pane: ctrl+w · narrower: < · wider: > · choose-article: ctrl+o
copy: y ctrl+c · copy-with-source: Y · export: E · open-in-editor: V
help: ? f1 · palette: ctrl+p · quit: ctrl+q
"""
"""The promised key map: action: keys."""

PROMISED = {
    name.strip(): tuple(keys.split())
    for row in KEY_MAP.strip().splitlines()
    for name, keys in [part.split(": ") for part in row.split(" · ")]
}
IN_EVERY_VIEW = """
next-line previous-line top bottom page-down page-up go-there clear undo redo help palette quit
"""
ON_QUOTES = """
next-quote previous-quote compare coverage copy claim quote boilerplate tag-4 tag-5 tag-6 tag-7 tag-8 tag-9
"""
IN_VIEWS = {
    "compare": {*IN_EVERY_VIEW.split(), *ON_QUOTES.split()},
    "coverage": {*IN_EVERY_VIEW.split(), *ON_QUOTES.split(), "sort", "show", "next-word", "previous-word"},
    "changes": {*IN_EVERY_VIEW.split(), "accept", "place-anew", "untag"},
    "list": {*IN_EVERY_VIEW.split()},
}
"""What each view promises beside the room."""
PATHS = {
    "compare": ("n", "d"),
    "coverage": ("c",),
    "changes": ("ctrl+p", *"changed places", "enter"),
    "list": ("ctrl+p", *"progress", "enter"),
}
"""The keys that lead to each view."""
OF_VIEWS = {"go-there": "enter", "sort": "s", "show": "tab", "place-anew": "p"}


def test_the_table_is_the_promised_key_map_and_what_views_need() -> None:
    assert {action.name: action.keys for action in ACTIONS if action.name not in OF_VIEWS} == PROMISED
    assert {name: BY_NAME[name].keys for name in OF_VIEWS} == {name: (key,) for name, key in OF_VIEWS.items()}


def test_every_action_is_in_the_help_and_in_the_palette_with_its_keys() -> None:
    in_help = {topic.name: topic.keys for topic in topics({}, BUILT_IN)}
    in_palette = {entry.value: entry.right for entry in action_entries({}, BUILT_IN)}
    for name, keys in (PROMISED | {name: (key,) for name, key in OF_VIEWS.items()}).items():
        assert in_help[name] == in_palette[name] == " ".join(keys)


def test_every_action_has_a_home_and_every_home_has_its_actions() -> None:
    homes = [name for names in deeds.MODULES.values() for name in names]
    assert sorted(homes) == sorted(PROMISED)
    assert [name for name in PROMISED if deeds.deed_of(name) is None] == []


def test_no_view_has_a_key_twice_and_no_key_is_one_that_terminals_confuse() -> None:
    for actions in VIEWS.values():
        keys = [textual_key(key) for action in actions for key in action.keys]
        assert len(keys) == len(set(keys))
        assert not set(keys) & NEVER


async def test_all_deeds_are_loaded_before_a_key_asks_for_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = threading.Event()
    monkeypatch.setattr(loading, "load_all", loaded.set)
    async with opened(tmp_path) as room:
        assert await asyncio.to_thread(loaded.wait, 20)
        assert room.room.desk.searcher is not None
    deeds.load_all()
    assert deeds.DEEDS.keys() >= PROMISED.keys()


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the actions that are performed, instead of performing them."""
    deeds.load_all()
    names: list[str] = []

    def recorder(name: str) -> Callable[[object], None]:
        return lambda room: names.append(name)

    for name in PROMISED:
        monkeypatch.setitem(deeds.DEEDS, name, recorder(name))
    return names


def pressed(room: Opened, done: list[str], key: str) -> list[str]:
    done.clear()
    room.strike(key)
    return list(done)


async def test_every_action_is_reached_by_each_of_its_keys(tmp_path: Path, done: list[str]) -> None:
    async with opened(tmp_path) as room:
        for name, keys in PROMISED.items():
            for key in keys:
                assert pressed(room, done, key) == [name], key


async def test_every_action_can_have_another_key_and_its_old_one_is_free_then(tmp_path: Path, done: list[str]) -> None:
    own = [*(f"f{number}" for number in range(6, 13)), *(f"alt+{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")]
    names = list(PROMISED)
    for first in range(0, len(names), len(own)):
        chosen = dict(zip(names[first : first + len(own)], own, strict=False))
        text = "[keys]\n" + "".join(f'{name} = "{key}"\n' for name, key in chosen.items())
        settings = parse(text.encode(), "c.toml")
        assert settings.warnings == ()
        async with opened(tmp_path, settings=settings) as room:
            for name, key in chosen.items():
                assert pressed(room, done, key) == [name]
                for old in PROMISED[name]:
                    assert pressed(room, done, old) == []


def test_every_view_has_the_actions_that_it_promises() -> None:
    shown = {view: {action.name for action in actions} for view, actions in VIEWS.items() if view != "room"}
    assert shown == IN_VIEWS
    assert {action.name for action in VIEWS["room"]} == set(PROMISED)


@pytest.mark.parametrize("view", PATHS)
@pytest.mark.parametrize("own", [False, True], ids=["its keys", "keys of one's own"])
async def test_every_action_of_a_view_is_reached_by_its_keys(
    tmp_path: Path, view: str, own: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = [*(f"alt+{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"), *(f"f{number}" for number in range(6, 13))]
    keys = {name: BY_NAME[name].keys for name in sorted(IN_VIEWS[view])}
    async with opened(tmp_path) as room:
        await room.press(*PATHS[view])
        if own:
            keys = {name: (key,) for name, key in zip(keys, free, strict=False)}
            room.room.settings = replace(room.room.settings, keys=keys)
            room.room.overlays._keymaps.clear()
        done: list[str] = []
        monkeypatch.setattr(room.room.overlays, "perform", done.append)
        assert room.room.overlays.view is not None
        for name, each in keys.items():
            for key in each:
                assert pressed(room, done, key) == [name], key


async def test_keys_travel_through_the_terminal(tmp_path: Path, done: list[str]) -> None:
    async with opened(tmp_path) as room:
        for key, name in (
            ("n", "next-quote"),
            ("question_mark", "help"),
            ("shift+tab", "previous-pane"),
            ("asterisk", "same-everywhere"),
        ):
            done.clear()
            await room.pilot.press(key)
            assert done == [name]


async def test_the_users_own_keys_are_shown_in_help_and_footer(tmp_path: Path) -> None:
    keys = {"next-quote": ("f7",), "help": ("f9",), "palette": ("f8",)}
    async with opened(tmp_path, settings=Settings(keys=keys, annotator="ann")) as room:
        assert "f7 N quote" in room.footer
        assert "f7 goes to the first" in room.picture()
        assert "f9 all keys" in room.footer
        await room.press("f9")
        await room.type("next quote")
        assert "f7" in room.picture()
        assert "(your key)" in room.picture()
        await room.type("zzz")
        assert "f8 finds actions by name" in room.picture()


async def test_what_is_typed_in_the_help_is_seen_on_the_smallest_screen(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(20, 5)) as room:
        await room.press("question_mark")
        await room.type("to")
        assert room.picture().startswith(" all keys   to")


def test_the_document_is_that_of_the_table() -> None:
    page = Path(__file__).parents[2] / "docs" / "keys.md"
    assert page.read_text(encoding="utf-8") == document(), "write it anew: it comes from tui/keytable.py"
    assert all(f"| {action.name} |" in document() for action in ACTIONS)


def test_the_examples_of_the_documents_are_right_configurations() -> None:
    for name in ("keys.md", "configuration.md"):
        text = (Path(__file__).parents[2] / "docs" / name).read_text(encoding="utf-8")
        example = "\n".join(row.strip() for row in text.splitlines() if row.startswith("    "))
        assert parse(example.encode(), name).warnings == ()
        assert parse(example.encode(), name).keys


def test_keys_of_an_action() -> None:
    assert keys_of({}, "undo") == ("u", "ctrl+z")
    assert keys_of({"undo": ()}, "undo") == ()
