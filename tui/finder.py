"""The finder of a room: what was searched, where it was found, and the marks of what is in view."""

from functools import partial
from typing import TYPE_CHECKING

from articles.article import Article
from tui.layers import Mark
from tui.search import Match, Search, Searcher

if TYPE_CHECKING:
    from tui.room import Room


class Finder:
    """Searches the articles of a room; kept for as long as the room, so that texts are folded once."""

    def __init__(self, room: "Room") -> None:
        """Belong to a room."""
        self.room = room
        self.typed = ""
        self.regular = False
        self.search: Search | None = None
        self.match: Match | None = None
        self._articles: list[Article] = []
        self._numbers: dict[str, int] = {}
        self._searcher: Searcher | None = None

    def _ready(self) -> Searcher:
        """Return what searches; it was prepared in a thread, unless somebody searches before that is done."""
        if self._searcher is None:
            desk = self.room.desk
            self._articles = desk.articles
            self._numbers = {article.id: number for number, article in enumerate(self._articles)}
            self._searcher = desk.searcher or Searcher(self._articles)
        return self._searcher

    def look_for(self, typed: str, *, regular: bool, article: str, offset: int) -> None:
        """Search, and take the first match from a place on.

        Args:
            typed: What was typed.
            regular: Whether it is a regular expression.
            article: Id of the article to begin in.
            offset: Where to begin: code points.
        """
        self.typed, self.regular = typed, regular
        self.search = self._ready().look_for(typed, regular=regular)
        self.match = self.search.next(self._number(article), offset)
        self._show()

    def step(self, direction: int) -> bool:
        """Go to the next match (1) or the one before (-1) from the cursor; return whether there is one."""
        pane = self.room.pane
        if self.search is None:
            self.search = self._ready().look_for(self.typed, regular=self.regular)
            self._show()
        at = self._number(pane.article.id)
        here = self._here(at)
        if direction > 0:
            self.match = self.search.next(at, pane.word.end if here is None else here.span.start + 1)
        else:
            self.match = self.search.previous(at, pane.cursor if here is None else here.span.start)
        if self.match is None:
            return False
        self.go()
        return True

    def _here(self, number: int) -> Match | None:
        """Return the current match while the cursor stands on it."""
        match, word = self.match, self.room.pane.word
        if match is None or match.article != number:
            return None
        return match if match.span.start < word.end and word.start < match.span.end else None

    def go(self) -> None:
        """Go to the current match."""
        if self.match is not None:
            self.room.go_to(self._articles[self.match.article].id, self.match.span)

    def _number(self, article: str) -> int:
        return self._numbers.get(article, 0)

    def within(self, article: str, start: int, end: int) -> list[Mark]:
        """Return the marks of the matches that touch a stretch of an article."""
        if self.search is None or not self.search.hits:
            return []
        spans = self.search.within(self._number(article), start, end)
        return [Mark(*span, "match", "match") for span in spans]

    def told(self) -> str:
        """Say what was found: which of how many, in how many articles."""
        search = self.search
        if search is None or not self.typed:
            return ""
        if search.error:
            return search.error
        more = "" if search.complete else "; the time was up, there may be more"
        if not search.total:
            return f"nowhere{'' if self.typed == self.typed.lower() else '; capitals count'}{more}"
        within = sum(1 for count in search.counts if count)
        number = f"{self.match.number:,} of " if self.match else ""
        return f"{number}{search.total:,} in {within} article{'' if within == 1 else 's'}{more}"

    @property
    def is_shown(self) -> bool:
        """Whether matches are marked."""
        return self.search is not None and bool(self.search.hits)

    def clear(self) -> None:
        """Take the marks away; what was searched is kept for the next match."""
        self.search = self.match = None
        self._show()

    def _show(self) -> None:
        """Mark the matches of what is in view, or take their marks away."""
        for article in self._articles:
            self.room.desk.marks(article.id).found = partial(self.within, article.id) if self.is_shown else None
        for pane in self.room.panes:
            pane.redraw()
