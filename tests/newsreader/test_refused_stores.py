"""Stores that are refused: one line, exit code 4, not a byte changed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import newsreader
from newsreader.cli import run

TEXT = "The harbour stays open.\n“We will keep it open,” Maria Kessler said.\n"

FOREIGN = {
    "a package manifest": json.dumps({"name": "left", "dependencies": {"a": {"version": "1"}}}).encode(),
    "a list": b"[1, 2]",
    "a string": b'"text"',
    "null": b"null",
    "a byte-order mark and another object": b'\xef\xbb\xbf{"a": 1}',
    "UTF-16": '{"annotations": {}}'.encode("utf-16"),
    "a web page": b"<!doctype html><html></html>",
    "binary": bytes(range(256)) * 20,
    "deep brackets": b"[" * 200_000,
    "deep objects": b'{"a":' * 100_000,
    "not a number": b'{"annotations": {"1": {"id": NaN}}}',
}


@pytest.fixture
def story(tmp_path: Path) -> Path:
    folder = tmp_path / "story"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    return folder


def refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """Run a verb that must be refused for its store; return the one line that it says."""
    assert run(arguments) == 4
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1, lines
    return lines[0]


@pytest.mark.parametrize("verb", ["export", "check"])
@pytest.mark.parametrize("content", FOREIGN.values(), ids=FOREIGN.keys())
def test_a_foreign_file_is_no_store(verb: str, content: bytes, story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = story / "annotations.json"
    store.write_bytes(content)
    assert "annotations.json" in refused([verb, "--db", str(store), str(story)], capsys)
    assert store.read_bytes() == content
    assert sorted(path.name for path in story.iterdir()) == ["a.txt", "annotations.json"]


def test_a_truncated_store_is_refused_and_kept(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = story / "annotations.json"
    articles = newsreader.read_articles(story)
    with newsreader.open_store(store) as opened:
        opened.add(articles[0], [(4, 11)], tag="claim")
    half = store.read_bytes()[: store.stat().st_size // 2]
    store.write_bytes(half)
    refused(["export", str(story)], capsys)
    assert store.read_bytes() == half


@pytest.mark.parametrize("verb", ["export", "check"])
def test_a_store_that_is_not_there_is_4(verb: str, story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    refused([verb, "--db", str(story / "none.json")], capsys)
    refused([verb, str(story)], capsys)
    assert [path.name for path in story.iterdir()] == ["a.txt"]


def test_a_pipe_a_folder_and_a_long_name_are_refused_at_once(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(story / "pipe.json")
    (story / "folder.json").mkdir()
    for name in ("pipe.json", "folder.json", "x" * 300, "missing/annotations.json"):
        refused(["export", "--db", str(story / name), str(story / "a.txt")], capsys)


def test_an_empty_file_is_a_new_store(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (story / "annotations.json").touch()
    assert run(["export", str(story)]) == 0
    assert json.loads(capsys.readouterr().out)["annotations"] == []


def test_the_store_alone_is_enough(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = story / "annotations.json"
    with newsreader.open_store(store, annotator="ann") as opened:
        opened.add(newsreader.read_articles(story)[0], [(4, 11)], tag="claim")
    assert run(["export", "--db", str(store)]) == 0
    document = json.loads(capsys.readouterr().out)
    assert [article["article"] for article in document["articles"]] == ["a.txt"]
    assert [annotation["spans"][0]["exact"] for annotation in document["annotations"]] == ["harbour"]


def test_annotations_of_an_article_that_is_gone_are_exported(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = story / "annotations.json"
    with newsreader.open_store(store, annotator="ann") as opened:
        opened.add(newsreader.read_articles(story)[0], [(4, 11)], tag="claim")
    (story / "a.txt").unlink()
    run(["export", "--db", str(store)])
    (annotation,) = json.loads(capsys.readouterr().out)["annotations"]
    assert annotation["spans"][0]["exact"] == "harbour"
    assert annotation["state"] == "anchored"


def test_plain_tinydb_reads_what_a_killed_process_left_once_it_was_opened_again(story: Path) -> None:
    script = (
        "import newsreader, os, sys\n"
        "store = newsreader.open_store('annotations.json', annotator='ann')\n"
        "store.add(newsreader.read_articles('a.txt')[0], [(4, 11)], tag='claim')\n"
        "os.kill(os.getpid(), 9)\n"
    )
    result = subprocess.run([sys.executable, "-c", script], cwd=story, check=False)
    assert result.returncode == -9
    assert run(["check", "--fold", str(story)]) == 0
    from tinydb import TinyDB

    with TinyDB(story / "annotations.json") as plain:
        (document,) = plain.table("annotations").all()
    assert document["spans"][0]["exact"] == "harbour"


def test_check_says_that_the_journal_of_a_killed_program_is_in_the_file(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script = (
        "import newsreader, os\n"
        "store = newsreader.open_store('annotations.json', annotator='ann')\n"
        "article = newsreader.read_articles('a.txt')[0]\n"
        "for end in (11, 17, 22):\n"
        "    store.add(article, [(4, end)], tag='claim')\n"
        "os.kill(os.getpid(), 9)\n"
    )
    subprocess.run([sys.executable, "-c", script], cwd=story, check=False)
    assert run(["check", "--format", "json", str(story)]) == 0
    health = json.loads(capsys.readouterr().out)
    assert health["annotations"] == 3
    assert health["unfolded"] == 0
    assert any("recovered" in message for message in health["messages"])


@pytest.mark.parametrize("lost", ["cut", "gone"])
@pytest.mark.parametrize("with_articles", [True, False])
def test_what_the_refusal_says_to_do_helps(
    lost: str, with_articles: bool, story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = story / "annotations.json"
    with newsreader.open_store(store) as opened:
        made = opened.add(newsreader.read_articles(story)[0], [(0, 11)], tag="claim")
    whole = store.read_bytes()
    store.write_bytes(whole[: len(whole) // 2]) if lost == "cut" else store.unlink()
    line = refused(["check", "--db", str(store)], capsys)
    assert "annotations.json.bak" in line
    assert f"newsreader check --repair --db {store} writes it out beside" in line
    assert run(["check", "--repair", "--db", str(store), *([str(story)] if with_articles else [])]) == (
        4 if lost == "cut" else 0
    )
    assert "put together beside it" in capsys.readouterr().out
    (repaired,) = story.glob("annotations.repaired-*.json")
    with newsreader.open_store(repaired, read_only=True) as again:
        assert [each.id for each in again.annotations()] == [made.id]
    assert store.exists() == (lost == "cut")


def test_a_store_of_which_nothing_is_left_cannot_be_repaired(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "nothing" in refused(["check", "--repair", "--db", str(story / "annotations.json")], capsys)
    assert "folder" in refused(["check", "--repair", "--db", str(story / "no" / "annotations.json")], capsys)
