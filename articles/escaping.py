"""Foreign text in files that people read: pages and Markdown. (On its way to a terminal it passes `display`.)"""

import re

_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_MARK_UP = re.compile(r"([\\`*_{}\[\]<>#|~$&])")


def shown(text: str) -> str:
    """Return a text as a page may show it: control characters and directional overrides are U+FFFD, one for one."""
    return _UNSHOWN.sub("\ufffd", text)


def in_markdown(text: str) -> str:
    """Return a text on one line, in a form that no Markdown reader takes for mark-up, not even in a table."""
    return _MARK_UP.sub(r"\\\1", " ".join(shown(text).split()))
