"""Exchange formats: annotations out, in, and as reports for people.

`FORMATS` is the one table of them. Writers are pure functions over an `Exchange`; readers return documents in the
shape of the contract, which are then placed in the articles and merged into the store.
"""

from collections.abc import Iterable
from dataclasses import replace
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.formats.errors import FormatError, UsageError, WriteError
from annotations.formats.exchange import Exchange
from annotations.formats.importing import ImportReport, import_
from annotations.formats.output import save, stream
from annotations.formats.preparing import Filters, inputs_of, prepare
from annotations.formats.shape import File, Format
from annotations.formats.table import FORMATS
from annotations.store import Store
from articles.article import Article

if TYPE_CHECKING:
    from quotes.story import Story

__all__ = [
    "FORMATS",
    "Exchange",
    "File",
    "Filters",
    "Format",
    "FormatError",
    "ImportReport",
    "UsageError",
    "WriteError",
    "export",
    "import_",
    "inputs_of",
    "prepare",
    "save",
    "stream",
    "writable",
]


def writable(format: str, offsets: str = "code-point", output: str | PathLike[str] | None = None) -> Format:  # noqa: A002
    """Return the format of an export.

    Args:
        format: Its name.
        offsets: `code-point` or `utf16`.
        output: Where it goes, if not into a text.

    Raises:
        UsageError: There is no such format, it has its unit fixed, or it needs an output.
    """
    form = FORMATS.get(format)
    if form is None or form.write is None:
        names = ", ".join(name for name, row in FORMATS.items() if row.write)
        raise UsageError(f"format {format!r}: must be one of {names}")
    if format == "spacy" and output is not None and Path(output).suffix == ".spacy":
        form = FORMATS["docbin"]
    if offsets != "code-point" and not form.offsets:
        choosable = ", ".join(name for name, row in FORMATS.items() if row.offsets)
        raise UsageError(f"format {format}: always counts in code points; --offsets is for {choosable}")
    if form.kind != "text" and output is None:
        raise UsageError(f"format {format}: is no single text; name an output")
    return form


def export(
    store: Store,
    articles: Iterable[Article],
    format: str = "json",  # noqa: A002 - the word of the library's contract
    *,
    output: str | PathLike[str] | None = None,
    offsets: str = "code-point",
    tag: str | None = None,
    annotator: str | None = None,
    article: str | None = None,
    since: str | None = None,
    force: bool = False,
    story: "Story | None" = None,
) -> str:
    """Export annotations.

    Args:
        store: Where they are.
        articles: The articles that they are in.
        format: A name of `FORMATS`.
        output: A file (or folder, as the format has it) to write; None returns the text.
        offsets: `code-point` or `utf16` (json, jsonl, csv and doccano only).
        tag: Only those with this tag.
        annotator: Only those by this annotator.
        article: Only those of this article (its id or title).
        since: Only those made or changed since this day or time (ISO 8601).
        force: Overwrite an output that exists. Inputs and the store are never overwritten.
        story: What the articles say and share, where it is known already.

    Returns:
        The export, or the path of the output where one was named.

    Raises:
        UsageError: What was asked for cannot be done.
        WriteError: The output cannot be written; nothing is left of it.
    """
    form = writable(format, offsets, output)
    assert form.write is not None
    opened = list(articles)
    exchange = prepare(store, opened, offsets, Filters(tag, annotator, article, since))
    files = form.write(exchange if story is None else replace(exchange, find=lambda _articles: story))
    if output is None:
        return "".join(str(chunk) for file in files for chunk in file.chunks)
    save(files, form, Path(output), force=force, inputs=inputs_of(store, opened))
    return str(output)
