"""What XML cannot hold: most control characters and lone surrogates have no form in it, not even an escaped one."""

import re

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """Return a text in which every character that XML forbids is U+FFFD, one for one."""
    return _FORBIDDEN.sub("\ufffd", text)
