"""Spans of a foreign text, made into the selectors of an annotation: that text tells the words and their context."""

import hashlib
from collections.abc import Iterable

from annotations.annotation import Document, Selector


def quoted_spans(text: str, spans: Iterable[tuple[int, int]]) -> list[Document]:
    """Return the spans with their words and context.

    Args:
        text: The text that came with the annotations.
        spans: Code points, half open, into that text.
    """
    return [selector_document(Selector.of(text, start, end)) for start, end in spans]


def selector_document(selector: Selector) -> Document:
    """Return a selector in the contract's shape."""
    s = selector
    return {"start": s.start, "end": s.end, "exact": s.exact, "prefix": s.prefix, "suffix": s.suffix}


def text_hash(text: str) -> str:
    """Return the SHA-256 of a text, as `Article.sha256` counts it."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
