"""Made-up stories of several articles, each shared quote marked by hand: what is found must be just that.

The files in `marked/` hold a story each: `=== name` begins an article, `{a:words}` is a member of shared quote a.
"""

import re
from pathlib import Path

import pytest

from articles.article import Article
from quotes.shared import find_shared_quotes
from tests.quotes.stories import article

STORIES = sorted((Path(__file__).parent / "marked").glob("*.txt"))
MARKER = re.compile(r"\{(\w):|\}")

Groups = set[frozenset[tuple[str, str]]]


def story(path: Path) -> tuple[list[Article], Groups]:
    articles: list[Article] = []
    marked: dict[str, list[tuple[str, int, int]]] = {}
    for part in path.read_text("utf-8").split("=== ")[1:]:
        name, _, body = part.partition("\n")
        plain, spans = unmarked(body.rstrip("\n"))
        articles.append(article(plain, name))
        for label, start, end in spans:
            marked.setdefault(label, []).append((name, start, end))
    texts = {a.id: a.text for a in articles}
    return articles, {frozenset((n, f"{s}: {texts[n][s:e]}") for n, s, e in group) for group in marked.values()}


def unmarked(body: str) -> tuple[str, list[tuple[str, int, int]]]:
    plain, at = "", 0
    spans, label, start = [], "", 0
    for mark in MARKER.finditer(body):
        plain += body[at : mark.start()]
        at = mark.end()
        if mark.group(1):
            label, start = mark.group(1), len(plain)
        else:
            spans.append((label, start, len(plain)))
    return plain + body[at:], spans


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_the_shared_quotes_of_a_story_are_those_that_a_reader_marks(path: Path) -> None:
    articles, expected = story(path)
    groups = find_shared_quotes(articles)
    found = {frozenset((m.article, f"{m.start}: {m.text}") for m in group.members) for group in groups}
    assert found == expected
