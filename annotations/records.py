"""Documents of the store's tables: put, taken out, undone, done again. What `Store` builds upon."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.history import History, record_of
from annotations.tables import ARTICLES, REJECTED, TAGS, Document, key_of
from annotations.tags import BUILT_IN, Tag
from annotations.times import now
from articles.article import Article

if TYPE_CHECKING:
    from annotations.storage import JournalledStorage


class Records:
    """The tables of an open store, and the steps of undo."""

    def __init__(self, storage: "JournalledStorage", annotator: str):
        self.annotator = annotator
        self._storage = storage
        self._history = History(storage, annotator)
        self._texts: dict[str, Article] = {}
        """The articles that were seen, by the hash of their text."""
        self._unrecorded: dict[str, Document] = {}
        """Records of articles that are written along with the next change."""

    # Undo

    @contextmanager
    def step(self, label: str) -> Iterator[None]:
        """Make everything that is done in the block one step of undo; each change is saved at once all the same."""
        outermost = self._history.begin(label)
        try:
            yield
        finally:
            if outermost:
                self._history.end()

    def prepare(self) -> None:
        """Do now, in any thread, what the first change would wait for: 5,000 steps of undo are gathered in 15 ms."""
        with self._storage.mutex:
            _ = self._history.can_undo

    def undo(self) -> str | None:
        """Undo the last step of this annotator; return what was undone, or None if there is nothing to undo."""
        if not self._history.can_undo:
            return None
        with self._changing():
            return self._history.undo()

    def redo(self) -> str | None:
        """Do the step again that was undone last; return what was done, or None if there is nothing to redo."""
        if not self._history.can_redo:
            return None
        with self._changing():
            return self._history.redo()

    @contextmanager
    def _changing(self) -> Iterator[None]:
        waiting = self._unrecorded
        try:
            with self._storage.changing():
                yield
                self._record_articles()
        except BaseException:
            self._history.start_over()
            self._unrecorded = waiting
            raise

    # Further tables

    def put(
        self, table: str, id_: str, document: Document | None, *, undoable: bool = False, label: str = "change"
    ) -> None:
        """Put a document into a table under an id, in place of what was there; None takes it out.

        Args:
            table: One of `annotations.tables`.
            id_: What the document is known by; it becomes its field `id`.
            document: A JSON object.
            undoable: Whether it is a step of undo.
            label: What the step is called.
        """
        with self._changing():
            doc_id, before = self._storage.find(table, id_), self._storage.document(table, id_)
            if doc_id is None and document is None:
                return
            new = None if document is None else {**document, "id": id_}
            self._storage.put(table, self._storage.next_id(table) if doc_id is None else doc_id, new)
            if undoable:
                self._history.record(label, [record_of(table, id_, before)])

    def documents(self, table: str) -> dict[str, Document]:
        """Return the documents of a table by id."""
        with self._storage.mutex:
            return {key_of(row, document): dict(document) for row, document in self._storage.rows(table).items()}

    def tags(self) -> list[Tag]:
        """Return the code book: the built-in tags, then those that were added to this store."""
        names = ("name", "key", "letter", "colour", "description")
        own = [
            Tag(**{name: document[name] for name in names if name in document})
            for document in self.documents(TAGS).values()
            if isinstance(document.get("name"), str)
        ]
        replaced = {tag.name for tag in own}
        return [tag for tag in BUILT_IN if tag.name not in replaced] + own

    def add_tag(self, tag: Tag) -> None:
        """Add a tag to the code book of this store, or change one."""
        self.put(TAGS, tag.name, tag.to_document(), undoable=True, label=f"new tag {tag.name}")

    def reject(self, key: str) -> None:
        """Reject a suggestion, so that it is not made again."""
        document = {"annotator": self.annotator, "time": now()}
        self.put(REJECTED, key, document, undoable=True, label="reject the suggestion")

    def rejected(self) -> frozenset[str]:
        """Return the keys of the rejected suggestions."""
        return frozenset(self.documents(REJECTED))

    def record_articles(self, articles: Iterable[Article], root: Path | None = None) -> None:
        """Record where the articles are, so that exports find them; written along with the next change, or at the end.

        Args:
            articles: Those that were opened.
            root: The folder that their ids are relative to.
        """
        known = self.documents(ARTICLES)
        for article in articles:
            self._texts[article.sha256] = article
            record = self._record(article, root)
            if known.get(article.id, {}).items() >= record.items():
                self._unrecorded.pop(article.id, None)
            else:
                self._unrecorded[article.id] = record

    def _read_again(self, id_: str, sha256: str) -> Article | None:
        """Read an article where it was recorded; None where it is gone or has another text by now."""
        from annotations.recorded import read_recorded
        from articles.reading import ReadOptions

        records = [record for record in self.recorded_articles() if record.get("id") == id_ and record.get("path")]
        found = read_recorded(records, self._storage.path.parent, ReadOptions()).articles
        return next((article for article in found if article.sha256 == sha256), None)

    def _see(self, article: Article) -> None:
        """Remember an article that is annotated; where nobody has recorded it yet, do so."""
        self._texts[article.sha256] = article
        unknown = article.id not in self._unrecorded and self._storage.find(ARTICLES, article.id) is None
        if unknown and article.path != Path():
            self.record_articles([article])

    def _record(self, article: Article, root: Path | None) -> Document:
        where = {} if root is None else {"root": self._relative(root)}
        return where | {
            "id": article.id,
            "path": self._relative(article.path),
            "sha256": article.sha256,
            "encoding": article.encoding,
            "extractor": article.extractor,
            "title": article.title,
            "outlet": article.outlet,
            "length": len(article.text),
        }

    def _relative(self, path: Path) -> str:
        """Return a path relative to the store's folder, absolute where it lies elsewhere."""
        real = Path(os.path.realpath(path))
        folder = self._storage.path.parent
        return (real.relative_to(folder) if real.is_relative_to(folder) else Path(os.path.abspath(path))).as_posix()

    def _record_articles(self) -> None:
        """Write the records that wait, within `changing`."""
        for id_, record in self._unrecorded.items():
            old = self._storage.document(ARTICLES, id_) or {}
            doc_id = self._storage.find(ARTICLES, id_) or self._storage.next_id(ARTICLES)
            self._storage.put(ARTICLES, doc_id, old | record)
        self._unrecorded = {}

    def recorded_articles(self) -> list[Document]:
        """Return the records of the articles: id, path (relative to the store's folder, or absolute), sha256, ..."""
        return list((self.documents(ARTICLES) | self._unrecorded).values())
