"""Edits of a text of which one knows where every character went: for the benchmark of anchoring."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

_WORDS = (
    "report",
    "official",
    "minister",
    "agreement",
    "yesterday",
    "several",
    "possible",
    "council",
    "reached",
    "early",
)
_MARKS = {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", '"': "”", "'": "’"}
_NEW = "Officials said later that nothing had been decided yet, and that talks would go on through the week."


@dataclass(frozen=True, slots=True)
class Edited:
    """An edited text."""

    text: str
    origins: list[int | None]
    """For each character the offset in the old text of the one that it is, or that it replaces; None: inserted."""

    def place(self, start: int, end: int) -> tuple[int, int, float]:
        """Return where a span of the old text is now, and how much of it survives (0 to 1)."""
        now = [at for at, origin in enumerate(self.origins) if origin is not None and start <= origin < end]
        if not now:
            return 0, 0, 0.0
        survivors = {self.origins[at] for at in now}
        return now[0], now[-1] + 1, len(survivors) / (end - start)


Pieces = list[tuple[str, int | None]]


def _joined(pieces: Pieces) -> Edited:
    """Join pieces; each is text with the offset of its first character, or None."""
    text = "".join(piece for piece, _ in pieces)
    origins = [None if at is None else at + number for piece, at in pieces for number in range(len(piece))]
    return Edited(text, origins)


def edit_words(text: str, share: float, seed: int) -> Edited:
    """Edit a share of the words: half substituted, 20 % deleted, 15 % with one inserted before, 15 % with a typo."""
    dice = random.Random(seed)
    pieces: Pieces = []
    origins: list[int | None] = []
    out: list[str] = []
    for match in re.finditer(r"\S+|\s+", text):
        word, at = match.group(), match.start()
        new, own = (word, True) if word.isspace() or dice.random() >= share else _edited(word, dice)
        pieces.append((new, at))
        inserted = 0 if own else len(new) - len(word)
        out.append(new)
        origins += [None] * max(0, inserted) if not own else []
        kept = new[max(0, inserted) :] if not own else new
        origins += [min(at + number, match.end() - 1) for number in range(len(kept))]
    return Edited("".join(out), origins)


def _edited(word: str, dice: random.Random) -> tuple[str, bool]:
    """Return the edited word, and whether all of it stands for the old one (else the last part does)."""
    kind = dice.random()
    if kind < 0.5:
        return dice.choice(_WORDS), True
    if kind < 0.7:
        return "", True
    if kind < 0.85:
        return f"{dice.choice(_WORDS)} {word}", False
    at = dice.randrange(len(word))
    return word[:at] + dice.choice("aeiourstn") + word[at + 1 :], True


def edit_paragraphs(text: str, seed: int) -> Edited:
    """Move, delete and insert a tenth of the paragraphs each (at least one)."""
    dice = random.Random(seed)
    parts: Pieces = [(match.group(), match.start()) for match in re.finditer(r"[^\n]*\n*", text) if match.group()]
    number = max(1, len(parts) // 10)
    for _ in range(number):
        parts.insert(dice.randrange(len(parts)), parts.pop(dice.randrange(len(parts))))
        parts.pop(dice.randrange(len(parts)))
        parts.insert(dice.randrange(len(parts)), (f"{_NEW} {dice.choice(_WORDS)}\n\n", None))
    return _joined(parts)


def edit_marks(text: str, seed: int) -> Edited:
    """Change quotation marks, dashes and blanks, as another download of the same article has them."""
    dice = random.Random(seed)
    pieces: Pieces = []
    for at, char in enumerate(text):
        new = char
        if char in _MARKS and dice.random() < 0.8:
            new = _MARKS[char]
        elif char == " " and dice.random() < 0.1:
            new = dice.choice(["\u00a0", "  "])
        elif char == "\n" and dice.random() < 0.5:
            new = dice.choice(["\n\n", "\n \n"])
        pieces.append((new[:1], at))
        pieces.append((new[1:], None))
    return _joined(pieces)


def edit_all(text: str, seed: int) -> Edited:
    """Edit paragraphs, then 5 % of the words, then marks and blanks."""
    edited = edit_paragraphs(text, seed)
    edited = _after(edited, edit_words(edited.text, 0.05, seed + 1))
    return _after(edited, edit_marks(edited.text, seed + 2))


def _after(first: Edited, second: Edited) -> Edited:
    """Return two edits, one after the other, as one."""
    return Edited(second.text, [None if at is None else first.origins[at] for at in second.origins])


EDITS: dict[str, Callable[[str, int], Edited]] = {
    "1 % of the words": lambda text, seed: edit_words(text, 0.01, seed),
    "5 % of the words": lambda text, seed: edit_words(text, 0.05, seed),
    "20 % of the words": lambda text, seed: edit_words(text, 0.20, seed),
    "paragraphs moved, deleted, inserted": edit_paragraphs,
    "marks, dashes, blanks, line ends": edit_marks,
    "all of it": edit_all,
}
