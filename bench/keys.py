"""What a key costs, in CPU time, and how much memory the room takes; beside a bare Textual app in the same run."""

import os
import random
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from annotations.store import open_store
from articles.shelf import Shelf
from bench.pseudo import Terminal

MARKS, LENGTH = 5_000, 1_000_000
"""Annotations in all, and characters of each article, of the large story."""


class Key(NamedTuple):
    """A kind of key."""

    name: str
    keys: tuple[str, ...]
    """Pressed in turn."""
    times: float
    """Times the bare app's CPU at most ..."""
    plus: float
    """... and so many milliseconds more."""


KEYS = (
    Key("word", ("l",), 1.6, 1.0),
    Key("tag", ("1",), 1.6, 1.0),
    Key("page", (" ", "b"), 12, 0.0),
    Key("jump", ("n",), 12, 0.0),
    Key("compare", ("d", "d"), 12, 0.0),
    Key("coverage", ("c", "c"), 12, 0.0),
    Key("search", ("/", "a", "b", "\r"), 12, 0.0),
)
MEMORY = {"sample": 2.0, "large": 3.0}
"""Times the bare app's resident memory at most."""
PRESSES = 40


def _cost(terminal: Terminal, keys: Sequence[str], presses: int = PRESSES) -> float:
    """Return milliseconds of CPU a key."""
    for key in keys:
        terminal.press(key)
    before = terminal.cpu()
    for number in range(presses):
        terminal.press(keys[number % len(keys)])
    return (terminal.cpu() - before) / presses


def _sentence(dice: random.Random, words: Sequence[str]) -> str:
    return " ".join(dice.choice(words) for _ in range(dice.randint(8, 24))).capitalize() + "."


def large_story(folder: Path) -> None:
    """Write two articles of a million characters with quotes that they share, and 5,000 annotations."""
    dice = random.Random(5)
    words = ["".join(dice.choice("abcdefghiklmnoprstuvw") for _ in range(dice.randint(2, 10))) for _ in range(9_000)]
    shared = [_sentence(dice, words)[:-1] for _ in range(60)]
    for name in ("one.txt", "two.txt"):
        pieces, length = [], 0
        while length < LENGTH:
            paragraph = " ".join(_sentence(dice, words) for _ in range(dice.randint(2, 5)))
            if dice.random() < 0.01:
                paragraph += f" “{dice.choice(shared)},” Ada Lindqvist said."
            pieces.append(paragraph)
            length += len(paragraph) + 1
        (folder / name).write_text("\n".join(pieces), encoding="utf-8")
    with open_store(folder / "annotations.json", annotator="bench") as store:
        for article in Shelf.open([folder]):
            for sentence in dice.sample(article.sentences, MARKS // 2):
                store.add(article, [sentence], tag=dice.choice(("claim", "quote", "boilerplate")))


def main(argv: Sequence[str]) -> int:
    """Measure, print, and return 1 if a limit is passed.

    Args:
        argv: `sample` or `large` for one of the two stories; both if empty.
    """
    passed = 0
    with tempfile.TemporaryDirectory() as home:
        env = {**os.environ, "HOME": home, "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home}
        bare = Terminal([sys.executable, "-m", "bench.bare"], env)
        bare.wait_for(b"ready 0")
        bare.settle()
        key, memory = _cost(bare, "x"), bare.memory()
        bare.end()
        print(f"{'bare app':16} {key:6.2f} ms CPU a key   {memory:5.0f} MB")
        for story in argv or MEMORY:
            passed += _measured(story, env, Path(home), key, memory)
    return min(passed, 1)


def _measured(story: str, env: dict[str, str], home: Path, bare: float, memory: float) -> int:
    """Measure one story; return how many limits it passes."""
    command = [sys.executable, "-m", "newsreader"]
    if story == "large":
        (home / "large").mkdir()
        large_story(home / "large")
        command.append(str(home / "large"))
    terminal, passed = Terminal(command, env), 0
    terminal.wait_for(b"suggestions", patience=120)
    terminal.settle(2.5)
    for kind in KEYS:
        cost, limit = _cost(terminal, kind.keys), bare * kind.times + kind.plus
        passed += cost > limit
        print(f"{story:8} {kind.name:7} {cost:6.2f} ms CPU a key   limit {limit:6.2f}")
        terminal.settle(2.0)
    used, most = terminal.memory(), memory * MEMORY[story]
    print(f"{story:16} {used:6.0f} MB   limit {most:6.0f}")
    status = terminal.end()
    return passed + (used > most) + (status != 0)
