"""The progress view: what was read, tagged, left, article by article."""

from typing import TYPE_CHECKING

from tui.bars import Hint
from tui.page import Page
from tui.progress import progress, progress_page
from tui.views import View

if TYPE_CHECKING:
    from tui.room import Room


class ProgressView(View):
    """The figures of the work; enter goes to an article."""

    kind = "list"

    def __init__(self, room: "Room") -> None:
        """Count; the active article is chosen."""
        super().__init__(room)
        self.articles = tuple(room.desk.shelf)
        here = room.pane.article.id
        self.chosen = next((n for n, article in enumerate(self.articles) if article.id == here), 0)

    def written(self, width: int) -> Page:
        """Write the figures as they are now."""
        desk = self.room.desk
        done = progress(self.articles, self.room.remembering.story.furthest, desk.annotations(), desk.suggestions or ())
        return progress_page(self.articles, done, desk.tags, width)

    def hints(self) -> list[Hint]:
        """Return what the footer offers."""
        keys = self.room.overlays.keys_of_view().first
        return [Hint(keys("go-there"), "go there"), Hint(keys("clear"), "back")]

    def act(self, name: str) -> bool:
        """Go to the chosen article."""
        if name != "go-there":
            return False
        self.room.overlays.close_view()
        self.room.go_to(self.articles[self.chosen].id)
        return True
