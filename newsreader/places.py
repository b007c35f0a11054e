"""Where the annotations of what was opened live, and the words when they cannot live there."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

STORE_NAME = "annotations.json"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a store lies, or why there is none."""

    path: Path | None
    why_not: str = ""
    """One sentence, where `path` is None: the reading room then opens read-only."""


def store_place(root: Path, *, db: str | None, sample: bool = False) -> Place:
    """Say where the annotations of articles below `root` live. Nothing is created by asking.

    Args:
        root: The opened folder, or the common parent folder of the opened files.
        db: The value of --db or NEWSREADER_DB.
        sample: Whether the sample story is open.
    """
    if db:
        return Place(Path(db))
    if sample:
        return Place(sample_store())
    if _is_nobodys_folder(root):
        return Place(None, f"the articles have only {root} in common; name a store with --db FILE to tag them")
    return Place(root / STORE_NAME)


def sample_store() -> Path:
    """Return where the annotations of the sample story live: in the user's data folder."""
    from platformdirs import user_data_path

    return user_data_path("newsreader", appauthor=False) / STORE_NAME


def _is_nobodys_folder(root: Path) -> bool:
    """Tell whether a folder belongs to no story: the root, a home folder, or a folder of home folders."""
    homes = {Path.home().resolve()}
    return root.resolve() in {Path(root.anchor or "/"), *homes, *(home.parent for home in homes)}


def stores_nearby(place: Path, limit: int = 200) -> Iterator[Path]:
    """Yield other stores in the folders above and below a store's place.

    Args:
        place: The store that is used.
        limit: How many folders below are looked at, at most.
    """
    for folder in (*_above(place.parent), *_below(place.parent, limit)):
        other = folder / STORE_NAME
        if other != place and other.is_file():
            yield other


def _above(folder: Path) -> Sequence[Path]:
    return [parent for parent in folder.parents if not _is_nobodys_folder(parent)]


def _below(folder: Path, limit: int) -> Iterator[Path]:
    waiting, seen = [folder], 0
    while waiting and seen < limit:
        here = waiting.pop(0)
        try:
            with os.scandir(here) as entries:
                found = sorted(
                    e.path for e in entries if e.is_dir(follow_symlinks=False) and not e.name.startswith(".")
                )
        except OSError:
            continue
        for path in found:
            seen += 1
            waiting.append(Path(path))
            yield Path(path)
