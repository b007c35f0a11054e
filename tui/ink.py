"""Styled text as plain data: what the views of the desk are written in before a screen shows them.

A style is a word that says what something is (`speaker`, `changed`, `muted`), never a colour: the themes decide how it
looks, also without any colour. Text is foreign until `pieces` has made it harmless.
"""

from dataclasses import dataclass

from rich.cells import cell_len, chop_cells, set_cell_size

from articles.display import harmless
from tui.cells import is_plain

_DISPUTED = dict.fromkeys([0xFE0E, 0xFE0F, *range(0x1F3FB, 0x1F400)])
"""Variation selectors and skin tones: Rich and terminals count them differently, and the rest of a row would shift."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line in one style."""

    text: str
    style: str = ""


Line = tuple[Piece, ...]
"""One row of the screen."""

BLANK: Line = ()


def line(*pieces: Piece | tuple[str, str] | str) -> Line:
    """Make a line; every text passes the door for foreign strings."""
    return tuple(_piece(piece) for piece in pieces)


def _piece(piece: Piece | tuple[str, str] | str) -> Piece:
    if isinstance(piece, str):
        return Piece(shown(piece))
    text, style = (piece.text, piece.style) if isinstance(piece, Piece) else piece
    return Piece(shown(text), style)


def shown(text: str) -> str:
    """Return the display form of a text: harmless, and without the signs whose width terminals disagree on."""
    return harmless(text).translate(_DISPUTED)


def text_of(row: Line) -> str:
    """Return the text of a line without its styles."""
    return "".join(piece.text for piece in row)


def width_of(row: Line) -> int:
    """Return the cells that a line takes."""
    return sum(cell_len(piece.text) for piece in row)


def fitted(text: str, width: int) -> str:
    """Cut or fill a text to exactly `width` cells; what was cut ends in an ellipsis."""
    text = shown(text)
    if cell_len(text) <= width:
        return text + " " * (width - cell_len(text))
    return set_cell_size(text, width - 1) + "…" if width > 1 else set_cell_size(text, max(width, 0))


def folded(text: str, width: int, most: int) -> list[str]:
    """Fold a text at its blanks into rows of at most `width` cells; a longer word is broken.

    Args:
        text: Any text.
        width: Cells, at least two.
        most: Rows at most; what is left ends in an ellipsis.
    """
    rows: list[str] = []
    for word in shown(text).split():
        if rows and cell_len(rows[-1]) + 1 + cell_len(word) <= width:
            rows[-1] += f" {word}"
        else:
            rows += chop_cells(word, width)
    if len(rows) > most:
        rows[most - 1 :] = [fitted(" ".join(rows[most - 1 :]), width).rstrip()]
    return rows or [""]


def cut(row: Line, width: int, start: int = 0) -> Line:
    """Return the part of a line that lies in the cells `[start, start + width)`."""
    result: list[Piece] = []
    at = 0
    for piece in row:
        size = cell_len(piece.text)
        first, last = max(start - at, 0), min(start + width - at, size)
        if first < last:
            result.append(Piece(_cells(piece.text, first, last), piece.style))
        at += size
    return tuple(result)


def _cells(text: str, first: int, last: int) -> str:
    """Return the cells `[first, last)` of a text; half of a wide sign becomes a blank."""
    if is_plain(text, 0, len(text)):
        return text[first:last]
    import regex  # 10 ms that the first picture does not need

    kept, at = [], 0
    for sign in regex.findall(r"\X", text):
        size = cell_len(sign)
        if first <= at and at + size <= last:
            kept.append(sign)
        else:
            kept.append(" " * max(min(at + size, last) - max(at, first), 0))
        at += size
    return "".join(kept)


def spread(left: Line, right: Line, width: int) -> Line:
    """Put one line at the left edge and one at the right; the left one is cut where they would meet."""
    room = width - width_of(right)
    if room <= 0:
        return cut(left, width)
    left = cut(left, max(room - 2, 0))
    return (*left, Piece(" " * (room - width_of(left))), *right)
