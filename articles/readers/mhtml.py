"""Web archives (.mhtml, .mht): the page that a browser saved in one file with its pictures; the page alone is read."""

from email import message_from_bytes
from email.message import Message

from articles.errors import ArticleError
from articles.readers.draft import Draft, Source
from articles.readers.html_page import declared_encoding, decode_page, read_page
from articles.readers.mail import payload


def read(source: Source) -> list[Draft]:
    """Read a web archive: one article.

    Raises:
        ArticleError: No page is in it.
    """
    message = message_from_bytes(source.data)
    page = _page(message)
    if page is None:
        raise ArticleError(source.shown, "a web archive without a page in it", "save the page again as HTML")
    data = payload(page)
    charset = page.get_content_charset()
    inner = source.replaced(data, encoding=declared_encoding(data, charset) or "")
    url = message.get("Snapshot-Content-Location") or page.get("Content-Location")
    return [read_page(inner, decode_page(inner), url=str(url) if url else None)]


def _page(message: Message) -> Message | None:
    """Return the first part that is a web page."""
    return next(
        (part for part in message.walk() if part.get_content_type() in {"text/html", "application/xhtml+xml"}), None
    )
