"""The wordings of one shared quote, word under word: what each article drops, adds, changes, how it attributes it.

Plain data for the counterpart strip and the compare view; no styling.
"""

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter, itemgetter
from typing import Literal

from articles.article import Article
from quotes.alignment import Alignment, align
from quotes.model import Member, SharedQuote, Wording
from quotes.tokens import Words, own_words, without_possessive, words_between

Sign = Literal["same", "changed", "added", "moved", "dropped", "said", "blank"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One column of one row."""

    text: str
    """The word with its punctuation; of `dropped` that of the fullest (drawn as dots); of `said` the attribution."""
    sign: Sign
    glued: bool = False
    """The next column follows without a blank (the halves of `burden-sharing`)."""
    shared: bool = True
    """Stands within a member: the shared stretch."""


@dataclass(frozen=True, slots=True)
class Row:
    """One passage: what one article has of the quote, its whole quotation with it."""

    article: str
    number: int
    """Place of the article among the opened ones, from 1."""
    utterance: int
    start: int
    """Where the passage begins, code points into the article's text: where enter goes."""
    wording: Wording
    cells: tuple[Cell, ...]
    """As many as the comparison has columns."""
    dropped: tuple[str, ...]
    """Words of the fullest wording that are left out."""
    added: tuple[str, ...]
    changed: tuple[tuple[str, str], ...]
    """(here, in the fullest wording)."""
    moved: tuple[str, ...]
    """Words that the fullest has in another place; they are neither dropped nor added."""
    interruption: str
    """The attribution that splits the passage, such as `she said`; empty where none does."""
    attribution: str
    """How the article attributes it, such as `said in an interview`; `no attribution nearby`."""
    note: str
    """For the compare view: `whole`, `trimmed: drops 13 words at the end`, `reworded: shall for will`, ..."""
    speaker: str | None = None

    @property
    def text(self) -> str:
        """The words of this row in a line, without dropped ones and interruptions."""
        shown = [cell for cell in self.cells if cell.sign in ("same", "changed", "added", "moved")]
        return "".join(cell.text + ("" if cell.glued else " ") for cell in shown).strip()


@dataclass(frozen=True, slots=True)
class Comparison:
    """All wordings of one shared quote, aligned to the fullest."""

    group: SharedQuote
    rows: tuple[Row, ...]
    """By article as opened, then place."""
    fullest: int
    """Index of the row with the fullest wording."""
    words: int
    """Words of the fullest wording."""
    summary: str
    """What differs, for the strip: `same words`, `2 drops: lengthy and`, `1 has a part of 2`."""


NO_ATTRIBUTION = "no attribution nearby"


def compare(group: SharedQuote, articles: Sequence[Article]) -> Comparison:
    """Align the wordings of a shared quote.

    Args:
        group: The shared quote.
        articles: The opened articles, in their order; those without the quote do no harm.
    """
    numbers = {article.id: number for number, article in enumerate(articles)}
    passages = _passages(group, numbers)
    readings = [_Reading(articles[numbers[p[0].article]], p, numbers[p[0].article] + 1) for p in passages]
    fullest = max(range(len(readings)), key=lambda i: readings[i].fullness(i))
    table = _Table(readings, fullest)
    rows = tuple(table.row(index) for index in range(len(readings)))
    return Comparison(group, rows, fullest, len(readings[fullest].words), _summary(rows, fullest))


def _passages(group: SharedQuote, numbers: dict[str, int]) -> list[list[Member]]:
    """Return the members by article and utterance, in the order of the opened articles."""
    passages: dict[tuple[int, int], list[Member]] = {}
    for member in group.members:
        if member.article in numbers:
            passages.setdefault((numbers[member.article], member.utterance), []).append(member)
    return [passages[key] for key in sorted(passages)]


class _Reading:
    """The words of one passage as they are printed."""

    def __init__(self, article: Article, members: list[Member], number: int) -> None:
        self.article = article
        self.members = members
        self.number = number
        self.spans = list(members[0].whole) or [members[0].quotation]
        self.words: Words = words_between(article.text, self.spans)
        self.texts, self.glued = _printed(article.text, self.words, self.spans)
        self.breaks = _breaks(article.text, self.words, self.spans)

    def fullness(self, index: int) -> tuple[int, int, list[str], int]:
        """Return what the fullest wording has most of: words of the speaker (`members` chooses alike)."""
        words = self.words
        return own_words(self.article.text, words.starts, words.ends), -len(words), words.folded, -index

    def shared(self, index: int) -> bool:
        """Is the word within a member?"""
        start = self.words.starts[index]
        last = bisect_right(self.members, start, key=attrgetter("start")) - 1
        return last >= 0 and start < self.members[last].end


_EDGE_MARKS = "\"“”„‟«»'‘’‚‛‹›「」『』〝〞＂ \t\n\u00a0\u202f\u2009"


def _printed(text: str, words: Words, spans: list[tuple[int, int]]) -> tuple[list[str], list[bool]]:
    """Return each word with the punctuation that clings to it, and whether the next follows without a blank."""
    texts, glued = [], []
    lead = ""
    for index, start in enumerate(words.starts):
        span = spans[bisect_right(spans, start, key=itemgetter(0)) - 1]
        if index == 0 or words.starts[index - 1] < span[0]:
            lead = text[span[0] : start].strip(_EDGE_MARKS)
        last = index + 1 == len(words) or words.starts[index + 1] >= span[1]
        behind = text[words.ends[index] : span[1] if last else words.starts[index + 1]]
        tail, following = (behind.strip(_EDGE_MARKS), "") if last else _between_words(behind)
        texts.append(lead + text[start : words.ends[index]] + tail)
        glued.append(not last and bool(behind) and not any(map(str.isspace, behind)))
        lead = following
    return texts, glued


def _between_words(behind: str) -> tuple[str, str]:
    """Part what stands between two words into what clings to the first and what to the second (`, [`)."""
    pieces = behind.split()
    lead = pieces.pop() if pieces and behind[0].isspace() and not behind[-1].isspace() else ""
    if len(pieces) > 1 and not behind[-1].isspace() and not lead:
        lead = pieces.pop()
    tail = " ".join(pieces)
    return (" " + tail if tail and behind[0].isspace() else tail), lead


def _breaks(text: str, words: Words, spans: list[tuple[int, int]]) -> dict[int, str]:
    """Return the attributions that interrupt a passage, by the index of the word that follows."""
    found = {}
    for before, after in itertools.pairwise(spans):
        index = bisect_left(words.starts, after[0])
        said = text[before[1] : after[0]].strip(_EDGE_MARKS + ",.;:—–-…")
        found[index] = " ".join(said.split())
    return found


def _by_slot(breaks: dict[int, str], aligned: Alignment) -> dict[int, str]:
    """Return the attributions that interrupt a wording by the slot of the word that follows."""
    slots = aligned.slots()
    return {slots[index]: said for index, said in breaks.items() if said and index < len(slots)}


class _Table:
    """Columns: the words of the fullest wording, with room between them for what others add or interrupt."""

    def __init__(self, readings: list[_Reading], fullest: int) -> None:
        self.readings = readings
        self.fullest = fullest
        self.base = readings[fullest]
        self.aligned = [align(self.base.words.folded, reading.words.folded) for reading in readings]
        self.interruptions = [
            _by_slot(reading.breaks, aligned) for reading, aligned in zip(readings, self.aligned, strict=True)
        ]
        self.columns = self._columns()

    def _columns(self) -> list[tuple[int, str, int]]:
        """Return (word of the fullest, kind, rank): additions and interruptions before a word, then the word."""
        columns = []
        for slot in range(len(self.base.words) + 1):
            additions = max(len(pairs.added.get(slot, ())) for pairs in self.aligned)
            if any(self._interruption(row, slot) for row in range(len(self.readings))):
                columns.append((slot, "said", 0))
            columns += [(slot, "added", rank) for rank in range(additions)]
            if slot < len(self.base.words):
                columns.append((slot, "word", 0))
        return columns

    def _interruption(self, row: int, slot: int) -> str:
        """Return the attribution that this row has before the word of the fullest at `slot`."""
        return self.interruptions[row].get(slot, "")

    def row(self, row: int) -> Row:
        """Return one wording with what it drops, adds and changes."""
        reading, aligned = self.readings[row], self.aligned[row]
        texts, base = reading.texts, self.base
        dropped = tuple(base.article.text[base.words.starts[s] : base.words.ends[s]] for s in aligned.dropped)
        moving = frozenset(aligned.moved)
        extra = [i for slot in sorted(aligned.added) for i in aligned.added[slot]]
        added = tuple(_bare(reading, i) for i in extra if i not in moving)
        moved = tuple(_bare(reading, i) for i in aligned.moved)
        changed = tuple((_bare(reading, i), _bare(base, s)) for s, i in sorted(aligned.changed.items()))
        interruption = next((said for said in reading.breaks.values() if said), "")
        first = reading.members[0]
        assert len(texts) == len(reading.words)
        return Row(
            article=first.article,
            number=reading.number,
            utterance=first.utterance,
            start=first.start,
            wording=first.wording,
            cells=tuple(self._cell(row, column) for column in self.columns),
            dropped=dropped,
            added=added,
            changed=changed,
            moved=moved,
            interruption=interruption,
            attribution=attribution_text(reading.article, first),
            note=_note(dropped, added, changed, moved, interruption, aligned.where(len(base.words))),
            speaker=first.speaker,
        )

    def _cell(self, row: int, column: tuple[int, str, int]) -> Cell:
        slot, kind, rank = column
        reading, aligned = self.readings[row], self.aligned[row]
        if kind == "said":
            said = self._interruption(row, slot)
            return Cell(said, "said") if said else Cell("", "blank")
        if kind == "added":
            extra = aligned.added.get(slot, ())
            return self._extra(row, extra[rank]) if rank < len(extra) else Cell("", "blank")
        if slot in aligned.same:
            return self._word(reading, aligned.same[slot], "same")
        if slot in aligned.changed:
            return self._word(reading, aligned.changed[slot], "changed")
        return Cell(self.base.texts[slot], "dropped", self.base.glued[slot])

    def _extra(self, row: int, index: int) -> Cell:
        return self._word(self.readings[row], index, "moved" if index in self.aligned[row].moved else "added")

    @staticmethod
    def _word(reading: _Reading, index: int, sign: Sign) -> Cell:
        return Cell(reading.texts[index], sign, reading.glued[index], reading.shared(index))


def _bare(reading: _Reading, index: int) -> str:
    """Return a word without its punctuation."""
    return reading.article.text[reading.words.starts[index] : reading.words.ends[index]]


_SHOWN = 6
"""Words that a note spells out; more are counted."""


def _counted(words: tuple[str, ...]) -> str:
    return " ".join(words) if len(words) <= _SHOWN else f"{len(words)} words"


def _marked(words: tuple[str, ...]) -> str:
    return _counted(words) if len(words) > _SHOWN else f"“{_counted(words)}”"


def _note(
    dropped: tuple[str, ...],
    added: tuple[str, ...],
    changed: tuple[tuple[str, str], ...],
    moved: tuple[str, ...],
    interruption: str,
    where: str,
) -> str:
    """Say in words how a wording differs from the fullest; words that come, go or move stand between marks."""
    drops = f"drops {_marked(dropped)}{where if len(dropped) > _SHOWN else ''}" if dropped else ""
    if changed or added or moved:
        parts = [", ".join(f"{here} for {there}" for here, there in changed[:_SHOWN])] if changed else []
        parts += [f"adds {_marked(added)}"] if added else []
        parts += [f"moves {_marked(moved)}"] if moved else []
        return "reworded: " + "; ".join(parts + ([drops] if drops else []))
    if interruption:
        return f"split by: {interruption}" + (f"; {drops}" if drops else "")
    return f"trimmed: {drops}" if drops else "whole"


def _summary(rows: tuple[Row, ...], fullest: int) -> str:
    """Say in one line what differs between the wordings; what several articles do alike is said once."""
    alike: dict[tuple[str, str, str], list[int]] = {}
    for row in rows:
        said = _difference(row, rows[fullest].number)
        numbers = alike.setdefault(said, []) if said else []
        numbers += [row.number] if row.number not in numbers else []
    parts = [
        f"{_listed(numbers)} {one if len(numbers) == 1 else several}{what}"
        for (one, several, what), numbers in alike.items()
    ]
    return " · ".join(parts) or "same words"


def _difference(row: Row, fullest: int) -> tuple[str, str, str] | None:
    """Return what a wording does (the verb for one article, for several, and the rest); None where it is whole."""
    if row.changed:
        return "has", "have", " " + ", ".join(f"{here} for {there}" for here, there in row.changed[:2])
    if row.added:
        return "adds", "add", " " + _counted(row.added)
    if row.moved:
        return "moves", "move", " " + _counted(row.moved)
    if row.dropped and len(row.dropped) > _SHOWN:
        return "has", "have", f" a part of {fullest}"
    if row.dropped:
        return "drops", "drop", ": " + " ".join(row.dropped)
    return ("splits", "split", " it") if row.interruption else None


def _listed(numbers: Sequence[int]) -> str:
    """Return numbers as one says them: `1`, `1 and 2`, `1, 2 and 3`."""
    *first, last = map(str, numbers)
    return f"{', '.join(first)} and {last}" if first else last


_LONGEST_ATTRIBUTION = 70


def attribution_text(article: Article, member: Member) -> str:
    """Return how an article attributes a member, the bare name in front left out where more follows.

    `Vance was quoted as saying` gives `was quoted as saying`; `Kessler said` stays.
    """
    if member.attribution is None:
        return NO_ATTRIBUTION
    words = article.text[slice(*member.attribution)].split()
    lasts = {without_possessive(word).strip(",") for word in (member.speaker or "").split()}
    bare = words
    while bare and without_possessive(bare[0]).strip(",") in lasts:
        bare = bare[1:]
    text = " ".join(bare if len(bare) > 1 else words).rstrip(",;: ")
    return text if len(text) <= _LONGEST_ATTRIBUTION else text[: _LONGEST_ATTRIBUTION - 1].rstrip() + "…"
