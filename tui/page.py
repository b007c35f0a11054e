"""A page: lines that stay, lines that scroll, and which thing each line shows. All views and lists are pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.ink import Line, Piece, width_of


@dataclass(frozen=True, slots=True)
class Page:
    """What a view shows."""

    head: tuple[Line, ...]
    """Lines at the top that stay while the others are scrolled."""
    body: tuple[Line, ...]
    items: tuple[int | None, ...]
    """For each line of the body the number of the thing that it shows, if it shows one."""

    def runs_of(self, item: int) -> list[tuple[int, int]]:
        """Return the lines of the body that show a thing: stretches of neighbours, half open."""
        runs: list[tuple[int, int]] = []
        for row, shown in enumerate(self.items):
            if shown == item and runs and runs[-1][1] == row:
                runs[-1] = (runs[-1][0], row + 1)
            elif shown == item:
                runs.append((row, row + 1))
        return runs

    @property
    def shown(self) -> list[int]:
        """The numbers of the things, in the order in which they first appear."""
        return list(dict.fromkeys(item for item in self.items if item is not None))


def page(head: Iterable[Line], body: Iterable[tuple[Line, int | None]]) -> Page:
    """Make a page of lines and the things that they show."""
    rows = tuple(body)
    return Page(tuple(head), tuple(row for row, _ in rows), tuple(item for _, item in rows))


def top_for(page: Page, item: int, top: int, height: int) -> int:
    """Return the first line of the body to show, so that a thing is in view; as near to `top` as can be.

    A thing that several stretches show (an article in each block of a comparison) need be seen in one of them.

    Args:
        page: The page.
        item: The thing's number.
        top: The first line that is shown now.
        height: Lines of the body that the screen has room for.
    """
    runs = page.runs_of(item)
    if any(top <= first and last <= top + height for first, last in runs):
        return within(page, top, height)
    first, last = min(runs, key=lambda run: abs(run[0] - top), default=(0, 0))
    if last <= height and all(shown in (None, item) for shown in page.items[:first]):
        first = 0  # what stands above the first thing comes into view with it
    top = min(top, first) if first < top else max(top, min(last - height, first))
    return within(page, top, height)


def within(page: Page, top: int, height: int) -> int:
    """Return the nearest first line that leaves no blank at the end."""
    return max(0, min(top, len(page.body) - height))


def lit(row: Line, width: int) -> Line:
    """Return a line as the chosen one: its background reaches over the whole width."""
    return _over(row, width, "chosen")


def band(row: Line, width: int) -> Line:
    """Return a line as the title of a view: a band over the whole width."""
    return _over(row, width, "raised")


def with_more(title: Line, more: int) -> Line:
    """Return the title of a view, saying at its right end how many lines stand further below, where there is room."""
    told = f"{more} more below "
    rest, last = title[:-1], title[-1] if title else Piece("")
    if more <= 0 or last.text.strip() or len(last.text) < len(told) + 2:
        return title
    return (*rest, Piece(last.text[len(told) :], last.style), Piece(told, f"muted{last.style}"))


def _over(row: Line, width: int, ground: str) -> Line:
    filled = (*row, Piece(" " * (width - width_of(row)))) if width_of(row) < width else row
    return tuple(Piece(piece.text, f"{piece.style} on {ground}") for piece in filled)


def neighbour(shown: Sequence[int], item: int, step: int) -> int:
    """Return the thing some steps away from another one, the first or last one at the ends; 0 where there is none."""
    if not shown:
        return 0
    at = shown.index(item) if item in shown else 0
    return shown[max(0, min(at + step, len(shown) - 1))]
