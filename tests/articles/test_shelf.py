import os
import threading
from pathlib import Path

import pytest

from articles import files
from articles.errors import ArticleError
from articles.shelf import ReadOptions, Shelf, read_articles


@pytest.fixture
def story(tmp_path):
    """A folder of five articles, two of them below it, and things that are none."""
    (tmp_path / "uk").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("b.txt", "a.md", "uk/z.txt", "uk/c.TXT", "~d.text"):
        (tmp_path / name).write_text(f"text of {name}")
    for name in (".secret.txt", ".hidden/x.txt", "README.md", "licence.txt", "picture.png", "noext", "a.txt.bak"):
        (tmp_path / name).write_text("no article")
    return tmp_path


def test_a_folder_is_opened_recursively_and_sorted_by_name(story):
    shelf = Shelf.open([story])
    assert shelf.ids == ["a.md", "b.txt", "uk/c.TXT", "uk/z.txt", "~d.text"]
    assert [article.text for article in shelf] == [f"text of {name}" for name in shelf.ids]
    assert shelf.root == story
    assert not shelf.refused


def test_what_is_left_out_of_a_folder_is_counted_and_opens_when_named(story):
    left_out = {path.name: reason for path, reason in Shelf.open([story]).left_out}
    assert left_out == {
        ".secret.txt": "hidden",
        "README.md": "named README",
        "licence.txt": "named licence",
        "picture.png": "unknown kind",
        "noext": "unknown kind",
        "a.txt.bak": "newsreader's own",
    }
    named = [story / name for name in left_out]
    assert len(read_articles(named).articles) == len(named)


def test_one_file_alone_has_its_name_as_id(story):
    shelf = Shelf.open([str(story / "uk" / "z.txt")])
    assert shelf.ids == ["z.txt"]
    assert shelf.root == story / "uk"
    assert shelf[0].path == story / "uk" / "z.txt"
    assert shelf[0].name == "z.txt"


def test_ids_are_paths_below_the_common_parent(story):
    shelf = Shelf.open([story / "uk", story / "b.txt"])
    assert shelf.ids == ["uk/c.TXT", "uk/z.txt", "b.txt"]
    assert shelf.root == story
    assert Shelf.open([story / "b.txt", story / "missing" / "c.txt"]).ids == ["b.txt"]


def test_the_same_file_twice_is_one_article(story, monkeypatch):
    (story / "link.txt").symlink_to(story / "b.txt")
    monkeypatch.chdir(story)
    assert Shelf.open(["b.txt", story / "b.txt", "./uk/../b.txt", "link.txt"]).ids == ["b.txt"]
    assert Shelf.open([story, "uk", "b.txt"]).ids == ["a.md", "b.txt", "uk/c.TXT", "uk/z.txt", "~d.text"]


def test_a_link_has_the_name_that_it_was_opened_by(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "x.txt").write_text("x")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real" / "x.txt")
    (tmp_path / "folder").symlink_to(tmp_path / "real")
    assert Shelf.open([tmp_path / "link.txt"]).ids == ["link.txt"]
    assert Shelf.open([tmp_path / "folder"]).ids == ["x.txt"]
    assert [reason for _, reason in Shelf.open([tmp_path]).left_out] == ["a link to a folder"]


def test_files_are_read_when_they_are_asked_for_and_once(story, monkeypatch):
    read = []
    whole = files.read_whole
    monkeypatch.setattr("articles.shelf.read_whole", lambda path, *limits: read.append(path) or whole(path, *limits))
    shelf = Shelf.open([story])
    assert len(shelf) == 5
    assert not read
    assert shelf[1].text == "text of b.txt"
    assert shelf[1] is shelf[1]
    assert read == [str(story / "b.txt")]


