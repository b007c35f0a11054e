"""Carrier sentences: the article's own words around its quotations, each quotation in them one token."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter

from articles.article import Article
from quotes.marks import DOUBLE_MARKS, SINGLE_MARKS, Stretch

QUOTED = "\u2063"
"""Text of the token that stands for a whole quotation; its folded form is the last character quoted."""

_TOKEN = re.compile(
    r"(?!\s)(?:"  # at once past the blanks
    r"[A-Za-zà-öø-ÿ]{2,}+(?![\w.'’\-‐‑\u0300-\u036f])"  # nearly all words, so first
    rf"|[^\w\s`{DOUBLE_MARKS}{SINGLE_MARKS}-]"  # quotation marks are no tokens
    r"|(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Sgt|St|Jr|Sr|Prof|Rev|Hon|Capt|Maj|Adm|Fr|Mme|M|Supt|Det|Del|Atty|Cmdr|Cpl|"
    r"Ave|Co|Corp|Inc|Ltd|Dept|No|Fla|Calif|Ariz|Conn|Pa|Va|Mass|Mich|Wis|Minn|Tenn|Ky|Ga|Ill|Ind|Mo|Ore|Wash|Colo|Nev|Okla|Ala|Miss|Tex|Md|Vt)\."
    r"|[RDI][-‐‑–][A-Z][A-Za-z]*\.?"  # R-Ky.
    r"|(?:[^\W\d_]\.[-‐]?)+(?:[^\W\d_](?![^\W_]))?"
    r"|-(?:t-)?(?:il|elle|on|ils|elles)\b"
    r"|[dlnsjmc]['’](?=[^\W\d_])|[DLNSJMC]['’](?=[a-zà-ÿ])"
    r"|[^\W\d_](?:[^\W_]|[\u0300-\u036f]|['’](?=[^\W_])|[\-‐‑](?!(?:t-)?(?:il|elle|on|ils|elles)\b)(?=[^\W_]))*"
    r"|\d(?:[\d.,:/]*\d)?(?:[^\W\d_]+)?"
    r"|-)"
)


@dataclass(slots=True)
class Token:
    """A word or a mark of punctuation of the text."""

    text: str
    start: int
    """Code points, half open, into the article's text."""
    end: int
    folded: str

    @property
    def capital(self) -> bool:
        """Does it begin with a capital letter (or with a particle such as al-)?"""
        return self.text[0].isupper() or (self.text[:3] == "al-" and self.text[3:4].isupper())


def tokens_between(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of a stretch of the text but for quotation marks; possessive endings stay on the word."""
    return [Token(m[0], m.start(), m.end(), m[0].lower().lstrip("-")) for m in _TOKEN.finditer(text, start, end)]


_LONGEST = 400
"""Tokens from which a sentence is cut: a line may hold a million without a full stop."""


@dataclass(slots=True)
class Sentence:
    """One sentence with its quotations as single tokens."""

    tokens: list[Token] = field(default_factory=list)
    stretches: dict[int, int] = field(default_factory=dict)
    """Index of a token -> index of the stretch it stands for."""


class Paragraph:
    """The carrier sentences of one paragraph, cut when first asked for, and the stretches in it."""

    def __init__(self, text: str, start: int, end: int, stretches: list[Stretch], inside: list[int]) -> None:
        """Take a paragraph of the text, and the indexes of the outermost stretches in it, in order."""
        self.start = start
        """Code points, half open, into the article's text."""
        self.end = end
        self.stretches = inside
        self._text = text
        self._all = stretches

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences, each quotation in them one token."""
        text, sentences, at = self._text, [Sentence()], self.start
        for index in self.stretches:
            stretch = self._all[index]
            _add_plain(text, at, stretch.start, sentences)
            if _begins_sentence(sentences[-1].tokens, text[stretch.start]):
                sentences.append(Sentence())
            sentences[-1].stretches[len(sentences[-1].tokens)] = index
            sentences[-1].tokens.append(Token(QUOTED, stretch.start, stretch.end, text[stretch.end - 1]))
            at = stretch.end
        _add_plain(text, at, self.end, sentences)
        return [sentence for sentence in sentences if sentence.tokens]

    @cached_property
    def places(self) -> dict[int, tuple[int, int]]:
        """Stretch -> (sentence, token) that stands for it."""
        return {
            stretch: (number, token)
            for number, sentence in enumerate(self.sentences)
            for token, stretch in sentence.stretches.items()
        }

    @property
    def begins_quoted(self) -> bool:
        """Does it begin with a quotation?"""
        return bool(self.sentences) and self.sentences[0].tokens[0].text == QUOTED


class Paragraphs:
    """The paragraphs of an article with the outermost stretches that begin in each, made when first asked for."""

    def __init__(self, article: Article, stretches: list[Stretch]) -> None:
        """Take the article and its stretches, ordered by start."""
        self._text = article.text
        self._spans = article.paragraphs
        self._stretches = stretches
        self._made: dict[int, Paragraph] = {}
        self._inside: dict[int, list[int]] = {}
        ends = [end for _, end in self._spans]
        self.of: dict[int, int] = {}
        """Outermost stretch -> index of its paragraph."""
        for index, stretch in enumerate(stretches):
            if stretch.outer < 0 and (number := bisect_right(ends, stretch.start)) < len(ends):
                self.of[index] = number
                self._inside.setdefault(number, []).append(index)

    def __len__(self) -> int:
        """Count the paragraphs."""
        return len(self._spans)

    def __getitem__(self, number: int) -> Paragraph:
        """Return a paragraph by its index."""
        if number not in self._made:
            inside = self._inside.get(number, [])
            self._made[number] = Paragraph(self._text, *self._spans[number], self._stretches, inside)
        return self._made[number]

    def __iter__(self) -> Iterator[Paragraph]:
        """Yield the paragraphs in order."""
        return map(self.__getitem__, range(len(self)))

    def around(self, at: int) -> int:
        """Return the index of the paragraph that stands around a place of the text, or else before it."""
        return max(0, bisect_right(self._spans, at, key=itemgetter(0)) - 1)


def _add_plain(text: str, start: int, end: int, sentences: list[Sentence]) -> None:
    """Add the tokens outside marks, beginning a new sentence where one ends."""
    for token in tokens_between(text, start, end):
        tokens = sentences[-1].tokens
        if tokens and (_sentence_over(tokens[-1], token) or len(tokens) >= _LONGEST):
            sentences.append(Sentence())
        sentences[-1].tokens.append(token)


def _sentence_over(last: Token, following: Token) -> bool:
    """Does a sentence end between two tokens, the second of them outside marks?"""
    if last.text in ".!?…":
        return following.text[0].isupper() or following.text[0].isdigit()
    return last.text == QUOTED and last.folded == "." and following.capital


def _begins_sentence(tokens: list[Token], first: str) -> bool:
    """Does a quotation that begins here begin a sentence of its own?"""
    if not tokens:
        return False
    if tokens[-1].text in ".!?":
        return True
    if tokens[-1].text == QUOTED and len(tokens) >= _LONGEST:
        return True
    return tokens[-1].text == QUOTED and tokens[-1].folded in ".!?" and first.isupper()


def is_heading(line: str, least: float = 0.8) -> bool:
    """Is a line set like a headline: have nearly all of its longer words (at least this share) capitals?"""
    words: list[str] = [word for word in re.findall(r"[^\W\d_][\w’'.-]*", line) if len(word) > 3]
    if len(words) < 3 or any(mark in line for mark in '"“”«»„'):
        return False
    capitals = sum(word[0].isupper() for word in words)
    return capitals >= least * len(words)
