"""Colours of tags as #rrggbb, for formats and reports that need a real one."""

import re
from zlib import crc32

_NAMED = {
    "orange": "#e8a33d",
    "blue": "#4c8fd6",
    "grey": "#9aa0a6",
    "gray": "#9aa0a6",
    "green": "#5aa469",
    "red": "#d9605a",
    "purple": "#9b72c9",
    "pink": "#d977a8",
    "yellow": "#cdb53f",
    "teal": "#3fa39b",
    "brown": "#a47c54",
}
_CHOICE = [colour for name, colour in _NAMED.items() if name not in ("orange", "blue", "grey", "gray")]


def hex_of(colour: str, name: str) -> str:
    """Return a tag's colour as #rrggbb.

    Args:
        colour: As the code book has it: a name, #rrggbb, or nothing.
        name: The tag, which settles the colour where the code book does not.
    """
    if re.fullmatch("#[0-9a-fA-F]{6}", colour):
        return colour.lower()
    return _NAMED.get(colour, _CHOICE[crc32(name.encode("utf-8", "replace")) % len(_CHOICE)])
