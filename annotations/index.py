"""The live annotations in reading order, kept so as they change: by article, first start, id."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from operator import attrgetter

from annotations.annotation import Annotation
from annotations.memory import Memory
from annotations.shape import problem
from annotations.tables import ANNOTATIONS, Change, Document

_ORDER = attrgetter("start", "id")


class AnnotationIndex:
    """Annotations by id and by article, made of the documents when they are first asked for.

    What is shown in place of what is stored (`show`) ends with the next change of the document.
    """

    def __init__(self, memory: Memory):
        self._memory = memory
        self._shown: dict[str, Annotation] = {}
        self._members: dict[str, set[str]] | None = None
        self._sorted: dict[str, list[Annotation]] = {}
        memory.listeners.append(self._heard)

    def get(self, id_: str) -> Annotation | None:
        """Return the annotation of an id; None if there is none."""
        if id_ in self._shown:
            return self._shown[id_]
        document = self._memory.document(ANNOTATIONS, id_)
        return None if document is None or problem(document) else Annotation.from_document(document)

    def of(self, article: str | None) -> list[Annotation]:
        """Return the annotations of an article, or all, in order."""
        if article is not None:
            return list(self._of(article))
        return [annotation for name in sorted(self._grouped()) for annotation in self._of(name)]

    def show(self, annotations: Iterable[Annotation]) -> None:
        """Show annotations as these, whatever is stored."""
        for annotation in annotations:
            if old := self.get(annotation.id):
                self._drop(old.article, old.id, old)
                self._shown[annotation.id] = annotation
                self._put(annotation.article, annotation.id, annotation)

    def _of(self, article: str) -> list[Annotation]:
        if article not in self._sorted:
            found = [self.get(name) for name in self._grouped().get(article, ())]
            self._sorted[article] = sorted((annotation for annotation in found if annotation), key=_ORDER)
        return self._sorted[article]

    def _grouped(self) -> dict[str, set[str]]:
        if self._members is None:
            self._members = {}
            for document in self._memory.rows(ANNOTATIONS).values():
                name = document.get("id")
                shown = self._shown.get(name) if isinstance(name, str) else None
                article = shown.article if shown else document.get("article")
                if isinstance(name, str) and isinstance(article, str):
                    self._members.setdefault(article, set()).add(name)
        return self._members

    def _heard(self, change: Change, old: Document | None) -> None:
        """Follow a change of the tables."""
        if change.table != ANNOTATIONS:
            return
        before = self._shown.pop(change.key, None) or _annotation(old)
        if before:
            self._drop(before.article, before.id, before)
        if after := _annotation(change.document):
            self._put(after.article, after.id, after)

    def _put(self, article: str, id_: str, annotation: Annotation) -> None:
        if self._members is not None:
            self._members.setdefault(article, set()).add(id_)
        if article in self._sorted:
            insort(self._sorted[article], annotation, key=_ORDER)

    def _drop(self, article: str, id_: str, annotation: Annotation) -> None:
        if self._members is not None and article in self._members:
            self._members[article].discard(id_)
            if not self._members[article]:
                del self._members[article]
        if article in self._sorted:
            del self._sorted[article][bisect_left(self._sorted[article], _ORDER(annotation), key=_ORDER)]


def _annotation(document: Document | None) -> Annotation | None:
    return None if document is None or problem(document) else Annotation.from_document(document)
