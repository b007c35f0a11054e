"""Filters of annotations by tag and annotator."""

from annotations.annotation import Annotation, Selector
from tui.filtering import Filter, choices


def annotation(tag: str, annotator: str) -> Annotation:
    return Annotation("id", "a.txt", "", tag, (Selector(0, 1, "x"),), annotator=annotator)


ALL = [annotation("claim", "ann"), annotation("claim", "bo"), annotation("quote", "ann"), annotation("odd", "ann")]


def test_one_annotator_chooses_by_tag_alone() -> None:
    found = choices(ALL[2:], ["claim", "quote"])
    assert found == [(Filter(), 2), (Filter("claim"), 0), (Filter("quote"), 1), (Filter("odd"), 1)]


def test_several_annotators_are_told_apart() -> None:
    found = dict(choices(ALL, ["claim", "quote"]))
    assert found[Filter("", "ann")] == 3
    assert found[Filter("claim", "bo")] == 1
    assert Filter("quote", "bo") not in found
    assert all(sum(wanted.wants(one) for one in ALL) == number for wanted, number in found.items())


def test_a_filter_says_what_it_chooses() -> None:
    assert Filter().told() == "annotations: all tags"
    assert Filter("claim", "bo").told() == "annotations: claim by bo"
