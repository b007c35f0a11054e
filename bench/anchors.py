"""Anchors: are tags found again in edited articles? Seeded edits of the sample story, beside two plain ways.

Right: the span found and the true one share at least 80 % (intersection over union). Gone: less than half of the
characters survive; then the right answer is an orphan.
"""

import random
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from annotations.anchoring import anchor
from annotations.annotation import Annotation, Selector
from articles.article import Article
from bench.edits import EDITS, Edited
from seeds import sample_story

VERSIONS = 25
"""Edited versions of each article."""
SPANS = 20
"""Passages in each."""


def main(argv: Sequence[str]) -> int:
    """Print a table; an argument is the number of versions."""
    versions = int(argv[0]) if argv else VERSIONS
    texts = [path.read_text(encoding="utf-8") for path in sorted(sample_story().glob("*.txt"))]
    print(
        "right / wrong / orphaned, in per cent; gone: passages no longer there, and how many were found to be orphans"
    )
    print(f"{'edit':36} {'here':>18} {'offsets only':>18} {'exact search':>18} {'gone':>13} {'ms each':>8}")
    lost = sum(_row(name, texts, versions) for name in EDITS)
    print(f"annotations in minus annotations out: {lost}")
    return 1 if lost else 0


def _row(name: str, texts: Sequence[str], versions: int) -> int:
    """Measure and print one row; return how many annotations got lost."""
    counts = {way: Counter[str]() for way in ("here", "offsets", "exact")}
    gone: Counter[bool] = Counter()
    spent, number, lost = 0.0, 0, 0
    for old, new, spans in _cases(name, texts, versions):
        article = Article("a", new.text)
        begun = time.perf_counter()
        found = [anchor(_annotation(old, span), article) for span in spans]
        spent += time.perf_counter() - begun
        number += len(found)
        lost += len(spans) - len(found)
        for span, after in zip(spans, found, strict=True):
            _judge(old, new, span, after, counts, gone)
    there = sum(gone.values())
    orphaned = f"{gone[True]}/{there}" if there else "-"
    columns = " ".join(f"{_percent(count):>18}" for count in counts.values())
    print(f"{name:36} {columns} {orphaned:>13} {spent / number * 1000:8.2f}")
    return lost


def _cases(name: str, texts: Sequence[str], versions: int) -> Iterator[tuple[str, Edited, list[tuple[int, int]]]]:
    for seed in range(versions):
        for at, text in enumerate(texts):
            dice = random.Random(1000 * seed + at)
            yield text, EDITS[name](text, 1000 * seed + at), [_span(text, dice) for _ in range(SPANS)]


def _span(text: str, dice: random.Random) -> tuple[int, int]:
    """Choose a passage: a sentence, a quotation, a paragraph, or two or three words of a sentence."""
    article = Article("a", text)
    kind = dice.randrange(4)
    if kind == 3:
        start, end = dice.choice([(start, end) for start, end in article.sentences if end - start > 30])
        words = [word for word in article.words if start <= word.start and word.end <= end]
        at = dice.randrange(len(words) - 2)
        return words[at].start, words[at + dice.choice((1, 2))].end
    quotations = [match.span(1) for match in re.finditer(r"[“\"]([^“”\"]{5,400})[”\"]", text)]
    return dice.choice((article.sentences, quotations, article.paragraphs)[kind])


def _annotation(text: str, span: tuple[int, int]) -> Annotation:
    return Annotation(id="x", article="a", sha256="old", tag="quote", spans=(Selector.of(text, *span),))


def _judge(
    old: str,
    new: Edited,
    span: tuple[int, int],
    after: Annotation,
    counts: dict[str, Counter[str]],
    gone: Counter[bool],
) -> None:
    start, end, survives = new.place(*span)
    if survives < 0.5:
        gone[after.state == "orphaned"] += 1
        return
    here = None if after.state == "orphaned" else (after.spans[0].start, after.spans[0].end)
    at = new.text.find(old[slice(*span)])
    exact = None if at < 0 else (at, at + span[1] - span[0])
    for way, place in zip(counts, (here, span, exact), strict=True):
        counts[way]["orphaned" if place is None else _verdict(place, (start, end))] += 1


def _verdict(found: tuple[int, int], true: tuple[int, int]) -> str:
    shared = min(found[1], true[1]) - max(found[0], true[0])
    whole = max(*chain((found[1], true[1]))) - min(found[0], true[0])
    return "right" if shared / whole >= 0.8 else "wrong"


def _percent(count: Counter[str]) -> str:
    number = sum(count.values())
    return " / ".join(f"{100 * count[word] / number:.1f}" for word in ("right", "wrong", "orphaned"))
