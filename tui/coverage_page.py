"""Coverage as lines of styled text, and as Markdown."""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from rich.cells import cell_len

from articles.article import Article
from articles.escaping import in_markdown
from tui.coverage import Cell, Order, Row, Shown, chosen, sums
from tui.ink import BLANK, Line, Piece, cut, fitted, line, width_of
from tui.ink import shown as display_form
from tui.naming import short_names
from tui.page import Page, band, lit, page

SIGNS: dict[Cell | None, tuple[str, str]] = {
    "identical": ("●", "whole"),
    "trimmed": ("◐", "trimmed"),
    "split": ("◇", "split"),
    "reworded": ("≈", "reworded"),
    None: ("·", "absent"),
}
"""A sign and a word for each cell: both are told apart without colour."""

_WORD_CELL = 12
"""Cells of a column that writes its words, at least."""
_SIGN_CELL = 3
_MARGIN = 5
"""Blanks and the letter of the quote."""
_LEAST_QUOTE = 20
"""Cells of the quote's words, at least, beside columns that write their words."""
_LEAST_WITH_SIGNS = 12
"""Likewise beside columns of signs: an article that is in view is worth more than two words."""
_LONG = 40
"""Cells of an article's or a speaker's name, at most."""


@dataclass(frozen=True, slots=True)
class _Columns:
    quote: int
    speaker: int
    cell: int
    reach: int
    first: int
    """Number of the first article that is shown."""
    articles: int
    """How many of them are shown."""

    @property
    def in_words(self) -> bool:
        """Whether a cell is wide enough for a word in place of a sign."""
        return self.cell >= _WORD_CELL


def coverage_page(
    articles: Sequence[Article], table: Sequence[Row], width: int, shown: Shown, order: Order, first: int = 0
) -> Page:
    """Write the coverage; the things of the page are the rows of `coverage.chosen(table, shown, order)`.

    Args:
        articles: The opened articles.
        table: The rows of `coverage.rows`.
        width: Cells of the screen.
        shown: Which rows.
        order: In which order.
        first: Number of the first article that is shown, where there is no room for all.
    """
    names = short_names(articles)
    speakers = [row.speaker or "" for row in table]
    columns = _columns(width, len(articles), first, _longest(names), _longest(speakers))
    wanted = chosen(table, shown, order)
    below = (*_sums(wanted, columns), *_legend(names, columns, width))
    body = (*_body(wanted, columns, shown), *((row, None) for row in below))
    signs = BLANK if columns.in_words else _signs(width)
    head = (band(_title(table, shown, width), width), signs, cut(_names(names, columns), width))
    return page(head, ((cut(row, width), item) for row, item in body))


def _longest(names: Sequence[str]) -> int:
    return min(max((cell_len(display_form(name)) for name in names), default=0), _LONG)


