"""Tagging: on and off, everywhere, there and back. Each change is in the store before the next key is handled."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotations.annotation import Annotation
from articles.article import Article
from quotes.model import Member, SharedQuote, Suggestion
from tui.deeds import deed
from tui.motion import sentence_at
from tui.naming import one_line

if TYPE_CHECKING:
    from annotations.store import Store
    from tui.room import Room

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Target:
    """What a tag key acts on."""

    article: Article
    spans: Spans
    """Code points, half open, into the article's text."""
    speaker: str | None = None
    group: str | None = None
    suggestion: Suggestion | None = None


def target_of(room: "Room") -> Target:
    """Return the passage that a tag key acts on: the selection, else the shared quote, the suggestion, the sentence."""
    pane, desk = room.pane, room.desk
    article, offset = pane.article, pane.cursor
    if pane.place.selection is not None:
        return _of_selection(room, (pane.place.selection.span,))
    group = desk.group_at(article.id, offset)
    if group is not None:
        return _of_member(article, next(p for p in desk.passages(group) if _holds(p, article, offset)), group)
    suggestion = desk.suggestion_at(article.id, offset)
    if suggestion is not None:
        return Target(article, suggestion.spans, suggestion.speaker, suggestion.group, suggestion)
    return Target(article, (sentence_at(article, offset),))


def _of_selection(room: "Room", spans: Spans) -> Target:
    """Return a selected passage; where it is just a shared quote, with its speaker and group."""
    article = room.pane.article
    group = room.desk.group_at(article.id, spans[0][0])
    for passage in room.desk.passages(group) if group else ():
        if passage[0].article == article.id and _spans(passage) == tuple(map(tuple, spans)):
            return _of_member(article, passage, group)
    return Target(article, spans)


def _of_member(article: Article, passage: tuple[Member, ...], group: SharedQuote | None) -> Target:
    speaker = passage[0].speaker or (group.speaker if group else None)
    return Target(article, _spans(passage), speaker, group.id if group else None)


def _spans(passage: tuple[Member, ...]) -> Spans:
    return tuple((member.start, member.end) for member in passage)


def _holds(passage: tuple[Member, ...], article: Article, offset: int) -> bool:
    return any(m.article == article.id and m.start <= offset < m.end for m in passage)


# Tag keys


def _by_name(name: str) -> None:
    @deed(name)
    def tag(room: "Room") -> None:
        toggle(room, name, name)


def _by_key(key: str) -> None:
    @deed(f"tag-{key}")
    def tag(room: "Room") -> None:
        own = room.desk.tag_of_key(key)
        if own is None:
            room.say(f"no tag is on key {key} yet; t makes tags")
        else:
            toggle(room, f"tag-{key}", own.name)


for _name in ("claim", "quote", "boilerplate"):
    _by_name(_name)
for _key in "456789":
    _by_key(_key)


def toggle(room: "Room", action: str, tag: str) -> None:
    """Put a tag on what is chosen, or take it off where it is there already.

    Args:
        room: The room.
        action: The action, should it have to wait for the quotes.
        tag: The tag's name.
    """
    selection = room.pane.place.selection
    if selection is None and room.needs_story(action):
        return
    with_store(room, lambda store: _toggle(room, store, tag))


def _toggle(room: "Room", store: "Store", tag: str) -> None:
    selection = room.pane.place.selection
    target = target_of(room)
    if not any(target.article.text[start:end].strip() for start, end in target.spans):
        room.say("nothing to tag here")
        return
    edited = room.desk.annotation(selection.of) if selection and selection.of else None
    there = _tagged_so(room, store, target, tag)
    if selection and edited and _is(edited, tag, store) and there in (None, edited):
        _move_edges(room, store, edited, selection.span)
    elif there is not None:
        take_off(room, store, there)
    else:
        room.visited = (target.article.id, room.pane.cursor, add(room, store, target, tag).id)
    room.pane.place.marking = False
    room.pane.select(None)
    room.changed()


