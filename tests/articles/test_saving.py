"""A file is saved whole or not at all, with the rights it had, and never over what was read."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.saving import refusal, save, save_all


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def failing() -> Iterator[bytes]:
    yield b"half of it"
    raise OSError(28, "No space left on device")


def test_a_new_file_has_the_rights_of_new_files(tmp_path: Path) -> None:
    (tmp_path / "touched").touch()
    save(tmp_path / "saved", "« 漢字 »".encode())
    assert (tmp_path / "saved").read_text(encoding="utf-8") == "« 漢字 »"
    assert (tmp_path / "saved").stat().st_mode == (tmp_path / "touched").stat().st_mode


def test_one_that_is_replaced_keeps_its_rights_and_its_link(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "file").chmod(0o600)
    (tmp_path / "link").symlink_to("file")
    save(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"new"
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == 0o600


@pytest.mark.parametrize("stem", ["a", "漢" * 80, "👩" * 60])
def test_names_as_long_as_they_may_be(stem: str, tmp_path: Path) -> None:
    save(tmp_path / f"{stem}.txt", b"text")
    assert names(tmp_path) == [f"{stem}.txt"]


def test_of_several_files_all_are_saved_or_none(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(b"old")
    with pytest.raises(OSError, match="No space left"):
        save_all([(tmp_path / "one", [b"new"]), (tmp_path / "two", failing())])
    assert names(tmp_path) == ["one"]
    assert (tmp_path / "one").read_bytes() == b"old"


def test_an_interruption_leaves_nothing_behind(tmp_path: Path) -> None:
    def interrupted() -> Iterator[bytes]:
        yield b"half of it"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        save_all([(tmp_path / "one", interrupted())])
    assert names(tmp_path) == []


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="No such device"):
        save(tmp_path / "pipe", b"x")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    save(tmp_path / "pipe", b"x")
    assert os.read(reader, 10) == b"x"
    os.close(reader)
    assert names(tmp_path) == ["pipe"]


def test_what_may_be_written(tmp_path: Path) -> None:
    article, folder = tmp_path / "a.txt", tmp_path / "folder"
    article.write_text("text")
    folder.mkdir()
    assert refusal(tmp_path / "new", force=False, inputs=[article]) == ""
    assert refusal(Path(os.devnull), force=False) == ""
    assert "--force" in refusal(article, force=False)
    assert refusal(article, force=True) == ""
    assert "is an input" in refusal(folder / ".." / "a.txt", force=True, inputs=[article])
    assert "holds an input" in refusal(tmp_path, force=True, inputs=[article], folder=True)
    assert "is a folder" in refusal(folder, force=True)
    assert "is no folder" in refusal(article, force=True, folder=True)
