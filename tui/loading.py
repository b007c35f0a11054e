"""What happens after the first picture: the store is opened, quotes are looked for, suggestions are made.

Looking and suggesting work in threads that end with the program and send a message when they have something. Keys that
need what is not there yet wait, and with them all keys behind: none is lost, and their order holds. Only leaving does
not wait for long, unless they tag.
"""

import asyncio
import gc
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message

from tui.actions import ACTIONS
from tui.deeds import load_all

if TYPE_CHECKING:
    from annotations.store import Store
    from articles.article import Article
    from quotes.model import Suggestion
    from quotes.quotations import SpeechReader
    from quotes.story import Story
    from tui.room import Room
    from tui.search import Searcher

QUIET = 0.3
"""Seconds of quiet after a change before suggestions are made anew."""
PATIENCE = 0.5
"""Seconds that leaving waits for keys before it that change nothing and wait for the quotes."""
_WORK = {action.name for action in ACTIONS if action.group in ("tag", "suggestions", "history")}
"""What changes the store: leaving waits for it as long as it takes, or until it is asked for again."""


class StoryRead(Message):
    """The quotes of the story have been looked for."""

    def __init__(self, story: "Story | None") -> None:
        super().__init__()
        self.story = story
        """None where looking failed."""


class Anchored(Message):
    """Annotations of articles that were edited have been looked for again."""


class Suggested(Message):
    """Suggestions have been made."""

    def __init__(self, suggestions: "list[Suggestion]", version: int) -> None:
        super().__init__()
        self.suggestions, self.version = suggestions, version
        """The store's version that they were made for."""


