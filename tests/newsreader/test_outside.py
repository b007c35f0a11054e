"""The command as a stranger meets it: closed streams, impossible names, wrong values; one line each, no traceback."""

import json
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
        ("--encoding", "unicode_escape", "text"),
        ("--encoding", "undefined", "text"),
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


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
class TestFull:
    """A stream that takes nothing: one line, if there is a place for it, and the exit code; nothing from Python."""

    @pytest.mark.parametrize("words", [("text",), ("quotes",), ("quotes", "--format", "csv")])
    def test_full_standard_output(self, words: tuple[str, ...], article: Path) -> None:
        refused(outside(*words, article, shell=">/dev/full"), 5, "standard output", "No space left")

    @pytest.mark.parametrize("words", [("--help",), ("--version",), ("text", "--help"), ("export", "--list")])
    def test_full_standard_output_for_what_reads_no_article(self, words: tuple[str, ...]) -> None:
        refused(outside(*words, shell=">/dev/full"), 5, "standard output", "No space left")

    @pytest.mark.parametrize("shell", ["2>/dev/full", "2>&-"])
    def test_where_errors_cannot_be_told_the_exit_code_tells_and_nothing_else_is_printed(self, shell: str) -> None:
        ended = outside("text", "nowhere.txt", shell=shell)
        assert (ended.returncode, ended.stdout, ended.stderr) == (3, "", "")
        ended = outside("text", "--nonsense", shell=shell)
        assert (ended.returncode, ended.stdout, ended.stderr) == (2, "", "")


@pytest.mark.parametrize("size", ["9" * 30, "9" * 5000, "999999999999999G"])
def test_a_limit_larger_than_any_memory_reads_or_is_refused(size: str, article: Path) -> None:
    ended = outside("text", "--max-size", size, article)
    if len(size) > 20:
        refused(ended, 2, "is no size")
    else:
        assert (ended.returncode, ended.stdout, ended.stderr) == (0, TEXT, "")


def test_an_address_and_a_dash_are_no_files_and_the_line_says_what_to_do() -> None:
    refused(
        outside("text", "https://harbour.example/ferry"), 3, "newsreader fetch https://harbour.example/ferry FOLDER"
    )
    refused(outside("quotes", "-"), 3, "-: standard input is not read")


def test_a_name_that_is_no_utf8_can_be_opened_from_its_path_in_the_document(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"f\xe4hre.txt")).write_text(TEXT, encoding="utf-8")
    (article,) = json.loads(outside("quotes", "--format", "json", tmp_path).stdout)["articles"]
    assert article["article"] == r"f\xe4hre.txt"
    assert outside("text", tmp_path / article["path"]).stdout == TEXT


@pytest.mark.parametrize(("word", "verb"), [("quote", "quotes"), ("Export", "export"), ("chekc", "check")])
def test_a_word_that_is_nearly_a_verb_is_told_the_verb(word: str, verb: str) -> None:
    refused(outside(word), 2, f"({word} is no verb; the nearest is {verb})")


def test_the_findings_as_markdown_are_no_article_of_their_folder(article: Path) -> None:
    report = article.parent / "report.md"
    assert outside("quotes", article.parent, "--format", "markdown", "-o", report).returncode == 0
    assert "# Boilerplate\n\nNone." in report.read_text(encoding="utf-8")
    told = json.loads(outside("quotes", article.parent, "--format", "json").stdout)
    assert [each["article"] for each in told["articles"]] == ["ferry.txt"]


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    command = f'cd {tmp_path}/gone && rmdir ../gone && "{sys.executable}" -m newsreader quotes .'
    environment = {**os.environ, "PYTHONPATH": str(FOLDER)}
    ended = subprocess.run(["sh", "-c", command], capture_output=True, encoding="utf-8", check=False, env=environment)
    refused(ended, 3, "not there any more", "change to another")
