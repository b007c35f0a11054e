"""Articles that are found where a store recorded them."""

import json
from pathlib import Path
from unittest.mock import patch

from annotations.recorded import read_recorded
from articles.article import Article
from articles.reading import ReadOptions
from articles.shelf import read_articles


def wire(folder: Path, *keys: str) -> Path:
    """A file of several articles, some of whose ids end alike."""
    path = folder / "wire.jsonl"
    lines = [json.dumps({"id": key, "title": "Ferry", "text": f"It sails from {key}."}) for key in keys]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def record(article: Article, below: str = "") -> dict[str, str | None]:
    """What a store records of an article, opened from a folder above."""
    return {"id": below + article.id, "path": article.path.name, "sha256": article.sha256, "encoding": article.encoding}


def test_articles_whose_ids_end_alike_are_not_mixed_up_and_their_file_is_read_once(tmp_path: Path) -> None:
    opened = read_articles([wire(tmp_path, "http://a.example/#1", "http://b.example/#1", "plain")]).articles
    records = [record(article, "sub/") for article in opened]
    with patch("annotations.recorded.read_articles", wraps=read_articles) as reader:
        found = read_recorded(records, tmp_path, ReadOptions())
    assert reader.call_count == 1
    assert {(a.id, a.sha256) for a in found.articles} == {("sub/" + a.id, a.sha256) for a in opened}


def test_an_item_that_is_gone_and_a_broken_line_hide_no_other(tmp_path: Path) -> None:
    path = wire(tmp_path, "k1", "k2", "k3")
    records = [record(article) for article in read_articles([path]).articles]
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([lines[0], lines[1][:9], lines[2]]), encoding="utf-8")
    found = read_recorded(records, tmp_path, ReadOptions())
    assert [article.id for article in found.articles] == ["wire.jsonl#k1", "wire.jsonl#k3"]
    assert len(found.refused) == 1
