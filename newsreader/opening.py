"""Opening: the articles, and the store of their annotations."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.beside import beside, store_files
from articles.article import Article
from articles.reading import OWN, Reading, ReadOptions
from articles.shelf import Shelf, read_articles
from newsreader.failure import Exit, Failure, complain
from newsreader.options import Common, annotator_name
from newsreader.places import Place, store_place
from seeds import sample_story

if TYPE_CHECKING:
    from annotations.store import Store
    from quotes.story import Story


def read_options(options: Common) -> ReadOptions:
    """Return how files are read: encoding, limits and names of fields, as far as they were given."""
    sizes = {"max_size": options.max_size, "max_file_size": options.max_file_size}
    given = {name: size for name, size in sizes.items() if size is not None}
    return ReadOptions(encoding=options.encoding, fields=dict(options.field), **given)


def paths_of(options: Common) -> Sequence[str | Path]:
    """Return the paths to open; with none, the sample story."""
    return options.paths or sorted(sample_story().glob("*.txt"))


def read_all(options: Common) -> Reading:
    """Read all articles at once, as the verbs without a screen do.

    Refused files are named on standard error; `exit_code` tells of them, and of what was left out, afterwards.

    Raises:
        Failure: With ARTICLE, where none is left.
    """
    reading = read_articles(paths_of(options), read_options(options))
    if not reading.articles:
        if options.verbose:
            tell_left_out(reading, verbose=True)
        raise nothing_to_open(reading)
    for error in reading.refused:
        complain(str(error))
    return reading


def read_for_store(options: Common) -> tuple[Reading, Place]:
    """Read the articles for a verb that works on their annotations.

    With --db and no PATH, the articles are found where the store recorded them; one that is gone is in `refused`, and
    its annotations are still in the store.

    Raises:
        Failure: With ARTICLE, where paths were named and none can be read; with STORE, where there is no such store.
    """
    if options.paths or not options.db:
        reading = read_all(options)
        return reading, place_of(options, reading.root)
    place = Place(Path(options.db))
    existing_store(place)
    with store_of(place, options.annotator, read_only=True) as store:
        records = store.recorded_articles()
    from annotations.recorded import read_recorded

    return read_recorded(records, Path(os.path.realpath(options.db)).parent, read_options(options)), place


def story_of(articles: Sequence[Article], options: Common) -> "Story":
    """Find what the articles say and share, with the speaker model that the configuration names, if any.

    Raises:
        Failure: With USAGE, where there is no such model.
    """
    from newsreader.config import load
    from quotes.model_speakers import SpeakerModelError, speech_reader
    from quotes.story import read_story

    try:
        return read_story(articles, speech_reader(load(options.config).speaker_model))
    except SpeakerModelError as error:
        raise Failure(f"{error}, or empty speaker-model in the configuration", Exit.USAGE) from error


def nothing_to_open(opened: Reading | Shelf) -> Failure:
    """Name all refused files but the last, and return the failure that names that one."""
    *others, last = [str(error) for error in opened.refused] or ["no articles; name a file or a folder of them"]
    for line in others:
        complain(line)
    return Failure(last, Exit.ARTICLE)


def exit_code(reading: Reading, options: Common) -> int:
    """End a verb without a screen: say what was left out; return its code, ARTICLE if any named file was refused."""
    tell_left_out(reading, verbose=options.verbose)
    if not options.paths:
        return Exit.FINE
    return Exit.ARTICLE if reading.refused else Exit.FINE


def tell_left_out(opened: Reading | Shelf, *, verbose: bool) -> None:
    """Say on standard error which files of a folder were left out: counted, and named where asked for."""
    if verbose:
        for path, reason in opened.left_out:
            complain(f"{path}: left out ({reason})")
    elif count := sum(reason != OWN for _, reason in opened.left_out):
        complain(f"{count} file{'s' * (count != 1)} left out; -v names {'them' if count != 1 else 'it'}")


def place_of(options: Common, root: Path) -> Place:
    """Say where the annotations of what was opened live."""
    return store_place(root, db=options.db, sample=not options.paths)


def inputs_of(place: Place, articles: Iterable[Article]) -> list[Path]:
    """Return the files that no output may ever replace: the articles, and those of their store."""
    return [*(article.path for article in articles), *(store_files(place.path) if place.path else ())]


def existing_store(place: Place) -> Path:
    """Return the path of a store that must exist.

    Raises:
        Failure: With STORE, where there is none.
    """
    if place.path is None:
        raise Failure(place.why_not, Exit.STORE)
    if not os.path.lexists(place.path):
        copy = beside(place.path, ".bak")
        raise Failure(
            f"{place.path}: is not there, but {copy.name} has its last good state; "
            f"newsreader check --repair --db {place.path} writes it out beside"
            if os.path.lexists(copy)
            else f"{place.path}: no annotations yet; tag something in the reading room, or name a store with --db",
            Exit.STORE,
        )
    return place.path


def store_of(place: Place, annotator: str | None, *, read_only: bool = False, patient: bool = False) -> "Store":
    """Open the store; a patient one keeps in memory what the disk does not take, and tries again.

    Raises:
        Failure: With STORE, where it is refused.
    """
    from annotations.store import StoreError, open_store

    if place.path is None:
        raise Failure(place.why_not, Exit.STORE)
    try:
        name = annotator_name(annotator)
        return open_store(place.path, annotator=name, read_only=read_only, reason=place.why_not, patient=patient)
    except StoreError as error:
        raise Failure(str(error), Exit.STORE) from error
