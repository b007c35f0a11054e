"""Annotations in: read, placed in the articles, and merged into the store as one step."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from os import PathLike
from pathlib import Path

from annotations.annotation import Annotation, Document
from annotations.formats.errors import FormatError, UsageError
from annotations.formats.guessing import guess
from annotations.formats.placing import Places
from annotations.formats.shape import Format, Incoming
from annotations.formats.table import FORMATS
from annotations.store import Store
from annotations.tags import Tag
from annotations.times import now
from articles.article import Article


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of a file's annotations."""

    form: str
    """The format that the file was read as."""
    added: int
    updated: int
    """Newer than what was here; the older state is in the history."""
    unchanged: int
    """Here already."""
    removed_here: int
    """Removed here once; they stay removed."""
    orphaned: tuple[Annotation, ...]
    """The words stand nowhere; kept all the same."""
    moved: tuple[Annotation, ...]
    """The words or their context differ; a person should look."""
    tags: tuple[str, ...]
    """Tags that were new to the code book."""


def readable(format: str | None, path: Path) -> Format:  # noqa: A002 - the word of the library's contract
    """Return the format to read a file as.

    Args:
        format: Its name; None guesses it from the content.
        path: The file.

    Raises:
        UsageError: There is no such format, or it can only be written.
        FormatError: It cannot be told.
    """
    form = FORMATS.get(guess(path) if format is None else format)
    if form is None or form.read is None:
        names = ", ".join(name for name, row in FORMATS.items() if row.read)
        raise UsageError(f"format {format!r}: cannot be read; those that can are {names}")
    return form


def import_(
    store: Store,
    articles: Iterable[Article],
    file: str | PathLike[str],
    format: str | None = None,  # noqa: A002 - the word of the library's contract
) -> ImportReport:
    """Import annotations. Nothing is taken of a file that is not whole; importing twice adds nothing; one step of undo.

    Args:
        store: Where they go.
        articles: The articles that they may belong to.
        file: The file (brat: the folder).
        format: A name of `FORMATS`; None guesses it from the content.

    Raises:
        FormatError: The file is refused; the message is one line.
        StoreError: The store cannot be changed.
    """
    path = Path(file)
    form = readable(format, path)
    assert form.read is not None
    if _same(path, store.path):
        raise FormatError(f"{path}: is the store itself; name another file")
    incoming = form.read(path)
    places = Places(articles, store.recorded_articles())
    live = {annotation.id: annotation for annotation in store.annotations()}
    placed = [_newer(places.place(dict(document)), document, live) for document in _once(incoming.documents)]
    tags = _new_tags(store, incoming, (annotation.tag for annotation in placed))
    report = store.merge((_document(a, store.annotator) for a in placed), tags, f"import {path.name}")
    return ImportReport(
        form=form.name,
        added=len(report.added),
        updated=len(report.changed),
        unchanged=len(report.known),
        removed_here=len(report.removed_here),
        orphaned=tuple(annotation for annotation in placed if annotation.state == "orphaned"),
        moved=tuple(annotation for annotation in placed if annotation.state == "moved"),
        tags=tuple(tag.name for tag in tags),
    )


def _same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False


def _once(documents: Sequence[Document]) -> Iterable[Document]:
    """Return the documents, of those with one id the newest (files that were put together hold some twice)."""
    newest: dict[object, Document] = {}
    for number, document in enumerate(documents):
        key = document.get("id") or number
        if key not in newest or document.get("updated", "") > newest[key].get("updated", ""):
            newest[key] = document
    return newest.values()


def _newer(annotation: Annotation, document: Document, live: Mapping[str, Annotation]) -> Annotation:
    """Return an annotation, as changed now if it was changed in another program, which does not keep our times.

    It was, if it has the time of the one here and another content.
    """
    here = live.get(annotation.id)
    if here is None or not annotation.updated or here.updated != annotation.updated:
        return annotation
    same_text = document.get("sha256") == annotation.sha256 == here.sha256
    same = _content(annotation, spans=same_text) == _content(here, spans=same_text)
    return annotation if same else replace(annotation, updated=now())


def _content(annotation: Annotation, *, spans: bool) -> tuple[object, ...]:
    """Return what people change: tag, note, speaker, shared quote, and, in one text, the place."""
    places = tuple((span.start, span.end) for span in annotation.spans) if spans else ()
    return annotation.tag, annotation.note, annotation.speaker, annotation.group, places


def _document(annotation: Annotation, annotator: str) -> Document:
    """Return what the store merges: no id and times where the file had none, the importer where it names nobody."""
    document = annotation.to_document()
    for name in ("id", "created", "updated"):
        if not document[name]:
            del document[name]
    return document if document["annotator"] else document | {"annotator": annotator}


def _new_tags(store: Store, incoming: Incoming, used: Iterable[str]) -> list[Tag]:
    """Return the tags that the code book lacks: those that came with the file, then those only used there."""
    known = {tag.name for tag in store.tags()}
    coming = {tag.name: tag for tag in incoming.tags if tag.name not in known}
    return [*coming.values(), *(Tag(name) for name in sorted(set(used) - known - coming.keys()))]
