"""The store: what people mark, in a TinyDB file that loses nothing."""

import uuid
from collections.abc import Iterable
from dataclasses import replace
from operator import index
from pathlib import Path
from types import EllipsisType, TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self

from annotations.annotation import Annotation, Origin, State, joined, selectors
from annotations.errors import ReadOnlyError, StoreError, UnknownAnnotationError, UnsavedError
from annotations.history import patch_of
from annotations.index import AnnotationIndex
from annotations.records import Records
from annotations.sessions import end_session
from annotations.shape import sound
from annotations.tables import ANNOTATIONS, Document
from annotations.tags import Tag
from annotations.times import after, now
from articles.article import Article

if TYPE_CHECKING:
    from annotations.looking import AnchorReport, Placed
    from annotations.merging import MergeReport
    from annotations.storage import JournalledStorage
    from annotations.table import JournalledDB

__all__ = ["ReadOnlyError", "Store", "StoreError", "UnknownAnnotationError", "UnsavedError", "open_store"]

Spans = Iterable[tuple[int, int]]


def open_store(
    path: str | Path,
    *,
    annotator: str | None = None,
    read_only: bool = False,
    reason: str = "",
    patient: bool = False,
) -> "Store":
    """Open a store; one that does not exist is made at the first change.

    Args:
        path: The TinyDB file.
        annotator: Who marks, and whose steps are undone; the login name, if None.
        read_only: Whether to look only.
        reason: Why, for whoever tries to change it nevertheless.
        patient: Whether a change that the disk does not take is kept in memory and tried again (`state` tells of it),
            as the reading room does. Else UnsavedError is raised and it is not made: what returns is in the file.

    Raises:
        StoreError: one line: the file, what is wrong, what to do. The file is not changed.
    """
    from annotations.opening import opened_storage

    storage = opened_storage(Path(path), read_only=read_only, reason=reason, patient=patient)
    return Store(storage, login() if annotator is None else annotator)


def login() -> str:
    """Return the login name, or "unknown" where there is none."""
    from getpass import getuser

    try:
        return getuser()
    except (KeyError, OSError, ImportError):
        return "unknown"


