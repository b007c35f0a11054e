from dataclasses import dataclass

from quotes.model import Member, SharedQuote
from quotes.story import Story, read_story
from quotes.suggestions import suggest
from tests.quotes.stories import HERALD, LEDGER, articles

PLEA = "\n\nDear readers,\n\nPlease support us monthly. Your support makes a difference.\n"


@dataclass(frozen=True)
class Span:
    start: int
    end: int


@dataclass(frozen=True)
class Note:
    article: str
    tag: str
    spans: tuple[Span, ...]
    state: str = "anchored"
    group: str | None = None


OPENED = articles(HERALD + PLEA, LEDGER)
STORY = read_story(OPENED)


def test_quotations_and_boilerplate_are_proposed_with_a_reason() -> None:
    found = suggest(STORY, OPENED, [], set())
    assert {s.tag for s in found} == {"quote", "boilerplate"}
    assert all(s.reason for s in found)
    assert "direct speech, Clara Oswin" in [s.reason for s in found]
    assert [s.spans[0] for s in found if s.article == "a.txt"] == sorted(
        s.spans[0] for s in found if s.article == "a.txt"
    )
    assert len({s.key for s in found}) == len(found)


def test_pieces_of_one_utterance_are_one_suggestion() -> None:
    oswin = [
        s for s in suggest(STORY, OPENED, [], set()) if s.article == "b.txt" and s.speaker and "Oswin" in s.speaker
    ]
    assert [len(s.spans) for s in oswin] == [2]


def test_what_is_tagged_or_rejected_is_left_out() -> None:
    found = suggest(STORY, OPENED, [], set())
    first = found[0]
    tagged = Note(first.article, first.tag, tuple(Span(*span) for span in first.spans))
    assert first not in suggest(STORY, OPENED, [tagged], set())
    assert first not in suggest(STORY, OPENED, [], {first.key})
    assert len(suggest(STORY, OPENED, [], {s.key for s in found})) == 0
    orphan = Note(first.article, first.tag, tagged.spans, state="orphaned")
    assert first in suggest(STORY, OPENED, [orphan], set())


def test_another_tag_on_the_same_passage_does_not_silence_it() -> None:
    first = suggest(STORY, OPENED, [], set())[0]
    claim = Note(first.article, "claim", tuple(Span(*span) for span in first.spans))
    assert first in suggest(STORY, OPENED, [claim], set())


def test_the_counterparts_of_what_a_person_tagged_are_proposed() -> None:
    group = STORY.groups[1]
    member = group.members[0]
    claim = Note(member.article, "claim", (Span(member.start, member.end),))
    (proposed,) = [s for s in suggest(STORY, OPENED, [claim], set()) if s.tag == "claim"]
    assert proposed.article == "b.txt"
    assert proposed.group == group.id
    assert proposed.spans == tuple((m.start, m.end) for m in group.members if m.article == "b.txt")
    assert proposed.reason == "you tagged the same words in a.txt as claim"


def test_a_key_outlives_an_edit_elsewhere_in_its_line() -> None:
    edited = articles(HERALD.replace("told the council", "told the whole council") + PLEA, LEDGER)
    keys = {s.key for s in suggest(STORY, OPENED, [], set())}
    assert {s.key for s in suggest(read_story(edited), edited, [], set())} == keys


class Counted(int):
    """A number that counts how often it is compared."""

    compared = 0

    def __lt__(self, other: int) -> bool:
        Counted.compared += 1
        return int(self) < other

    def __gt__(self, other: int) -> bool:
        Counted.compared += 1
        return int(self) > other


def compared(count: int) -> int:
    """Return how often places are compared: so many words are tagged, one tag covers all, and as much is shared."""
    text = "Something happened there. " * count
    starts = range(0, len(text), 26)
    shared = [[Member(name, at + 10, at + 18, text[at + 10 : at + 18]) for name in ("a.txt", "b.txt")] for at in starts]
    groups = tuple(SharedQuote(f"q{number}", None, tuple(members)) for number, members in enumerate(shared))
    notes = [Note("a.txt", "quote", (Span(Counted(at), Counted(at + 9)),)) for at in starts]
    notes.append(Note("a.txt", "claim", (Span(Counted(0), Counted(len(text))),)))
    Counted.compared = 0
    assert len(suggest(Story({}, groups, ()), articles(text, text), notes, set())) == count
    return Counted.compared


def test_only_tags_near_by_are_compared_with_what_is_shared() -> None:
    assert 0 < compared(800) < 2.5 * compared(400)
