"""The shape of what comes in: a document that is not an annotation refuses the whole file, in one line."""

from collections.abc import Sequence
from typing import Any, get_args

from annotations.annotation import Document, Origin, State
from annotations.formats.errors import FormatError
from annotations.formats.units import CODE_POINT, OffsetUnit
from annotations.tags import Tag

_TEXT_FIELDS = ("id", "article", "sha256", "tag", "note", "annotator", "created", "updated")
_OPTIONAL_FIELDS = ("speaker", "group")
_CHOICES: dict[str, tuple[str, ...]] = {"origin": get_args(Origin), "state": get_args(State)}


def checked(document: Any, place: str, unit: Any) -> Document:
    """Return a copy of an annotation's document whose known fields have the right types.

    Args:
        document: What stands in the file.
        place: What to call it in an error.
        unit: The file's `offset_unit`, where it is said for all; the document's own one counts before it.

    Raises:
        FormatError: It is no annotation.
    """
    if not isinstance(document, dict):
        raise FormatError(f"{place}: is no object; nothing was taken")
    document = dict(document)
    if not isinstance(document.get("tag"), str) or not document["tag"].strip():
        raise FormatError(f"{place}: has no tag; nothing was taken")
    for name in (*_TEXT_FIELDS, *_OPTIONAL_FIELDS):
        _check_text(document, name, place)
    for name, choices in _CHOICES.items():
        if document.get(name, choices[0]) not in choices:
            raise FormatError(f"{place}: its {name} must be one of {', '.join(choices)}; nothing was taken")
    document["offset_unit"] = _checked_unit(document.get("offset_unit", unit), place)
    return {**document, "spans": checked_spans(document.get("spans"), place)}


def _check_text(document: Document, name: str, place: str) -> None:
    """Refuse a field of another type; a null where there must be a text counts as not given."""
    value = document.get(name)
    if value is None and name in _TEXT_FIELDS:
        document.pop(name, None)
    elif value is not None and not isinstance(value, str):
        raise FormatError(f"{place}: its {name} is no text; nothing was taken")


def _checked_unit(unit: Any, place: str) -> OffsetUnit:
    if unit not in (*get_args(OffsetUnit), None):
        raise FormatError(f"{place}: counts offsets in {unit!r}, which nobody here knows; nothing was taken")
    return unit or CODE_POINT


def checked_spans(spans: Any, place: str) -> list[Document]:
    """Return an annotation's spans in order, each with numbers for offsets and a text that is not empty.

    Raises:
        FormatError: There is none, or one is reversed, negative or without its text.
    """
    if not isinstance(spans, list) or not spans:
        raise FormatError(f"{place}: has no spans; nothing was taken")
    return sorted((_checked_span(span, place) for span in spans), key=lambda span: (span["start"], span["end"]))


def _checked_span(span: Any, place: str) -> Document:
    if not isinstance(span, dict) or not isinstance(span.get("exact"), str) or not span["exact"]:
        raise FormatError(f"{place}: a span has no exact text; nothing was taken")
    check_edges(span.get("start"), span.get("end"), place)
    for side in ("prefix", "suffix"):
        if not isinstance(span.get(side, ""), str):
            raise FormatError(f"{place}: a span's {side} is no text; nothing was taken")
    return {"prefix": "", "suffix": "", **span}


def check_edges(start: Any, end: Any, place: str) -> None:
    """Refuse offsets that are none: no whole numbers, negative, reversed, empty.

    Raises:
        FormatError: They are.
    """
    if type(start) is not int or type(end) is not int:
        raise FormatError(f"{place}: the offsets {start!r} and {end!r} are no whole numbers; nothing was taken")
    if start < 0 or end <= start:
        raise FormatError(
            f"{place}: the offsets {start} and {end} are no span (start before end, from 0); nothing was taken"
        )


def checked_tags(tags: Any, place: str) -> Sequence[Tag]:
    """Return a code book that came with a file.

    Raises:
        FormatError: It is none.
    """
    if not isinstance(tags, list):
        raise FormatError(f"{place}: its tags are no list; nothing was taken")
    return [_checked_tag(tag, f"{place}, tag {number}") for number, tag in enumerate(tags, start=1)]


def _checked_tag(tag: Any, place: str) -> Tag:
    if not isinstance(tag, dict) or not isinstance(tag.get("name"), str) or not tag["name"].strip():
        raise FormatError(f"{place}: has no name; nothing was taken")
    further = {name: tag.get(name) for name in ("key", "letter", "colour", "description")}
    for name, value in further.items():
        if value is not None and not isinstance(value, str):
            raise FormatError(f"{place}: its {name} is no text; nothing was taken")
    return Tag(tag["name"], **{name: value for name, value in further.items() if value is not None})
