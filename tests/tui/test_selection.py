"""Selecting: units, growing and shrinking, extending."""

from hypothesis import given
from hypothesis import strategies as st

from articles.article import Article, Span
from tests.tui.texts import texts
from tui.cells import cluster_start
from tui.selection import Selection, clause_at, grown, next_piece, select, shrunk, unit_at

TEXT = "The mayor (who is new) said: “We stay, all of us, until 3,500 berths are free.” Nobody left."
ARTICLE = Article("a.txt", TEXT)
QUOTATION = Span(TEXT.index("We"), TEXT.index("”"))


def words(span: Span | None) -> str:
    assert span is not None
    return TEXT[slice(*span)]


@given(texts, st.data())
def test_units_hold_the_cursor_and_are_cut_at_graphemes(text: str, data: st.DataObject) -> None:
    article = Article("a.txt", text)
    if not article.paragraphs:
        return
    paragraph = data.draw(st.sampled_from(article.paragraphs))
    offset = cluster_start(text, data.draw(st.integers(paragraph.start, paragraph.end - 1)))
    for unit in ("word", "sentence", "paragraph"):
        span = select(article, unit_at(article, offset, unit)).span
        assert cluster_start(text, span.start) == span.start
        assert cluster_start(text, span.end) == span.end


@given(texts, st.data())
def test_growing_holds_more_each_time_and_shrinking_less(text: str, data: st.DataObject) -> None:
    article = Article("a.txt", text)
    offset = cluster_start(text, data.draw(st.integers(0, len(text))))
    current = None
    while (wider := grown(article, offset, current, ())) is not None:
        if current is not None:
            assert wider.start <= current.start
            assert wider.end >= current.end
            assert shrunk(article, offset, wider, ()) is not None
        current = wider


def test_clauses_stand_between_commas_dashes_and_brackets() -> None:
    assert words(clause_at(ARTICLE, TEXT.index("who"))) == "who is new"
    assert words(clause_at(ARTICLE, TEXT.index("all"))) == "all of us"
    assert words(clause_at(ARTICLE, TEXT.index("3,500"))) == "until 3,500 berths are free.”"


def test_growing_takes_in_word_clause_quotation_sentence_paragraph() -> None:
    at, current, seen = TEXT.index("all"), None, []
    while (current := grown(ARTICLE, at, current, (QUOTATION,))) is not None:
        seen.append(words(current))
    assert seen[0] == "all"
    assert seen[1] == "all of us"
    assert seen[2] == TEXT[slice(*QUOTATION)]
    assert seen[3].endswith("free.”")
    assert seen[4] == TEXT


def test_the_same_unit_again_takes_in_the_next_one() -> None:
    selection = select(ARTICLE, unit_at(ARTICLE, 0, "word"))
    piece = next_piece(ARTICLE, selection, "word")
    assert words(piece) == "mayor"
    whole = select(ARTICLE, unit_at(ARTICLE, len(TEXT) - 3, "sentence"))
    assert next_piece(ARTICLE, whole, "sentence") is None


def test_extending_moves_one_end_and_turning_the_other() -> None:
    selection = select(ARTICLE, Span(4, 21))
    assert selection.span == Span(4, 21)
    assert words(selection.to(Span(11, 14)).span) == "mayor (who"
    turned = selection.turned()
    assert turned.span == selection.span
    assert turned.head.start == 4
    assert words(turned.to(Span(0, 3)).span) == "The mayor (who is new"


def test_an_end_may_move_past_the_other() -> None:
    assert Selection(Span(10, 14), Span(2, 4)).span == Span(2, 14)