def test_many_threads_get_the_same_article(story):
    shelf = Shelf.open([story])
    got = []
    threads = [threading.Thread(target=lambda: got.extend(shelf)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(got) == 40
    assert len(set(map(id, got))) == 5


def test_a_file_that_turns_out_to_be_none_is_refused_when_it_is_read(story):
    (story / "b.txt").write_bytes(b"\0\1\2" * 100)
    shelf = Shelf.open([story])
    assert not shelf.refused
    with pytest.raises(ArticleError, match="binary"):
        shelf[1]
    assert [str(error) for error in shelf.refused] == [
        f"{story}/b.txt: binary, not text (it holds NUL bytes); if it is text, name its encoding with --encoding"
    ]
    with pytest.raises(ArticleError):
        shelf[1]
    assert len(shelf.refused) == 1
    assert len(list(shelf)) == 4
    shelf.drop_refused()
    assert shelf.ids == ["a.md", "uk/c.TXT", "uk/z.txt", "~d.text"]


def test_limits_of_size(story):
    (story / "b.txt").write_text("x" * 1001)
    reading = read_articles([story], ReadOptions(max_size=1000))
    assert [str(error) for error in reading.refused] == [
        f"{story}/b.txt: 1,001 bytes, over the limit of 1,000; raise it with --max-size 1001"
    ]
    assert len(reading.articles) == 4
    assert len(read_articles([story], ReadOptions(max_size=1001)).articles) == 5


def test_a_folder_without_articles_is_refused(tmp_path):
    assert [str(error) for error in Shelf.open([tmp_path]).refused] == [
        f"{tmp_path}: no articles in this folder; name another folder, or its files one by one"
    ]
    (tmp_path / "x.png").write_text("")
    assert "(1 other file left out)" in str(Shelf.open([tmp_path]).refused[0])


def test_names_that_are_not_utf8_have_an_id_that_can_be_written(tmp_path):
    for name in (b"a\xff.txt", b"a\xfe.txt", b"esc\x1b]0;x\x07\n[b].txt"):
        (tmp_path / os.fsdecode(name)).write_bytes(b"text")
    shelf = Shelf.open([tmp_path])
    assert sorted(shelf.ids) == ["a\\xfe.txt", "a\\xff.txt", "esc\x1b]0;x\x07\n[b].txt"]
    assert len(list(shelf)) == 3
    "".join(shelf.ids).encode()


def test_a_very_deep_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for _ in range(1200):
        Path("d").mkdir()
        os.chdir("d")
    os.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("a")
    assert "a.txt" in Shelf.open([tmp_path]).ids
    for _ in range(1200):  # pytest's own removal of the folder would recurse
        os.chdir("d")
    for _ in range(1200):
        os.chdir("..")
        Path("d").rmdir()


def test_one_article_of_a_file_of_several(tmp_path):
    (tmp_path / "f.jsonl").write_text('{"title": "A", "text": "a"}\n{"title": "B", "text": "b", "id": "k#9"}\n')
    assert Shelf.open([tmp_path / "f.jsonl"]).ids == ["f.jsonl#1", "f.jsonl#k#9"]
    assert [article.text for article in Shelf.open([f"{tmp_path}/f.jsonl#k#9"])] == ["b"]
    assert "no such article" in str(Shelf.open([f"{tmp_path}/f.jsonl#3"]).refused[0])
    (tmp_path / "f.jsonl#1").write_text("a file of that very name")
    assert Shelf.open([f"{tmp_path}/f.jsonl#1"])[0].text == "a file of that very name"
    assert len(set(Shelf.open([tmp_path / "f.jsonl", tmp_path / "f.jsonl#1"]).ids)) == 3


def test_the_programs_own_files_are_left_out_of_folders(story):
    for name, content in {
        "annotations.json": '{"annotations": {"1": {"id": "u"}}, "_meta": {}}',
        "export.json": '{"format": "newsreader/annotations", "articles": [{"title": "x", "text": "y"}]}',
        "quotes.json": '{"format": "newsreader/quotes"}',
        "annotations.json.journal": "{}",
        "annotations.json.lock": "",
        "export.jsonl": '{"id": "u", "offset_unit": "code point", "text": "x", "title": "t"}\n',
        "export.csv": "article,title,offset_unit,exact,text\na,t,code point,x,y\n",
        "report.md": "[//]: # (newsreader report)\n# 2 articles",
        "report.html": '<!doctype html><head><meta charset="utf-8">\n<meta name="generator" content="newsreader">',
        "package.json": '{"name": "x"}',
        "list.json": "[1, 2]",
        "empty.json": "{}",
    }.items():
        (story / name).write_text(content)
    shelf = Shelf.open([story])
    assert shelf.ids == ["a.md", "b.txt", "uk/c.TXT", "uk/z.txt", "~d.text"]
    assert not shelf.refused
    assert len(shelf.left_out) == 6 + 12
