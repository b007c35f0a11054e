"""A field: text that is typed into, on one row or several. Pure: keys go in, lines come out."""

from dataclasses import dataclass
from typing import NamedTuple

from tui.cells import Cluster, cluster_end, cluster_start, clusters
from tui.ink import Line, Piece, line

MOST = 4_000
"""Characters that a field takes; of more, the beginning is kept."""


@dataclass
class Field:
    """Text and a caret; the caret never stands within a character that a reader takes for one."""

    text: str = ""
    at: int = 0
    """The caret: code points."""
    most: int = MOST
    keeps_lines: bool = False
    """Whether line ends may stand in it; else they become blanks."""

    def press(self, key: str, character: str | None) -> bool:
        """Take a key; return whether the field has a use for it."""
        edit = _EDITS.get(key)
        if edit is not None:
            edit(self)
            return True
        if character is not None and character.isprintable() and len(character) == 1:
            return self.put(character) or True
        return False

    def put(self, text: str) -> bool:
        """Put text at the caret; return whether all of it found room."""
        clean = self._clean(text[: self.most * 2])
        fits = clean[: max(self.most - len(self.text), 0)]
        self.text = self.text[: self.at] + fits + self.text[self.at :]
        self.at = cluster_end(self.text, self.at + len(fits))
        return len(fits) == len(clean) and len(text) <= self.most * 2

    def _clean(self, text: str) -> str:
        """Return pasted text without control characters."""
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        end = "\n" if self.keeps_lines else " "
        signs = (end if sign == "\n" else " " if sign == "\t" else sign for sign in text)
        return "".join(sign for sign in signs if sign == "\n" or sign.isprintable() or sign in _JOINERS)

    def left(self) -> None:
        """Go one character to the left."""
        self.at = cluster_start(self.text, max(self.at - 1, 0))

    def right(self) -> None:
        """Go one character to the right."""
        self.at = cluster_end(self.text, min(self.at + 1, len(self.text)))

    def word_left(self) -> None:
        """Go to the beginning of the word."""
        before = self.text[: self.at].rstrip()
        self.at = cluster_start(self.text, max(before.rfind(" "), before.rfind("\n")) + 1)

    def word_right(self) -> None:
        """Go behind the word."""
        rest = self.text[self.at :]
        blanks = len(rest) - len(rest.lstrip())
        ends = [at for at in (rest.find(" ", blanks), rest.find("\n", blanks)) if at >= 0]
        self.at = cluster_end(self.text, self.at + min(ends)) if ends else len(self.text)

    def home(self) -> None:
        """Go to the beginning of the row."""
        self.at = cluster_start(self.text, self.text.rfind("\n", 0, self.at) + 1)

    def end(self) -> None:
        """Go to the end of the row."""
        end = self.text.find("\n", self.at)
        self.at = cluster_end(self.text, end) if end >= 0 else len(self.text)

    def backspace(self) -> None:
        """Take out the character before the caret."""
        end = self.at
        self.left()
        self._cut(end)

    def delete(self) -> None:
        """Take out the character behind the caret."""
        start = self.at
        self.right()
        end, self.at = self.at, start
        self._cut(end)

    def word_back(self) -> None:
        """Take out what stands before the caret, back to the beginning of the word."""
        end = self.at
        self.word_left()
        self._cut(end)

    def all_back(self) -> None:
        """Take out everything before the caret."""
        end, self.at = self.at, 0
        self._cut(end)

    def all_after(self) -> None:
        """Take out everything behind the caret."""
        self.text = self.text[: self.at]

    def _cut(self, end: int) -> None:
        self.text = self.text[: self.at] + self.text[end:]
        self.at = cluster_start(self.text, self.at)

    def rows(self, width: int, height: int = 1) -> list[Line]:
        """Return the part around the caret as lines, the caret shown.

        Args:
            width: Cells; at least one.
            height: Rows at most. On one row the text is shifted, on several it is broken.
        """
        cells = [_Cell(c.start, *_drawn(self.text, c)) for c in clusters(self.text, 0, len(self.text))]
        cells.append(_Cell(len(self.text), " ", 1))
        rows = _broken(cells, width) if height > 1 else [_shifted(cells, self.at, width)]
        caret = next((n for n, row in enumerate(rows) if any(cell.start == self.at for cell in row)), len(rows) - 1)
        first = max(0, min(caret - height // 2, len(rows) - height))
        return [self._line(row) for row in rows[first : first + height]]

    def _line(self, row: "list[_Cell]") -> Line:
        before = "".join(cell.shown for cell in row if cell.start < self.at)
        here = "".join(cell.shown for cell in row if cell.start == self.at)
        behind = "".join(cell.shown for cell in row if cell.start > self.at)
        return line(Piece(before), *([Piece(here, "caret")] if here else []), Piece(behind))


_JOINERS = "\u200c\u200d\ufe0f"
_EDITS = {
    "left": Field.left,
    "right": Field.right,
    "ctrl+left": Field.word_left,
    "ctrl+right": Field.word_right,
    "alt+b": Field.word_left,
    "alt+f": Field.word_right,
    "home": Field.home,
    "end": Field.end,
    "ctrl+a": Field.home,
    "ctrl+e": Field.end,
    "backspace": Field.backspace,
    "delete": Field.delete,
    "ctrl+w": Field.word_back,
    "alt+backspace": Field.word_back,
    "ctrl+u": Field.all_back,
    "ctrl+k": Field.all_after,
}


class _Cell(NamedTuple):
    """One character as it is drawn."""

    start: int
    shown: str
    width: int


LINE_END = "⏎"


def _drawn(text: str, cluster: Cluster) -> tuple[str, int]:
    """Return what is drawn for a character; a line end has a sign, and nothing is drawn in no cell."""
    if text[cluster.start] == "\n":
        return LINE_END, 1
    return (cluster.shown, cluster.width) if cluster.width else (" ", 1)


def _shifted(cells: list[_Cell], at: int, width: int) -> list[_Cell]:
    """Return as many cells as fit, the caret among them."""
    caret = next((n for n, cell in enumerate(cells) if cell.start == at), len(cells) - 1)
    first, used = caret, cells[caret].width
    while first > 0 and used + cells[first - 1].width <= width:
        first -= 1
        used += cells[first].width
    last = caret + 1
    while last < len(cells) and used + cells[last].width <= width:
        used += cells[last].width
        last += 1
    return cells[first:last]


def _broken(cells: list[_Cell], width: int) -> list[list[_Cell]]:
    """Return the cells in rows: broken between words where there is no room, and behind a line end."""
    rows: list[list[_Cell]] = [[]]
    used = 0
    for cell in cells:
        is_ended = bool(rows[-1]) and rows[-1][-1].shown == LINE_END
        if rows[-1] and (used + cell.width > width or is_ended):
            begun = [] if is_ended else _word_begun(rows[-1])
            used = sum(one.width for one in begun)
            if used + cell.width > width:  # the word is longer than a row: it is broken here
                rows[-1] += begun
                begun, used = [], 0
            rows.append(begun)
        rows[-1].append(cell)
        used += cell.width
    return rows


def _word_begun(row: list[_Cell]) -> list[_Cell]:
    """Take the word that is not finished off the end of a row; nothing where it is the only one."""
    at = next((n for n in range(len(row), 0, -1) if row[n - 1].shown == " "), len(row))
    begun = row[at:]
    del row[at:]
    return begun
