"""By which words a single paragraph is known for boilerplate: some tell at once, the others are weighed.

A story about newsletters, cookies or donations has their words too. What tells it from an outlet that speaks of them to
its readers is who is spoken to, what is asked, and where it stands. The weights are set by hand; none is enough alone.
"""

import re

from quotes.lexicon.boilerplate import (
    ASKS,
    BEGINS,
    BIOGRAPHY,
    MATTERS,
    OUTLET,
    READER,
    REPORTS,
    SAYS,
    TOPICS,
    WHOLE,
)
from quotes.lexicon.pages import CREDIT
from quotes.marks import DOUBLE_MARKS

_LONGEST = 90
"""Words: a longer paragraph is no boilerplate for its words alone."""
_LONGEST_LINE = 1_500
"""Characters of such a paragraph at the most: patterns are not let loose on lines without end."""
_LONGEST_LABEL = 500
"""Characters of a link or label at the most."""
_BEGINNING = 150
"""Characters that the beginning of a paragraph has."""
_LONGEST_CREDIT = 60
"""Words of a caption at the most."""
_ENOUGH = 0.9
"""From which sum of weights a paragraph is boilerplate."""

_TOPIC = 0.5
"""It speaks of what outlets offer or ask: newsletters, cookies, support."""
_MATTER = 0.3
"""It speaks of what stories speak of too, an app, an account, donations, and asks for something."""
_LATE = 0.15
"""It stands in the last quarter of the article."""
_SHORT = 0.1
"""It has few words ..."""
_FEW = 15
"""... no more than these."""
_SIGNS = (
    (READER, 0.3),
    (OUTLET, 0.2),
    (ASKS, 0.4),
    (re.compile(f"[{DOUBLE_MARKS}]"), -0.4),
    (REPORTS, -0.3),
)
"""It says you, or we; asks to do something; quotes, or says who said something."""


def known_by(line: str, late: bool) -> str | None:
    """Return by what a paragraph is known for boilerplate, in words; None where it is not.

    Args:
        line: The paragraph.
        late: Whether it stands in the last quarter of the article.
    """
    if len(line) <= _LONGEST_LABEL and WHOLE.match(line):
        return "a link, label or credit of the page"
    if BEGINS.match(line[:_BEGINNING]):
        return "refers to other pages, or speaks of this text"
    if len(line) > _LONGEST_LINE or len(line.split()) > _LONGEST or line.lstrip()[:1] in DOUBLE_MARKS:
        return None
    if len(line.split()) <= _LONGEST_CREDIT and CREDIT.search(line):
        return "a caption with who made the picture"
    if SAYS.search(line):
        return "asks the reader for something, or states rights and terms"
    return _weighed(line, late)


def _weighed(line: str, late: bool) -> str | None:
    """Weigh what a paragraph speaks of, to whom and where."""
    if late and BIOGRAPHY.match(line) and not REPORTS.search(line):
        return "says who wrote it"
    topic = TOPICS.search(line)
    subject = topic or (MATTERS.search(line) if ASKS.search(line) else None)
    if subject is None:
        return None
    weight = (_TOPIC if topic else _MATTER) + (_LATE if late else 0) + (_SHORT if len(line.split()) <= _FEW else 0)
    weight += sum(worth for sign, worth in _SIGNS if sign.search(line))
    return f"speaks to the reader of “{' '.join(subject.group().split())}”" if weight >= _ENOUGH else None
