"""A store's files as one process knows them: what is in them, and what of it is in memory.

Every method that writes needs the store's lock. What others wrote is taken in first; then a change is one line of the
journal, or the whole file where there is none yet, or where it is not as it should be.
"""

import uuid
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from annotations import basefile, journal, outside
from annotations.basefile import Base, Meta, Replacement
from annotations.beside import beside
from annotations.errors import StoreError
from annotations.journal import Reading
from annotations.journalfile import JournalFile, aside
from annotations.memory import Memory
from annotations.migrations import SCHEMA
from annotations.outside import Outside
from annotations.tables import ANNOTATIONS, Change


class Disk:
    """The TinyDB file and its journal."""

    def __init__(self, path: Path, memory: Memory, reason: str):
        self.path = path
        self.reason = reason
        """Why nothing may be written; empty if it may."""
        self.messages: list[str] = []
        self.aside: list[Path] = []
        """Files that were set aside."""
        self.sequence = 0
        """Number of the last change that is in the file or the journal."""
        self.own = 0
        """Number of the last one that was made here."""
        self.forced = 0
        """Number of the last one that is known to survive power loss."""
        self.pending: list[list[Change]] = []
        """Changes that are in memory only."""
        self.failure = ""
        """Why the last attempt to write failed, a line."""
        self.advice = ""
        """What the person can do about it."""
        self.meta = Meta()
        self.whole = False
        """Whether the file has to be replaced before anything may be appended to the journal."""
        self.doubtful = False
        """Whether, after `load`, something is to be put right under the lock."""
        self.journal = JournalFile(path)
        self._memory = memory
        self._stamp: basefile.Stamp | None = None

    @property
    def unfolded(self) -> int:
        """How many changes are in the journal, not yet in the TinyDB file."""
        return self.sequence - self.meta.sequence

    @property
    def changed(self) -> bool:
        """Whether another process may have done something; cheap."""
        return basefile.stamp(self.path) != self._stamp or self.journal.grown()

    # Reading

    def load(self) -> tuple[Outside, list[journal.Line]]:
        """Read file and journal; return what others had changed in the file, and what the journal had to add."""
        base, reading = self._read()
        _name(base)
        changes = Outside() if base.sealed else outside.found(base)
        self._memory.load(base.tables)
        self.meta, self._stamp = base.meta, base.stamp
        self.sequence = self.forced = base.meta.sequence
        self._heed_schema(base)
        self._heed_copy(base)
        if reading is None:
            return changes, []
        if not self._belongs(reading):
            self.journal.close()  # the next look sees it as new
            self.doubtful = True
            return changes, []
        self._enter(reading)
        self.doubtful = reading.torn or self.whole
        return changes, [line for line in reading.lines if line.sequence > base.meta.sequence]

    def _read(self) -> tuple[Base, Reading | None]:
        """Read file and journal as they were at one moment."""
        for _ in range(50):
            base = basefile.read(self.path)
            reading = self.journal.look()
            if basefile.stamp(self.path) == base.stamp:
                return base, reading
            self.journal.close()
        raise StoreError(f"{self.path}: is being written all the time; try again when the other program has ended")

    # What others did

    def catch_up(self) -> None:
        """Take in what other processes did, under the lock; read-only, without it.

        Raises:
            OSError: if the files cannot be read.
        """
        found = basefile.stamp(self.path)
        if found != self._stamp:
            self._enter(self.journal.rest())
            self._follow(found)
        if not self.journal.grown():
            return
        reading = self.journal.look()
        if reading is None:
            self.whole = self.whole or self.sequence > self.meta.sequence
        elif self._belongs(reading):
            self._enter(reading, locked=not self.reason)
        elif not self.reason:
            self._set_aside()

    def _belongs(self, reading: Reading) -> bool:
        """Tell whether the journal is that of the file, not of an older or another one."""
        if self.journal.generation:
            return self._fits()
        return not reading.damaged or (bool(reading.lines) and reading.lines[0].sequence == self.meta.sequence + 1)

    def _fits(self) -> bool:
        """Tell whether the journal names this generation, or the one before: then its writer died between the two."""
        return self.journal.generation in (None, self.meta.generation, self.meta.previous)

    def _enter(self, reading: Reading, *, locked: bool = False) -> None:
        """Take in lines of the journal; what is wrong with it is told, and kept aside."""
        lines = [line for line in reading.lines if line.sequence > self.sequence]
        if lines:
            self._make(change for line in lines for change in line.changes)
            self.sequence = lines[-1].sequence
        if reading.corrected:
            self.messages.append(f"{reading.corrected} damaged bytes of the journal were put right by their checksums")
        if reading.damaged:
            self._tell_damage(reading.damaged)
        if reading.dropped and locked:
            self.messages.append("the last change was not written to its end when its program died, and is not there")
        self.whole = self.whole or bool(reading.corrected or reading.damaged or (reading.torn and locked))

    def _tell_damage(self, number: int) -> None:
        kept = ""
        if not self.reason:
            with suppress(OSError):
                self.aside.append(self.journal.keep_copy("damaged"))
                kept = f"; the journal is kept as {self.aside[-1].name}"
        self.messages.append(f"{number} changes in the journal are damaged and could not be read{kept}")

    def _set_aside(self) -> None:
        """Set aside a journal that belongs to another state of the file."""
        name = self.journal.set_aside("orphan")
        self.aside.append(name)
        self.whole = self.whole or self.sequence > self.meta.sequence
        self.messages.append(
            f"a journal that belongs to another state of this file was set aside as {name.name}; "
            "newsreader check --repair writes out what the two hold together"
        )

    def _make(self, changes: Iterable[Change]) -> None:
        """Make changes of others; what is in memory only stays on top."""
        for change in changes:
            self._memory.apply([self._memory.placed(change)])
        for batch in self.pending:
            batch[:] = [self._memory.placed(change) for change in batch]
            self._memory.apply(batch)
        self._memory.version += 1

    def _follow(self, found: basefile.Stamp | None) -> None:
        """Follow a file that others replaced, wrote or deleted."""
        meta = basefile.peek(self.path)
        if meta and meta.previous == self.meta.generation and meta.sequence <= self.sequence:
            self.meta, self._stamp = meta, found
            return
        try:
            base = basefile.read(self.path)
        except StoreError:
            self._move_away(found)
            return
        self._heed_schema(base)
        if base.stamp is None:
            self._stamp, self.whole = None, bool(self._memory.tables)
        else:
            self._merge(base)

    def _heed_schema(self, base: Base) -> None:
        if base.meta.schema > SCHEMA:
            self.reason = f"a newer version of newsreader wrote it (schema {base.meta.schema}); update this one"

    def _heed_copy(self, base: Base) -> None:
        """Tell of the last good state where there is no file, or an empty one: somebody may have lost it."""
        copy = beside(self.path, ".bak")
        if not base.tables and basefile.peek(copy):
            was = "is not there" if base.stamp is None else "is empty"
            self.messages.append(
                f"the store {was}, but {copy.name} has its last good state, which is kept; "
                f"newsreader check --repair --db {self.path} writes it out beside"
            )

    def _merge(self, base: Base) -> None:
        """Bring together what memory and a file hold that others wrote in their own way."""
        _name(base)
        self._make(outside.missing(self._memory, base))
        self.meta, self._stamp = base.meta, base.stamp
        self.whole = not base.sealed or outside.differ(self._memory, base)
        self.sequence = max(self.sequence, base.meta.sequence)
        if self.whole:
            self.messages.append("the store was changed from outside while it was open; both sides were kept")

    def _move_away(self, found: basefile.Stamp | None) -> None:
        """Set aside a file that was put in the store's place, or was damaged, while it was open."""
        self._stamp = found
        if self.reason:
            return
        name = aside(self.path, "damaged")
        self.path.rename(name)
        self.aside.append(name)
        self._stamp, self.whole = None, True
        self.messages.append(
            f"the store was damaged from outside; that file is {name.name} now, and a good one is written"
        )

    # Writing

    def flush(self) -> None:
        """Write what is in memory only, under the lock."""
        try:
            if self.whole or (self.pending and not (self.meta.generation and self._fits())):
                self.replace()
            elif self.pending:
                self._append()
            self.pending, self.failure = [], ""
        except OSError as error:
            self.failed(error)

    def _append(self) -> None:
        numbers = range(self.sequence + 1, self.sequence + 1 + len(self.pending))
        lines = b"".join(map(journal.line, numbers, self.pending))
        self.journal.append(self.meta.generation, self.sequence, lines)
        self.sequence = self.own = numbers[-1]

    def failed(self, error: OSError) -> None:
        """Note why something could not be written."""
        self.failure = f"{self.path}: could not be written: {error.strerror or error}"
        held = isinstance(error, TimeoutError)
        self.advice = "end that process" if held else "free some space, or make it writable"

    def next_meta(self) -> Meta:
        """Return what the next file says about itself.

        What is in no journal counts as a change more, so that other processes read the file rather than trust theirs.
        """
        new = bool(self.pending or self.whole)
        return Meta(uuid.uuid4().hex, self.meta.generation, self.sequence + new)

    def replace(self) -> None:
        """Replace the file by what memory holds, under the lock."""
        self.install(Replacement(self.path, self._memory.tables, self.next_meta()), b"")

    def install(self, replacement: Replacement, lines: bytes) -> None:
        """Put the new file into place, then a journal of the lines that are not in it, under the lock."""
        try:
            self._stamp = replacement.install()
        except OSError:
            replacement.discard()
            raise
        self.meta, self.whole = replacement.meta, False
        self.sequence = max(self.sequence, self.meta.sequence)
        self.forced = max(self.forced, self.meta.sequence)
        try:
            self.journal.renew(self.meta.generation, self.meta.sequence, lines)
        except OSError:
            self.whole = True  # the old journal still holds the lines
        with suppress(OSError):
            if not replacement.meta.previous:
                self._keep_copy()
            replacement.install_copy()
        replacement.discard()

    def _keep_copy(self) -> None:
        """Set aside the last good state of a file that is no more, before the new one has a copy of its own."""
        copy = beside(self.path, ".bak")
        if basefile.peek(copy):
            name = aside(self.path, "bak")
            copy.rename(name)
            self.aside.append(name)


def _name(base: Base) -> None:
    """Give the annotations names that plain TinyDB put in without."""
    if ANNOTATIONS in base.tables:
        base.tables[ANNOTATIONS] = outside.named(base.tables[ANNOTATIONS])
