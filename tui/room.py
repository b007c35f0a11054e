"""The room: the main screen. It arranges the panes, turns keys into deeds, and keeps header, strip and footer true."""

import gc
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen

from annotations.errors import StoreError, UnsavedError
from articles.errors import ArticleError
from articles.shelf import Shelf
from tui.arrangement import Arrangement, is_small, widths
from tui.board import Board
from tui.chrome import Chrome
from tui.deeds import deed_of
from tui.desk import Desk
from tui.keymap import keymap
from tui.layers import Mark
from tui.loading import Anchored, Loading, StoryRead, Suggested
from tui.memory import Memory
from tui.overlays import Overlays
from tui.pane import Pane, Place
from tui.remembering import Remembering
from tui.settings import Settings
from tui.themes import Inks, colours_of

if TYPE_CHECKING:
    from annotations.annotation import Annotation
    from annotations.store import Store
    from quotes.model import Suggestion
    from tui.finder import Finder

LOOK_ROUND = 1.0
"""Seconds between two looks at what other processes wrote into the store."""
UNSAVED = 5
"""The exit status when tags could not be written."""
AFTER_PAINT = 0.05
"""Seconds after the first picture before the store is opened and quotes are looked for."""


class Room(Screen[None], inherit_bindings=False):
    """The main screen."""

    def __init__(
        self,
        shelf: Shelf,
        open_store: "Callable[[], Store]",
        settings: Settings,
        *,
        story_name: str,
        notices: Sequence[str] = (),
        refusal: type[Exception] = StoreError,
    ) -> None:
        """Prepare the room; `tui.app.run` says what the arguments are."""
        super().__init__()
        self.settings, self.story_name = settings, story_name
        self.desk = Desk(shelf, settings.tags, changed=self._mark_changed)
        self.intake = Loading(self, open_store, refusal)
        self.arrangement = Arrangement(len(shelf))
        self.places: dict[int, Place] = {}
        """Where one is in each article that was looked at."""
        self.keys = keymap(settings.keys)
        self.width_of_text = settings.text_width
        self.linked = False
        """Whether the panes scroll together."""
        self.just_tagged: str | None = None
        """Id of the annotation that was made last: the same key takes it off again."""
        self.visited: tuple[str, int, str] | None = None
        """The annotation that was made or gone to last: article, cursor, id."""
        self.wanted_annotation: Callable[[Annotation], bool] = _every
        """Which annotations going from one to the next stops at."""
        self._performing = 0
        self.painted = False
        """Whether the first picture is on the screen."""
        self._panes: list[Pane] = []
        self._notices = [*settings.warnings, *self.keys.clashes, *notices]
        self.remembering = Remembering(self, Memory())
        self.remembering.restore()

    # Building

    def compose(self) -> ComposeResult:
        """Make the widgets, the panes as many as the screen holds."""
        app = self.app
        self.inks = Inks(colours_of(app.current_theme), self.desk.tags, plain=app.no_color)
        self.chrome = chrome = Chrome(self, self.inks, self._notices)
        self.overlays = overlays = Overlays(self)
        self._row = Horizontal(*self._new_panes(self.arrangement.count(app.size.width)), id="panes")
        self.rearrange()
        yield from (chrome.header, self._row, overlays.view_board, chrome.strip, overlays.drawer, chrome.footer)

    def _new_panes(self, number: int) -> list[Pane]:
        spacing = self.settings.line_spacing
        panes = [Pane(self, self.desk, self.inks, self.width_of_text, spacing) for _ in range(number)]
        self._panes += panes
        return panes

    def on_mount(self) -> None:
        """Go on after the first picture."""
        self.call_after_refresh(self.set_timer, AFTER_PAINT, self._painted)

    def _painted(self) -> None:
        gc.freeze()  # nothing of what was loaded so far is garbage: do not look at it again and again
        gc.enable()
        self.painted = True
        self.pane.wake()
        self.intake.begin()
        self.overlays.greet()
        self.set_interval(LOOK_ROUND, self._look_round)

    def rearrange(self) -> None:
        """Put the articles into the panes and the panes on the screen; every article keeps its place."""
        width, height = self.app.size
        slots, small = self.arrangement.in_view(width), is_small(width, height)
        if len(slots) > len(self._panes):
            self._row.mount_all(self._new_panes(len(slots) - len(self._panes)))
        self.panes = self._panes[: len(slots)]
        for pane in self._panes:
            pane.set_class(pane not in self.panes, "hidden")
        for pane, slot, share in zip(self.panes, slots, widths(width, len(slots)), strict=True):
            pane.styles.width = share
            pane.ruled, pane.titled, pane.active = slot != slots[0], not small, slot == self.arrangement.active
            self._show(pane, self.arrangement.shown[slot])
        self.pane = next(pane for pane in self.panes if pane.active)
        self.chrome.header.set_class(small, "hidden")
        self.chrome.strip.set_class(small or self.overlays.covers_strip, "hidden")
        self.update_bars()

    def _show(self, pane: Pane, number: int) -> None:
        """Show an article in a pane; one that turns out to be none is said, and its place stays empty."""
        try:
            pane.show(number, self.places.setdefault(number, Place()), self.width_of_text)
        except ArticleError as error:
            self.say(str(error), error=True)

    def on_resize(self, event: events.Resize) -> None:
        """Arrange anew; every pane keeps its place in the text."""
        self.chrome.forget_height()
        followed = [pane for pane in self.panes if self.painted and pane.cursor_in_view]
        self.rearrange()
        for pane in followed:
            self.call_after_refresh(pane.reveal, pane.word)

    def retheme(self) -> None:
        """Draw everything in the colours of the app's present theme and with the present code book."""
        self.inks.__init__(colours_of(self.app.current_theme), self.desk.tags, plain=self.app.no_color)  # type: ignore[misc]
        for pane in self._panes:
            pane.forget()
        for board in self.query(Board):
            board.refresh()

    # Keys

    def on_key(self, event: events.Key) -> None:
        """Do what the key means: in the dialog or view that is open, else in the room."""
        if self.overlays.key(event):
            event.stop()
            event.prevent_default()
            return
        name = self.keys.action(event.key, event.character)
        if self.intake.busy:
            self.intake.wait(event)
            return
        if name is None:
            return
        event.stop()
        event.prevent_default()
        self.unsay()
        self.perform(name)

    def on_paste(self, event: events.Paste) -> None:
        """Give pasted text to the dialog that is open."""
        self.overlays.paste(event.text)

    @cached_property
    def finder(self) -> "Finder":
        """What searches the articles."""
        from tui.finder import Finder

        return Finder(self)

    def perform(self, name: str) -> None:
        """Perform an action of the table by its name; one that nobody has a deed for has no effect."""
        deed = deed_of(name)
        if deed is None:
            return
        self._performing += 1
        try:
            deed(self)
        finally:
            self._performing -= 1
        self.update_bars()

    def needs_story(self, name: str) -> bool:
        """Tell whether an action must wait for the quotes; it is done, and what follows it, once they are there."""
        return self.intake.must_wait(name)

    def needs_suggestions(self, name: str) -> bool:
        """Tell likewise whether an action must wait for the suggestions."""
        return self.intake.must_wait(name, suggestions=True)

    # What comes while one reads

    def on_story_read(self, message: StoryRead) -> None:
        """Show the quotes that were found."""
        self.intake.take_story(message.story)

    def on_anchored(self, message: Anchored) -> None:
        """Show where tags of edited articles stand now, and say that there are some to look at."""
        from tui.changes import to_look_at, told

        self.desk.refresh(always=True)
        store = self.desk.store
        assert store is not None
        self.chrome.tell(filter(None, [told(to_look_at(store.annotations()), self.keys.first("palette"))]))
        self.update_bars()

    def on_suggested(self, message: Suggested) -> None:
        """Show suggestions."""
        self.intake.take_suggestions(message.suggestions, message.version)

    def store_is_there(self, store: "Store") -> None:
        """Say what the store has to say: why it is read-only, what was recovered."""
        reason = [f"read-only: {store.reason}"] if store.read_only else []
        self.chrome.tell([*reason, *store.messages])
        self.update_bars()

    def _look_round(self) -> None:
        """Take in what other processes wrote, and whether everything is saved."""
        store = self.desk.store
        if store is None:
            return
        store.refresh()
        if self.desk.refresh():
            self.intake.suggest_soon()
        self.update_bars()

    def close(self) -> int:
        """Close the store; return the exit status: UNSAVED if something could not be written."""
        self.remembering.keep()
        store = self.desk.store
        if store is None:
            return 0
        try:
            store.close()
        except UnsavedError:
            return UNSAVED
        return 0

    def changed(self) -> None:
        """Bring everything up to date after a change in the store."""
        self.intake.suggest_soon()
        self.update_bars()

    def _mark_changed(self, article: str, mark: Mark, number: int) -> None:
        for pane in self._panes:
            if pane.article.id == article:
                pane.remark(mark, number)

    def annotation_here(self) -> "Annotation | None":
        """Return the annotation that keys for one tag mean, where several meet.

        It is the selected one, else the one that was made or gone to while the cursor stands here, else the innermost.
        """
        desk, pane, selection = self.desk, self.pane, self.pane.place.selection
        selected = desk.annotation(selection.of) if selection is not None and selection.of else None
        under = desk.annotations_at(pane.article.id, pane.cursor)
        stays = self.visited is not None and self.visited[:2] == (pane.article.id, pane.cursor)
        visited = next((one for one in under if stays and self.visited and one.id == self.visited[2]), None)
        return selected or visited or next(iter(under), None)

    # Going places

    def set_current(self, group: str | None) -> None:
        """Make a shared quote the current one, in every pane."""
        before, self.desk.current = self.desk.current, group
        if before == group:
            return
        for quote in filter(None, (self.desk.group(before), self.desk.group(group))):
            for pane in self.panes:
                pane.repaint((m.start, m.end) for m in quote.members if m.article == pane.article.id)

    def set_suggestion(self, suggestion: "Suggestion | None") -> None:
        """Make a suggestion the current one."""
        before, self.desk.suggestion = self.desk.suggestion, suggestion
        for one in filter(None, (before, suggestion)):
            for pane in self.panes:
                if pane.article.id == one.article:
                    pane.repaint(one.spans)

    def go_to(self, article: str, span: tuple[int, int] | None = None) -> None:
        """Go to a stretch of an article, or to where one last was in it: in its pane, or the active one."""
        self.arrangement.show(self.desk.ids.index(article))
        self.rearrange()
        if span is None:
            self.moved()
        else:
            self.pane.arrive(span)

    def scroll(self, pane: Pane, rows: int) -> None:
        """Scroll a pane; where they are linked, the others by their shared quotes."""
        pane.scroll_rows_to(pane.top + rows)
        if self.linked:
            for other in self.panes:
                if other is not pane:
                    other.scroll_offset_to(self.desk.counterpart(pane.article, other.article, pane.place.top))

    def activate(self, pane: Pane) -> None:
        """Send the keys to a pane in view."""
        self.unsay()
        if pane is not self.pane:
            self.arrangement.show(pane.number)
            self.pane.active, pane.active = False, True
            for one in (self.pane, pane):
                one.reactivate()
            self.pane = pane
            self.moved()

    def pane_moved(self, pane: Pane) -> None:
        """Follow the cursor of the active pane."""
        if pane is self.pane:
            self.moved()

    def moved(self) -> None:
        """Bring what depends on the cursor up to date."""
        desk, pane = self.desk, self.pane
        group = desk.group_at(pane.article.id, pane.cursor)
        if group is not None:
            self.set_current(group.id)
        if desk.suggestion is not None and desk.suggestion_at(pane.article.id, pane.cursor) is not desk.suggestion:
            self.set_suggestion(None)
        self.update_bars()

    # Bars

    def say(self, text: str, *, error: bool = False) -> None:
        """Say something in the footer's place, until the next key."""
        self.chrome.say(text, error=error)
        self.update_bars()

    def tell(self, text: str) -> None:
        """Say something that nobody asked for: after what is being said, and not over the hints of a dialog."""
        self.chrome.tell([text])
        self.update_bars()

    def unsay(self) -> None:
        """Let the footer come back, or the next of what there is to say."""
        self.chrome.unsay()

    @property
    def messages(self) -> list[str]:
        """What was said since the start."""
        return self.chrome.messages

    def update_bars(self) -> None:
        """Bring header, strip and footer up to date, once for all that an action does."""
        if self._performing:
            return
        if self.inks.book is not self.desk.tags:
            self.retheme()
        self.remembering.look()
        self.chrome.update()


def _every(_annotation: "Annotation") -> bool:
    return True
