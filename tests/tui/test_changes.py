"""Moved and orphaned annotations, with old and new words."""

from dataclasses import replace

import pytest

from annotations.anchoring import anchor
from annotations.annotation import Annotation, selectors
from articles.article import Article
from tests.tui.stories import HERALD, TIDEWIRE
from tui.changes import changes_page, new_words, old_words, to_look_at, told
from tui.ink import text_of, width_of

WORDS = "nobody will lose a berth"
AT = HERALD.text.index(WORDS)
HERE = Annotation("1", HERALD.id, HERALD.sha256, "claim", selectors(HERALD, [(AT, AT + len(WORDS))]))
EDITED = Article(HERALD.id, HERALD.text.replace(WORDS, "no one will lose one berth"), outlet="Coast Herald")
GONE = Article(HERALD.id, "Something else entirely stands here now.\n")
MOVED, ORPHANED = anchor(HERE, EDITED), replace(anchor(HERE, GONE), id="2")


def test_the_states_that_the_list_is_for() -> None:
    assert (MOVED.state, ORPHANED.state) == ("moved", "orphaned")


def test_orphaned_ones_come_last_and_anchored_ones_not_at_all() -> None:
    assert to_look_at([ORPHANED, HERE, MOVED]) == [MOVED, ORPHANED]


def test_old_and_new_words() -> None:
    assert old_words(MOVED) == old_words(ORPHANED) == WORDS
    assert "no one will lose one berth" in (new_words(MOVED, {EDITED.id: EDITED}) or "")
    assert new_words(MOVED, {TIDEWIRE.id: TIDEWIRE}) is None


def test_the_opening_says_so_and_names_the_key() -> None:
    assert told([MOVED, ORPHANED], "ctrl+p") == (
        "the articles were edited: 1 tag moved, 1 tag without a place; ctrl+p changed places shows them"
    )
    assert told([], "ctrl+p") == ""


@pytest.mark.parametrize("width", [5, 20, 80, 160])
def test_the_list_fits(width: int) -> None:
    page = changes_page([MOVED, ORPHANED], {EDITED.id: EDITED}, width)
    assert all(width_of(row) <= width for row in (*page.head, *page.body))
    assert page.shown == [0, 1]


def test_the_list_tells_both() -> None:
    page = changes_page([MOVED, ORPHANED], {EDITED.id: EDITED}, 100)
    rows = "\n".join(text_of(row).rstrip() for row in page.body)
    assert f"was  “{WORDS}”" in rows
    assert "now  “" in rows
    assert "without a place" in rows
    assert "every tag stands" in text_of(changes_page([], {}, 80).body[0])
