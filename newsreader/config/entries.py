"""What the configuration file holds: every entry is checked; what is wrong is told with its line and left out."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from newsreader.config.keys import read_keys
from newsreader.config.tags import read_tags
from newsreader.config.told import SETTINGS, Told, belongs, nearest, shown
from newsreader.config.toml_lines import lines_of, read
from tui.settings import LINE_SPACING, TEXT_WIDTH, THEMES, Settings

_ENTRIES = (*SETTINGS, "keys", "tags")


def parse(content: bytes, name: str) -> Settings:
    """Read the bytes of a configuration file.

    Args:
        content: TOML in UTF-8.
        name: The file's name, for the warnings.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content.count(b"\n", 0, error.start) + 1
        return Settings(warnings=(f"{name}, line {row}: is not UTF-8; save the file as UTF-8; the defaults hold",))
    text = text.replace("\r\n", "\n")
    entries, faults = read(text)
    told = Told(name, lines_of(text))
    for number, reason in faults:
        told.at_line(number, f"cannot be read ({reason}); the line is left out")
    return _settings(entries, told)


def _settings(entries: dict[str, Any], told: Told) -> Settings:
    default = Settings()
    for name in entries:
        if name not in _ENTRIES:
            told.at((name,), f'"{name}" is no setting{belongs(name) or nearest(name, _ENTRIES)}; it is left out')
    read_entry: dict[str, Callable[[Any], Any]] = {
        "theme": lambda value: _theme(value, told),
        "text-width": lambda value: _number("text-width", value, TEXT_WIDTH, default.text_width, told),
        "line-spacing": lambda value: _number("line-spacing", value, LINE_SPACING, default.line_spacing, told),
        "annotator": lambda value: _annotator(value, told),
        "speaker-model": lambda value: _speaker_model(value, told),
        "tags": lambda value: read_tags(value, told),
        "keys": lambda value: read_keys(value, told),
    }
    values = {name.replace("-", "_"): reader(entries[name]) for name, reader in read_entry.items() if name in entries}
    return replace(default, **values, warnings=tuple(message for _, message in sorted(told.warnings)))


def _theme(value: Any, told: Told) -> str:
    if isinstance(value, str) and value in THEMES:
        return value
    if isinstance(value, str):
        told.at(("theme",), f"{shown(value)} is no theme{nearest(value, THEMES)}; {Settings().theme} stays")
    else:
        told.at(("theme",), f'a theme is a name ("nord"), not {shown(value)}; {Settings().theme} stays')
    return Settings().theme


def _number(name: str, value: Any, allowed: range, default: int, told: Told) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value in allowed:
        return value
    told.at(
        (name,), f"{name} is a number from {allowed.start} to {allowed.stop - 1}, not {shown(value)}; {default} stays"
    )
    return default


def _annotator(value: Any, told: Told) -> str:
    if isinstance(value, str) and value.isprintable() and len(value) <= 200:
        return value.strip()
    told.at(("annotator",), f"annotator is a name in marks, not {shown(value)}; the login name stays")
    return ""


def _speaker_model(value: Any, told: Told) -> str:
    if isinstance(value, str) and value.isprintable():
        return value.strip()
    told.at(("speaker-model",), f"speaker-model is the name of a model in marks, not {shown(value)}; none is used")
    return ""
