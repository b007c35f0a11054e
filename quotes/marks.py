"""Quotation marks: which one opens, which one closes, which one is an apostrophe; and the stretches between them.

Marks are paired within a line. A quotation may go on in the next line, opened there again (the habit of the press),
or run over a line break with no mark at all (hard wrapped text). What never closes is no quotation, unless it
begins its line.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from quotes.embedded import Post, find_posts

DOUBLE_MARKS = '"“”„‟«»＂〝〞「」『』'
SINGLE_MARKS = "'‘’‚‛‹›"

_CLOSED_BY = {
    "“": '”“"‟',
    "”": '”"',
    "„": '“”"‟',
    "‟": '”"',
    '"': '"”“',
    "＂": "＂",
    "«": "»",
    "»": "«»",
    "〝": "〞〟",
    "「": "」",
    "『": "』",
    "``": "''\"",
    "''": "''",
}
_ONLY_OPEN = "„「『〝"
_ONLY_CLOSE = "」』〞"
_GUILLEMETS = "«»"
_SCAN = re.compile(
    r"[\"“”„‟«»＂〝〞「」『』`'](?:(?<![`'])|(?<=`)`|(?<=')(?<!['’]')'(?!['’]))"  # “  ``  '' alone
)
"""A double mark. A pattern that begins with one set of characters is searched for the fastest."""
_BEFORE_OPENER = "([{<—–-/|…:;¿¡*_>~=+"
_AFTER_CLOSER = ")]}>,.;:!?…—–-/|*_<~%'’‘”»"
_WRAPPED = 2000
"""Characters that a quotation may run on over line breaks with no mark at their beginnings."""
_DEEPEST = 20
"""Marks that may be open at once: of more, which no writer needs, those that opened first are nobody's."""
_NO_BLANK = re.compile(r"\S")


@dataclass(slots=True)
class Stretch:
    """What stands between two marks that belong together, the marks left out."""

    start: int
    """Code points, half open, into the article's text; no blanks at the edges."""
    end: int
    opener: str
    outer: int = -1
    """Index of the stretch that this one stands in, or -1."""
    closed: bool = True
    continues: bool = False
    """Goes on in the next paragraph, where it is opened again."""
    author: str | None = None
    """Who signs it, where it is an embedded post that stands without marks."""


@dataclass(slots=True)
class _Open:
    at: int
    mark: str
    starts_line: bool
    continued: bool = False
    """Opens again what the line before left open."""

    @property
    def inside(self) -> int:
        """Where the words behind the mark begin: code points."""
        return self.at + len(self.mark)


def find_stretches(text: str, posts: Iterable[Post] = ()) -> list[Stretch]:
    """Return the stretches between marks, ordered by start, outer ones before what is nested in them.

    The words of an embedded post are a stretch too, although they stand without marks. Marks in a cross-heading
    (a short line in capitals) are nobody's: 'END THE WAR'?
    """
    pairs = _DoubleMarks(text).pairs()
    pairs += _single_pairs(text, pairs)
    pairs += [Stretch(post.start, post.end, "", author=post.author) for post in (*find_posts(text), *posts)]
    return _nested(text, pairs)


def _nested(text: str, pairs: list[Stretch]) -> list[Stretch]:
    """Order the stretches, trim blanks, drop empty and crossing ones, and tell which stands in which."""
    pairs.sort(key=lambda p: (p.start, -p.end))
    kept: list[Stretch] = []
    chain: list[int] = []
    for pair in pairs:
        inside = text[pair.start : pair.end]
        pair.start += len(inside) - len(inside.lstrip())
        pair.end -= len(inside) - len(inside.rstrip())
        if pair.start >= pair.end or not any(map(str.isalnum, inside)) or _is_crosshead(text, pair, inside):
            continue
        while chain and kept[chain[-1]].end <= pair.start:
            chain.pop()
        if chain and pair.end > kept[chain[-1]].end:
            continue
        pair.outer = chain[-1] if chain else -1
        chain.append(len(kept))
        kept.append(pair)
    return kept


_CROSSHEAD = 60
"""Characters of the longest cross-heading."""
_AROUND = 2 * _CROSSHEAD
"""Characters before and behind a stretch within which the line of a cross-heading begins and ends."""


def _is_crosshead(text: str, pair: Stretch, inside: str) -> bool:
    """Does a stretch in capitals stand in a short line of capitals?"""
    if not inside.isupper() or len(inside) > _CROSSHEAD:
        return False
    before = text[max(0, pair.start - _AROUND) : pair.start].rpartition("\n")[2]
    line = (before + text[pair.start : pair.end + _AROUND].partition("\n")[0]).strip()
    return line.isupper() and len(line) <= _CROSSHEAD and line[-1:] not in ".," and len(inside) > 1


