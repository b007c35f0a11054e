"""Asking for one text: a title, a field, and what fits it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.bars import Hint
from tui.dialogs import Dialog
from tui.field import Field
from tui.ink import Line, Piece, cut, fitted, folded, line
from tui.matching import matching

if TYPE_CHECKING:
    from tui.room import Room

_NEW_LINE = ("ctrl+j", "alt+enter", "shift+enter")
_PROPOSALS = 9
"""Proposals that are shown at most."""
WARNING_ROWS = 3
"""Rows of a warning that are shown at most."""


class Ask(Dialog):
    """Asks for a text; enter takes it, tab takes the first proposal."""

    verb = "keep"
    """What enter does with the text, for the footer."""

    def __init__(
        self,
        room: "Room",
        title: str,
        done: Callable[[str], None],
        *,
        text: str = "",
        proposals: Sequence[str] = (),
        keeps_lines: bool = False,
        rows: int = 1,
        hint: str = "",
        is_work: bool = False,
    ) -> None:
        """Prepare the question.

        Args:
            room: The room.
            title: What is asked.
            done: Called with the text; the dialog is closed before.
            text: What is there already.
            proposals: What could be meant; those that fit what is typed are shown, and tab takes the first.
            keeps_lines: Whether pasted line ends stay.
            rows: Rows of the field, at most.
            hint: A quiet word beside the title.
            is_work: Whether it is kept when the program is left meanwhile.
        """
        super().__init__(room)
        self.title, self.done, self.proposals, self.hint = title, done, proposals, hint
        self.start = text
        self.field = Field(text, len(text), keeps_lines=keeps_lines)
        self.field_rows, self.is_work = rows, is_work
        self.warning = ""
        self.most = 1 + rows + bool(proposals)

    @property
    def hints(self) -> Sequence[Hint]:  # type: ignore[override]
        """What the footer offers."""
        tab = (Hint("tab", "complete"),) if self.proposals else ()
        row = (Hint("ctrl+j", "new line"),) if self.field.keeps_lines else ()
        return (Hint("enter", self.verb), *tab, *row, Hint("escape", "leave"))

    def rows(self, width: int, height: int) -> list[Line]:
        """Return title, field and proposals, as many as there is room for; the field always."""
        below = self._warning_below(width, height - 1)
        titled, proposing = height > 1 + len(below), bool(self.proposals) and height > 2
        room = max(height - titled - len(below) - proposing, 1)
        field = [(Piece(" "), *row) for row in self.field.rows(max(width - 2, 1), min(room, self.field_rows))]
        rows = [*([self._titled(width, warned=bool(below))] if titled else []), *field, *below]
        if proposing:
            rows.append(self._proposals())
        return [cut(row, width) for row in rows[:height]]

    def _titled(self, width: int, *, warned: bool) -> Line:
        """Return the title, and beside it the warning, unless it stands below already, or the hint."""
        told, style = (self.warning, "notice") if self.warning and not warned else (self.hint, "muted")
        beside = fitted(told, self._beside(width)).rstrip()
        return line(" ", Piece(self.title, "strong"), Piece(f"  {beside}", style))

    def _beside(self, width: int) -> int:
        """Return the cells beside the title."""
        return max(width - cell_len(self.title) - 4, 0)

    def _warning_below(self, width: int, most: int) -> list[Line]:
        """Return the rows of a warning that is too long for the place beside the title."""
        if most < 1 or cell_len(self.warning) <= self._beside(width):
            return []
        rows = folded(self.warning, max(width - 2, 2), min(most, WARNING_ROWS))
        return [line(" ", Piece(row, "notice")) for row in rows]

    def _proposals(self) -> Line:
        first, *others = self.fitting() or [""]
        if not first:
            return ()
        quiet = [piece for proposal in others for piece in (Piece("   "), Piece(proposal, "muted"))]
        return line(" ", Piece("tab ", "key"), first, *quiet)

    def fitting(self) -> list[str]:
        """Return the proposals that fit what is typed; all of them as long as nothing was."""
        if self.field.text == self.start:
            return [proposal for proposal in self.proposals if proposal != self.start][:_PROPOSALS]
        return matching(self.field.text, self.proposals, lambda proposal: proposal)[:_PROPOSALS]

    def press(self, key: str, character: str | None) -> bool:
        """Edit, complete, keep, or leave."""
        if key == "escape":
            self.leave()
        elif key == "enter":
            self.leave()
            self.done(self.field.text)
        elif key in _NEW_LINE and self.field.keeps_lines:
            self.field.put("\n")
        elif key == "tab" and self.fitting():
            self.field.text = self.fitting()[0]
            self.field.at = len(self.field.text)
        else:
            self.warning = ""
            self.field.press(key, character)
        return True

    def finish(self) -> None:
        """Keep a note or a speaker that was being typed."""
        if self.is_work and self.field.text != self.start:
            self.done(self.field.text)

    def paste(self, text: str) -> None:
        """Put pasted text in; what is too long is cut and told."""
        if not self.field.put(text):
            self.warning = f"cut after {self.field.most:,} characters"