def _move_edges(room: "Room", store: "Store", edited: Annotation, span: tuple[int, int]) -> None:
    """Put a piece of an annotation where the selection is now; where it is there already, take the tag off."""
    others = [piece for piece in spans_of(edited) if piece[1] <= span[0] or span[1] <= piece[0]]
    spans = tuple(sorted([*others, (span[0], span[1])]))
    if spans == spans_of(edited):
        take_off(room, store, edited)
    else:
        room.desk.note(edited, store.update(edited.id, spans=spans, article=room.pane.article))
        room.say(f"{edited.tag}: edges moved")


def _is(annotation: Annotation, tag: str, store: "Store") -> bool:
    """Tell whether a tag key means an annotation: this tag, by this person. Who codes what others coded adds to it."""
    return annotation.tag == tag and annotation.annotator == store.annotator


def _tagged_so(room: "Room", store: "Store", target: Target, tag: str) -> Annotation | None:
    """Return the annotation that the same key takes off: this tag on the same passage, or made just now."""
    pane = room.pane
    over = [a for a in room.desk.annotations_at(pane.article.id, target.spans[0][0]) if _is(a, tag, store)]
    same = next((a for a in over if spans_of(a) == tuple(map(tuple, target.spans))), None)
    if same is not None or pane.place.selection is not None:
        return same
    under = [a for a in room.desk.annotations_at(pane.article.id, pane.cursor) if _is(a, tag, store)]
    if target.group is None and target.suggestion is None:
        return next(iter(under), None)
    return next((a for a in under if a.id == room.just_tagged), None)


def spans_of(annotation: Annotation) -> Spans:
    """Return the spans of an annotation as plain pairs."""
    return tuple((piece.start, piece.end) for piece in annotation.spans)


def add(room: "Room", store: "Store", target: Target, tag: str) -> Annotation:
    """Tag a passage, and say what was tagged."""
    suggested = target.suggestion is not None and target.suggestion.tag == tag
    made = store.add(
        target.article,
        target.spans,
        tag,
        speaker=target.speaker if tag == "quote" else None,
        group=target.group,
        origin="suggestion" if suggested else "person",
    )
    room.desk.note(None, made)
    if suggested and target.suggestion is not None:
        room.desk.drop_suggestion(target.suggestion)
    room.just_tagged = made.id
    return made


def take_off(room: "Room", store: "Store", annotation: Annotation) -> None:
    """Take an annotation off."""
    store.remove(annotation.id)
    room.desk.note(annotation, None)
    whose = "" if annotation.annotator == store.annotator else f" by {one_line(annotation.annotator)}"
    room.say(f"{annotation.tag}{whose} taken off; {room.keys.first('undo')} brings it back")


def with_store(room: "Room", change: "Callable[[Store], None]") -> None:
    """Change something in the store; what stands in the way is said in the footer."""
    store = room.intake.store()
    if store is None:
        return
    if store.read_only:
        room.say(f"read-only: {store.reason}", error=True)
        return
    from annotations.errors import StoreError, UnknownAnnotationError

    try:
        change(store)
    except (StoreError, UnknownAnnotationError) as error:
        room.desk.refresh()
        room.changed()
        gone = isinstance(error, UnknownAnnotationError)
        room.say("that tag is gone: somebody else took it off" if gone else str(error), error=True)


@deed("untag")
def untag(room: "Room") -> None:
    """Take the tag off that was selected or made last, else the innermost under the cursor."""
    here = room.annotation_here()
    if here is None:
        room.say("no tag under the cursor")
        return

    def change(store: "Store") -> None:
        take_off(room, store, here)
        room.pane.select(None)
        room.changed()

    with_store(room, change)


@deed("same-everywhere")
def same_everywhere(room: "Room") -> None:
    """Put the tag under the cursor on this shared quote in every article, as one step of undo."""
    if room.needs_story("same-everywhere"):
        return
    pane = room.pane
    group = room.desk.group_at(pane.article.id, pane.cursor)
    here = room.annotation_here()
    if group is None:
        room.say("no shared quote under the cursor")
    elif here is None:
        room.say(
            f"no tag here yet: {room.keys.first('quote')} tags it as quote, then {room.keys.first('same-everywhere')}"
        )
    else:
        with_store(room, lambda store: tag_everywhere(room, store, group, here.tag))