class Store(Records):
    """The annotations of one set of articles. Made by `open_store`; also a context manager, closed at its end."""

    def __init__(self, storage: "JournalledStorage", annotator: str):
        super().__init__(storage, annotator)
        self._index = AnnotationIndex(storage)

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
    def failure(self) -> str:
        """Why changes are in memory only, a line; empty if they are not."""
        return self._storage.disk.failure if self.state == "unsaved" else ""

    @property
    def messages(self) -> list[str]:
        """What was recovered or set aside, a sentence each, to be told once to the person."""
        return self._storage.disk.messages

    @property
    def version(self) -> int:
        """Grows with every change, also by another process."""
        return self._storage.version

    @property
    def db(self) -> "JournalledDB":
        """The store as a TinyDB: changes of its tables are saved in the same way; they are no steps of undo."""
        from annotations.table import JournalledDB

        return JournalledDB(self._storage)

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
            spans: Its pieces: code points, half open, into the article's text; those that overlap or touch become one.
            tag: The tag's name.
            note: What the annotator has to say.
            speaker: Whose words these are.
            annotator: Who marks; the store's annotator, if None.
            group: The shared quote's id.
            origin: A person, or a suggestion that was accepted.

        Raises:
            ValueError: if there is no span, or one is empty, reversed or outside the text, the tag has no name, or the
                note, the speaker or the annotator is no text.
        """
        self._see(article)
        time = now()
        annotation = Annotation(
            id=str(uuid.uuid4()),
            article=article.id,
            sha256=article.sha256,
            tag=named(tag),
            spans=selectors(article, checked(article, spans)),
            note=note,
            speaker=speaker,
            group=group,
            annotator=self.annotator if annotator is None else annotator,
            created=time,
            updated=time,
            origin=origin,
        )
        self.put(ANNOTATIONS, annotation.id, sound(annotation.to_document()), undoable=True, label=f"tag {tag}")
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
                `record_articles` saw last with the text that the annotation was made on, else the recorded file,
                if it still has that text.
            state: Another state; with new spans it is `anchored`.

        Raises:
            UnknownAnnotationError: if there is no such annotation.
            ValueError: if the spans are wrong, the text that they belong to is not known, the tag has no name, or
                the note or the speaker is no text.
        """
        old = self.get(id_)
        fields: dict[str, Any] = {"tag": None if tag is None else named(tag), "note": note, "state": state}
        fields = {name: value for name, value in fields.items() if value is not None}
        fields |= {name: value for name, value in (("speaker", speaker), ("group", group)) if value is not ...}
        if spans is not None:
            fields = self._placed(old, spans, article) | fields
        new = replace(old, **fields, updated=after(old.updated))
        self._update(old, new, label="edit" if tag is None else f"tag {tag}")
        return new

    def _placed(self, old: Annotation, spans: Spans, article: Article | None) -> dict[str, Any]:
        """Return the fields that new spans bring."""
        article = article or self._texts.get(old.sha256) or self._read_again(old.article, old.sha256)
        if article is None:
            raise ValueError(f"the text of {old.article} is not found as it was: name the article of the spans")
        self._texts[article.sha256] = article
        pieces = selectors(article, checked(article, spans))
        return {"article": article.id, "sha256": article.sha256, "spans": pieces, "state": "anchored"}

    def _update(self, old: Annotation, new: Annotation, label: str) -> None:
        before, after = old.to_document(), sound(new.to_document())
        names = [name for name in after if after[name] != before[name]]
        with self._changing():
            doc_id = self._storage.find(ANNOTATIONS, old.id)
            if doc_id is None:
                raise UnknownAnnotationError(old.id)
            current = self._storage.rows(ANNOTATIONS)[str(doc_id)]
            self._storage.put(ANNOTATIONS, doc_id, current | {name: after[name] for name in names})
            self._history.record(label, [patch_of(ANNOTATIONS, old.id, current, names)])

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
        with self._storage.mutex:
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
        with self._storage.mutex:
            found = self._index.of(article.id if isinstance(article, Article) else article)
        if tag is None and annotator is None:
            return found
        return [
            annotation
            for annotation in found
            if tag in (None, annotation.tag) and annotator in (None, annotation.annotator)
        ]

    def merge(self, documents: Iterable[Document], tags: Iterable[Tag] = (), label: str = "import") -> "MergeReport":
        """Take in annotations from elsewhere, as one step of undo.

        An annotation is known by its id, else by article, tag, spans and annotator. What is known stays, unless the
        other one is newer (`updated`); what was removed here stays removed.

        Args:
            documents: In the shape of the contract, offsets in code points; other fields are kept.
            tags: The code book that comes with them; what is defined here stays as it is.
            label: What the step is called.
        """
        from annotations.merging import Merge

        with self.step(label), self._changing():
            merge = Merge(self._storage)
            merge.take(documents)
            if merge.changes:
                self._history.record(label, merge.changes)
            known = {tag.name for tag in self.tags()}
            for tag in tags:
                if tag.name not in known:
                    self.add_tag(tag)
        return merge.report

    def anchor(self, articles: Iterable[Article], save: bool = True) -> "AnchorReport":
        """Look for annotations again in articles whose text has changed. May take seconds: for a worker.

        Args:
            articles: Those that could be read; annotations of others are left alone. An article is the store's by its
                text's hash, else by its id.
            save: Whether to save the outcome. If not, or where the store is read-only, it is only shown.

        Returns:
            What was looked for and what became of it; no step of undo.
        """
        from annotations.looking import look_again

        opened = list(articles)
        self._texts.update({article.sha256: article for article in opened})
        report = look_again(self.annotations(), opened)
        changed = [pair for pair in report.placed if pair.new != pair.old]
        if save and not self.read_only and changed:
            self._save_places(changed)
        else:
            self._index.show(pair.new for pair in changed)
        return report

    def _save_places(self, placed: Iterable["Placed"]) -> None:
        """Save where annotations are now; one that was changed meanwhile is left for the next time."""
        with self._changing():
            for pair in placed:
                document = self._storage.document(ANNOTATIONS, pair.old.id)
                doc_id = self._storage.find(ANNOTATIONS, pair.old.id)
                if doc_id is not None and document is not None and self._index.get(pair.old.id) == pair.old:
                    self._storage.put(ANNOTATIONS, doc_id, document | pair.new.to_document())

    # Saving

    def refresh(self) -> bool:
        """Take in what other processes did; tell whether there was anything."""
        return self._storage.refresh()

    @property
    def unfolded(self) -> int:
        """How many changes are in the journal, not yet in the TinyDB file."""
        return self._storage.unfolded

    def fold(self) -> int:
        """Fold the journal into the TinyDB file now, so that plain TinyDB sees it; return how many changes it had."""
        before = self.unfolded
        self._storage.fold()
        return before - self.unfolded

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
        try:
            if self._unrecorded and self.path.exists() and not self.read_only:
                with self._changing():
                    pass  # the records that wait are written
            self._storage.close()
        finally:
            end_session(self._history.session)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def named(tag: str) -> str:
    """Return a tag if it is a name.

    Raises:
        ValueError: if it is empty or no text.
    """
    if not isinstance(tag, str) or not tag.strip():
        raise ValueError(f"{tag!r} is no name of a tag")
    return tag


def checked(article: Article, spans: Spans) -> list[tuple[int, int]]:
    """Return the spans, in order and joined, if they lie within the article's text.

    Raises:
        ValueError: if there is none, or one is empty, reversed or outside.
    """
    pieces = [(index(start), index(end)) for start, end in spans]
    if not pieces:
        raise ValueError(f"{article.id}: an annotation needs a span")
    for start, end in pieces:
        if not 0 <= start < end <= len(article.text):
            raise ValueError(f"{article.id}: the span {start}-{end} is not within the text (0-{len(article.text)})")
    return joined(pieces)
