"""Articles and findings as the JSON documents of the contract (sections 3 and 5)."""

import os
from pathlib import Path
from typing import Any

from articles.article import Article
from quotes.model import Member, Passage, Quotation, SharedQuote

Document = dict[str, Any]


def article_document(article: Article, root: Path) -> Document:
    """Return an article's entry: `path` relative to `root`, absolute only where the file lies elsewhere."""
    document: Document = {
        "article": article.id,
        "path": relative_path(article.path, root),
        "title": article.title,
        "outlet": article.outlet,
        "length": len(article.text),
        "sha256": article.sha256,
        "encoding": article.encoding,
    }
    further = {"author": article.author, "date": article.date, "url": article.url, "extractor": article.extractor}
    document |= {name: value for name, value in further.items() if value}
    if article.warnings:
        document["warnings"] = list(article.warnings)
    return document


def relative_path(path: Path, root: Path) -> str:
    """Return a path relative to a folder in POSIX form, absolute where it lies elsewhere."""
    try:
        return Path(os.path.abspath(path)).relative_to(os.path.abspath(root)).as_posix()
    except ValueError:
        return Path(os.path.abspath(path)).as_posix()


def passage_document(passage: Passage) -> Document:
    """Return the entry of a stretch of boilerplate."""
    return {"article": passage.article, "start": passage.start, "end": passage.end, "text": passage.text}


def quotation_document(quotation: Quotation) -> Document:
    """Return the entry of a quotation."""
    return passage_document(quotation) | {"speaker": quotation.speaker, "kind": quotation.kind}


def member_document(member: Member) -> Document:
    """Return the entry of a member of a group."""
    return passage_document(member) | {"speaker": member.speaker, "wording": member.wording}


def group_document(group: SharedQuote) -> Document:
    """Return the entry of a shared quote."""
    return {"id": group.id, "speaker": group.speaker, "members": [member_document(member) for member in group.members]}
