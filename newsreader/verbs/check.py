"""`newsreader check`: the store's health."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from articles.reading import Reading
from newsreader.failure import Exit, Failure, complain
from newsreader.opening import existing_store, exit_code, inputs_of, read_for_store
from newsreader.options import Common, annotator_name, common
from newsreader.output import put
from newsreader.places import Place

if TYPE_CHECKING:
    from annotations.health import Health
    from articles.article import Article


@click.command("check")
@common()
@click.option("--fold", is_flag=True, help="Fold the journal into the TinyDB file now.")
@click.option("--repair", is_flag=True, help="Put together beside the store what its files hold; nothing is changed.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or for programs.",
)
def command(options: Common) -> int:
    """Tell the store's health: counts, and what moved, is orphaned, was recovered, set aside or changed from outside.

    Annotations of an article whose text has changed are looked for again, and the outcome is saved.
    """
    from annotations.errors import StoreError, UnsavedError
    from annotations.health import check_store

    reading, place = _opened(options)
    try:
        health = check_store(
            _store(place, options),
            reading.articles,
            fold=options.extra["fold"],
            repair=options.extra["repair"],
            annotator=annotator_name(options.annotator),
        )
    except UnsavedError as error:
        raise Failure(str(error), Exit.WRITE) from error
    except StoreError as error:
        raise Failure(str(error), Exit.STORE) from error
    answer = _json(health, reading.articles) if options.extra["form"] == "json" else _text(health, reading.articles)
    put(answer, options.output, force=options.force, inputs=inputs_of(place, reading.articles))
    for gone in reading.refused if not options.paths else ():
        complain(f"{gone}; its annotations are kept")
    if health.refused:
        raise Failure(health.refused, Exit.STORE)
    return exit_code(reading, options)


def _opened(options: Common) -> tuple[Reading, Place]:
    """Read the articles; a store that cannot say where they are can be repaired all the same."""
    try:
        return read_for_store(options)
    except Failure as failure:
        if options.paths or not options.db or not options.extra["repair"] or failure.code != Exit.STORE:
            raise
        return Reading([], [], [], Path()), Place(Path(options.db))


def _store(place: Place, options: Common) -> Path:
    """Return the store's path; one that is gone can be repaired from what lies beside it."""
    return place.path if options.extra["repair"] and place.path is not None else existing_store(place)


def _json(health: "Health", articles: "list[Article]") -> str:
    document = {"format": "newsreader/health", "version": 1, "good": health.good, **health.to_document()}
    document["readings"] = [
        {"article": article.id, "encoding": article.encoding, "warnings": list(article.warnings)}
        for article in articles
    ]
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _text(health: "Health", articles: "list[Article]") -> str:
    """Say it in lines: the counts first, then what somebody has to do, then what was done."""
    articles_told = _count(len(health.by_article), "article")
    lines = [f"{health.path}: {_count(health.annotations, 'annotation')} in {articles_told}"]
    lines += [f"  {tag}: {count}" for tag, count in health.by_tag.items()]
    lines += [f"  {state}: {count}" for state, count in sorted(health.states.items())]
    lines += _changed_places("moved, look whether it still fits", health.moved)
    lines += _changed_places("orphaned, its words are gone", health.orphaned)
    lines += [f"changed from outside: {name}" for name in health.changed_outside]
    lines += [f"removed from outside: {name}" for name in health.removed_outside]
    lines += [f"no annotation: {row}" for row in health.no_annotations]
    lines += [f"set aside: {name}" for name in health.set_aside]
    lines += health.messages
    lines += [f"read-only: {health.read_only}"] if health.read_only else []
    lines += [f"{_count(health.unfolded, 'change')} in the journal; --fold puts them into the file"] * bool(
        health.unfolded
    )
    lines += [f"{_count(health.folded, 'change')} folded into the file"] * bool(health.folded)
    lines += [f"put together beside it: {health.repaired}"] * bool(health.repaired)
    lines += [f"{article.id}: {warning}" for article in articles for warning in article.warnings]
    return "\n".join([*lines, "all is well" if health.good else "something to look at"]) + "\n"


def _changed_places(what: str, rows: "list[dict[str, object]]") -> list[str]:
    return [f"{what}: {row['article']}: {row['tag']}: {_quoted(row['old'])} -> {_quoted(row['new'])}" for row in rows]


def _quoted(text: object) -> str:
    return f"“{text}”".replace("\n", " ") if text else "nothing"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" + ("" if number == 1 else "s")
