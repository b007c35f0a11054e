"""The lines that web clippers put before a text in Markdown, between two lines of `---`: title, author, date."""

import re
from collections.abc import Mapping

_BLOCK = re.compile(r"\A---[ \t]*\n((?:(?!---|\.\.\.)[^\n]*\n){1,100})(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_ENTRY = re.compile(r"^([A-Za-z][\w -]{0,30}):[ \t]*([^\n]*(?:\n[ \t]*-[ \t][^\n]*)*)$", re.MULTILINE)
"""A name and its value, on the same line or as a list of lines that begin with hyphens."""

_NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "author": ("author", "authors", "byline"),
    "date": ("published", "date", "created"),
    "url": ("url", "source", "link", "canonical"),
    "outlet": ("outlet", "publication", "publisher", "site", "source"),
}


def front_matter(text: str) -> Mapping[str, str]:
    """Return what the lines before a text say: title, author, date, url and outlet, as far as they do.

    Single values only: it is not read as YAML, which can say far more, and far worse.
    """
    block = _BLOCK.match(text)
    if block is None:
        return {}
    entries = {name.casefold(): _plain(value) for name, value in _ENTRY.findall(block.group(1))}
    found = {field: next(filter(None, map(entries.get, names)), "") for field, names in _NAMES.items()}
    if not found["url"].startswith(("http://", "https://")):
        found["url"] = ""
    if found["outlet"] == found["url"] or found["outlet"].startswith("http"):
        found["outlet"] = ""
    return {field: value for field, value in found.items() if value}


def after_front_matter(text: str) -> int:
    """Return where the text behind such lines begins (code points); 0 where there are none."""
    block = _BLOCK.match(text)
    return block.end() if block else 0


def _plain(value: str) -> str:
    """Return a value as one line, without quotation marks and the brackets of lists and links."""
    items = [re.sub(r"^-\s+", "", item.strip()) for item in value.split("\n")]
    bare = (re.sub(r"\[\[|\]\]|^\[|\]$", "", item.strip("\"'")) for item in items)
    return ", ".join(filter(None, (" ".join(item.strip(" \"'").split()) for item in bare)))
