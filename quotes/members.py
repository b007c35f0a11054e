"""From groups of word ranges to shared quotes: spans cut at the marks, wordings, speaker, id."""

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from quotes.groups import Group
from quotes.marks import DOUBLE_MARKS
from quotes.matching import GAP
from quotes.model import Member, SharedQuote, Wording
from quotes.people import same_person
from quotes.quotations import Speech
from quotes.streams import Streams
from quotes.tokens import fold, own_words, words_between


def shared_quotes(groups: list[Group], columns: Streams, speeches: Sequence[Speech]) -> list[SharedQuote]:
    """Make the shared quotes, ordered by their first member."""
    drafts = _one_each([_draft(group.ranges, columns, speeches) for group in groups], columns, speeches)
    drafts = [draft for draft in drafts if len({m.article for m in draft.quote.members}) > 1]
    seen = Counter(draft.quote.id for draft in drafts)
    made = _in_full([_named(draft.quote, alone=seen[draft.quote.id] == 1) for draft in drafts])
    return sorted(made, key=lambda g: (g.members[0].article, g.members[0].start, g.id))


@dataclass(frozen=True, slots=True)
class _Draft:
    """A shared quote whose id is still the words of its fullest wording, and the places it was made of."""

    quote: SharedQuote
    ranges: list[tuple[int, int]]


def _one_each(drafts: list[_Draft], columns: Streams, speeches: Sequence[Speech]) -> list[_Draft]:
    """Join what has the same words and not two speakers: a quote that articles print several times."""
    kept: dict[str, list[_Draft]] = {}
    for draft in drafts:
        same = kept.setdefault(draft.quote.id, [])
        twin = next((other for other in same if _same_speaker(other.quote, draft.quote)), None)
        if twin is None:
            same.append(draft)
        else:
            same[same.index(twin)] = _draft(twin.ranges + draft.ranges, columns, speeches)
    return [draft for same in kept.values() for draft in same]


def _same_speaker(one: SharedQuote, other: SharedQuote) -> bool:
    if one.speaker is None or other.speaker is None:
        return one.speaker == other.speaker
    return same_person(tuple(one.speaker.split()), tuple(other.speaker.split()))


def _named(quote: SharedQuote, *, alone: bool) -> SharedQuote:
    """Give a draft its id, of its words, and of its speaker where another quote has the same words."""
    return replace(quote, id=_id(quote.id if alone else quote.id + fold_speaker(quote.speaker)))


def _in_full(quotes: list[SharedQuote]) -> list[SharedQuote]:
    """Give a speaker of whom only the last name is known the full name, from another quote of the same articles."""
    full: dict[tuple[str, str], set[str]] = {}
    for quote in quotes:
        for name in {m.speaker for m in quote.members if m.speaker and " " in m.speaker}:
            for article in {m.article for m in quote.members}:
                full.setdefault((article, fold(name.split()[-1])), set()).add(name)
    return [replace(quote, speaker=_full_name(quote, full)) for quote in quotes]


def _full_name(quote: SharedQuote, full: dict[tuple[str, str], set[str]]) -> str | None:
    """Return the full name of a quote's speaker where the articles leave no choice."""
    speaker = quote.speaker
    if speaker is None or " " in speaker:
        return speaker
    known = {name for m in quote.members for name in full.get((m.article, fold(speaker)), ())}
    words = [tuple(name.split()) for name in sorted(known)]
    if not words or not all(same_person(words[0], other) for other in words):
        return speaker
    return max(known, key=lambda name: (len(name), name))


def fold_speaker(speaker: str | None) -> str:
    """Return what a speaker adds to the id of a quote whose words another speaker has too."""
    return "\n" + " ".join(words_between(speaker, [(0, len(speaker))]).folded) if speaker else "\n"


