"""The code book of a session: the configured tags, those kept in the store, and those that annotations carry."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rich.cells import cell_len

from annotations.tags import TINTS, Tag

RESERVED_LETTERS = frozenset("?+")
"""Signs of the gutter that mean something else: a suggestion, several tags."""
LONGEST_NAME = 60
"""Characters of a tag's name, at most; longer ones are unreadable in header and gutter."""


def code_book(configured: Sequence[Tag], kept: Iterable[Tag], used: Iterable[str]) -> tuple[Tag, ...]:
    """Bring all tags together; every one gets a letter and a colour of its own, as far as they go.

    Args:
        configured: The tags of the configuration; they win.
        kept: Those of the store.
        used: Names of tags that annotations carry.
    """
    tags = {tag.name: tag for tag in configured}
    for tag in (*kept, *(Tag(name) for name in used)):
        if tag.name not in tags:
            tags[tag.name] = complete(tag, tags.values())
    return tuple(tags.values())


def complete(tag: Tag, others: Iterable[Tag]) -> Tag:
    """Give a tag what it lacks: a free letter, a tint; a key that another one has is taken away."""
    others = tuple(others)
    letters = {other.letter for other in others}
    return replace(
        tag,
        letter=tag.letter if fits_gutter(tag.letter) and tag.letter not in letters else free_letter(tag.name, letters),
        colour=tag.colour or free_colour({other.colour for other in others}, len(others)),
        key=None if tag.key in {other.key for other in others} else tag.key,
    )


def fits_gutter(letter: str) -> bool:
    """Tell whether a letter may stand in the gutter: one printable sign of one cell that means nothing else there."""
    return (
        len(letter) == 1
        and cell_len(letter) == 1
        and letter.isprintable()
        and not letter.isspace()
        and letter not in RESERVED_LETTERS
    )


def free_letter(name: str, taken: Iterable[str]) -> str:
    """Return a letter for a tag: its first free one as a capital, then small, then any; at last a bullet."""
    taken = set(taken)
    own = [sign for sign in name if sign.isalnum()]
    letters = [sign.upper() for sign in own] + [sign.lower() for sign in own] + list("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return next((letter for letter in letters if letter not in taken and fits_gutter(letter)), "•")


def free_colour(taken: Iterable[str], number: int) -> str:
    """Return a tint that no other tag has; when all are taken, the next one in turn."""
    taken = set(taken)
    return next((tint for tint in TINTS if tint not in taken), TINTS[number % len(TINTS)])


def clean_name(name: str) -> str:
    """Return a tag's name as it is kept: blanks in it single, none around it, no control characters, not too long."""
    words = "".join(sign if sign.isprintable() else " " for sign in name).split()
    return " ".join(words)[:LONGEST_NAME].rstrip()
