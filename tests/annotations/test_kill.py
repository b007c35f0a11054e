"""Rows 34 and 36: programs killed at random moments, one or two on a store; every acknowledged change is there."""

import random
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.annotations.samples import opened, plain

ROOT = Path(__file__).parents[2]


def started(path, name, seed):
    return subprocess.Popen(
        [sys.executable, "-m", "tests.annotations.killing", path, name, str(seed)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def killed_after(programs, lines, dice):
    """Kill all once the first has said some lines, each at a random moment after; return what they said."""
    said = [[] for _ in programs]

    def listen(number):
        said[number] += iter(programs[number].stdout.readline, b"")

    listeners = [threading.Thread(target=listen, args=(number,)) for number in range(len(programs))]
    for listener in listeners:
        listener.start()
    deadline = time.monotonic() + 30
    while any(len(heard) < lines for heard in said) and time.monotonic() < deadline:
        time.sleep(0.002)
    for program in programs:
        time.sleep(dice.random() / 200)
        program.kill()
    for program, listener in zip(programs, listeners, strict=True):
        listener.join()
        assert program.stderr.read() == b""
        program.stderr.close()
        program.stdout.close()
        program.wait()
    return [line.decode().rstrip("\n").split("\t") for heard in said for line in heard if line.endswith(b"\n")]


def applied(known, words):
    """Return ids with the values they may have: what was acknowledged, or the one change that had just begun."""
    for what, name, value in words:
        if what == "begin":
            known[name] = known[name] | {value}
        else:
            known[name] = {value}
    return known


def loops(path, number, programs, seed):
    dice = random.Random(seed)
    known: dict[str, set[str]] = {}
    acknowledged = 0
    for loop in range(number):
        running = [started(path, f"p{who}", 1000 * seed + 10 * loop + who) for who in range(programs)]
        words = killed_after(running, dice.randrange(5, 80), dice)
        acknowledged += sum(what != "begin" for what, _, _ in words)
        known = applied(known, words)
        if path.exists():
            plain(path)  # always valid, though not always complete
        begun = time.process_time()
        with opened(path, "p0") as store:
            assert time.process_time() - begun < 2
            notes = {annotation.id: annotation.note for annotation in store.annotations()}
        for name, values in known.items():
            assert notes.get(name, "-") in values, (loop, name)
        unheard = set(notes) - set(known)
        assert len(unheard) <= programs  # the last one of each, said to nobody
        known = {name: {notes.get(name, "-")} for name in known | dict.fromkeys(unheard)}
        assert {name: doc["note"] for name, doc in plain(path).items()} == notes
    return acknowledged


@pytest.mark.parametrize("programs", [1, 2])
def test_nothing_is_lost_in_a_few_kills(tmp_path, programs):
    assert loops(tmp_path / "annotations.json", 4, programs, seed=programs) > 20


@pytest.mark.long
@pytest.mark.parametrize("programs", [1, 2])
def test_nothing_is_lost_in_a_thousand_kills(tmp_path, programs):
    for run in range(20):
        path = tmp_path / f"run {run}" / "annotations.json"
        path.parent.mkdir()
        loops(path, 25, programs, seed=100 * programs + run)


TAGGING = """
import sys
from annotations.store import open_store
from articles.article import Article
article = Article("a.txt", "the river rose again " * 50)
with open_store(sys.argv[1], annotator=sys.argv[2]) as store:
    for at in range(100):
        store.add(article, [(at, at + 5)], "claim", note=f"{sys.argv[2]} {at}")
        if at % 17 == 0:
            store.fold()
"""


def test_two_programs_tag_a_hundred_times_each(tmp_path):
    path = tmp_path / "annotations.json"
    with opened(path, "looking on") as onlooker:
        programs = [subprocess.Popen([sys.executable, "-c", TAGGING, path, name]) for name in ("ann", "bob")]
        while any(program.poll() is None for program in programs):
            onlooker.refresh()
            time.sleep(0.01)
        assert [program.returncode for program in programs] == [0, 0]
        onlooker.refresh()
        notes = sorted(annotation.note for annotation in onlooker.annotations())
    assert notes == sorted(f"{name} {at}" for name in ("ann", "bob") for at in range(100))
    documents = plain(path)
    assert sorted(document["note"] for document in documents.values()) == notes
