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


_KINDS = (
    "The port of St. Ives opened at 3.30 p.m. on Nov. 4.",
    "“Why?” she asked.",
    "No.",
    "1. Nobody knows, said Dr. Ruiz of the U.S. Navy!",
    "港は開いている。はい。",
    "„Das war am 3. März so“, sagte sie … und ging.",
    "« Oui ! » dit-il.",
    "word " * 90 + "end.",
    "no end here",
)


@given(st.lists(st.sampled_from(_KINDS), min_size=60, max_size=200), st.data())
def test_sentences_of_a_long_paragraph_are_those_of_the_whole(kinds: list[str], data: st.DataObject) -> None:
    text = "Before.\n" + " ".join(kinds) + "\nAfter."
    article = Article("a.txt", text)
    start, end = article.paragraphs[1]
    whole = [span for span in article.sentences if start <= span.start < end]
    at = data.draw(st.integers(0, len(whole) - 1))
    offset = data.draw(st.integers(whole[at].start, whole[at].end - 1))
    assert motion.sentence_at(article, offset) == whole[at]
    near = motion.sentences_near(article, offset)
    assert set(whole[max(0, at - 1) : at + 2]) <= set(near)
    following = motion.first_word(article, whole[at + 1]) if at + 1 < len(whole) else text.index("After")
    assert motion.next_sentence(article, whole[at].end - 1) == following


def test_a_sentence_in_a_megabyte_is_found_close_by(monkeypatch: pytest.MonkeyPatch) -> None:
    article = Article("a.txt", "The harbour stays open. Nobody will lose a berth. " * 20_000)
    looked_at: list[int] = []
    sentences = motion.segments.sentences
    monkeypatch.setattr(
        motion.segments,
        "sentences",
        lambda text, start, end: [looked_at.append(end - start), *sentences(text, start, end)][1:],
    )
    offset = len(article.text) // 2 // 50 * 50
    for step in (motion.next_sentence, motion.previous_sentence):
        reached = step(article, offset)
        assert abs(reached - offset) in (24, 26)
    assert article.text[slice(*motion.sentence_at(article, offset))] == "The harbour stays open."
    assert sum(looked_at) < 50_000


def test_between_two_paragraphs_far_apart_the_sentence_is_the_one_before() -> None:
    article = Article("a.txt", "One. Two." + " " * 9_000 + "\n" * 9_000 + "Three.")
    assert motion.sentence_at(article, 12_000) == (5, 9)
    assert motion.sentence_at(Article("a.txt", ""), 0) == (0, 0)


def test_paragraphs() -> None:
    assert _words("next_paragraph", 5, 3) == ["Second", "Third", "Third"]
    assert _words("previous_paragraph", TEXT.index("two"), 2) == ["Second", "The"]


def test_a_word_far_back_is_found() -> None:
    text = "first " + "– " * 3000 + "last"
    article = Article("a.txt", text)
    assert motion.previous_word(article, text.index("last")) == 0
