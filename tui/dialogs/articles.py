"""Choosing an article: a list that filters, in the order of opening, name, outlet or date."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.article import Article
from articles.errors import ArticleError
from tui.bars import Hint
from tui.dialogs.listing import Entry, Listing
from tui.naming import one_line

if TYPE_CHECKING:
    from tui.room import Room

ORDERS = ("as opened", "name", "outlet", "date")


@dataclass(frozen=True, slots=True)
class Listed:
    """An article of the list, and what it can be ordered by."""

    number: int
    name: str = ""
    outlet: str = ""
    date: str = ""

    def key(self, order: str) -> tuple[bool, str, int]:
        """Return where the article stands in an order; those that lack what is asked for come last."""
        value = {"name": self.name, "outlet": self.outlet, "date": self.date}.get(order, "")
        return (order != ORDERS[0] and not value, value, self.number)


class ArticleListing(Listing):
    """The list of the opened articles; tab puts it into another order."""

    def __init__(self, room: "Room", done: Callable[[Entry], None]) -> None:
        """Prepare the list.

        Args:
            room: The room.
            done: Called with the chosen entry, whose value is a `Listed`.
        """
        entries = [_entry(room, number) for number in range(len(room.desk.ids))]
        super().__init__(room, "article", entries, done, chosen=room.pane.number)
        self.order = ORDERS[0]
        self._tell_order()

    def press(self, key: str, character: str | None) -> bool:
        """Change the order, or do what every list does."""
        if key != "tab":
            return super().press(key, character)
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        self.entries = sorted(self.entries, key=lambda entry: entry.value.key(self.order))
        self.filter()
        self._tell_order()
        return True

    def _tell_order(self) -> None:
        choose, move, leave = Listing.hints
        self.hints = (choose, move, Hint("tab", f"order: {self.order}"), leave)


def _entry(room: "Room", number: int) -> Entry:
    """Return how an article is listed: number and id, outlet, date and title, where it is."""
    label = f"{number + 1} {room.desk.ids[number]}"
    try:
        article = room.desk.shelf[number]
    except ArticleError as error:
        return Entry(label, str(error), value=Listed(number, room.desk.ids[number].casefold()))
    pane = next((f"pane {place}" for place, pane in enumerate(room.panes, 1) if pane.number == number), "")
    return Entry(label, _about(article), pane, _listed(article, number))


def _about(article: Article) -> str:
    parts = (article.outlet, article.date, article.title)
    return ": ".join(one_line(part) for part in parts if part)


def _listed(article: Article, number: int) -> Listed:
    name = (article.title or article.name).casefold()
    return Listed(number, name, (article.outlet or "").casefold(), article.date or "")
