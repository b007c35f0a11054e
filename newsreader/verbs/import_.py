"""`newsreader import FILE [PATH ...]`: annotations in, from this program or another."""

from typing import TYPE_CHECKING

import click

from articles.display import harmless
from newsreader.failure import Exit, Failure, complain
from newsreader.opening import exit_code, read_for_store, store_of
from newsreader.options import Common, common

if TYPE_CHECKING:
    from annotations.annotation import Annotation
    from annotations.formats import ImportReport

_WORDS = 60
"""Characters of an orphan's words that are told."""


@click.command("import")
@click.argument("file", metavar="FILE")
@common(output=False)
@click.option("--format", "form", metavar="NAME", help="The file's format (default: told from its content).")
def command(options: Common) -> int:
    """Take in annotations from FILE, which this program or another has written.

    An annotation whose words stand in none of the articles is kept as an orphan and named.
    Importing a file again adds nothing; one import is one undo.
    """
    if not options.paths and not options.db:
        raise click.UsageError("name the articles that the annotations belong to, or their store with --db")
    from annotations.formats import FormatError, UsageError, import_
    from annotations.store import StoreError, UnsavedError

    file = options.extra["file"]
    reading, place = read_for_store(options)
    try:
        with store_of(place, options.annotator) as store:
            store.record_articles(reading.articles, reading.root)
            report = import_(store, reading.articles, file, options.extra["form"])
    except UsageError as error:
        raise Failure(str(error), Exit.USAGE) from error
    except FormatError as error:
        raise Failure(str(error), Exit.ARTICLE) from error
    except UnsavedError as error:
        raise Failure(str(error), Exit.WRITE) from error
    except StoreError as error:
        raise Failure(str(error), Exit.STORE) from error
    _tell(report, file)
    return exit_code(reading, options)


def _tell(report: "ImportReport", file: str) -> None:
    for annotation in report.orphaned:
        complain(f"{file}: orphaned, its words stand in no article: {_named(annotation)}")
    if report.orphaned and len(report.orphaned) == report.added + report.updated:
        complain(
            f"{file}: nothing of it stands in these articles: are they the right ones?"
            " Undo in the reading room takes the import back"
        )
    for annotation in report.moved:
        complain(f"{file}: moved, look whether it still fits: {_named(annotation)}")
    counts = [f"{report.added} added", f"{report.updated} updated", f"{report.unchanged} known already"]
    counts += [f"{report.removed_here} removed here before"] if report.removed_here else []
    counts += [f"new tags: {', '.join(report.tags)}"] if report.tags else []
    click.echo(harmless(f"{file} ({report.form}): " + ", ".join(counts)))


def _named(annotation: "Annotation") -> str:
    words = " … ".join(span.exact for span in annotation.spans).replace("\n", " ")
    short = words if len(words) <= _WORDS else words[:_WORDS].rstrip() + "…"
    return f"{annotation.tag} “{short}” ({annotation.article or 'no article named'})"
