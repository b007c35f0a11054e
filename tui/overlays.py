"""Overlays: the view in the place of the panes, and the dialog in the place of strip or footer. At most one of each."""

from typing import TYPE_CHECKING

from textual import events

from tui.bars import Hint, footer
from tui.board import Board
from tui.ink import BLANK, Line
from tui.keymap import Keymap, keymap

if TYPE_CHECKING:
    from tui.dialogs import Dialog
    from tui.room import Room
    from tui.views import View

WHEEL = 3
"""Rows that a turn of the wheel scrolls."""
_LEFT = 4
"""Rows that a dialog leaves to header, text and footer, where the screen has them."""


class Overlay(Board):
    """The board of a view or dialog; it also takes clicks and the wheel."""

    overlays: "Overlays"

    def on_click(self, event: events.Click) -> None:
        """Choose what is clicked; a second click takes it."""
        event.stop()
        self.overlays.clicked(self, event.y, twice=event.chain > 1)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        event.stop()
        self.overlays.wheel(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        self.overlays.wheel(-WHEEL)


class Overlays:
    """What lies over the room."""

    def __init__(self, room: "Room") -> None:
        """Make the two boards; the room composes them, hidden."""
        self.room = room
        self.view: View | None = None
        self.dialog: Dialog | None = None
        self.view_board = Overlay(room.inks, "ground", "view")
        self.drawer = Overlay(room.inks, "surface", "drawer")
        for board in (self.view_board, self.drawer):
            board.overlays = self
            board.add_class("hidden")
        self._keymaps: dict[str, Keymap] = {}
        self._placed = (-1, -1)

    # Opening and closing

    def show(self, view: "View") -> None:
        """Open a view in the place of the panes."""
        self.view = view
        self.room.rearrange()

    def ask(self, dialog: "Dialog") -> None:
        """Open a dialog."""
        self.dialog = dialog
        self.room.rearrange()
        self.room.call_after_refresh(self.keep_cursor_in_view)

    def close_view(self) -> None:
        """Go back to the panes."""
        self.view = None
        self.room.rearrange()

    def close_dialog(self) -> None:
        """Close the dialog."""
        self.dialog = None
        self.room.rearrange()

    def finish(self) -> None:
        """Keep what is being typed, as far as it is work: the program ends."""
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.finish()

    def keep_cursor_in_view(self) -> None:
        """Scroll the active pane where the dialog would cover its cursor."""
        if self.view is None:
            self.room.pane.reveal(self.room.pane.word)

    def keys_of_view(self) -> Keymap:
        """Return the key map of the open view."""
        kind = self.view.kind if self.view else "room"
        if kind not in self._keymaps:
            self._keymaps[kind] = keymap(self.room.settings.keys, kind)
        return self._keymaps[kind]

    # Keys and mouse

    def key(self, event: events.Key) -> bool:
        """Take a key; return False for one that means what it means in the room."""
        if self.dialog is not None:
            self.room.unsay()
            if self._quits(event):
                self.finish()
                self.room.perform("quit")
                return True
            if self.dialog.press(event.key, event.character):
                self.room.update_bars()
                return True
        if self.view is None:
            return self._ends_search(event)
        name = self.keys_of_view().action(event.key, event.character)
        if name is not None:
            self.room.unsay()
            self.perform(name)
        return True

    def _quits(self, event: events.Key) -> bool:
        """Tell whether a key quits also within a dialog: one that is no text."""
        is_text = event.character is not None and event.character.isprintable()
        return not is_text and self.room.keys.action(event.key, event.character) == "quit"

    def _ends_search(self, event: events.Key) -> bool:
        """Take away the marks of a search: that is the first thing that going back means."""
        room = self.room
        if room.keys.action(event.key, event.character) != "clear" or "finder" not in vars(room):
            return False
        if not room.finder.is_shown:
            return False
        room.finder.clear()
        room.unsay()
        room.update_bars()
        return True

    def greet(self) -> None:
        """Show the hint of the first start, once."""
        if self.room.remembering.is_first_start() and not self.is_open:
            from tui.dialogs.hint import FirstHint

            self.ask(FirstHint(self.room))

    def perform(self, name: str) -> None:
        """Perform an action in the open view, or as the room does."""
        view = self.view
        if name == "clear":
            self.close_view()
        elif view is None or not view.perform(name):
            self.room.perform(name)
            if view is self.view and view is not None:
                view.rewrite()
        self.room.update_bars()

    def paste(self, text: str) -> None:
        """Take pasted text; without a dialog it has no use."""
        if self.dialog is not None:
            self.dialog.paste(text)
            self.room.update_bars()

    def clicked(self, board: Overlay, y: int, *, twice: bool) -> None:
        """Choose what a row of the dialog or the view shows; take it at the second click."""
        if self.dialog is not None and (board is self.drawer or self.dialog.fills):
            self.dialog.click(y, twice=twice)
        elif self.view is not None and (item := self.view.item_at(y)) is not None:
            self.view.choose(item)
            if twice:
                self.view.perform("go-there")
        self.room.update_bars()

    def wheel(self, lines: int) -> None:
        """Scroll the dialog or the view."""
        if self.dialog is not None:
            self.dialog.scroll(lines)
        elif self.view is not None:
            self.view.scroll(lines)
        self.room.update_bars()

    # Drawing

    def update(self, width: int, place: range, strip: int) -> None:
        """Draw what is open.

        Args:
            width: Cells of the screen.
            place: The rows of the screen between header and footer.
            strip: Rows of the counterpart strip, whose place a dialog takes.
        """
        height = len(place)
        filled = self.dialog is not None and self.dialog.fills
        rows = [] if filled else self._dialog_rows(width, height, strip)
        self.drawer.set_class(not rows, "hidden")
        if rows and len(rows) != len(self.drawer.rows):
            self.drawer.styles.height = len(rows)
        self.drawer.show(rows)
        self.view_board.set_class(not self.covers_panes, "hidden")
        if self.covers_panes:
            self._draw_view(width, place.start, max(height - len(rows), 1))

    def _draw_view(self, width: int, top: int, height: int) -> None:
        """Draw the view, or the dialog that fills its place, over the panes: these keep their sizes."""
        if (top, height) != self._placed:
            self._placed = (top, height)
            self.view_board.styles.offset = (0, top)
            self.view_board.styles.height = height
        source = self.dialog if self.dialog is not None and self.dialog.fills else self.view
        if source is not None:
            self.view_board.show(source.rows(width, height))

    def _dialog_rows(self, width: int, height: int, strip: int) -> list[Line]:
        """Return the dialog's lines; a small one fills the place of the strip, so that the text does not move."""
        if self.dialog is None:
            return []
        room = max(1, min(self.dialog.most, height - _LEFT if height > _LEFT + 1 else height - 1))
        rows = self.dialog.rows(width, room)
        return [*rows, *[BLANK] * (strip - len(rows))] if rows else []

    @property
    def covers_strip(self) -> bool:
        """Whether the strip's place is taken."""
        return self.dialog is not None and self.dialog.most > 0 and not self.dialog.fills

    @property
    def covers_panes(self) -> bool:
        """Whether the place of the panes is taken."""
        return self.view is not None or (self.dialog is not None and self.dialog.fills)

    @property
    def is_open(self) -> bool:
        """Whether a view or a dialog is open."""
        return self.view is not None or self.dialog is not None

    def prompt(self, width: int) -> Line | None:
        """Return the line of a dialog that is asked in the footer's place."""
        return self.dialog.footer(width) if self.dialog is not None else None

    def footer(self, width: int) -> Line | None:
        """Return the footer of what is open; None where nothing is."""
        if self.dialog is not None:
            *hints, last = self.dialog.hints
            return footer(hints, last, width)
        if self.view is None:
            return None
        keys = self.keys_of_view()
        *hints, back = self.view.hints()
        return footer(hints, Hint(keys.first("help") or keys.first("quit"), "all keys"), width, back=back)
