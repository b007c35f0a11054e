"""Speakers of a model: where they come in beside the rules, and what is said where there is no model.

The last part needs spaCy (`pip install -e '.[readers]'`, then `pytest -m readers`): a pipeline that reads nothing but
what the tests tell it stands in for a trained model.
"""

import sys
from collections.abc import Callable
from itertools import count
from types import SimpleNamespace
from typing import Any

import pytest

from quotes.model_speakers import SpeakerModel, SpeakerModelError, load_speaker_model, speech_reader
from quotes.names import Person
from quotes.quotations import Speech, find_quotations, speech_of
from quotes.shared import find_shared_quotes
from quotes.speakers import Spoken
from quotes.story import read_story
from tests.quotes.stories import HERALD, LEDGER, article, articles

OPENED = """Harbour saved

The mayor of the town had been waiting for this day, and so had the people who work at the harbour.

“This is a fine day!” And with that Donald Hartley of Esby opened the gate, with his children behind him.

“We are open,” said the harbour master, Ingrid Vale.

“At last,” said a neighbour.
"""


def speakers(speech: Speech) -> list[str | None]:
    return [quotation.speaker for quotation in speech.quotations()]


# Beside the rules


def named(name: str, start: str, text: str) -> dict[int, Spoken]:
    return {text.index(start): Spoken(Person(tuple(name.split())), None, "model")}


def test_without_a_name_the_rules_speak() -> None:
    assert speech_reader("") is speech_of
    assert speakers(speech_of(article(OPENED))) == [None, "Ingrid Vale", None]


def test_a_speaker_of_the_model_comes_in_where_the_rules_know_none() -> None:
    speech = Speech(article(OPENED), named=named("Donald Hartley", "This is", OPENED))
    assert speakers(speech) == ["Donald Hartley", "Ingrid Vale", None]


def test_the_rules_go_before_the_model() -> None:
    speech = Speech(article(OPENED), named=named("Donald Hartley", "We are", OPENED))
    assert speakers(speech) == [None, "Ingrid Vale", None]


def test_the_model_leaves_the_article_as_it_was_for_the_rules() -> None:
    opened = article(OPENED)
    before = find_quotations(opened)
    read = lambda a: Speech(a, named=named("Donald Hartley", "This is", a.text))  # noqa: E731
    assert [q.speaker for q in find_quotations(opened, read)] != [q.speaker for q in before]
    assert find_quotations(opened) == before


def test_shared_quotes_have_the_speakers_of_the_model_too() -> None:
    one = OPENED.replace("This is a fine day", "This is a finer day than any of us had dared to hope for")
    opened = articles(one, one.replace("Harbour saved", "A fine day"))
    read = lambda a: Speech(a, named=named("Donald Hartley", "This is", a.text))  # noqa: E731
    for found, speaker in ((find_shared_quotes(opened), None), (find_shared_quotes(opened, read), "Donald Hartley")):
        assert [g.speaker for g in found if "finer day" in g.members[0].text] == [speaker]
    assert read_story(opened, read).groups[0].speaker == "Donald Hartley"


def test_a_reader_that_adds_nothing_changes_nothing() -> None:
    opened = articles(HERALD, LEDGER)
    assert read_story(opened, Speech) == read_story(opened)


# No model


def stand_in(monkeypatch: pytest.MonkeyPatch, load: Callable[..., Any] | None) -> None:
    """Put something in spaCy's place; None: it is not installed."""
    monkeypatch.setitem(sys.modules, "spacy", None if load is None else SimpleNamespace(load=load))  # type: ignore[arg-type]


def refusal(name: str) -> str:
    with pytest.raises(SpeakerModelError) as caught:
        load_speaker_model(name)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_without_spacy_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, None)
    assert refusal("en_some") == "the speaker model en_some needs spaCy; install newsreader[spacy]"


@pytest.mark.parametrize("kind", [OSError, ValueError, ImportError, AttributeError, TypeError])
def test_a_model_that_cannot_be_loaded_is_named(monkeypatch: pytest.MonkeyPatch, kind: type[Exception]) -> None:
    def load(name: str, exclude: object) -> None:
        raise kind("[E050] a long\nstory")

    stand_in(monkeypatch, load)
    assert refusal("en_some").startswith("the speaker model en_some is not installed or cannot be read; install it (")


@pytest.mark.parametrize("parts", [[], ["parser"], ["tok2vec", "ner"]])
def test_a_model_without_parser_or_names_is_refused(monkeypatch: pytest.MonkeyPatch, parts: list[str]) -> None:
    stand_in(monkeypatch, lambda name, exclude: SimpleNamespace(pipe_names=parts))
    assert refusal("en_some") == "the speaker model en_some has no parser or finds no names; name another"


def test_spacy_is_loaded_for_a_model_only(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, None)
    assert speakers(speech_reader("")(article(OPENED))) == [None, "Ingrid Vale", None]


# A pipeline that is told what to read


NUMBERS = count()
"""A component of spaCy has a name of its own."""


def pipeline(hangs: dict[str, tuple[str, str]], people: list[str], language: str = "en") -> Any:
    """Make a pipeline: each word that is named hangs on a word in a relation; these names are people's."""
    spacy = pytest.importorskip("spacy")
    made = spacy.blank(language)
    made.add_pipe("entity_ruler").add_patterns([{"label": "PERSON", "pattern": name} for name in people])

    name = f"told-{next(NUMBERS)}"

    @spacy.Language.component(name)
    def told(doc: Any) -> Any:
        place = {token.text: token for token in doc}
        for word, (head, relation) in hangs.items():
            if word in place and head in place:
                place[word].head, place[word].dep_ = place[head], relation
        return doc

    made.add_pipe(name)
    return made


