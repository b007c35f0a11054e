import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.marks import DOUBLE_MARKS, find_stretches


def inside(text: str) -> list[str]:
    return [text[s.start : s.end] for s in find_stretches(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said, “We will win,” and left.", ["We will win,"]),
        ('He said, "We will win," and left. "Now."', ["We will win,", "Now."]),
        ("« Nous avons gagné », a-t-il dit. «\u00a0Oui\u00a0».", ["Nous avons gagné", "Oui"]),
        (
            '„Wir schaffen das“, sagte sie. »Ja«, so er. „Nein”. „Doch", rief er.',
            ["Wir schaffen das", "Ja", "Nein", "Doch"],
        ),
        ("‚Ja‘, sagte er. ‹Oui›, dit-elle.", ["Ja", "Oui"]),
        ("”Vi kommer”, sa han. ”Ja”, sa hon.", ["Vi kommer", "Ja"]),
        ("他说：「我们会『赢』的。」", ["我们会『赢』的。", "赢"]),
        ("``We will win,'' he said.", ["We will win,"]),
        ("Paying less ''makes us smart,'' he said. ''Now,'' he said.", ["makes us smart,", "Now,"]),
        ('قال: "لن نستسلم" ثم غادر.', ["لن نستسلم"]),
        ("“We will win,“ he said. “Now.“", ["We will win,", "Now."]),
        ("He asked—“why?”—and left (“quietly”).", ["why?", "quietly"]),
    ],
)
def test_all_the_usual_marks(text: str, expected: list[str]) -> None:
    assert inside(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘The workers’ rights matter, don’t they?’ she said.", ["The workers’ rights matter, don’t they?"]),
        ("'It's the Joneses' dog,' he said. James' car in the '90s.", ["It's the Joneses' dog,"]),
        ("rock ’n’ roll in the ’90s, ’em all", []),
        ("The dogs' owner and the cats' owner agree.", []),
    ],
)
def test_apostrophes_are_no_marks(text: str, expected: list[str]) -> None:
    assert inside(text) == expected


def test_nested_stretches_know_what_they_stand_in() -> None:
    stretches = find_stretches("“He told me ‘never’ and “no way” again,” she said. ‘Well.’")
    assert [s.outer for s in stretches] == [-1, 0, 0, -1]


def test_a_quotation_over_several_paragraphs_is_opened_in_each() -> None:
    text = "“First.\n\n“Second.\n\n“Third,” he said."
    assert inside(text) == ["First.", "Second.", "Third,"]
    assert [s.continues for s in find_stretches(text)] == [True, True, False]
    assert inside("« Un.\n» Deux.\n» Trois », dit-il.") == ["Un.", "Deux.", "Trois"]


def test_a_quotation_may_run_over_a_hard_line_break() -> None:
    assert inside('"This runs over\na line break," he said. "Fine."') == ["This runs over\na line break,", "Fine."]


def test_a_missing_mark_spoils_its_own_paragraph_only() -> None:
    assert inside('He said "this never closes.\n\nBut "this" does.') == ["this"]
    assert inside('Not opened," he said. "But this was," she said.') == ["But this was,"]
    assert inside('"Begins its line and never closes.\n\nThe end.') == ["Begins its line and never closes."]


def test_inches_are_no_quotation() -> None:
    assert inside('The 27" screen. "He is 6\'2" tall," she said. "Fine."') == ["He is 6'2\" tall,", "Fine."]


def test_a_cross_heading_is_nobodys_speech() -> None:
    assert inside("'END THE WAR'?\n\n“End the war,” he said.") == ["End the war,"]


@given(st.text(alphabet="ab .,\n\"'“”‘’«»„‚‹›「」()6", max_size=120))
def test_any_mess_gives_stretches_in_order_that_nest_and_begin_and_end_with_no_blank(text: str) -> None:
    stretches = find_stretches(text)
    for index, stretch in enumerate(stretches):
        piece = text[stretch.start : stretch.end]
        assert piece
        assert piece == piece.strip()
        assert stretch.outer < index
        if stretch.outer >= 0:
            outer = stretches[stretch.outer]
            assert outer.start <= stretch.start
            assert stretch.end <= outer.end
    assert [s.start for s in stretches] == sorted(s.start for s in stretches)


@given(
    st.lists(st.sampled_from(["sea", "don’t", "U.S.", "wind,"]), min_size=1, max_size=8),
    st.sampled_from(["“”", '""', "«»", "„“"]),
)
def test_what_is_put_between_marks_comes_back(words: list[str], marks: str) -> None:
    said = " ".join(words)
    text = f"She said, {marks[0]}{said}{marks[1]} and left."
    assert inside(text) == [said]
    assert not set(inside(text)[0]) & set(DOUBLE_MARKS)
