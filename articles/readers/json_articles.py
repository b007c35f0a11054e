"""JSON and JSON lines: an article a record; one object that is an article is one article."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from articles.decoding import Decoded
from articles.errors import ArticleError, NoArticleError
from articles.readers.draft import Draft, Drafts, Source
from articles.readers.records import article_of
from articles.reading import OWN

LINES = (".jsonl", ".ndjson")

DEEPEST = 5
"""Levels at which a list of articles is looked for (`response.results`)."""

_WHAT = "an article has a text, and a title, an address, a date or an id"


def read(source: Source) -> Drafts:
    """Read a JSON file: one article, a list of them, or an object with such a list somewhere in it.

    Raises:
        NoArticleError: It is JSON without articles, or a file of newsreader's own.
        ArticleError: It is not JSON.
    """
    decoded = source.decoded()
    if not decoded.text.strip():
        raise NoArticleError(source.shown, "an empty file", "name another file")
    if source.path.casefold().endswith(LINES) and _is_json(decoded.text.partition("\n")[0]):
        return _articles(_lines(decoded.text, source), source, decoded)
    try:
        value = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        if _is_json(decoded.text.lstrip().partition("\n")[0]):
            return _articles(_lines(decoded.text, source), source, decoded)
        raise ArticleError(source.shown, f"not JSON ({_reason(error)})", "mend it, or give it another suffix") from None
    if isinstance(value, dict):
        return _in_object(value, source, decoded)
    return _articles(value if isinstance(value, list) else [], source, decoded)


def is_own(value: object) -> bool:
    """Tell whether a JSON value is a file of newsreader's own: a store (plain TinyDB, too) or an export."""
    if not isinstance(value, dict):
        return False
    made_by = value.get("format", "")
    if isinstance(made_by, str) and made_by.startswith("newsreader/"):
        return True
    return any(name in value for name in ("offset_unit", "newsreader")) or isinstance(value.get("annotations"), dict)


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at line {error.lineno}, column {error.colno}"
    return "too deeply nested" if isinstance(error, RecursionError) else "a number of thousands of digits"


def _is_json(line: str) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def _lines(text: str, source: Source) -> list[Any]:
    """Return the values of JSON lines; in the place of a line that is none, the error that says so."""
    records: list[Any] = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                records.append(json.loads(line))
            except (ValueError, RecursionError) as error:
                what = error.msg if isinstance(error, json.JSONDecodeError) else _reason(error)
                records.append(ArticleError(source.shown, f"line {number} is not JSON ({what})", "mend the line"))
    return records


def _in_object(value: dict[str, Any], source: Source, decoded: Decoded) -> Drafts:
    if is_own(value):
        raise NoArticleError(source.shown, OWN, "name an article")
    draft = article_of(value, source, decoded.encoding, decoded.warnings)
    if isinstance(draft, Draft):
        return [replace(draft, alone=True)]
    found = next((drafts for records in _lists(value, 0) if (drafts := _drafts(records, source, decoded))), None)
    if found is None:
        raise NoArticleError(source.shown, "JSON without articles", _WHAT)
    return found


def _lists(value: object, depth: int) -> Iterator[list[Any]]:
    """Yield the lists of objects within an object, the outer ones first."""
    if not isinstance(value, dict) or depth > DEEPEST:
        return
    yield from (inner for inner in value.values() if isinstance(inner, list))
    for inner in value.values():
        yield from _lists(inner, depth + 1)


def _articles(records: list[Any], source: Source, decoded: Decoded) -> Drafts:
    found = _drafts(records, source, decoded)
    if not found:
        bad = next((record for record in records if isinstance(record, ArticleError)), None)
        raise bad or NoArticleError(source.shown, "JSON without articles", _WHAT)
    return found


def _drafts(records: list[Any], source: Source, decoded: Decoded) -> Drafts:
    """Return the articles of records with what stands between them; nothing where none is an article."""
    drafts: list[Draft | ArticleError] = []
    for record in records:
        if isinstance(record, ArticleError):
            drafts.append(record)
        elif isinstance(record, dict) and not is_own(record):
            drafts.append(article_of(record, source, decoded.encoding, decoded.warnings))
        else:
            drafts.append(NoArticleError(source.shown, "a record that is no article"))
    return drafts if any(isinstance(draft, Draft) for draft in drafts) else []
