"""What the program finds: accuracy on labelled texts where they are, speed beside difflib, growth, memory.

Every speed is CPU time of one process, measured beside its yardstick in the same run on the same made-up articles.
"""

import argparse
import itertools
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path

from articles.article import Article
from quotes.lexicon.language import words as words_of

HERE = Path(__file__).resolve().parent.parent
DATA = HERE.parent / "shared" / "data"
SCORER = HERE.parent / "shared" / "tools" / "score.py"
FOLDERS = ("sample", "quotations", "shared_quotes", "boilerplate")
BEST_OF = 5
GROWTH = (1000, 4000)


def main(argv: Sequence[str] | None = None) -> int:
    """Print accuracy, speed, growth and memory; return 0."""
    options = _options(argv)
    if options.one:
        return _one(options.one)
    _accuracy(options.data, options.scorer)
    _small()
    for count, target in ((20, 8), (200, 50)):
        _beside_difflib(count, target, options.pairs)
    _growth(options.large)
    return 0


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench quotes", description=__doc__)
    parser.add_argument(
        "--data", type=Path, default=DATA, help="folder of labelled texts (default: beside the checkout)"
    )
    parser.add_argument("--scorer", type=Path, default=SCORER, help="the program that scores them")
    parser.add_argument(
        "--pairs", type=int, default=1500, help="pairs that difflib reads; the rest is reckoned (default 1500)"
    )
    parser.add_argument("--large", type=int, default=10_000, help="articles of the largest set; 0 leaves it out")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    return parser.parse_args(argv)


def cpu(work: Callable[[], object], times: int = 1) -> float:
    """Return the least CPU seconds that some work took."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


# ---- accuracy


def _accuracy(data: Path, scorer: Path) -> None:
    """Score each folder of labelled texts by the scorer that lies with them."""
    if not data.is_dir() or not scorer.is_file():
        print(f"accuracy: no labelled texts at {data} (--data, --scorer)")
        return
    command = f"{sys.executable} -m newsreader"
    for folder in FOLDERS:
        if (data / folder / "gold.json").is_file():
            done = subprocess.run(
                [sys.executable, str(scorer), str(data / folder), "--run", command],
                capture_output=True,
                text=True,
                cwd=HERE,
            )
            print((done.stdout or done.stderr).rstrip())
            print()


# ---- speed


def made_up(count: int, seed: int = 1) -> list[Article]:
    """Make articles of about 450 words in stories of five, a fifth of it quoted; stories share quotes."""
    chance = random.Random(seed)
    vocabulary = [
        "".join(chance.choice("bdfgklmnprst") + chance.choice("aeiou") for _ in range(chance.randint(1, 4)))
        for _ in range(8000)
    ]
    common = sorted(
        words_of("the of and to in a that is for it on we with as this be are not have but they will by or from")
    )

    def words(number: int) -> str:
        return " ".join(
            chance.choice(common) if chance.random() < 0.45 else vocabulary[min(int(chance.paretovariate(0.6)), 7999)]
            for _ in range(number)
        )

    articles = []
    for number in range(count):
        if number % 5 == 0:
            names = [f"{chance.choice(vocabulary).title()} {chance.choice(vocabulary).title()}son" for _ in range(4)]
            quotes = [words(chance.randint(10, 30)).capitalize() for _ in range(4)]
        lines = [words(30).capitalize() + "." for _ in range(12)]
        for name, quote in zip(names, quotes, strict=True):
            if chance.random() < 0.6:
                lines.insert(chance.randrange(len(lines)), f"“{quote},” {name} said.")
        lines.append(f"“{words(20).capitalize()},” {names[0]} added.")
        articles.append(Article(f"{number:06}.txt", "\n\n".join(lines)))
    return articles


def _fresh(articles: Sequence[Article]) -> list[Article]:
    """Return the articles as if they had just been opened: nothing of them read yet."""
    return [Article(article.id, article.text) for article in articles]


def _difflib(articles: Sequence[Article], most: int) -> float:
    """Return the CPU seconds that difflib takes for the words of all pairs; reckoned from some, where they are many."""
    split = [article.text.split() for article in articles]
    pairs = list(itertools.combinations(range(len(split)), 2))
    chosen = pairs if len(pairs) <= most else random.Random(2).sample(pairs, most)

    def work() -> None:
        for one, other in chosen:
            SequenceMatcher(None, split[one], split[other]).get_matching_blocks()

    return cpu(work) * len(pairs) / len(chosen)


def _small() -> None:
    """Time the sample story: the first call, later ones on fresh articles, later ones on the same, beside difflib."""
    import seeds
    from quotes.shared import find_shared_quotes

    opened = [Article(path.name, path.read_text("utf-8")) for path in sorted(seeds.sample_story().glob("*.txt"))]
    first = cpu(lambda: find_shared_quotes(_fresh(opened)))
    fresh = cpu(lambda: find_shared_quotes(_fresh(opened)), 20)
    find_shared_quotes(opened)
    again = cpu(lambda: find_shared_quotes(opened), 20)
    yardstick = min(_difflib(opened, 1) for _ in range(20))
    print(
        f"the sample story      first call {first * 1e3:.1f} ms   "
        f"fresh articles {fresh * 1e3:.1f} ms   again {again * 1e3:.1f} ms"
    )
    print(f"                      difflib words {yardstick * 1e3:.1f} ms")


def _beside_difflib(count: int, target: int, most: int) -> None:
    from quotes.shared import find_shared_quotes

    articles = made_up(count)
    find_shared_quotes(made_up(40, seed=9))
    ours = min(cpu(partial(find_shared_quotes, _fresh(articles))) for _ in range(BEST_OF))
    theirs = _difflib(articles, most)
    print(f"{count:6} articles       {ours * 1e3:.0f} ms   difflib words, all pairs {theirs * 1e3:.0f} ms   ", end="")
    print(f"{theirs / ours:.1f} times (wanted: {target})")


def _growth(large: int) -> None:
    """Time larger sets, each in a process of its own, with the memory it needs."""
    seconds = {}
    for count in (*GROWTH, *([large] if large else [])):
        done = subprocess.run(
            [sys.executable, "-m", "bench", "quotes", "--one", str(count)],
            capture_output=True,
            text=True,
            check=True,
            cwd=HERE,
        )
        figures = json.loads(done.stdout)
        seconds[count] = figures["seconds"]
        print(
            f"{count:6} articles       {figures['seconds']:.2f} s CPU   {figures['megabytes']} MB resident   "
            f"{figures['groups']} shared quotes, the largest in {figures['largest']} articles"
        )
    one, other = GROWTH
    print(f"growth                {seconds[other] / seconds[one]:.1f} times from {one} to {other} articles (at most 6)")


def _one(count: int) -> int:
    """Time one set and print the figures as JSON (its own process, so that memory is its own)."""
    from quotes.shared import find_shared_quotes

    articles = made_up(count)
    find_shared_quotes(made_up(300, seed=9))
    start = time.process_time()
    groups = find_shared_quotes(articles)
    seconds = time.process_time() - start
    figures = {
        "seconds": seconds,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "groups": len(groups),
        "largest": max((len({m.article for m in group.members}) for group in groups), default=0),
    }
    print(json.dumps(figures))
    return 0
