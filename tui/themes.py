"""Themes: what the layers look like. Colours come from the theme; where there are none, attributes tell everything.

The grammar of marks, one channel a meaning: a shared quote is its hue and underlined; the current one has its hue
behind it and is bold; a tag is a tint behind the text (without colour: bold); boilerplate is muted (dim); selection,
match and cursor have backgrounds of their own (reverse).
"""

from collections.abc import Sequence

from rich.style import Style
from textual.theme import Theme

from annotations.tags import Tag
from tui.colours import DARK, LIGHT, Colours, derived, tint_of
from tui.layers import Look

_ANSI_LETTERS = ("cyan", "magenta", "red", "yellow", "blue", "green")
_ANSI_TAGS = {"claim": "yellow", "quote": "blue", "boilerplate": "bright_black"}


def _theme(name: str, colours: Colours) -> Theme:
    return Theme(
        name=name,
        dark=colours.dark,
        primary=colours.key,
        secondary=colours.hues[0][0],
        accent=colours.key,
        warning=colours.key,
        error=colours.bad,
        success=colours.good,
        foreground=colours.text,
        background=colours.ground,
        surface=colours.surface,
        panel=colours.raised,
        variables={
            "footer-key-foreground": colours.key,
            "text-muted": colours.muted,
            "input-selection-background": colours.selection,
            "block-cursor-background": colours.text,
            "block-cursor-foreground": colours.ground,
        },
    )


NEWSREADER_DARK = _theme("newsreader-dark", DARK)
NEWSREADER_LIGHT = _theme("newsreader-light", LIGHT)
OWN = {"newsreader-dark": DARK, "newsreader-light": LIGHT}


def colours_of(theme: Theme) -> Colours | None:
    """Return the colours of a theme; None for those that leave the colours to the terminal."""
    if theme.name in OWN:
        return OWN[theme.name]
    if theme.ansi:
        return None
    system = theme.to_color_system().generate()
    ground, text, surface, key = (_hex(system[name]) for name in ("background", "foreground", "surface", "accent"))
    return derived(theme.dark, ground, text, surface, key)


def _hex(colour: str) -> str:
    from textual.color import Color

    return Color.parse(colour).hex6.lower()


class Inks:
    """The styles of one theme, made once and then looked up."""

    def __init__(self, colours: Colours | None, tags: Sequence[Tag] = (), *, plain: bool = False) -> None:
        """Make the styles.

        Args:
            colours: Those of the theme, or None where the terminal's own are used.
            tags: The code book: names, letters and colours of the tags.
            plain: Whether there must be no colour at all (NO_COLOR).
        """
        self.colours, self.plain = colours, plain
        self.book = tags
        self.tags = {tag.name: tag for tag in tags}
        self._looks: dict[Look, Style] = {}
        self._words: dict[str, Style] = {}

    def look(self, look: Look) -> Style:
        """Return how a stretch of text is drawn."""
        style = self._looks.get(look)
        if style is None:
            style = self._looks[look] = (_coloured if self.colours else _uncoloured)(self, look)
        return style

    def word(self, name: str) -> Style:
        """Return how the chrome is drawn: a style by its name, such as `muted` or `key on raised`."""
        style = self._words.get(name)
        if style is None:
            style = self._words[name] = self._make_word(name)
        return style

    def _make_word(self, name: str) -> Style:
        front, _, behind = name.partition(" on ")
        if self.colours is None:
            return _plain_word(front, plain=self.plain) + Style(reverse=True if behind == "chosen" else None)
        if behind == "chosen" and front in ("muted", "quiet"):
            front = ""  # muted text would be too faint there
        return Style(bgcolor=_surfaces(self.colours).get(behind, self.colours.ground)) + _colour_word(self, front)

    def tint(self, tag: str) -> tuple[str, str]:
        """Return the background of a tag and the colour of its letter; only where there are colours."""
        assert self.colours is not None
        known = self.tags.get(tag)
        return tint_of(known.colour if known else "", self.colours)

    def tag_letter(self, tag: str) -> str:
        """Return what the gutter shows for a tag."""
        known = self.tags.get(tag)
        return (known.letter if known and known.letter else tag[:1].upper()) or "?"

    def hue(self, number: int) -> tuple[str, str]:
        """Return hue and background of a shared quote; only where there are colours."""
        assert self.colours is not None
        return self.colours.hues[number % len(self.colours.hues)]

    def quote_letter(self, number: int, *, current: bool, behind: str = "ground") -> Style:
        """Return how a shared quote's letter is drawn: reversed for the current one."""
        if self.colours is None:
            colour = None if self.plain else _ANSI_LETTERS[number % len(_ANSI_LETTERS)]
            return Style(color=colour, bold=True, reverse=current)
        hue, ground = self.hue(number)[0], _surfaces(self.colours)[behind]
        return Style(color=ground if current else hue, bgcolor=hue if current else ground, bold=True)

    def tag_sign(self, tag: str, behind: str = "ground") -> Style:
        """Return how a tag's letter is drawn."""
        if self.colours is None:
            return Style(color=None if self.plain else _ANSI_TAGS.get(tag, "cyan"), bold=True)
        return Style(color=self.tint(tag)[1], bgcolor=_surfaces(self.colours)[behind], bold=True)

    def overview(self, mark: str, number: int, tag: str, *, visible: bool) -> Style:
        """Return how a place in the overview column is drawn.

        Args:
            mark: `quote`, `tag` or nothing.
            number: The shared quote's number.
            tag: The tag's name.
            visible: Whether the place is in view.
        """
        if self.colours is None:
            colours = {"quote": _ANSI_LETTERS[number % len(_ANSI_LETTERS)], "tag": _ANSI_TAGS.get(tag, "cyan")}
            return Style(color=None if self.plain else colours.get(mark), dim=not mark and not visible)
        colour = {"quote": self.hue(number)[0], "tag": self.tint(tag)[1]}.get(mark, self.colours.rule)
        return Style(color=colour, bgcolor=self.colours.shade if visible else self.colours.ground)


