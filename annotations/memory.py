"""The tables of a store in memory: documents by TinyDB's ids and by their own keys."""

from collections.abc import Callable, Iterable

from annotations.tables import Change, Document, Tables, key_of

Listener = Callable[[Change, Document | None], None]
"""Called with each change as it enters memory, and the document that was there before."""


class Memory:
    """Documents are never altered, only replaced: whoever holds one, or a copy of `tables`, holds a snapshot."""

    def __init__(self) -> None:
        self.tables: Tables = {}
        self.version = 0
        """Grows with every change, also by others."""
        self.listeners: list[Listener] = []
        self._keys: dict[str, dict[str, int]] = {}
        self._next_ids: dict[str, int] = {}

    def load(self, tables: Tables) -> None:
        """Hold these tables and no others; listeners are not called."""
        self.tables = tables
        self._keys = {name: {key_of(row, doc): int(row) for row, doc in rows.items()} for name, rows in tables.items()}
        self._next_ids = {name: max(map(int, rows), default=0) + 1 for name, rows in tables.items()}

    def rows(self, table: str) -> dict[str, Document]:
        """Return the documents of a table by TinyDB's id."""
        return self.tables.get(table, {})

    def find(self, table: str, key: str) -> int | None:
        """Return TinyDB's id of the document that is known by a key."""
        return self._keys.get(table, {}).get(key)

    def document(self, table: str, key: str) -> Document | None:
        """Return the document that is known by a key."""
        doc_id = self.find(table, key)
        return None if doc_id is None else self.tables[table][str(doc_id)]

    def next_id(self, table: str) -> int:
        """Return an id that no document of the table has, another one each time."""
        doc_id = self._next_ids.get(table, 1)
        self._next_ids[table] = doc_id + 1
        return doc_id

    def forget_ids(self, table: str) -> None:
        """Let the ids of an empty table begin again at 1."""
        self._next_ids.pop(table, None)

    def snapshot(self) -> Tables:
        """Return the tables as they are now, whatever changes later."""
        return {name: dict(rows) for name, rows in self.tables.items()}

    def placed(self, change: Change) -> Change:
        """Return a change of another process with the id that its document has, or can have, here."""
        doc_id = self.find(change.table, change.key)
        if doc_id is None:
            free = str(change.doc_id) not in self.rows(change.table)
            doc_id = change.doc_id if free else self.next_id(change.table)
        return Change(change.table, doc_id, change.key, change.document)

    def apply(self, changes: Iterable[Change]) -> list[Change]:
        """Make changes; return those that undo them, in the order in which to make them."""
        undoing: list[Change] = []
        for change in changes:
            old = self.rows(change.table).get(str(change.doc_id))
            undoing.append(Change(change.table, change.doc_id, change.key, old))
            self._apply(change, old)
        return undoing[::-1]

    def _apply(self, change: Change, old: Document | None) -> None:
        rows = self.tables.setdefault(change.table, {})
        keys = self._keys.setdefault(change.table, {})
        row = str(change.doc_id)
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
