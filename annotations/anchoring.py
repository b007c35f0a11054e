"""Anchoring: finding a passage again in a text that was edited.

Each span is looked for on folded text: at its old place, else all exact hits ranked by context, else what resembles it
most. What was tagged first is kept for ever, in the document's field `first`: the hash of the text and the selectors.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from annotations.annotation import Annotation, Selector, State
from annotations.folding import Folded, fold, plain, words
from annotations.searching import Hit, Quote, best
from annotations.shape import problem
from articles.article import Article

AGREEING = 0.7
"""Likeness of the words around (mean of both sides) from which nobody has to look: one word of five may differ."""


def anchor(annotation: Annotation, article: Article) -> Annotation:
    """Return an annotation as it stands in an article's present text.

    Args:
        annotation: One whose article had another text.
        article: The article now.

    Returns:
        `anchored` where the same words stand in agreeing context, `moved` where words or context changed; the spans
        are those of the present text then, `first` keeps what was tagged. `orphaned` where the words are gone: spans
        and hash stay those of the text that had them.
    """
    if annotation.sha256 == article.sha256 and _stands(annotation.spans, article.text):
        state: State = "anchored" if annotation.state == "orphaned" else annotation.state
        return replace(annotation, article=article.id, state=state)
    first = tagged_first(annotation)
    if first.sha256 == article.sha256 and _stands(first.spans, article.text):
        return _placed(annotation, article, first.spans, "anchored")
    for known in (annotation, first):
        found, state = _found(known.spans, article.text)
        if found:
            return _placed(annotation, article, found, "moved" if known.state == "moved" else state)
    return replace(annotation, article=article.id, state="orphaned")


def _stands(spans: Sequence[Selector], text: str) -> bool:
    return all(text[span.start : span.end] == span.exact for span in spans)


def _placed(annotation: Annotation, article: Article, spans: Sequence[Selector], state: State) -> Annotation:
    extra = MappingProxyType({**annotation.extra, "first": annotation.extra.get("first") or _as_first(annotation)})
    return replace(annotation, article=article.id, sha256=article.sha256, spans=tuple(spans), state=state, extra=extra)


def _as_first(annotation: Annotation) -> dict[str, Any]:
    return {"sha256": annotation.sha256, "spans": annotation.to_document()["spans"]}


def tagged_first(annotation: Annotation) -> Annotation:
    """Return an annotation as it was tagged: with the hash and the selectors of then."""
    kept = annotation.extra.get("first")
    document = annotation.to_document() | {"state": "anchored"} | (dict(kept) if isinstance(kept, Mapping) else {})
    return annotation if kept is None or problem(document) else Annotation.from_document(document)


def _found(spans: Sequence[Selector], text: str) -> tuple[list[Selector], State]:
    """Return the spans that are still there, and what to say of them; none: the passage is gone."""
    folded = fold(text)
    found: list[Selector] = []
    state: State = "anchored"
    reached = 0
    for span in spans:
        hit = _hit(span, text, folded)
        if hit is None or hit.start < reached:
            state = "moved"
            continue
        reached = hit.end
        start, end = folded.span(hit.start, hit.end)
        found.append(Selector.of(text, start, end))
        if not _agrees(span, found[-1], hit):
            state = "moved"
    return found, state


def _hit(span: Selector, text: str, folded: Folded) -> Hit | None:
    """Return where a span is now: at its old place, if all agrees there, else at the best one."""
    quote = Quote(span, folded)
    if text[span.start : span.end] == span.exact:
        start, end = folded.at(span.start), folded.at(span.end)
        hit = quote.hit(start, end) if start < end else None
        if hit and hit.context >= 0.95:
            return hit
    return best(quote)


def _agrees(old: Selector, new: Selector, hit: Hit) -> bool:
    """Tell whether the words are the same, marks and blanks aside, and those around them alike."""
    return words(plain(old.exact)) == words(plain(new.exact)) and hit.context >= AGREEING
