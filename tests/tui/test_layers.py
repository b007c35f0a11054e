"""Layers: marks are found by place, and a row is cut into runs that look the same."""

from hypothesis import given
from hypothesis import strategies as st

from tui.layers import Focus, Gutter, Look, Mark, Marks, gutter, runs

QUOTE = Mark(10, 30, "quote", "g1", hue=0)
OTHER = Mark(40, 50, "quote", "g2", hue=1)
CLAIM = Mark(5, 45, "tag", "a1", "claim")
TAGGED = Mark(12, 20, "tag", "a2", "quote")
PROPOSED = Mark(60, 70, "suggestion", "s1", "boilerplate")
BOILERPLATE = Mark(60, 70, "boilerplate", "s1")

NOWHERE = Focus()

spans = st.tuples(st.integers(0, 3000), st.integers(1, 900)).map(lambda pair: (pair[0], pair[0] + pair[1]))
kinds = st.sampled_from(["quote", "tag", "suggestion", "boilerplate", "match"])
some_marks = st.lists(
    st.builds(lambda span, kind, key: Mark(*span, kind, key), spans, kinds, st.sampled_from("abcd")), max_size=12
)


@given(some_marks, spans)
def test_marks_are_found_where_they_are(marks: list[Mark], span: tuple[int, int]) -> None:
    found = Marks(marks).within(*span)
    assert set(found) == {mark for mark in marks if mark.start < span[1] and span[0] < mark.end}
    assert [mark.length for mark in found] == sorted(mark.length for mark in found)


@given(some_marks, spans)
def test_a_mark_that_went_is_found_nowhere(marks: list[Mark], span: tuple[int, int]) -> None:
    kept = Marks(marks)
    for mark in marks:
        kept.remove(mark)
    assert kept.within(*span) == []
    assert len(kept) == 0


@given(some_marks, spans, spans)
def test_runs_cover_the_row_and_hold_what_is_over_each_offset(
    marks: list[Mark], row: tuple[int, int], selection: tuple[int, int]
) -> None:
    found = list(runs(*row, Marks(marks).within(*row), Focus(selection=selection)))
    assert [found[0].start, *(run.end for run in found)] == [*(run.start for run in found), row[1]]
    for run in found:
        over = {mark.kind for mark in marks if mark.start <= run.start and run.end <= mark.end}
        assert (run.look.quote is not None) == ("quote" in over)
        assert run.look.match == ("match" in over)
        assert run.look.selected == (selection[0] <= run.start and run.end <= selection[1])


def look_at(offset: int, focus: Focus = NOWHERE) -> Look:
    marks = Marks([QUOTE, OTHER, CLAIM, TAGGED, PROPOSED, BOILERPLATE])
    return next(runs(offset, offset + 1, marks.within(offset, offset + 1), focus)).look


def test_the_innermost_tag_counts() -> None:
    assert look_at(15).tag == "quote"
    assert look_at(25).tag == "claim"


def test_the_current_quote_is_told_from_others() -> None:
    assert look_at(15, Focus(quote="g1")).current
    assert not look_at(45, Focus(quote="g1")).current


def test_a_suggestion_shows_only_when_it_is_the_current_one() -> None:
    assert not look_at(65).proposed
    assert look_at(65, Focus(suggestion="s1")).proposed
    assert look_at(65).boilerplate


def test_many_marks_on_one_row_stay_few_runs() -> None:
    marks = Marks(Mark(n % 70, n % 70 + 2 + n % 9, "tag", str(n), "claim") for n in range(2000))
    assert len(list(runs(0, 70, marks.within(0, 70), Focus()))) <= 70
    assert len(marks.within(0, 70)) == 2000


def test_the_gutter_names_quote_tags_and_suggestions() -> None:
    marks = Marks([QUOTE, OTHER, CLAIM, TAGGED, PROPOSED]).within(0, 80)
    assert gutter(marks, Focus()) == Gutter(OTHER, False, ("quote", "claim"), True)
    assert gutter(marks, Focus(quote="g1")) == Gutter(QUOTE, True, ("quote", "claim"), True)
