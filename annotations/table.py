"""TinyDB's Table over a journalled storage: each change costs what it changes, not what the table holds."""

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from typing import Any

from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.table import Table

from annotations.storage import JournalledStorage
from annotations.tables import Document


def copied(value: Any) -> Any:
    """Return a JSON value of its own, all the way down."""
    if isinstance(value, dict):
        return {key: copied(item) for key, item in value.items()}
    if isinstance(value, list):
        return [copied(item) for item in value]
    return value


class Draft(MutableMapping[int, Document]):
    """What an update of TinyDB's works on: the table by integer ids, changed documents kept apart.

    TinyDB hands its updaters a dictionary of the whole table and writes the whole back. This one looks the same,
    copies only the documents that are looked at, and knows afterwards which of them changed.
    """

    def __init__(self, rows: Mapping[str, Document]):
        self._rows = rows
        self._seen: dict[int, Document | None] = {}

    def __getitem__(self, doc_id: int) -> Document:
        if doc_id not in self._seen:
            self._seen[doc_id] = copied(self._rows[str(doc_id)])
        document = self._seen[doc_id]
        if document is None:
            raise KeyError(doc_id)
        return document

    def __setitem__(self, doc_id: int, document: Document) -> None:
        self._seen[doc_id] = document

    def __delitem__(self, doc_id: int) -> None:
        if doc_id not in self:
            raise KeyError(doc_id)
        self._seen[doc_id] = None

    def __contains__(self, doc_id: object) -> bool:
        if doc_id in self._seen:
            return self._seen[doc_id] is not None
        return str(doc_id) in self._rows

    def __iter__(self) -> Iterator[int]:
        yield from (int(row) for row in self._rows if self._seen.get(int(row), ...) is not None)
        yield from (new for new, document in self._seen.items() if document is not None and str(new) not in self._rows)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def changes(self) -> Iterator[tuple[int, Document | None]]:
        """Yield what differs from the table: an id with its new document, or None where it was taken out."""
        for doc_id, document in self._seen.items():
            if self._rows.get(str(doc_id)) != document:
                yield doc_id, document


class JournalledTable(Table):
    """A table whose changes go to the journal. Its methods do what TinyDB's do; a test holds each against TinyDB's."""

    _storage: JournalledStorage

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        with self._storage.changing():
            draft = Draft(self._storage.rows(self.name))
            updater(draft)
            for doc_id, document in draft.changes():
                self._storage.put(self.name, doc_id, document)
            self._storage.touch(self.name)
        self.clear_cache()

    def _get_next_id(self) -> int:
        return self._storage.next_id(self.name)

    def search(self, cond: QueryLike) -> Any:
        """Find the documents that match, also those that another process changed."""
        if self._storage.version != getattr(self, "_cached_version", None):
            self.clear_cache()
            self._cached_version = self._storage.version
        return super().search(cond)

    def insert(self, document: Mapping[str, Any]) -> int:
        """Insert one document; return its id."""
        with self._storage.changing():
            return super().insert(document)

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Insert documents as one change; return their ids."""
        with self._storage.changing():
            return super().insert_multiple(documents)

    def upsert(self, document: Mapping[str, Any], cond: QueryLike | None = None) -> list[int]:
        """Update the documents that match, else insert this one."""
        with self._storage.changing():
            return super().upsert(document, cond)

    def truncate(self) -> None:
        """Take out every document; ids begin again at 1."""
        with self._storage.changing():
            super().truncate()
            self._storage.forget_ids(self.name)


class JournalledDB(TinyDB):
    """TinyDB with the journalled table."""

    table_class = JournalledTable

    def __init__(self, storage: JournalledStorage) -> None:
        super().__init__(storage=lambda: storage)
