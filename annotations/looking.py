"""Looking for annotations again, in articles whose text has changed since."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from annotations.anchoring import anchor
from annotations.annotation import Annotation
from articles.article import Article


@dataclass(frozen=True, slots=True)
class Placed:
    """One annotation whose article's text has changed: as it was, and as it is now."""

    old: Annotation
    new: Annotation

    @property
    def old_text(self) -> str:
        """The words that were tagged."""
        return " … ".join(span.exact for span in self.old.spans)

    @property
    def new_text(self) -> str:
        """The words that stand there now; empty where they are gone."""
        return "" if self.new.state == "orphaned" else " … ".join(span.exact for span in self.new.spans)


@dataclass(frozen=True, slots=True)
class AnchorReport:
    """What became of the annotations that were looked for again."""

    placed: tuple[Placed, ...] = ()
    """All that were looked for, in order."""
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def anchored(self) -> int:
        """How many stand in the same words and an agreeing context."""
        return self.counts["anchored"]

    @property
    def moved(self) -> int:
        """How many a person should look at."""
        return self.counts["moved"]

    @property
    def orphaned(self) -> int:
        """How many are gone."""
        return self.counts["orphaned"]


def home(annotation: Annotation, by_hash: dict[str, Article], by_id: dict[str, Article]) -> Article | None:
    """Return the article of an annotation: the one that has its text (that of its id before others), else by its id."""
    article = by_id.get(annotation.article)
    if article is not None and article.sha256 == annotation.sha256:
        return article
    return by_hash.get(annotation.sha256, article)


def look_again(annotations: Iterable[Annotation], articles: Sequence[Article]) -> AnchorReport:
    """Look for annotations again where the text of their article has changed.

    Args:
        annotations: In order.
        articles: Those that could be read; annotations of others are left alone.
    """
    by_hash = {article.sha256: article for article in reversed(articles)}
    by_id = {article.id: article for article in articles}
    placed = []
    for annotation in annotations:
        article = home(annotation, by_hash, by_id)
        if article is None or _is_at_home(annotation, article):
            continue
        same = article.sha256 == annotation.sha256 and annotation.state != "orphaned"
        new = replace(annotation, article=article.id) if same else anchor(annotation, article)
        placed.append(Placed(annotation, new))
    return AnchorReport(tuple(placed), Counter(pair.new.state for pair in placed))


def _is_at_home(annotation: Annotation, article: Article) -> bool:
    same_text = article.sha256 == annotation.sha256 and annotation.state != "orphaned"
    return same_text and article.id == annotation.article
