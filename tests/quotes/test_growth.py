"""Texts that nobody writes but that come all the same: four times as much of it takes about four times as long."""

import random
import time
from collections.abc import Callable
from typing import Any, SupportsIndex

import pytest

from articles.article import Article
from quotes.marks import DOUBLE_MARKS, find_stretches
from quotes.story import read_story
from tests.quotes.planting import _Writer

Texts = Callable[[int], list[str]]
_WORDS = _Writer(7).vocabulary[:400]
_SAME = '"The harbour must open again before the winter comes," Anna Ruiz said. '


def _sentence(number: int) -> str:
    return " ".join(random.Random(number).choices(_WORDS, k=4 + number % 6))


def _name(number: int) -> str:
    chosen = random.Random(number)
    return " ".join("".join(chosen.choices(_WORDS, k=2)).capitalize() for _ in range(2))


def _quotes(count: int, said: str = "Anna Ruiz said") -> str:
    return " ".join(f'"{_sentence(number)}," {said}.' for number in range(count))


SHAPES: dict[str, Texts] = {
    "one quote again and again": lambda n: [_SAME * n],
    "two articles of one quote": lambda n: [_SAME * n] * 2,
    "different quotes in one line": lambda n: [_quotes(n)],
    "two articles of different quotes": lambda n: [_quotes(n // 2)] * 2,
    "paragraphs of different quotes": lambda n: [_quotes(n // 2).replace("said. ", "said.\n\n")] * 2,
    "the same article again and again": lambda n: [_quotes(12)] * (n // 30),
    "a pronoun says each": lambda n: [_quotes(n, "he said")],
    "an office says each": lambda n: ["Mayor Anna Ruiz came. " + _quotes(n, "the mayor said")],
    "a name for each": lambda n: [" ".join(f'"{_sentence(k)}," said {_name(k)}.' for k in range(n))],
    "nobody says any": lambda n: ["\n\n".join(f'"{_sentence(k).capitalize()}."' for k in range(n))],
    "one sentence without end": lambda n: [" ".join(f'He called it "{_sentence(k)}" and' for k in range(n))],
    "clauses without end": lambda n: ["When he came, " * 4 * n + 'he said "we come home".'],
    "short quotes": lambda n: [" ".join(f'"{_sentence(k)[:12]}"' for k in range(n))] * 2,
    "brackets": lambda n: ['"' + "we [the town] must " * 5 * n + 'go," he said.'] * 2,
    "capitals": lambda n: ['"WAR" ' * n],
    "names": lambda n: [" ".join(f"{_name(k)} sang." for k in range(n)) + f" {_SAME}"],
    "opening marks": lambda n: ["“" * 100 * n],
    "marks that stay open": lambda n: ["“word ‘word «word " * 10 * n],
    "nested marks": lambda n: ["“one ‘two " * 10 * n + "three’ four” " * 10 * n],
    "nested brackets of speech": lambda n: ["「一『二" * 10 * n + "』」" * 10 * n],
    "single marks": lambda n: ["'word' don't " * n],
    "inches": lambda n: ['"a 12" pipe ' * n],
    "no blank": lambda n: [f'{_SAME} {"x" * 1000 * n} {_SAME}'],
    "blank lines": lambda n: [_SAME + "\n" * 200 * n + _SAME],
    "verbs of saying": lambda n: ["said X. " * 10 * n + _SAME],
    "from right to left": lambda n: ['قال أحمد: "يجب فتح الميناء قبل الشتاء". ' * n],
    "German": lambda n: [" ".join(f'„Der {_sentence(k)} ist zu“, sagte {_name(k)}.' for k in range(n))],
    "French": lambda n: ["« Le port doit rouvrir avant l’hiver », a déclaré Luc Morel. " * n],
    "Spanish": lambda n: ["«El puerto debe abrir antes del invierno», dijo Ana Ruiz. " * n],
}  # fmt: skip


def _cost(texts: list[str]) -> float:
    """Return the seconds of this process that reading articles takes, the least of two."""
    seconds = []
    for _ in range(2):
        articles = [Article(f"{number:04}.txt", text) for number, text in enumerate(texts)]
        start = time.process_time()
        read_story(articles)
        seconds.append(time.process_time() - start)
    return min(seconds)


@pytest.mark.parametrize("shape", SHAPES)
def test_what_four_times_as_much_costs(shape: str) -> None:
    texts = SHAPES[shape]
    assert _cost(texts(1200)) < 10 * (_cost(texts(300)) + 0.01), "four times is linear, sixteen times quadratic"


class _Counted(str):
    """A text that counts the characters which are looked at or copied by its methods."""

    looked = 0

    def __getitem__(self, key: SupportsIndex | slice) -> str:
        found = super().__getitem__(key)
        self.looked += len(found)
        return found

    def find(self, sub: str, start: Any = 0, end: Any = None) -> int:
        at = super().find(sub, start, end)
        self.looked += (len(self) if end is None else end if at < 0 else at) - start
        return at

    def rfind(self, sub: str, start: Any = 0, end: Any = None) -> int:
        at = super().rfind(sub, start, end)
        self.looked += (len(self) if end is None else end) - max(at, start)
        return at


@pytest.mark.parametrize("mark", sorted(DOUBLE_MARKS + "‘'"))
def test_the_marks_of_one_long_line_are_paired_without_looking_at_it_again_and_again(mark: str) -> None:
    text = _Counted(f"{mark}we go{mark} and we come back. " * 2000)
    find_stretches(text)
    assert text.looked < 20 * len(text)


def test_of_marks_that_are_open_at_once_the_innermost_count() -> None:
    deep = find_stretches("“a " * 100 + "b” " * 100)
    assert len(deep) == 20
    assert [stretch.outer for stretch in deep] == list(range(-1, 19))
