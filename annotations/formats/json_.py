"""`json`: the project's own format, whole: code book, articles, annotations, shared quotes (docs/formats.md).

`annotations.schema.json` beside this module describes it; `newsreader export --schema` prints that file.
"""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from annotations.annotation import Document
from annotations.formats.check import checked, checked_tags
from annotations.formats.errors import FormatError
from annotations.formats.exchange import Exchange
from annotations.formats.jsonfile import encode, listed, parse, read_text
from annotations.formats.shape import File, Incoming
from annotations.formats.units import UTF_16
from articles.article import Article
from quotes.documents import article_document, group_document
from quotes.model import SharedQuote

NAME = "newsreader/annotations"
VERSION = 1


def schema() -> str:
    """Return the JSON Schema of the format."""
    return files("annotations.formats").joinpath("annotations.schema.json").read_text("utf-8")


def write(exchange: Exchange) -> Iterator[File]:
    """Write the one JSON document."""
    yield File("", _chunks(exchange))


def _chunks(exchange: Exchange) -> Iterator[str]:
    head = encode({"format": NAME, "version": VERSION, "offset_unit": exchange.unit})
    yield head[:-1] + ",\n"
    yield from listed("tags", (tag.to_document() for tag in exchange.tags))
    yield ",\n"
    yield from listed("articles", [*(_article(exchange, article) for article in exchange.articles), *exchange.gone])
    yield ",\n"
    yield from listed("annotations", _annotations(exchange))
    yield ",\n"
    yield from listed("groups", (_group(exchange, group) for group in exchange.groups))
    yield "}\n"


def _article(exchange: Exchange, article: Article) -> Document:
    document = article_document(article, exchange.root)
    document["length"] = exchange.outward(article.id, document["length"])
    return document


def _annotations(exchange: Exchange) -> Iterator[Document]:
    """Yield the documents; one whose offsets could not be converted says so."""
    if exchange.unit != UTF_16:
        yield from exchange.documents()
        return
    for annotation, document in zip(exchange.annotations, exchange.documents(), strict=True):
        unit = exchange.unit_of(annotation)
        yield document if unit == exchange.unit else document | {"offset_unit": unit}


def _group(exchange: Exchange, group: SharedQuote) -> Document:
    document = group_document(group)
    for member in document["members"]:
        for edge in ("start", "end"):
            member[edge] = exchange.outward(member["article"], member[edge])
    return document


def read(path: Path) -> Incoming:
    """Read the JSON document.

    Raises:
        FormatError: It is another format, another version, or damaged.
    """
    whole = parse(read_text(path), str(path))
    if not isinstance(whole, dict) or whole.get("format") != NAME:
        raise FormatError(f"{path}: is no export of annotations (its format is not {NAME}); name its --format")
    if whole.get("version") != VERSION:
        raise FormatError(
            f"{path}: has version {whole.get('version')!r}, this program reads {VERSION}; update the program"
        )
    unit = whole.get("offset_unit")
    documents = whole.get("annotations")
    if not isinstance(documents, list):
        raise FormatError(f"{path}: has no list of annotations; export it again")
    return Incoming(
        [checked(document, f"{path}, annotation {number}", unit) for number, document in enumerate(documents, start=1)],
        checked_tags(whole.get("tags", []), str(path)),
    )
