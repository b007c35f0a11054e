"""What `newsreader fetch` saves beside a page: `page.html` has `page.html.meta.json`."""

import json
from collections.abc import Mapping

from articles.errors import ArticleError
from articles.files import read_whole

SUFFIX = ".meta.json"
FORMAT = "newsreader/page"
LARGEST = 100_000
"""Bytes of such a file at most."""


def saved_beside(path: str) -> dict[str, str]:
    """Return what is known of a page from its fetching: url, title, date, encoding; nothing of one that was not."""
    try:
        told = json.loads(read_whole(path + SUFFIX, LARGEST))
    except (ArticleError, ValueError, RecursionError):
        return {}
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        return {}
    return {name: value for name, value in told.items() if isinstance(value, str)}


def text_beside(told: Mapping[str, str | int | None]) -> str:
    """Return the content of such a file."""
    known = {name: value for name, value in told.items() if value is not None}
    return json.dumps({"format": FORMAT, "version": 1, **known}, ensure_ascii=False, indent=1) + "\n"
