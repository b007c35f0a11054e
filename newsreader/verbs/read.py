"""`newsreader [PATH ...]`: the reading room."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from articles.shelf import Shelf
from newsreader.failure import Exit, Failure, complain
from newsreader.nearby import nearby_notices
from newsreader.opening import nothing_to_open, paths_of, place_of, read_options, store_of, tell_left_out
from newsreader.options import Common, annotator_name, common
from newsreader.places import STORE_NAME, Place, sample_store

if TYPE_CHECKING:
    from annotations.store import Store

READ_AT_ONCE = 12
"""So few articles are read before the room opens, so that a refused one is known by then."""


@click.command("read")
@common(output=False)
@click.option(
    "--max-articles",
    type=click.IntRange(min=1),
    default=10_000,
    show_default=True,
    metavar="NUMBER",
    help="The most articles in the room.",
)
def command(options: Common) -> int:
    """Open the reading room. With no PATH, the sample story opens."""
    gc.disable()  # 20 ms: what is loaded from here on stays; the room turns it on again after its first picture
    _need_a_terminal(options.paths)
    shelf = _shelf(options)
    place = place_of(options, shelf.root)
    status = _run(shelf, place, options)
    tell_left_out(shelf, verbose=options.verbose)
    for error in shelf.refused:
        complain(str(error))
    if status == Exit.WRITE:
        complain(f"{place.path}: tags could not be written and are lost; make room there, or name another --db")
    return status


def _need_a_terminal(paths: Sequence[str]) -> None:
    if not (sys.stdin and sys.stdout and sys.stdin.isatty() and sys.stdout.isatty()):
        advice = "without a screen, use newsreader quotes, export, import, text or check"
        raise Failure(f"the reading room needs a terminal; {advice}{_verb_meant(paths)}", Exit.USAGE)


def _verb_meant(paths: Sequence[str]) -> str:
    """Say which verb is meant, where the first word is no file but nearly a verb."""
    if not paths or os.path.lexists(paths[0]):
        return ""
    from difflib import get_close_matches

    from newsreader.cli import VERBS

    nearest = get_close_matches(paths[0].casefold(), VERBS, n=1, cutoff=0.7)
    return f" ({paths[0]} is no verb; the nearest is {nearest[0]})" if nearest else ""


def _shelf(options: Common) -> Shelf:
    """Find the articles, and read the first ones.

    Raises:
        Failure: With ARTICLE, where none can be read.
    """
    shelf = Shelf.open(_recorded(options) or paths_of(options), read_options(options))
    for _ in islice(shelf, READ_AT_ONCE):
        pass  # each step reads one
    shelf.drop_refused()
    if not len(shelf):
        nothing = nothing_to_open(shelf)
        raise Failure(f"{nothing}{_verb_meant(options.paths)}", nothing.code)
    if len(shelf) > options.extra["max_articles"]:
        limit = f"{len(shelf):,} articles, over the limit of {options.extra['max_articles']:,}"
        raise Failure(f"{shelf.root}: {limit}; open a part, or raise it with --max-articles {len(shelf)}", Exit.ARTICLE)
    return shelf


def _recorded(options: Common) -> Sequence[Path]:
    """Return the articles that the store recorded, where --db is all that was named."""
    if options.paths or not options.db or not os.path.lexists(options.db):
        return ()
    from annotations.recorded import recorded_paths

    with store_of(Place(Path(options.db)), options.annotator, read_only=True) as store:
        return recorded_paths(store.recorded_articles(), Path(os.path.realpath(options.db)).parent)


def _run(shelf: Shelf, place: Place, options: Common) -> int:
    """Open the room and wait for its end."""
    from newsreader.config import load
    from tui.app import run

    settings = load(options.config)
    settings = replace(settings, annotator=annotator_name(options.annotator, settings.annotator))
    notices = [*map(str, shelf.refused), *_notices(shelf, place)]
    return run(
        shelf,
        lambda: _store(shelf, place, settings.annotator),
        settings,
        name=_name(shelf, options),
        notices=notices,
        refusal=Failure,
    )


def _store(shelf: Shelf, place: Place, annotator: str) -> "Store":
    """Open the store; one without a place is only looked at."""
    if place.path is None:
        return store_of(Place(shelf.root / STORE_NAME, place.why_not), annotator, read_only=True)
    if place.path == sample_store():
        with suppress(OSError):  # where it cannot be made, the store says so and opens read-only
            place.path.parent.mkdir(parents=True, exist_ok=True)
    return store_of(place, annotator, patient=True)


def _notices(shelf: Shelf, place: Place) -> Sequence[str]:
    if place.path is None:
        return [place.why_not]
    return nearby_notices(place.path, {article.sha256 for article in islice(shelf, READ_AT_ONCE)})


def _name(shelf: Shelf, options: Common) -> str:
    """Return what is open, in a word or two."""
    if not options.paths:
        return "sample story"
    return shelf.root.name if len(options.paths) > 1 or len(shelf) > 1 else shelf.ids[0]
