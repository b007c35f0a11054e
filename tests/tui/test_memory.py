"""The state folder: what is remembered per story, and nothing breaks whatever lies there."""

import json
from pathlib import Path

import pytest

from tui.memory import Memory, Story

ROOT = Path("/news/harbour")


def test_a_story_is_remembered_by_its_folder(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "state")
    story = Story({"a.txt": 10}, {"a.txt": 5}, {"a.txt": 99}, ["b.txt", "a.txt"], 1, 60, 2, "nord", linked=True)
    assert memory.keep(ROOT, story)
    assert memory.story(ROOT, ["a.txt", "b.txt"]) == story
    assert memory.story(Path("/news/other")) == Story()


def test_asking_creates_nothing(tmp_path: Path) -> None:
    assert Memory(tmp_path / "state").story(ROOT) == Story()
    assert not list(tmp_path.iterdir())


def test_panes_of_articles_that_are_not_open_are_left_out(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    memory.keep(ROOT, Story(panes=["gone.txt", "a.txt"]))
    assert memory.story(ROOT, ["a.txt"]).panes == ["a.txt"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[]",
        b"[" * 100_000,
        b'{"places": {"a": -1}, "panes": "x", "active": true, "theme": 5, "linked": 1}',
    ],
)
def test_whatever_lies_there_is_no_trouble(tmp_path: Path, content: bytes) -> None:
    memory = Memory(tmp_path)
    memory.keep(ROOT, Story())
    next((tmp_path / "stories").iterdir()).write_bytes(content)
    assert memory.story(ROOT) == Story()


def test_what_is_right_of_a_file_is_taken(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    memory.keep(ROOT, Story())
    file = next((tmp_path / "stories").iterdir())
    file.write_text(json.dumps({"theme": "nord", "active": "one", "new": 1}), encoding="utf-8")
    assert memory.story(ROOT) == Story(theme="nord")


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    memory = Memory(tmp_path / "file" / "state")
    assert not memory.keep(ROOT, Story())
    assert not memory.is_first_start()


def test_the_first_start_is_the_first_one_only(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "state")
    assert memory.is_first_start()
    assert not memory.is_first_start()


def test_old_stories_are_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.memory._MOST_STORIES", 3)
    memory = Memory(tmp_path)
    for number in range(6):
        memory.keep(Path(f"/news/{number}"), Story())
    assert len(list((tmp_path / "stories").iterdir())) == 3
    assert [path.name for path in (tmp_path / "stories").iterdir() if path.name.startswith(".")] == []
