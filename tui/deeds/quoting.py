"""Shared quotes: to the next one, at the same row in every pane."""

from typing import TYPE_CHECKING

from quotes.model import Member, SharedQuote
from tui.deeds import deed

if TYPE_CHECKING:
    from tui.room import Room


@deed("next-quote")
def next_quote(room: "Room") -> None:
    """Go to the next shared quote."""
    _step(room, "next-quote", 1)


@deed("previous-quote")
def previous_quote(room: "Room") -> None:
    """Go to the shared quote before."""
    _step(room, "previous-quote", -1)


def _step(room: "Room", name: str, direction: int) -> None:
    if room.needs_story(name):
        return
    groups = room.desk.groups
    if not groups:
        room.say("no shared quotes in these articles")
        return
    number = _from_here(room, direction)
    again = "from the first again" if direction > 0 else "from the last again"
    go_to_quote(room, groups[number % len(groups)], told="" if 0 <= number < len(groups) else again)


def _from_here(room: "Room", direction: int) -> int:
    """Return the number of the quote to go to; out of range where one begins again.

    From the current quote, while the cursor stands on it; else from where the cursor is in its article.
    """
    desk, pane = room.desk, room.pane
    here = desk.group_at(pane.article.id, pane.cursor)
    if here is not None and here.id == desk.current:
        return desk.number(here.id) + direction
    marks = desk.marks(pane.article.id).of_kind("quote")
    if direction > 0:
        found = next((mark for mark in marks if mark.start >= pane.cursor), None)
        later = (n for n, group in enumerate(desk.groups) if _first_article(room, group) > pane.number)
        return found.hue if found else next(later, len(desk.groups))
    found = next((mark for mark in reversed(marks) if mark.start < pane.cursor), None)
    earlier = [n for n, group in enumerate(desk.groups) if _first_article(room, group) < pane.number]
    return found.hue if found else (earlier or [-1])[-1]


def _first_article(room: "Room", group: SharedQuote) -> int:
    """Return the number of the first article that has a shared quote, in the order of the shelf."""
    return min(room.desk.ids.index(member.article) for member in group.members)


def go_to_quote(
    room: "Room", group: SharedQuote, article: str | None = None, *, start: int | None = None, told: str = ""
) -> None:
    """Go to a shared quote in every pane that has it; the cursor stands on it afterwards.

    Args:
        room: The room.
        group: The shared quote.
        article: The article to be in, if it matters.
        start: Where the member begins to go to there, should it print the quote more than once; else the first one.
        told: What there is to say beside where the quote is not.
    """
    desk, arrangement = room.desk, room.arrangement
    places = _first_members(group)
    places |= {m.article: m for m in group.members if (m.article, m.start) == (article, start)}
    wanted = [article] if article in places else list(places)
    arrangement.bring([desk.ids.index(id_) for id_ in wanted], room.app.size.width)
    room.rearrange()
    having = [(pane, places[pane.article.id]) for pane in room.panes if pane.article.id in places]
    rows = [pane.lines.row_of(member.start) for pane, member in having]
    level = min(room.pane.height // 3, *rows) if rows else 0
    for (pane, member), row in zip(having, rows, strict=True):
        pane.place.marking = False
        pane.select(None)
        pane.move(member.start, scroll=False)
        pane.scroll_rows_to(row - level, past_end=True)
    room.set_current(group.id)
    parts = [*filter(None, [told]), *_where_not(room, places)]
    if parts:
        room.say(" · ".join(parts))


def _where_not(room: "Room", places: dict[str, Member]) -> list[str]:
    """Tell which panes lack the quote, and which articles have it that are not in a pane."""
    lacking = [str(pane.number + 1) for pane in room.panes if pane.article.id not in places]
    in_view = {pane.article.id for pane in room.panes}
    outside = [str(n) for n, id_ in enumerate(room.desk.ids, 1) if id_ in places and id_ not in in_view]
    told = []
    if lacking:
        told.append(f"{listed(lacking)} {'has' if len(lacking) == 1 else 'have'} nothing of this quote")
    if outside and len(room.panes) > 1:
        told.append(f"{listed(outside)} {'has' if len(outside) == 1 else 'have'} it too, not in a pane")
    return told


def listed(numbers: list[str]) -> str:
    """Return numbers as one says them: `1`, `1 and 2`, `1, 2 and 3`."""
    return " and ".join(filter(None, [", ".join(numbers[:-1]), numbers[-1]]))


def _first_members(group: SharedQuote) -> dict[str, Member]:
    """Return the first member that each article has."""
    places: dict[str, Member] = {}
    for member in group.members:
        places.setdefault(member.article, member)
    return places
