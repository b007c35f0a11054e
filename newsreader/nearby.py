"""Other stores near by that hold annotations of the opened articles."""

import shlex
from collections.abc import Collection
from pathlib import Path

from newsreader.places import stores_nearby


def nearby_notices(place: Path, hashes: Collection[str]) -> list[str]:
    """Say which stores above and below hold annotations of these articles, and which command opens them.

    Args:
        place: The store that is used.
        hashes: SHA-256 of the opened articles' texts.
    """
    return [
        f"{other} holds {count} annotations of these articles: newsreader --db {shlex.quote(str(other))} opens it"
        for other in stores_nearby(place)
        if (count := _annotations_of(other, frozenset(hashes)))
    ]


def _annotations_of(store: Path, hashes: frozenset[str]) -> int:
    from annotations.store import StoreError, open_store

    try:
        with open_store(store, read_only=True) as other:
            return sum(annotation.sha256 in hashes for annotation in other.annotations())
    except StoreError:
        return 0  # not a store, or one that cannot be read: nothing to point at
