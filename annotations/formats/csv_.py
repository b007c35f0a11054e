"""`csv`: a row for each span, for spreadsheets and data frames.

Opens right in a spreadsheet: UTF-8 with byte-order mark, and no cell of foreign text is taken for a formula. A cell
that would be one gets an apostrophe in front; so does one that begins with apostrophes and then looks like one.
Taking one apostrophe off such cells undoes it exactly, and `read` does.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from annotations.annotation import Annotation, Document
from annotations.formats.check import checked
from annotations.formats.errors import FormatError
from annotations.formats.exchange import Exchange
from annotations.formats.jsonfile import read_text
from annotations.formats.shape import File, Incoming
from annotations.formats.units import CODE_POINT

COLUMNS = (
    *("article", "title", "outlet", "tag", "span", "spans", "start", "end", "offset_unit", "exact", "speaker", "note"),
    *("annotator", "created", "updated", "group", "origin", "state", "id", "sha256", "prefix", "suffix"),
)
_ANNOTATION = (
    "article",
    "tag",
    "speaker",
    "note",
    "annotator",
    "created",
    "updated",
    "group",
    "origin",
    "state",
    "id",
    "sha256",
)

# What makes a spreadsheet take a cell for a formula (OWASP, CSV injection), also in full width as in Japanese editions.
_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
_NEUTRAL = re.compile("'+[=+\\-@\t\r\n＝＋－＠]")
_ROWS_A_CHUNK = 500


def neutral(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def plain(cell: str) -> str:
    """Undo `neutral`."""
    return cell[1:] if _NEUTRAL.match(cell) else cell


def write(exchange: Exchange) -> Iterator[File]:
    """Write the sheet."""
    yield File("", _chunks(exchange))


def _chunks(exchange: Exchange) -> Iterator[str]:
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    yield "\ufeff"
    for number, annotation in enumerate(exchange.annotations):
        writer.writerows(_rows(exchange, annotation))
        if number % _ROWS_A_CHUNK == 0:
            yield sheet.getvalue()
            sheet.seek(0)
            sheet.truncate()
    yield sheet.getvalue()


def _rows(exchange: Exchange, annotation: Annotation) -> Iterator[Sequence[Any]]:
    """Yield a row for each span."""
    article = exchange.texts.get(annotation.article)
    name, unit = annotation.article, exchange.unit_of(annotation)
    convert = exchange.stands(annotation)
    before = (
        neutral(name),
        neutral(article.title or "") if article else "",
        neutral(article.outlet or "") if article else "",
    )
    speaker, note = neutral(annotation.speaker or ""), neutral(annotation.note)
    after = (
        *(
            neutral(annotation.annotator),
            neutral(annotation.created),
            neutral(annotation.updated),
            neutral(annotation.group or ""),
        ),
        *(annotation.origin, annotation.state, neutral(annotation.id), annotation.sha256),
    )
    tag, count = neutral(annotation.tag), len(annotation.spans)
    for number, span in enumerate(annotation.spans, start=1):
        start, end = (
            (exchange.outward(name, span.start), exchange.outward(name, span.end))
            if convert
            else (span.start, span.end)
        )
        place = (*before, tag, number, count, start, end, unit, neutral(span.exact), speaker, note)
        yield (*place, *after, neutral(span.prefix), neutral(span.suffix))


def read(path: Path) -> Incoming:
    """Read a sheet, as exported or as a spreadsheet saved it (commas, semicolons or tabs).

    Columns may be missing or in another order; `article`, `tag`, `start`, `end` and `exact` must be there. Rows of one
    id are one annotation.

    Raises:
        FormatError: It is no such sheet.
    """
    passages: dict[str, Document] = {}
    for place, row in _records(path):
        document = passages.setdefault(row.get("id") or place, {"spans": [], "place": place})
        document.update({name: value for name in _ANNOTATION if (value := row.get(name))})
        document["offset_unit"] = row.get("offset_unit") or CODE_POINT
        span = {name: row.get(name, "").replace("\r\n", "\n") for name in ("exact", "prefix", "suffix")}
        document["spans"].append({"start": _number(row, "start", place), "end": _number(row, "end", place), **span})
    return Incoming([checked(document, document.pop("place"), None) for document in passages.values()])


def _records(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the rows by column, each with what to call it in an error."""
    text = read_text(path)
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    limit = csv.field_size_limit(len(text) + 1)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        header = [name.strip().lower() for name in next(rows, [])]
        missing = [name for name in ("article", "tag", "start", "end", "exact") if name not in header]
        if missing:
            raise FormatError(f"{path}: is no sheet of annotations (no column {', '.join(missing)}); name its --format")
        for row in rows:
            place = f"{path}, line {rows.line_num}"
            if len(row) not in (0, len(header)):
                raise FormatError(
                    f"{place}: has {len(row)} cells where the header has {len(header)}; nothing was taken"
                )
            if any(row):
                yield place, dict(zip(header, map(plain, row), strict=True))
    except csv.Error as error:
        raise FormatError(f"{path}: is no whole CSV file ({error}); export it again") from error
    finally:
        csv.field_size_limit(limit)


def _number(row: dict[str, str], name: str, place: str) -> int:
    cell = row[name].strip()
    if not re.fullmatch(r"-?[0-9]{1,15}", cell):
        raise FormatError(f"{place}: its {name} is {cell!r}, not a whole number; nothing was taken")
    return int(cell)
