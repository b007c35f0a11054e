"""The names of keys as a configuration may write them."""

import unicodedata

from tui.actions import textual_key

_NAMED = (
    *("escape", "enter", "tab", "space", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown"),
    *("up", "down", "left", "right"),
    *(f"f{number}" for number in range(1, 25)),
)
_SIGNS = tuple(chr(code) for code in range(0x21, 0x7F))
_MODIFIERS = ("ctrl", "alt", "shift")

KEY_NAMES = (
    *_NAMED,
    *(f"shift+{name}" for name in _NAMED),
    *(f"ctrl+{name}" for name in (*_NAMED, *"abcdefghijklmnopqrstuvwxyz")),
    *(f"alt+{name}" for name in (*_NAMED, *"abcdefghijklmnopqrstuvwxyz")),
)
"""Keys that have a name; signs and letters stand for themselves."""

_LONG_NAMES = {textual_key(sign): sign for sign in _SIGNS if not sign.isalnum()}


def sign_of(key: str) -> str:
    """Return a key in the form of the table of actions: `question_mark` and `?` are `?`, `Ctrl+Z` is `ctrl+z`.

    Returns:
        The key, or the empty string where it is none.
    """
    key = _LONG_NAMES.get(key.strip().lower(), key.strip())
    if len(key) == 1:
        return key if key.isprintable() and not key.isspace() and not unicodedata.combining(key) else ""
    *modifiers, name = _parts(key)
    if not modifiers:
        return name.lower() if name.lower() in _NAMED else ""
    if any(modifier not in _MODIFIERS for modifier in modifiers) or len(set(modifiers)) < len(modifiers):
        return ""
    return _modified(sorted(modifiers, key=_MODIFIERS.index), name)


def _parts(key: str) -> list[str]:
    """Split `ctrl+shift+left` at its plus signs; the last part may itself be a plus sign."""
    head, plus, last = key[:-1].rpartition("+")
    return [*(part.strip().lower() for part in head.split("+")), last + key[-1]] if plus else [key]


def _modified(modifiers: list[str], name: str) -> str:
    """Return a key with modifiers; a shifted letter stands for itself, in other cases it cannot be told apart."""
    if name.lower() in _NAMED:
        return "+".join((*modifiers, name.lower()))
    sign = _LONG_NAMES.get(name.lower(), name)
    if len(sign) != 1 or "shift" in modifiers:
        return sign.upper() if modifiers == ["shift"] and len(sign) == 1 and sign.isalpha() else ""
    if "ctrl" in modifiers and not (sign.isascii() and sign.isalpha()):
        return ""
    return "+".join((*modifiers, sign.lower() if "ctrl" in modifiers else sign))
