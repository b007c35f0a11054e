"""Newsletters (.eml): the plain part of a mail, else the text of its HTML part."""

from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from articles.decoding import Decoded, UndecodableError, decode
from articles.errors import ArticleError
from articles.readers.draft import Draft, Source
from articles.readers.html_page import declared_encoding
from articles.readers.markup import one_line, text_of


def read(source: Source) -> list[Draft]:
    """Read a mail: one article; its subject is the title, its sender the outlet.

    Raises:
        ArticleError: It has no text.
    """
    message = message_from_bytes(source.data)
    part = _body(message, "text/plain") or _body(message, "text/html")
    if part is None:
        raise ArticleError(source.shown, "a mail without a text", "save the text of the mail as a file")
    try:
        decoded = _decoded(payload(part), source.options.encoding, part.get_content_charset())
    except UndecodableError as error:
        raise ArticleError(source.shown, f"its text is {error}", "name its encoding with --encoding") from None
    is_html = part.get_content_type() == "text/html"
    sender, address = parseaddr(_header(message, "From"))
    return [
        Draft(
            text_of(decoded.text) if is_html else decoded.text,
            title=one_line(_header(message, "Subject")),
            outlet=one_line(sender or address),
            date=_date(message),
            encoding=decoded.encoding,
            extractor="newsreader-markup 1" if is_html else None,
            warnings=decoded.warnings,
            alone=True,
        )
    ]


def payload(part: Message) -> bytes:
    """Return the bytes of a part, its transfer encoding undone."""
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError):  # a broken transfer encoding
        return b""
    return data if isinstance(data, bytes) else b""


def _body(message: Message, content_type: str) -> Message | None:
    """Return the first part of a type that is no attachment and holds something."""
    for part in message.walk():
        wanted = part.get_content_type() == content_type and part.get_content_disposition() != "attachment"
        if wanted and payload(part).strip():
            return part
    return None


def _decoded(data: bytes, chosen: str | None, declared: str | None) -> Decoded:
    return decode(data, chosen or declared_encoding(data, declared))


def _header(message: Message, name: str) -> str:
    """Return a header, decoded."""
    value = message.get(name, "")
    try:
        pieces = decode_header(str(value))
    except (MessageError, ValueError, LookupError):
        return str(value)
    return "".join(piece if isinstance(piece, str) else _bytes_of(piece, charset) for piece, charset in pieces)


def _bytes_of(piece: bytes, charset: str | None) -> str:
    try:
        return piece.decode(charset or "utf-8", "replace")
    except (LookupError, ValueError):  # no such encoding, or no name that one could have
        return piece.decode("utf-8", "replace")


def _date(message: Message) -> str | None:
    try:
        return parsedate_to_datetime(_header(message, "Date")).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
