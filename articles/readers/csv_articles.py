"""CSV and its kin (tabs, semicolons) of articles: an article a row, fields by the names in the first row."""

import csv
import io
from collections.abc import Iterator

from articles.decoding import Decoded
from articles.errors import ArticleError, NoArticleError
from articles.readers.draft import Draft, Drafts, Source
from articles.readers.records import article_of, has_article_fields

SEPARATORS = ",;\t|"


def read(source: Source) -> Drafts:
    """Read a table of articles.

    Raises:
        NoArticleError: Its first row names no text, or no title, address or date.
        ArticleError: It cannot be read as a table.
    """
    drafts = list(_rows(source.decoded(), source))
    if not any(isinstance(draft, Draft) for draft in drafts):
        raise NoArticleError(
            source.shown, "a table without articles", "its first row names the fields: text, title, url"
        )
    return drafts


def _rows(decoded: Decoded, source: Source) -> Iterator[Draft | ArticleError]:
    head = decoded.text.split("\n", 1)[0]
    separator = max(SEPARATORS, key=head.count)
    limit = csv.field_size_limit(max(source.options.max_size * 2, 131_072))
    rows = csv.reader(io.StringIO(decoded.text, newline=""), delimiter=separator, skipinitialspace=True)
    try:
        names = [name.strip() for name in next(rows, [])]
        if not has_article_fields(names, source) or "offset_unit" in names:
            return
        for row in rows:
            if any(row):
                record = dict(zip(names, row, strict=False))
                yield article_of(record, source, decoded.encoding, decoded.warnings)
    except csv.Error as error:
        raise ArticleError(source.shown, f"line {rows.line_num} cannot be read ({error})", "mend the table") from None
    finally:
        csv.field_size_limit(limit)
