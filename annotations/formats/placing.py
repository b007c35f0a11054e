"""Where an annotation that comes in belongs: its article, by text, name or words, and its place there."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from annotations.annotation import Annotation, Document, Selector, State
from annotations.formats.units import CODE_POINT, UTF_16, OffsetUnit, Units
from articles.article import Article

_SHORTEST_SEARCHED = 12
"""Characters that a quoted text must have for its article to be told by it alone."""

_ALIKE = 0.8
"""Likeness (Levenshtein) from which words without context are taken for those of the file."""


class Places:
    """The articles that annotations may belong to."""

    def __init__(self, articles: Iterable[Article], recorded: Iterable[Document] = ()) -> None:
        self._articles: Sequence[Article] = list(articles)
        self._by_hash = {article.sha256: article for article in reversed(self._articles)}
        self._by_id = {article.id: article for article in self._articles}
        names = Counter(name for article in self._articles for name in _names(article))
        self._by_name = {name: article for article in self._articles for name in _names(article) if names[name] == 1}
        self._recorded = {record.get(field) for record in recorded for field in ("sha256", "article", "id")}
        self._units: dict[str, Units] = {}

    def place(self, document: Document) -> Annotation:
        """Return the annotation of a checked document, in code points of the article that it belongs to.

        Its state tells the outcome: `anchored` where the words stand; as the anchoring has it where they were looked
        for; `orphaned` where the words stand nowhere. One of an article that the store knows but that is not open
        stays as it is.
        """
        unit = document.pop("offset_unit", CODE_POINT)
        annotation = Annotation.from_document({"id": "", "article": "", "sha256": "", **document})
        article = self._article(annotation)
        if article is None:
            known = {annotation.sha256, annotation.article} & self._recorded
            return annotation if known else replace(annotation, state="orphaned")
        if annotation.article != article.id:
            annotation = replace(annotation, article=article.id)
        if annotation.sha256 in ("", article.sha256):
            for counted in (unit, UTF_16 if unit == CODE_POINT else CODE_POINT):
                spans = self._in_code_points(annotation.spans, article, counted)
                if all(article.text[span.start : span.end] == span.exact for span in spans):
                    return _standing(replace(annotation, spans=spans), article)
        return _looked_for(annotation, article)

    def _article(self, annotation: Annotation) -> Article | None:
        """Return the article with the text that the annotation was made on, else of its name, else with its words."""
        named = self._by_id.get(annotation.article)
        if named and annotation.sha256 in ("", named.sha256):
            return named
        name = PurePosixPath(annotation.article).name.casefold()
        return self._by_hash.get(annotation.sha256) or named or self._by_name.get(name) or self._by_words(annotation)

    def _by_words(self, annotation: Annotation) -> Article | None:
        """Return the only article in which all the words stand."""
        words = [span.exact for span in annotation.spans]
        if sum(map(len, words)) < _SHORTEST_SEARCHED:
            return None
        found = [article for article in self._articles if all(word in article.text for word in words)]
        return found[0] if len(found) == 1 else None

    def _in_code_points(self, spans: tuple[Selector, ...], article: Article, unit: OffsetUnit) -> tuple[Selector, ...]:
        if unit == CODE_POINT:
            return spans
        if article.id not in self._units:
            self._units[article.id] = Units(article.text)
        convert = self._units[article.id].code_points
        return tuple(replace(span, start=convert(span.start), end=convert(span.end)) for span in spans)


def _names(article: Article) -> set[str]:
    """Return what else a file may call an article: its file name, with and without the ending, and its title."""
    name = article.name.casefold()
    return {
        name,
        name.rpartition(".")[0] or name,
        f"{name}.txt",
        (article.title or name).casefold(),
        article.url or name,
    }


def _standing(annotation: Annotation, article: Article) -> Annotation:
    """Return an annotation whose words stand where it says; context that the file lacks is taken from the text."""
    spans = tuple(
        span if span.prefix or span.suffix else Selector.of(article.text, span.start, span.end)
        for span in annotation.spans
    )
    same = annotation.sha256 == article.sha256
    state: State = "moved" if same and annotation.state == "moved" else "anchored"
    return replace(annotation, spans=spans, sha256=article.sha256, state=state)


def _looked_for(annotation: Annotation, article: Article) -> Annotation:
    """Return an annotation whose words were looked for.

    Where the file tells no context, words that stand once are found, not moved; and words that are only alike must be
    very much so, for nothing else speaks for the place.
    """
    from annotations.anchoring import anchor  # only where words do not stand where they are said to

    if any(span.prefix or span.suffix for span in annotation.spans):
        return anchor(annotation, article)
    text = article.text
    if all(text.count(span.exact) == 1 for span in annotation.spans):
        places = sorted((text.index(span.exact), span) for span in annotation.spans)
        spans = tuple(replace(span, start=at, end=at + len(span.exact)) for at, span in places)
        return _standing(replace(annotation, spans=spans), article)
    found = anchor(annotation, article)
    return found if _alike(annotation, found) else replace(annotation, article=article.id, state="orphaned")


def _alike(told: Annotation, found: Annotation) -> bool:
    """Tell whether the words that were found are nearly those of the file."""
    from rapidfuzz.distance import Levenshtein  # only for words that stand nowhere as they are

    words, standing = ("\n".join(span.exact.casefold() for span in annotation.spans) for annotation in (told, found))
    return Levenshtein.normalized_similarity(words, standing) >= _ALIKE
