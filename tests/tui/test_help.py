"""The help's model: every action, its keys as they are now, filtered by typing, in columns."""

import pytest

from annotations.tags import BUILT_IN, Tag
from tui.actions import ACTIONS
from tui.help import found, help_lines, topics
from tui.ink import text_of, width_of

TOPICS = topics({}, BUILT_IN)


def test_every_action_is_told_with_its_keys() -> None:
    told = {topic.name: topic for topic in TOPICS}
    for action in ACTIONS:
        assert told[action.name].keys.split() == list(action.keys)
        assert told[action.name].text == action.description
    assert any(topic.group == "mouse" for topic in TOPICS)


def test_the_users_own_keys_and_tags_are_told() -> None:
    own = {
        topic.name: topic for topic in topics({"next-quote": ("f7",), "reject": ()}, (*BUILT_IN, Tag("fact", "4", "F")))
    }
    assert (own["next-quote"].keys, own["next-quote"].own) == ("f7", True)
    assert own["reject"].keys == "–"
    assert own["tag-4"].text == "tag as fact"
    assert not own["undo"].own


def test_typing_filters_by_words_and_by_key() -> None:
    assert {topic.name for topic in found("undo", TOPICS)} == {"undo", "redo"}
    assert {"next-quote", "previous-quote"} <= {topic.name for topic in found("shared quote pane", TOPICS)}
    assert "same-everywhere" in {topic.name for topic in found("*", TOPICS)}
    assert "clear" in {topic.name for topic in found("ÉSCAPE", TOPICS)}
    assert found("zzzz", TOPICS) == []
    assert found("", TOPICS) == TOPICS


@pytest.mark.parametrize("width", [5, 20, 49, 80, 100, 160, 400])
def test_it_fits_every_width_and_loses_nothing(width: int) -> None:
    rows = help_lines(TOPICS, width)
    assert all(width_of(row) <= width for row in rows)
    if width >= 49:
        words = " ".join(" ".join(text_of(row) for row in rows).split())
        assert all(action.description.split()[-1] in words for action in ACTIONS)


def test_all_keys_fit_on_one_large_screen() -> None:
    assert len(help_lines(TOPICS, 160)) <= 41
