"""Compare: the wordings of one shared quote, word under word, and who said it according to whom."""

import textwrap
from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from articles.article import Article
from articles.escaping import in_markdown
from quotes.letters import letter
from quotes.model import IN_WORDS, Wording
from quotes.wording import Cell, Comparison, Row
from tui.ink import BLANK, Line, Piece, cut, fitted, line, shown, width_of
from tui.naming import one_line, short_names
from tui.page import Page, band, page

SIGNS: dict[Wording, str] = {"identical": "●", "trimmed": "◐", "split": "◇", "reworded": "≈"}
STYLES: dict[Wording, str] = {"identical": "", "trimmed": "part", "split": "part", "reworded": "notice"}
_MARGIN = 2
_SHORT_NAME = 24
"""Cells of the column of names where words need the room."""
_NUMBERS = 40
"""Below so many cells an article has its number for a name."""
_WIDE = 100
"""From so many cells on, what an article changes stands beside who says it."""
_LONG_SPEAKER = 40
"""Cells of a speaker's name at most, and never more than a quarter of the screen."""


def compare_page(
    comparison: Comparison,
    articles: Sequence[Article],
    number: int,
    of: int,
    width: int,
    tags: Sequence[Line] = (),
) -> Page:
    """Write a comparison.

    Args:
        comparison: The aligned wordings.
        articles: The opened articles, in order.
        number: Number of the shared quote among all, from 0.
        of: How many shared quotes there are.
        width: Cells of the screen.
        tags: For each wording the letters of its tags, if any has one.
    """
    all_names = short_names(articles)
    names = [all_names[row.number - 1] if width >= _NUMBERS else str(row.number) for row in comparison.rows]
    room = _name_width(names, comparison.rows, width)
    head = (band(_title(comparison, articles, names, number, of, width), width), BLANK)
    return page(
        head,
        (
            (cut(row, width), item)
            for row, item in (
                *_wordings(comparison, names, room, width),
                *_said(comparison, names, room, width, tags),
                *_lacking(comparison, articles, width),
            )
        ),
    )


def _title(
    comparison: Comparison, articles: Sequence[Article], names: Sequence[str], number: int, of: int, width: int
) -> Line:
    having = len({row.article for row in comparison.rows})
    pieces = line(
        Piece(f" {letter(number)} ", f"current:{number}"),
        Piece(" " + (comparison.group.speaker or "speaker not told"), "strong"),
    )
    told = (
        f"quote {number + 1} of {of}",
        f"in {having} of {len(articles)} articles",
        f"fullest: {names[comparison.fullest]}, {comparison.words} words",
    )
    for part in told:
        more = line(Piece("   " + part, "muted"))
        if width_of((*pieces, *more)) <= width:
            pieces = (*pieces, *more)
    return cut(pieces, width)


# The wordings


