"""Finding entries of a list by a few typed letters: every word typed must be found, the best fit comes first."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TypeVar

from tui.folding import lower, plain

Entry = TypeVar("Entry")


def matching(typed: str, entries: Iterable[Entry], text_of: Callable[[Entry], str]) -> list[Entry]:
    """Return the entries that fit, the best first; entries that fit alike stay in their order.

    Where nothing fits as typed, those are returned that have the letters in this order, with others between.

    Args:
        typed: What was typed; marks, accents and case do not matter.
        entries: What there is.
        text_of: What is searched of an entry.
    """
    words = _folded(typed).split()
    if not words:
        return list(entries)
    folded = [(entry, _folded(text_of(entry))) for entry in entries]
    found = [(cost, entry) for entry, text in folded if (cost := _cost(words, text)) is not None]
    if found:
        return [entry for _, entry in sorted(found, key=lambda pair: pair[0])]
    letters = "".join(words)
    return [entry for entry, text in folded if len(letters) > 2 and _in_order(letters, text)]


@lru_cache(maxsize=20_000)
def _folded(text: str) -> str:
    return lower(plain(text))


def _cost(words: list[str], text: str) -> int | None:
    """Return how badly words fit a text, 0 best; None where one of them is not in it."""
    total = 0
    for word in words:
        at = text.find(word)
        begins = f" {text.replace('-', ' ')}".find(f" {word}")
        if begins == 0:
            continue
        if begins > 0:
            total += 10 + min(begins, 80)
        elif at >= 0:
            total += 200 + min(at, 80)
        else:
            return None
    return total


def _in_order(letters: str, text: str) -> bool:
    """Tell whether letters stand in a text one behind the other, with others between."""
    rest = iter(text)
    return all(letter in rest for letter in letters)
