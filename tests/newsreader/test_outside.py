"""The command as a stranger meets it: closed streams, impossible names, wrong values; one line each, no traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "“The ferry sails again on Monday,” Noor Haddad said.\n"
FOLDER = Path(__file__).parents[2]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def outside(*words: str | Path, shell: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own; `shell` redirects its streams."""
    command = ["sh", "-c", f'"$@" {shell}', "sh", sys.executable, "-m", "newsreader", *map(str, words)]
    environment = {**os.environ, "PYTHONPATH": str(FOLDER)}
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", check=False, stdin=subprocess.DEVNULL, env=environment
    )


def refused(ended: subprocess.CompletedProcess[str], code: int, *words: str) -> None:
    lines = [line for line in ended.stderr.splitlines() if not line.startswith("Usage: ")]
    assert (ended.returncode, len(lines), ended.stdout) == (code, 1, ""), ended
    assert [word for word in words if word not in lines[0]] == []


@pytest.mark.parametrize("verb", ["text", "quotes"])
def test_a_name_that_no_file_can_have_is_refused(verb: str) -> None:
    refused(outside(verb, "x" * 300), 3, "too long")


@pytest.mark.parametrize("verb", ["text", "quotes"])
def test_a_closed_standard_output_is_a_write_that_failed(verb: str, article: Path) -> None:
    refused(outside(verb, article, shell=">&-"), 5, "standard output", "-o")


def test_with_a_closed_standard_output_a_file_is_written_all_the_same(article: Path, tmp_path: Path) -> None:
    assert outside("text", article, "-o", tmp_path / "out.txt", shell=">&-").returncode == 0
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == TEXT


def test_with_closed_streams_the_reading_room_asks_for_a_terminal(article: Path) -> None:
    refused(outside(article, shell="<&- >&-"), 2, "export")


@pytest.mark.parametrize(
    "words",
    [
        ("--encoding", "klingon", "text"),
        ("--encoding", "base64", "text"),
        ("--annotator", " ", "export"),
        ("--offsets", "utf17", "export"),
    ],
)
def test_a_wrong_value_is_wrong_usage_before_anything_is_read(words: tuple[str, ...], article: Path) -> None:
    *option, verb = words
    refused(outside(verb, *option, article), 2, option[1] if option[1].strip() else option[0])


def test_what_was_left_out_is_no_second_line_of_a_refusal(article: Path) -> None:
    (article.parent / "photo.png").write_bytes(b"\x89PNG")
    refused(outside("export", article.parent), 4, "annotations.json")
    assert outside("text", article).stderr == ""
    assert "1 file left out" in outside("quotes", article.parent).stderr


def test_an_item_whose_id_holds_the_sign_of_the_key_is_found(tmp_path: Path) -> None:
    (tmp_path / "wire.jsonl").write_text('{"id": "http://wire.example/#7", "title": "Ferry", "text": "It sails."}\n')
    assert outside("text", f"{tmp_path}/wire.jsonl#http://wire.example/#7").stdout == "It sails."
    assert outside("text", tmp_path / "wire.jsonl#1").stdout == "It sails."


def test_a_broken_line_hides_no_other_article(tmp_path: Path) -> None:
    (tmp_path / "wire.jsonl").write_text('{"title": "Ferry", "text": "It sails."}\n{"title": \n')
    assert outside("text", f"{tmp_path}/wire.jsonl#1").stdout == "It sails."
    refused(outside("text", f"{tmp_path}/wire.jsonl"), 3, "wire.jsonl")