def _surfaces(colours: Colours) -> dict[str, str]:
    return {
        "ground": colours.ground,
        "surface": colours.surface,
        "raised": colours.raised,
        "chosen": colours.selection,
    }


def _coloured(inks: Inks, look: Look) -> Style:
    """Draw a look with colours. Where two want the background: cursor, selection, match, current quote, tag."""
    colours = inks.colours
    assert colours is not None
    front = colours.text
    if look.boilerplate and look.tag in ("", "boilerplate"):
        front = colours.muted
    if look.quote is not None and not look.current:
        front = inks.hue(look.quote)[0]
    behind = colours.ground
    if look.cursor:
        front, behind = colours.ground, colours.strong
    elif look.selected:
        front, behind = colours.text, colours.selection
    elif look.match:
        front, behind = colours.text, colours.match
    elif look.current and look.quote is not None:
        front, behind = colours.strong, inks.hue(look.quote)[1]
    elif look.tag:
        behind = inks.tint(look.tag)[0]
    elif look.proposed:
        behind = colours.proposed
    return Style(
        color=front,
        bgcolor=behind,
        bold=look.current or look.title or None,
        underline=look.quote is not None or None,
        italic=look.proposed or None,
    )


def _uncoloured(inks: Inks, look: Look) -> Style:
    """Draw a look with attributes alone."""
    del inks
    return Style(
        bold=bool(look.tag) or look.title or look.cursor,
        underline=look.quote is not None or look.match,
        italic=look.proposed,
        dim=look.boilerplate and not look.tag,
        reverse=look.cursor or look.selected or look.match,
    )


def _colour_word(inks: Inks, name: str) -> Style:
    colours = inks.colours
    assert colours is not None
    plain = {
        "": Style(color=colours.text),
        "strong": Style(color=colours.text, bold=True),
        "muted": Style(color=colours.muted),
        "quiet": Style(color=colours.muted, italic=True),
        "key": Style(color=colours.key, bold=True),
        "rule": Style(color=colours.rule),
        "saved": Style(color=colours.good),
        "unsaved": Style(color=colours.bad, bold=True),
        "notice": Style(color=colours.key),
        "error": Style(color=colours.bad, bold=True),
        "changed": Style(color=colours.key, bold=True, underline=True),
        "part": Style(color=colours.hues[0][0]),
        "said": Style(color=colours.tints["blue"][1]),
        "badge": Style(color=colours.key, bold=True, reverse=True),
        "caret": Style(color=colours.text, reverse=True),
        "shown": Style(color=colours.text, bold=True, underline=True),
    }
    if name in plain:
        return plain[name]
    kind, _, rest = name.partition(":")
    if kind == "tag":
        return Style(color=inks.tint(rest)[1], bold=True)
    if kind == "hue":
        return Style(color=inks.hue(int(rest))[0])
    if kind in ("quote", "current"):
        return inks.quote_letter(int(rest), current=kind == "current", behind="surface")
    return Style(color=colours.text)


def _plain_word(name: str, *, plain: bool) -> Style:
    """Return a style of the chrome for a terminal's own colours, or for none."""
    key = None if plain else "yellow"
    words = {
        "strong": Style(bold=True),
        "quiet": Style(italic=True),
        "key": Style(bold=True, color=key),
        "saved": Style(color=None if plain else "green"),
        "unsaved": Style(bold=True, color=None if plain else "red"),
        "error": Style(bold=True, color=None if plain else "red"),
        "tag": Style(bold=True),
        "quote": Style(bold=True),
        "current": Style(bold=True, reverse=True),
        "rule": Style(),
        "changed": Style(bold=True, underline=True, color=key),
        "said": Style(italic=True),
        "badge": Style(bold=True, reverse=True),
        "caret": Style(reverse=True),
        "shown": Style(bold=True, underline=True),
    }
    return words.get(name.partition(":")[0], Style())