def _id(words: str) -> str:
    return "q" + hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _draft(ranges: list[tuple[int, int]], columns: Streams, speeches: Sequence[Speech]) -> _Draft:
    """Make a draft of some ranges of places."""
    cut = (_cut(span, columns, speeches) for span in _merged(ranges, columns.cell))
    pieces = sorted(piece for pieces in cut for piece in _spoken(pieces, columns, speeches))
    passages = _passages(pieces, columns, speeches)
    fullest = max(passages, key=lambda passage: (passage.own, -len(passage.words), passage.words)).words
    members = tuple(member for passage in passages for member in _members(passage, fullest, columns))
    return _Draft(SharedQuote(" ".join(fullest), _speaker(passages, columns), members), ranges)


_TRUST = {"named": 4, "office": 2, "pronoun": 2}
"""How much an article's word on the speaker counts; a speaker who is carried over counts one."""
_CANDIDATES = 50
"""Names that are compared, those with most weight: no quote has so many speakers."""


def _speaker(passages: "list[_Passage]", columns: Streams) -> str | None:
    """Return the longest form of the name that the articles give most weight to."""
    votes: Counter[tuple[str, ...]] = Counter()
    for passage in passages:
        spoken = passage.speech.spoken(passage.speech.outermost(columns.cell[passage.pieces[0][0]]))
        if spoken.person is not None:
            votes[spoken.person.words] += _TRUST.get(spoken.how, 1)
    if not votes:
        return None
    likely = votes.most_common(_CANDIDATES)
    weight = {name: sum(trust for other, trust in likely if same_person(name, other)) for name, _ in likely}
    best = max(weight.values())
    names = (" ".join(name) for name, heavy in weight.items() if heavy == best)
    return max(names, key=lambda name: (len(name), name))


class _Passage:
    """What one article has of a quote at one place: pieces of one utterance, or of two that follow each other."""

    def __init__(self, columns: Streams, speech: Speech, piece: tuple[int, int], utterance: int) -> None:
        self.columns = columns
        self.speech = speech
        self.pieces = [piece]
        """First and last place in the columns of each piece."""
        self.utterances = {utterance}

    @property
    def whole(self) -> tuple[tuple[int, int], ...]:
        """The stretches between marks of the utterances, in order."""
        numbers = self.speech.utterances
        first, end = bisect_left(numbers, min(self.utterances)), bisect_right(numbers, max(self.utterances))
        return tuple((s.start, s.end) for s in self.speech.stretches[first:end] if s.outer < 0)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The folded words of the whole."""
        return tuple(self.columns.words[self._all])

    @property
    def own(self) -> int:
        """The number of words that the speaker said: those in brackets are the editor's."""
        return own_words(self.speech.article.text, self.columns.starts[self._all], self.columns.ends[self._all])

    @cached_property
    def _all(self) -> slice:
        """The places of the utterances."""
        columns, first, last = self.columns, self.pieces[0][0], self.pieces[-1][1] + 1
        while columns.cell[first - 1] >= 0 and self._has(columns.cell[first - 1]):
            first -= 1
        while last < len(columns.cell) and columns.cell[last] >= 0 and self._has(columns.cell[last]):
            last += 1
        return slice(first, last)

    def _has(self, cell: int) -> bool:
        return self.speech.utterances[cell] in self.utterances


_NEAR = 200
"""Characters between two pieces of one passage."""


def _passages(pieces: list[tuple[int, int]], columns: Streams, speeches: Sequence[Speech]) -> list[_Passage]:
    """Put together pieces of one utterance, and of utterances that an attribution parts within one paragraph."""
    passages: list[_Passage] = []
    for piece in pieces:
        speech = speeches[columns.article[piece[0]]]
        utterance = speech.utterances[columns.cell[piece[0]]]
        if passages and _goes_on(passages[-1], speech, utterance, piece, columns):
            passages[-1].pieces.append(piece)
            passages[-1].utterances.add(utterance)
        else:
            passages.append(_Passage(columns, speech, piece, utterance))
    return passages


