"""The words of one wording beside those of the fullest: what is the same, changed, dropped, added, in another order.

Pure functions over lists of folded words; a slot is a place in the fullest wording.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

LEAST_MOVED = 3
"""Words in a row that are called the same words in another order; fewer ("of the") come again by chance."""
_LONG = 1000
"""Words of a speech that is printed whole: looked at word by word it would cost the square of them."""
_REPEATS = 20
"""Places where the same words are put in that what is left out is compared with."""


@dataclass(slots=True)
class Alignment:
    """The words of a row beside those of the fullest (slots)."""

    same: dict[int, int]
    """Slot: index in the row."""
    changed: dict[int, int]
    """Slot: index in the row."""
    dropped: list[int]
    """Slots that the row leaves out."""
    added: dict[int, list[int]]
    """Slot before which the words of the row are added; those that are moved are among them."""
    moved: list[int]
    """Indices of the row whose words the fullest has in another place."""

    def slots(self) -> list[int]:
        """Return for each word of the row its slot; of an added one, that before which it stands."""
        of = {index: slot for slot, index in (self.same | self.changed).items()}
        of.update((index, slot) for slot, extra in self.added.items() for index in extra)
        return [of[index] for index in range(len(of))]

    def where(self, words: int) -> str:
        """Tell where words are dropped: at the beginning, at the end, or in several places."""
        if not self.dropped:
            return ""
        run = self.dropped[-1] - self.dropped[0] + 1 == len(self.dropped)
        if run and self.dropped[0] == 0:
            return " at the beginning"
        return " at the end" if run and self.dropped[-1] == words - 1 else ""


def align(base: Sequence[str], words: Sequence[str]) -> Alignment:
    """Align two lists of folded words; a replaced stretch pairs its words one by one.

    Args:
        base: The fullest wording.
        words: The other one.
    """
    blocks = _matcher(base, words).get_opcodes()
    differing = [(i, j, k, m) for tag, i, j, k, m in blocks if tag != "equal"]
    moved = _moved(base, words, differing)
    result = Alignment({}, {}, [], {}, sorted(moved.values()))
    elsewhere = frozenset(result.moved)
    for tag, i, j, k, m in blocks:
        if tag == "equal":
            result.same.update(zip(range(i, j), range(k, m), strict=True))
            continue
        slots = [slot for slot in range(i, j) if slot not in moved]
        own = [index for index in range(k, m) if index not in elsewhere]
        pairs = min(len(slots), len(own))
        result.changed.update(zip(slots[:pairs], own[:pairs], strict=True))
        result.dropped += slots[pairs:]
        extra = [index for index in range(k, m) if index in elsewhere] + own[pairs:]
        if extra:
            result.added[j] = sorted(extra)
    return result


def _matcher(base: Sequence[str], words: Sequence[str]) -> SequenceMatcher[str]:
    """Match two lists of words; in a speech of this length only the rarer ones begin what is equal."""
    return SequenceMatcher(None, base, words, autojunk=max(len(base), len(words)) > _LONG)


def _moved(base: Sequence[str], words: Sequence[str], differing: list[tuple[int, int, int, int]]) -> dict[int, int]:
    """Return the slots whose words stand elsewhere in the row, where neither side is aligned: slot to index."""
    moved: dict[int, int] = {}
    taken: set[int] = set()
    for i, j, k, m in _across(base, words, differing):
        run = _matcher(base[i:j], words[k:m]).find_longest_match()
        slots = range(i + run.a, i + run.a + run.size)
        places = range(k + run.b, k + run.b + run.size)
        if run.size >= LEAST_MOVED and moved.keys().isdisjoint(slots) and taken.isdisjoint(places):
            moved.update(zip(slots, places, strict=True))
            taken.update(places)
    return moved


def _across(
    base: Sequence[str], words: Sequence[str], differing: list[tuple[int, int, int, int]]
) -> Iterator[tuple[int, int, int, int]]:
    """Yield what is left out in one place beside what is put in at another, if enough words in a row are the same."""
    put_in: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, (_, _, k, m) in enumerate(differing):
        for run in _runs(words, k, m):
            put_in[run].append(number)
    for number, (i, j, _, _) in enumerate(differing):
        others = {other for run in _runs(base, i, j) for other in put_in.get(run, ())[:_REPEATS]}
        yield from ((i, j, *differing[other][2:]) for other in sorted(others) if other != number)


def _runs(words: Sequence[str], start: int, end: int) -> set[tuple[str, ...]]:
    """Return the runs of as many words as may be called moved, of a range of words."""
    return {tuple(words[at : at + LEAST_MOVED]) for at in range(start, end - LEAST_MOVED + 1)}
