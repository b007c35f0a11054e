"""The store: what people mark, in a TinyDB file that loses nothing."""

import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import EllipsisType, TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self

from annotations.annotation import Annotation, Origin, State, selectors
from annotations.errors import ReadOnlyError, StoreError, UnknownAnnotationError, UnsavedError
from annotations.tables import ANNOTATIONS, ARTICLES, REJECTED, TAGS, Document
from annotations.tags import BUILT_IN, Tag
from annotations.times import now
from articles.article import Article

if TYPE_CHECKING:
    from annotations.storage import JournalledStorage

__all__ = ["ReadOnlyError", "Store", "StoreError", "UnknownAnnotationError", "UnsavedError", "open_store"]

Spans = Iterable[tuple[int, int]]


def open_store(path: str | Path, *, annotator: str | None = None, read_only: bool = False) -> "Store":
    """Open a store; one that does not exist is made at the first change.

    Args:
        path: The TinyDB file.
        annotator: Who marks, and whose steps are undone; the login name, if None.
        read_only: Whether to look only.

    Raises:
        StoreError: one line: the file, what is wrong, what to do. The file is not changed.
    """
    from annotations.opening import opened_storage

    return Store(opened_storage(Path(path), read_only=read_only), login() if annotator is None else annotator)


def login() -> str:
    """Return the login name, or "unknown" where there is none."""
    from getpass import getuser

    try:
        return getuser()
    except (KeyError, OSError, ImportError):
        return "unknown"


