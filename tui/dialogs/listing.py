"""Choosing from a list: typing filters, the arrows choose, enter takes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len

from tui.bars import Hint
from tui.dialogs import Dialog
from tui.field import Field
from tui.ink import BLANK, Line, Piece, cut, fitted, line, spread, width_of
from tui.matching import matching
from tui.page import lit

if TYPE_CHECKING:
    from tui.room import Room

_STEPS = {"down": 1, "up": -1, "ctrl+n": 1, "ctrl+p": -1, "pagedown": 8, "pageup": -8, "ctrl+j": 1}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list."""

    label: str
    """Its name; also what the filter looks at, with `more`."""
    more: str = ""
    """Quiet words behind it."""
    right: str = ""
    """What stands at the right edge: keys, a count."""
    value: Any = None
    sign: Line = ()
    """What stands before it, two cells wide: a tag's letter."""


class Listing(Dialog):
    """A list with a field that filters it."""

    most = 16
    hints: Sequence[Hint] = (Hint("enter", "choose"), Hint("up down", "move"), Hint("escape", "leave"))

    def __init__(
        self,
        room: "Room",
        title: str,
        entries: Sequence[Entry],
        done: Callable[[Entry], None],
        *,
        chosen: int = 0,
        typed: Callable[[str], Entry | None] | None = None,
    ) -> None:
        """Prepare the list.

        Args:
            room: The room.
            title: What is chosen.
            entries: What there is.
            done: Called with the chosen entry; the dialog is closed before.
            chosen: Number of the entry that is chosen at first.
            typed: Returns an entry made of what was typed itself, or None.
        """
        super().__init__(room)
        self.title, self.entries, self.done, self.typed = title, entries, done, typed
        self.field = Field(most=200)
        self.chosen = chosen
        self.first = 0
        self.shown = list(entries)

    def rows(self, width: int, height: int) -> list[Line]:
        """Return the field and the part of the list around the chosen entry."""
        head = line(" ", Piece(self.title + " ", "strong"), *self.field.rows(max(width - len(self.title) - 4, 1))[0])
        count = line(Piece(f"{len(self.shown)} of {len(self.entries)} ", "muted"))
        rows: list[Line] = [spread(head, count, width) if width >= 40 else cut(head, width)]
        room = height - 1
        self.first = max(0, min(self.first, self.chosen, len(self.shown) - room), self.chosen - room + 1)
        for number, entry in enumerate(self.shown[self.first : self.first + room], self.first):
            row = self._entry(entry, width)
            rows.append(lit(row, width) if number == self.chosen else row)
        if not self.shown and room > 0:
            rows.append(line("   ", Piece("nothing fits", "muted")))
        return rows if len(rows) >= min(height, 4) else [*rows, *[BLANK] * (min(height, 4) - len(rows))]

    def _entry(self, entry: Entry, width: int) -> Line:
        right = line(Piece(f"  {entry.right} ", "key")) if entry.right else (Piece(" "),)
        sign = entry.sign or (Piece("  "),)
        if width < 60 or not entry.more:
            return spread(line(" ", *sign, " ", entry.label), right, width)
        widest = max(cell_len(one.label) for one in self.shown)
        name = fitted(entry.label, min(widest, width // 2))
        left = line(" ", *sign, " ", name, "  ")
        more = fitted(entry.more, max(width - width_of(left) - width_of(right) - 2, 1)).rstrip()
        return spread((*left, Piece(more, "muted")), right, width)

    def press(self, key: str, character: str | None) -> bool:
        """Filter, move, choose, or leave."""
        if key == "escape":
            self.leave()
        elif key == "enter":
            self._take()
        elif key in _STEPS:
            self.scroll(_STEPS[key])
        elif self.field.press(key, character):
            self.filter()
        return True

    def click(self, y: int, *, twice: bool) -> None:
        """Choose the entry on a row; take it at the second click."""
        number = self.first + y - 1
        if y > 0 and number < len(self.shown):
            self.chosen = number
            if twice:
                self._take()

    def scroll(self, lines: int) -> None:
        """Choose an entry further on."""
        self.chosen = max(0, min(self.chosen + lines, len(self.shown) - 1))

    def paste(self, text: str) -> None:
        """Filter by pasted text."""
        self.field.put(text)
        self.filter()

    def searched(self, entry: Entry) -> str:
        """Return what the filter looks at."""
        return f"{entry.label} {entry.more} {entry.right}"

    def filter(self) -> None:
        """Bring the list to what is typed."""
        typed = self.field.text
        found = matching(typed, self.entries, self.searched)
        self.shown = sorted(found, key=lambda entry: entry.label != typed)
        made = self.typed(self.field.text) if self.typed else None
        if made is not None:
            self.shown.append(made)
        self.chosen = 0

    def _take(self) -> None:
        if self.shown:
            entry = self.shown[self.chosen]
            self.leave()
            self.done(entry)
