"""Invented articles, and short ways to make and look at stores."""

import json
from pathlib import Path
from typing import Any

from tinydb import TinyDB

from annotations.store import Store, open_store
from articles.article import Article

TEXT = (
    "The river rose again on Monday, and the mayor of Lindfurt said: “We have seen worse, and we will see worse.”\n\n"
    "« Personne ne dort ici », said a baker. „Niemand schläft“, wrote the paper. 河水又涨了。\n\n"
    "“The dam is sound,” the engineer told the council, “but it is old.” "
    "👩‍👩‍👧 Cafe\u0301 owners were not convinced.\n\n"
    "\u05d4\u05e0\u05d4\u05e8 \u05e2\u05dc\u05d4. It's 40\u00a0km to the sea, and nobody – nobody at all – "
    "can say when it will stop."
)
ARTICLE = Article("river/one.txt", TEXT, title="The river", path=Path("/nowhere/river/one.txt"))
OTHER = Article("river/two.txt", "Another paper: “We have seen worse,” the mayor said. " * 5)


def span(words: str, article: Article = ARTICLE) -> tuple[int, int]:
    """Return where words stand in an article."""
    start = article.text.index(words)
    return start, start + len(words)


def opened(path: Path, annotator: str = "ann", **options: Any) -> Store:
    """Open a store."""
    return open_store(path, annotator=annotator, **options)


def filled(path: Path, number: int, annotator: str = "ann") -> list[str]:
    """Make a store of some annotations; return their ids."""
    with opened(path, annotator) as store:
        return [store.add(ARTICLE, [(at, at + 5)], "claim", note=f"note {at}").id for at in range(number)]


def plain(path: Path) -> dict[str, dict[str, object]]:
    """Return what plain TinyDB finds in the table of annotations, by id."""
    with TinyDB(path, access_mode="r") as database:
        return {document["id"]: dict(document) for document in database.table("annotations").all()}


def ids(store: Store) -> set[str]:
    """Return the ids of the live annotations."""
    return {annotation.id for annotation in store.annotations()}


def edited(path: Path, change: object) -> None:
    """Change a file as another program would: read the JSON, let `change` alter it, write it in place."""
    data = json.loads(path.read_text("utf-8"))
    change(data)  # type: ignore[operator]
    path.write_text(json.dumps(data), "utf-8")
