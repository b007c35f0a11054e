"""There and back: undo and redo, and what they changed brought into view."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from annotations.annotation import Annotation
from tui.bars import title_of
from tui.deeds import deed
from tui.deeds.quoting import listed
from tui.deeds.tagging import with_store
from tui.ink import fitted
from tui.pane import Pane

if TYPE_CHECKING:
    from annotations.store import Store
    from tui.room import Room

_TITLE = 40
"""Cells of an article's title in a message."""


@deed("undo")
def undo(room: "Room") -> None:
    """Undo the last step."""
    _history(room, "undone", "nothing to undo", lambda store: store.undo())


@deed("redo")
def redo(room: "Room") -> None:
    """Do the step again that was undone last."""
    _history(room, "done again", "nothing to redo", lambda store: store.redo())


def _history(room: "Room", done: str, nothing: str, step: "Callable[[Store], str | None]") -> None:
    def change(store: "Store") -> None:
        before = room.desk.known()
        label = step(store)
        room.desk.refresh()
        room.changed()
        changed = _changed(before, room.desk.known())
        for pane in room.panes:
            _bring_into_view(pane, [one for one in changed if one.article == pane.article.id])
        room.say(nothing if label is None else f"{done}: {label}{_elsewhere(room, changed)}")

    with_store(room, change)


def _changed(before: dict[str, Annotation], after: dict[str, Annotation]) -> list[Annotation]:
    """Return the annotations that came, went or became others, as they are now or were last, by article and place.

    Those that have no place in the text are left out.
    """
    ids = [id_ for id_ in before | after if before.get(id_) is not after.get(id_) and before.get(id_) != after.get(id_)]
    changed = [after.get(id_) or before[id_] for id_ in ids]
    placed = [one for one in changed if one.state != "orphaned"]
    return sorted(placed, key=lambda one: (one.article, one.start))


def _bring_into_view(pane: Pane, changed: Sequence[Annotation]) -> None:
    """Go to the first of these, unless one sees any of them where one is."""
    spans = [(one.spans[0].start, one.spans[-1].end) for one in changed]
    if spans and not any(pane.shows(span) for span in spans):
        pane.arrive(spans[0])


def _elsewhere(room: "Room", changed: Sequence[Annotation]) -> str:
    """Say in which articles something has changed that one does not look at."""
    numbers = sorted({room.desk.ids.index(one.article) for one in changed})
    in_panes = {pane.number for pane in room.panes}
    hidden = [number for number in numbers if number not in in_panes]
    if hidden:
        title = f" {fitted(title_of(room.desk.shelf[hidden[0]]), _TITLE).rstrip()}" if len(hidden) == 1 else ""
        return f" (in {listed([str(number + 1) for number in hidden])}{title}, not in a pane)"
    if numbers and room.pane.number not in numbers:
        return f" (in {listed([str(number + 1) for number in numbers])})"
    return ""
