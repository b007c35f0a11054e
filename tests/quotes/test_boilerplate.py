import pytest

import seeds
from quotes.boilerplate import find_boilerplate
from quotes.story import read_story
from tests.quotes.stories import HERALD, LEDGER, article, articles


def found(*texts: str) -> list[str]:
    return [p.text for p in find_boilerplate(articles(*texts))]


def test_the_sample_story_has_nine_paragraphs_and_no_more() -> None:
    opened = [article(path.read_text("utf-8"), path.name) for path in sorted(seeds.sample_story().glob("*.txt"))]
    passages = read_story(opened).boilerplate
    assert len(passages) == 9
    assert {p.article for p in passages} == {opened[0].id}
    assert passages[0].text == "A Message from The Moscow Times:"
    assert passages[-1].text == "Remind me later."


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Harbour closes",
        "Sign up for our newsletter and get the day's news in your inbox.",
        "(Reporting by Anna Ruiz; editing by Tom Hill)",
        "Photo: Tom Hill / Getty Images",
        "© 2024 The Esby Ledger. All rights reserved.",
        "![a picture](https://example.org/a.png)",
        "https://example.org/more",
        "This website uses cookies to improve your experience.",
        "Advertisement",
        "Lesen Sie auch: Der Hafen bleibt offen",
        "Unterstützen Sie unsere Arbeit mit einer Spende.",
        "Lire aussi : le port reste ouvert",
        "Suscríbete a nuestro boletín",
    ],
)
def test_paragraphs_known_by_a_phrase(line: str) -> None:
    assert found(HERALD + "\n" + line) == [line]


def test_an_article_has_none_by_itself() -> None:
    assert found(HERALD) == []
    assert found(LEDGER) == []


def test_the_speech_of_a_named_person_is_never_boilerplate() -> None:
    assert found("“Please support us now,” Anna Ruiz said.\n\n“Sign up for the newsletter,” said Tom Hill.") == []


def test_paragraphs_repeated_in_different_articles() -> None:
    about = "The Ledger has been printed in Esby since the year of the great flood"
    bodies = [
        f"Story {n} begins here and says one thing.\n\nIt goes on in way {n}.\n\nIt ends in place {n}."
        for n in range(4)
    ]
    assert found(*(f"{body}\n\n{about}" for body in bodies)) == [about] * 4
    assert found(*(f"{body}\n\n{about}" for body in bodies[:1])) == []


def test_one_outlet_says_it_with_two_articles() -> None:
    about = "The Ledger has been printed in Esby since the year of the great flood"
    two = [
        article(
            f"Story {n} begins.\n\nIt goes on in way {n}.\n\nIt ends at {n}.\n\n{about}", f"{n}.txt", outlet="Ledger"
        )
        for n in range(2)
    ]
    assert [p.text for p in find_boilerplate(two)] == [about] * 2


def test_the_frame_of_a_web_page() -> None:
    menu = "\n".join(
        ["Home", "News", "Sport", "Harbour", "Weather", "Log in", "Search the site", "Most read today"] * 3
    )
    story = "\n".join(
        f"The council met on day {n} and spoke at length about the harbour, the quay and what the winter would bring."
        for n in range(6)
    )
    page = f"{menu}\n{story}\n{menu}"
    kept = [line for line in page.split("\n") if line not in found(page)]
    assert kept == story.split("\n")
