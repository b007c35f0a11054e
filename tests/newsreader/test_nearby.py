"""Other stores near by are pointed at."""

from pathlib import Path

import newsreader
from newsreader.nearby import nearby_notices


def test_a_store_above_that_knows_the_article_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "story" / "uk papers"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("The harbour stays open.\n", encoding="utf-8")
    (article,) = newsreader.read_articles(folder)
    with newsreader.open_store(tmp_path / "story" / "annotations.json") as store:
        store.add(article, [(4, 11)], tag="claim")
    (notice,) = nearby_notices(folder / "annotations.json", {article.sha256})
    assert f"newsreader --db {tmp_path / 'story' / 'annotations.json'}" in notice
    assert nearby_notices(folder / "annotations.json", {"0" * 64}) == []


def test_a_file_that_is_no_store_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "annotations.json").write_text('{"name": "a package"}')
    assert nearby_notices(tmp_path / "annotations.json", {"0" * 64}) == []
