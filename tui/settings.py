"""What a person can set, as plain data. The configuration file is read in newsreader/config.py."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from annotations.tags import BUILT_IN, Tag


@dataclass(frozen=True, slots=True)
class Settings:
    """The effective settings of the reading room; the defaults are those of a new user."""

    theme: str = "newsreader-dark"
    text_width: int = 72
    """Columns of text at most."""
    line_spacing: int = 0
    """Blank rows between lines."""
    annotator: str = ""
    tags: tuple[Tag, ...] = BUILT_IN
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys of the user's own, by the action's name; an action that is not in it has the keys of the table."""
    warnings: tuple[str, ...] = ()
    """What of the configuration was left out, and why; shown once."""
