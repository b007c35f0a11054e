"""Copying: the sequence, honest words, passages with their source."""

import base64

from articles.article import Article
from tests.tui.stories import ANCHOR, HERALD
from tui.clipboard import MOST_BYTES, osc52, passage, told, with_source


def test_the_sequence_carries_any_text_and_no_control_character_of_it() -> None:
    sent = osc52("“Ä” 港 \x1b]0;x\x07")
    assert sent.startswith("\x1b]52;c;")
    assert sent.endswith("\x07")
    inner = sent.removeprefix("\x1b]52;c;").removesuffix("\x07")
    assert inner.isascii()
    assert base64.b64decode(inner).decode() == "“Ä” 港 \x1b]0;x\x07"


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
