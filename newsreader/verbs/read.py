"""`newsreader [PATH ...]`: the reading room."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from articles.shelf import Shelf
from newsreader.failure import Exit, Failure, complain
from newsreader.opening import nothing_to_open, paths_of, place_of, read_options, store_of, tell_left_out
from newsreader.options import Common, common
from newsreader.places import Place

if TYPE_CHECKING:
    from annotations.store import Store

READ_AT_ONCE = 12
"""So few articles are read before the room opens, so that a refused one is known by then."""


@click.command("read")
@common(output=False)
def command(options: Common) -> int:
    """Open the reading room. With no PATH, the sample story opens."""
    _need_a_terminal()
    shelf = _shelf(options)
    place = place_of(options, shelf.root)
    status = _run(shelf, place, options)
    tell_left_out(shelf, verbose=options.verbose)
    for error in shelf.refused:
        complain(str(error))
    return status


def _need_a_terminal() -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        advice = "without a screen, use newsreader quotes, export, import, text or check"
        raise Failure(f"the reading room needs a terminal; {advice}", Exit.USAGE)


def _shelf(options: Common) -> Shelf:
    """Find the articles, and read the first ones.

    Raises:
        Failure: With ARTICLE, where none can be read.
    """
    shelf = Shelf.open(paths_of(options), read_options(options))
    for _article, _number in zip(shelf, range(READ_AT_ONCE), strict=False):
        pass
    shelf.drop_refused()
    if not len(shelf):
        raise nothing_to_open(shelf)
    return shelf
