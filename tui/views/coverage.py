"""The coverage view: quotes by articles."""

from typing import TYPE_CHECKING

from tui.bars import Hint
from tui.clipboard import told
from tui.coverage import ORDERS, SHOWN, Order, Row, Shown, chosen, rows
from tui.coverage_page import articles_in_view, coverage_page, emphasised, markdown, whole_quote
from tui.deeds.quoting import go_to_quote
from tui.ink import Line, Piece
from tui.page import Page, neighbour
from tui.views import View
from tui.views.compare import CompareView, tag_group, tag_of_action

if TYPE_CHECKING:
    from tui.room import Room


_FOOT_ROWS = 3
"""Rows that show the chosen quote whole."""


class CoverageView(View):
    """Who has which quote, and how."""

    kind = "coverage"

    def __init__(self, room: "Room") -> None:
        """Make the table; the current quote is chosen."""
        super().__init__(room)
        story = room.desk.story
        assert story is not None
        self.articles = tuple(room.desk.shelf)
        quotations = [quotation for found in story.quotations.values() for quotation in found]
        self.table = rows(self.articles, story.groups, quotations)
        self.shown: Shown = "all"
        self.order: Order = "place"
        self.first = 0
        self._choose_row(next((row for row in self.table if row.group and row.group == room.desk.current), None))

    @property
    def wanted(self) -> list[Row]:
        """The rows of the filter, in order."""
        return chosen(self.table, self.shown, self.order)

    @property
    def row(self) -> Row | None:
        """The chosen row."""
        wanted = self.wanted
        return wanted[self.chosen] if self.chosen < len(wanted) else None

    def written(self, width: int) -> Page:
        """Write the table."""
        return coverage_page(self.articles, self.table, width, self.shown, self.order, self.first)

    def emphasise(self, row: Line, width: int) -> Line:
        """Light the chosen row up, its words in bold."""
        return emphasised(row, width)

    def foot(self, width: int) -> list[Line]:
        """Return the chosen quote whole, under a rule: its column is never wide enough."""
        row = self.row
        if row is None:
            return []
        return [(Piece("─" * width, "rule"),), *whole_quote(row, width, _FOOT_ROWS)]

    def hints(self) -> list[Hint]:
        """Return what the footer offers."""
        keys = self.room.overlays.keys_of_view().first
        hidden = articles_in_view(self.room.app.size.width, len(self.articles)) < len(self.articles)
        further = [Hint(f"{keys('previous-word')} {keys('next-word')}", "further articles")] if hidden else []
        return [
            Hint(keys("go-there"), "go there"),
            *further,
            Hint(keys("sort"), f"sort: {self.order}"),
            Hint(keys("show"), "next list"),
            Hint(keys("compare"), "compare"),
            Hint(keys("copy"), "copy as Markdown"),
            Hint(keys("clear"), "back"),
        ]

    def act(self, name: str) -> bool:
        """Sort, filter, go there, compare, tag, copy."""
        row = self.row
        if name in ("sort", "show"):
            self._turn(name)
        elif name in ("next-quote", "previous-quote"):
            step = 1 if name == "next-quote" else -1
            self.choose(neighbour(self.page(self.room.app.size.width).shown, self.chosen, step))
        elif name in ("next-word", "previous-word"):
            self.scroll_articles(1 if name == "next-word" else -1)
        elif name == "go-there":
            self._go(row)
        elif name == "compare":
            self._compare(row)
        elif name == "coverage":
            self.room.overlays.close_view()
        elif name == "copy":
            text = markdown(self.articles, self.table, self.shown, self.order)
            self.room.app.copy_to_clipboard(text)
            self.room.say(f"Markdown: {told(text)}")
        elif (tag := tag_of_action(self.room, name)) is not None:
            self._tag(row, tag)
        else:
            return False
        return True

    def scroll_articles(self, step: int) -> None:
        """Show further articles, where there is no room for all."""
        last = len(self.articles) - articles_in_view(self.room.app.size.width, len(self.articles))
        self.first = max(0, min(self.first + step, last))
        self.rewrite()

    def _turn(self, name: str) -> None:
        row = self.row
        if name == "sort":
            self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        else:
            self.shown = SHOWN[(SHOWN.index(self.shown) + 1) % len(SHOWN)]
        self.rewrite()
        self.top = 0
        self._choose_row(row)

    def _choose_row(self, row: Row | None) -> None:
        wanted = self.wanted
        self.chosen = wanted.index(row) if row in wanted else 0
        if wanted:
            self.choose(self.chosen)

    def _go(self, row: Row | None) -> None:
        """Go to the quote: in the active article where it has it, else in the first one that has it."""
        if row is None:
            return
        self.room.overlays.close_view()
        having = [number for number, place in enumerate(row.places) if place is not None]
        here = self.room.pane.article
        at = next((number for number in having if self.articles[number] is here), having[0])
        group = self.room.desk.group(row.group)
        place = row.places[at]
        if group is not None:
            go_to_quote(self.room, group, self.articles[at].id, start=place.start if place else None)
        elif place is not None:
            self.room.go_to(self.articles[at].id, place)

    def _compare(self, row: Row | None) -> None:
        group = self.room.desk.group(row.group) if row else None
        if group is None:
            self.room.say("only one article has this: there is nothing to compare")
        else:
            self.room.overlays.show(CompareView(self.room, group))

    def _tag(self, row: Row | None, tag: str) -> None:
        group = self.room.desk.group(row.group) if row else None
        if group is None:
            self.room.say("only one article has this: go there to tag it")
        else:
            tag_group(self.room, group, tag)
