"""Whoever several persons are called by has no name; who bears a name like that keeps it."""

import pytest

from quotes.lexicon.crowds import is_crowd
from tests.quotes.test_speakers import LANGUAGE_OF, speakers

MAYOR = "Mayor Anna Ruiz opened the bridge on Monday.\n\n"


@pytest.mark.parametrize(
    "crowd",
    [
        *(
            "Critics",
            "Residents",
            "Officials",
            "Witnesses",
            "Experts",
            "Supporters",
            "Opponents",
            "Lawyers",
            "Fishermen",
        ),
        *("Activists", "Analysts", "Doctors", "Police", "Bridgegoers", "Cellists", "Republicans", "Librarians"),
    ],
)
def test_a_sentence_that_begins_with_several_persons_names_nobody(crowd: str) -> None:
    assert speakers(f"{MAYOR}{crowd} called it “a bridge to nowhere at all”.") == [None]
    assert speakers(f"{MAYOR}{crowd} said: “Nobody asked us for a bridge.”") == [None]


@pytest.mark.parametrize("body", ["Reuters", "Greenpeace", "Boeing", "Airbus", "Hamas", "Microsoft"])
def test_organisations_speak(body: str) -> None:
    assert speakers(f"{MAYOR}{body} called it “a bridge to nowhere at all”.") == [body]


def test_names_that_sound_like_several_persons() -> None:
    assert speakers(f"{MAYOR}Ned Rivers came. Rivers said: “Nobody asked me for a bridge.”") == ["Ned Rivers"]
    assert speakers(f"{MAYOR}Tom Sailors came. “Nobody asked me for a bridge,” he said.") == ["Tom Sailors"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Bürgermeisterin Anna Kessler kam. Kritiker nannten sie „eine Frau ohne jeden Plan“."),
        ("de", "Bürgermeisterin Anna Kessler kam. Anwohner sagten: „Niemand hat uns gefragt.“"),
        ("fr", "Le maire Luc Morel est venu. Des habitants ont dit : « Personne ne nous a demandé. »"),
        ("fr", "Le maire Luc Morel est venu. Critiques et habitants ont dénoncé « un pont vers nulle part »."),
        ("es", "La alcaldesa Ana Ruiz vino. Los críticos lo llamaron «un puente a ninguna parte»."),
        ("es", "La alcaldesa Ana Ruiz vino. Vecinos dijeron: «Nadie nos preguntó»."),
    ],
)
def test_several_persons_in_other_languages(language: str, text: str) -> None:
    assert speakers(LANGUAGE_OF[language] + "\n\n" + text) == [None]


def test_a_pronoun_takes_up_a_name_that_only_begins_sentences_where_it_acts_like_a_person() -> None:
    before = "Mayor Erik Lindqvist wants the harbour open. “We are ready,” Lindqvist said.\n\n"
    quoted = "“The harbour must stay shut,” he said."
    assert speakers(f"{before}Okafor disagreed. {quoted}")[-1] == "Okafor"
    assert speakers(f"{before}Traffic stopped. {quoted}")[-1] == "Erik Lindqvist"
    assert speakers(f"{before}Critics disagreed. {quoted}")[-1] == "Erik Lindqvist"
    in_full = before.replace("wants", "and the fisherman Samuel Okafor want")
    assert speakers(f"{in_full}Okafor was not convinced. {quoted}")[-1] == "Samuel Okafor"


def test_a_crowd_is_no_body() -> None:
    assert is_crowd("residents")
    assert is_crowd("cyclists")
    assert not is_crowd("reuters")
    assert not is_crowd("ruiz")
