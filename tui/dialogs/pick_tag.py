"""Choosing a tag: all tags with their counts; a name that is new makes a new tag."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from annotations.tags import Tag
from tui.codebook import clean_name, complete
from tui.dialogs.listing import Entry, Listing
from tui.ink import Piece
from tui.settings import OWN_TAG_KEYS

if TYPE_CHECKING:
    from tui.room import Room


class PickTag(Listing):
    """A list of tags; what is typed and is none yet becomes one."""

    most = 12

    def __init__(self, room: "Room", done: Callable[[Tag, bool], None], title: str = "tag") -> None:
        """Ask for a tag.

        Args:
            room: The room.
            done: Called with the tag, and whether it is new.
            title: What is asked for.
        """
        tags = room.desk.tags
        names = {tag.name for tag in tags}
        entries = [tag_entry(tag, room.desk.counts) for tag in tags]
        super().__init__(
            room,
            title,
            entries,
            lambda entry: done(entry.value, entry.value.name not in names),
            typed=lambda text: new_tag(text, tags),
        )

    def searched(self, entry: Entry) -> str:
        """Look at names alone: what is typed may be a new one."""
        return entry.label


def tag_entry(tag: Tag, counts: Mapping[str, int]) -> Entry:
    """Return the line of a tag: letter, name, description, count, key."""
    right = f"{counts.get(tag.name, 0)}" + (f"   {tag.key}" if tag.key else "    ")
    return Entry(tag.name, tag.description, right, tag, (Piece(tag.letter or " ", f"tag:{tag.name}"), Piece(" ")))


def new_tag(text: str, tags: Sequence[Tag]) -> Entry | None:
    """Return the entry of the new tag that a typed name makes; None where there is one of that name."""
    name = clean_name(text)
    if not name or any(tag.name.casefold() == name.casefold() for tag in tags):
        return None
    key = next((key for key in OWN_TAG_KEYS if all(tag.key != key for tag in tags)), None)
    tag = complete(Tag(name, key), tags)
    return Entry(tag.name, "a new tag", tag.key or "", tag, (Piece(tag.letter, "strong"), Piece(" ")))
