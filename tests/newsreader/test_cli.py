"""The command line: verbs, exit codes, one-line errors."""

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from annotations.store import open_store
from articles.article import Article
from newsreader.cli import _VALUE_OPTIONS, VERBS, run
from newsreader.options import Common, common

HARBOUR = "The council met on Tuesday.\n“We will keep the harbour open through the winter,” Maria Kessler said.\n"
LEDGER = 'Harbour stays open\n\nMaria Kessler told the council: "We will keep the harbour open through the winter."\n'


@pytest.fixture
def story(tmp_path: Path) -> Path:
    folder = tmp_path / "harbour"
    folder.mkdir()
    (folder / "a.txt").write_text(HARBOUR, encoding="utf-8")
    (folder / "b.txt").write_text(LEDGER, encoding="utf-8")
    return folder


def one_line(capsys: pytest.CaptureFixture[str]) -> str:
    """The only line on standard error."""
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1, lines
    assert "Traceback" not in lines[0]
    return lines[0]


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("newsreader ")


def test_help_names_every_verb(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    shown = capsys.readouterr().out
    assert [verb for verb in VERBS if f"  {verb} " not in shown] == []


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_its_help(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([verb, "--help"]) == 0
    assert verb in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [["quotes", "--no-such-option"], ["quotes", "--format", "xml"], ["text"], ["--max-size", "many", "a.txt"]],
)
def test_wrong_usage_is_2_and_changes_nothing(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("Usage: ")


def test_without_a_terminal_the_reading_room_refuses(story: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "newsreader", story], capture_output=True, stdin=subprocess.DEVNULL, check=False
    )
    assert result.returncode == 2
    assert result.stdout == b""
    assert b"newsreader quotes" in result.stderr
    assert result.stderr.count(b"\n") == 1


def test_quotes_finds_what_the_story_shares(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["quotes", "--format", "json", str(story)]) == 0
    document = json.loads(capsys.readouterr().out)
    (group,) = document["groups"]
    assert group["speaker"] == "Maria Kessler"
    assert {m["text"] for m in group["members"]} == {"We will keep the harbour open through the winter"}
    assert [article["article"] for article in document["articles"]] == ["a.txt", "b.txt"]


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
def test_every_form_says_the_quote(form: str, story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["quotes", "--format", form, str(story)]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "keep the harbour open" in shown
    assert "Maria Kessler" in shown


def test_findings_in_markdown_have_the_letters_of_the_room_and_interrupted_quotes_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = "“The ferry will sail every single night until the bridge is mended,” said Ana Péralta, the mayor.\n"
    split = "“The ferry will sail every single night,” said Ana Péralta, “until the bridge is mended.” No one paid.\n"
    plea = "\nSubscribe to our newsletter and never miss a story.\n"
    (tmp_path / "a.txt").write_text(plain, encoding="utf-8")
    (tmp_path / "b.txt").write_text(split + plea, encoding="utf-8")
    assert run(["quotes", "--format", "markdown", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "## a: Ana Péralta\n" in said
    assert "- b.txt (split): “The ferry will sail every single night … until the bridge is mended”\n" in said
    assert [line for line in said.splitlines() if line.startswith("# ")] == [
        "# Shared quotes",
        "# Quotations",
        "# Boilerplate",
    ]
    assert "- b.txt: “Subscribe to our newsletter and never miss a story.”\n" in said


def test_text_is_exactly_what_offsets_count(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("\ufeffOne\u00a0“two”\r\nthree\rfour e\u0301 👩‍👩‍👧".encode())
    assert run(["text", str(file)]) == 0
    assert capfdbinary.readouterr().out.decode() == "One\u00a0“two”\nthree\nfour e\u0301 👩‍👩‍👧"


def test_a_missing_article_is_3_and_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["text", "no-such-file.txt"]) == 3
    assert "no-such-file.txt" in one_line(capsys)


def test_good_articles_are_used_and_the_refused_named(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["quotes", "--format", "json", str(story / "a.txt"), str(story / "gone.txt")]) == 3
    output = capsys.readouterr()
    assert [article["article"] for article in json.loads(output.out)["articles"]] == ["a.txt"]
    assert "gone.txt" in output.err


def test_an_existing_output_is_kept_without_force(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "out.json"
    target.write_text("mine")
    arguments = ["quotes", "--format", "json", "-o", str(target), str(story)]
    assert run(arguments) == 2
    assert "--force" in one_line(capsys)
    assert target.read_text() == "mine"
    assert run([*arguments, "--force"]) == 0
    assert json.loads(target.read_text(encoding="utf-8"))["format"] == "newsreader/quotes"


def test_an_input_is_never_overwritten(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (story / "a.txt").read_bytes()
    assert run(["quotes", "-o", str(story / "a.txt"), "--force", str(story)]) == 2
    assert "input" in one_line(capsys)
    assert (story / "a.txt").read_bytes() == before


@pytest.mark.parametrize("verb", ["quotes", "text", "check"])
def test_the_files_of_the_store_are_never_overwritten(
    verb: str, story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_store(story / "annotations.json", annotator="ann") as store:
        store.add(Article("a.txt", HARBOUR), [(0, 3)], tag="claim")
    before = (story / "annotations.json").read_bytes()
    opened = story / "a.txt" if verb == "text" else story
    for name in ("annotations.json", "annotations.json.journal", "annotations.json.bak"):
        assert run([verb, "-o", str(story / name), "--force", str(opened)]) == 2
        assert "input" in one_line(capsys)
    assert (story / "annotations.json").read_bytes() == before


def test_the_front_door_knows_which_common_options_take_a_value() -> None:
    @common()
    def verb(options: Common) -> None:
        raise AssertionError(options)

    parameters = click.command()(verb).params
    values = {name for option in parameters if not getattr(option, "is_flag", True) for name in option.opts}
    assert values == _VALUE_OPTIONS


def test_the_usage_shows_both_ways_to_call_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    first, second = capsys.readouterr().out.splitlines()[:2]
    assert first == "Usage: newsreader [OPTIONS] [PATH ...]"
    assert second == "   or: newsreader VERB [OPTIONS] [PATH ...]"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_is_5(story: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [sys.executable, "-m", "newsreader", "quotes", story], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert result.returncode == 5
    assert result.stderr.count(b"\n") == 1


def test_a_reader_that_leaves_is_no_error(story: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    result = subprocess.run(
        [sys.executable, "-m", "newsreader", "quotes", story], stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert result.returncode == 141
    assert result.stderr == b""


def test_the_order_of_files_changes_no_group(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = []
    for names in (["a.txt", "b.txt"], ["b.txt", "a.txt"]):
        assert run(["quotes", "--format", "json", *(str(story / name) for name in names)]) == 0
        found.append(json.loads(capsys.readouterr().out)["groups"])
    key = lambda group: (group["id"], sorted((m["article"], m["start"], m["end"]) for m in group["members"]))  # noqa: E731
    assert sorted(map(key, found[0])) == sorted(map(key, found[1]))


def test_options_may_stand_before_the_verb(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--encoding", "utf-8", "quotes", "--format", "csv", str(story)]) == 0
    assert "shared quote" in capsys.readouterr().out


def test_escape_codes_in_names_never_reach_standard_error_raw(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["text", "\x1b]0;title\x07.txt"]) == 3
    assert "\x1b" not in one_line(capsys)
