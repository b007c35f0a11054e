"""The one door for foreign strings on their way to a terminal.

Article text, titles, file names, notes, tags and error texts may hold escape sequences, control characters and
bidirectional overrides. `harmless` replaces each such character by one visible character, so that offsets hold.
"""

_PICTURES = {code: 0x2400 + code for code in range(0x20)}
_REPLACED = [0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF, *range(0xFFF9, 0xFFFC)]
_TABLE = (
    _PICTURES
    | {0x7F: 0x2421}
    | dict.fromkeys(range(0x80, 0xA0), 0xFFFD)
    | dict.fromkeys(_REPLACED, 0xFFFD)
    | dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)
    | dict.fromkeys(range(0xE0000, 0xE0080), 0xFFFD)
)
_TEXT_TABLE = {code: sign for code, sign in _TABLE.items() if code not in (0x09, 0x0A)}


def harmless(string: str) -> str:
    """Return a one-line string with every control character replaced by a visible one, one for one."""
    return string.translate(_TABLE)


def harmless_text(text: str) -> str:
    """Return a text of several lines likewise; line feeds and tabs stay."""
    return text.translate(_TEXT_TABLE)
