"""Is a match one utterance of one speaker, or chance? Rare words, speakers and kinship of the articles decide.

The thresholds were read off the labelled matches of many pairs of articles: chance matches of four to seven words
(`at the end of the day`) on one side, cut and reworded quotes on the other.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, filterfalse, pairwise, starmap
from math import sqrt

from quotes.fragments import SHORT
from quotes.groups import utterances
from quotes.lexicon.common import FUNCTION, weight
from quotes.marks import DOUBLE_MARKS
from quotes.matching import MANY, Match, Run
from quotes.names import Person
from quotes.people import same_person
from quotes.quotations import Speech
from quotes.reach import Reach
from quotes.speakers import Spoken
from quotes.streams import Streams

KIN = 0.27
"""Cosine of the content words of two articles from which they tell one story (unrelated ones reach 0.22)."""

_LEAST = {"same": 2.9, "unknown": 4.2, "unsure": 4.5, "likely different": 7.0, "different": 11.0}
"""Weight that a match between unrelated articles needs, by what is known about the two speakers."""
_LEAST_KIN = {"same": 2.2, "unknown": 2.9, "unsure": 3.6, "likely different": 5.0, "different": 11.0}
"""The same between articles that tell one story."""
_LEAST_SHORT = 1.7
"""Weight below which nothing is a shared quote: two words, one of them rare, are the shortest."""
_WHOLE = (-1.0, 0.5, 0.5)
"""What a match gains where it takes in a whole quotation on one side or both, and loses where on none."""
_ALL_PAIRS = 25
"""Articles of which each is looked through for the short quotations of each other."""
_LONGEST_RUN = 4
"""Words in a row that a match of several runs must have."""
_REST = 1.5
"""Weight from which a further match of two utterances that share words is taken for a part of the quote."""
_SURELY = _LEAST["different"] - min(_WHOLE)
"""Weight from which a match is a quote, whoever speaks and whether it is whole or not."""
_MOST = 0.6, 0.5
"""Shares of the words between marks, of the shorter and the longer side, that a match of few words must have."""
_CHANGED = 0.15
"""What a match loses for each word between its runs."""
_BESIDE = 60
"""Characters around a name in which the body that the person belongs to may stand."""
_OF = re.compile(
    r"(?:,[^\n.,]{1,30})? ?(?:\b(?:of|from|at|with|von|vom|bei|de|du|del|chez)\s|\()"
    r"(?:(?:the|der|dem|la|le|l['’])\s?)?"
)
"""What stands between a person and the body that the person belongs to."""
_TO_BLANKS = dict.fromkeys(map(ord, ".,;:!?()[]…—–-\u00a0\u202f'’`" + DOUBLE_MARKS), " ")
_SENTENCE_ENDS = frozenset(".!?;…。！？")


def _surely(spoken: Spoken) -> bool:
    """Does the article say it in the sentence, or in the same paragraph?"""
    return spoken.how in ("named", "pronoun", "office")


def _between(one: Run, other: Run) -> int:
    """Count the words between two runs, on the side that has more of them."""
    return max(other[0] - one[0], other[1] - one[1]) - one[2]


def _within(side: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[0] <= side[0] and side[1] <= other[1]


def _lesser(match: Match, other: Match) -> bool:
    """Has another match all words of one side of a match, and more of them, with other words on the other side?"""
    if other.equal <= match.equal:
        return False
    if _within(match.left, other.left):
        return match.right[1] <= other.right[0] or other.right[1] <= match.right[0]
    return _within(match.right, other.right) and (match.left[1] <= other.left[0] or other.left[1] <= match.left[0])


class Evidence:
    """Judges matches; what it reads of an article it reads once."""

    def __init__(self, columns: Streams, speeches: Sequence[Speech]) -> None:
        """Take the columns that the matches point into."""
        self.columns = columns
        self.speeches = speeches
        self._content: dict[int, frozenset[str]] = {}
        self._kindred: dict[tuple[int, int], bool] = {}

    def select(self, matches: list[Match]) -> list[Match]:
        """Return the matches that are shared quotes, with the parts of them that would not stand alone."""
        for match in matches:
            self._trim(match)
        accepted = self._without_lesser([match for match in matches if self.accepts(match)])
        pairs = {utterances(match, self.columns) for match in accepted}
        taken = set(map(id, accepted))
        rest = [m for m in matches if id(m) not in taken and m.longest > 2 and utterances(m, self.columns) in pairs]
        return accepted + [match for match in rest if self.score(match) >= _REST]

    def _trim(self, match: Match) -> None:
        """Cut off a lone function word behind the end of a sentence, or before the beginning: `... the player. He`."""
        left, right, length = match.runs[-1]
        last = self.columns.words[left + length - 1]
        if length > 2 and last in FUNCTION and all(self._parted(side + length - 2) for side in (left, right)):
            match.runs[-1] = left, right, length - 1
        left, right, length = match.runs[0]
        if length > 2 and self.columns.words[left] in FUNCTION and self._parted(left) and self._parted(right):
            match.runs[0] = left + 1, right + 1, length - 1

    def _without_lesser(self, matches: list[Match]) -> list[Match]:
        """Leave out reworded matches of words that the other article has better elsewhere."""
        over = self._over(matches, sorted({side[0] for m in matches if len(m.runs) > 1 for side in (m.left, m.right)}))
        return [m for m in matches if len(m.runs) == 1 or not any(_lesser(m, n) for n in over(m))]

    def _over(self, matches: list[Match], beginnings: list[int]) -> Callable[[Match], Iterator[Match]]:
        """Return what tells the matches of the same two articles that hold the beginning of a side of a match."""
        holding: dict[tuple[int, tuple[int, int]], list[Match]] = defaultdict(list)
        for match in matches:
            for first, end in (match.left, match.right):
                for place in beginnings[bisect_left(beginnings, first) : bisect_left(beginnings, end)]:
                    holding[place, self._articles(match)].append(match)
        return lambda match: chain.from_iterable(
            holding.get((side[0], self._articles(match)), ()) for side in (match.left, match.right)
        )

    def select_short(self, matches: list[Match], accepted: list[Match]) -> list[Match]:
        """Return the short matches that are shared quotes; lighter ones too, where their words are shared already."""
        taken = [match for match in matches if self.accepts(match)]
        known = Reach(side for match in accepted + taken for side in (match.left, match.right))
        ids = set(map(id, taken))
        rest = [match for match in matches if id(match) not in ids and self.score(match) >= _REST]
        rest = [match for match in rest if known.holds(*match.left) or known.holds(*match.right)]
        return taken + [m for m in rest if self.kindred(self._articles(m)) and self.speakers(m) == "same"]

    def kin(self) -> dict[int, list[int]]:
        """Return for each article those in whose quotations its short ones are looked for."""
        count = len(self.speeches)
        if count <= _ALL_PAIRS:
            return {number: [other for other in range(count) if other != number] for number in range(count)}
        kin: dict[int, list[int]] = {}
        for (one, other), kindred in sorted(self._kindred.items()):
            if kindred:
                kin.setdefault(one, []).append(other)
                kin.setdefault(other, []).append(one)
        return kin

    def _articles(self, match: Match) -> tuple[int, int]:
        left, right, _ = match.runs[0]
        return self.columns.article[left], self.columns.article[right]

    def accepts(self, match: Match) -> bool:
        """Tell whether a match is a shared quote, and remember the two articles as kindred."""
        score = self.score(match)
        if score < _LEAST_SHORT:
            return False
        if score >= _SURELY and match.longest >= _LONGEST_RUN:
            self._kindred[self._articles(match)] = True
            return True
        whole = self._whole(match.left) + self._whole(match.right)
        if whole or not self._nearly_whole(match):
            score += _WHOLE[whole]
            if whole == 0 and match.longest < _LONGEST_RUN:
                return False
        alone = self._enough(score, match, _LEAST)
        if not alone and not (self.kindred(self._articles(match)) and self._enough(score, match, _LEAST_KIN)):
            return False
        if match.equal <= SHORT and self._label(match):
            return False
        if alone:
            self._kindred[self._articles(match)] = True
        return True

    def _label(self, match: Match) -> bool:
        """Are the words a label rather than speech? A scare quote of one article may be speech in another."""
        labels = 0
        for place in (match.left[0], match.right[0]):
            speech = self.speeches[self.columns.article[place]]
            index = speech.outermost(self.columns.cell[place])
            if speech.names_something(index):
                return True
            labels += speech.kind(index) == "label"
        return labels == 2 or (labels == 1 and not self.kindred(self._articles(match)))

    def _enough(self, score: float, match: Match, least: dict[str, float]) -> bool:
        """Is a weight enough, for what is known about the speakers? These are asked for only where they matter."""
        return score >= least["different"] or (score >= least["same"] and score >= least[self.speakers(match)])

    def score(self, match: Match) -> float:
        """Return the weight of the equal words of a match, less something for the words between that differ."""
        words = self.columns.words
        equal = sum(map(weight, chain.from_iterable([words[left : left + length] for left, _, length in match.runs])))
        return equal - _CHANGED * sum(starmap(_between, pairwise(match.runs)))

    def spoken(self, place: int) -> Spoken:
        """Return what is known about the speaker at a place of the columns."""
        speech = self.speeches[self.columns.article[place]]
        return speech.spoken(speech.outermost(self.columns.cell[place]))

    def speakers(self, match: Match) -> str:
        """Return whether the speakers of both sides are the same, different (and how surely), or unknown.

        A body may have said what one article gives to it and another to its spokesman.
        """
        left, right = self.spoken(match.left[0]), self.spoken(match.right[0])
        if left.person is None or right.person is None:
            return "unknown"
        if same_person(left.person.words, right.person.words):
            return "same"
        if self._one_for_the_other(match, left.person, right.person):
            return "unknown"
        if not (_surely(left) and _surely(right)):
            return "unsure"
        in_full = min(len(left.person.words), len(right.person.words)) > 1
        return "different" if left.how == right.how == "named" and in_full else "likely different"

    def _one_for_the_other(self, match: Match, left: Person, right: Person) -> bool:
        """Is the one a body, and named beside the other, who is one of its people (`FBI Director Ann Hill`)?"""
        if left.body != right.body:
            return self._is_beside(left, right, match.right) if left.body else self._is_beside(right, left, match.left)
        return self._is_of(left, right, match.right) or self._is_of(right, left, match.left)

    def _is_beside(self, body: Person, person: Person, side: tuple[int, int]) -> bool:
        """Is a body named around a person, in the article that one side of a match stands in?"""
        text = self._text(side)
        return any(body.words[-1] in text[max(0, m.start - _BESIDE) : m.end + _BESIDE] for m in person.mentions)

    def _is_of(self, body: Person, person: Person, side: tuple[int, int]) -> bool:
        """Is what may be a body the one that a person belongs to (`Ann Hill of Clean Rivers`)?"""
        if len(body.words) < 2 or body.titles or body.gender is not None:
            return False
        text, name = self._text(side), body.name
        behind = (_OF.match(text, m.end, m.end + _BESIDE) for m in person.mentions)
        return any(of is not None and text.startswith(name, of.end()) for of in behind)

    def _text(self, side: tuple[int, int]) -> str:
        """Return the text of the article that a side of a match stands in."""
        return self.speeches[self.columns.article[side[0]]].article.text

    def _whole(self, side: tuple[int, int]) -> bool:
        """Does a side of a match begin and end where a quotation or a sentence does?"""
        return self._parted(side[0] - 1) and self._parted(side[1] - 1)

    def _nearly_whole(self, match: Match) -> bool:
        """Have both sides little else between their marks than the match (`play politics`, `playing politics`)?"""
        equal = match.equal
        enough = int(equal / _MOST[1]) + 1
        one = self._cell(match.left[0], enough)
        if equal < _MOST[1] * one:
            return False
        other = self._cell(match.right[0], enough)
        return equal >= _MOST[0] * min(one, other) and equal >= _MOST[1] * max(one, other)

    def _cell(self, place: int, most: int) -> int:
        """Count the words between the marks around a place, up to so many."""
        cell, first, end = self.columns.cell, place, place
        while cell[first - 1] == cell[place] and end - first < most:
            first -= 1
        while end < len(cell) and cell[end] == cell[place] and end - first < most:
            end += 1
        return end - first

    def _parted(self, place: int) -> bool:
        """Stands a mark, or the end of a sentence, between a place and the next?"""
        columns, cell = self.columns, self.columns.cell
        if place + 1 >= len(cell) or cell[place] != cell[place + 1]:
            return True
        text = self.speeches[columns.article[place]].article.text
        return not _SENTENCE_ENDS.isdisjoint(text[columns.ends[place] : columns.starts[place + 1]])

    def kindred(self, articles: tuple[int, int]) -> bool:
        """Tell two articles one story: have they a long quote in common, or (read where few) many words?"""
        if articles not in self._kindred and len(self.speeches) <= MANY:
            self._kindred[articles] = self._alike(*articles)
        return self._kindred.get(articles, False)

    def _alike(self, one: int, other: int) -> bool:
        """Have two articles many content words in common?"""
        left, right = self._content_of(one), self._content_of(other)
        return len(left & right) >= KIN * sqrt(len(left) * len(right))

    def _content_of(self, number: int) -> frozenset[str]:
        if number not in self._content:
            self._content[number] = _words_of(self.speeches[number].article.text) - FUNCTION
        return self._content[number]


def _words_of(text: str) -> frozenset[str]:
    """Return the words of a text in small letters; only what is not all letters is searched for punctuation."""
    printed = set(text.split())
    mixed = " ".join(filterfalse(str.isalpha, printed)).translate(_TO_BLANKS).lower().split()
    return frozenset(map(str.lower, filter(str.isalpha, printed))).union(mixed)
