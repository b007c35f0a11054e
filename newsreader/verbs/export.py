"""`newsreader export`: the annotations in a format that other programs, or people, read."""

import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

import click

from newsreader.failure import Exit, Failure, ReaderGoneError, complain
from newsreader.opening import existing_store, exit_code, read_for_store, store_of, story_of
from newsreader.options import Common, common
from newsreader.output import put, standard_output

if TYPE_CHECKING:
    from annotations.formats import Exchange, File, Format
    from annotations.store import Store


@click.command("export")
@common()
@click.option(
    "--format", "form", default="json", show_default=True, metavar="NAME", help="The format; --list names all."
)
@click.option(
    "--offsets",
    type=click.Choice(["code-point", "utf16"]),
    default="code-point",
    show_default=True,
    help="The unit (utf16: json, jsonl, csv and doccano only).",
)
@click.option("--tag", metavar="NAME", help="Only annotations with this tag.")
@click.option("--article", metavar="ID", help="Only annotations of this article.")
@click.option("--since", metavar="DATE", help="Only what was made or changed since this day or time.")
@click.option("--list", "list_formats", is_flag=True, help="List the formats and end.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of the format json and end.")
def command(options: Common) -> int:
    """Write the annotations to a file or to standard output.

    Orphaned annotations are exported too, marked as such, where the format has a place for them.
    --annotator NAME exports only what this person has tagged.
    """
    if options.extra["list_formats"] or options.extra["schema"]:
        put(_listing() if options.extra["list_formats"] else _schema(), options.output, force=options.force)
        return Exit.FINE
    from annotations.formats import UsageError, WriteError

    try:
        return _export(options)
    except UsageError as error:
        raise Failure(str(error), Exit.USAGE) from error
    except WriteError as error:
        raise Failure(str(error), Exit.WRITE) from error


def _listing() -> str:
    from annotations.formats import FORMATS

    kinds = {"text": "text", "folder": "folder", "files": "files", "binary": "file"}
    lines = ["format        writes  reads  offsets  orphans  what it is"]
    for form in FORMATS.values():
        writes, reads = (kinds[form.kind] if form.write else "-"), "yes" if form.read else "-"
        offsets, orphans = "both" if form.offsets else "fixed", "yes" if form.orphans else "-"
        lines.append(f"{form.name:<13} {writes:<7} {reads:<6} {offsets:<8} {orphans:<8} {form.description}")
    return "\n".join(lines) + "\n"


def _schema() -> str:
    from annotations.formats.json_ import schema

    return schema()


def _export(options: Common) -> int:
    from annotations.formats import Filters, prepare, writable
    from newsreader.config import load

    output = None if options.output == "-" else options.output
    form = writable(options.extra["form"], options.extra["offsets"], output)
    reading, place = read_for_store(options)
    existing_store(place)
    with store_of(place, options.annotator, read_only=True) as store:
        filters = Filters(options.extra["tag"], options.annotator, options.extra["article"], options.extra["since"])
        exchange = prepare(store, reading.articles, options.extra["offsets"], filters, load(options.config).tags)
        for message in store.messages:
            complain(f"{place.path}: {message}")
        exchange = replace(exchange, find=lambda articles: story_of(articles, options))
        _tell_left_out(exchange, form)
        _write(exchange, form, output, store, options)
    for error in reading.refused if not options.paths else ():
        complain(f"{error}; its annotations are exported as the store has them")
    return exit_code(reading, options)


def _tell_left_out(exchange: "Exchange", form: "Format") -> None:
    """Say how many annotations the format has no place for."""
    if not form.orphans and exchange.orphans:
        count = len(exchange.orphans)
        words = "1 annotation has" if count == 1 else f"{count} annotations have"
        complain(f"{words} no place in the text and the format {form.name} none for them; left out (json has them all)")


def _write(exchange: "Exchange", form: "Format", output: str | None, store: "Store", options: Common) -> None:
    from annotations.formats import inputs_of, save

    assert form.write is not None
    files = form.write(exchange)
    if output is not None:
        with _tidy_end():
            save(files, form, Path(output), force=options.force, inputs=inputs_of(store, exchange.articles))
    elif sys.stdout and sys.stdout.isatty():
        put("".join(str(chunk) for file in files for chunk in file.chunks), None)
    else:
        _to_standard_output(files)


@contextmanager
def _tidy_end() -> Iterator[None]:
    """Let a signal end the program through its exceptions, so that nothing half written stays behind."""

    def end(number: int, _frame: FrameType | None) -> NoReturn:
        raise SystemExit(Exit.SIGNAL + number)

    before = {number: signal.signal(number, end) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _to_standard_output(files: "Iterable[File]") -> None:
    from annotations.formats import stream

    output = standard_output()
    try:
        stream(files, output)
        output.flush()
    except BrokenPipeError as error:
        raise ReaderGoneError from error
    except OSError as error:
        raise Failure(f"standard output: cannot be written ({error.strerror})", Exit.WRITE) from error
