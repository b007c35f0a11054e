"""The journalled storage: the tables in memory, every change in the file before the call returns."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tinydb.storages import Storage

from annotations import basefile
from annotations.errors import ReadOnlyError
from annotations.lock import FileLock
from annotations.tables import Change, Document, Tables, key_of

Listener = Callable[[Change, Document | None], None]
"""Called with each change as it enters memory, and the document that was there before."""


class JournalledStorage(Storage):
    """What TinyDB reads and writes, with transactions."""

    def __init__(self, path: Path, reason: str = ""):
        super().__init__()
        self.path = path
        self.reason = reason
        self.version = 0
        self.listeners: list[Listener] = []
        self._mutex = threading.RLock()
        self._lock = FileLock(path.with_name(path.name + ".lock"))
        self._depth = 0
        self._batch: list[tuple[Change, Document | None]] = []
        self._tables: Tables = {}
        self._keys: dict[str, dict[str, int]] = {}
        self._next_ids: dict[str, int] = {}
        self._load()

    def _load(self) -> None:
        for name, rows in basefile.read(self.path).items():
            self.rows(name)
            for row, document in rows.items():
                self._apply(Change(name, int(row), key_of(row, document), document))

    # What TinyDB asks for

    def read(self) -> Tables | None:
        """Return the tables as they are in memory, never to be altered by the caller."""
        return dict(self._tables) or None

    def write(self, data: Mapping[str, Mapping[str, Document]]) -> None:
        """Make the tables those of `data` (TinyDB calls this when it drops tables)."""
        with self.changing():
            for name in list(self._tables):
                for row in list(self._tables[name]):
                    if row not in data.get(name, {}):
                        self.put(name, int(row), None)
                if name not in data:
                    del self._tables[name]

    # What the table asks for

    def rows(self, table: str) -> dict[str, Document]:
        """Return the documents of a table by TinyDB's id; the documents are never altered, only replaced."""
        return self._tables.get(table, {})

    def touch(self, table: str) -> None:
        """Make a table, empty as yet."""
        self._tables.setdefault(table, {})

    def find(self, table: str, key: str) -> int | None:
        """Return TinyDB's id of the document that is known by a key."""
        return self._keys.get(table, {}).get(key)

    def document(self, table: str, key: str) -> Document | None:
        """Return the document that is known by a key."""
        doc_id = self.find(table, key)
        return None if doc_id is None else self._tables[table][str(doc_id)]

    def next_id(self, table: str) -> int:
        """Return an id that no document of the table has, another one each time."""
        doc_id = self._next_ids.get(table, 1)
        self._next_ids[table] = doc_id + 1
        return doc_id

    def forget_ids(self, table: str) -> None:
        """Let the ids of an empty table begin again at 1."""
        self._next_ids.pop(table, None)

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Run a block whose changes are one: all in the file when it ends, or none if it raises."""
        if self.reason:
            raise ReadOnlyError(self.reason)
        with self._mutex:
            if self._depth:
                yield
                return
            self._depth = 1
            try:
                with self._lock.held():
                    yield
                    self._commit()
            except BaseException:
                self._roll_back()
                raise
            finally:
                self._depth = 0
                self._batch = []

    def put(self, table: str, doc_id: int, document: Document | None) -> None:
        """Put a document, or take it out; only within `changing`."""
        old = self.rows(table).get(str(doc_id))
        key = key_of(doc_id, old if document is None else document)  # type: ignore[arg-type]
        change = Change(table, doc_id, key, document)
        self._apply(change)
        self._batch.append((change, old))

    def _apply(self, change: Change) -> None:
        rows = self._tables.setdefault(change.table, {})
        keys = self._keys.setdefault(change.table, {})
        row = str(change.doc_id)
        old = rows.get(row)
        if old is not None:
            keys.pop(key_of(row, old), None)
        if change.document is None:
            rows.pop(row, None)
        else:
            rows[row] = change.document
            keys[change.key] = change.doc_id
            self._next_ids[change.table] = max(self._next_ids.get(change.table, 1), change.doc_id + 1)
        for listener in self.listeners:
            listener(change, old)

    def _roll_back(self) -> None:
        for change, old in reversed(self._batch):
            self._apply(Change(change.table, change.doc_id, change.key, old))

    def _commit(self) -> None:
        if self._batch:
            basefile.replace(self.path, self._tables)
            self.version += 1
