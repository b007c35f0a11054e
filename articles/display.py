"""The one door for foreign strings on their way to a terminal.

Article text, titles, file names, notes, tags and error texts may hold escape sequences, control characters and
bidirectional overrides. `harmless` replaces each such character by one visible character, so that offsets hold.
Joiners (ZWJ, ZWNJ) stay: emoji, Persian and Indic scripts need them.
"""

import re

_SIGNS = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421"}
"""C0 and DEL become their control pictures (U+2400 and on); everything else that is replaced becomes U+FFFD."""

# C1; Arabic letter mark; directional marks, line and paragraph separators, embeddings and overrides; deprecated format
# characters and isolates; BOM; interlinear annotation; surrogates; tag characters (invisible ASCII).
_FOREIGN = r"\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f"
_LINE = re.compile(rf"[\x00-\x1f{_FOREIGN}]")
_TEXT = re.compile(rf"[\x00-\x08\x0b-\x1f{_FOREIGN}]")


def _visible(match: re.Match[str]) -> str:
    return _SIGNS.get(ord(match.group()), "\ufffd")


def harmless(string: str) -> str:
    """Return a string as one line, every control character replaced by a visible one, one for one."""
    if string.isascii() and string.isprintable():
        return string
    return _LINE.sub(_visible, string)


def harmless_text(text: str) -> str:
    """Return a text of several lines likewise; line feeds and tabs stay."""
    return _TEXT.sub(_visible, text)
