"""Every view and every dialog at both sizes: what is on the screen, and how it looks in dark, light and NO_COLOR."""

import inspect
import pkgutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import pytest

from annotations.store import open_store
from articles.article import Article
from tests.tui.opened import Opened, golden, opened
from tests.tui.stories import ARTICLES, HERALD, TIDEWIRE
from tui import dialogs, views
from tui.app import COLOURLESS
from tui.dialogs import Dialog
from tui.dialogs.articles import ArticleListing
from tui.dialogs.asking import Ask
from tui.dialogs.export import AskFile
from tui.dialogs.help import Help
from tui.dialogs.hint import FirstHint
from tui.dialogs.listing import Listing
from tui.dialogs.pick_tag import PickTag
from tui.dialogs.placing import Placing
from tui.dialogs.search import SearchBar
from tui.views import View
from tui.views.changes import ChangesView
from tui.views.compare import CompareView
from tui.views.coverage import CoverageView
from tui.views.messages import MessagesView
from tui.views.progress import ProgressView

SIZES = [(160, 45), (80, 24)]
LOOKS = {"dark": "newsreader-dark", "light": "newsreader-light", "no colour": COLOURLESS}
EDITED = Article(
    HERALD.id,
    HERALD.text.replace("Five berths, maybe six", "Just five berths, perhaps six").replace("Maria Kessler told", "So"),
    outlet="Coast Herald",
)


@dataclass(frozen=True)
class Shown:
    """What leads to a picture."""

    kind: type[View] | type[Dialog]
    """What is open then."""
    keys: tuple[str, ...]
    edited: bool = False
    """Whether articles were edited since they were tagged."""
    first_start: bool = False


def _from_palette(name: str, *keys: str) -> tuple[str, ...]:
    return ("ctrl+p", *(" " if sign == " " else sign for sign in name), "enter", *keys)


STYLES = "\nstyles\n"
TAGGED = ("n", "2", "*")
PICTURES = {
    "compare": Shown(CompareView, ("n", "d")),
    "compare-second": Shown(CompareView, ("n", "d", "down", "down")),
    "coverage": Shown(CoverageView, ("n", "c")),
    "coverage-only-one": Shown(CoverageView, ("c", "tab")),
    "coverage-left-out": Shown(CoverageView, ("c", "tab", "tab")),
    "help": Shown(Help, ("?",)),
    "help-filtered": Shown(Help, ("?", *"quote")),
    "palette": Shown(Listing, ("ctrl+p", *"theme")),
    "palette-all": Shown(Listing, ("ctrl+p",)),
    "palette-nothing": Shown(Listing, ("ctrl+p", *"qqq")),
    "articles": Shown(ArticleListing, ("ctrl+o",)),
    "tags": Shown(PickTag, ("t",)),
    "new-tag": Shown(PickTag, ("t", *"fact")),
    "note": Shown(Ask, ("n", "2", "e", *"checked")),
    "speaker": Shown(Ask, ("n", "2", "S")),
    "export": Shown(Listing, ("E",)),
    "export-file": Shown(AskFile, ("E", "enter")),
    "copy-to-file": Shown(AskFile, ("s", *_from_palette("copy to a file"))),
    "search": Shown(SearchBar, ("/", *"harbour")),
    "search-nowhere": Shown(SearchBar, ("/", *"Zebra")),
    "search-expression": Shown(SearchBar, ("/", "ctrl+r", *"b.rth")),
    "search-mistake": Shown(SearchBar, ("/", "ctrl+r", *"(b")),
    "annotations": Shown(Listing, (*TAGGED, *_from_palette("list annotations"))),
    "filter": Shown(Listing, (*TAGGED, *_from_palette("filter annotations"))),
    "messages": Shown(MessagesView, ("y", *_from_palette("messages"))),
    "progress": Shown(ProgressView, _from_palette("progress")),
    "changed-places": Shown(ChangesView, _from_palette("changed places"), edited=True),
    "placing": Shown(Placing, _from_palette("changed places", "down", "p"), edited=True),
    "hint": Shown(FirstHint, (), first_start=True),
}


def _tag_before_the_edit(path: Path) -> None:
    with open_store(path, annotator="ann") as store:
        for words, tag in (("Five berths, maybe six", "claim"), ("Maria Kessler told", "quote")):
            at = HERALD.text.index(words)
            store.add(HERALD, [(at, at + len(words))], tag=tag)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("name", PICTURES)
async def test_picture(tmp_path: Path, name: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "cwd", lambda: Path("/news"))
    shown = PICTURES[name]
    articles: Sequence[Article] = (EDITED, TIDEWIRE) if shown.edited else ARTICLES
    if shown.edited:
        _tag_before_the_edit(tmp_path / "annotations.json")
    async with opened(tmp_path, size, articles=articles, first_start=shown.first_start) as room:
        await room.press(*shown.keys)
        assert type(room.room.overlays.dialog or room.room.overlays.view) is shown.kind
        looks = [await _looking(room, look) for look in LOOKS]
    texts = {look.partition(STYLES)[0] for look in looks}
    assert len(texts) == 1, "colours change no text"
    golden(f"{name}-{size[0]}x{size[1]}", texts.pop())
    styles = zip(LOOKS, (look.partition(STYLES)[2] for look in looks), strict=True)
    golden(f"{name}-{size[0]}x{size[1]}-styles", "\n".join(f"{look}\n{style}" for look, style in styles))


async def _looking(room: Opened, look: str) -> str:
    """Return the picture in one of the looks, everything saved: what stands there, and the styles."""
    room.app.theme, room.app.no_color = LOOKS[look], LOOKS[look] == COLOURLESS
    room.room.retheme()
    if room.room.desk.store is not None:
        room.room.desk.store.sync()
    room.room.update_bars()
    await room.pilot.pause()
    return room.picture_of_overlay() + STYLES + room.styles_of_overlay()


def test_no_view_and_no_dialog_is_without_a_picture() -> None:
    for package in (views, dialogs):
        for module in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
            import_module(module.name)
    shown = {picture.kind for picture in PICTURES.values()}
    assert {kind.__name__ for kind in (*_made_of(View), *_made_of(Dialog)) if kind not in shown} == set()


def _made_of(base: type) -> Iterator[type]:
    """Yield the classes that are made of a base, as far as they are finished."""
    for kind in base.__subclasses__():
        if not inspect.isabstract(kind):
            yield kind
        yield from _made_of(kind)
