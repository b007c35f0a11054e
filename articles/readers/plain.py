"""Text and Markdown: the file is the text."""

from articles.decoding import UndecodableError, decode
from articles.errors import ArticleError
from articles.readers.draft import Draft, Source
from articles.titles import find_title


def read(source: Source) -> list[Draft]:
    """Read a text file: one article, its text untouched."""
    try:
        decoded = decode(source.data, source.options.encoding)
    except UndecodableError as error:
        raise ArticleError(source.shown, str(error), "if it is text, name its encoding with --encoding") from None
    span = find_title(decoded.text)
    title = decoded.text[span.start : span.end] if span else None
    return [
        Draft(decoded.text, title, encoding=decoded.encoding, warnings=decoded.warnings, title_span=span, alone=True)
    ]
