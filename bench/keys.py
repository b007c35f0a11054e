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
"""Annotations in all, and characters of each article, of the large stories."""


class Key(NamedTuple):
    """A kind of key."""

    name: str
    keys: tuple[str, ...]
    """Pressed in turn."""
    times: float
    """Times the bare app's CPU at most ..."""
    plus: float
    """... and so many milliseconds more."""


class Story(NamedTuple):
    """A story and the screen that it is read on."""

    articles: int
    """Of a million characters each; 0 for the sample story."""
    size: tuple[int, int]
    """Columns and rows."""
    times: float
    """Times the bare app's CPU at most for what draws the whole screen anew."""
    memory: float
    """Times the bare app's resident memory at most; 0 where nothing is promised."""


STORIES = {
    "sample": Story(0, (160, 45), 12, 2.0),
    "large": Story(2, (160, 45), 12, 3.0),
    "four": Story(4, (200, 45), 20, 0.0),
}
FIRST_MATCH = 20.0
"""Milliseconds of CPU at most for the first key of the first search."""
PRESSES = 40


def keys_of(story: Story) -> tuple[Key, ...]:
    """Return the kinds of keys and their limits: those of a step, and those of a new screen."""
    return (
        Key("word", ("l",), 1.6, 1.0),
        Key("tag", ("1",), 1.6, 1.0),
        *(
            Key(name, keys, story.times, 0.0)
            for name, keys in (
                ("page", (" ", "b")),
                ("jump", ("n",)),
                ("compare", ("d", "d")),
                ("coverage", ("c", "c")),
                ("search", ("/", "a", "b", "\r")),
            )
        ),
    )


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


def large_story(folder: Path, articles: int = 2) -> None:
    """Write articles of a million characters with quotes that they share, and 5,000 annotations."""
    dice = random.Random(5)
    words = ["".join(dice.choice("abcdefghiklmnoprstuvw") for _ in range(dice.randint(2, 10))) for _ in range(9_000)]
    shared = [_sentence(dice, words)[:-1] for _ in range(60)]
    for name in ("one.txt", "two.txt", "three.txt", "zoo.txt")[:articles]:
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
            for sentence in dice.sample(article.sentences, MARKS // articles):
                store.add(article, [sentence], tag=dice.choice(("claim", "quote", "boilerplate")))


def main(argv: Sequence[str]) -> int:
    """Measure, print, and return 1 if a limit is passed.

    Args:
        argv: The stories to measure (`sample`, `large`, `four`); all if empty.
    """
    passed = 0
    with tempfile.TemporaryDirectory() as home:
        env = {**os.environ, "HOME": home, "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home}
        bare = Terminal([sys.executable, "-m", "bench.bare"], env)
        bare.wait_for(b"ready 0")
        bare.settle()
        key, memory = _cost(bare, "x"), bare.memory()
        bare.end()
        print(f"{'bare app':20} {key:6.2f} ms CPU a key   {memory:5.0f} MB")
        for name in argv or STORIES:
            passed += _measured(name, env, Path(home), key, memory)
    return min(passed, 1)


def _opened(name: str, env: dict[str, str], home: Path) -> Terminal:
    """Open a story and wait until all is found that is looked for."""
    story, command = STORIES[name], [sys.executable, "-m", "newsreader"]
    if story.articles:
        (home / name).mkdir()
        large_story(home / name, story.articles)
        command.append(str(home / name))
    terminal = Terminal(command, env, story.size)
    terminal.wait_for(b"suggestions", patience=120)
    terminal.settle(2.5)
    return terminal


def _measured(name: str, env: dict[str, str], home: Path, bare: float, memory: float) -> int:
    """Measure one story; return how many limits it passes."""
    story, terminal = STORIES[name], _opened(name, env, home)
    first = _first_match(terminal)
    passed = int(first > FIRST_MATCH)
    print(f"{name:8} {'first match':11} {first:6.2f} ms CPU         limit {FIRST_MATCH:6.2f}")
    for kind in keys_of(story):
        cost, limit = _cost(terminal, kind.keys), bare * kind.times + kind.plus
        passed += cost > limit
        print(f"{name:8} {kind.name:11} {cost:6.2f} ms CPU a key   limit {limit:6.2f}")
        terminal.settle(2.0)
    if story.memory:
        used, most = terminal.memory(), memory * story.memory
        passed += used > most
        print(f"{name:20} {used:6.0f} MB   limit {most:6.0f}")
    return passed + (terminal.end() != 0)


def _first_match(terminal: Terminal) -> float:
    """Return milliseconds of CPU of the first key that is typed into the first search of a program."""
    terminal.press("/")
    before = terminal.cpu()
    terminal.press("e")
    cost = terminal.cpu() - before
    terminal.press("\x1b")
    terminal.settle()
    return cost
