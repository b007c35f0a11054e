import pytest

from quotes.lexicon.telling import language_of
from quotes.names import Names, is_body
from quotes.people import distance, same_person
from tests.quotes.stories import DEPECHE, HAFENBOTE, HERALD


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Volodymyr Zelenskiy", "Zelensky"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("J.D. Vance", "JD Vance"),
        ("Anna Ruiz", "Ruiz"),
        ("Anna Ruiz", "Anna Maria Ruiz"),
        ("Tom Hill Jr.", "Tom Hill"),
        ("JOSÉ PÉREZ", "José Perez"),
        ("Reeder Ruiz", "Anna Ruiz"),
        ("Jockey Ruiz", "Anna Maria Ruiz"),
    ],
)
def test_one_person_under_two_names(one: str, other: str) -> None:
    assert same_person(tuple(one.split()), tuple(other.split()))
    assert same_person(tuple(other.split()), tuple(one.split()))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Ruiz", "Tom Ruiz"),
        ("T. Ruiz", "Anna Ruiz"),
        ("Anna Ruiz", "Anna Hill"),
        ("Lund", "Land"),
        ("Vale", "Hale"),
    ],
)
def test_two_persons(one: str, other: str) -> None:
    assert not same_person(tuple(one.split()), tuple(other.split()))


def test_edit_distance() -> None:
    assert [distance("zelensky", "zelenskiy"), distance("a", "a"), distance("abc", "")] == [1, 0, 3]


def names_of(text: str) -> Names:
    return Names(text, [], language_of(text))


def test_titles_are_no_part_of_a_name_but_tell_the_office() -> None:
    text = "British Prime Minister Anna Ruiz met Kremlin spokesman Tom Hill and Mr. King. Ruiz left."
    people = [person for _, person in names_of(text).before(len(text)) if not person.body]
    assert [p.name for p in people] == ["Anna Ruiz", "King", "Tom Hill", "Anna Ruiz"]
    assert {"minister"} <= people[0].titles
    assert people[1].gender == "m"
    assert people[0] is people[3]


def test_headlines_and_common_words_give_no_names() -> None:
    text = (
        "Council Closes Northern Basin Of Harbour\n\nOfficials were late. The officials left. Yesterday Anna Ruiz came."
    )
    assert [p.name for _, p in names_of(text).before(len(text))] == ["Anna Ruiz"]


def test_german_nouns_are_no_names() -> None:
    text = "Die Regierung sagte nichts. Am Montag kam Ministerin Maria Kessler. Kessler ging. Der Hafen blieb offen."
    assert [p.name for _, p in names_of(text).before(len(text))] == ["Maria Kessler", "Maria Kessler"]


def test_bodies_and_places() -> None:
    assert [is_body(tuple(name.split())) for name in ("Esby University", "NATO", "Paris", "Anna Ruiz")] == [
        True,
        True,
        True,
        False,
    ]


def test_languages() -> None:
    assert [
        language_of(text).name for text in (HERALD, HAFENBOTE, DEPECHE * 2, "", "El puerto de la ciudad y los barcos")
    ] == [
        "en",
        "de",
        "fr",
        "en",
        "es",
    ]