class _DoubleMarks:
    """Pairs double marks, guillemets and corner brackets by one walk over the text with a stack."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.open: list[_Open] = []
        self.found: list[Stretch] = []
        self.line_start = 0
        self.line_head = -1
        """Where the first sign of the line stands that is no blank, once it was asked for."""
        self.reached = 0
        """How far the text was looked through for line ends."""
        self.continuing = False
        self.only_closes = _ONLY_CLOSE + ("''" if "``" in text else "")
        """Two apostrophes close what two grave accents have opened; where there are none, they do both."""

    def pairs(self) -> list[Stretch]:
        """Return the stretches between marks that belong together."""
        for match in _SCAN.finditer(self.text):
            self._end_lines(match.start())
            self._mark(match.group(), match.start())
        self._end_lines(len(self.text))
        self._end_line(len(self.text))
        return self.found

    def _mark(self, mark: str, at: int) -> None:
        opens, closes = self._attached(mark, at)
        starts_line = self._starts_line(at)
        if starts_line and mark not in self.only_closes and (self.continuing or opens or not self.open):
            self.open = [] if self.open and not self._wraps(at) else self.open
            self.open.append(_Open(at, mark, True, self.continuing))
            self.continuing = False
        elif self.open and mark in _CLOSED_BY[self.open[-1].mark] and closes:
            opened = self.open.pop()
            self.found.append(Stretch(opened.inside, at, opened.mark))
        elif opens and mark not in self.only_closes:
            self.open.append(_Open(at, mark, starts_line))
            del self.open[:-_DEEPEST]

    def _starts_line(self, at: int) -> bool:
        """Stands nothing but blanks before a mark on its line?"""
        if self.line_head < self.line_start:
            first = _NO_BLANK.search(self.text, self.line_start, at)
            self.line_head = first.start() if first is not None else at
        return self.line_head == at

    def _wraps(self, at: int) -> bool:
        """Tell whether an open quotation has run over a line break into this line."""
        return any(opened.at >= self.line_start for opened in self.open) and at > self.line_start

    def _attached(self, mark: str, at: int) -> tuple[bool, bool]:
        """Tell whether the mark may open and whether it may close, by its form and by what it clings to."""
        if mark in _ONLY_OPEN:
            return True, False
        if mark in _ONLY_CLOSE:
            return False, True
        before = self.text[at - 1 : at]
        after = self.text[at + len(mark) : at + len(mark) + 1]
        if mark in _GUILLEMETS:
            return self._guillemet(mark)
        clings_left = bool(before) and not before.isspace()
        clings_right = bool(after) and not after.isspace()
        opens = clings_right and (not clings_left or before in _BEFORE_OPENER or before in DOUBLE_MARKS + SINGLE_MARKS)
        closes = clings_left and (not clings_right or not after.isalnum())
        if mark == '"' and before.isdigit() and closes and self._inches(at):
            return False, False
        if mark in "“‟``":
            return (opens or not closes), closes and not opens
        if mark == "”":
            return opens and not closes and not self.open, closes or not opens or bool(self.open)
        return opens, closes or not opens

    def _guillemet(self, mark: str) -> tuple[bool, bool]:
        """Guillemets point outwards in French and inwards in German books: the one that comes first opens."""
        opened = next((o for o in reversed(self.open) if o.mark in _GUILLEMETS), None)
        if opened is None:
            return True, False
        closes = mark != opened.mark or opened.continued
        return not closes, closes

    def _inches(self, at: int) -> bool:
        """A straight mark behind a digit means inches where none is open, or where the closing one follows."""
        if not any(opened.mark == '"' for opened in self.open):
            return True
        following = re.compile(r"[\"\n]").search(self.text, at + 1)
        if following is None or following.group() == "\n":
            return False
        return not self.text[following.start() - 1].isspace()

    def _end_lines(self, before: int) -> None:
        """End the lines that end before a place; where nothing is open, there is nothing to decide."""
        while self.open and (end := self.text.find("\n", self.reached, before)) >= 0:
            self._end_line(end)
            self.line_start = self.reached = end + 1
        self.line_start = self.text.rfind("\n", self.reached, before) + 1 or self.line_start
        self.reached = before

    def _end_line(self, at: int) -> None:
        """Decide what becomes of quotations that are still open at the end of a line."""
        if not self.open:
            return
        following = _next_line(self.text, at)
        outermost = self.open[0]
        if (
            following is not None
            and self.text[following] in outermost.mark + '“«»"„'[: 5 if outermost.starts_line else 0]
        ):
            self.found.append(Stretch(outermost.inside, at, outermost.mark, closed=False, continues=True))
            self.continuing = True
            self.open = []
        elif following is not None and self._closes_later(outermost, at):
            return
        else:
            if outermost.starts_line and len(self.open) == 1 and outermost.at >= self.line_start:
                self.found.append(Stretch(outermost.inside, at, outermost.mark, closed=False))
            self.open = []

    def _closes_later(self, opened: _Open, at: int) -> bool:
        """Tell whether the next mark of this kind, over the line break, is the one that closes it."""
        for match in re.compile(f"[{re.escape(_CLOSED_BY[opened.mark] + opened.mark)}]").finditer(
            self.text, at, opened.at + _WRAPPED
        ):
            before, after = self.text[match.start() - 1], self.text[match.end() : match.end() + 1]
            clings = not before.isspace() or match.group() in "»«"
            return clings and not after.isalnum() and match.group() in _CLOSED_BY[opened.mark]
        return False


def _next_line(text: str, at: int) -> int | None:
    """Return where the next line that holds something begins, or None."""
    match = _NO_BLANK.search(text, at)
    return match.start() if match else None


# ---- single marks

_SINGLE = re.compile(r"['‘’‚‛‹›](?:(?<!(?s:[^\W_].))|(?<=‘)|(?<![‚‛])(?![^\W_]))")
"""A single mark that does not stand between two letters or digits."""
_ELISION = re.compile(r"['’](?:\d0s|em|til|till|cause|tis|twas|n|bout|round|cos|s|t|d|ll|re|ve)\b", re.IGNORECASE)
_SINGLE_CLOSED_BY = {"'": "'’", "‘": "’'", "‚": "‘’'", "‛": "’'", "‹": "›", "›": "‹", "’": "’"}
_LONGEST_SINGLE = 1500
"""Characters within which a single mark must close."""


@dataclass(slots=True)
class _Single:
    at: int
    mark: str
    opens: bool
    closes: bool
    sure: bool
    """A closing mark that can be no apostrophe: punctuation stands before or behind it."""
    region: tuple[int, int]


def _single_pairs(text: str, doubles: list[Stretch]) -> list[Stretch]:
    """Pair single marks; both marks of a pair stand in the same double quotation, or in none, and in one line."""
    if not any(mark in text for mark in SINGLE_MARKS):
        return []
    found = []
    taken = -1
    marks = _single_marks(text, doubles)
    for number, opening in enumerate(marks):
        if opening.at <= taken or not opening.opens:
            continue
        closing = _closing(text, opening, marks, number + 1)
        if closing is not None:
            found.append(Stretch(opening.at + 1, closing.at, opening.mark))
            taken = closing.at
    return found


def _single_marks(text: str, doubles: list[Stretch]) -> list[_Single]:
    """Return the single marks that are no apostrophes inside a word, with what each may do."""
    marks = []
    regions = _Regions(text, doubles)
    for match in _SINGLE.finditer(text):
        at, mark = match.start(), match.group()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if mark == "'" and "'" in (before, after):
            continue
        free_before = not before or before.isspace() or before in _BEFORE_OPENER or before in DOUBLE_MARKS
        opens = free_before and bool(after) and not after.isspace() and mark not in "’" and not _ELISION.match(text, at)
        closes = bool(before) and not before.isspace() and not after.isalnum() and mark != "‚"
        if opens or closes:
            marks.append(_Single(at, mark, opens, closes, closes and _surely_closes(before, after), regions.around(at)))
    return marks


def _surely_closes(before: str, after: str) -> bool:
    """Can a closing mark be no plural's apostrophe? Punctuation on one side says so."""
    if not before.isalnum():
        return True
    return after != " " and (after in _AFTER_CLOSER or after in DOUBLE_MARKS or not after.strip("\u00a0\n"))


