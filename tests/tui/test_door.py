"""One door for foreign strings: every control character through every place where one is shown, on a real terminal.

What the terminal got is looked at byte for byte: without the program's own escape sequences, no control character and
no bidirectional control may be left.
"""

import json
import os
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from annotations.annotation import Annotation
from annotations.store import open_store
from annotations.tables import ANNOTATIONS, TAGS
from annotations.tags import Tag
from articles.shelf import read_articles
from bench.pseudo import Terminal

CONTROLS = [*range(0x20), *range(0x7F, 0xA0)]
BIDI = [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
EVIL = [chr(code) for code in (*CONTROLS, *BIDI, 0x2028, 0x2029, 0xFEFF)]
HARMLESS = {"\n", "\t", "\r"}
"""They are lines and blanks in a text, and what the terminal itself writes at the end of one."""
PARTS = ["".join(f"x{sign}y" for sign in EVIL[at : at + 12]) for at in range(0, len(EVIL), 12)]
"""All of them, in strings short enough to be shown whole."""
OWN = re.compile(
    "\x1b\\[[0-9;:?=<>$ ]*[A-Za-z~]"  # CSI, as the program writes it
    "|\x1b\\][0-9]+;[^\x07\x1b]*(?:\x07|\x1b\\\\)"  # OSC
    "|\x1bP[^\x1b]*\x1b\\\\"  # DCS
    "|\x1b[=>78c]"
)


def fit_for_a_name(text: str) -> str:
    return text.replace("\0", "").replace("/", "").replace("\n", "").replace("\r", "")


def jsonl(number: int) -> str:
    """An article in which each field is evil; the words between the marks are those of the other article."""
    part = PARTS[number % len(PARTS)]
    quotes = " ".join(f"“We will keep the {each} harbour open all winter,” Ann {each} Lee said." for each in PARTS)
    fields = ("title", "outlet", "author", "date", "url")
    return json.dumps({"id": f"id {part}", "text": f"Line {part}\n\n{quotes}", **{f: f"{f} {part}" for f in fields}})


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an evil name, evil articles, an evil store, and files that are refused."""
    folder = tmp_path_factory.mktemp("home") / f"story {fit_for_a_name(PARTS[0])}"
    folder.mkdir()
    (folder / "items.jsonl").write_text("\n".join(map(jsonl, range(len(PARTS)))), encoding="utf-8")
    for number, part in enumerate(PARTS):
        (folder / f"a{number} {fit_for_a_name(part)}.txt").write_bytes(b"\x00\x01\x02\xff" * 50)
    articles = read_articles([folder]).articles
    with open_store(folder / "annotations.json", annotator=f"who {PARTS[1]}") as store:
        for article, part in zip(articles, PARTS, strict=True):
            added = store.add(article, [(0, 20)], tag="claim", note=f"note {part}", speaker=f"speaker {part}")
            gone = replace(added, id=f"{added.id}-gone", sha256="0" * 64, tag=f"tag {part}", state="orphaned")
            store.put(ANNOTATIONS, gone.id, evil(gone, part).to_document())
            store.put(TAGS, f"tag {part}", Tag(f"tag {part}", None, part[1], "", f"about {part}").to_document())
    return folder


def evil(annotation: Annotation, part: str) -> Annotation:
    """An annotation whose words stand nowhere."""
    spans = tuple(replace(span, exact=f"words {part}") for span in annotation.spans)
    return replace(annotation, spans=spans, annotator=f"who {part}", group=f"group {part}")


def start(story: Path, *arguments: str, size: tuple[int, int] = (160, 45)) -> Terminal:
    names = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")
    env = {**os.environ, **dict.fromkeys(names, str(story.parent))}
    return Terminal([sys.executable, "-m", "newsreader", *arguments], env, size)


def leaked(output: bytes) -> set[str]:
    """The evil characters that reached the terminal."""
    rest = OWN.sub("", output.decode("utf-8", "surrogateescape"))
    return {sign for sign in EVIL if sign not in HARMLESS and sign in rest}


def test_the_look_at_the_bytes_sees_what_is_evil() -> None:
    assert leaked("".join(PARTS).encode()) == set(EVIL) - HARMLESS
    assert leaked(b"\x1b[38;2;1;2;3mfine\x1b[0m\x1b[?1049h") == set()


ESCAPE, ENTER, CHOOSE, PALETTE = "\x1b", "\r", "\x0f", "\x10"
PLACES = [
    *("n", "2", "d", ESCAPE, "c", ESCAPE, CHOOSE, ESCAPE, "t", ESCAPE, PALETTE, ESCAPE, "e", ESCAPE, "S", ESCAPE),
    *("]", "?", ESCAPE, "f", "a", "r", "E", ESCAPE, "/", "x", ENTER, ESCAPE, "L", "z", "z"),
    *(PALETTE, *"changed", ENTER, ESCAPE, PALETTE, *"list of ann", ENTER, ESCAPE, PALETTE, *"messages", ENTER, ESCAPE),
    *("\t", "n"),
]
"""Keys that open every place where a foreign string is shown."""


@pytest.mark.parametrize("size", [(160, 45), (80, 24)])
def test_no_place_of_the_reading_room_lets_one_through(story: Path, size: tuple[int, int]) -> None:
    terminal = start(story, str(story), size=size)
    terminal.settle(1.5)
    for key in PLACES:
        terminal.press(key)
    assert terminal.end() == 0
    terminal.settle(0.5)
    shown = terminal.output.decode("utf-8", "replace")
    assert len(shown) > 50_000
    assert {"␀", "␛", "\ufffd"} <= set(shown), "signs stand in their place"
    assert leaked(terminal.output) == set()


VERBS = [
    *(["quotes", "--format", form] for form in ("table", "json", "csv", "markdown")),
    *(["export", "--format", form] for form in ("json", "jsonl", "csv", "w3c", "markdown", "html", "doccano")),
    ["check"],
    ["check", "--format", "json"],
    ["text", "-v"],
]


@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
def test_no_verb_lets_one_through(story: Path, verb: list[str]) -> None:
    where = f"{story}/items.jsonl#id {PARTS[2]}" if verb[0] == "text" else str(story)
    terminal = start(story, *verb, where)
    assert terminal.status(30.0) in (0, 3)
    assert b"Traceback" not in terminal.output
    assert len(terminal.output) > 100
    assert leaked(terminal.output) == set()


ERRORS = [["text"], ["quotes"], ["export", "--db"], ["--config"], ["import"], ["--encoding"], ["check", "--format"]]


@pytest.mark.parametrize("arguments", ERRORS, ids=" ".join)
def test_no_error_lets_one_through(story: Path, arguments: list[str]) -> None:
    for part in PARTS[:3]:
        terminal = start(story, *arguments, fit_for_a_name(part), "gone.txt")
        assert terminal.status(30.0) in (2, 3, 4)
        assert b"newsreader: " in terminal.output
        assert leaked(terminal.output) == set()
