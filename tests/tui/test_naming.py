"""What articles are called in tables: by outlets alone where these tell all apart, else all with their numbers."""

import pytest

from articles.article import Article
from tui.naming import short_names


def named(*facts: tuple[str | None, str | None]) -> list[str]:
    return short_names(
        [Article(f"uk/{n}.txt#{n}", "", title, outlet=outlet) for n, (outlet, title) in enumerate(facts)]
    )


@pytest.mark.parametrize(
    ("facts", "names"),
    [
        ([("The Quay", "a"), ("漢字\u00a0新聞", "b")], ["The Quay", "漢字 新聞"]),
        ([("The Quay", "a"), ("The Quay", "b"), ("Post", "c")], ["1 The Quay", "2 The Quay", "3 Post"]),
        ([("The Quay", "a"), (None, "Bridge shut")], ["1 The Quay", "2 Bridge shut"]),
        ([(None, None), (None, "one\nline")], ["1 0#0", "2 one line"]),
    ],
)
def test_either_all_articles_have_their_numbers_or_none(
    facts: list[tuple[str | None, str | None]], names: list[str]
) -> None:
    assert named(*facts) == names
