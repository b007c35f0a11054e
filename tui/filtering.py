"""Which annotations one walks through with next-annotation and previous-annotation: by tag, by annotator."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotations.annotation import Annotation


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice of annotations; empty fields choose all."""

    tag: str = ""
    annotator: str = ""

    def wants(self, annotation: Annotation) -> bool:
        """Tell whether an annotation is chosen."""
        return self.tag in ("", annotation.tag) and self.annotator in ("", annotation.annotator)

    def told(self) -> str:
        """Say what is chosen."""
        by = f" by {self.annotator}" if self.annotator else ""
        return f"annotations: {self.tag or 'all tags'}{by}"


def choices(annotations: Iterable[Annotation], tags: Sequence[str]) -> list[tuple[Filter, int]]:
    """Return what one can choose, with how many annotations each has.

    Args:
        annotations: Those of the open articles.
        tags: Names of the tags, in order; each is listed, also with no annotation.

    Returns:
        All; then each tag; then, where there is more than one annotator, each of them and each of their tags.
    """
    annotations = list(annotations)
    by_tag = Counter(annotation.tag for annotation in annotations)
    by_both = Counter((annotation.annotator, annotation.tag) for annotation in annotations)
    names = list(dict.fromkeys((*tags, *by_tag)))
    found = [(Filter(), len(annotations)), *((Filter(name), by_tag[name]) for name in names)]
    annotators = sorted({annotation.annotator for annotation in annotations})
    if len(annotators) > 1:
        for annotator in annotators:
            found.append((Filter("", annotator), sum(n for (who, _), n in by_both.items() if who == annotator)))
            found += [(Filter(name, annotator), by_both[annotator, name]) for name in names if by_both[annotator, name]]
    return found
