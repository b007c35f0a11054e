"""The tables of a store, named in one place, and what a change of them is."""

from dataclasses import dataclass
from typing import Any

Document = dict[str, Any]
Tables = dict[str, dict[str, Document]]
"""Table name -> TinyDB's id (a decimal string) -> document; the very shape of the file."""

ANNOTATIONS = "annotations"
TAGS = "tags"
"""The user's own tags, by name."""
ARTICLES = "articles"
"""Where the articles are, by article id."""
REJECTED = "rejected"
"""Suggestions that a person rejected, by their key."""
HISTORY = "history"
"""What was done, a document a change: the steps of undo and redo."""
SUMS = "_sums"
"""Checksums of the documents, to see what was changed from outside."""
META = "_meta"
"""Format, schema, generation, seal: one document."""


@dataclass(frozen=True, slots=True)
class Change:
    """One document that is put (or, if None, taken out)."""

    table: str
    doc_id: int
    """TinyDB's id here; where another process has given it away already, the document gets another one."""
    key: str
    """What the document is known by everywhere: its `id`, else `#` and TinyDB's id."""
    document: Document | None


def key_of(doc_id: int | str, document: Document) -> str:
    """Return what a document is known by, whatever TinyDB's ids are."""
    name = document.get("id")
    return name if isinstance(name, str) and name else f"#{doc_id}"
