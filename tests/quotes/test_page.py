import pytest

from quotes.page import story_lines
from tests.quotes.stories import article

MENU = ["Home", "News", "Sport", "Harbour", "Weather", "Log in", "Search", "Letters"] * 2
STORY = [
    f"The harbour council met on day {n} and spoke long about the old quay, the pilots and what winter would bring."
    for n in range(8)
]
BOX = ["Also in sport", "Rovers win away at last", "Anna Ruiz", "Swimmers call for warmer water", "Tom Hill"] * 2


def kept(lines: list[str]) -> list[str]:
    page = article("\n\n".join(lines))
    return [lines[index] for index in sorted(story_lines(page.text, page.paragraphs))]


def test_an_article_is_left_whole() -> None:
    lines = [STORY[0], "A heading", *STORY[1:4], "Tom Hill"]
    assert kept(lines) == lines


def test_a_story_goes_on_behind_a_box_of_other_stories() -> None:
    assert kept([*MENU, *STORY[:4], *BOX, *STORY[4:], *MENU]) == STORY


def test_a_story_goes_on_behind_lines_that_the_page_has_again_and_again() -> None:
    parts = [
        "Bakers on the island start at three, long before the first gulls wake up above the roofs.",
        "Their ovens burn driftwood, and a good winter storm keeps them warm until the end of May.",
        "Nobody remembers who built the mill, though two families claim that it was an uncle of theirs.",
        "Flour comes by sea now, in white sacks, and each of them costs a little more than the last.",
    ]
    lines = [*MENU, *(line for part in parts for line in (part, "Advertisement", "Go on below")), *MENU]
    assert kept(lines) == parts


def test_other_prose_behind_a_box_is_another_story() -> None:
    other = ["Rovers won away for the first time since spring after two late goals by their youngest striker."]
    assert kept([*MENU, *STORY, *BOX, *other, *MENU]) == STORY


@pytest.mark.parametrize(
    "head", ["2 days ago", "vor 3 Stunden", "il y a 2 heures", "hace 4 días", "Reply", "Rating: 12"]
)
def test_what_readers_remark_is_not_the_story(head: str) -> None:
    remarks = [
        line
        for n in range(6)
        for line in (
            f"reader{n}",
            head,
            f"I think that they should keep the old quay, and I said it {n} times. " * 3,
        )
    ]
    assert kept([*MENU, *STORY, *remarks]) == STORY


@pytest.mark.parametrize(
    "head", ["12 comments", "Most read", "Mehr zum Thema", "À lire aussi", "Lo más leído", "About the author"]
)
def test_a_story_does_not_grow_over_a_heading_of_what_comes_after(head: str) -> None:
    more = "The harbour council has met about the quay before, and the pilots spoke at length of the winter."
    assert kept([*MENU, *STORY, head, *BOX, more, *MENU]) == STORY


@pytest.mark.parametrize(
    "caption",
    [
        "The old quay at dawn, seen from the pilots' house (Image: Getty)",
        "Der alte Kai am Morgen, vom Haus der Lotsen aus gesehen © Anna Ruiz/dpa",
        "Le vieux quai au matin Crédit : Anna Ruiz",
        "The old quay at dawn. Photo by Anna Ruiz",
        "The old quay at dawn, where the pilots meet | Tom Hill via Reuters",
        "A headline of quite another story that stands alone here",
    ],
)
def test_captions_and_headlines_are_taken_out_of_the_story(caption: str) -> None:
    lines = [*MENU, *STORY[:3], caption, "Anna Ruiz", *STORY[3:], *MENU]
    assert kept(lines) == STORY


@pytest.mark.parametrize(
    "line",
    [
        "What the pilots want from the council now",
        "The pilots went back to sea on Monday, the harbour office told Reuters.",
        "The pilots went back to sea on Monday and will stay there. (dpa)",
        "12 May: the council meets again on the old quay",
        "He held up a picture of the quay by Anna Ruiz, and the council fell silent.",
    ],
)
def test_headings_rows_and_sources_are_left_in_the_story(line: str) -> None:
    assert line in kept([*MENU, *STORY[:3], line, *STORY[3:], *MENU])


def test_long_lines_are_prose_without_a_full_stop() -> None:
    unended = [
        f"{line[:-1]} and so it went on {n} hours, as one who was there has told us more than once"
        for n, line in enumerate(STORY)
    ]
    assert kept([*MENU, *unended, *MENU]) == unended


def test_prose_that_ends_in_a_danda() -> None:
    hindi = [f"बंदरगाह परिषद ने दिन {n} को पुराने घाट और सर्दियों के बारे में लंबी बातचीत की।" for n in range(8)]
    assert kept([*MENU, *hindi, *MENU]) == hindi


def test_a_page_without_prose_has_no_story() -> None:
    assert kept(MENU) == []


def test_a_list_behind_the_story_belongs_to_it() -> None:
    rows = [f"{n} May: the council meets in pier house {n}" for n in range(1, 8)]
    assert kept([*MENU, *STORY, "All meetings", *rows, *MENU]) == [*STORY, *rows]
    assert kept([*MENU, *STORY, *rows[:3], *MENU]) == STORY


def test_a_heading_of_what_comes_after_ends_the_story_only_near_its_end() -> None:
    assert kept([*MENU, *STORY[:3], "More from the harbour", *STORY[3:], *MENU]) == [
        *STORY[:3],
        "More from the harbour",
        *STORY[3:],
    ]
    assert kept([*MENU, *STORY[:6], "More from the harbour", *STORY[6:], *MENU]) == STORY[:6]


def test_an_article_with_lists_is_no_page() -> None:
    items = [
        line for n in range(12) for line in (f"- Pier {n}", "- closed until spring", "What comes next", STORY[n % 8])
    ]
    assert kept(items) == items


def test_short_lines_without_a_menu_are_no_page() -> None:
    lines = [line for story in STORY for line in (story, "We like:", "the quay", "We do not like:", "the winter")]
    assert kept(lines) == lines


def test_items_of_a_list_within_the_story_of_a_page_are_left_in() -> None:
    items = ["- the old quay", "- the pilots", "- the winter"]
    assert kept([*MENU, *STORY[:4], *items, *STORY[4:], *MENU]) == [*STORY[:4], *items, *STORY[4:]]
