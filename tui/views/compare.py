"""The compare view: the wordings of one shared quote; arrows choose an article, enter goes there."""

from typing import TYPE_CHECKING

from quotes.wording import Comparison, Row, compare
from tui.bars import Hint
from tui.clipboard import told
from tui.compare import compare_page, emphasised, markdown
from tui.deeds.quoting import go_to_quote
from tui.deeds.tagging import tag_everywhere, with_store
from tui.ink import Line, line
from tui.page import Page
from tui.views import View

if TYPE_CHECKING:
    from annotations.store import Store
    from quotes.model import SharedQuote
    from tui.room import Room

TAG_ACTIONS = ("claim", "quote", "boilerplate")


class CompareView(View):
    """One shared quote in all its wordings."""

    kind = "compare"

    def __init__(self, room: "Room", group: "SharedQuote") -> None:
        """Compare the wordings of a shared quote, the active article chosen."""
        super().__init__(room)
        self.articles = tuple(room.desk.shelf)
        self.take(group)

    def take(self, group: "SharedQuote") -> None:
        """Compare another shared quote."""
        self.group = group
        self.comparison: Comparison = compare(group, self.articles)
        pane, rows = self.room.pane, self.comparison.rows
        here = [number for number, row in enumerate(rows) if row.article == pane.article.id]
        self.chosen = min(here, key=lambda number: abs(rows[number].start - pane.cursor), default=0)
        self.top = 0
        self.rewrite()
        self.room.set_current(group.id)

    def written(self, width: int) -> Page:
        """Write the wordings and who said them."""
        desk = self.room.desk
        number, of = desk.number(self.group.id), len(desk.groups)
        return compare_page(self.comparison, self.articles, number, of, width, self._tags())

    def emphasise(self, row: Line, width: int) -> Line:
        """Mark the chosen article by its name: the wordings keep their own emphasis."""
        return emphasised(row)

    def hints(self) -> list[Hint]:
        """Return what the footer offers."""
        keys = self.room.overlays.keys_of_view().first
        return [
            Hint(f"{keys('next-line')} {keys('previous-line')}", "article"),
            Hint(keys("go-there"), "go there"),
            Hint(f"{keys('next-quote')} {keys('previous-quote')}", "quote"),
            Hint(keys("quote"), "tag all"),
            Hint(keys("coverage"), "coverage"),
            Hint(keys("copy"), "copy as Markdown"),
            Hint(keys("clear"), "back"),
        ]

    def act(self, name: str) -> bool:
        """Go to another quote or there, tag everywhere, copy."""
        if name in ("next-quote", "previous-quote"):
            groups = self.room.desk.groups
            step = 1 if name == "next-quote" else -1
            self.take(groups[(self.room.desk.number(self.group.id) + step) % len(groups)])
        elif name == "go-there":
            self._go(self.comparison.rows[self.chosen])
        elif name == "compare":
            self.room.overlays.close_view()
        elif name == "copy":
            text = markdown(self.comparison, self.articles, self.room.desk.number(self.group.id))
            self.room.app.copy_to_clipboard(text)
            self.room.say(f"Markdown: {told(text)}")
        elif (tag := tag_of_action(self.room, name)) is not None:
            tag_group(self.room, self.group, tag)
            self.rewrite()
        else:
            return False
        return True

    def _go(self, row: Row) -> None:
        self.room.overlays.close_view()
        go_to_quote(self.room, self.group, row.article, start=row.start)

    def _tags(self) -> list[Line]:
        """Return the letters of the tags that each wording has, in the order of the code book."""
        inks, desk = self.room.inks, self.room.desk
        order = {tag.name: number for number, tag in enumerate(desk.tags)}
        names = {
            (passage[0].article, passage[0].utterance): {
                mark.name
                for member in passage
                for mark in desk.marks(member.article).within(member.start, member.end)
                if mark.kind == "tag"
            }
            for passage in desk.passages(self.group)
        }
        rows = (
            sorted(names.get((row.article, row.utterance), ()), key=lambda name: (order.get(name, len(order)), name))
            for row in self.comparison.rows
        )
        return [line(*((inks.tag_letter(name), f"tag:{name}") for name in row)) for row in rows]


def tag_of_action(room: "Room", name: str) -> str | None:
    """Return the name of the tag that an action sets; empty for a key that has no tag yet, None for other actions."""
    if name in TAG_ACTIONS:
        return name
    if name.startswith("tag-"):
        tag = room.desk.tag_of_key(name.removeprefix("tag-"))
        return tag.name if tag else ""
    return None


def tag_group(room: "Room", group: "SharedQuote", tag: str) -> None:
    """Tag a shared quote in every article, or say that the key has no tag."""
    if not tag:
        room.say("no tag is on this key yet")
        return

    def change(store: "Store") -> None:
        tag_everywhere(room, store, group, tag)

    with_store(room, change)
