"""Movement: on, back, never inside a grapheme, never stuck."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.article import Article
from tests.tui.texts import HARD, texts
from tui import motion
from tui.cells import cluster_start

TEXT = "The U.S. port opened. “We will stay,” she said – twice.\nSecond paragraph: one, two.\n\nThird 漢字 😀 😀 end."
ARTICLE = Article("a.txt", TEXT)
STEPS = (
    motion.next_word,
    motion.previous_word,
    motion.next_sentence,
    motion.previous_sentence,
    motion.next_paragraph,
    motion.previous_paragraph,
)


@given(texts, st.data())
def test_no_step_leaves_the_text_or_splits_a_grapheme(text: str, data: st.DataObject) -> None:
    article = Article("a.txt", text)
    offset = cluster_start(text, data.draw(st.integers(0, len(text))))
    for step in (*STEPS, lambda a, _: motion.first_stop(a), lambda a, _: motion.last_stop(a)):
        reached = step(article, offset)
        assert 0 <= reached <= len(text)
        assert cluster_start(text, reached) == reached


@given(texts, st.data())
def test_the_word_under_the_cursor_holds_it(text: str, data: st.DataObject) -> None:
    offset = cluster_start(text, data.draw(st.integers(0, len(text))))
    word = motion.word_at(Article("a.txt", text), offset)
    assert word.start <= offset
    assert offset < word.end or offset == len(text)
    assert cluster_start(text, word.start) == word.start
    assert cluster_start(text, word.end) == word.end


@pytest.mark.parametrize("text", [TEXT, *HARD])
def test_words_forwards_are_words_backwards(text: str) -> None:
    article = Article("a.txt", text)
    there = [motion.first_stop(article)]
    while (following := motion.next_word(article, there[-1])) != there[-1]:
        there.append(following)
    back = [motion.last_stop(article)]
    while (before := motion.previous_word(article, back[-1])) != back[-1]:
        back.append(before)
    assert there == back[::-1]


def _words(step: str, start: int, times: int) -> list[str]:
    offset, seen = start, []
    for _ in range(times):
        offset = getattr(motion, step)(ARTICLE, offset)
        seen.append(TEXT[slice(*motion.word_at(ARTICLE, offset))])
    return seen


def test_words() -> None:
    assert _words("next_word", 0, 7) == ["U.S.", "port", "opened", "We", "will", "stay", "she"]


def test_emoji_are_stops_where_there_is_no_word() -> None:
    assert _words("next_word", TEXT.index("字"), 3) == ["😀", "😀", "end"]


def test_sentences() -> None:
    assert _words("next_sentence", 0, 4) == ["We", "Second", "Third", "Third"]
    assert _words("previous_sentence", TEXT.index("she"), 3) == ["We", "The", "The"]


def test_paragraphs() -> None:
    assert _words("next_paragraph", 5, 3) == ["Second", "Third", "Third"]
    assert _words("previous_paragraph", TEXT.index("two"), 2) == ["Second", "The"]


def test_a_word_far_back_is_found() -> None:
    text = "first " + "– " * 3000 + "last"
    article = Article("a.txt", text)
    assert motion.previous_word(article, text.index("last")) == 0
