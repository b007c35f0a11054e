"""What a person can set, as plain data. The configuration file is read in newsreader/config/."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from annotations.tags import BUILT_IN, Tag

OWN_THEMES = ("newsreader-dark", "newsreader-light")
TEXTUAL_THEMES = (
    *("textual-dark", "textual-light", "nord", "gruvbox", "catppuccin-mocha", "dracula", "tokyo-night", "monokai"),
    *("flexoki", "catppuccin-latte", "catppuccin-frappe", "catppuccin-macchiato", "solarized-light", "solarized-dark"),
    *("rose-pine", "rose-pine-moon", "rose-pine-dawn", "atom-one-dark", "atom-one-light", "ansi-dark", "ansi-light"),
)
"""Those of Textual 8.2, written down so that the configuration is read without importing Textual; a test compares."""
THEMES = OWN_THEMES + TEXTUAL_THEMES

TEXT_WIDTH = range(20, 201)
"""Columns of text that may be asked for."""
LINE_SPACING = range(4)
OWN_TAG_KEYS = ("4", "5", "6", "7", "8", "9")


@dataclass(frozen=True, slots=True)
class Settings:
    """The effective settings of the reading room; the defaults are those of a new user."""

    theme: str = "newsreader-dark"
    text_width: int = 72
    """Columns of text at most."""
    line_spacing: int = 0
    """Blank rows between lines."""
    annotator: str = ""
    speaker_model: str = ""
    """The model that adds speakers to those of the rules: a package or a folder; empty for none."""
    tags: tuple[Tag, ...] = BUILT_IN
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys of the user's own, by the action's name; an action that is not in it has the keys of the table."""
    warnings: tuple[str, ...] = ()
    """What of the configuration was left out, and why; shown once."""
