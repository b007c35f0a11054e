"""The journalled storage: the tables in memory, every change in the file before the call returns.

What TinyDB reads comes from memory. A change is one line appended to the journal, under the lock, after what other
processes appended has been taken in. Now and then the file is replaced by what memory holds (the journal is folded
in). A disk that takes nothing makes no difference to what is in memory; it is tried again.
"""

import shutil
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Literal

from tinydb.storages import Storage

from annotations import basefile
from annotations.basefile import Replacement
from annotations.beside import beside
from annotations.disk import Disk
from annotations.errors import ReadOnlyError, UnsavedError
from annotations.journal import Line
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

    def __init__(self, path: Path, reason: str = "", *, patient: bool = False):
        """Open it.

        Args:
            path: The TinyDB file.
            reason: Why nothing can be changed; empty if it can.
            patient: Whether a change that the disk does not take is kept in memory and tried again, or refused.
        """
        Storage.__init__(self)
        Memory.__init__(self)
        self.path = path
        self.disk = Disk(path, self, reason)
        self.mutex = threading.RLock()
        """Held while anything changes; whoever reads more than one document holds it too."""
        self._lock = FileLock(path)
        self._keeper = Keeper(self)
        self._depth = 0
        self._changed_here = False
        self._closed = False
        self._batch: list[Change] = []
        self._undoing: list[Change] = []
        self._patient = True  # what is put right at opening can wait
        self._open()
        self._patient = patient

    @property
    def reason(self) -> str:
        """Why nothing can be changed; empty if it can."""
        return self.disk.reason

    # Opening

    def _open(self) -> None:
        changes, lines = self.disk.load()
        self.disk.messages += [*changes.sentences(), *_recovered(lines)]
        if self.reason:
            return
        older = self.disk.meta.schema < SCHEMA and bool(self.tables)
        if changes or older or self.disk.doubtful:
            self._settle(changes, older)
        elif self.disk.unfolded:
            self._keeper.wake()
        basefile.remove_strays(self.path)

    def _settle(self, changes: Outside, older: bool) -> None:
        """Put right, under the lock, what was found: migrate, record, set aside; write it whole."""
        if older:
            shutil.copy2(self.path, beside(self.path, f".v{self.disk.meta.schema}.bak"))
        self.disk.whole = self.disk.whole or older or bool(changes)
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
            UnsavedError: if the disk does not take it, and the store is not patient.
        """
        with self.mutex:
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
                self.apply(self._undoing[::-1])
                raise
            finally:
                self._depth, self._batch, self._undoing = 0, [], []

    def put(self, table: str, doc_id: int, document: Document | None) -> None:
        """Put a document, or take it out; only within `changing`.

        Raises:
            ValueError: if another document of the table has its `id`.
        """
        if document is not None and self.find(table, key_of(doc_id, document)) not in (None, doc_id):
            raise ValueError(f"another document of the table {table} has the id {document['id']!r}")
        old = self.rows(table).get(str(doc_id))
        if old is not None and (document is None or key_of(doc_id, document) != key_of(doc_id, old)):
            self._make(Change(table, doc_id, key_of(doc_id, old), None))
        if document is not None:
            self._make(Change(table, doc_id, key_of(doc_id, document), document))

    def _make(self, change: Change) -> None:
        self._batch.append(change)
        self._undoing += self.apply([change])

    @contextmanager
    def _locked(self) -> Iterator[bool]:
        """Hold the lock, everything of others taken in; yield False if it cannot be had: then memory must do."""
        with ExitStack() as stack:
            locked = False
            if not self.reason:
                try:
                    stack.enter_context(self._lock.held(0.05 if self.disk.pending else PATIENCE))
                    self.disk.catch_up()
                    locked = True
                except OSError as error:
                    self.disk.failed(error)
            yield locked

    def _commit(self, locked: bool) -> None:
        if self._batch:
            self.disk.pending.append(self._batch)
        if locked:
            self.disk.flush()
        if self._batch:
            if self.disk.pending and not self._patient:
                self.disk.pending.pop()
                raise UnsavedError(f"{self.disk.failure}; {self.disk.advice}, and try again")
            self._undoing = []
            self._changed_here = True
            self.version += 1
            self._keeper.wake()

    # What others did

    def refresh(self) -> bool:
        """Take in what other processes did; tell whether there was anything. Cheap where there was nothing."""
        with self.mutex:
            before = self.version
            if self.disk.changed:
                if self.reason:
                    with suppress(OSError):
                        self.disk.catch_up()
                else:
                    with self._locked():
                        pass
            return self.version != before

    # Saving

    @property
    def state(self) -> Literal["saved", "saving", "unsaved"]:
        """Saved: on the disk. Saving: survives the program, not yet power loss. Unsaved: in memory only."""
        if self.disk.pending:
            return "unsaved"
        return "saving" if self.disk.forced < self.disk.own else "saved"

    @property
    def unfolded(self) -> int:
        """How many changes are in the journal, not yet in the TinyDB file."""
        return 0 if self.reason else self.disk.unfolded

    @property
    def overdue(self) -> bool:
        """Whether the journal is to be folded in though there is no quiet."""
        return self.unfolded >= max(FOLD_EVERY, len(self.rows(ANNOTATIONS)) // 4)

    def save_again(self) -> bool:
        """Try again to save what is in memory only; tell whether all is saved."""
        with self.mutex:
            if self.disk.pending:
                self._flush()
            return not self.disk.pending

    def force(self) -> None:
        """Force what is written to the disk."""
        with self.mutex:
            sequence = self.disk.sequence
        if sequence > self.disk.forced:
            try:
                self.disk.journal.sync()
            except OSError as error:
                self.disk.failed(error)
                return
            self.disk.forced = max(self.disk.forced, sequence)

    def fold(self) -> None:
        """Fold the journal into the TinyDB file; changes may go on meanwhile."""
        with self.mutex:
            if self.disk.pending or not self.unfolded:
                return
            if self.disk.whole:
                self._flush()
                return
            tables, meta, place = self.snapshot(), self.disk.next_meta(), self.disk.journal.good
        try:
            replacement = Replacement(self.path, tables, meta, gently=True)
            with self.mutex, self._locked() as locked:
                if not locked or self.disk.whole or self.disk.meta.generation != meta.previous:
                    replacement.discard()
                else:
                    self.disk.install(replacement, self.disk.journal.since(place))
        except OSError as error:
            self.disk.failed(error)

    def _flush(self) -> None:
        with self._locked() as locked:
            if locked:
                self.disk.flush()

    def sync(self) -> None:
        """Force everything to the disk.

        Raises:
            UnsavedError: if there is something that it does not take.
        """
        if not self.save_again():
            raise UnsavedError(f"{self.disk.failure}; {self.disk.advice}: until then it is in memory only")
        self.force()

    def close(self) -> None:
        """Fold the journal in, and end; a second time does nothing.

        Raises:
            UnsavedError: if there are changes that the disk does not take.
        """
        if self._closed:
            return
        self._keeper.stop()
        if not self.reason:
            self.sync()
            self._fold_at_end()
        self._closed = True
        self.disk.journal.close()

    def _fold_at_end(self) -> None:
        """Leave a TinyDB file that holds everything, and no journal; else the journal does."""
        with self.mutex:
            if not (self._changed_here or self.disk.journal.path.exists()):
                return
            with self._locked() as locked, suppress(OSError):
                wanted = (
                    self._changed_here or self.path.exists()
                )  # a store that was deleted, and only looked at, is not
                if locked and (self.unfolded or (self.disk.whole and wanted)):
                    self.disk.replace()
                if locked and not self.unfolded:
                    self.disk.journal.remove()
        self.force()


def _recovered(lines: Iterable[Line]) -> Iterator[str]:
    """Yield what to tell about changes that a program left in the journal when it was ended."""
    changes = [change for line in lines for change in line.changes if change.table == HISTORY and change.document]
    sessions = [str(change.document.get("session", "")) for change in changes if change.document]
    running = {session: is_running(session) for session in set(sessions)}
    if number := sum(not running[session] for session in sessions):
        were = "change was" if number == 1 else "changes were"
        yield f"newsreader was ended abruptly: {number} {were} recovered"
