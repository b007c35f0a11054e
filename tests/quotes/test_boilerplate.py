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
        "We, the reporters of the Harbour Ledger, go on with our work.",
        "Wir, die Redaktion des Hafenboten, machen weiter.",
        "Nous, journalistes de La Dépêche du Port, continuons.",
        "Nosotros, los periodistas de El Faro, seguimos.",
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


@pytest.mark.parametrize(
    "line",
    [
        "Anna Ruiz contributed to this report.",
        "This article was originally published in the Esby Ledger and is republished with permission.",
        "The views expressed here are the author’s own and do not necessarily reflect those of the Ledger.",
        "We independently choose what we recommend and may earn a commission if you buy through these links.",
        "With files from the Harbour Press",
        "Anna Ruiz is a reporter for the Esby Ledger, where she covers the port and the fishing fleet.",
        "If you enjoyed this story, tell a friend about the Ledger.",
        "By clicking “Send”, you accept what the Ledger does with your address.",
        "Keep comments short and civil; those that insult others are removed.",
        "Download our app and never miss a tide again.",
        "This advertisement has not loaded yet, but your article goes on.",
        "An dieser Stelle finden Sie externen Inhalt, der den Artikel ergänzt.",
        "Unabhängiger Journalismus braucht deine Unterstützung.",
        "Abonniere den WhatsApp-Kanal des Hafenboten und du weißt mehr.",
        "Mit Informationen der Hafenagentur",
        "Wie hat Ihnen dieser Artikel gefallen?",
        "Il vous reste 57,1 % de cet article à lire. La suite est réservée aux abonnés.",
        "En cliquant sur « Envoyer », vous acceptez nos conditions.",
        "Recevez notre lettre du port chaque matin.",
        "Contenido exclusivo para suscriptores del diario del puerto.",
        "Haz una donación y apóyanos.",
    ],
)
def test_what_an_outlet_says_to_its_readers(line: str) -> None:
    assert found(HERALD + "\n" + line) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "The newsletter reaches forty thousand inboxes every week and has made its two editors rich.",
        "Newsletters are booming in our city, and nobody knows how many of them are read to the end.",
        "The court found that the notice “We use cookies to improve your visit” had told visitors too little.",
        "The ministry says that cookies must be deleted after a year, whatever the privacy policy promises.",
        "The report counted donations of eleven million, most of them from people who give less than ten.",
        "You can donate at the town hall until Friday, where the relief fund has put up its tables.",
        "His comments are likely to anger the fishermen of Esby.",
        "Esby wants to become a member of the union of free ports.",
        "The ferries are powered by hydrogen and make no more noise than a kettle.",
        "Both parties support US sanctions against the shipping company.",
        "This report is the first to count every crane in the harbour.",
        "Clara Oswin is a journalist who was arrested on the quay, and her paper wants her back.",
        "You can opt out of the new toll, the harbour office said, but your place on the quay is gone then.",
        "The council wants to defend independent journalism, the mayor said on Monday.",
        "He had his lawyer sign up for the auction, and the crane was his by noon.",
        "Das könnte sie den Sieg kosten, denn der Hafen hat die Wahl entschieden.",
        "Die Abonnenten der Zeitung sind im Schnitt einundsechzig Jahre alt, und ihre Zahl sinkt.",
        "Quelle sera la suite pour le port, nul ne le sait.",
        "Les dons ont doublé en un an, et la moitié vient de lecteurs anonymes.",
        "El boletín de la cofradía llega a cuatro mil pescadores cada semana.",
    ],
)
def test_stories_about_such_things_are_left_alone(line: str) -> None:
    story = HERALD.strip().split("\n\n")
    assert found("\n\n".join([*story, line, *story])) == []
    assert found("\n\n".join([*story, line])) == []


def test_a_sentence_like_a_line_about_the_author_in_the_story() -> None:
    line = "Anna Ruiz is a reporter for the Esby Ledger and was on the quay that night."
    assert found(line + "\n\n" + HERALD) == []


def test_each_has_a_reason() -> None:
    pleas = (
        "Sign up for our newsletter.\n\nWe thank you.\n\nAdvertisement\n\nCookies help us and you to see what you read."
    )
    reasons = [p.reason for p in find_boilerplate(articles(HERALD + "\n" + pleas))]
    assert len(set(reasons)) == 4
    assert reasons[-1] == "speaks to the reader of “Cookies”"
