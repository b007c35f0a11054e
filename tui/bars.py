"""The bars: header, titles of the panes, footer. Each is filled by a budget of cells; nothing is ever cut in a word."""

from collections.abc import Sequence
from typing import NamedTuple

from articles.article import Article
from tui.ink import Line, Piece, cut, fitted, folded, line, spread, width_of
from tui.keymap import Keymap

GAP = Piece("   ")


class Figures(NamedTuple):
    """The figures of the header."""

    counts: Sequence[tuple[str, str, int]]
    """Name, letter and number of each tag."""
    suggestions: int | None = None
    """How many are left; None while they are being looked for."""
    state: str = ""
    """`saved`, `saving`, `unsaved` or `read-only`."""


def header(name: str, place: str, figures: Figures, width: int) -> Line:
    """Return the header: the program and what is open, the figures of the work, saved or not.

    Args:
        name: What is open.
        place: How many articles, or which of how many.
        figures: Tags, suggestions, state.
        width: Cells.
    """
    whole = line(" ", ("newsreader", "key"), "  ", name, "  ", (place, "muted"))
    without = line(" ", name, "  ", (place, "muted"))
    short = _short_counts(figures)
    for left, counts in ((whole, _long_counts(figures)), (whole, short), (without, short), (whole, ())):
        right = (*counts, *_state(figures.state, bool(counts)), Piece(" "))
        if width_of(left) + 2 + width_of(right) <= width:
            break
    return spread(left, right, width)


def _long_counts(figures: Figures) -> Line:
    pieces: list[Piece] = []
    for name, _, number in figures.counts:
        pieces += line((f"{name} ", "muted"), (str(number), f"tag:{name}" if number else "muted"), GAP)
    if figures.suggestions is None:
        return (*pieces, Piece("looking for quotes", "muted"))
    return (*pieces, Piece(f"{figures.suggestions} suggestion{'' if figures.suggestions == 1 else 's'}", "muted"))


def _short_counts(figures: Figures) -> Line:
    pieces: list[Piece] = []
    for name, letter, number in figures.counts:
        pieces += line((letter, "muted"), (str(number), f"tag:{name}" if number else "muted"), " ")
    suggestions = "…" if figures.suggestions is None else str(figures.suggestions)
    return (*pieces, Piece(f" ?{suggestions}", "muted"))


def _state(state: str, behind_others: bool) -> Line:
    if not state:
        return ()
    style = {"saved": "saved", "saving": "saved"}.get(state, "unsaved")
    return (
        *((GAP,) if behind_others else ()),
        Piece("● " if state in ("saved", "saving") else "○ ", style),
        Piece(state, style),
    )


def title_of(article: Article) -> str:
    """Return what an article is called on the screen: outlet and title, else its file's name."""
    return ": ".join(part for part in (article.outlet, article.title) if part) if article.title else article.name


def pane_title(number: int, article: Article, percent: int, width: int, *, active: bool) -> Line:
    """Return the title of a pane: number, outlet and title, how much is read.

    Args:
        number: The article's, from 1.
        article: The article.
        percent: Up to the last row in view.
        width: Cells.
        active: Whether the keys go there; it stands out then.
    """
    right = line((f"{percent} % " if article.text.strip() else "no text ", "muted"))
    room = max(width - width_of(right) - 4 - len(str(number)), 0)
    name = fitted(title_of(article), room)
    left = line(" ", (str(number), "key" if active else "strong"), " ", (name, "strong" if active else "muted"))
    return spread(left, right, width)


def status_line(number: int, percent: int, figures: Figures, always: "Hint", width: int) -> Line:
    """Return the only line beside the text on a very small screen.

    Args:
        number: The article's, from 1.
        percent: How much of it is read.
        figures: The state of the store.
        always: The way to all keys.
        width: Cells.
    """
    state, counts = _state(figures.state, False), _short_counts(figures)
    dot = tuple(Piece(piece.text.rstrip(), piece.style) for piece in state[:1])
    way, key = _hint(always), _hint(always)[:1]
    attempts = ((counts, state, way), (counts, dot, way), ((), state, way), ((), dot, way), ((), dot, key))
    for shown, told, help_ in attempts:
        left = line(" ", (str(number), "key"), "  ", *shown)
        right = line((f"{percent} %", "muted"), "  ", *told, "  ", *help_, " ")
        if width_of(left) + 2 + width_of(right) <= width:
            break
    return spread(left, right, width)


