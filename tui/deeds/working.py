"""What the palette can do beyond the table of actions: accept a kind, look at changes, progress, filters, themes."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.annotation import Annotation
from annotations.beside import store_files
from articles.saving import refusal, save
from quotes.model import Suggestion
from tui.changes import to_look_at
from tui.clipboard import passage
from tui.deeds.tagging import Target, add, target_of, with_store
from tui.dialogs.export import AskFile
from tui.dialogs.listing import Entry, Listing
from tui.filtering import Filter, choices
from tui.ink import Piece
from tui.naming import one_line
from tui.palette import Command, suggestion_kinds, theme_commands
from tui.settings import LINE_SPACING
from tui.views.changes import ChangesView
from tui.views.messages import MessagesView
from tui.views.progress import ProgressView

if TYPE_CHECKING:
    from annotations.store import Store
    from tui.room import Room

_LISTED = 400
"""Characters of a passage and of a note that a list takes; the screen cuts them where they do not fit."""


def commands(room: "Room") -> list[Command]:
    """Return everything that the palette can do now beside the actions of the table."""
    kinds = suggestion_kinds(room.desk.suggestions or ())
    accepting = [
        Command(
            f"accept all, {kind}",
            f"{len(some)} suggestion{'' if len(some) == 1 else 's'}, one undo",
            partial(accept_all, suggestions=some),
        )
        for kind, some in kinds.items()
    ]
    return [
        *accepting,
        Command("changed places", _changes_told(room), lambda room: room.overlays.show(ChangesView(room))),
        Command("progress", "what was read, tagged, left", lambda room: room.overlays.show(ProgressView(room))),
        Command("list annotations", "all tags of these articles; enter goes there", list_annotations),
        Command("filter annotations", "by tag and annotator, for next-annotation", filter_annotations),
        Command("copy to a file", "write the passage to a file", copy_to_file),
        Command("messages", "what was said since the start", lambda room: room.overlays.show(MessagesView(room))),
    ]


def settings() -> list[Command]:
    """Return what the palette can set: line spacing and theme."""
    spacing = [
        Command(f"line spacing: {n}", "blank rows between lines", partial(set_spacing, rows=n)) for n in LINE_SPACING
    ]
    return [*spacing, *theme_commands(set_theme)]


def accept_all(room: "Room", suggestions: list[Suggestion]) -> None:
    """Accept suggestions as one step of undo."""

    def change(store: "Store") -> None:
        left = {suggestion.key for suggestion in room.desk.suggestions or ()}
        wanted = [suggestion for suggestion in suggestions if suggestion.key in left]
        with store.step(f"accept {len(wanted)} suggestions"):
            for one in wanted:
                article = room.desk.article(one.article)
                add(room, store, Target(article, one.spans, one.speaker, one.group, one), one.tag)
        room.changed()
        room.say(f"{len(wanted)} suggestions accepted; {room.keys.first('undo')} takes all of them back")

    with_store(room, change)


def _changes_told(room: "Room") -> str:
    store = room.desk.store
    number = len(to_look_at(store.annotations())) if store is not None else 0
    return f"tags whose article was edited: {number or 'none'}"


def list_annotations(room: "Room") -> None:
    """List the annotations that the filter wants; the chosen one is gone to."""
    wanted = [annotation for annotation in room.desk.annotations() if room.wanted_annotation(annotation)]

    def done(entry: Entry) -> None:
        annotation: Annotation = entry.value
        room.go_to(annotation.article, (annotation.spans[0].start, annotation.spans[-1].end))

    room.overlays.ask(Listing(room, "annotations", [_annotation_entry(room, one) for one in wanted], done))


def _annotation_entry(room: "Room", annotation: Annotation) -> Entry:
    letter = room.inks.tag_letter(annotation.tag)
    words = one_line(" […] ".join(piece.exact for piece in annotation.spans))[:_LISTED]
    more = " · ".join(part for part in (annotation.speaker, one_line(annotation.note)[:_LISTED]) if part)
    where = f"{annotation.annotator}  {room.desk.ids.index(annotation.article) + 1}"
    return Entry(
        words, f"{annotation.tag}  {more}", where, annotation, (Piece(letter, f"tag:{annotation.tag}"), Piece(" "))
    )


def filter_annotations(room: "Room") -> None:
    """Choose which annotations one walks through."""

    def done(entry: Entry) -> None:
        wanted: Filter = entry.value
        room.wanted_annotation = wanted.wants
        keys = room.keys.first
        room.say(f"{wanted.told()}; {keys('next-annotation')} {keys('previous-annotation')} walk through them")

    found = choices(room.desk.annotations(), [tag.name for tag in room.desk.tags])
    entries = [Entry(wanted.told().removeprefix("annotations: "), "", str(number), wanted) for wanted, number in found]
    room.overlays.ask(Listing(room, "walk through", entries, done))


def copy_to_file(room: "Room") -> None:
    """Write the passage to a file: for terminals that have no clipboard."""
    target = target_of(room)
    text = passage(target.article, target.spans) + "\n"

    def write(path: Path, force: bool) -> str:
        if reason := refusal(path, force=force, inputs=_read_or_kept(room)):
            return reason
        try:
            save(path, text.encode("utf-8", "replace"))
        except OSError as error:
            return f"{path}: cannot be written ({error.strerror}); choose another place"
        room.say(f"{len(text.split())} words written to {path}")
        return ""

    room.overlays.ask(AskFile(room, "copy to", write, str(Path.cwd() / "passage.txt")))


def _read_or_kept(room: "Room") -> list[Path]:
    """Return the files that nothing is ever written over: the articles, and those of the store."""
    store = room.desk.store
    return [*room.desk.shelf.paths, *(store_files(store.path) if store else ())]


def set_theme(room: "Room", theme: str) -> None:
    """Change the theme, and remember it for this story."""
    room.app.theme = theme
    room.remembering.story.theme = theme
    room.retheme()
    room.say(f"theme: {theme}")


def set_spacing(room: "Room", rows: int) -> None:
    """Change the blank rows between the lines."""
    room.settings = replace(room.settings, line_spacing=rows)
    room.remembering.story.line_spacing = rows
    for pane in room.panes:
        pane.spacing = rows
        pane.forget()
    room.say(f"line spacing: {rows}")
