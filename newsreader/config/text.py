"""The effective configuration as a commented file: what `newsreader config` prints is itself a configuration."""

import json
import textwrap
from collections.abc import Iterator
from itertools import groupby

from annotations.tags import TINTS, Tag
from tui.actions import ACTIONS, keys_of
from tui.settings import LINE_SPACING, OWN_TAG_KEYS, TEXT_WIDTH, TEXTUAL_THEMES, Settings

_HEAD = """\
# The configuration of newsreader, as it is in effect. Every line may be left out; then the default holds.
# A changed copy of this text, put where the first line of `newsreader config` says, is your own configuration."""


def written(settings: Settings, place: str) -> str:
    """Write settings as a configuration file with comments.

    Args:
        settings: The effective settings; their warnings are not part of the file.
        place: Where the file lies, or would lie.
    """
    parts = (f"# file: {one_line(place)}", _HEAD, _general(settings), *map(_tag, settings.tags), _keys(settings))
    return "\n\n".join(parts) + "\n"


def quoted(text: str) -> str:
    """Return a TOML basic string; JSON's escapes are TOML's, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def one_line(text: str) -> str:
    """Return a text that may stand in a comment."""
    return "".join(sign if sign.isprintable() else "?" for sign in text)


def _general(settings: Settings) -> str:
    others = textwrap.fill(
        ", ".join(TEXTUAL_THEMES[:-2]), 100, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False
    )
    return f"""\
# newsreader-dark and newsreader-light are made for long reading; ansi-dark and ansi-light take the terminal's own
# colours. There are also
{others}
theme = {quoted(settings.theme)}

# columns of text at most, {TEXT_WIDTH.start} to {TEXT_WIDTH.stop - 1}
text-width = {settings.text_width}

# blank rows between lines, {LINE_SPACING.start} to {LINE_SPACING.stop - 1}
line-spacing = {settings.line_spacing}

# who annotates; empty: the login name
annotator = {quoted(settings.annotator)}

# a model of spaCy that adds speakers where the rules name nobody, such as "en_core_web_sm"; empty: the rules alone
speaker-model = {quoted(settings.speaker_model)}

# Tags: an entry a tag. The keys of claim, quote and boilerplate are set below [keys]; your own tags have
# {OWN_TAG_KEYS[0]} to {OWN_TAG_KEYS[-1]}, or no key (t finds them by name). letter: what the gutter shows.
# colour: {", ".join(TINTS)}, or "#rrggbb"."""


def _tag(tag: Tag) -> str:
    rows = ["[[tags]]", f"name = {quoted(tag.name)}"]
    if tag.key:
        rows.append(f"key = {quoted(tag.key)}")
    rows += [f"letter = {quoted(tag.letter)}", f"colour = {quoted(tag.colour)}"]
    return "\n".join((*rows, f"description = {quoted(tag.description)}"))


def _keys(settings: Settings) -> str:
    return "\n".join(
        (
            '# Keys: one, or a list; [] for none. Names: "x", "X", "?", "ctrl+x", "alt+x", "f6", "space" ...',
            '# Never "ctrl+i", "ctrl+m", "ctrl+h": a terminal cannot tell them from tab, enter, backspace.',
            "[keys]",
            *_key_rows(settings),
        )
    )


def _key_rows(settings: Settings) -> Iterator[str]:
    for group, actions in groupby(ACTIONS, key=lambda action: action.group):
        yield f"# {group}"
        for action in actions:
            keys = keys_of(settings.keys, action.name)
            value = quoted(keys[0]) if len(keys) == 1 else f"[{', '.join(map(quoted, keys))}]"
            yield f"{action.name} = {value}".ljust(40) + f"  # {action.description}"
