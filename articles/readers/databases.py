"""What news databases export: files of one or many articles, each with a head and an end of its own.

Nexis ends each with a line "End of Document" and puts "Body" before the text and "Load-Date:" or "Classification"
behind it; Factiva ends each with "Document" and its number.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from articles.readers.draft import Draft

_END = re.compile(
    r"^[^\S\n]*(?:End of Document|Document (?P<key>[A-Z]{3,8}0{2,6}(?:19|20)\d{6}\w{5,20}))[^\S\n]*$", re.MULTILINE
)
_BODY = re.compile(r"^[^\S\n]*Body[^\S\n]*$", re.MULTILINE)
_TAIL = re.compile(r"^[^\S\n]*(?:Load-Date:.*|Classification|Graphic)[^\S\n]*$", re.MULTILINE)
_DATE = re.compile(r"\b(?:\d{1,2}\.? )?[A-Z][a-zäéû]{2,9}\.? (?:\d{1,2}, )?(?:19|20)\d\d\b")
_HEAD_LINES = 8


def articles_in(whole: Draft) -> list[Draft]:
    """Return the articles of a text that a news database exported; of any other text, the one that it is."""
    pieces = list(_pieces(whole.text))
    if not pieces:
        return [replace(whole, alone=True)]
    drafts = [_article(whole, text, key) for text, key in pieces]
    return [replace(drafts[0], alone=True)] if len(drafts) == 1 else drafts


def _pieces(text: str) -> Iterator[tuple[str, str | None]]:
    """Yield the text of each article up to its end line, and the database's number of it."""
    start = 0
    for match in _END.finditer(text):
        piece = text[start : match.start()].strip()
        if piece:
            yield piece, match.group("key")
        start = match.end()


def _article(whole: Draft, piece: str, key: str | None) -> Draft:
    """Return an article with what its head says: headline, outlet, date."""
    head = [line.strip() for line in piece.split("\n")[: _HEAD_LINES * 2] if line.strip()]
    body = _BODY.search(piece)
    tail = _TAIL.search(piece, body.end() if body else 0)
    if body is None:
        return replace(whole, text=piece, title=head[0], author=None, key=key)
    date = next((match.group() for line in head[1:_HEAD_LINES] if (match := _DATE.search(line))), None)
    text = piece[body.end() : tail.start() if tail else len(piece)].strip()
    outlet = head[1] if len(head) > 2 else None
    return replace(whole, text=text, title=head[0], outlet=outlet, date=date, author=_byline(head), key=key)


def _byline(head: list[str]) -> str | None:
    return next((line.partition(":")[2].strip() or None for line in head if line.startswith("Byline:")), None)
