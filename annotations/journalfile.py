"""The journal's file: read from where one was, appended to, replaced, set aside."""

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

from annotations import journal
from annotations.beside import beside, make_like
from annotations.journal import Reading


def aside(path: Path, word: str) -> Path:
    """Return a free name beside a file, for what is set aside and never deleted."""
    time = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    for number in range(1, 1000):
        name = path.with_name(f"{path.name}.{word}-{time}" + (f"-{number}" if number > 1 else ""))
        if not name.exists():
            return name
    raise FileExistsError(f"{path}: too many files of its name are set aside")


class JournalFile:
    """One process's view of the journal. Writing methods need the store's lock."""

    def __init__(self, store: Path):
        self.path = beside(store, ".journal")
        self._store = store
        self.good = 0
        """Bytes that were read, or written, here: all whole lines."""
        self.generation: str | None = None
        """The generation that its header names; None if there is none, or none that can be read."""
        self._descriptor = -1
        self._inode = 0

    def grown(self) -> bool:
        """Tell whether it is another file, longer or shorter than what was read of it."""
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return self._descriptor >= 0
        return found.st_ino != self._inode or found.st_size != self.good

    def look(self) -> Reading | None:
        """Read what was added since the last look, all of it if the file is another one; None if there is none.

        Raises:
            OSError: if it cannot be read.
        """
        try:
            found = self.path.stat()
        except FileNotFoundError:
            self.close()
            return None
        if self._descriptor < 0 or found.st_ino != self._inode or found.st_size < self.good:
            self._open()
        return self.rest()

    def rest(self) -> Reading:
        """Read the rest of the file that was looked at last, also if another one has taken its name since."""
        if self._descriptor < 0:
            return Reading()
        raw = self.since(self.good)
        reading = journal.read(raw) if raw else Reading()
        if not self.good:
            self.generation = reading.generation
        self.good += reading.good
        return reading

    def since(self, place: int) -> bytes:
        """Return the bytes from a place on."""
        size = os.fstat(self._descriptor).st_size
        pieces = []
        while place < size and (piece := os.pread(self._descriptor, size - place, place)):
            pieces.append(piece)
            place += len(piece)
        return b"".join(pieces)

    def append(self, generation: str, sequence: int, lines: bytes) -> None:
        """Append lines, with a header where the file is new; after an error it is as it was before.

        Args:
            generation: The generation of the TinyDB file that the journal belongs to.
            sequence: The number of the last change before these lines.
            lines: Whole lines.

        Raises:
            OSError: if the disk does not take them.
        """
        if self._descriptor < 0:
            self._open(os.O_CREAT)
            make_like(self._store, self._descriptor)
        if not self.good:
            lines = journal.header(generation, sequence) + lines
        if os.fstat(self._descriptor).st_size > self.good:
            os.ftruncate(self._descriptor, self.good)
        try:
            self._write(lines)
        except OSError:
            os.ftruncate(self._descriptor, self.good)
            raise
        self.good += len(lines)
        self.generation = generation

    def _write(self, data: bytes) -> None:
        place = self.good
        while data:
            written = os.pwrite(self._descriptor, data, place)
            data = data[written:]
            place += written

    def renew(self, generation: str, sequence: int, lines: bytes) -> None:
        """Begin a new journal, with lines that are not in the TinyDB file yet.

        Raises:
            OSError: if that failed; the old one is still there.
        """
        raw = journal.header(generation, sequence) + lines
        fresh = beside(self.path, f".tmp-{os.getpid()}")
        try:
            with fresh.open("wb") as file:
                make_like(self._store, file.fileno())
                file.write(raw)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self.path)
        except OSError:
            fresh.unlink(missing_ok=True)
            raise
        self._open()
        self.good, self.generation = len(raw), generation

    def sync(self) -> None:
        """Force what is written to the disk. Needs no lock; another thread may replace the journal meanwhile."""
        if self._descriptor >= 0:
            descriptor = os.dup(self._descriptor)
            try:
                os.fdatasync(descriptor)
            finally:
                os.close(descriptor)

    def keep_copy(self, word: str) -> Path:
        """Copy the journal beside, before it is replaced; return the copy's name."""
        copy = aside(self.path, word)
        shutil.copyfile(self.path, copy)
        return copy

    def set_aside(self, word: str) -> Path:
        """Move the journal out of the way; return its new name."""
        name = aside(self.path, word)
        self.path.rename(name)
        self.close()
        return name

    def remove(self) -> None:
        """Remove a journal whose lines are all in the TinyDB file."""
        self.path.unlink(missing_ok=True)
        self.close()

    def close(self) -> None:
        """Forget the file."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
        self._descriptor, self._inode, self.good, self.generation = -1, 0, 0, None

    def _open(self, flags: int = 0) -> None:
        self.close()
        flags |= os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOFOLLOW
        try:
            self._descriptor = os.open(self.path, os.O_RDWR | flags, 0o666)
        except PermissionError:
            self._descriptor = os.open(self.path, os.O_RDONLY | flags)
        self._inode = os.fstat(self._descriptor).st_ino
