"""Where exports go: whole or not at all, over nothing that was not to be replaced."""

import os
from pathlib import Path

import pytest

from annotations.formats import UsageError, WriteError
from annotations.formats.output import save
from annotations.formats.shape import File
from annotations.formats.table import FORMATS

TEXT, FOLDER, FILES = FORMATS["json"], FORMATS["brat"], FORMATS["label-studio"]


def put(output: Path, *chunks, form=TEXT, force=False, inputs=(), beside=()):
    save([File("", chunks), *(File(".xml", [text]) for text in beside)], form, output, force=force, inputs=inputs)


def failing():
    yield "half of it"
    raise OSError(28, "No space left on device")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written(tmp_path):
    put(tmp_path / "out", "äb", b"\x00", "c")
    assert (tmp_path / "out").read_bytes() == "äb\x00c".encode()
    assert names(tmp_path) == ["out"]


def test_what_exists_stays_without_force_and_is_replaced_with_it(tmp_path):
    (tmp_path / "out").write_text("old")
    with pytest.raises(UsageError, match="--force"):
        put(tmp_path / "out", "new")
    assert (tmp_path / "out").read_text() == "old"
    (tmp_path / "out").chmod(0o640)
    put(tmp_path / "out", "new", force=True)
    assert (tmp_path / "out").read_text() == "new"
    assert (tmp_path / "out").stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "target").write_text("old")
    (tmp_path / "link").symlink_to("target")
    put(tmp_path / "link", "new", force=True)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_text() == "new"


def test_a_link_that_leads_nowhere_exists(tmp_path):
    (tmp_path / "link").symlink_to("nowhere")
    with pytest.raises(UsageError, match="exists"):
        put(tmp_path / "link", "new")


@pytest.mark.parametrize("way", ["itself", "dotted", "link"])
def test_an_input_is_never_replaced(way, tmp_path):
    article = tmp_path / "a.txt"
    article.write_text("text")
    (tmp_path / "link").symlink_to(article)
    (tmp_path / "sub").mkdir()
    output = {"itself": article, "dotted": tmp_path / "sub" / ".." / "a.txt", "link": tmp_path / "link"}[way]
    with pytest.raises(UsageError, match="input"):
        put(output, "new", force=True, inputs=[article])
    assert article.read_text() == "text"


def test_a_journal_that_is_not_there_yet_is_not_made(tmp_path):
    journal = tmp_path / "annotations.json.journal"
    with pytest.raises(UsageError, match="input"):
        put(journal, "new", inputs=[journal])
    assert names(tmp_path) == []


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path):
    (tmp_path / "out").write_text("old")
    with pytest.raises(WriteError, match="No space left"):
        save([File("", failing())], TEXT, tmp_path / "out", force=True, inputs=())
    assert (tmp_path / "out").read_text() == "old"
    assert names(tmp_path) == ["out"]


def test_a_failure_in_the_second_file_leaves_neither(tmp_path):
    with pytest.raises(WriteError):
        save([File("", ["tasks"]), File(".xml", failing())], FILES, tmp_path / "tasks.json", force=False, inputs=())
    assert names(tmp_path) == []


def test_the_file_beside_is_asked_for_too(tmp_path):
    (tmp_path / "tasks.xml").write_text("mine")
    with pytest.raises(UsageError, match=r"tasks\.xml"):
        put(tmp_path / "tasks.json", "new", form=FILES, beside=["config"])
    assert names(tmp_path) == ["tasks.xml"]
    put(tmp_path / "tasks.json", "new", form=FILES, beside=["config"], force=True)
    assert (tmp_path / "tasks.xml").read_text() == "config"


def test_the_file_beside_is_never_the_output_itself(tmp_path):
    put(tmp_path / "tasks.xml", "tasks", form=FILES, beside=["config"])
    assert names(tmp_path) == ["tasks.config.xml", "tasks.xml"]
    assert (tmp_path / "tasks.xml").read_text() == "tasks"


@pytest.mark.parametrize("form", [TEXT, FOLDER])
def test_a_folder_that_is_not_there(form, tmp_path):
    with pytest.raises(WriteError, match="No such file"):
        put(tmp_path / "no" / "out", "x", form=form)
    assert names(tmp_path) == []


def test_a_folder_where_a_file_is_to_be_and_the_other_way(tmp_path):
    (tmp_path / "out").mkdir()
    with pytest.raises(UsageError, match="a folder"):
        put(tmp_path / "out", "x", force=True)
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageError, match="no folder"):
        save([File("a.txt", ["x"])], FOLDER, tmp_path / "file", force=True, inputs=())


def test_a_device_is_written_to_and_not_replaced():
    put(Path(os.devnull), "x")
    assert not Path(os.devnull).is_file()
    with pytest.raises(WriteError, match="No space left"):
        put(Path("/dev/full"), "x" * 100_000)


def test_a_pipe_that_nobody_reads_is_an_error(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(WriteError, match="No such device"):
        put(tmp_path / "pipe", "x")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    put(tmp_path / "pipe", "x")
    assert os.read(reader, 10) == b"x"
    os.close(reader)


class TestFolder:
    def put(self, output, *files, force=False, inputs=()):
        save([File(name, [text]) for name, text in files], FOLDER, output, force=force, inputs=inputs)

    def test_is_written_and_replaced_whole(self, tmp_path):
        self.put(tmp_path / "out", ("a.txt", "a"), ("a.ann", ""))
        with pytest.raises(UsageError, match="exists"):
            self.put(tmp_path / "out", ("b.txt", "b"))
        self.put(tmp_path / "out", ("b.txt", "b"), force=True)
        assert names(tmp_path) == ["out"]
        assert names(tmp_path / "out") == ["b.txt"]

    def test_that_holds_other_things_is_never_replaced(self, tmp_path):
        (tmp_path / "out").mkdir()
        (tmp_path / "out" / "thesis.docx").write_text("x")
        with pytest.raises(UsageError, match="other things"):
            self.put(tmp_path / "out", ("b.txt", "b"), force=True)
        assert names(tmp_path / "out") == ["thesis.docx"]

    def test_that_holds_an_input_is_never_replaced(self, tmp_path):
        (tmp_path / "out").mkdir()
        (tmp_path / "out" / "a.txt").write_text("x")
        with pytest.raises(UsageError, match="holds an input"):
            self.put(tmp_path / "out", ("b.txt", "b"), force=True, inputs=[tmp_path / "out" / "a.txt"])
        assert names(tmp_path / "out") == ["a.txt"]

    def test_a_failure_leaves_the_old_one(self, tmp_path):
        self.put(tmp_path / "out", ("a.txt", "a"))
        with pytest.raises(WriteError):
            save([File("b.txt", ["b"]), File("c.txt", failing())], FOLDER, tmp_path / "out", force=True, inputs=())
        assert names(tmp_path) == ["out"]
        assert names(tmp_path / "out") == ["a.txt"]
