"""The display form: offsets and columns agree, nothing harmful is drawn."""

import pytest
import regex
from hypothesis import given
from rich.cells import cell_len

from articles.display import harmless
from tests.tui.texts import HARD, texts
from tui.cells import Row, cluster_end, cluster_start, clusters, is_plain, is_simple, width_of_simple

GRAPHEME = regex.compile(r"\X", regex.DOTALL)


def edges(text: str) -> list[int]:
    return [match.start() for match in GRAPHEME.finditer(text)] + [len(text)]


@given(texts)
def test_clusters_cover_the_text_and_their_columns_add_up(text: str) -> None:
    found = list(clusters(text, 0, len(text)))
    assert "".join(text[c.start : c.end] for c in found) == text
    column = 0
    for cluster in found:
        assert cluster.column == column
        assert cell_len(cluster.shown) == cluster.width
        column += cluster.width


@given(texts)
def test_what_is_drawn_is_harmless_and_as_wide_as_it_says(text: str) -> None:
    row = Row(text, 0, len(text))
    shown = row.shown(0, len(text))
    assert harmless(shown) == shown
    assert cell_len(shown) == row.width


@given(texts)
def test_columns_rise_with_offsets_and_lead_back_to_their_cluster(text: str) -> None:
    row = Row(text, 0, len(text))
    columns = [row.column(offset) for offset in range(len(text) + 1)]
    assert columns == sorted(columns)
    for cluster in clusters(text, 0, len(text)):
        for cell in range(cluster.column, cluster.column + cluster.width):
            assert row.offset(cell) == cluster.start


@given(texts)
def test_the_edges_of_clusters_are_those_of_graphemes(text: str) -> None:
    where = edges(text)
    for offset in range(len(text) + 1):
        assert cluster_start(text, offset) == max(edge for edge in where if edge <= offset)
        assert cluster_end(text, offset) == min(edge for edge in where if edge >= offset)


@given(texts)
def test_plain_characters_are_one_cell_and_one_grapheme_each(text: str) -> None:
    if is_plain(text, 0, len(text)):
        assert cell_len(text) == len(text) == len(GRAPHEME.findall(text))
        assert harmless(text) == text


def test_every_plain_character_is_one_cell() -> None:
    wrong = [hex(code) for code in range(0x10000) if is_plain(chr(code), 0, 1) and cell_len(chr(code)) != 1]
    assert wrong == []


def test_every_simple_character_is_as_wide_as_it_says() -> None:
    simple = [chr(code) for code in range(0x10000) if is_simple(chr(code), 0, 1)]
    assert [sign for sign in simple if cell_len(sign) != width_of_simple(sign)] == []
    assert all(GRAPHEME.fullmatch(sign) and len(GRAPHEME.findall(sign * 2)) == 2 for sign in simple)


@pytest.mark.parametrize("text", HARD)
def test_parts_of_a_row_put_together_are_the_row(text: str) -> None:
    row = Row(text, 0, len(text))
    for cut in range(len(text) + 1):
        assert row.shown(0, cut) + row.shown(cut, len(text)) == row.shown(0, len(text))


def test_a_tab_reaches_the_next_stop() -> None:
    assert Row("ab\tc", 0, 4).column(3) == 8


def test_a_family_is_drawn_as_its_first_sign() -> None:
    row = Row("👨‍👩‍👧 x", 0, 7)
    assert row.shown(0, 7) == "👨 x"
    assert row.column(6) == 3


def test_skin_tones_and_variation_selectors_are_not_drawn() -> None:
    assert Row("👍🏽❤\ufe0f", 0, 4).shown(0, 4) == "👍❤"
