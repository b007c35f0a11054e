"""Texts made to cost the square of their length: what is found in them is found in time that grows with them.

CPU seconds of a text are compared with those of one of a quarter of its length, in the same run: four times as long is
linear, sixteen times would be the square. What takes next to no time in either is told as nothing.
"""

import time
from collections.abc import Callable

import pytest

from articles.article import Article
from quotes.boilerplate import find_boilerplate
from quotes.quotations import find_quotations
from quotes.shared import find_shared_quotes, find_shared_wording
from quotes.story import read_story
from quotes.suggestions import suggest
from quotes.wording import compare
from tests.quotes.stories import articles

UNITS = {
    "capitals": "A",
    "letters and blanks": "A ",
    "opening marks": "“",
    "straight marks": '"',
    "words between straight marks": '"a" ',
    "apostrophes": "'a ",
    "nested marks": "“a ‘b’ c” ",
    "guillemets": "«a» ",
    "corner brackets": "「漢字」",
    "grave accents": "``a'' ",
    "quotations never closed": "“a\n",
    "paragraphs never closed": "“a b c d\n\n",
    "brackets within marks": '"[a] [b"',
    "one quotation a line": '"Yes it is," he said.\n',
    "one quotation again and again": '"We will never give up this harbour," said Ann Ruiz. ',
    "interrupted": '"A," he said, "',
    "an office a line": 'The minister said: "no way out".\n',
    "a short one a line": "Ann Ruiz called it an “odd fish”.\n",
    "bent words": "Sagte Ruiz, das sei ein „historischer Abend“.\n",
    "names": "Ann Ruiz, ",
    "a name with particles": "Von der Ann ",
    "apposition": "Ann, who ",
    "verbs of saying": "said ",
    "German": "„Ja“, sagte Anna Ruiz, ",
    "French": "« Oui », a dit Anna Ruiz, ",
    "relative clauses": "der, die ",
    "ages": "der 51-Jährige ",
    "transcript": 'ANN LEE: "a b c" ',
    "posts": "a b — Ann Ruiz (@ann) May 5\n",
    "posts on one line": "a b — Ann Ruiz (@ann) ",
    "links": "http://a.b/",
    "labels": "Photo: A",
    "appeals": "please support ",
    "menus": "Share\nMenu Item\n",
    "soft hyphens": "\u00ad",
    "combining accents": "a\u0301",
    "no-break spaces": "\u00a0",
    "stars": "f*** ",
}


def _numbered(count: int) -> str:
    """Return a story of different quotations by different people that begin and end alike."""
    letters = ["".join(chr(97 + n // 26**k % 26) for k in range(3)) for n in range(count)]
    return "".join(f"Bo{letter} Ruiz said “no {letter} go {letter[0]} way”.\n" for letter in letters)


def _reworded(count: int) -> str:
    return "".join(f"“We must w{n} never close h{n % 7} the harbour,” said Bo Lee. “The c{n}.” " for n in range(count))


TEXTS: dict[str, Callable[[int], str]] = {
    **{name: lambda size, unit=unit: unit * (size // len(unit)) for name, unit in UNITS.items()},  # type: ignore[misc]
    "different people": lambda size: _numbered(size // 40),
    "different words": lambda size: _reworded(size // 75),
}

FINDERS: dict[str, Callable[[list[Article]], object]] = {
    "quotations": lambda pair: find_quotations(pair[0]),
    "shared quotes": find_shared_quotes,
    "wording": find_shared_wording,
    "boilerplate": find_boilerplate,
}


def _all(pair: list[Article]) -> None:
    """Find everything there is to find."""
    for find in FINDERS.values():
        find(pair)
    story = read_story(pair)
    suggest(story, pair, [], set())
    for group in story.groups[:3]:
        compare(group, pair)


def _seconds(text: str) -> float:
    """Return the least CPU seconds of two readings of a text beside a copy of it that begins otherwise."""
    taken = []
    for _ in range(2):
        pair = articles(f"{text} end", f"Before it all. {text} end")
        start = time.process_time()
        _all(pair)
        taken.append(time.process_time() - start)
    return min(taken)


_NEXT_TO_NOTHING = 0.05
_TIMES = 9


@pytest.mark.parametrize("kind", TEXTS)
def test_a_text_of_four_times_the_length_costs_no_square(kind: str) -> None:
    short, long = (_seconds(TEXTS[kind](size)) for size in (600, 2400))
    assert long < _TIMES * max(short, _NEXT_TO_NOTHING)


@pytest.mark.long
@pytest.mark.parametrize("kind", TEXTS)
def test_a_long_text_of_four_times_the_length_costs_no_square(kind: str) -> None:
    short, long = (_seconds(TEXTS[kind](size)) for size in (5_000, 20_000))
    assert long < _TIMES * max(short, _NEXT_TO_NOTHING)