def tag_everywhere(room: "Room", store: "Store", group: SharedQuote, tag: str) -> None:
    """Put a tag on a shared quote in every article that has it; where it is there already, nothing is doubled."""
    missing = list(_untagged(room, store, group, tag))
    with store.step(f"{tag} everywhere"):
        for target in missing:
            add(room, store, target, tag)
    room.changed()
    room.say(f"{tag} {_where(room, [target.article.id for target in missing])}")


def _where(room: "Room", articles: list[str]) -> str:
    """Say where passages were tagged: the article of each."""
    if not articles:
        return "everywhere already"
    if room.overlays.view is not None:  # all articles alike: there is none that is being read
        within = len(set(articles))
        prints = f", {len(articles)} times" if len(articles) > within else ""
        return f"in {within} article{'' if within == 1 else 's'}{prints}; {room.keys.first('undo')} takes it back"
    others = set(articles) - {room.pane.article.id}
    outside = others - {pane.article.id for pane in room.panes}
    parts = [f"in {len(others)} more article{'' if len(others) == 1 else 's'}"] if others else []
    parts += [f"{len(outside)} not in a pane"] if outside else []
    here = articles.count(room.pane.article.id)
    parts += [f"{here} more in this one"] if here else []
    return ", ".join(parts)


def _untagged(room: "Room", store: "Store", group: SharedQuote, tag: str) -> Iterator[Target]:
    for passage in room.desk.passages(group):
        article = room.desk.article(passage[0].article)
        if not any(_covered(room, store, member, tag) for member in passage):
            yield _of_member(article, passage, group)


def _covered(room: "Room", store: "Store", member: Member, tag: str) -> bool:
    """Tell whether a member has this person's tag: on itself, more, or most of it; a tag on a word is another."""
    desk = room.desk
    return any(
        (min(mark.end, member.end) - max(mark.start, member.start)) * 2 > member.end - member.start
        for mark in desk.marks(member.article).within(member.start, member.end)
        if mark.kind == "tag" and (one := desk.annotation(mark.key)) is not None and _is(one, tag, store)
    )


# From one to the next


@deed("next-annotation")
def next_annotation(room: "Room") -> None:
    """Go to the next annotation, in this article or the next one."""
    _to_annotation(room, 1)


@deed("previous-annotation")
def previous_annotation(room: "Room") -> None:
    """Go to the annotation before."""
    _to_annotation(room, -1)


def _to_annotation(room: "Room", direction: int) -> None:
    annotations = [a for a in room.desk.annotations() if room.wanted_annotation(a)]
    chosen = _neighbour(room, annotations, direction)
    if chosen is None:
        none_left = "that was the last annotation" if direction > 0 else "that was the first annotation"
        room.say(none_left if annotations else "no annotations yet")
        return
    room.go_to(chosen.article, (chosen.spans[0].start, chosen.spans[-1].end))
    room.visited = (chosen.article, room.pane.cursor, chosen.id)


def _neighbour(room: "Room", annotations: list[Annotation], direction: int) -> Annotation | None:
    """Return the annotation behind or before the one that was gone to last, else behind or before the cursor."""
    pane, visited = room.pane, room.visited
    if visited is not None and visited[:2] == (pane.article.id, pane.cursor):
        number = next((n for n, a in enumerate(annotations) if a.id == visited[2]), None)
        if number is not None:
            return annotations[number + direction] if 0 <= number + direction < len(annotations) else None
    order = {article: number for number, article in enumerate(room.desk.ids)}
    behind = bisect_left(annotations, (pane.number, pane.cursor), key=lambda a: (order[a.article], a.start))
    number = behind if direction > 0 else behind - 1
    return annotations[number] if 0 <= number < len(annotations) else None
