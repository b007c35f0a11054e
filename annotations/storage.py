"""The journalled storage: the tables in memory, every change in the file before the call returns.

What TinyDB reads comes from memory. A change is one line appended to the journal, under the lock, after what other
processes appended has been taken in. Now and then the file is replaced by what memory holds (a checkpoint), and the
journal begins anew. A disk that takes nothing makes no difference to what is in memory; it is tried again.
"""

import shutil
import threading
import uuid
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Literal

from tinydb.storages import Storage

from annotations import basefile, journal, outside
from annotations.basefile import Base, Meta, Replacement
from annotations.errors import ReadOnlyError, StoreError, UnsavedError
from annotations.journal import Reading
from annotations.journalfile import JournalFile, aside
from annotations.keeper import Keeper
from annotations.lock import PATIENCE, FileLock
from annotations.memory import Memory
from annotations.migrations import SCHEMA
from annotations.outside import Outside
from annotations.sessions import is_running
from annotations.tables import ANNOTATIONS, HISTORY, Change, Document, Tables, key_of

FOLD_EVERY = 1000
"""Changes after which the journal is folded in at the latest; more where the store is larger (a quarter of it)."""


class JournalledStorage(Storage, Memory):
    """What TinyDB reads and writes, with transactions. Methods may be called from any thread."""

    def __init__(self, path: Path, reason: str = ""):
        Storage.__init__(self)
        Memory.__init__(self)
        self.path = path
        self.reason = reason
        """Why nothing can be changed; empty if it can."""
        self.version = 0
        """Grows with every change, also by others."""
        self.sequence = 0
        """Number of the last change that is in the file or the journal."""
        self.messages: list[str] = []
        self.aside: list[Path] = []
        """Files that were set aside."""
        self._mutex = threading.RLock()
        self._lock = FileLock(path.with_name(path.name + ".lock"))
        self._journal = JournalFile(path.with_name(path.name + ".journal"))
        self._keeper = Keeper(self)
        self._depth = 0
        self._batch: list[Change] = []
        self._undoing: list[Change] = []
        self._pending: list[list[Change]] = []
        """Changes that are in memory only."""
        self._failure = ""
        self._forced = 0
        self._meta = Meta()
        self._stamp: basefile.Stamp | None = None
        self._whole = False
        """Whether the file has to be replaced before anything may be appended to the journal."""
        self._open()

    # Opening

    def _open(self) -> None:
        base, reading = self._read()
        if ANNOTATIONS in base.tables:
            base.tables[ANNOTATIONS] = outside.named(base.tables[ANNOTATIONS])
        self.load(base.tables)
        self._meta, self._stamp = base.meta, base.stamp
        self.sequence = self._forced = base.meta.sequence
        self._heed_schema(base)
        changes = Outside() if base.sealed else outside.found(base)
        self.messages += changes.sentences()
        self.messages += _recovered(reading, base.meta.sequence)
        doubt = reading is not None and (reading.torn or not self._belongs(reading))
        if reading and self._belongs(reading):
            self._enter(reading)
        older = base.meta.schema < SCHEMA and bool(self.tables)
        if not self.reason and (changes or doubt or older or self._whole):
            self._settle(changes, older)
        elif not self.reason:
            basefile.remove_strays(self.path)

    def _read(self) -> tuple[Base, Reading | None]:
        """Read file and journal as they were at one moment."""
        for _ in range(50):
            base = basefile.read(self.path)
            reading = self._journal.look()
            if basefile.stamp(self.path) == base.stamp:
                return base, reading
            self._journal.close()
        raise StoreError(f"{self.path}: is being written all the time; try again when the other program has ended")

    def _settle(self, changes: Outside, older: bool) -> None:
        """Put right, under the lock, what was found: migrate, record, set aside; write it whole."""
        if older:
            shutil.copy2(self.path, self.path.with_name(f"{self.path.name}.v{self._meta.schema}.bak"))
        self._meta.schema = SCHEMA
        self._whole = self._whole or older or bool(changes)
        with self.changing():
            if changes:
                self.put(HISTORY, self.next_id(HISTORY), changes.part())

    # What TinyDB asks for

    def read(self) -> Tables | None:
        """Return the tables as they are in memory, never to be altered by the caller."""
        return dict(self.tables) or None

    def write(self, data: Mapping[str, Mapping[str, Document]]) -> None:
        """Make the tables those of `data` (TinyDB calls this when it drops tables)."""
        with self.changing():
            for name in list(self.tables):
                for row in [row for row in self.tables[name] if row not in data.get(name, {})]:
                    self.put(name, int(row), None)
                if name not in data:
                    del self.tables[name]

    def touch(self, table: str) -> None:
        """Make a table, empty as yet."""
        self.tables.setdefault(table, {})

    # Changing

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Run a block whose changes are one: all in the file when it ends, or none if it raises.

        Raises:
            ReadOnlyError: if the store is read-only.
        """
        with self._mutex:
            if self._depth:
                yield
                return
            self._depth = 1
            try:
                with self._locked() as locked:
                    if self.reason:
                        raise ReadOnlyError(f"{self.path}: {self.reason}")
                    yield
                    self._commit(locked)
            except BaseException:
                self.apply(self._undoing)
                raise
            finally:
                self._depth, self._batch, self._undoing = 0, [], []

    def put(self, table: str, doc_id: int, document: Document | None) -> None:
        """Put a document, or take it out; only within `changing`."""
        known = self.rows(table).get(str(doc_id)) if document is None else document
        if known is None:
            return
        change = Change(table, doc_id, key_of(doc_id, known), document)
        self._batch.append(change)
        self._undoing[:0] = self.apply([change])

    @contextmanager
    def _locked(self) -> Iterator[bool]:
        """Hold the lock, everything of others taken in; yield False if it cannot be had: then memory must do."""
        with ExitStack() as stack:
            locked = False
            if not self.reason:
                try:
                    stack.enter_context(self._lock.held(0.05 if self._pending else PATIENCE))
                    self._catch_up()
                    locked = True
                except OSError as error:
                    self._failed(error)
            yield locked

    def _commit(self, locked: bool) -> None:
        if self._batch:
            self._pending.append(self._batch)
            self.version += 1
        if locked:
            self._flush()
        if self._batch:
            self._keeper.wake()

    def _flush(self) -> None:
        """Write what is in memory only, under the lock."""
        try:
            if self._whole or (self._pending and not self._meta.generation):
                self._replace()
            elif self._pending:
                self._append()
            self._pending, self._failure = [], ""
        except OSError as error:
            self._failed(error)

    def _append(self) -> None:
        numbers = range(self.sequence + 1, self.sequence + 1 + len(self._pending))
        lines = b"".join(map(journal.line, numbers, self._pending))
        self._journal.append(self._meta.generation, self.sequence, lines)
        self.sequence = numbers[-1]

    def _failed(self, error: OSError) -> None:
        self._failure = f"{self.path}: could not be written: {error.strerror or error}"

    # What others did

    def refresh(self) -> bool:
        """Take in what other processes did; tell whether there was anything. Cheap where there was nothing."""
        with self._mutex:
            before = self.version
            if basefile.stamp(self.path) != self._stamp or self._journal.grown():
                if self.reason:
                    self._catch_up()
                else:
                    with self._locked():
                        pass
            return self.version != before

    def _catch_up(self) -> None:
        found = basefile.stamp(self.path)
        if found != self._stamp:
            self._enter(self._journal.rest())
            self._follow(found)
        reading = self._journal.look()
        if reading is None:
            self._whole = self._whole or self.sequence > self._meta.sequence
        elif self._belongs(reading):
            self._enter(reading, locked=not self.reason)
        elif not self.reason:
            self._set_aside()

    def _belongs(self, reading: Reading) -> bool:
        """Tell whether the journal is that of the file, not of an older or another one."""
        if self._journal.generation:
            return self._journal.generation in (self._meta.generation, self._meta.previous)
        return not reading.damaged or (bool(reading.lines) and reading.lines[0].sequence == self._meta.sequence + 1)

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
        self._whole = self._whole or bool(reading.corrected or reading.damaged or (reading.torn and locked))

    def _tell_damage(self, number: int) -> None:
        kept = ""
        if not self.reason:
            with suppress(OSError):
                self.aside.append(self._journal.keep_copy("damaged"))
                kept = f"; the journal is kept as {self.aside[-1].name}"
        self.messages.append(f"{number} changes in the journal are damaged and could not be read{kept}")

    def _set_aside(self) -> None:
        """Set aside a journal that belongs to another state of the file."""
        name = self._journal.set_aside("orphan")
        self.aside.append(name)
        self._whole = self._whole or self.sequence > self._meta.sequence
        self.messages.append(
            f"a journal that belongs to another state of this file was set aside as {name.name}; "
            "newsreader check --repair writes out what the two hold together"
        )

    def _make(self, changes: Iterable[Change]) -> None:
        """Make changes of others; what is in memory only stays on top."""
        for change in changes:
            self.apply([self.placed(change)])
        for batch in self._pending:
            batch[:] = [self.placed(change) for change in batch]
            self.apply(batch)
        self.version += 1

    def _follow(self, found: basefile.Stamp | None) -> None:
        """Follow a file that others replaced, wrote or deleted."""
        meta = basefile.peek(self.path)
        if meta and meta.previous == self._meta.generation and meta.sequence <= self.sequence:
            self._meta, self._stamp = meta, found
            return
        try:
            base = basefile.read(self.path)
        except StoreError:
            self._move_away(found)
            return
        self._heed_schema(base)
        if base.stamp is None:
            self._stamp, self._whole = None, bool(self.tables)
        else:
            self._merge(base)

    def _heed_schema(self, base: Base) -> None:
        if base.meta.schema > SCHEMA:
            self.reason = f"a newer version of newsreader wrote it (schema {base.meta.schema}); update this one"

    def _merge(self, base: Base) -> None:
        """Bring together what memory and a file hold that others wrote in their own way."""
        if ANNOTATIONS in base.tables:
            base.tables[ANNOTATIONS] = outside.named(base.tables[ANNOTATIONS])
        self._make(outside.missing(self, base))
        self._meta, self._stamp = base.meta, base.stamp
        self._whole = not base.sealed or outside.differ(self, base)
        self.sequence = max(self.sequence, base.meta.sequence)
        if self._whole:
            self.messages.append("the store was changed from outside while it was open; both sides were kept")

    def _move_away(self, found: basefile.Stamp | None) -> None:
        """Set aside a file that was put in the store's place, or was damaged, while it was open."""
        self._stamp = found
        if self.reason:
            return
        name = aside(self.path, "damaged")
        self.path.rename(name)
        self.aside.append(name)
        self._stamp, self._whole = None, True
        self.messages.append(
            f"the store was damaged from outside; that file is {name.name} now, and a good one is written"
        )

    # Saving

    @property
    def state(self) -> Literal["saved", "saving", "unsaved"]:
        """Saved: on the disk. Saving: survives the program, not yet power loss. Unsaved: in memory only."""
        if self._pending:
            return "unsaved"
        return "saving" if self._forced < self.sequence else "saved"

    @property
    def failure(self) -> str:
        """Why the last attempt to save failed, a line; empty if it did not."""
        return self._failure

    @property
    def unfolded(self) -> int:
        """How many changes are in the journal, not yet in the TinyDB file."""
        return 0 if self.reason else self.sequence - self._meta.sequence

    @property
    def overdue(self) -> bool:
        """Whether the journal is to be folded in though there is no quiet."""
        return self.unfolded >= max(FOLD_EVERY, len(self.rows(ANNOTATIONS)) // 4)

    def save_again(self) -> bool:
        """Try again to save what is in memory only; tell whether all is saved."""
        with self._mutex:
            if self._pending:
                with self._locked() as locked:
                    if locked:
                        self._flush()
            return not self._pending

    def force(self) -> None:
        """Force what is written to the disk."""
        with self._mutex:
            sequence = self.sequence
        if sequence > self._forced:
            try:
                self._journal.sync()
            except OSError as error:
                self._failed(error)
                return
            self._forced = max(self._forced, sequence)

    def fold(self) -> None:
        """Fold the journal into the TinyDB file; changes may go on meanwhile."""
        with self._mutex:
            if self._pending or not self.unfolded:
                return
            tables, meta, place = self.snapshot(), self._next_meta(), self._journal.good
        try:
            replacement = Replacement(self.path, tables, meta, gently=True)
            with self._mutex, self._locked() as locked:
                if not locked or self._whole or self._meta.generation != meta.previous:
                    replacement.discard()
                else:
                    self._install(replacement, self._journal.since(place))
        except OSError as error:
            self._failed(error)

    def _next_meta(self) -> Meta:
        new = bool(self._pending or self._whole)
        return Meta(uuid.uuid4().hex, self._meta.generation, self.sequence + new)

    def _replace(self) -> None:
        """Replace the file by what memory holds, under the lock."""
        self._install(Replacement(self.path, self.tables, self._next_meta()), b"")

    def _install(self, replacement: Replacement, lines: bytes) -> None:
        """Put the new file into place, then a journal of the lines that are not in it, under the lock."""
        self._stamp = replacement.install()
        self._meta, self._whole = replacement.meta, False
        self.sequence = max(self.sequence, self._meta.sequence)
        self._forced = max(self._forced, self._meta.sequence)
        try:
            self._journal.renew(self._meta.generation, self._meta.sequence, lines)
            replacement.install_copy()
        except OSError:
            self._whole = True
            replacement.discard()

    def sync(self) -> None:
        """Force everything to the disk.

        Raises:
            UnsavedError: if there is something that it does not take.
        """
        if not self.save_again():
            raise UnsavedError(
                f"{self._failure}; free some space, or make it writable: until then it is in memory only"
            )
        self.force()

    def close(self) -> None:
        """Fold the journal in, and end.

        Raises:
            UnsavedError: if there are changes that the disk does not take.
        """
        self._keeper.stop()
        if not self.reason:
            self.sync()
            self._fold_at_end()
        self._journal.close()

    def _fold_at_end(self) -> None:
        """Leave a TinyDB file that holds everything, and no journal; else the journal does."""
        with self._mutex:
            if not self._journal.path.exists():
                return
            with self._locked() as locked, suppress(OSError):
                if locked and (self.unfolded or self._whole):
                    self._replace()
                if locked and not self.unfolded:
                    self._journal.remove()
        self.force()


def _recovered(reading: Reading | None, sequence: int) -> Iterator[str]:
    """Yield what to tell about changes that a program left in the journal when it died."""
    parts = [
        change.document
        for line in (reading.lines if reading else ())
        for change in line.changes
        if line.sequence > sequence and change.table == HISTORY and change.document
    ]
    dead = {session for session in {part.get("session", "") for part in parts} if not is_running(session)}
    if number := sum(part.get("session", "") in dead for part in parts):
        were = "change of a program that was ended was" if number == 1 else "changes of a program that was ended were"
        yield f"{number} {were} recovered"
