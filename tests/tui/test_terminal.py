"""The program on a real (pseudo-) terminal: keys, signals, a closed window, and what reaches the terminal."""

import os
import signal
import sys
import termios
from pathlib import Path

import pytest
from tinydb import TinyDB

from bench.pseudo import Terminal
from tests.tui.rooms import STORY, write

PATIENCE = 20.0
"""Seconds; a loaded machine is slow."""
HOSTILE = (
    "Title \x1b]0;owned\x07 \x9b31m here\n\n"
    "“Words \x1b[2J that \u202eare\u202c shared by both of us today,” Ann Lee said. [red]x[/red] "
    "\x90q\x9c \x08\x08\x7f\n"
)


def start(folder: Path, *paths: str) -> Terminal:
    """Start the program with folders of its own."""
    names = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")
    env = {**os.environ, **dict.fromkeys(names, str(folder))}
    env.pop("NO_COLOR", None)
    return Terminal([sys.executable, "-m", "newsreader", *paths], env)


def tags_in(store: Path) -> list[tuple[str, str, str]]:
    """Read a store with the plain library."""
    with TinyDB(store) as database:
        rows = database.table("annotations").all()
    return sorted((row["article"], row["tag"], row["spans"][0]["exact"]) for row in rows)


def test_the_newcomers_keys_end_up_in_the_store(tmp_path: Path) -> None:
    terminal = start(tmp_path)
    terminal.wait_for(b"suggestions")
    for key in "n2*s1uU":
        terminal.press(key)
    assert terminal.end() == 0
    found = tags_in(tmp_path / "newsreader" / "annotations.json")
    shared = "There are economic tools of leverage, there are of course military tools of leverage"
    assert found == [
        ("000_4173700fff4799c1.txt", "claim", f"“{shared},” Vance was quoted as saying."),
        ("000_4173700fff4799c1.txt", "quote", shared),
        ("004_1b46c798c5b49d3f.txt", "quote", shared),
    ]


def test_keys_pressed_at_once_are_not_lost(tmp_path: Path) -> None:
    write(tmp_path / "story", STORY)
    terminal = start(tmp_path, str(tmp_path / "story"))
    terminal.wait_for(b"newsreader")
    os.write(terminal.fd, b"n2*\x11")
    assert terminal.status(PATIENCE) == 0
    assert len(tags_in(tmp_path / "story" / "annotations.json")) == 2


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT])
def test_a_signal_leaves_terminal_and_store_whole(tmp_path: Path, number: signal.Signals) -> None:
    write(tmp_path / "story", STORY)
    terminal = start(tmp_path, str(tmp_path / "story"))
    before = termios.tcgetattr(terminal.fd)
    terminal.wait_for(b"suggestions")
    terminal.press("n")
    terminal.press("2")
    os.kill(terminal.pid, number)
    assert terminal.status(PATIENCE) == 128 + number
    assert termios.tcgetattr(terminal.fd) == before
    for mode in (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l"):
        assert mode in terminal.output
    assert len(tags_in(tmp_path / "story" / "annotations.json")) == 1


def test_a_closed_window_ends_the_program(tmp_path: Path) -> None:
    write(tmp_path / "story", STORY)
    terminal = start(tmp_path, str(tmp_path / "story"))
    terminal.wait_for(b"suggestions")
    terminal.press("n")
    terminal.press("2")
    terminal.hang_up()
    assert terminal.status(PATIENCE) == 128 + signal.SIGHUP
    assert len(tags_in(tmp_path / "story" / "annotations.json")) == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_note_that_is_being_typed_survives_a_signal(tmp_path: Path, number: signal.Signals) -> None:
    write(tmp_path / "story", STORY)
    terminal = start(tmp_path, str(tmp_path / "story"))
    terminal.wait_for(b"suggestions")
    for key in ("n", "2", "e", *"ask again"):
        terminal.press(key)
    os.kill(terminal.pid, number)
    assert terminal.status(PATIENCE) == 128 + number
    with TinyDB(tmp_path / "story" / "annotations.json") as database:
        (row,) = database.table("annotations").all()
    assert row["note"] == "ask again"


def test_a_note_that_is_being_typed_survives_a_closed_window(tmp_path: Path) -> None:
    write(tmp_path / "story", STORY)
    terminal = start(tmp_path, str(tmp_path / "story"))
    terminal.wait_for(b"suggestions")
    for key in ("n", "2", "e", *"ask"):
        terminal.press(key)
    terminal.hang_up()
    assert terminal.status(PATIENCE) == 128 + signal.SIGHUP
    with TinyDB(tmp_path / "story" / "annotations.json") as database:
        (row,) = database.table("annotations").all()
    assert row["note"] == "ask"


def test_nothing_of_an_article_commands_the_terminal(tmp_path: Path) -> None:
    write(tmp_path / "story", {"a\x1b[5m.txt": HOSTILE, "b.txt": HOSTILE})
    terminal = start(tmp_path, str(tmp_path / "story"))
    terminal.wait_for(b"suggestions")
    for key in "nsp2ftd":
        terminal.press(key)
    terminal.press("\x1b")
    terminal.end()
    shown = terminal.output
    for command in (b"\x1b]0;", b"owned\x07", b"\x1b[2J that", b"\x1b[5m", b"\x08", b"\x7f"):
        assert command not in shown
    text = shown.decode("utf-8", "replace")
    assert not any("\x80" <= sign <= "\x9f" or sign in "\u202e\u202c" for sign in text)
    assert "[red]x[/red]" in text


def test_a_store_that_is_not_ours_ends_with_one_line(tmp_path: Path) -> None:
    write(tmp_path / "story", STORY)
    store = tmp_path / "story" / "annotations.json"
    store.write_text('{"mine": [1, 2]}', encoding="utf-8")
    terminal = start(tmp_path, str(tmp_path / "story"))
    assert terminal.status(PATIENCE) == 4
    last = terminal.output.rpartition(b"\x1b[?1049l")[2].decode()
    assert last.count("newsreader: ") == 1
    assert "annotations.json" in last
    assert "Traceback" not in last
    assert store.read_text(encoding="utf-8") == '{"mine": [1, 2]}'
