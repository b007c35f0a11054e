"""Pick a tag, write a note, say who speaks: what is asked for at the bottom of the room."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotations.annotation import Annotation
from annotations.tags import Tag
from tui.deeds import deed
from tui.deeds.tagging import toggle, with_store
from tui.dialogs.asking import Ask
from tui.dialogs.pick_tag import PickTag
from tui.naming import one_line

if TYPE_CHECKING:
    from annotations.store import Store
    from tui.room import Room

NOTE_ROWS = 4
"""Rows of a note that are seen at once."""


@deed("pick-tag")
def pick_tag(room: "Room") -> None:
    """Choose a tag for what a tag key would act on."""

    def done(tag: Tag, is_new: bool) -> None:
        with_store(room, lambda store: _tag(room, store, tag, is_new=is_new))

    with_store(room, lambda _: room.overlays.ask(PickTag(room, done)))


def _tag(room: "Room", store: "Store", tag: Tag, *, is_new: bool) -> None:
    """Tag with a tag, made before if it is new; both are one step of undo."""
    with store.step(f"tag {tag.name}"):
        if is_new:
            store.add_tag(tag)
            room.desk.refresh()
        toggle(room, "pick-tag", tag.name)
    if is_new and tag.key:
        room.say(f"new tag {one_line(tag.name)}, from now on key {tag.key}")


@deed("note")
def note(room: "Room") -> None:
    """Write a note on the annotation under the cursor."""

    def ask(annotation: Annotation) -> None:
        def done(text: str) -> None:
            _update(room, annotation, "note kept" if text.strip() else "note taken off", note=text.strip())

        hint = f"{annotation.tag}: {one_line(annotation.spans[0].exact)[:200]}"
        text = annotation.note
        room.overlays.ask(Ask(room, "note", done, text=text, keeps_lines=True, rows=NOTE_ROWS, hint=hint, is_work=True))

    _with_annotation(room, "note", ask)


@deed("speaker")
def speaker(room: "Room") -> None:
    """Say who speaks in the annotation under the cursor; the articles' speakers are proposed."""

    def ask(annotation: Annotation) -> None:
        def done(text: str) -> None:
            name = one_line(text)
            _update(room, annotation, f"speaker: {name}" if name else "speaker taken off", speaker=name or None)

        hint = "who speaks? empty: nobody is named"
        text, names = annotation.speaker or "", speakers(room)
        room.overlays.ask(Ask(room, "speaker", done, text=text, proposals=names, hint=hint, is_work=True))

    _with_annotation(room, "speaker", ask)


def speakers(room: "Room") -> list[str]:
    """Return the speakers of the articles, those of the active one first, then those of other annotations."""
    story, here = room.desk.story, room.pane.article.id
    found = {} if story is None else story.quotations
    names = [q.speaker for article in sorted(found, key=lambda id_: id_ != here) for q in found[article] if q.speaker]
    names += [annotation.speaker for annotation in room.desk.annotations() if annotation.speaker]
    return list(dict.fromkeys(names))


def _with_annotation(room: "Room", what: str, ask: Callable[[Annotation], None]) -> None:
    """Ask about the annotation here; where there is none, ask for a tag first: what is typed next must not be keys."""
    here = room.annotation_here()
    if here is not None:
        with_store(room, lambda _: ask(here))
        return

    def tagged(tag: Tag, is_new: bool) -> None:
        with_store(room, lambda store: _tag(room, store, tag, is_new=is_new))
        made = room.annotation_here()
        if made is not None:
            ask(made)

    with_store(room, lambda _: room.overlays.ask(PickTag(room, tagged, f"no tag here yet: for this {what}, tag it as")))


def _update(room: "Room", before: Annotation, told: str, **fields: str | None) -> None:
    def change(store: "Store") -> None:
        with store.step(" ".join(fields)):
            room.desk.note(before, store.update(before.id, **fields))  # type: ignore[arg-type]
        room.changed()
        room.say(told)

    with_store(room, change)
