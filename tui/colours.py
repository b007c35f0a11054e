"""The colours of a theme, as plain numbers, and the contrast that reading needs.

A theme of our own states every colour; for any other theme they are derived from its ground and its text. Contrast is
that of WCAG 2.1: plain text keeps 7:1 on every background it can stand on, a hue on a tag's tint 5:1, muted text 4.5:1.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

TEXT_CONTRAST, HUE_CONTRAST, MUTED_CONTRAST = 7.0, 5.0, 4.5


@dataclass(frozen=True, slots=True)
class Colours:
    """Every colour of the reading room, as `#rrggbb`."""

    dark: bool
    ground: str
    """Behind the text."""
    surface: str
    """Behind header, strip and the titles of panes."""
    raised: str
    """Behind the active pane's title."""
    rule: str
    text: str
    strong: str
    """Text on the background of the current quote."""
    muted: str
    key: str
    """Keys, numbers of panes, emphasised words."""
    good: str
    bad: str
    selection: str
    match: str
    proposed: str
    """Behind the current suggestion."""
    shade: str
    """The visible part in the overview column."""
    hues: tuple[tuple[str, str], ...]
    """For each group of shared quotes its hue and the background of the current one."""
    tints: Mapping[str, tuple[str, str]]
    """For each tint its background and the colour of the tag's letter."""

    def backgrounds(self) -> Iterator[str]:
        """Yield everything that plain text can stand on."""
        yield from (self.ground, self.surface, self.raised, self.selection, self.match, self.proposed)
        yield from (behind for behind, _ in self.tints.values())


DARK = Colours(
    dark=True,
    ground="#14171d",
    surface="#1c212a",
    raised="#232a36",
    rule="#292f3b",
    text="#d6dae2",
    strong="#d6dae2",
    muted="#8e97a7",
    key="#e8b765",
    good="#7fcf8f",
    bad="#f28b82",
    selection="#3b4358",
    match="#464015",
    proposed="#262d3a",
    shade="#2c3340",
    hues=(
        ("#79e0cb", "#1d4a46"),
        ("#c9a6f0", "#432f5e"),
        ("#f998b3", "#592a3a"),
        ("#e6da6c", "#454514"),
        ("#b0dcff", "#234563"),
        ("#86c971", "#274a1d"),
    ),
    tints={
        "orange": ("#5a3414", "#f2a65a"),
        "blue": ("#123f63", "#6db3f2"),
        "grey": ("#2a2e36", "#a9b0bb"),
        "green": ("#1d4526", "#84cf8e"),
        "purple": ("#40295f", "#c5a3f5"),
        "red": ("#5b232b", "#f28b82"),
        "teal": ("#0f4447", "#6fd0cf"),
        "yellow": ("#494011", "#e3cf5e"),
        "pink": ("#562545", "#f29bd0"),
    },
)
"""The dark theme, made for long reading."""

LIGHT = Colours(
    dark=False,
    ground="#fbfaf6",
    surface="#efece3",
    raised="#e6e1d4",
    rule="#ddd8cb",
    text="#23262d",
    strong="#101318",
    muted="#5d626b",
    key="#855600",
    good="#1c6b2f",
    bad="#a8231b",
    selection="#cfd6e6",
    match="#ffec8a",
    proposed="#f0ece0",
    shade="#d8d3c5",
    hues=(
        ("#00564f", "#bfe6e0"),
        ("#54209c", "#e2d3f7"),
        ("#a81f33", "#f9d2dc"),
        ("#6a5a00", "#ebe6a6"),
        ("#1f5488", "#cbe4f5"),
        ("#164006", "#d0ecc2"),
    ),
    tints={
        "orange": ("#ffe1c2", "#a34e00"),
        "blue": ("#d3e8ff", "#0b57a4"),
        "grey": ("#e2e2df", "#565a61"),
        "green": ("#d9f0d3", "#256b1f"),
        "purple": ("#eadffb", "#6435a8"),
        "red": ("#ffdcd8", "#a8231b"),
        "teal": ("#cdeeec", "#006464"),
        "yellow": ("#f8eebb", "#6d5b00"),
        "pink": ("#fbdcee", "#9c2a70"),
    },
)
"""The light theme, likewise."""


def derived(dark: bool, ground: str, text: str, surface: str, key: str) -> Colours:
    """Return the colours of a theme that is not ours: its own ground, our hues and tints mixed into it.

    Args:
        dark: Whether the theme is dark.
        ground: Its background.
        text: Its foreground.
        surface: Its second background.
        key: Its accent.
    """
    own = DARK if dark else LIGHT
    text = readable(text, (ground, surface), TEXT_CONTRAST)

    def behind(colour: str) -> str:
        return _under(text, mix(colour, ground, 0.72))

    tints = {
        name: (behind(tint), readable(letter, (ground,), HUE_CONTRAST)) for name, (tint, letter) in own.tints.items()
    }
    under_hues = (ground, *(tint for tint, _ in tints.values()))
    raised = _under(text, mix(surface, text, 0.93))
    return Colours(
        dark=dark,
        ground=ground,
        surface=surface,
        raised=raised,
        rule=mix(surface, text, 0.88),
        text=text,
        strong=text,
        muted=readable(mix(text, ground, 0.6), (ground, surface, raised), MUTED_CONTRAST),
        key=readable(key, (ground, surface, raised), MUTED_CONTRAST),
        good=readable(own.good, (surface,), MUTED_CONTRAST),
        bad=readable(own.bad, (surface,), MUTED_CONTRAST),
        selection=_under(text, mix(own.selection, text, 0.9)),
        match=behind(own.match),
        proposed=_under(text, mix(ground, text, 0.93)),
        shade=mix(ground, text, 0.82),
        hues=tuple((readable(hue, under_hues, HUE_CONTRAST), behind(current)) for hue, current in own.hues),
        tints=tints,
    )


def tint_of(colour: str, colours: Colours) -> tuple[str, str]:
    """Return the background and the letter's colour of a tag: one of the theme's tints, or made from `#rrggbb`."""
    if colour in colours.tints:
        return colours.tints[colour]
    if not _is_hex(colour):
        return colours.tints["grey"]
    return _under(colours.text, mix(colour, colours.ground, 0.4)), readable(colour, (colours.ground,), HUE_CONTRAST)


def _is_hex(colour: str) -> bool:
    return len(colour) == 7 and colour[0] == "#" and all(sign in "0123456789abcdefABCDEF" for sign in colour[1:])


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.1)."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(value / 255) for value in _rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(one: str, other: str, share: float) -> str:
    """Return a colour between two: `share` of the one, the rest of the other."""
    pairs = zip(_rgb(one), _rgb(other), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def readable(colour: str, backgrounds: tuple[str, ...], least: float) -> str:
    """Return the colour, moved towards white or black as little as the contrast on all backgrounds needs."""
    goal = "#ffffff" if _luminance(backgrounds[0]) < 0.18 else "#000000"
    for step in range(21):
        moved = mix(goal, colour, step / 20)
        if all(contrast(moved, background) >= least for background in backgrounds):
            return moved
    return goal


def _under(text: str, background: str) -> str:
    """Return the background, moved away from the text as little as its contrast needs."""
    goal = "#000000" if _luminance(text) > 0.18 else "#ffffff"
    for step in range(21):
        moved = mix(goal, background, step / 20)
        if contrast(text, moved) >= TEXT_CONTRAST:
            return moved
    return goal
