"""Placing a tag anew: the words are selected with the room's own keys, enter takes them."""

from typing import TYPE_CHECKING

from annotations.annotation import Annotation
from tui.bars import Hint
from tui.deeds.tagging import with_store
from tui.dialogs import Dialog
from tui.ink import Line, Piece, cut, line

if TYPE_CHECKING:
    from annotations.store import Store
    from tui.room import Room


class Placing(Dialog):
    """Waits for a selection; all keys but enter and escape mean what they mean in the room."""

    most = 2
    hints = (Hint("enter", "place it on the selection"), Hint("escape", "leave it"))

    def __init__(self, room: "Room", annotation: Annotation, words: str) -> None:
        """Ask where an annotation belongs.

        Args:
            room: The room.
            annotation: The moved or orphaned annotation.
            words: What was tagged.
        """
        super().__init__(room)
        self.annotation, self.words = annotation, words

    def rows(self, width: int, height: int) -> list[Line]:
        """Return what was tagged."""
        told = line(" ", Piece("place anew", "strong"), Piece("  select the words that the tag belongs to", "muted"))
        was = line(" ", Piece(f"{self.annotation.tag}: ", "muted"), f"“{self.words}”")
        return [cut(row, width) for row in (told, was)][-height:]

    def press(self, key: str, character: str | None) -> bool:
        """Place it, leave it, or let the room have the key."""
        if key == "escape":
            self.leave()
        elif key == "enter" and self.room.pane.place.selection is not None:
            self._place(self.room.pane.place.selection.span)
        elif key == "enter":
            self.room.say("nothing is selected yet")
        else:
            return False
        return True

    def _place(self, span: tuple[int, int]) -> None:
        pane = self.room.pane

        def change(store: "Store") -> None:
            after = store.update(self.annotation.id, spans=[span], article=pane.article)
            self.room.desk.note(self.annotation, after)
            pane.select(None)
            self.room.changed()
            self.room.say(f"{after.tag} placed anew")

        self.leave()
        with_store(self.room, change)
