"""Which articles are in which panes. No screen: numbers of articles, numbers of slots, cells."""

from collections.abc import Sequence

WIDTHS = ((200, 4), (150, 3), (100, 2))
"""From so many columns on, so many panes; below, one."""
SMALL_WIDTH, SMALL_HEIGHT = 60, 15
"""Below either of these there is the article and one status line."""


def capacity(width: int) -> int:
    """Return how many panes a screen of this width holds."""
    return next((panes for least, panes in WIDTHS if width >= least), 1)


def is_small(width: int, height: int) -> bool:
    """Tell whether there is only room for the article and one status line."""
    return width < SMALL_WIDTH or height < SMALL_HEIGHT


def widths(width: int, panes: int) -> list[int]:
    """Share the columns of the screen among panes; each but the first begins with the rule that parts it off."""
    content = (width - panes + 1) // panes
    shares = [content, *[content + 1] * (panes - 1)]
    shares[-1] += width - sum(shares)
    return shares


class Arrangement:
    """Slots with an article each; as many of them in view as the screen holds, the active one among them."""

    def __init__(self, articles: int) -> None:
        """Arrange the articles of a shelf of this length."""
        self.articles = articles
        self.shown = [0]
        """The article of each slot."""
        self.active = 0
        """The slot where the keys go."""
        self.zoomed = False
        self.wanted: int | None = None
        """How many panes the person wants; None for as many as fit."""
        self._first = 0

    def count(self, width: int) -> int:
        """Return how many panes are in view on a screen of this width."""
        if self.zoomed:
            return 1
        return max(1, min(capacity(width), self.articles, self.wanted or self.articles))

    def in_view(self, width: int) -> list[int]:
        """Return the slots in view; slots that are missing get articles that are in none."""
        count = self.count(width)
        if len(self.shown) < count:
            self._fill(count - len(self.shown))
        self._first = max(0, min(self._first, self.active, len(self.shown) - count))
        self._first = max(self._first, self.active - count + 1)
        return list(range(self._first, self._first + count))

    def _fill(self, missing: int) -> None:
        """Make slots for the articles behind the first one, else those before it; what was in order stays in order."""
        first, active = self.shown[0], self.shown[self.active]
        in_order = self.shown == sorted(self.shown)
        free = [number for number in range(self.articles) if number not in self.shown]
        self.shown += sorted(free, key=lambda number: (number < first, abs(number - first)))[:missing]
        if in_order:
            self.shown.sort()
            self.active = self.shown.index(active)

    def show(self, article: int) -> None:
        """Go to an article: to its slot where it has one, else into the active slot."""
        if article in self.shown:
            self.active = self.shown.index(article)
        else:
            self.shown[self.active] = article

    def step(self, direction: int, width: int) -> None:
        """Go to the next pane (1) or the one before (-1); where only one is in view, to the next article."""
        slots = self.in_view(width)
        if len(slots) > 1:
            self.active = slots[(slots.index(self.active) + direction) % len(slots)]
        else:
            self.show((self.shown[self.active] + direction) % self.articles)

    def put(self, article: int, slot: int) -> None:
        """Put an article into a slot; where another slot has it, the two change places."""
        if article in self.shown:
            self.shown[self.shown.index(article)] = self.shown[slot]
        self.shown[slot] = article

    def bring(self, articles: Sequence[int], width: int) -> None:
        """Go to one of these articles that is in view; where none is, bring them side by side, the first one active.

        They take the active slot and the next ones, as many as there are articles or slots in view.
        """
        slots = self.in_view(width)
        for slot in sorted(slots, key=lambda slot: slot != self.active):
            if self.shown[slot] in articles:
                self.active = slot
                return
        if len(slots) == 1:
            self.show(articles[0])
            return
        here = slots.index(self.active)
        taken = sorted((slots[here:] + slots[:here])[: len(articles)])
        for article, slot in zip(articles, taken, strict=False):
            self.put(article, slot)
        self.active = taken[0]

    def noted(self) -> tuple[tuple[int, ...], int, int]:
        """Return what is where, for `come_back`."""
        return tuple(self.shown), self.active, self._first

    def come_back(self, noted: tuple[tuple[int, ...], int, int]) -> None:
        """Arrange the slots as they were when it was noted."""
        shown, self.active, self._first = noted
        self.shown = list(shown)

    def close(self, width: int) -> None:
        """Close the active slot; its neighbour becomes the active one."""
        self.wanted = max(1, self.count(width) - 1)
        del self.shown[self.active]
        self.active = max(0, self.active - 1) if self.active >= len(self.shown) else self.active
