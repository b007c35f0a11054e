"""What a room remembers of its story: it comes back where one left, with the panes, width and theme of then."""

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.memory import Memory
from tui.pane import Place
from tui.settings import LINE_SPACING, TEXT_WIDTH

if TYPE_CHECKING:
    from tui.room import Room


class Remembering:
    """Brings the memory of a story into a room, and what changes in the room back into the memory."""

    def __init__(self, room: "Room", memory: Memory) -> None:
        """Look up what is remembered of the room's articles."""
        self._room, self._memory = room, memory
        self._root = room.desk.shelf.root
        self.story = memory.story(self._root, room.desk.ids)

    def restore(self) -> None:
        """Put places, panes and width into the room, before its first picture."""
        room, story = self._room, self.story
        for number, id_ in enumerate(room.desk.ids):
            if id_ in story.places:
                room.places[number] = Place(cursor=story.places[id_], top=story.tops.get(id_, 0))
        if story.panes:
            room.arrangement.shown = [room.desk.ids.index(id_) for id_ in dict.fromkeys(story.panes)]
            room.arrangement.active = min(story.active, len(room.arrangement.shown) - 1)
        if story.text_width is not None and story.text_width in TEXT_WIDTH:
            room.width_of_text = story.text_width
        if story.line_spacing is not None and story.line_spacing in LINE_SPACING:
            room.settings = replace(room.settings, line_spacing=story.line_spacing)
        room.linked = story.linked

    def look(self) -> None:
        """Note how far the articles in view have been read."""
        furthest = self.story.furthest
        for pane in self._room.panes:
            if pane.size.width and pane.size.height:
                below = pane.top + pane.height
                last = pane.lines.ends[below - 1] if below < len(pane.lines) else len(pane.article.text)
                if last > furthest.get(pane.article.id, 0):
                    furthest[pane.article.id] = last

    def keep(self) -> None:
        """Write down how the room is left; where that is impossible nothing is remembered."""
        room, story = self._room, self.story
        ids = room.desk.ids
        for number, place in room.places.items():
            if place.cursor >= 0 and number < len(ids):
                story.places[ids[number]], story.tops[ids[number]] = place.cursor, place.top
        story.panes = [ids[number] for number in room.arrangement.shown]
        story.active, story.linked = room.arrangement.active, room.linked
        changed = room.width_of_text != room.settings.text_width
        story.text_width = room.width_of_text if changed or story.text_width is not None else None
        self._memory.keep(self._root, story)

    def is_first_start(self) -> bool:
        """Tell, once, that the reading room was never open before."""
        return self._memory.is_first_start()
