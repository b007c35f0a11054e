"""The view of changed places: what became of tags whose article was edited; accept, place anew, take off, or leave."""

from typing import TYPE_CHECKING

from annotations.annotation import Annotation
from tui.bars import Hint
from tui.changes import changes_page, old_words, to_look_at
from tui.deeds.tagging import with_store
from tui.dialogs.placing import Placing
from tui.page import Page
from tui.views import View

if TYPE_CHECKING:
    from annotations.store import Store
    from tui.room import Room


class ChangesView(View):
    """Moved and orphaned annotations, one below the other."""

    kind = "changes"

    def __init__(self, room: "Room") -> None:
        """List what there is to look at."""
        super().__init__(room)
        self.articles = {article.id: article for article in room.desk.shelf}
        self.annotations: list[Annotation] = []
        self.rewrite()

    def rewrite(self) -> None:
        """List anew: something was decided, or undone."""
        store = self.room.desk.store
        live = store.annotations() if store is not None else []
        self.annotations = to_look_at(annotation for annotation in live if annotation.article in self.articles)
        self.chosen = max(0, min(self.chosen, len(self.annotations) - 1))
        super().rewrite()

    @property
    def annotation(self) -> Annotation | None:
        """The chosen annotation."""
        return self.annotations[self.chosen] if self.annotations else None

    def written(self, width: int) -> Page:
        """Write the list."""
        return changes_page(self.annotations, self.articles, width)

    def hints(self) -> list[Hint]:
        """Return what the footer offers."""
        keys = self.room.overlays.keys_of_view().first
        return [
            Hint(keys("accept"), "accept the new place"),
            Hint(keys("go-there"), "look there"),
            Hint(keys("place-anew"), "place anew"),
            Hint(keys("untag"), "take off"),
            Hint(keys("undo"), "undo"),
            Hint(keys("clear"), "leave them"),
        ]

    def act(self, name: str) -> bool:
        """Decide about the chosen annotation."""
        annotation = self.annotation
        if name not in ("accept", "go-there", "place-anew", "untag"):
            return False
        if annotation is None:
            self.room.say("nothing is left to decide")
        elif name == "accept":
            self._accept(annotation)
        elif name == "untag":
            self._take_off(annotation)
        elif name == "go-there":
            self._look(annotation)
        else:
            self._place_anew(annotation)
        return True

    def _accept(self, annotation: Annotation) -> None:
        if annotation.state == "orphaned":
            self.room.say("its words are gone: place it anew, or take it off")
            return

        def change(store: "Store") -> None:
            self.room.desk.note(annotation, store.update(annotation.id, state="anchored"))
            self.room.changed()
            self.rewrite()
            self.room.say(f"accepted; {len(self.annotations)} left")

        with_store(self.room, change)

    def _take_off(self, annotation: Annotation) -> None:
        def change(store: "Store") -> None:
            store.remove(annotation.id)
            self.room.desk.note(annotation, None)
            self.room.changed()
            self.rewrite()
            self.room.say(f"{annotation.tag} taken off; {self.room.keys.first('undo')} brings it back")

        with_store(self.room, change)

    def _look(self, annotation: Annotation) -> None:
        if annotation.state == "orphaned":
            self.room.say("its words are gone; place anew chooses others")
            return
        self.room.overlays.close_view()
        self.room.go_to(annotation.article, (annotation.spans[0].start, annotation.spans[-1].end))

    def _place_anew(self, annotation: Annotation) -> None:
        """Leave the list for the article, where the words are selected."""
        self.room.overlays.close_view()
        if annotation.state == "moved":
            self.room.go_to(annotation.article, (annotation.spans[0].start, annotation.spans[-1].end))
        else:
            self.room.go_to(annotation.article)
        self.room.overlays.ask(Placing(self.room, annotation, old_words(annotation)))
