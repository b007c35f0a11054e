"""Paragraphs that are not the story: pleas for money, links, credits, legal lines."""

import re
from collections.abc import Sequence

from articles.article import Article
from quotes.model import Passage

_CUES = re.compile(
    r"^!?\[[^\]]*\]\(\S+\)$|^(?:https?://|www\.)\S+$|\b(?:remind me later|dear readers|subscribe|newsletter|sign up|donate|"
    r"read more|support us|your support|message from)\b|\b(?:we|our)\b.*\b(?:journalis[mt]s?|our work)\b",
    re.IGNORECASE,
)


def find_boilerplate(articles: Sequence[Article]) -> list[Passage]:
    """Return the paragraphs that are boilerplate, by article and place."""
    return [
        Passage(article.id, start, end, article.text[start:end])
        for article in articles
        for start, end in article.paragraphs
        if _CUES.search(article.text[start:end])
    ]
