"""The room: the main screen. It arranges the panes, turns keys into deeds, and keeps header, strip and footer true."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen

from articles.article import Span
from articles.shelf import Shelf
from tui import bars
from tui.arrangement import Arrangement, is_small, widths
from tui.board import Board
from tui.deeds import deed_of
from tui.desk import Desk
from tui.keymap import keymap
from tui.layers import Mark
from tui.loading import StoryRead, Suggested, read_story_aside, suggest_aside
from tui.pane import Pane, Place
from tui.settings import Settings
from tui.strip import LEAST, MOST, strip_rows
from tui.themes import Inks, colours_of

if TYPE_CHECKING:
    from annotations.store import Store

LOOK_ROUND = 1.0
"""Seconds between two looks at what other processes wrote into the store."""
AFTER_PAINT = 0.05
"""Seconds after the first picture before the store is opened and quotes are looked for."""
SUGGEST_AFTER = 0.3
"""Seconds of quiet after a change before suggestions are made anew."""

FOOTER = (
    *(("next-quote previous-quote", "quote"), ("select-word select-sentence select-paragraph", "select")),
    *(("claim", "claim"), ("quote", "quote"), ("boilerplate", "boilerplate"), ("same-everywhere", "everywhere")),
    *(("accept reject", "suggestion"), ("compare", "compare"), ("coverage", "coverage"), ("undo", "undo")),
    ("search", "search"),
)
"""What the footer offers, by the actions' names, in the order of its worth."""


