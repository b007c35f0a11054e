"""Search: folding that keeps offsets, plain words and expressions, order and count of matches, bounded time."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.article import Article
from tui.folding import Folded, lower, plain, plain_sign
from tui.search import LONGEST_PATTERN, Search, Searcher

HARBOUR = "The harbour stays open,” she said. “We’ll keep the harbour\u00a0open – Café or no cafe.\nThe\nend"
DOCKS = "No berth. Harbour\u202fopen? «Ouvert», „offen“, na\u0308mlich cafe\u0301s 👩\u200d👧 港"


def searcher(*texts: str) -> Searcher:
    return Searcher([Article(f"{number}.txt", text) for number, text in enumerate(texts)])


def found(search: Search, texts: tuple[str, ...]) -> list[str]:
    """All matches, in order, as the texts have them."""
    return [texts[n][slice(*span)] for n in range(len(search.hits)) for span in search.within(n, 0, len(texts[n]))]


def look(words: str, *texts: str, regular: bool = False) -> list[str]:
    return found(searcher(*texts).look_for(words, regular=regular), texts)


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    folded = Folded(text)
    assert len(folded.kept) == len(folded.flat) == len(folded.small) == len(text)


@given(st.characters())
def test_each_sign_folds_to_one(sign: str) -> None:
    assert len(plain_sign(sign)) == len(lower(sign)) == 1
    assert plain_sign(plain_sign(sign)) == plain_sign(sign)


def test_letters_that_change_length_elsewhere() -> None:
    assert lower("İSTANBUL ẞ ΣΑΣ") == "istanbul ß σασ"
    assert plain("ﬁ ½ ﬀ ß") == "ﬁ ½ ﬀ ß"


def test_marks_blanks_dashes_and_accents_fold() -> None:
    assert plain("“a” „b“ «c» ‘d’ e–f—g\u00a0h\u202fi é Ü ñ") == '"a" "b" "c" \'d\' e-f-g h i e U n'
    assert plain("कि が 港") == "कि が 港", "vowels and voicing are no accents"


def test_plain_words_find_all_spellings_and_return_the_text_itself() -> None:
    assert look("harbour open", HARBOUR, DOCKS) == ["harbour\u00a0open", "Harbour\u202fopen"]
    assert look("we'll", HARBOUR) == ["We’ll"]
    assert look('"offen"', DOCKS) == ["„offen“"]
    assert look("the end", HARBOUR) == ["The\nend"], "a phrase may run over the end of a line"


def test_accents_of_their_own_do_not_hide_a_word() -> None:
    assert look("cafes", DOCKS) == ["cafe\u0301s"]
    assert look("namlich", DOCKS) == ["na\u0308mlich"]
    assert look(unicodedata.normalize("NFD", "café"), HARBOUR, DOCKS) == ["Café", "cafe", "cafe\u0301"]
    assert look("soft", "so\u00adft and soft") == ["so\u00adft", "soft"]


def test_small_letters_match_capitals_and_a_capital_only_itself() -> None:
    assert look("cafe", HARBOUR) == ["Café", "cafe"]
    assert look("Cafe", HARBOUR) == ["Café"]
    assert look("harbour", DOCKS, regular=True) == ["Harbour"]
    assert look("Cafe|No", HARBOUR, regular=True) == ["Café"]
    assert look(r"\Safe", HARBOUR, regular=True) == ["Café", "cafe"], "a capital behind a backslash is none"


def test_expressions_match_line_by_line() -> None:
    assert look("^the$", HARBOUR, regular=True) == ["The"]
    assert look(r"h\w+r.open", HARBOUR, DOCKS, regular=True) == ["harbour\u00a0open", "Harbour\u202fopen"]
    assert look("x*", "xx axb", regular=True) == ["xx", "x"], "empty matches are none"
    assert look("(?r)a.", "abac", regular=True) == ["ab", "ac"], "also backwards, in order"


def test_plain_words_are_no_expression() -> None:
    assert look("a.c", "abc a.c") == ["a.c"]
    assert look("[sic]", "quoted [sic] sic") == ["[sic]"]


@pytest.mark.parametrize("pattern", ["(", "[", "*", "(?P<a", "a{2", "\\", "(?<=a+"])
def test_a_broken_expression_is_told_and_finds_nothing(pattern: str) -> None:
    search = searcher(HARBOUR).look_for(pattern, regular=True)
    assert search.total == 0
    assert search.error or pattern == "a{2"
    assert "\n" not in search.error


def test_an_endless_expression_is_stopped_and_says_so() -> None:
    search = searcher("ab " * 50_000, HARBOUR).look_for(r"(\w+\s?)+[!?]", regular=True, budget=0.05)
    assert not search.complete
    assert searcher(HARBOUR).look_for("harbour", regular=True).complete


def test_a_very_long_or_empty_query() -> None:
    assert searcher(HARBOUR).look_for("x" * (LONGEST_PATTERN + 1)).error == "too long"
    assert searcher(HARBOUR).look_for("").total == 0
    assert searcher(HARBOUR).look_for("\u0301").total == 0
    assert searcher().look_for("x").next(0, 0) is None


def test_matches_are_walked_through_all_articles_and_around() -> None:
    texts = ("one two one", "none here", "two one")
    search = searcher(*texts).look_for("one")
    assert (search.counts, search.total) == ((2, 1, 1), 4)
    at, seen = (0, 0), []
    for _ in range(5):
        match = search.next(*at)
        assert match is not None
        seen.append((match.article, match.span.start, match.number))
        at = (match.article, match.span.start + 1)
    assert seen == [(0, 0, 1), (0, 8, 2), (1, 1, 3), (2, 4, 4), (0, 0, 1)]
    back = search.previous(0, 0)
    assert back is not None
    assert (back.article, back.span.start, back.number) == (2, 4, 4)


@given(st.text("ab “”é\u0301", max_size=60), st.integers(0, 60), st.booleans())
def test_next_and_previous_agree_with_the_list(text: str, offset: int, regular: bool) -> None:
    search = searcher(text).look_for("a", regular=regular)
    spans = search.within(0, 0, len(text))
    behind = [span for span in spans if span.start >= offset] or spans
    before = [span for span in spans if span.start < offset] or spans
    assert getattr(search.next(0, offset), "span", None) == (behind[0] if behind else None)
    assert getattr(search.previous(0, offset), "span", None) == (before[-1] if before else None)
    assert [search.next(0, span.start).number for span in spans] == list(range(1, len(spans) + 1))  # type: ignore[union-attr]
    assert search.total == len(spans)


@given(st.text("ab\u0301\u00ad\u200d", max_size=40), st.text("ab", min_size=1, max_size=3), st.data())
def test_accents_and_invisible_signs_are_passed_over(text: str, words: str, data: st.DataObject) -> None:
    loose = "[\u0301\u00ad\u200d]*"
    spans = [match.span() for match in re.finditer("".join(sign + loose for sign in words), text)]
    search = searcher(text).look_for(words)
    assert (search.within(0, 0, len(text)), search.total) == (spans, len(spans))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert search.within(0, start, end) == [span for span in spans if span[0] < end and start < span[1]]


def test_a_word_in_a_text_with_a_soft_hyphen_costs_no_walk_through_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    many = searcher("the end " * 50_000 + "so\u00adft")
    monkeypatch.setattr("tui.search.regex.compile", None)
    search = many.look_for("e")
    assert (search.total, search.complete) == (100_000, True)
    soft = many.look_for("soft").next(0, 0)
    assert soft is not None
    assert soft.span == (400_000, 400_005)


def test_a_window_shows_also_what_it_cuts() -> None:
    search = searcher("xx needle xx").look_for("needle")
    assert [list(search.within(0, start, end)) for start, end in ((0, 4), (5, 6), (8, 12), (0, 3), (9, 12))] == [
        [(3, 9)], [(3, 9)], [(3, 9)], [], [],
    ]  # fmt: skip


def test_the_fold_is_paid_once() -> None:
    folded = Folded("É" * 1000)
    assert folded.small is folded.small
    assert folded.kept is folded.kept
