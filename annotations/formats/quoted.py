"""Spans of a foreign text, made into the selectors of an annotation: that text tells the words and their context."""

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

from annotations.annotation import Document, Selector
from annotations.formats.errors import FormatError
from annotations.formats.units import CODE_POINT, UTF_16, OffsetUnit, Units, likely_unit


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


def code_points(text: str, spans: Sequence[tuple[int, int]], unit: Any, place: str) -> list[tuple[int, int]]:
    """Return spans in code points.

    Args:
        text: What they count.
        spans: The spans as the file has them.
        unit: The unit that the file states; anything else is found out.
        place: What to call it in an error.

    Raises:
        FormatError: One ends beyond the text.
    """
    counted: OffsetUnit = UTF_16 if unit == UTF_16 else CODE_POINT if unit == CODE_POINT else likely_unit(text, spans)
    units = Units(text)
    converted = [(units.code_points(s), units.code_points(e)) if counted == UTF_16 else (s, e) for s, e in spans]
    beyond = [end for _, end in converted if end > len(text)]
    if beyond:
        raise FormatError(
            f"{place}: the offset {max(beyond)} is beyond the text ({len(text)} characters); nothing was taken"
        )
    return converted
