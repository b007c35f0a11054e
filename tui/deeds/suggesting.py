"""Suggestions: walked one by one, accepted or rejected, each with its reason in the footer."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from quotes.model import Suggestion
from tui.deeds import deed
from tui.deeds.tagging import Target, add, with_store

if TYPE_CHECKING:
    from annotations.store import Store
    from tui.room import Room


@deed("next-suggestion")
def next_suggestion(room: "Room") -> None:
    """Go to the next suggestion."""
    _step(room, "next-suggestion", 1)


@deed("previous-suggestion")
def previous_suggestion(room: "Room") -> None:
    """Go to the suggestion before."""
    _step(room, "previous-suggestion", -1)


def _step(room: "Room", name: str, direction: int) -> None:
    if room.needs_suggestions(name):
        return
    left = room.desk.suggestions or []
    if not left:
        room.set_suggestion(None)
        room.say("no suggestions left")
        return
    show(room, left[_neighbour(room, left, direction) % len(left)])


def _neighbour(room: "Room", left: list[Suggestion], direction: int) -> int:
    """Return the number of the suggestion behind or before the current one, else behind or before the cursor."""
    if room.desk.suggestion in left:
        return left.index(room.desk.suggestion) + direction
    here = (room.pane.number, room.pane.cursor)
    before = sum((room.desk.ids.index(one.article), one.spans[0][0]) < here for one in left)
    return before if direction > 0 else before - 1


def show(room: "Room", suggestion: Suggestion) -> None:
    """Go to a suggestion and give its reason."""
    room.go_to(suggestion.article, (suggestion.spans[0][0], suggestion.spans[-1][1]))
    room.set_suggestion(suggestion)
    accept, reject = room.keys.first("accept"), room.keys.first("reject")
    room.say(f"{suggestion.tag}? {suggestion.reason} · {accept} accepts, {reject} rejects")


def _here(room: "Room") -> Suggestion | None:
    """Return the suggestion that accepting and rejecting mean: the current one, else the one under the cursor."""
    return room.desk.suggestion or room.desk.suggestion_at(room.pane.article.id, room.pane.cursor)


@deed("accept")
def accept(room: "Room") -> None:
    """Accept the suggestion and go on."""

    def accepted(store: "Store", suggestion: Suggestion) -> None:
        article = room.desk.article(suggestion.article)
        target = Target(article, suggestion.spans, suggestion.speaker, suggestion.group, suggestion)
        add(room, store, target, suggestion.tag)

    _decide(room, "accept", accepted)


@deed("reject")
def reject(room: "Room") -> None:
    """Reject the suggestion for good, and go on."""

    def rejected(store: "Store", suggestion: Suggestion) -> None:
        store.reject(suggestion.key)
        room.desk.drop_suggestion(suggestion)

    _decide(room, "reject", rejected)


def _decide(room: "Room", name: str, decision: "Callable[[Store, Suggestion], None]") -> None:
    """Decide on the suggestion here and go on to the next, once suggestions are there."""
    if room.needs_suggestions(name):
        return
    suggestion = _here(room)
    if suggestion is None:
        room.say(f"no suggestion here; {room.keys.first('next-suggestion')} goes to the next")
        return

    def change(store: "Store") -> None:
        number = _number(room, suggestion)
        decision(store, suggestion)
        _go_on(room, number)

    with_store(room, change)


def _number(room: "Room", suggestion: Suggestion) -> int:
    left = room.desk.suggestions or []
    return left.index(suggestion) if suggestion in left else 0


def _go_on(room: "Room", number: int) -> None:
    """Go to the suggestion that has moved up after a decision; after the last one, to the first again."""
    room.set_suggestion(None)
    room.changed()
    left = room.desk.suggestions or []
    if left:
        show(room, left[number % len(left)])
    else:
        room.say("no suggestions left")