_EVERYDAY = (
    *(("next-quote previous-quote", "quote"), ("select-word select-sentence select-paragraph", "select")),
    *(("claim", "claim"), ("quote", "quote"), ("boilerplate", "boilerplate"), ("same-everywhere", "everywhere")),
    *(("next-suggestion", "suggestion"), ("compare", "compare"), ("coverage", "coverage"), ("undo", "undo")),
    ("search", "search"),
)
_SELECTED = (
    *(("claim", "claim"), ("quote", "quote"), ("boilerplate", "boilerplate"), ("pick-tag", "more tags")),
    *(("grow shrink", "grow shrink"), ("extend-left extend-right", "extend"), ("other-end", "other end")),
    *(("copy", "copy"), ("clear", "clear")),
)
_ANNOTATED = (
    *(("untag", "untag"), ("same-everywhere", "everywhere"), ("note", "note"), ("speaker", "speaker")),
    *(("select-mark", "select"), ("next-quote previous-quote", "quote"), ("next-annotation", "annotation")),
    *(("claim", "claim"), ("quote", "quote"), ("boilerplate", "boilerplate"), ("compare", "compare"), ("undo", "undo")),
)
_SUGGESTED = (
    *(("accept", "accept"), ("reject", "reject"), ("next-suggestion previous-suggestion", "suggestion")),
    *(("claim", "claim"), ("quote", "quote"), ("boilerplate", "boilerplate"), ("undo", "undo")),
)
_COMPACT = range(80, 100)
"""Columns at which the three tags share one hint, so that there is room for undo."""
_EVERYDAY_COMPACT = (*_EVERYDAY[:2], ("claim quote boilerplate", "claim quote boilerplate"), ("undo", "undo"))
FOOTERS = {"": _EVERYDAY, "selection": _SELECTED, "annotation": _ANNOTATED, "suggestion": _SUGGESTED}
"""What the footer offers, by what is under the cursor: actions by name, in the order of their worth."""


def hints(keys: Keymap, situation: str, width: int) -> "list[Hint]":
    """Return what the footer offers, with the keys that the person has.

    Args:
        keys: The key map.
        situation: A key of `FOOTERS`.
        width: Cells of the screen.
    """
    offered = []
    for names, label in _EVERYDAY_COMPACT if not situation and width in _COMPACT else FOOTERS[situation]:
        shown = " ".join(filter(None, map(keys.first, names.split())))
        if shown:
            offered.append(Hint(shown, label))
    return offered


class Hint(NamedTuple):
    """One thing of the footer: the keys and what they do."""

    keys: str
    label: str


def footer(hints: Sequence[Hint], always: Hint, width: int, *, back: Hint | None = None) -> Line:
    """Return the footer: as many hints as fit whole, the last one always.

    Args:
        hints: In the order of their worth.
        always: The way to all keys.
        width: Cells.
        back: The way out of a view; it stays where there is room for it and the last one.
    """
    last = (*_hint(back), GAP, *_hint(always)) if back else _hint(always)
    if back and width_of(last) >= width:
        last = _hint(always)
    budget = width - width_of(last) - 1
    pieces: list[Piece] = [Piece(" ")]
    for hint in hints:
        shown = (*_hint(hint), GAP)
        if width_of(shown) > budget:
            break
        budget -= width_of(shown)
        pieces += shown
    return cut((*pieces, *last), width)


def _hint(hint: Hint) -> Line:
    return line((hint.keys, "key"), (f" {hint.label}", "muted"))


def notice(text: str, always: Hint, width: int, most: int, *, error: bool = False) -> list[Line]:
    """Return the footer while there is something to say: the text, whole where it can be.

    The way to all keys stands behind it where there is room: it is back after the next key.

    Args:
        text: What is said.
        always: The way to all keys.
        width: Cells.
        most: Rows that it may take; of more the beginning is shown.
        error: Whether it tells of an error.
    """
    last = (*_hint(always), Piece(" "))
    style = "error" if error else "notice"
    rows = [cut(line(" ", (row, style)), width) for row in folded(text, max(width - 2, 2), most)]
    if width_of(rows[-1]) + 2 + width_of(last) <= width:
        rows[-1] = spread(rows[-1], last, width)
    return rows
