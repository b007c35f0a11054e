"""Out of the room: copy, export, the user's own editor."""

import os
import subprocess
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from tui.clipboard import passage, told, with_source
from tui.deeds import deed
from tui.deeds.tagging import target_of
from tui.dialogs.export import ask_format
from tui.editor import command, line_in_file

if TYPE_CHECKING:
    from tui.room import Room


@deed("copy")
def copy(room: "Room") -> None:
    """Send the passage to the terminal's clipboard: the selection, else the quote, annotation or sentence here."""
    target = target_of(room)
    send(room, passage(target.article, target.spans))


@deed("copy-with-source")
def copy_with_source(room: "Room") -> None:
    """Send the passage with speaker, outlet, title, date and address."""
    target = target_of(room)
    send(room, with_source(target.article, target.spans, target.speaker))


def send(room: "Room", text: str) -> None:
    """Send a text to the terminal's clipboard and say so."""
    room.app.copy_to_clipboard(text)
    room.say(told(text))


@deed("export")
def export(room: "Room") -> None:
    """Export the annotations: ask for format and file."""
    ask_format(room)


@deed("open-in-editor")
def open_in_editor(room: "Room") -> None:
    """Open the article's file in the user's editor, at the cursor's line."""
    article = room.pane.article
    words = command(os.environ, article.path, line_in_file(article, room.pane.cursor))
    if not words:
        room.say("no editor is known: set VISUAL or EDITOR", error=True)
        return
    before = _changed_at(room)
    try:
        with room.app.suspend():
            status = subprocess.run(words, check=False).returncode
    except SuspendNotSupported:
        room.say("this terminal cannot be given to an editor", error=True)
    except OSError as error:
        room.say(f"{words[0]}: {error.strerror}; set VISUAL or EDITOR", error=True)
    else:
        room.say(_outcome(words[0], status, changed=_changed_at(room) != before), error=status != 0)
    room.app.refresh()


def _changed_at(room: "Room") -> int | None:
    try:
        return room.pane.article.path.stat().st_mtime_ns
    except OSError:
        return None


def _outcome(editor: str, status: int, *, changed: bool) -> str:
    if status:
        return f"{editor} ended with status {status}"
    return "the file has changed: open it again to read the new text" if changed else "back from the editor"
