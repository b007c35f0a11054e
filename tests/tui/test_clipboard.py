"""Copying: the sequence, honest words, passages with their source."""

from articles.article import Article
from tests.tui.stories import ANCHOR, HERALD
from tui.clipboard import MOST_BYTES, passage, told, with_source


def test_the_words_claim_nothing_that_is_not_known() -> None:
    assert told("one") == "1 word sent to the terminal's clipboard"
    assert told("one two") == "2 words sent to the terminal's clipboard"
    assert "take no more than 74 kB" in told("é" * (MOST_BYTES // 2 + 1))


def test_a_passage_of_pieces() -> None:
    text = ANCHOR.text
    spans = [(1, 8), (text.index("nobody"), text.index("nobody") + 6)]
    assert passage(ANCHOR, spans) == "We will […] nobody"


def test_a_passage_with_its_source() -> None:
    start = HERALD.text.index("Five")
    said = with_source(HERALD, [(start, start + len("Five berths, maybe six"))], "harbour master")
    assert said == (
        "“Five berths, maybe six” – harbour master "
        "(Coast Herald, “Harbour stays open”, 2026-03-02, https://herald.example/harbour)"
    )
    assert with_source(Article("uk/b.txt", "a\u00a0b\nc"), [(0, 5)], None) == "“a b c” (b.txt)"
