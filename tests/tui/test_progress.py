"""The figures of the work."""

import pytest

from annotations.annotation import Annotation, selectors
from annotations.tags import BUILT_IN, Tag
from articles.article import Article
from quotes.model import Suggestion
from tests.tui.stories import ARTICLES, HERALD, TIDEWIRE
from tui.ink import text_of, width_of
from tui.progress import percent, progress, progress_page


def annotation(article: Article, tag: str, state: str = "anchored") -> Annotation:
    spans = selectors(article, [(0, 5)])
    return Annotation("id", article.id, article.sha256, tag, spans, state=state)  # type: ignore[arg-type]


DONE = progress(
    ARTICLES,
    {HERALD.id: len(HERALD.text), TIDEWIRE.id: 10},
    [annotation(HERALD, "claim"), annotation(HERALD, "claim"), annotation(TIDEWIRE, "quote", "orphaned")],
    [Suggestion("k", TIDEWIRE.id, "quote", ((0, 5),), "direct speech")],
)


def test_percent_is_whole_only_at_the_end() -> None:
    assert [percent(*pair) for pair in ((0, 10), (5, 10), (9999, 10_000), (10, 10), (0, 0))] == [0, 50, 99, 100, 100]


def test_what_was_read_tagged_left() -> None:
    assert [(one.read, dict(one.tagged), one.left) for one in DONE[:2]] == [
        (100, {"claim": 2}, 0),
        (percent(10, len(TIDEWIRE.text)), {}, 1),
    ]


@pytest.mark.parametrize("width", [5, 20, 40, 80, 160, 400])
def test_the_table_fits(width: int) -> None:
    page = progress_page(ARTICLES, DONE, (*BUILT_IN, Tag("fact\x1b", "4", "F")), width)
    assert all(width_of(row) <= width for row in (*page.head, *page.body))
    assert "\x1b" not in "".join(text_of(row) for row in page.head)


def test_the_table_tells_the_figures() -> None:
    rows = [text_of(row) for row in progress_page(ARTICLES, DONE, BUILT_IN, 80).body]
    assert rows[0].split() == ["Coast", "Herald", "100", "%", "0", "2", "0", "0"]
    assert rows[-1].split()[0] == "all"
