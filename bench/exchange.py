"""Exports of many annotations, each beside `json.dumps` of the same documents in the same run, by CPU time."""

import argparse
import json
import random
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from uuid import UUID

from annotations.annotation import Annotation, selectors
from annotations.formats import FORMATS, import_
from annotations.formats.exchange import Exchange
from annotations.formats.output import stream
from annotations.store import open_store
from articles.article import Article
from quotes.story import Story
from seeds import sample_story

BARS = {
    "json": 3,
    "jsonl": 3,
    "csv": 3,
    "w3c": 3,
    "doccano": 3,
    "brat": 10,
    "label-studio": 10,
    "spacy": 10,
    "refi-qda": 10,
}
"""How many times the yardstick an export may take; reports are told only."""
ARTICLES = 40
PARAGRAPHS = 400
"""Paragraphs of an article, drawn from the sample story: about 100,000 characters."""


def main(argv: Sequence[str]) -> int:
    """Print a row a format; 1 if a bar is broken."""
    options = argparse.ArgumentParser(prog="python -m bench exchange", description=__doc__)
    options.add_argument("count", nargs="?", type=int, default=100_000, help="how many annotations (default 100000)")
    options.add_argument("--reports", action="store_true", help="also the reports for people")
    options.add_argument("--import", dest="imports", action="store_true", help="also one import into a new store")
    options.add_argument("--memory", action="store_true", help="also the memory at the peak (slow)")
    chosen = options.parse_args(argv)
    exchange = story(chosen.count)
    documents = [annotation.to_document() for annotation in exchange.annotations]
    yardstick = best(lambda: json.dumps(documents))
    print(f"{chosen.count} annotations in {ARTICLES} articles; json.dumps of the documents: {yardstick:.2f} s")
    names = [*BARS, *(["markdown", "html"] if chosen.reports else [])]
    broken = sum([_row(name, exchange, yardstick) for name in names])
    if chosen.memory:
        _memory(exchange, documents)
    if chosen.imports:
        _import(exchange, yardstick)
    return 1 if broken else 0


def story(count: int) -> Exchange:
    """Make articles and annotations, the same at every run; the finders are not measured here, nor asked."""
    dice = random.Random(7)
    paragraphs = [p for path in sorted(sample_story().glob("*.txt")) for p in path.read_text("utf-8").split("\n") if p]
    articles = []
    for number in range(ARTICLES):
        text = "\n\n".join(dice.choice(paragraphs) for _ in range(PARAGRAPHS))
        articles.append(Article(f"story/{number:03}.txt", text, f"Article {number}"))
    annotations = sorted(
        (_annotation(number, articles[number % ARTICLES], dice) for number in range(count)),
        key=lambda annotation: (annotation.article, annotation.start, annotation.id),
    )
    return Exchange(tuple(articles), tuple(annotations), find=lambda _: Story({}, (), ()))


def _annotation(number: int, article: Article, dice: random.Random) -> Annotation:
    start = dice.randrange(len(article.text) - 400)
    spans = [(start, start + dice.randrange(20, 160))]
    if number % 20 == 0:
        spans.append((start + 200, start + 260))
    time_ = f"2026-01-{1 + number % 28:02}T{number % 24:02}:{number % 60:02}:00.000000Z"
    return Annotation(
        id=str(UUID(int=dice.getrandbits(128))),
        article=article.id,
        sha256=article.sha256,
        tag=dice.choice(("claim", "quote", "boilerplate")),
        spans=selectors(article, spans),
        note="checked with the desk" if number % 5 == 0 else "",
        speaker="J.D. Vance" if number % 3 == 0 else None,
        annotator=dice.choice(("ann", "bob")),
        created=time_,
        updated=time_,
    )


def best(run: Callable[[], object], times: int = 3) -> float:
    """Return the least CPU time of some runs, in seconds."""
    spent = []
    for _ in range(times):
        begun = time.process_time()
        run()
        spent.append(time.process_time() - begun)
    return min(spent)


def _row(name: str, exchange: Exchange, yardstick: float) -> int:
    """Measure and print a format; return 1 if its bar is broken."""
    size = 0

    def run() -> None:
        nonlocal size
        size = _write(name, _fresh(exchange))

    spent = best(run, 2)
    bar = BARS.get(name)
    broken = bar is not None and spent > bar * yardstick
    told = f"bar {bar}" if bar else "told"
    print(
        f"{name:13} {spent:6.2f} s  {spent / yardstick:5.2f} times ({told}){' BROKEN' * broken}  {size / 1e6:6.1f} MB"
    )
    return int(broken)


def _fresh(exchange: Exchange) -> Exchange:
    """Return the exchange without anything that an earlier export has worked out."""
    return Exchange(exchange.articles, exchange.annotations, find=exchange.find)


def _write(name: str, exchange: Exchange) -> int:
    """Write an export to a temporary file and return its size."""
    form = FORMATS[name]
    assert form.write is not None
    with tempfile.TemporaryFile() as file:
        stream(form.write(exchange), file)
        return file.tell()


def _memory(exchange: Exchange, documents: Iterable[object]) -> None:
    """Print how much memory an export takes at its peak, beside the documents as JSON."""
    size = len(json.dumps(documents))
    for name in BARS:
        tracemalloc.start()
        _write(name, _fresh(exchange))
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        print(f"{name:13} {peak / 1e6:6.1f} MB at the peak, the store's JSON has {size / 1e6:.1f} MB")


def _import(exchange: Exchange, yardstick: float) -> None:
    """Print the time of an import of the JSON export into a new store, and of the same file again."""
    form = FORMATS["json"]
    assert form.write is not None
    with tempfile.TemporaryDirectory() as folder:
        export = Path(folder) / "export.json"
        with export.open("wb") as file:
            stream(form.write(exchange), file)
        for which in ("import", "again"):
            begun = time.process_time()
            with open_store(Path(folder) / "annotations.json", annotator="bench") as store:
                report = import_(store, exchange.articles, export)
            spent = time.process_time() - begun
            print(f"{which:13} {spent:6.2f} s  {spent / yardstick:5.2f} times (told)  {report.added} added")