class _Regions:
    """Finds the double quotation around ascending places of a text, cut to their lines."""

    def __init__(self, text: str, doubles: list[Stretch]) -> None:
        self.text = text
        self.upcoming = sorted(doubles, key=lambda double: (-double.start, double.end))
        self.open: list[Stretch] = []
        self.line = 0, 0

    def around(self, at: int) -> tuple[int, int]:
        """Return the innermost double quotation around a place; its line, where it stands in none."""
        while self.upcoming and self.upcoming[-1].start <= at:
            self.open.append(self.upcoming.pop())
        while self.open and self.open[-1].end <= at:
            self.open.pop()
        if self.open:
            return self.open[-1].start, self.open[-1].end
        if at >= self.line[1]:
            end = self.text.find("\n", at)
            self.line = self.text.rfind("\n", self.line[1], at) + 1 or self.line[1], len(self.text) if end < 0 else end
        return self.line


def _closing(text: str, opening: _Single, marks: list[_Single], first: int) -> _Single | None:
    """Choose the closing mark: the first that can be no plural's apostrophe, else the first at all."""
    possible: _Single | None = None
    for mark in marks[first : first + 40]:
        if mark.at - opening.at > _LONGEST_SINGLE or mark.at >= opening.region[1]:
            break
        if mark.region != opening.region or mark.mark not in _SINGLE_CLOSED_BY[opening.mark]:
            continue
        if mark.opens and not mark.closes:
            break
        if mark.closes:
            if mark.sure or text[mark.at - 1] not in "sS":
                return mark
            possible = possible or mark
    return possible