class Loading:
    """What the room waits for."""

    def __init__(self, room: "Room", open_store: "Callable[[], Store]", refusal: type[Exception]) -> None:
        """Serve one room.

        Args:
            room: The room.
            open_store: Opens the store.
            refusal: What it raises where the store is refused.
        """
        self._room, self._open_store, self._refusal = room, open_store, refusal
        self.failure: Exception | None = None
        """What opening the store raised."""
        self.looked = False
        """Whether looking for quotes has ended, be it in vain."""
        self._waiting: list[str | events.Key] = []
        """The action that waits, and the keys behind it as they came: some may be text for a dialog."""
        self._soon: asyncio.TimerHandle | None = None

    def begin(self) -> None:
        """Start with all of it."""
        self.store()
        _aside(self._read_story)

    # The store

    def store(self) -> "Store | None":
        """Return the store, opened at the first call; None where it was refused: then the room ends."""
        desk = self._room.desk
        if desk.store is None and self.failure is None:
            try:
                store = self._open_store()
            except self._refusal as error:
                self.failure = error
                self._room.app.exit(1)
            else:
                desk.take_store(store)
                self._room.store_is_there(store)
        return desk.store

    # The quotes

    def _read_story(self) -> None:
        from quotes.story import read_story

        desk, story = self._room.desk, None
        articles = list(desk.shelf)
        try:
            self._anchor(articles)
            story = read_story(articles, self._speech_reader())
        finally:
            self._room.post_message(StoryRead(story))
        desk.searcher = _folded(articles)
        load_all()
        if desk.store is not None:
            desk.store.prepare()

    def _speech_reader(self) -> "SpeechReader":
        """Return what reads speakers: the model of the settings, or the rules alone where there is none."""
        from quotes.model_speakers import SpeakerModelError, speech_reader

        try:
            return speech_reader(self._room.settings.speaker_model)
        except SpeakerModelError as error:
            message = f"{error}; speakers are those of the rules alone"
            self._room.app.call_from_thread(self._room.say, message, error=True)
            return speech_reader("")

    def _anchor(self, articles: "list[Article]") -> None:
        """Look for the annotations of edited articles again."""
        from annotations.errors import StoreError

        store = self._room.desk.store
        if store is None:
            return
        try:
            placed = store.anchor(articles).placed
        except StoreError as error:
            self._room.app.call_from_thread(self._room.say, str(error), error=True)
        else:
            if placed:
                self._room.post_message(Anchored())

    def take_story(self, story: "Story | None") -> None:
        """Show the quotes that were found, and do what was waiting for them."""
        self.looked = True
        desk = self._room.desk
        if desk.store is not None:
            desk.store.record_articles(desk.articles, desk.shelf.root)
        if story is None:
            self._room.say("the quotes could not be looked for", error=True)
            self._go_on()
        else:
            desk.take_story(story)
            _settle()
            self._suggest()
            self._go_on()

    # Suggestions

    def suggest_soon(self) -> None:
        """Make suggestions anew, once it is quiet."""
        if self._room.desk.story is None:
            return
        if self._soon is not None:
            self._soon.cancel()
        self._soon = asyncio.get_running_loop().call_later(QUIET, self._suggest)

    def _suggest(self) -> None:
        desk = self._room.desk
        store, story = desk.store, desk.story
        annotations = store.annotations() if store else []
        rejected = store.rejected() if store else frozenset()
        version = store.version if store else -1

        def work() -> None:
            from quotes.suggestions import suggest

            assert story is not None
            self._room.post_message(Suggested(suggest(story, desk.articles, annotations, rejected), version))

        _aside(work)

    def take_suggestions(self, suggestions: "list[Suggestion]", version: int) -> None:
        """Show suggestions; those that a change has overtaken are made anew."""
        desk = self._room.desk
        if desk.store is not None and desk.store.version != version and desk.suggestions is not None:
            self.suggest_soon()
            return
        before = desk.suggestions
        desk.take_suggestions(suggestions)
        if before is not None:
            self._tell_counterparts(before, suggestions)
        self._go_on()

    def _tell_counterparts(self, before: "list[Suggestion]", after: "list[Suggestion]") -> None:
        """Say why there are more suggestions than a moment ago: a tag has counterparts in other articles."""
        number = len(new_counterparts(before, after))
        if number:
            key = self._room.keys.first("next-suggestion")
            self._room.tell(f"{number} counterpart{'' if number == 1 else 's'} suggested: {key}")

    # Keys that wait

    @property
    def busy(self) -> bool:
        """Whether keys are waiting."""
        return bool(self._waiting)

    def must_wait(self, name: str, *, suggestions: bool = False) -> bool:
        """Tell whether an action needs what is not there yet; then it is done as soon as it is.

        Args:
            name: The action's name.
            suggestions: Whether it needs the suggestions too.
        """
        desk = self._room.desk
        there = self.looked and not (suggestions and desk.story is not None and desk.suggestions is None)
        if there:
            return False
        self._waiting.insert(0, name)
        self._room.say("looking for quotes …")
        return True

    def wait(self, event: events.Key) -> None:
        """Put a key behind those that wait; leaving or going back twice is done at once, leaving soon where it may."""
        before, name = self._waiting[-1], self._action(event)
        if name in ("quit", "clear") and isinstance(before, events.Key) and self._action(before) == name:
            self._waiting.clear()
            self._room.perform(name)
        else:
            self._waiting.append(event)
            if name == "quit" and not event.is_printable:  # a letter may be meant for a note
                self._leave_soon(event)

    def _leave_soon(self, event: events.Key) -> None:
        """Leave although keys wait for the quotes: at once by the clock of a person, but no tag is dropped for that."""
        waiting = {one if isinstance(one, str) else self._action(one) for one in self._waiting}
        if _WORK.intersection(waiting):
            key = self._room.keys.first("quit")
            self._room.say(f"looking for quotes, to tag what was asked for …; {key} again leaves without that")
        else:
            asyncio.get_running_loop().call_later(PATIENCE, self._leave, event)

    def _leave(self, event: events.Key) -> None:
        """Leave, if that still waits: what came before has waited long enough and changes nothing."""
        if event in self._waiting:
            self._waiting.clear()
            self._room.perform("quit")

    def _action(self, event: events.Key) -> str | None:
        return self._room.keys.action(event.key, event.character)

    def _go_on(self) -> None:
        """Do what waited, as far as it need not wait on."""
        waiting, self._waiting = self._waiting, []
        while waiting and not self._waiting:
            first = waiting.pop(0)
            if isinstance(first, str):
                self._room.unsay()
                self._room.perform(first)
            else:
                self._room.on_key(first)
        self._waiting += waiting
        self._room.moved()


def new_counterparts(before: "Sequence[Suggestion]", after: "Sequence[Suggestion]") -> "list[Suggestion]":
    """Return the counterparts of tags among suggestions that were not proposed before, under whatever reason."""
    from quotes.suggestions import COUNTERPART

    keys = {one.key for one in before}
    proposed: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for one in before:
        proposed.setdefault((one.article, one.tag), []).extend(one.spans)
    return [
        one
        for one in after
        if one.reason.startswith(COUNTERPART)
        and one.key not in keys
        and not _touch(one.spans, proposed.get((one.article, one.tag), ()))
    ]


def _touch(spans: "Sequence[tuple[int, int]]", others: "Sequence[tuple[int, int]]") -> bool:
    return any(start < end_ and start_ < end for start, end in spans for start_, end_ in others)


def _folded(articles: "list[Article]") -> "Searcher":
    """Return what searches articles, their texts folded: so no key has to wait for that."""
    from tui.search import Searcher

    searcher = Searcher(articles)
    searcher.prepare()
    return searcher


def _aside(work: Callable[[], None]) -> None:
    threading.Thread(target=work, daemon=True).start()


def _settle() -> None:
    """Make what was loaded cheap to keep: no key pays for looking through it, spare memory goes back to the system."""
    import ctypes

    gc.collect()
    gc.freeze()
    give_back = getattr(ctypes.CDLL(None), "malloc_trim", None)  # 9 MB after two large articles; only glibc has it
    if give_back is not None:
        give_back(0)
