"""The live annotations in reading order, kept so as they change: by article, first start, id."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping
from operator import attrgetter

from annotations.annotation import Annotation
from annotations.shape import problem
from annotations.tables import ANNOTATIONS, Change, Document

_ORDER = attrgetter("start", "id")


class AnnotationIndex:
    """Annotations by id and by article. What is shown in place of what is stored ends with its next change."""

    def __init__(self, documents: Iterable[Document]):
        self._by_id: dict[str, Annotation] = {}
        self._by_article: dict[str, list[Annotation]] = {}
        self.left_alone = 0
        """Documents of the table that are no annotations."""
        for document in documents:
            self._take(document)
        for annotations in self._by_article.values():
            annotations.sort(key=_ORDER)

    def _take(self, document: Document) -> None:
        if problem(document):
            self.left_alone += 1
            return
        annotation = Annotation.from_document(document)
        self._by_id[annotation.id] = annotation
        self._by_article.setdefault(annotation.article, []).append(annotation)

    def get(self, id_: str) -> Annotation | None:
        """Return the annotation of an id."""
        return self._by_id.get(id_)

    def of(self, article: str | None) -> list[Annotation]:
        """Return the annotations of an article, or all, in order."""
        if article is not None:
            return list(self._by_article.get(article, ()))
        return [annotation for name in sorted(self._by_article) for annotation in self._by_article[name]]

    def heard(self, change: Change, old: Document | None) -> None:
        """Follow a change of the storage."""
        if change.table != ANNOTATIONS:
            return
        if old is not None:
            self._drop(change.key if change.document is None else str(old.get("id")))
        if change.document is not None and not problem(change.document):
            self._put(Annotation.from_document(change.document))

    def show(self, shown: Mapping[str, Annotation]) -> None:
        """Show annotations as these, whatever is stored."""
        for annotation in shown.values():
            self._drop(annotation.id)
            self._put(annotation)

    def _put(self, annotation: Annotation) -> None:
        self._by_id[annotation.id] = annotation
        insort(self._by_article.setdefault(annotation.article, []), annotation, key=_ORDER)

    def _drop(self, id_: str) -> None:
        annotation = self._by_id.pop(id_, None)
        if annotation is None:
            return
        annotations = self._by_article[annotation.article]
        del annotations[bisect_left(annotations, _ORDER(annotation), key=_ORDER)]
        if not annotations:
            del self._by_article[annotation.article]
