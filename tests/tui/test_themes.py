"""The grammar of marks: contrast where there are colours, attributes where there are none."""

import itertools

import pytest
from rich.style import Style
from textual.theme import BUILTIN_THEMES

from annotations.tags import BUILT_IN, TINTS, Tag
from tui.colours import (
    DARK,
    HUE_CONTRAST,
    LIGHT,
    MUTED_CONTRAST,
    TEXT_CONTRAST,
    Colours,
    contrast,
    derived,
    tint_of,
)
from tui.layers import Look
from tui.themes import Inks, colours_of

OTHERS = [theme for theme in BUILTIN_THEMES.values() if not theme.ansi]
OURS = [DARK, LIGHT]
DERIVED = [colours for theme in OTHERS if (colours := colours_of(theme))]


@pytest.mark.parametrize("colours", OURS + DERIVED)
def test_text_is_readable_on_every_background(colours: Colours) -> None:
    for background in colours.backgrounds():
        assert contrast(colours.text, background) >= TEXT_CONTRAST
    for _, current in colours.hues:
        assert contrast(colours.strong, current) >= TEXT_CONTRAST


@pytest.mark.parametrize("colours", OURS + DERIVED)
def test_hues_are_readable_on_every_tint(colours: Colours) -> None:
    for hue, _ in colours.hues:
        for background in (colours.ground, *(tint for tint, _ in colours.tints.values())):
            assert contrast(hue, background) >= HUE_CONTRAST


@pytest.mark.parametrize("colours", OURS + DERIVED)
def test_muted_text_keys_and_letters_are_readable(colours: Colours) -> None:
    for background in (colours.ground, colours.surface, colours.raised):
        assert contrast(colours.muted, background) >= MUTED_CONTRAST
        assert contrast(colours.key, background) >= MUTED_CONTRAST
    for _, sign in colours.tints.values():
        assert contrast(sign, colours.ground) >= MUTED_CONTRAST


@pytest.mark.parametrize("colours", OURS)
def test_muted_text_is_readable_on_the_tint_of_boilerplate(colours: Colours) -> None:
    assert contrast(colours.muted, colours.tints["grey"][0]) >= MUTED_CONTRAST


def _far_for_everybody(one: str, other: str) -> bool:
    """Tell two colours apart with normal, red-blind and green-blind eyes (Viénot, Brettel, Mollon 1999)."""
    distances = []
    for blind in (None, "protan", "deutan"):
        a, b = (_seen(colour, blind) for colour in (one, other))
        distances.append(sum((x - y) ** 2 for x, y in zip(a, b, strict=True)) ** 0.5)
    return min(distances) >= 12


def _seen(colour: str, blind: str | None) -> tuple[float, float, float]:
    red, green, blue = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    if blind == "protan":
        red = green = 0.11238 * red + 0.88762 * green
    elif blind == "deutan":
        red = green = 0.29275 * red + 0.70725 * green
    return 100 * red, 100 * green, 100 * blue


@pytest.mark.parametrize("colours", OURS)
def test_hues_are_told_apart_also_by_the_colour_blind(colours: Colours) -> None:
    for one, other in itertools.combinations([hue for hue, _ in colours.hues], 2):
        assert _far_for_everybody(one, other), (one, other)


def test_every_tint_that_can_be_named_is_there() -> None:
    assert set(DARK.tints) == set(LIGHT.tints) == set(TINTS)


@pytest.mark.parametrize("colour", ["#ff0000", "#00ff00", "#101010", "#ffffff", "nonsense"])
@pytest.mark.parametrize("colours", OURS)
def test_a_colour_of_the_users_own_is_readable(colours: Colours, colour: str) -> None:
    tint, sign = tint_of(colour, colours)
    assert contrast(colours.text, tint) >= TEXT_CONTRAST
    assert contrast(sign, colours.ground) >= MUTED_CONTRAST


def test_derived_colours_bear_any_ground() -> None:
    for ground, text in (("#000000", "#333333"), ("#ffffff", "#cccccc"), ("#777777", "#888888")):
        colours = derived(ground == "#000000", ground, text, ground, "#808080")
        assert contrast(colours.muted, ground) >= min(MUTED_CONTRAST, contrast("#000000", ground))


PLAIN = Inks(None, BUILT_IN, plain=True)
COLOURED = Inks(DARK, BUILT_IN)


def test_without_colours_no_style_has_any() -> None:
    for flags in itertools.product([False, True], repeat=6):
        style = PLAIN.look(Look(0 if flags[0] else None, flags[0], "claim" if flags[1] else "", *flags[2:]))
        assert style.color is None
        assert style.bgcolor is None
    for word in (
        "",
        "strong",
        "muted",
        "key",
        "rule",
        "saved",
        "unsaved",
        "tag:claim",
        "quote:1",
        "current:2",
        "error",
    ):
        style = PLAIN.word(f"{word} on surface")
        assert style.color is None
        assert style.bgcolor is None


def _attributes(style: Style) -> tuple[bool, ...]:
    return tuple(map(bool, (style.bold, style.underline, style.italic, style.dim, style.reverse)))


def test_without_colours_attributes_tell_the_marks_apart() -> None:
    looks = {
        "plain": Look(),
        "quote": Look(quote=0),
        "tag": Look(tag="claim"),
        "suggestion": Look(proposed=True),
        "boilerplate": Look(boilerplate=True),
        "selection": Look(selected=True),
        "cursor": Look(cursor=True),
        "match": Look(match=True),
        "tagged quote": Look(quote=0, tag="quote"),
    }
    seen = {name: _attributes(PLAIN.look(look)) for name, look in looks.items()}
    assert len(set(seen.values())) == len(looks), seen


def test_where_two_want_the_background_the_order_holds() -> None:
    order = [
        Look(0, True, "claim", selected=True, match=True, cursor=True),
        Look(0, True, "claim", selected=True, match=True),
        Look(0, True, "claim", match=True),
        Look(0, True, "claim"),
        Look(0, False, "claim"),
    ]
    expected = [DARK.strong, DARK.selection, DARK.match, DARK.hues[0][1], DARK.tints["orange"][0]]
    backgrounds = [COLOURED.look(look).bgcolor for look in order]
    assert [behind.get_truecolor().hex if behind else "" for behind in backgrounds] == expected


def test_a_tag_without_a_letter_has_the_first_of_its_name() -> None:
    assert Inks(DARK, [Tag("fact")]).tag_letter("fact") == "F"
    assert Inks(DARK).tag_letter("unheard of") == "U"
