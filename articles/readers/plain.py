"""Text and Markdown: the file is the text."""

from articles.article import Span
from articles.readers.draft import Draft, Source
from articles.readers.front_matter import after_front_matter, front_matter
from articles.titles import find_title


def read(source: Source) -> list[Draft]:
    """Read a text file: one article, its text untouched."""
    decoded = source.decoded(advice="if it is text, name its encoding with --encoding")
    text = decoded.text
    told = front_matter(text) if text.startswith("---") else {}
    span = None if "title" in told else _title(text)
    return [
        Draft(
            text,
            title=text[span.start : span.end] if span else told.get("title"),
            title_span=span,
            outlet=told.get("outlet"),
            author=told.get("author"),
            date=told.get("date"),
            url=told.get("url"),
            encoding=decoded.encoding,
            warnings=decoded.warnings,
            alone=True,
        )
    ]


def _title(text: str) -> Span | None:
    """Return where the title stands in a text, behind what a web clipper put before it."""
    start = after_front_matter(text)
    span = find_title(text[start:] if start else text)
    return Span(span.start + start, span.end + start) if span else None