SAID_SO = {"This": ("day", "nsubj"), "day": ("opened", "ccomp"), "Hartley": ("opened", "nsubj")}


def read(text: str, hangs: dict[str, tuple[str, str]], *people: str, language: str = "en") -> list[str | None]:
    return speakers(SpeakerModel(pipeline(hangs, list(people), language)).read(article(text)))


@pytest.mark.readers
def test_the_subject_of_the_verb_that_a_quotation_hangs_on_speaks() -> None:
    assert read(OPENED, SAID_SO, "Donald Hartley") == ["Donald Hartley", "Ingrid Vale", None]


@pytest.mark.readers
@pytest.mark.parametrize(
    ("hangs", "person", "attribution"),
    [
        (SAID_SO, "Donald Hartley", "Hartley of Esby opened"),  # the subject in front of its verb
        ({"day": ("And", "ccomp"), "Hartley": ("And", "nsubj")}, "Donald Hartley", "And with that Donald Hartley"),
    ],
)
def test_the_attribution_is_from_the_subject_to_the_verb(
    hangs: dict[str, tuple[str, str]], person: str, attribution: str
) -> None:
    spoken = SpeakerModel(pipeline(hangs, [person])).read(article(OPENED)).spoken(0)
    assert spoken.person is not None
    assert spoken.person.name == person
    assert spoken.attribution is not None
    assert OPENED[slice(*spoken.attribution)] == attribution


@pytest.mark.readers
def test_no_attribution_holds_the_quotation() -> None:
    text = OPENED.replace("“This is a fine day!” And with that", "And with that: “This is a fine day!”")
    hangs = {"day": ("And", "ccomp"), "Hartley": ("And", "nsubj")}
    spoken = SpeakerModel(pipeline(hangs, ["Donald Hartley"])).read(article(text)).spoken(0)
    assert (spoken.how, spoken.attribution) == ("model", None)


@pytest.mark.readers
def test_what_hangs_on_the_quotation_speaks_too() -> None:
    quoted = dict.fromkeys(("“", "This", "is", "a", "fine", "!", "”"), ("day", "dep"))
    hangs = quoted | {"opened": ("day", "parataxis"), "Hartley": ("opened", "nsubj")}
    assert read(OPENED, hangs, "Donald Hartley")[0] == "Donald Hartley"


@pytest.mark.readers
def test_a_verb_without_a_subject_has_that_of_the_verb_it_goes_along_with() -> None:
    hangs = {"day": ("opened", "ccomp"), "opened": ("gate", "advcl"), "Hartley": ("gate", "nsubj")}
    assert read(OPENED, hangs, "Donald Hartley")[0] == "Donald Hartley"


@pytest.mark.readers
@pytest.mark.parametrize(
    ("hangs", "people"),
    [
        (SAID_SO, ["Ingrid Vale"]),  # no name
        ({"day": ("opened", "ccomp")}, ["Donald Hartley"]),  # no subject
        (SAID_SO | {"Hartley": ("opened", "dobj")}, ["Donald Hartley"]),  # not the subject
        ({"This": ("day", "nsubj")}, ["Donald Hartley"]),  # hangs on nothing
    ],
)
def test_otherwise_nobody_speaks(hangs: dict[str, tuple[str, str]], people: list[str]) -> None:
    assert read(OPENED, hangs, *people)[0] is None


@pytest.mark.readers
def test_words_that_a_neighbour_says_are_nobody_elses() -> None:
    hangs = {"last": ("said", "ccomp"), "neighbour": ("said", "nsubj")}
    assert read(OPENED, hangs, "neighbour")[2] is None


@pytest.mark.readers
def test_a_name_that_is_a_word_of_office_too_is_a_person_where_the_model_says_so() -> None:
    text = OPENED.replace("Donald Hartley of Esby", "Dean")
    assert read(text, SAID_SO, "Donald Hartley")[0] is None
    assert read(text, SAID_SO | {"Dean": ("opened", "nsubj")}, "Dean")[0] == "Dean"


@pytest.mark.readers
def test_an_article_in_another_language_is_left_to_the_rules() -> None:
    assert read(OPENED, SAID_SO, "Donald Hartley", language="fr")[0] is None


@pytest.mark.readers
def test_paragraphs_beyond_measure_are_left_to_the_rules() -> None:
    long = OPENED.replace("with that", "with that, " + "and with the others, " * 1000)
    assert read(long, SAID_SO, "Donald Hartley")[0] is None


@pytest.mark.readers
def test_marks_and_signs_of_all_kinds_do_not_move_a_span() -> None:
    text = OPENED.replace("fine day!", "fine 👩‍👩‍👧 de\u0301j\u00e0\u00a0vu day!").replace("at the harbour", "‏בנמל “")
    made = SpeakerModel(pipeline(SAID_SO, ["Donald Hartley"])).read(article(text)).quotations()
    assert all(text[q.start : q.end] == q.text for q in made)
    assert [(q.start, q.end, q.kind) for q in made] == [
        (q.start, q.end, q.kind) for q in find_quotations(article(text))
    ]


@pytest.mark.readers
def test_a_model_that_is_not_there_is_refused_by_spacy_itself() -> None:
    pytest.importorskip("spacy")
    assert "is not installed or cannot be read" in refusal("no_such_model_anywhere")


@pytest.mark.readers
def test_what_one_article_has_depends_on_no_other() -> None:
    model = SpeakerModel(pipeline(SAID_SO, ["Donald Hartley"]))
    opened = articles(OPENED, HERALD, OPENED)
    assert [speakers(model.read(a)) for a in opened] == [speakers(model.read(a)) for a in reversed(opened)][::-1]
