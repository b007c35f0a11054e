"""The keys of the articles in a file of several: `feed.xml#KEY`."""

from collections import Counter
from collections.abc import Sequence


def keys_of(own: Sequence[str | None]) -> list[str]:
    """Return a key for each item: its own id where it has one and no other has it, else its number from 1.

    An own id that is the number of an item without one gives way, so that no two keys are the same.
    """
    numbers = [str(number) for number in range(1, len(own) + 1)]
    times = Counter(own)
    keys = [key if key and times[key] == 1 else number for key, number in zip(own, numbers, strict=True)]
    while twice := {key for key, n in Counter(keys).items() if n > 1}:
        keys = [number if key in twice else key for key, number in zip(keys, numbers, strict=True)]
    return keys