def _columns(width: int, articles: int, first: int = 0, name: int = 0, said: int = 0) -> _Columns:
    """Share a row: names of articles and speakers get what they need, but three eighths are the quote's words.

    Args:
        width: Cells of the screen.
        articles: How many there are.
        first: Number of the first one that is shown, where there is no room for all.
        name: Cells of the longest name of an article.
        said: Cells of the longest speaker's name.
    """
    reach = max(5, 2 * len(str(articles)) + 2)
    speaker = 16 if width >= 120 else 12 if width >= 60 else 0
    left = _MARGIN + _LEAST_QUOTE + bool(speaker) * (speaker + 1) + reach
    cell = _WORD_CELL if left + _WORD_CELL * articles <= width else _SIGN_CELL
    least = _LEAST_QUOTE if cell == _WORD_CELL else _LEAST_WITH_SIGNS
    count = min(articles, max(1, (width - left + _LEAST_QUOTE - least) // cell))
    spare = max(width * 5 // 8 - left + _LEAST_QUOTE - cell * count, 0)
    if cell == _WORD_CELL:
        wider = min(max(name + 1 - cell, 0), spare // count)
        cell, spare = cell + wider, spare - wider * count
    if speaker:
        speaker += min(max(said - speaker, 0), spare)
    left = _MARGIN + bool(speaker) * (speaker + 1) + reach
    quote = max(8, width - left - cell * count - 1)
    return _Columns(quote, speaker, cell, reach, max(0, min(first, articles - count)), count)


def articles_in_view(width: int, articles: int) -> int:
    """Return for how many of the articles there is room."""
    return _columns(width, articles).articles


_LABELS: tuple[dict[Shown, str], ...] = (
    {"all": "all", "one": "only one article", "left out": "left out by one"},
    {"all": "all", "one": "one", "left out": "left out"},
)
"""What the lists are called, and in short."""


def _title(table: Sequence[Row], shown: Shown, width: int) -> Line:
    """Return the title and the lists, as well told as there is room for; at least the one that is shown, whole."""
    numbers = {name: len(chosen(table, name, "place")) for name in _LABELS[0]}
    told = "   what is quoted by whom   " if width >= 100 else ""
    for labels, gap in ((_LABELS[0], "   "), (_LABELS[1], "  ")):
        tabs = [(f"{labels[name]} {number}", "shown" if name == shown else "muted") for name, number in numbers.items()]
        row = line(Piece(" coverage ", "badge"), (told, "muted"), *(piece for tab in tabs for piece in (gap, tab)))
        if width_of(row) <= width:
            return row
    return cut(line(Piece(" coverage ", "badge"), " ", (f"{_LABELS[1][shown]} {numbers[shown]}", "shown")), width)


def _names(names: Sequence[str], columns: _Columns) -> Line:
    some = range(columns.first, columns.first + columns.articles)
    cells = [Piece(fitted(names[n] if columns.in_words else str(n + 1), columns.cell - 1) + " ", "muted") for n in some]
    return (
        Piece(" " * _MARGIN + fitted("quote", columns.quote) + " ", "muted"),
        *([Piece(fitted("speaker", columns.speaker) + " ", "muted")] if columns.speaker else []),
        *cells,
        Piece("in", "muted"),
    )


def _body(wanted: Sequence[Row], columns: _Columns, shown: Shown) -> Iterator[tuple[Line, int | None]]:
    if not wanted:
        yield line(" " * _MARGIN, ("no quotes are found" if shown == "all" else "none", "muted")), None
    for number, row in enumerate(wanted):
        if shown == "all" and row.group is None and (number == 0 or wanted[number - 1].group is not None):
            yield BLANK, None
            yield line(" " * _MARGIN, ("only one article has", "quiet")), None
        yield _row(row, columns), number


def _row(row: Row, columns: _Columns) -> Line:
    some = row.cells[columns.first : columns.first + columns.articles]
    hue = f"hue:{row.number}" if row.group is not None else "muted"
    letter = row.letter or "·"
    return (
        Piece(f"{letter:>3}  ", hue),
        Piece(fitted(row.words, columns.quote) + " "),
        *([Piece(fitted(row.speaker or "–", columns.speaker) + " ", "muted")] if columns.speaker else []),
        *_cells(some, hue, columns),
        Piece(f"{row.reach}/{len(row.cells)}"),
    )


def emphasised(row: Line, width: int) -> Line:
    """Return a row of the table as the chosen one: its words, where there is room for any, are bold."""
    letter, words, rest = row[:1], row[1:2], row[2:]
    return lit((*letter, *(Piece(piece.text, "strong") for piece in words), *rest), width)


def _cells(some: Sequence[Cell | None], hue: str, columns: _Columns) -> Iterator[Piece]:
    """Yield the cells of a row; neighbours that look alike are one piece, of which a row of 300 articles has few."""
    for style, alike in groupby(some, key=lambda cell: _style(cell, hue)):
        yield Piece("".join(_cell_text(cell, columns.cell, columns.in_words) for cell in alike), style)


def _style(cell: Cell | None, hue: str) -> str:
    return {"identical": "", "reworded": "key", None: "muted"}.get(cell, hue)


@cache
def _cell_text(cell: Cell | None, width: int, in_words: bool) -> str:
    sign, word = SIGNS[cell]
    return fitted(f"{sign} {word}" if in_words else sign, width)


def _sums(wanted: Sequence[Row], columns: _Columns) -> Iterator[Line]:
    if not wanted:
        return
    yield BLANK
    counted = sums(wanted)[columns.first : columns.first + columns.articles]
    room = columns.quote + 1 + bool(columns.speaker) * (columns.speaker + 1)
    of = f" of {len(wanted)}" if columns.in_words else ""
    yield (
        Piece(" " * _MARGIN + fitted("quotes each article has", room), "muted"),
        *(Piece(fitted(f"{number}{of}", columns.cell)) for number in counted),
        *([] if columns.in_words else [Piece(f"of {len(wanted)}", "muted")]),
    )


def _signs(width: int) -> Line:
    """Tell what the signs mean, where there is no room for words in the table; as many as there is room for."""
    told = [f"{sign} {word}" for sign, word in SIGNS.values()]
    for margin, gap in ((_MARGIN, 3), (1, 2), (1, 1)):
        text = " " * margin + (" " * gap).join(told)
        if cell_len(text) <= width:
            return line((text, "muted"))
    while len(told) > 1 and cell_len(" ".join(told)) >= width:
        told.pop()
    return cut(line((" " + " ".join(told), "muted")), width)


def _legend(names: Sequence[str], columns: _Columns, width: int) -> Iterator[Line]:
    """Tell what the numbers mean, where there is no room for words in the table."""
    if columns.in_words:
        return
    yield BLANK
    for number in range(columns.first, columns.first + columns.articles):
        name = names[number].removeprefix(f"{number + 1} ")
        yield line(f"{number + 1:>{_MARGIN - 2}}  ", fitted(name, width - _MARGIN))


def whole_quote(row: Row, width: int, rows: int) -> list[Line]:
    """Return the words of a row, broken into as many lines as named; what is longer ends in an ellipsis."""
    said = f" – {row.speaker}" if row.speaker else ""
    wrapped = textwrap.wrap(display_form(f"“{row.words}”{said}"), max(width - _MARGIN - 1, 10)) or [""]
    if len(wrapped) > rows:
        wrapped = [*wrapped[: rows - 1], fitted(wrapped[rows - 1] + " …", width - _MARGIN)]
    shown = [*wrapped, *[""] * (rows - len(wrapped))]
    letter = Piece(f"{row.letter or '·':>3}  ", f"hue:{row.number}" if row.group is not None else "muted")
    blank = Piece(" " * _MARGIN)
    return [cut((letter if number == 0 else blank, Piece(text)), width) for number, text in enumerate(shown)]


def markdown(articles: Sequence[Article], table: Sequence[Row], shown: Shown, order: Order) -> str:
    """Write the coverage as a Markdown table."""
    names = short_names(articles)
    head = ["", "quote", "speaker", *names, "in"]
    lines = [head, ["---"] * len(head)]
    for row in chosen(table, shown, order):
        words = [SIGNS[cell][1] for cell in row.cells]
        lines.append([row.letter, f"“{row.words}”", row.speaker or "", *words, f"{row.reach}/{len(row.cells)}"])
    return "".join(f"| {' | '.join(map(in_markdown, cells))} |\n" for cells in lines)
