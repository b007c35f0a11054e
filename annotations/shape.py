"""The shape of an annotation's document, checked before anything relies on it."""

from collections.abc import Iterator, Mapping
from typing import Any

_TEXTS = ("id", "article", "sha256", "tag")
_MAY_BE_TEXTS = ("note", "annotator", "created", "updated", "prefix", "suffix")
_MAY_BE_NULL = ("speaker", "group")
_STATES = ("anchored", "moved", "orphaned")
_ORIGINS = ("person", "suggestion")


def problem(document: object) -> str | None:
    """Say why a document is no annotation; None if it is one."""
    if not isinstance(document, Mapping):
        return "is no object"
    for name in _TEXTS:
        if not isinstance(document.get(name), str):
            return f"has no {name}"
    for name in (*_MAY_BE_TEXTS, *_MAY_BE_NULL):
        if not _is_text(document, name):
            return f"has a {name} that is no text"
    if document.get("state", "anchored") not in _STATES or document.get("origin", "person") not in _ORIGINS:
        return "has an unknown state or origin"
    spans = document.get("spans")
    if not isinstance(spans, list) or not spans or not all(map(_is_span, spans)):
        return "has no spans of the right shape"
    return None


def sound(document: dict[str, Any]) -> dict[str, Any]:
    """Return a document that is an annotation: no other is ever saved, for it would be none at the next opening.

    Raises:
        ValueError: It is none; the message says why.
    """
    if wrong := problem(document):
        raise ValueError(f"this is no annotation: it {wrong}")
    return document


def _is_text(document: Mapping[str, Any], name: str) -> bool:
    value = document.get(name, "")
    return isinstance(value, str) or (value is None and name in _MAY_BE_NULL)


def _is_span(span: object) -> bool:
    if not isinstance(span, Mapping):
        return False
    start, end = span.get("start"), span.get("end")
    whole = all(isinstance(edge, int) and not isinstance(edge, bool) for edge in (start, end))
    texts = all(isinstance(span.get(name, ""), str) for name in ("exact", "prefix", "suffix"))
    return whole and texts and "exact" in span and 0 <= start < end  # type: ignore[operator]


def parts(history: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield TinyDB's ids and the documents of the history that are sound; what others put there does not count."""
    for row, part in history.items():
        texts = all(isinstance(part.get(name), str) for name in ("id", "step", "label", "session", "time"))
        changes = part.get("changes")
        if (
            texts
            and isinstance(part.get("undone"), bool)
            and isinstance(changes, list)
            and all(map(_is_change, changes))
        ):
            yield row, part


def _is_change(change: object) -> bool:
    if not isinstance(change, Mapping):
        return False
    named = isinstance(change.get("table"), str) and isinstance(change.get("key"), str)
    whole = isinstance(change.get("before"), Mapping | None)
    return (
        named and whole and isinstance(change.get("fields", {}), Mapping) and isinstance(change.get("absent", []), list)
    )