class Store:
    """The annotations of one set of articles. Made by `open_store`; also a context manager, closed at its end."""

    def __init__(self, storage: "JournalledStorage", annotator: str):
        from annotations.history import History
        from annotations.index import AnnotationIndex

        self.annotator = annotator
        self._storage = storage
        self._history = History(storage, annotator)
        self._index = AnnotationIndex(storage.rows(ANNOTATIONS).values())
        storage.listeners.append(self._index.heard)
        self._texts: dict[str, Article] = {}

    # What it is

    @property
    def path(self) -> Path:
        """The file, symbolic links followed."""
        return self._storage.path

    @property
    def read_only(self) -> bool:
        """Whether it can only be looked at; `reason` says why."""
        return bool(self._storage.reason)

    @property
    def reason(self) -> str:
        """Why it is read-only, a sentence; empty if it is not."""
        return self._storage.reason

    @property
    def state(self) -> Literal["saved", "saving", "unsaved"]:
        """Saved: on the disk. Saving: in the file, not yet forced to the disk. Unsaved: in memory only, tried again."""
        return self._storage.state

    @property
    def messages(self) -> list[str]:
        """What was recovered or set aside, a sentence each, to be told once to the person."""
        return self._storage.messages

    @property
    def version(self) -> int:
        """Grows with every change, also by another process."""
        return self._storage.version

    # Annotations

    def add(
        self,
        article: Article,
        spans: Spans,
        tag: str,
        note: str = "",
        speaker: str | None = None,
        annotator: str | None = None,
        group: str | None = None,
        origin: Origin = "person",
    ) -> Annotation:
        """Tag a passage.

        Args:
            article: Where it is.
            spans: Its pieces: code points, half open, into the article's text.
            tag: The tag's name.
            note: What the annotator has to say.
            speaker: Whose words these are.
            annotator: Who marks; the store's annotator, if None.
            group: The shared quote's id.
            origin: A person, or a suggestion that was accepted.

        Raises:
            ValueError: if there is no span, or one is empty, reversed or outside the text.
        """
        self._texts[article.sha256] = article
        time = now()
        annotation = Annotation(
            id=str(uuid.uuid4()),
            article=article.id,
            sha256=article.sha256,
            tag=tag,
            spans=selectors(article, checked(article, spans)),
            note=note,
            speaker=speaker,
            group=group,
            annotator=self.annotator if annotator is None else annotator,
            created=time,
            updated=time,
            origin=origin,
        )
        self.put(ANNOTATIONS, annotation.id, annotation.to_document(), undoable=True, label=f"tag {tag}")
        return annotation

    def update(
        self,
        id_: str,
        *,
        tag: str | None = None,
        note: str | None = None,
        speaker: str | EllipsisType | None = ...,
        group: str | EllipsisType | None = ...,
        spans: Spans | None = None,
        article: Article | None = None,
        state: State | None = None,
    ) -> Annotation:
        """Change an annotation; what is not named stays.

        Args:
            id_: Its id.
            tag: Another tag.
            note: Another note.
            speaker: Another speaker, or None for nobody.
            group: Another shared quote, or None.
            spans: Other pieces of `article`.
            article: The article of the spans. Where it is not given, it is the one that `add`, `anchor` or
                `record_articles` saw last with the text that the annotation was made on.
            state: Another state; with new spans it is `anchored`.

        Raises:
            UnknownAnnotationError: if there is no such annotation.
            ValueError: if the spans are wrong, or the text that they belong to is not known.
        """
        old = self.get(id_)
        fields: dict[str, Any] = {"tag": tag, "note": note, "state": state}
        fields = {name: value for name, value in fields.items() if value is not None}
        fields |= {name: value for name, value in (("speaker", speaker), ("group", group)) if value is not ...}
        if spans is not None:
            fields = self._placed(old, spans, article) | fields
        new = replace(old, **fields, updated=now())
        self._update(old, new, label="edit" if tag is None else f"tag {tag}")
        return new

    def _placed(self, old: Annotation, spans: Spans, article: Article | None) -> dict[str, Any]:
        """Return the fields that new spans bring."""
        article = article or self._texts.get(old.sha256)
        if article is None:
            raise ValueError(f"the text of {old.article} is not known here: name the article of the spans")
        pieces = selectors(article, checked(article, spans))
        return {"article": article.id, "sha256": article.sha256, "spans": pieces, "state": "anchored"}

    def _update(self, old: Annotation, new: Annotation, label: str) -> None:
        before, after = old.to_document(), new.to_document()
        names = [name for name in after if after[name] != before.get(name)]
        with self._changing():
            doc_id = self._storage.find(ANNOTATIONS, old.id)
            if doc_id is None:
                raise UnknownAnnotationError(old.id)
            current = self._storage.rows(ANNOTATIONS)[str(doc_id)]
            self._storage.put(ANNOTATIONS, doc_id, current | {name: after[name] for name in names})
            fields = {name: current.get(name) for name in names}
            self._history.record(label, [{"table": ANNOTATIONS, "key": old.id, "fields": fields}])

    def remove(self, id_: str) -> None:
        """Take an annotation off.

        Raises:
            UnknownAnnotationError: if there is no such annotation.
        """
        self.put(ANNOTATIONS, self.get(id_).id, None, undoable=True, label="take off")

    def get(self, id_: str) -> Annotation:
        """Return the live annotation of an id.

        Raises:
            UnknownAnnotationError: if there is none.
        """
        annotation = self._index.get(id_)
        if annotation is None:
            raise UnknownAnnotationError(id_)
        return annotation

    def annotations(
        self, article: Article | str | None = None, tag: str | None = None, annotator: str | None = None
    ) -> list[Annotation]:
        """Return the live annotations, ordered by article, first start, id.

        Args:
            article: Only those of this article (or article id).
            tag: Only those with this tag.
            annotator: Only those by this annotator.
        """
        found = self._index.of(article.id if isinstance(article, Article) else article)
        return [
            annotation
            for annotation in found
            if tag in (None, annotation.tag) and annotator in (None, annotation.annotator)
        ]

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

    def undo(self) -> str | None:
        """Undo the last step of this annotator; return what was undone, or None if there is nothing to undo."""
        with self._changing():
            return self._history.undo()

    def redo(self) -> str | None:
        """Do the step again that was undone last; return what was done, or None if there is nothing to redo."""
        with self._changing():
            return self._history.redo()

    @contextmanager
    def _changing(self) -> Iterator[None]:
        try:
            with self._storage.changing():
                yield
        except BaseException:
            self._history.start_over()
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
                self._history.record(label, [{"table": table, "key": id_, "before": before}])

    def documents(self, table: str) -> dict[str, Document]:
        """Return the documents of a table by id."""
        return {str(document.get("id")): dict(document) for document in self._storage.rows(table).values()}

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
        """Record where the articles are, so that exports find them; written along with the next change."""
        for article in articles:
            self._texts[article.sha256] = article

    def recorded_articles(self) -> list[Document]:
        """Return the records of the articles."""
        return list(self.documents(ARTICLES).values())

    # Saving

    def refresh(self) -> bool:
        """Take in what other processes did; tell whether there was anything."""
        return self._storage.refresh()

    def sync(self) -> None:
        """Force every change to the disk.

        Raises:
            UnsavedError: if there are changes that it does not take.
        """
        self._storage.sync()

    def close(self) -> None:
        """Fold the journal into the TinyDB file, and end.

        Raises:
            UnsavedError: if there are changes that the disk does not take.
        """
        from annotations.sessions import end_session

        self._storage.close()
        end_session(self._history.session)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def checked(article: Article, spans: Spans) -> list[tuple[int, int]]:
    """Return the spans if they lie within the article's text.

    Raises:
        ValueError: if there is none, or one is empty, reversed or outside.
    """
    pieces = [(int(start), int(end)) for start, end in spans]
    if not pieces:
        raise ValueError(f"{article.id}: an annotation needs a span")
    for start, end in pieces:
        if not 0 <= start < end <= len(article.text):
            raise ValueError(f"{article.id}: the span {start}-{end} is not within the text (0-{len(article.text)})")
    return pieces
