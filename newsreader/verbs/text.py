"""`newsreader text`: the article's text, exactly as the offsets count it."""

from pathlib import Path

import click

from articles.article import Article
from articles.shelf import read_articles
from newsreader.failure import Exit, Failure
from newsreader.opening import read_options
from newsreader.options import Common, common
from newsreader.output import put


@click.command("text")
@common(paths=False)
@click.argument("path", metavar="PATH")
def command(options: Common) -> None:
    """Print one article's text, exactly as the offsets count it.

    One article of a file of several is PATH#KEY: its id, or its number from 1.
    """
    article = _article(options.extra["path"], options)
    put(article.text, options.output, force=options.force, inputs=[article.path])


def _article(name: str, options: Common) -> Article:
    path, key = _split(name)
    if path.is_dir():
        raise Failure(f"{name}: is a folder; name one article file", Exit.USAGE)
    reading = read_articles([path], read_options(options))
    if reading.refused:
        raise reading.refused[0]
    articles = reading.articles
    if key is None and len(articles) == 1:
        return articles[0]
    if key is None:
        raise Failure(f"{name}: holds {len(articles)} articles; name one, such as {name}#1", Exit.USAGE)
    for article in articles:
        if article.id.rpartition("#")[2] == key:
            return article
    if key.isdecimal() and 0 < int(key) <= len(articles):
        return articles[int(key) - 1]
    raise Failure(f"{name}: the file has no article {key}; it holds {len(articles)}", Exit.ARTICLE)


def _split(name: str) -> tuple[Path, str | None]:
    """Part `feed.xml#2` into file and key, unless a file of that very name exists."""
    whole = Path(name)
    file, sign, key = name.rpartition("#")
    if whole.exists() or not sign or not Path(file).exists():
        return whole, None
    return Path(file), key