class Room(Screen[None], inherit_bindings=False):
    """The main screen."""

    def __init__(
        self,
        shelf: Shelf,
        open_store: Callable[[], "Store"],
        settings: Settings,
        *,
        story_name: str,
        notices: Sequence[str] = (),
    ) -> None:
        """Prepare the room; `tui.app.run` says what the arguments are."""
        super().__init__()
        self.settings, self.story_name, self._open_store = settings, story_name, open_store
        self.desk = Desk(shelf, settings.tags, changed=self._mark_changed)
        self.arrangement = Arrangement(len(shelf))
        self.places: dict[int, Place] = {}
        self.keys = keymap(settings.keys)
        self.width_of_text = settings.text_width
        self.linked = False
        """Whether the panes scroll together."""
        self.failure: Exception | None = None
        """What opening the store raised."""
        self._panes: list[Pane] = []
        self._notices = [*settings.warnings, *self.keys.clashes, *notices]
        self._said: tuple[str, bool] | None = None
        self._waiting: list[str] = []

    # Building

    def compose(self) -> ComposeResult:
        """Make the widgets, the panes as many as the screen holds."""
        app = self.app
        self.inks = Inks(colours_of(app.current_theme), self.desk.tags, plain=app.no_color)
        self.header = Board(self.inks, "surface", "header")
        self.strip = Board(self.inks, "surface", "strip")
        self.footer = Board(self.inks, "ground", "footer")
        self._row = Horizontal(*self._new_panes(self.arrangement.count(app.size.width)), id="panes")
        self.rearrange()
        yield from (self.header, self._row, self.strip, self.footer)

    def _new_panes(self, number: int) -> list[Pane]:
        panes = [Pane(self.desk, self.inks, self.width_of_text, self.settings.line_spacing) for _ in range(number)]
        self._panes += panes
        return panes

    def on_mount(self) -> None:
        """Go on after the first picture."""
        self.call_after_refresh(self.set_timer, AFTER_PAINT, self._painted)

    def _painted(self) -> None:
        self.store_opened()
        read_story_aside(self.desk, self)
        self.set_interval(LOOK_ROUND, self._look_round)

    def rearrange(self) -> None:
        """Put the articles into the panes and the panes on the screen."""
        width, height = self.app.size
        slots, small = self.arrangement.in_view(width), is_small(width, height)
        if len(slots) > len(self._panes):
            self._row.mount_all(self._new_panes(len(slots) - len(self._panes)))
        for position, pane in enumerate(self._panes):
            pane.set_class(position >= len(slots), "hidden")
        self.panes = self._panes[: len(slots)]
        for pane, slot, share in zip(self.panes, slots, widths(width, len(slots)), strict=True):
            pane.ruled, pane.titled, pane.active = slot != slots[0], not small, slot == self.arrangement.active
            pane.styles.width = share
            number = self.arrangement.shown[slot]
            pane.most = self.width_of_text
            pane.show(number, self.places.setdefault(number, Place()))
        self.pane = next(pane for pane in self.panes if pane.active)
        self.header.set_class(small, "hidden")
        self.strip.set_class(small, "hidden")
        self.update_bars()

    def on_resize(self, event: events.Resize) -> None:
        """Arrange anew; every pane keeps its place in the text."""
        self.rearrange()

    # Keys

    def on_key(self, event: events.Key) -> None:
        """Do what the key means."""
        name = self.keys.action(event.key, event.character)
        if name is None:
            return
        event.stop()
        event.prevent_default()
        self.unsay()
        if self._waiting:
            self._wait(name)
        else:
            self.perform(name)

    def perform(self, name: str) -> None:
        """Perform an action of the table by its name; one that nobody has a deed for has no effect."""
        deed = deed_of(name)
        if deed is not None:
            deed(self)

    def needs_story(self, name: str) -> bool:
        """Tell whether an action must wait for the quotes; if so it is done, and what follows it, once they are there."""
        if self.desk.story is not None or self._looked:
            return False
        self._waiting.append(name)
        self.say("looking for quotes …")
        return True

    _looked = False
    """Whether looking for quotes has ended, be it in vain."""

    def _wait(self, name: str) -> None:
        if name in ("quit", "clear") and self._waiting[-1] == name:
            self._waiting.clear()
            self.perform(name)
        else:
            self._waiting.append(name)

    # What comes while one reads

    def on_story_read(self, message: StoryRead) -> None:
        """Show the quotes that were found, and do what was waiting for them."""
        self._looked = True
        if message.story is None:
            self.say("the quotes could not be looked for", error=True)
        else:
            self.desk.take_story(message.story)
            self.suggest_soon()
        waiting, self._waiting = self._waiting, []
        for name in waiting:
            self.perform(name)
        self.moved()

    def suggest_soon(self) -> None:
        """Make suggestions anew, once it is quiet."""

    def on_suggested(self, message: Suggested) -> None:
        """Show suggestions."""
        self.desk.take_suggestions(message.suggestions)
        self.update_bars()

    def _look_round(self) -> None:
        """Take in what other processes wrote."""
        store = self.desk.store
        if store is not None and (store.refresh() or store.version >= 0):
            self.desk.refresh()
            self.update_bars()

    def store_opened(self) -> "Store | None":
        """Return the store, opened at the first call; None where it was refused: then the room ends."""
        if self.desk.store is None and self.failure is None:
            try:
                self.desk.take_store(self._open_store())
            except Exception as error:  # noqa: BLE001 - raised again where `run` was called
                self.failure = error
                self.app.exit(1)
            self.update_bars()
        return self.desk.store

    def close(self) -> int:
        """Close the store; return the exit status: 5 if something could not be written."""
        store = self.desk.store
        if store is None:
            return 0
        store.close()
        return 5 if store.state == "unsaved" else 0

    def _mark_changed(self, article: str, mark: Mark, number: int) -> None:
        for pane in self._panes:
            if pane.is_attached and pane.article.id == article:
                pane.remark(mark, number)

    # Going places

    def set_current(self, group: str | None) -> None:
        """Make a shared quote the current one, in every pane."""
        before, self.desk.current = self.desk.current, group
        if before == group:
            return
        for pane in self.panes:
            for quote in filter(None, (self.desk.group(before), self.desk.group(group))):
                pane.repaint((m.start, m.end) for m in quote.members if m.article == pane.article.id)

    def go_to(self, article: str, span: tuple[int, int]) -> None:
        """Go to a stretch of an article: its pane, or the active one if it has none."""
        self.arrangement.show(self.desk.ids.index(article))
        self.rearrange()
        self.pane.move(span[0])
        self.pane.reveal(Span(*span))

    def scroll(self, pane: Pane, rows: int) -> None:
        """Scroll a pane."""
        pane.scroll_rows_to(pane.top + rows)

    def on_pane_scrolled(self, message: Pane.Scrolled) -> None:
        """Scroll the pane under the wheel."""
        self.scroll(message.pane, message.rows)

    def on_pane_wanted(self, message: Pane.Wanted) -> None:
        """Make the pane that was clicked the active one."""
        self.activate(message.pane)

    def activate(self, pane: Pane) -> None:
        """Send the keys to a pane in view."""
        if pane is not self.pane:
            self.arrangement.show(pane.number)
            self.pane.active, pane.active = False, True
            for one in (self.pane, pane):
                one.redraw()
            self.pane = pane
            self.moved()

    def on_pane_moved(self, message: Pane.Moved) -> None:
        """Follow the cursor."""
        if message.pane is self.pane:
            self.moved()

    def moved(self) -> None:
        """Bring what depends on the cursor up to date."""
        group = self.desk.group_at(self.pane.article.id, self.pane.cursor)
        if group is not None:
            self.set_current(group.id)
        self.update_bars()

    # Bars

    def say(self, text: str, *, error: bool = False) -> None:
        """Say something in the footer's place, until the next key."""
        self._said = (text, error)
        self.update_bars()

    def unsay(self) -> None:
        """Let the footer come back."""
        self._said = None

    def update_bars(self) -> None:
        """Bring header, strip and footer up to date; what stays the same is not drawn again."""
        width, height = self.app.size
        self.header.show([bars.header(self.story_name, self._articles_in_words(), self._figures(), width)])
        rows = strip_rows(self.desk, width, MOST if height > 24 else LEAST)
        self.strip.styles.height = max(len(rows), LEAST + 1)
        self.strip.show(rows)
        self.footer.show([self._footer(width)])

    def _articles_in_words(self) -> str:
        number = len(self.desk.ids)
        if len(self.panes) == 1 and number > 1:
            return f"{self.pane.number + 1} of {number}"
        return f"{number} article{'' if number == 1 else 's'}"

    def _figures(self) -> bars.Figures:
        counts = [(tag.name, tag.letter, self.desk.counts[tag.name]) for tag in self.desk.tags]
        store, left = self.desk.store, self.desk.suggestions
        state = "" if store is None else "read-only" if store.read_only else store.state
        return bars.Figures(counts, None if left is None else len(left), state)

    def _footer(self, width: int) -> bars.Line:
        always = bars.Hint(self.keys.first("help") or self.keys.first("quit"), "all keys")
        if self._said is not None:
            return bars.notice(self._said[0], always, width, error=self._said[1])
        hints = []
        for names, label in FOOTER:
            keys = " ".join(filter(None, map(self.keys.first, names.split())))
            if keys:
                hints.append(bars.Hint(keys, label))
        return bars.footer(hints, always, width)