def _goes_on(passage: _Passage, speech: Speech, utterance: int, piece: tuple[int, int], columns: Streams) -> bool:
    if passage.speech is not speech:
        return False
    if utterance in passage.utterances:
        return True
    end, start = columns.ends[passage.pieces[-1][1]], columns.starts[piece[0]]
    near = start - end <= _NEAR and columns.stream[passage.pieces[-1][1]] == columns.stream[piece[0]]
    return near and utterance == speech.utterances[columns.cell[passage.pieces[-1][0]]] + 1


def _members(passage: _Passage, fullest: tuple[str, ...], columns: Streams) -> Iterator[Member]:
    """Make the members of one passage; they have the number of its first utterance."""
    speech, whole, number = passage.speech, passage.whole, min(passage.utterances)
    wording = wording_of(passage.words, fullest, len({columns.cell[first] for first, _ in passage.pieces}))
    for first, last in passage.pieces:
        outer = speech.outermost(columns.cell[first])
        stretch, spoken = speech.stretches[outer], speech.spoken(outer)
        start, end = _with_brackets(speech.article.text, columns.starts[first], columns.ends[last])
        yield Member(
            speech.article.id,
            start,
            end,
            speech.article.text[start:end],
            spoken.person.name if spoken.person else None,
            wording,
            number,
            (stretch.start, stretch.end),
            spoken.attribution,
            whole,
        )


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in the bracket around a first or last word: `[is] sadder`, not `is] sadder`."""
    opening = text[start - 1 : start] == "[" and "]" in text[start : end + 1]
    closing = text[end : end + 1] == "]" and "[" in text[start - opening : end]
    return start - opening, end + closing


def _merged(ranges: list[tuple[int, int]], cell: list[int]) -> list[tuple[int, int]]:
    """Join ranges that overlap, that touch, or that one word parts between the same marks."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        near = bool(merged) and first == merged[-1][1] + 1 and cell[first] == cell[first - 1] == cell[first - 2] >= 0
        if merged and (first <= merged[-1][1] or near):
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def _spoken(pieces: list[tuple[int, int]], columns: Streams, speeches: Sequence[Speech]) -> list[tuple[int, int]]:
    """Leave out what stands between two pieces of a quote and is none: `he told the “Ledger”. “And then ...”`."""
    if len(pieces) == 1:
        return pieces
    kept = []
    for first, last in pieces:
        speech = speeches[columns.article[first]]
        if last - first >= GAP or speech.kind(speech.outermost(columns.cell[first])) != "label":
            kept.append((first, last))
    return kept or pieces


_STRAY = re.compile(f"[{DOUBLE_MARKS}‚‛‹›]|``|''")
"""A mark that can be no apostrophe."""
_SIGN = re.compile(f"[{DOUBLE_MARKS}‚‛‹›`']")
"""A sign that such a mark is made of."""


def _cut(span: tuple[int, int], columns: Streams, speeches: Sequence[Speech]) -> list[tuple[int, int]]:
    """Cut a range of places wherever a mark stands between two words; (first, last) places of each piece."""
    first, end = span
    text = speeches[columns.article[first]].article.text
    cells = columns.cell[first:end]
    if cells.count(cells[0]) == len(cells) and not _SIGN.search(text, columns.ends[first], columns.starts[end - 1]):
        return [(first, end - 1)]
    pieces = []
    for place in range(first, end):
        if (
            place + 1 == end
            or columns.cell[place + 1] != columns.cell[place]
            or _STRAY.search(text, columns.ends[place], columns.starts[place + 1])
        ):
            pieces.append((first, place))
            first = place + 1
    return pieces


def wording_of(words: tuple[str, ...], fullest: tuple[str, ...], pieces: int) -> Wording:
    """Judge a wording beside the fullest: identical, else reworded, split or trimmed, the first that holds."""
    if words == fullest and pieces == 1:
        return "identical"
    if not _is_part(words, fullest):
        return "reworded"
    return "split" if pieces > 1 else "trimmed"


def _is_part(words: tuple[str, ...], fullest: tuple[str, ...]) -> bool:
    """Does the fullest wording hold the words in this order?"""
    rest = iter(fullest)
    return all(word in rest for word in words)
