"""`newsreader fetch`: pages and feeds from the network into a folder. The only verb that touches the network."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

import click

from articles.display import harmless
from articles.fetch import Fetched, FetchOptions, Progress, fetch
from articles.transfer import SCHEMES, Limits
from newsreader.failure import Exit, Failure, complain
from newsreader.options import Size


@click.command("fetch")
@click.argument("words", nargs=-1, required=True, metavar="URL ... FOLDER")
@click.option("--follow", is_flag=True, help="Save the pages that a feed's items name, in place of the feed.")
@click.option("--force", is_flag=True, help="Fetch pages again that the folder holds already.")
@click.option(
    "--pause", type=click.FloatRange(0), default=1.0, metavar="SECONDS", help="Between requests to one host (1)."
)
@click.option("--max-size", type=Size(), default=20_000_000, metavar="BYTES", help="The largest page (20MB).")
def command(words: tuple[str, ...], follow: bool, force: bool, pause: float, max_size: int) -> int:
    """Save web pages and feeds in FOLDER, as they came, to be opened like any folder of articles.

    One request at a time goes to a host, and robots.txt is honoured. Each saved file is named on standard output, what
    could not be had on standard error.
    """
    *urls, folder = words
    _check(urls, folder)
    options = FetchOptions(follow, force, pause, version("newsreader"), Limits(size=max_size))
    try:
        with _progress() as progress:
            results = fetch(urls, Path(folder), options, progress)
    except OSError as error:
        raise Failure(f"{folder}: {error.strerror or error}; name a folder that can be written", Exit.WRITE) from None
    for done in results:
        if done.path is not None:
            click.echo(harmless(str(done.path)) + (" (there already; --force fetches it again)" if done.known else ""))
        else:
            complain(str(done))
    return Exit.FINE if all(done.path for done in results) else Exit.ARTICLE


def _check(urls: list[str], folder: str) -> None:
    """Refuse what is no address of a page or no folder, before anything is fetched."""
    if "://" in folder or not urls:
        raise click.UsageError("the last word is the folder to save in: newsreader fetch URL ... FOLDER")
    for url in urls:
        if url.partition(":")[0].strip().casefold() not in SCHEMES:
            raise Failure(f"{url}: is no http or https address; write https://...", Exit.USAGE)
    if Path(folder).exists() and not Path(folder).is_dir():
        raise Failure(f"{folder}: is a file; name a folder to save in", Exit.USAGE)


@contextmanager
def _progress() -> Iterator[Progress | None]:
    """Show a bar on standard error, if that is a terminal."""
    if not (sys.stderr and sys.stderr.isatty()):
        yield None
        return
    with click.progressbar(length=1, label="Fetching", file=sys.stderr, show_pos=True) as bar:

        def show(_: Fetched, done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield show
