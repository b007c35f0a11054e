"""Exporting: first the format, then the file."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tui.dialogs.asking import WARNING_ROWS, Ask
from tui.dialogs.listing import Entry, Listing

if TYPE_CHECKING:
    from tui.room import Room

_ENDINGS = {
    "json": ".json", "jsonl": ".jsonl", "csv": ".csv", "w3c": ".jsonld", "brat": "-brat", "doccano": ".doccano.jsonl",
    "label-studio": ".label-studio.json", "spacy": ".spacy.jsonl", "docbin": ".spacy", "refi-qda": ".qdpx",
    "markdown": ".md", "html": ".html",
}  # fmt: skip


def ask_format(room: "Room") -> None:
    """Ask which format, then where to."""
    from annotations.formats import FORMATS

    entries = [
        Entry(form.name, form.description, Path(f"x{_ENDINGS[form.name]}").suffix or "folder", form.name)
        for form in FORMATS.values()
        if form.write
    ]
    room.overlays.ask(Listing(room, "export as", entries, lambda entry: ask_file(room, entry.value)))


def ask_file(room: "Room", form: str) -> None:
    """Ask for the file of an export."""
    name = "".join(sign if sign.isalnum() or sign in "-_." else "-" for sign in room.story_name) or "annotations"
    start = str(Path.cwd() / f"{name}-annotations{_ENDINGS.get(form, '')}")
    to_folder = form == "brat"
    ask = AskFile(
        room, f"export {form} to", lambda path, force: write(room, form, path, force), start, folder=to_folder
    )
    room.overlays.ask(ask)


def write(room: "Room", form: str, path: Path, force: bool) -> str:
    """Write an export and say so; return why it could not be written, else nothing."""
    from annotations.formats import UsageError, WriteError, export

    store = room.desk.store
    if store is None:
        return "there is no store yet"
    try:
        export(store, room.desk.shelf, form, output=path, force=force, story=room.desk.story)
    except (UsageError, WriteError) as error:
        return str(error)
    number = len(store.annotations())
    room.say(f"{number} annotation{'' if number == 1 else 's'} exported to {path}")
    return ""


class AskFile(Ask):
    """Asks for the path of a file to write; one that exists is overwritten only at a second enter.

    Where it could not be written the question stays, with what was typed and the reason.
    """

    verb = "write"

    def __init__(
        self, room: "Room", title: str, write: Callable[[Path, bool], str], start: str, *, folder: bool = False
    ) -> None:
        """Ask for a path.

        Args:
            room: The room.
            title: What is written.
            write: Called with the path and whether to overwrite; returns why that failed, else nothing.
            start: The path that is proposed.
            folder: Whether it is a folder that is written.
        """
        super().__init__(room, title, self._try, text=start)
        self.confirmed: str | None = None
        """The path of an existing file that may be overwritten."""
        self.most = 2 + WARNING_ROWS
        self._write, self._folder = write, folder

    def _try(self, text: str) -> None:
        """Write the file, and ask again where that fails; the path in the field need not be said once more."""
        path = _path(text)
        self.warning = self._write(path, self.confirmed == text).removeprefix(f"{path}: ")
        if self.warning:
            self.room.overlays.ask(self)

    def press(self, key: str, character: str | None) -> bool:
        """Ask again before a file is overwritten."""
        warning = self._doubt(self.field.text) if key == "enter" else ""
        if not warning:
            return super().press(key, character)
        self.warning = warning
        return True

    def _doubt(self, text: str) -> str:
        """Say what should be looked at again before anything is written; nothing where all is well."""
        path = _path(text)
        if not text.strip():
            return "name a file"
        if _is(path, Path.is_dir) and not self._folder:
            return "is a folder: name a file in it"
        if not _is(path.parent, Path.is_dir):
            return f"there is no folder {path.parent}"
        if self.confirmed != text and _is(path, Path.exists):
            self.confirmed = text
            return "exists: enter again overwrites it"
        return ""


def _path(text: str) -> Path:
    """Return the path that was typed; `~` is the home folder, where there is one."""
    try:
        return Path(text.strip()).expanduser()
    except RuntimeError:
        return Path(text.strip())


def _is(path: Path, what: Callable[[Path], bool]) -> bool:
    """Ask the file system about a path; what cannot be told is not so."""
    try:
        return what(path)
    except (OSError, ValueError):
        return False
