"""The tags of a configuration: [[tags]] becomes the code book."""

from typing import Any

from annotations.tags import BUILT_IN, TINTS, Tag
from newsreader.config.told import Told, belongs, nearest, shown
from newsreader.config.toml_lines import Place
from tui.codebook import clean_name, fits_gutter, free_colour, free_letter
from tui.settings import OWN_TAG_KEYS

_TAG_FIELDS = ("name", "key", "letter", "colour", "description")


def read_tags(value: Any, told: Told) -> tuple[Tag, ...]:
    """Return the built-in tags and the configured ones; an entry with the name of a built-in tag changes it."""
    if not isinstance(value, list):
        told.at(("tags",), "tags are written as [[tags]], one for each; they are left out")
        return BUILT_IN
    tags = {tag.name: tag for tag in BUILT_IN}
    configured: set[str] = set()
    for number, entry in enumerate(value):
        tag = _tag(entry, ("tags", number), tags, configured, told)
        if tag is not None:
            configured.add(tag.name)
            tags[tag.name] = tag
    return tuple(tags.values())


def _tag(entry: Any, place: Place, tags: dict[str, Tag], configured: set[str], told: Told) -> Tag | None:
    if not isinstance(entry, dict):
        told.at(place, f"a tag is a table with a name, not {shown(entry)}; it is left out")
        return None
    name = entry.get("name")
    if not isinstance(name, str) or not clean_name(name):
        told.at((*place, "name") if "name" in entry else place, "a tag needs a name; it is left out")
        return None
    name = clean_name(name)
    if name in configured:
        told.at((*place, "name"), f'there are two tags "{name}"; the second is left out')
        return None
    for field_name in entry:
        if field_name not in _TAG_FIELDS:
            hint = belongs(field_name) or nearest(field_name, _TAG_FIELDS)
            told.at((*place, field_name), f'"{field_name}" is nothing of a tag{hint}; it is left out')
    others = [tag for tag in tags.values() if tag.name != name]
    return Tag(
        name,
        key=_tag_key(entry, place, tags.get(name), others, told),
        letter=_letter(entry, place, name, tags.get(name), others, told),
        colour=_colour(entry, place, tags.get(name), others, told),
        description=_description(entry, place, tags.get(name), told),
    )


def _tag_key(entry: dict[str, Any], place: Place, old: Tag | None, others: list[Tag], told: Told) -> str | None:
    key = str(entry.get("key", "")) or None
    place = (*place, "key")
    if old is not None:
        if key not in (None, old.key):
            told.at(place, f'the key of "{old.name}" is changed by [keys] {old.name} = "{key}"; it keeps {old.key}')
        return old.key
    if key is not None and key not in OWN_TAG_KEYS:
        told.at(place, f"the key of a tag is a digit from 4 to 9, not {shown(entry['key'])}; the tag has no key")
        return None
    owner = next((tag.name for tag in others if key is not None and tag.key == key), None)
    if owner is not None:
        told.at(place, f'the key {key} is that of "{owner}" and of "{entry["name"]}"; the second has no key')
        return None
    return key


def _letter(entry: dict[str, Any], place: Place, name: str, old: Tag | None, others: list[Tag], told: Told) -> str:
    letter = entry.get("letter", old.letter if old else "")
    place = (*place, "letter")
    taken = {tag.letter: tag.name for tag in others}
    chosen = old.letter if old else free_letter(name, taken)
    if letter == "":
        return chosen
    if not isinstance(letter, str) or not fits_gutter(letter):
        told.at(place, f"a letter is one sign of one column, not ? or +, not {shown(letter)}; {chosen} is taken")
        return chosen
    if letter in taken:
        told.at(place, f'the letter {letter} is that of "{taken[letter]}" and of "{name}"; the second has {chosen}')
        return chosen
    return letter


def _colour(entry: dict[str, Any], place: Place, old: Tag | None, others: list[Tag], told: Told) -> str:
    chosen = old.colour if old else free_colour({tag.colour for tag in others}, len(others))
    colour = entry.get("colour", "")
    if colour == "":
        return chosen
    if isinstance(colour, str) and (colour in TINTS or _is_hex(colour)):
        return colour.lower()
    hint = nearest(colour, TINTS) if isinstance(colour, str) else f"; there are {', '.join(TINTS)}"
    told.at((*place, "colour"), f"{shown(colour)} is no colour{hint} (or #rrggbb); {chosen} is taken")
    return chosen


def _is_hex(colour: str) -> bool:
    return len(colour) == 7 and colour[0] == "#" and all(sign in "0123456789abcdefABCDEF" for sign in colour[1:])


def _description(entry: dict[str, Any], place: Place, old: Tag | None, told: Told) -> str:
    text = entry.get("description", old.description if old else "")
    if isinstance(text, str):
        return text
    told.at((*place, "description"), f"a description is text in marks, not {shown(text)}; it is left out")
    return old.description if old else ""
