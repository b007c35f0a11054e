"""The words of one wording beside those of the fullest: what is the same, changed, dropped, added, in another order.

Pure functions over lists of folded words; a slot is a place in the fullest wording.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

LEAST_MOVED = 3
"""Words in a row that are called the same words in another order; fewer ("of the") come again by chance."""


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

    def slot_of(self, index: int) -> int:
        """Return the slot of the first word of the row at or behind `index`."""
        slots = [(i, slot) for slot, i in (self.same | self.changed).items() if i >= index]
        slots += [(i, slot) for slot, extra in self.added.items() for i in extra if i >= index]
        return min(slots)[1] if slots else -1

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
    blocks = SequenceMatcher(None, base, words, autojunk=False).get_opcodes()
    differing = [(i, j, k, m) for tag, i, j, k, m in blocks if tag != "equal"]
    moved = _moved(base, words, differing)
    result = Alignment({}, {}, [], {}, sorted(moved.values()))
    for tag, i, j, k, m in blocks:
        if tag == "equal":
            result.same.update(zip(range(i, j), range(k, m), strict=True))
            continue
        slots = [slot for slot in range(i, j) if slot not in moved]
        theirs = range(k, m)
        own = [index for index in theirs if index not in result.moved]
        paired = dict(zip(slots, own, strict=False))
        result.changed.update(paired)
        result.dropped += slots[len(paired) :]
        extra = [index for index in theirs if index not in paired.values()]
        if extra:
            result.added[j] = extra
    return result


def _moved(base: Sequence[str], words: Sequence[str], differing: list[tuple[int, int, int, int]]) -> dict[int, int]:
    """Return the slots whose words stand elsewhere in the row, where neither side is aligned: slot to index."""
    moved: dict[int, int] = {}
    for i, j, k, m in _across(differing):
        run = SequenceMatcher(None, base[i:j], words[k:m], autojunk=False).find_longest_match()
        slots = range(i + run.a, i + run.a + run.size)
        places = range(k + run.b, k + run.b + run.size)
        if run.size >= LEAST_MOVED and moved.keys().isdisjoint(slots) and not set(moved.values()) & set(places):
            moved.update(zip(slots, places, strict=True))
    return moved


def _across(differing: list[tuple[int, int, int, int]]) -> Iterator[tuple[int, int, int, int]]:
    """Yield what is left out in one place beside what is put in at another."""
    for n, (i, j, _, _) in enumerate(differing):
        for other, (_, _, k, m) in enumerate(differing):
            if n != other and j > i and m > k:
                yield i, j, k, m