def _name_width(names: Sequence[str], rows: Sequence[Row], width: int) -> int:
    """Return the cells of the column of names: the longest one, as far as words do not need the room.

    A fifth of the screen, and not more than a short name needs, is theirs in any case; on a wide one more, where all
    words stand beside each other nevertheless.
    """
    longest = max(map(cell_len, names), default=0)
    spare = width - _MARGIN - 2 - sum(size for _, size in _sizes(rows, width)) if width >= _WIDE else 0
    return max(3, min(longest, max(min(width // 5, _SHORT_NAME), spare)))


def emphasised(row: Line) -> Line:
    """Return a line of the chosen article: its name stands out."""
    first, *rest = row
    if not first.text.startswith("  ") or first.style != "muted":
        return row
    return (Piece(f"▸ {first.text[2:]}", "key"), *rest)


def _wordings(comparison: Comparison, names: Sequence[str], room: int, width: int) -> Iterator[tuple[Line, int | None]]:
    """Yield the alignment in blocks as wide as the screen."""
    for columns in _blocks(comparison.rows, width - _MARGIN - room - 2):
        for number, row in enumerate(comparison.rows):
            yield (_name(names[number], room), *_cells(row, columns)), number
        yield BLANK, None


def _name(name: str, room: int) -> Piece:
    return Piece(f"  {fitted(name, room)}  ", "muted")


def _sizes(rows: Sequence[Row], most: int) -> Iterator[tuple[int, int]]:
    """Yield the columns that hold anything: number and cells."""
    for number in range(len(rows[0].cells)):
        size = min(max(_cell_width(row.cells[number]) for row in rows), max(most, 1))
        if size:
            yield number, size


def _blocks(rows: Sequence[Row], room: int) -> Iterator[list[tuple[int, int]]]:
    """Yield the columns of each block: number and cells. Columns that hang together may part where there is no room."""
    block: list[tuple[int, int]] = []
    used = 0
    for number, size in _sizes(rows, room):
        if block and used + size > room:
            yield block
            block, used = [], 0
        block.append((number, size))
        used += size
    if block:
        yield block


def _cell_width(cell: Cell) -> int:
    """Return the cells of a word and the blank behind it."""
    text = _cell_text(cell)
    return cell_len(text) + (not cell.glued) if text else 0


def _cell_text(cell: Cell) -> str:
    text = shown(cell.text)
    return f"│ {text} │" if cell.sign == "said" and text else text


_CELL_STYLES = {
    "same": "",
    "changed": "changed",
    "added": "changed",
    "moved": "changed",
    "dropped": "muted",
    "said": "said",
    "blank": "",
}


def _cells(row: Row, columns: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    for number, size in columns:
        cell = row.cells[number]
        text = _cell_text(cell)
        if cell.sign == "dropped":
            text = "·" * cell_len(text)
        if cell_len(text) > size:
            text = fitted(text, size)
        yield Piece(text, _CELL_STYLES[cell.sign])
        yield Piece(" " * (size - cell_len(text)))


# Who said it, and how


def _said(
    comparison: Comparison, names: Sequence[str], room: int, width: int, tags: Sequence[Line]
) -> Iterator[tuple[Line, int | None]]:
    yield line(Piece("  who said it, and how", "muted")), None
    speakers = _speakers(comparison)
    speaker = min(max(map(cell_len, speakers)), _LONG_SPEAKER, width // 4)
    tagged = max(map(width_of, tags), default=0)
    left = _MARGIN + room + 2 + (tagged + 1 if tagged else 0)
    wide = width >= _WIDE
    space = width - left - bool(speaker) * (speaker + 2)
    notes = max(cell_len(_note(row)) for row in comparison.rows) + 6 if wide else 0
    said = min(max(cell_len(row.attribution) for row in comparison.rows), max(space // 3, space - notes))
    for number, row in enumerate(comparison.rows):
        name = (_name(names[number], room), *(_tag_column(tags[number], tagged) if tagged else ()))
        who = f"{fitted(speakers[number], speaker)}  " if speaker else ""
        if wide or cell_len(row.attribution) <= said:
            told = [line(*name, who, Piece(fitted(row.attribution, said), "quiet"))]
        else:
            under = _under(row.attribution, "quiet", left, width)
            told = [line(*name, who), *under] if who else [(*name, *under[0][1:]), *under[1:]]
        yield from ((one, number) for one in (*told[:-1], *_with_note(told[-1], row, width, left, wide=wide)))


def _tag_column(letters: Line, width: int) -> Line:
    return (*letters, Piece(" " * (width + 1 - width_of(letters))))


def _under(text: str, style: str, left: int, width: int, indent: str = "") -> list[Line]:
    """Return a text as lines that begin at the cell `left`."""
    wrapped = textwrap.wrap(one_line(text), max(width - left - 2, 8), subsequent_indent=indent) or [""]
    return [line(" " * left, Piece(part, style)) for part in wrapped]


def _speakers(comparison: Comparison) -> list[str]:
    """Return the speaker of each row where they are not all the same; else nothing, the title says it."""
    speakers = [row.speaker or "not told" for row in comparison.rows]
    return speakers if len(set(speakers)) > 1 else [""] * len(speakers)


def _with_note(last: Line, row: Row, width: int, left: int, *, wide: bool) -> list[Line]:
    """Return the line of an attribution with the kind of change that the article made: beside it, or below."""
    note = f"{SIGNS[row.wording]} {_note(row)}"
    at = width_of(last) + 2
    if not wide and at + cell_len(note) > width:
        return [last, *_under(note, STYLES[row.wording], left, width, "  ")]
    first, *more = _under(note, STYLES[row.wording], at, width, "  ")
    return [(*last, Piece("  "), *first[1:]), *more]


def _note(row: Row) -> str:
    """Return what kind of change it is; where the whole quotation is judged otherwise than its words, both are told."""
    word = IN_WORDS[row.wording]
    return row.note if row.note.startswith(word) else f"{word}; {row.note}"


def _lacking(comparison: Comparison, articles: Sequence[Article], width: int) -> Iterator[tuple[Line, int | None]]:
    """Say which articles have no word of it."""
    having = {row.article for row in comparison.rows}
    names = [name for name, article in zip(short_names(articles), articles, strict=True) if article.id not in having]
    if names:
        yield BLANK, None
        for text in textwrap.wrap("not in " + ", ".join(shown(name) for name in names), max(width - _MARGIN, 10)):
            yield line("  ", Piece(text, "muted")), None


def markdown(comparison: Comparison, articles: Sequence[Article], number: int) -> str:
    """Write a comparison as a Markdown section: a table of the wordings."""
    names = short_names(articles)
    lines = [
        f"### {letter(number)}: {in_markdown(comparison.group.speaker or 'speaker not told')}",
        "",
        "| article | wording | attribution | change |",
        "| --- | --- | --- | --- |",
    ]
    for row in comparison.rows:
        cells = (names[row.number - 1], f"“{row.text}”", row.attribution, _note(row))
        lines.append(f"| {' | '.join(map(in_markdown, cells))} |")
    return "\n".join(lines) + "\n"
