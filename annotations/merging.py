"""Taking in annotations from elsewhere: which of them are new, which are known, which were removed here."""

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from annotations.history import patch_of, record_of
from annotations.shape import parts, problem
from annotations.storage import JournalledStorage
from annotations.tables import ANNOTATIONS, HISTORY, Document
from annotations.times import now

Identity = tuple[str, str, tuple[tuple[int, int], ...], str]


@dataclass(slots=True)
class MergeReport:
    """What became of the documents of an import: their ids."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    """Newer than what was here; the older state is in the history."""
    known: list[str] = field(default_factory=list)
    """Here already, as new or newer."""
    removed_here: list[str] = field(default_factory=list)
    """Removed here once; they stay removed."""
    refused: list[str] = field(default_factory=list)
    """No annotations: for each a line that says why."""


def identity(document: Document) -> Identity:
    """Return what an annotation without a uuid is known by: article, tag, spans, annotator."""
    spans = tuple((span["start"], span["end"]) for span in document["spans"])
    return document["article"], document["tag"], spans, document.get("annotator", "")


def removed(storage: JournalledStorage) -> Iterator[tuple[str, Document | None]]:
    """Yield key and last state of the annotations that were removed, as far as the history knows it."""
    for _, part in parts(storage.rows(HISTORY)):
        for change in () if part["undone"] else part["changes"]:
            gone = change.get("outside") == "removed" or change.get("before") is not None
            if gone and change["table"] == ANNOTATIONS and storage.find(ANNOTATIONS, change["key"]) is None:
                yield change["key"], change.get("before")


class Merge:
    """One import, within the storage's `changing`."""

    def __init__(self, storage: JournalledStorage):
        self.report = MergeReport()
        self.changes: list[Document] = []
        """What to record in the history."""
        self._storage = storage
        gone = list(removed(storage))
        self._gone_keys = {key for key, _ in gone}
        self._gone = {identity(document) for _, document in gone if document and not problem(document)}
        self._known = {identity(doc): doc["id"] for doc in storage.rows(ANNOTATIONS).values() if not problem(doc)}

    def take(self, documents: Iterable[Document]) -> None:
        """Take documents in, each of the contract's shape; `id` and times may be missing."""
        for document in documents:
            if why := problem({"id": "", **document}):
                self.report.refused.append(f"an annotation {why}")
            elif document.get("id"):
                self._take_named(document)
            else:
                self._take_nameless(document)

    def _take_named(self, document: Document) -> None:
        name = document["id"]
        current = self._storage.document(ANNOTATIONS, name)
        if current is None and name in self._gone_keys:
            self.report.removed_here.append(name)
        elif current is None:
            self._add(document)
        elif document.get("updated", "") > current.get("updated", ""):
            self._change(current, document)
        else:
            self.report.known.append(name)

    def _take_nameless(self, document: Document) -> None:
        known = self._known.get(identity(document))
        if known is not None:
            self.report.known.append(known)
        elif identity(document) in self._gone:
            self.report.removed_here.append("")
        else:
            self._add({**document, "id": str(uuid.uuid4())})

    def _add(self, document: Document) -> None:
        time = now()
        document = {"note": "", "speaker": None, "group": None, "annotator": "", "created": time, **document}
        document = {"updated": document["created"], "origin": "person", "state": "anchored", **document}
        self._storage.put(ANNOTATIONS, self._storage.next_id(ANNOTATIONS), document)
        self.changes.append(record_of(ANNOTATIONS, document["id"], None))
        self._known[identity(document)] = document["id"]
        self.report.added.append(document["id"])

    def _change(self, current: Document, document: Document) -> None:
        new = current | document
        names = [name for name in new if name not in current or new[name] != current[name]]
        doc_id = self._storage.find(ANNOTATIONS, document["id"])
        assert doc_id is not None
        self._storage.put(ANNOTATIONS, doc_id, new)
        self.changes.append(patch_of(ANNOTATIONS, document["id"], current, names))
        self.report.changed.append(document["id"])
