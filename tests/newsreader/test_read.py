"""What the reading room's verb refuses before it opens a screen."""

from pathlib import Path

import pytest

from newsreader.failure import Exit, Failure
from newsreader.options import Common
from newsreader.verbs.read import _shelf


def test_more_articles_than_the_room_takes_are_refused_with_the_option_that_raises_it(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text("The harbour stays open.\n", encoding="utf-8")
    with pytest.raises(Failure, match="--max-articles 3") as refused:
        _shelf(Common(paths=(str(tmp_path),), extra={"max_articles": 2}))
    assert refused.value.code == Exit.ARTICLE
    assert len(_shelf(Common(paths=(str(tmp_path),), extra={"max_articles": 3}))) == 3
