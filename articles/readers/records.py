"""Articles as records: what JSON, JSONL and CSV have in common, the names of their fields."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from articles.errors import ArticleError, NoArticleError
from articles.readers.draft import Draft, Source
from articles.readers.markup import clean, one_line, text_of

Record = Mapping[str, Any]

FIELDS: Mapping[str, tuple[str, ...]] = {
    "text": (
        "text", "body", "content", "maintext", "articletext", "articlebody", "fulltext", "bodytext", "contenttext",
        "plaintext", "story", "articlecontent", "contenthtml", "bodyhtml", "html", "description",
    ),
    "title": ("title", "headline", "head", "heading", "webtitle", "articletitle", "subject"),
    "outlet": (
        "outlet", "source", "publisher", "publication", "sitename", "sourcename", "newspaper", "medianame", "medium",
        "site", "sourcedomain", "domain", "journal",
    ),
    "author": ("author", "authors", "byline", "creator", "writer"),
    "date": (
        "date", "published", "publishedat", "datepublished", "datepublish", "publishdate", "publicationdate", "pubdate",
        "publisheddate", "publisheddatetime", "webpublicationdate", "datetime", "timestamp", "created", "createdat",
    ),
    "url": ("url", "link", "href", "weburl", "articleurl", "canonicalurl", "address", "permalink", "externalurl"),
    "id": ("id", "guid", "uuid", "articleid", "docid"),
}  # fmt: skip
"""Names of fields, lower case and without blanks, points, hyphens or underscores; the first that holds something wins.

From news-please, NewsAPI, the Guardian's and the New York Times' interfaces, JSON Feed, Media Cloud, GDELT and Kaggle.
"""

_MARKUP = frozenset({"contenthtml", "bodyhtml", "html"})
_SIGNS = str.maketrans("", "", " ._-:")
_EPOCH_FROM = 100_000_000
"""Numbers from here on are seconds since 1970 (or thousandths of them), smaller ones are years or days."""


def article_of(record: Record, source: Source, encoding: str, warnings: tuple[str, ...] = ()) -> Draft | ArticleError:
    """Return the article that a record is: it has a text, and a title, an address, a date or an id.

    The text is the body field and nothing else, as it stands; only a field that is named as HTML is turned into text.
    """
    folded = {_fold(str(name)): value for name, value in reversed([*record.items()])}
    nested = folded.get("fields")
    if isinstance(nested, dict):
        folded = {_fold(str(name)): value for name, value in nested.items()} | folded
    field = _field_of("text", folded, source)
    found = {name: _text(folded.get(_field_of(name, folded, source))) for name in FIELDS if name != "text"}
    body = folded.get(field)
    if not isinstance(body, str) or not any(found[name] for name in _signs_of_article(field)):
        return NoArticleError(
            source.shown, "a record that is no article (a text, and a title, an address, a date or an id)"
        )
    return Draft(
        text_of(body) if field in _MARKUP else clean(body),
        title=found["title"],
        outlet=found["outlet"],
        author=found["author"],
        date=_date(found["date"]),
        url=found["url"],
        key=found["id"],
        encoding=encoding,
        extractor="newsreader-markup 1" if field in _MARKUP else None,
        warnings=warnings,
    )


def has_article_fields(names: list[str], source: Source) -> bool:
    """Tell whether columns with these names hold articles."""
    folded = dict.fromkeys(map(_fold, names), "x")
    field = _field_of("text", folded, source)
    return bool(field) and any(_field_of(name, folded, source) for name in _signs_of_article(field))


def _signs_of_article(field: str) -> tuple[str, ...]:
    """Return the fields one of which an article has beside its text; whatever has an id may have a description."""
    return ("title", "url", "date") if field == "description" else ("title", "url", "date", "id")


def _field_of(name: str, folded: Record, source: Source) -> str:
    """Return a record's name of a field of ours: the one the user gave, else the first usual one that is filled."""
    chosen = source.options.fields.get(name)
    if chosen is not None:
        return _fold(chosen)
    return next((usual for usual in FIELDS[name] if folded.get(usual) not in (None, "", [], {})), "")


def _fold(name: str) -> str:
    return name.translate(_SIGNS).casefold()


def _text(value: object) -> str | None:
    """Return a field as one line: a name within an object, several joined, numbers as they are."""
    if isinstance(value, dict):
        value = next((value[name] for name in ("name", "title", "href", "$oid") if name in value), None)
    if isinstance(value, list):
        return ", ".join(filter(None, map(_text, value))) or None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return one_line(str(value))


def _date(value: str | None) -> str | None:
    """Return a date as it is written; seconds since 1970 in ISO 8601."""
    if (
        value is None
        or not value.isdecimal()
        or not value.isascii()
        or int(value[:15]) < _EPOCH_FROM
        or len(value) > 13
    ):
        return value
    if len(value) == len("20260131") and value[:2] in {"19", "20"}:
        return value
    seconds = int(value) / (1000 if len(value) > 11 else 1)
    return dt.datetime.fromtimestamp(seconds, dt.UTC).isoformat()
