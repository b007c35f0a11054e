"""The counterpart strip: the current shared quote, who says it, in which articles, and how the wordings differ.

With the cursor on annotations or a suggestion it shows them too (`tui/marked.py`).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from articles.article import Article
from quotes.letters import letter
from tui.desk import Desk
from tui.ink import Line, Piece, cut, fitted, line, spread, width_of
from tui.marked import WIDE, beside, rows_of, rows_wanted, told_here
from tui.naming import one_line

if TYPE_CHECKING:
    from annotations.annotation import Annotation
    from quotes.model import SharedQuote
    from quotes.wording import Cell, Comparison, Row

LEAST, MOST = 3, 6
"""Rows under the rule."""
LOW, TALL = 24, 30
"""From so many rows of the screen on, the strip may grow by one row, and to `MOST` rows."""
_AROUND = 3
"""Words that are kept on each side of a difference, where not all have room."""
_GAP = "   "
_LEAST_ASIDE = 20
"""Cells that an attribution cut short needs at least."""
_STUMP = 16
"""Cells that a piece cut short needs at least to say something."""
_NO_LETTERS = re.compile(r"\W+")


def strip_rows(
    desk: Desk,
    article: Article,
    offset: int,
    width: int,
    height: int,
    chosen: "Callable[[], Annotation | None]",
    next_quote: str,
) -> list[Line]:
    """Return the strip, the rule first.

    Args:
        desk: What is open.
        article: The active pane's article.
        offset: Where its cursor stands.
        width: Columns of the screen.
        height: Rows of the screen.
        chosen: Tells which annotation keys for one tag mean, where several meet.
        next_quote: The key that goes to the next quote.
    """
    most = MOST if height >= TALL else LEAST + (height >= LOW)
    under = desk.annotations_at(article.id, offset)
    meant = chosen() if len(under) > 1 else None
    told = told_here(desk, under, desk.suggestion_at(article.id, offset), width, meant)
    needed = [one for one in told if one.needed]
    staying = 1 if most == LEAST or len(needed) >= most - 1 else 2
    kept = max(most - rows_wanted(needed, width), staying)
    aside = beside(desk, under, width)
    room = width - width_of(aside) - 2
    rows = list(_about(desk, width, kept, room, next_quote))[:kept]
    if aside:
        rows[0] = spread(_whole(rows[0], room), aside, width)
    free = LEAST - len(rows) >= len(told)
    below = rows_of(told if free else needed, most - len(rows), width)
    return [(Piece("─" * width, "rule"),), *rows, *below]


def _about(desk: Desk, width: int, most: int, room: int, next_quote: str) -> Iterator[Line]:
    """Yield what there is to say of the current quote, or of all; the first row has `room` cells."""
    group = desk.group(desk.current)
    if group is not None:
        comparison = desk.comparison(group)
        yield _whole(_head(desk, group, comparison), room)
        yield from desk.drawn((group.id, width, most), lambda: _wordings(comparison, width, most - 1))
    elif desk.story is None:
        yield line(" ", ("looking for quotes that the articles share …", "muted"))
    else:
        yield from _list_of_quotes(desk, width, most, next_quote)


def _list_of_quotes(desk: Desk, width: int, most: int, next_quote: str) -> Iterator[Line]:
    """Yield what there is, before the first quote is gone to."""
    groups = desk.groups
    if not groups:
        alone = "this is the only article" if len(desk.ids) == 1 else _NONE_SHARED
        yield line(" ", (f"no shared quotes: {alone}", "muted"))
        return
    yield line(
        " ",
        (f"{len(groups)} shared quote{'' if len(groups) == 1 else 's'}", "strong"),
        _GAP,
        (next_quote, "key"),
        _ADVICE,
    )
    for number, group in enumerate(groups[: most - 1]):
        speaker = f"{one_line(group.speaker)}: " if group.speaker else ""
        fullest = max(group.members, key=lambda member: member.end - member.start)
        right = line((_where(desk, group), "muted"), " ")
        room = width - width_of(right) - 7
        text = fitted(f"{speaker}{one_line(fullest.text)}", max(room, 1)).rstrip()
        yield spread(line("  ", (letter(number), f"quote:{number}"), f" {text}"), right, width)


_NONE_SHARED = "no words of one speaker stand in two of these articles"
_ADVICE = (" goes to the first, then on to the next", "muted")


def _head(desk: Desk, group: "SharedQuote", comparison: "Comparison") -> Line:
    number = desk.number(group.id)
    same = comparison.summary == "same words"
    both = " in both" if len({member.article for member in group.members}) == 2 else " in all"
    return line(
        (f" {letter(number)} ", f"current:{number}"),
        (f" {one_line(group.speaker or 'speaker not told')}", "strong" if group.speaker else "muted"),
        (f"{_GAP}quote {number + 1} of {len(desk.groups)}", "muted"),
        (f"{_GAP}{_where(desk, group)}", "muted"),
        (f"{_GAP}{comparison.summary}{both if same else ''}", "muted"),
    )


def _whole(row: Line, room: int) -> Line:
    """Return as many pieces of a row as there is room for; only the last of them may be cut, and not to a stump."""
    kept: list[Piece] = []
    for piece in row:
        left = room - width_of(tuple(kept))
        if cell_len(piece.text) <= left:
            kept.append(piece)
            continue
        if left >= _STUMP:
            kept.append(Piece(fitted(piece.text, left), piece.style))
        break
    return tuple(kept)


def _where(desk: Desk, group: "SharedQuote") -> str:
    """Say in which articles a shared quote is."""
    having = {member.article for member in group.members}
    if len(having) == len(desk.ids):
        return "in both articles" if len(having) == 2 else f"in all {len(having)} articles"
    numbers = " ".join(str(number) for number, id_ in enumerate(desk.ids, 1) if id_ in having)
    return f"in {len(having)} of {len(desk.ids)} articles: {numbers}"


# The wordings


def _wordings(comparison: "Comparison", width: int, most: int) -> list[Line]:
    """Return the wordings, aligned; those with the same words on one line where room is short."""
    own_lines = _has_own_lines(comparison, width, most)
    sets = [[row] for row in comparison.rows] if own_lines else _alike(comparison.rows)
    numbers = [" ".join(dict.fromkeys(str(row.number) for row in rows)) for rows in sets]
    margin = max(4, max(map(len, numbers)) + 2) if own_lines else max(map(len, numbers)) + 2
    asides = [rows[0].attribution if own_lines else "" for rows in sets]
    room = width - margin - (_LEAST_ASIDE + 4 if own_lines else 1)
    if len(sets) == 1:
        return _wrapped(sets[0][0], numbers[0], margin, room, most)
    texts = _aligned([rows[0] for rows in sets], comparison.rows, room)
    shown = [
        _wording(number, text, aside, width, margin) for number, text, aside in zip(numbers, texts, asides, strict=True)
    ]
    if len(shown) > most:
        left = line(" " * margin, (f"and {len(shown) - most + 1} more wordings", "muted"))
        shown[most - 1 :] = [left] if most > 1 else shown[:1]
    return shown


def _has_own_lines(comparison: "Comparison", width: int, most: int) -> bool:
    """Tell whether each article gets a line: not where that would cut words which all of them have."""
    rows = comparison.rows
    longest = max(cell_len(row.text) for row in rows) + _LEAST_ASIDE + 8
    return width >= WIDE and len(rows) <= most and (longest <= width or len(_alike(rows)) > 1)


def _alike(rows: "Sequence[Row]") -> "list[list[Row]]":
    """Bring rows with the same words together."""
    sets: dict[str, list[Row]] = {}
    for row in rows:
        sets.setdefault(_NO_LETTERS.sub(" ", row.text.casefold()).strip(), []).append(row)
    return list(sets.values())


def _wording(number: str, text: Line, aside: str, width: int, margin: int) -> Line:
    """Return one wording, and at the right, as far as there is room, how its article attributes it."""
    left = line((number.rjust(margin - 1), "key"), " ", *text)
    room = min(cell_len(aside), width - width_of(left) - 4)
    if room < min(cell_len(aside), _LEAST_ASIDE):
        return cut(left, width)
    return spread(left, line((fitted(aside, room), "quiet"), "  "), width)


def _wrapped(row: "Row", number: str, margin: int, room: int, most: int) -> list[Line]:
    """Return the one wording that all have, over several rows where it is long."""
    rows: list[str] = [""]
    for word in row.text.split():
        if rows[-1] and cell_len(rows[-1]) + 1 + cell_len(word) > room:
            rows.append(word)
        else:
            rows[-1] = f"{rows[-1]} {word}".strip()
    if len(rows) > most:
        rows[most - 1 :] = [fitted(" ".join(rows[most - 1 :]), room)]
    heads = [number.rjust(margin - 1), *[""] * (len(rows) - 1)]
    rows[-1] = rows[-1].rstrip(",;:")
    return [line((head.ljust(margin - 1), "key"), " ", text) for head, text in zip(heads, rows, strict=True)]


def _aligned(rows: "Sequence[Row]", everybody: "Sequence[Row]", room: int) -> list[Line]:
    """Set wordings word under word, the differing words emphasised; long stretches that all share are shortened."""
    number = len(rows[0].cells)
    differs = [len({_same(row.cells[column]) for row in everybody}) > 1 or not _same(everybody[0].cells[column])
               for column in range(number)]  # fmt: skip
    widths = [max(_cells(row.cells[column]) for row in rows) for column in range(number)]
    kept = _kept(differs, widths, room)
    return [_one(row.cells, differs, widths, kept, room) for row in rows]


def _same(cell: "Cell") -> bool:
    return cell.sign == "same"


def _cells(cell: "Cell") -> int:
    """Return the cells that one column of one row takes, the blank behind it included."""
    if cell.sign in ("dropped", "blank") or not cell.text:
        return 0
    if cell.sign == "said":
        return 2
    return cell_len(one_line(cell.text)) + (not cell.glued)


def _kept(differs: Sequence[bool], widths: Sequence[int], room: int) -> list[bool]:
    """Tell which columns are shown: all, or those near a difference, as many around it as there is room for.

    Where even that is too much, the inner part of long differences is left out: what an article lacks altogether
    may be longer than what it has.
    """
    if sum(widths) <= room or not any(differs):
        return [True] * len(widths)
    away = _distances(differs)
    edges = [n > 0 and one != differs[n - 1] for n, one in enumerate(differs)]
    if any(edges) and _needed([distance <= _AROUND for distance in away], widths) > room:
        away = _distances(edges)
    kept = [distance <= _AROUND for distance in away]
    for most in range(_AROUND + 1, max(away)):
        more = [distance <= most for distance in away]
        if _needed(more, widths) > room:
            break
        kept = more
    return kept


def _needed(kept: Sequence[bool], widths: Sequence[int]) -> int:
    """Return the cells that the kept columns take, with an ellipsis for each stretch that is left out."""
    left_out = sum(not one and (n == 0 or kept[n - 1]) for n, one in enumerate(kept))
    return sum(width for width, one in zip(widths, kept, strict=True) if one) + 2 * left_out


def _distances(differs: Sequence[bool]) -> list[int]:
    """Return how many columns each one is away from the nearest difference; there must be one."""
    away = [0 if one else len(differs) for one in differs]
    for order in (range(1, len(away)), range(len(away) - 2, -1, -1)):
        for n in order:
            away[n] = min(away[n], away[n - order.step] + 1)
    return away


def _one(
    cells: "Sequence[Cell]", differs: Sequence[bool], widths: Sequence[int], kept: Sequence[bool], room: int
) -> Line:
    pieces: list[tuple[str, str]] = []
    for number, cell in enumerate(cells):
        if not kept[number]:
            if number == 0 or kept[number - 1]:
                pieces.append(("… ", "muted"))
            continue
        if _cells(cell):
            text = "… " if cell.sign == "said" else one_line(cell.text)
            text = text.rstrip(",;:") if number == len(cells) - 1 else text
            style = "muted" if cell.sign == "said" else "key" if differs[number] else ""
            pieces.append((text, style))
            pieces.append((" " * (widths[number] - cell_len(text)), ""))
        else:
            pieces.append((" " * widths[number], ""))
    while pieces and not pieces[-1][0].strip():
        pieces.pop()
    result = line(*pieces)
    return result if width_of(result) <= room else (*cut(result, max(room - 1, 0)), Piece("…", "muted"))
