import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from articles.display import harmless, harmless_text

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
ANY_TEXT = st.text(st.characters(exclude_categories=()))


def test_every_control_character_becomes_a_visible_one():
    for code in (*range(0x20), *range(0x7F, 0xA0)):
        shown = harmless(chr(code))
        assert len(shown) == 1
        assert unicodedata.category(shown) == "So"


def test_a_text_keeps_its_line_feeds_and_tabs_alone():
    assert harmless_text("a\tb\nc\rd\x1b[2J") == "a\tb\nc␍d␛[2J"
    assert harmless("a\tb\nc") == "a␉b␊c"


def test_signs_that_turn_or_hide_text_are_replaced():
    for sign in (*BIDI, "\ufeff", "\u2028", "\u2029", "\ufff9", "\U000e0041", "\ud800", "\udfff"):
        assert harmless(f"a{sign}b") == harmless_text(f"a{sign}b") == "a\ufffdb"


def test_joiners_marks_and_scripts_stay():
    text = "👩\u200d👩\u200d👧 می\u200cخواهم e\u0301 “café” «oui» „ja“ 東京 שלום \u00a0\u202f ✅\ufe0f"
    assert harmless(text) == harmless_text(text) == text


@given(ANY_TEXT)
def test_one_character_for_one_and_nothing_dangerous_left(text):
    line, lines = harmless(text), harmless_text(text)
    assert len(line) == len(lines) == len(text)
    assert not any(unicodedata.category(char) in {"Cc", "Cs"} for char in line)
    assert not any(unicodedata.category(char) in {"Cc", "Cs"} for char in lines.replace("\n", "").replace("\t", ""))
    assert not set(line) & set(BIDI)
    assert harmless(line) == line
    line.encode()
