"""`newsreader text`: the article's text, exactly as the offsets count it."""

from pathlib import Path

import click

from articles.article import Article
from articles.finding import split_key
from articles.shelf import Reading, read_articles
from newsreader.failure import Exit, Failure
from newsreader.opening import inputs_of, read_options
from newsreader.options import Common, common
from newsreader.output import put
from newsreader.places import store_place


@click.command("text")
@common(paths=False)
@click.argument("path", metavar="PATH")
def command(options: Common) -> None:
    """Print one article's text, exactly as the offsets count it.

    One article of a file of several is PATH#KEY: its id, or its number from 1.
    """
    article = _article(options.extra["path"], options)
    place = store_place(article.path.parent, db=options.db)
    put(article.text, options.output, force=options.force, inputs=inputs_of(place, [article]))


def _article(name: str, options: Common) -> Article:
    file, key = split_key(name)
    path = Path(file)
    if path.is_dir():
        raise Failure(f"{name}: is a folder; name one article file", Exit.USAGE)
    reading = read_articles([path], read_options(options))
    article = reading.articles[0] if key is None and reading.articles else _of_key(reading, path, key or "")
    if article is None or (key is None and reading.refused):
        no_such = Failure(f"{name}: the file has no article {key}; it holds {len(reading.articles)}", Exit.ARTICLE)
        raise reading.refused[0] if reading.refused else no_such
    if key is None and len(reading.articles) > 1:
        raise Failure(f"{name}: holds {len(reading.articles)} articles; name one, such as {name}#1", Exit.USAGE)
    return article


def _of_key(reading: Reading, path: Path, key: str) -> Article | None:
    """Return the article of a key or, where none has it, of that number."""
    articles = reading.articles
    numbered = articles[int(key) - 1] if key.isdecimal() and 0 < int(key) <= len(articles) else None
    return next((article for article in articles if article.id == f"{path.name}#{key}"), numbered)
