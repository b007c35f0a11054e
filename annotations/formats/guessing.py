"""What format a file to import has, told from its content."""

import json
from pathlib import Path
from typing import Any

from annotations.formats.errors import FormatError
from annotations.formats.json_ import NAME
from annotations.formats.jsonfile import parse, read_text

_HEAD = 100
"""Characters in which our own format names itself, so that a large file is not parsed twice."""
_REPORTS = ("[//]: # (newsreader report)", '<meta name="generator" content="newsreader">')
"""How our reports for people name themselves, in Markdown and as a page."""
_PAGE_HEAD = 200
"""Characters in which they do."""
_DOCCANO_LABELS = {"label", "labels", "entities"}


def guess(path: Path) -> str:
    """Return the name of a file's format.

    Raises:
        FormatError: It is none that can be told, or none that can be read.
    """
    if path.is_dir() or path.suffix == ".ann":
        return "brat"
    if path.suffix.lower() in (".qdpx", ".spacy"):
        raise FormatError(f"{path}: this format can only be written; export the annotations from there in another")
    if _is_archive(path):
        raise FormatError(f"{path}: is an archive, such as .qdpx, which is not read; export another format from there")
    text = read_text(path).strip()
    if not text:
        raise FormatError(f"{path}: is empty; name another file")
    if f'"{NAME}"' in text[:_HEAD]:
        return "json"
    if any(sign in text[:_PAGE_HEAD] for sign in _REPORTS):
        raise FormatError(f"{path}: is a report for people, which is not read back; import an export in json")
    if text[0] in "{[":
        form = _of_json(_first(text, path))
        if form is None:
            raise FormatError(
                f"{path}: is JSON, but no export of annotations that this program knows; name its --format"
            )
        return form
    header = text.partition("\n")[0].lower()
    if "start" in header and "end" in header and any(sign in header for sign in ",;\t"):
        return "csv"
    raise FormatError(f"{path}: is no export of annotations that this program knows; name its --format")


def _is_archive(path: Path) -> bool:
    from zipfile import is_zipfile

    return path.is_file() and is_zipfile(path)


def _first(text: str, path: Path) -> Any:
    """Return the whole of a JSON file, or the first line of JSON Lines with a mark that there are more."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        first = text.partition("\n")[0]
        if first == text or not first.rstrip().endswith("}"):
            return parse(text, str(path))
    return parse(first, f"{path}, line 1")


def _of_json(value: Any) -> str | None:
    if isinstance(value, list):
        return _of_list(value)
    if not isinstance(value, dict):
        return None
    if value.get("format") == NAME or ("format" in value and "annotations" in value):
        return "json"
    kinds = value.get("type")
    if any(
        kind in ("Annotation", "AnnotationPage", "AnnotationCollection")
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    ):
        return "w3c"
    if isinstance(value.get("annotations"), dict):
        return "store"
    if "spans" in value and "tag" in value:
        return "jsonl"
    if "text" in value and isinstance(value.get("spans"), list):
        return "spacy"
    return "doccano" if _DOCCANO_LABELS & value.keys() and ("text" in value or "data" in value) else None


def _of_list(items: list[Any]) -> str | None:
    first = items[0] if items and isinstance(items[0], dict) else {}
    if "data" in first and "annotations" in first:
        return "label-studio"
    return "w3c" if "target" in first and "body" in first else None
