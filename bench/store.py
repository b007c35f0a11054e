"""The store: what a change costs, beside one appended line forced to the disk and beside plain TinyDB, in one run.

For each size: median (and 99th percentile) of adding, changing and removing one annotation until the call returns;
opening, beside `json.load` of the same file; folding the journal in; memory of a program that has the store open.
"""

import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tinydb import TinyDB, where

from annotations.store import Store, open_store
from articles.article import Article

SIZES = (100, 10_000, 100_000)
TIMES = 300
"""Measurements of each kind."""
_OPEN = """
import resource, sys
from annotations.store import open_store
with open_store(sys.argv[1], annotator="bench") as store:
    store.annotations("articles/1.txt")
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""
"""A program that opens the store and says how many MiB it has come to."""
PACE = 0.003
"""Seconds between two measurements: nobody types faster, and the disk is not flooded."""


def main(argv: Sequence[str]) -> int:
    """Print a table; arguments are the sizes."""
    sizes = [int(size) for size in argv] or SIZES
    print("milliseconds, median (99th percentile)")
    print(
        f"{'annotations':>11} {'line+fdatasync':>16} {'add':>16} {'update':>16} {'remove':>16} {'TinyDB insert':>14}",
        end="",
    )
    print(f" {'open':>8} {'json.load':>9} {'fold':>8} {'MiB':>6} {'file MB':>8}")
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        for size in sizes:
            _row(Path(folder) / f"{size}.json", size)
    return 0


def _row(path: Path, size: int) -> None:
    article = Article("articles/one.txt", "The council said that it would decide in spring. " * 400)
    with open_store(path, annotator="bench") as store:
        store.merge(_documents(article, size))
    loading = _once(lambda: json.loads(path.read_bytes()))
    plain = _tinydb(path, size)
    opening, store = _opened(path)
    line = _measured(_line(path.with_suffix(".line")))
    add, update, remove = (_measured(deed) for deed in _deeds(store, article))
    folding = _once(store.close)
    memory = int(subprocess.run([sys.executable, "-c", _OPEN, path], capture_output=True, text=True, check=True).stdout)
    row = f"{size:>11,} {line:>16} {add:>16} {update:>16} {remove:>16} {plain:>14}"
    print(
        f"{row} {opening:8.0f} {loading:9.0f} {folding:8.0f} {memory:6.0f} {path.stat().st_size / 1e6:8.1f}", flush=True
    )


def _documents(article: Article, size: int) -> Iterator[dict[str, object]]:
    for number in range(size):
        start = number * 7 % (len(article.text) - 200)
        span = {"start": start, "end": start + 90, "exact": article.text[start : start + 90]}
        span |= {"prefix": article.text[max(0, start - 32) : start], "suffix": article.text[start + 90 : start + 122]}
        about = {"article": f"articles/{number % 50}.txt", "sha256": article.sha256, "tag": "claim", "note": "a note"}
        yield {**about, "spans": [span], "speaker": None, "annotator": f"ann {number}"}


def _once(deed: Callable[[], object]) -> float:
    begun = time.perf_counter()
    deed()
    return (time.perf_counter() - begun) * 1000


def _opened(path: Path) -> tuple[float, Store]:
    begun = time.perf_counter()
    store = open_store(path, annotator="bench")
    store.annotations("articles/1.txt")
    return (time.perf_counter() - begun) * 1000, store


def _measured(deed: Callable[[], object]) -> str:
    """Return median and 99th percentile of a deed that is done again and again."""
    deed()
    times = []
    for _ in range(TIMES):
        time.sleep(PACE)
        times.append(_once(deed))
    return f"{statistics.median(times):.3f} ({statistics.quantiles(times, n=100)[98]:.2f})"


def _line(path: Path) -> Callable[[], None]:
    """Return the yardstick: append one line as long as an annotation, and force it to the disk."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    line = b"x" * 611 + b"\n"

    def deed() -> None:
        os.write(descriptor, line)
        os.fdatasync(descriptor)

    return deed


def _deeds(store: Store, article: Article) -> Iterator[Callable[[], object]]:
    dice = random.Random(1)
    made: list[str] = []

    def add() -> None:
        start = dice.randrange(len(article.text) - 90)
        made.append(store.add(article, [(start, start + 90)], tag="quote").id)

    yield add
    yield lambda: store.update(dice.choice(made), note=f"looked at {dice.random()}")
    yield lambda: store.remove(made.pop())


def _tinydb(path: Path, size: int) -> str:
    """Return what plain TinyDB takes for one insert into the same file."""
    copy = path.with_suffix(".plain")
    shutil.copyfile(path, copy)
    document = TinyDB(path).table("annotations").get(where("tag") == "claim")
    with TinyDB(copy) as database:
        table = database.table("annotations")
        times = [_once(lambda: table.insert(dict(document or {}))) for _ in range(50 if size < 1000 else 3)]
    copy.unlink()
    return f"{statistics.median(times):.1f}"
