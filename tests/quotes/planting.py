"""A generator of made-up articles with planted quotes: what is shared, and where, is known."""

import random
from dataclasses import dataclass, field
from pathlib import Path

from articles.article import Article
from quotes.lexicon.language import words

_ONSETS = [*"bcdfghjklmnprstvwz", "br", "cl", "dr", "fl", "gr", "pl", "st", "tr", "sh", "th", "ch"]
_NUCLEI = [*"aeiou", "ai", "ea", "ou", "oo"]
_CODAS = ["", "", "n", "r", "l", "st", "nd", "ck", "m", "t", "s"]
_FUNCTION = sorted(
    words("the of and to in a that is for it on we with as this be are not have but they will by or from")
)
_FIRST = sorted(
    words("Anna Tomas Ingrid Peter Maria Jonas Clara Simon Laura Victor Helen Oscar Julia Martin Sara Felix")
)
_SAID = ["said", "told reporters", "added", "insisted", "warned", "argued", "explained", "wrote"]
_MARKS = [("“", "”"), ('"', '"'), ("«", "»"), ("„", "“")]


@dataclass
class Planted:
    """One planted quote: (article id, start, end) of the shared stretches of each article that has it."""

    speaker: str
    words: int
    members: list[tuple[str, int, int]] = field(default_factory=list)


@dataclass
class Corpus:
    """Made-up articles and the quotes planted in them."""

    articles: list[Article]
    planted: list[Planted]


class _Writer:
    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.vocabulary = sorted({self._word() for _ in range(3000)})
        self.random.shuffle(self.vocabulary)
        self.last_names = [
            self._word().capitalize() + self.random.choice(["son", "mann", "ez", "ova", "ley"]) for _ in range(400)
        ]

    def _word(self) -> str:
        syllables = self.random.choice([1, 2, 2, 3])
        pick = self.random.choice
        return "".join(pick(_ONSETS) + pick(_NUCLEI) + pick(_CODAS) for _ in range(syllables))

    def said(self, count: int) -> list[str]:
        return [self.random.choice(_FUNCTION) if self.random.random() < 0.45 else self._content() for _ in range(count)]

    def _content(self) -> str:
        return self.vocabulary[min(int(self.random.paretovariate(0.7)) - 1, len(self.vocabulary) - 1)]

    def sentence(self, low: int = 8, high: int = 22) -> str:
        words = self.said(self.random.randint(low, high))
        return " ".join(words).capitalize()

    def name(self) -> str:
        return f"{self.random.choice(_FIRST)} {self.random.choice(self.last_names)}"


def plant(seed: int, stories: int = 3, per_story: int = 4, quotes: int = 6, paragraphs: int = 12) -> Corpus:
    """Make stories of several articles each; the articles of a story share quotes, cut and changed in many ways."""
    writer = _Writer(seed)
    articles: list[Article] = []
    planted: list[Planted] = []
    for story in range(stories):
        pool = [(writer.name(), writer.said(writer.random.randint(9, 30))) for _ in range(quotes)]
        records = [Planted(name, len(words)) for name, words in pool]
        for number in range(per_story):
            identity = f"s{story:03}_{number:02}.txt"
            text = _article(writer, identity, pool, records, paragraphs)
            articles.append(Article(identity, text, None, Path(identity)))
        planted += [record for record in records if len({m[0] for m in record.members}) > 1]
    return Corpus(articles, planted)


def _article(
    writer: _Writer, identity: str, pool: list[tuple[str, list[str]]], records: list[Planted], paragraphs: int
) -> str:
    """Write one article; half of the story's quotes are in it, one has a quotation of its own."""
    chosen = [k for k in range(len(pool)) if writer.random.random() < 0.6]
    blocks: list[tuple[int | None, str]] = [(None, writer.sentence() + ".") for _ in range(paragraphs)]
    own = f"“{writer.sentence()},” {writer.name()} {writer.random.choice(_SAID)}."
    blocks.append((None, own))
    blocks += [(k, "") for k in chosen]
    writer.random.shuffle(blocks)
    text = ""
    for k, block in blocks:
        if k is None:
            text += block + "\n\n"
            continue
        name, words = pool[k]
        written, spans = _quoted(writer, name, words)
        records[k].members += [(identity, len(text) + start, len(text) + end) for start, end in spans]
        text += written + "\n\n"
    return text.rstrip() + "\n"


def _quoted(writer: _Writer, name: str, words: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """Write a quote whole, trimmed, split or reworded; return the paragraph and the spans of the quoted words."""
    opener, closer = writer.random.choice(_MARKS)
    said = writer.random.choice(_SAID)
    kind = writer.random.choice(["whole", "whole", "trimmed", "split", "reworded", "bracketed", "reported"])
    said_of = {"whole": _whole, "trimmed": _trimmed, "reworded": _reworded, "bracketed": _bracketed}
    if kind == "split":
        cut = len(words) // 2
        one, two = " ".join(words[:cut]).capitalize(), " ".join(words[cut:])
        before = f"{opener}{one},{closer} {name} {said}, {opener}"
        text = f"{before}{two}.{closer}"
        return text, [(len(opener), len(opener) + len(one)), (len(before), len(before) + len(two))]
    if kind == "reported":
        inner = " ".join(words[1:])
        before = f"{name} {said} that it was {opener}"
        return f"{before}{inner}{closer} all along.", [(len(before), len(before) + len(inner))]
    inner = said_of[kind](writer, words)
    inner = inner[0].upper() + inner[1:]
    return f"{opener}{inner},{closer} {name} {said}.", [(len(opener), len(opener) + len(inner))]


def _whole(writer: _Writer, words: list[str]) -> str:
    return " ".join(words)


def _trimmed(writer: _Writer, words: list[str]) -> str:
    start = writer.random.randint(0, len(words) // 4)
    return " ".join(words[start : start + max(6, len(words) - len(words) // 4)])


def _reworded(writer: _Writer, words: list[str]) -> str:
    place = writer.random.randint(len(words) // 3, 2 * len(words) // 3)
    return " ".join([*words[:place], writer.said(1)[0] + "x", *words[place + 1 :]])


def _bracketed(writer: _Writer, words: list[str]) -> str:
    place = writer.random.randint(len(words) // 3, 2 * len(words) // 3)
    return " ".join([*words[:place], f"[{writer.said(1)[0]}]", *words[place:]])
