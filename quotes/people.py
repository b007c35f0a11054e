"""Are two names the same person? Across articles names differ in spelling, initials and length."""

from functools import lru_cache

from quotes.lexicon.firstnames import FIRST_NAMES
from quotes.tokens import fold

_FIRST_NAMES = frozenset(map(fold, FIRST_NAMES))
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))


@lru_cache(maxsize=4096)
def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names (as words) can be one person's: the last names agree, the first names do not clash.

    A word in front may be no name at all: `Skipper Leo Martins` is `Leo Martins`, and `Skipper Martins` may be.
    """
    left, right = _folded(one), _folded(other)
    if not left or not right:
        return False
    if len(left) == 1 or len(right) == 1:
        return any(_alike(left[-1], word) for word in right) or any(_alike(right[-1], word) for word in left)
    if not _alike(left[-1], right[-1]):
        return False
    shorter = min(len(left), len(right)) - 1
    agree = _first_names_agree(left[0], right[0]) or left[-shorter - 1 : -1] == right[-shorter - 1 : -1]
    return agree or (left[-1] == right[-1] and not (_is_first_name(left[0]) and _is_first_name(right[0])))


def _folded(name: tuple[str, ...]) -> list[str]:
    words = [fold(part) for word in name for part in word.replace("-", " ").split()]
    return [word for word in words if word and word not in _SUFFIXES]


def _first_names_agree(one: str, other: str) -> bool:
    return one[0] == other[0]


def _is_first_name(word: str) -> bool:
    """Is a word surely a first name or an initial, rather than what somebody is (`Reeder Larsen`)?"""
    return len(word) <= 2 or word in _FIRST_NAMES


def _alike(one: str, other: str) -> bool:
    """Are two last names one name in two spellings (Zelensky, Zelenskiy, Zelenskyy)?"""
    if one == other:
        return True
    if min(len(one), len(other)) < 5 or abs(len(one) - len(other)) > 2 or one[:3] != other[:3]:
        return False
    return distance(one, other) <= (1 if min(len(one), len(other)) < 7 else 2)


def distance(one: str, other: str) -> int:
    """Return the edit distance (insertions, deletions, substitutions) of two short words."""
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        previous, row[0] = row[0], i
        for j, right in enumerate(other, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (left != right))
    return row[-1]
