import pytest

from quotes.embedded import find_posts
from quotes.quotations import find_quotations
from tests.quotes.stories import DEPECHE, HAFENBOTE, HERALD, JOURNAL, article


def speakers(text: str) -> list[str | None]:
    return [q.speaker for q in find_quotations(article(text)) if q.kind != "label"]


@pytest.mark.parametrize(
    "text",
    [
        "“We will win,” said Anna Ruiz.",
        "“We will win,” Anna Ruiz said on Monday.",
        "“We will win,” Ms. Ruiz told reporters. Anna Ruiz is the mayor.",
        "“We will win,” said Esby mayor Anna Ruiz, 54.",
        "“We will win,” Mayor Anna Ruiz, who took office in May, said.",
        "“We will win,” the mayor of Esby, Anna Ruiz, said.",
        "Anna Ruiz said: “We will win.”",
        "Anna Ruiz said that they would “win every race.”",
        "According to Anna Ruiz, “we will win.”",
        "“We will win,” according to a statement from Anna Ruiz.",
        "Anna Ruiz was here. “We will win,” she said.",
        "Mayor Anna Ruiz was here. “We will win,” the mayor added.",
        "In an interview with the Ledger, Anna Ruiz called it “a shame for us all.”",
        "Anna Ruiz walked on, saying, “We will win.”",
        "Anna Ruiz arrived late and warned against “a shame for all of us.”",
        "“We will win.”\n— Anna Ruiz, mayor of Esby",
        "“We will win,” Anna Ruiz (D-Esby) wrote.",
        "Anna Ruiz’s claim that “we will win” was met with laughter.",
        "Said Anna Ruiz: “We will win.”",
        "“We will win,” wrote Anna Ruiz for the Morning Ledger.",
        "“We will win,” said Del. Anna Ruiz of the Virgin Islands.",
        "Anna Ruiz, during a meeting in Columbus, Ohio, said they would “win every race.”",
        "“We will win” was the cry, said Anna Ruiz.",
    ],
)
def test_attributions_in_english(text: str) -> None:
    assert speakers(text) == ["Anna Ruiz"]


def test_attributions_in_german_french_and_spanish() -> None:
    assert speakers(HAFENBOTE) == ["Maria Kessler", "Jens Brandt", "Maria Kessler"]
    assert speakers(JOURNAL) == ["Anna Ferrand", "Anna Ferrand", "Jean Morel"]
    assert speakers(DEPECHE) == ["Anna Ferrand", "Jean Morel"]
    assert speakers(
        "«Mantendremos el puerto abierto», dijo la ministra Ana Pérez. Según Luis Gómez, «no hay dinero»."
    ) == [
        "Ana Pérez",
        "Luis Gómez",
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("„Wir gehen“, sagte der Fischer Hans Petersen.", "Hans Petersen"),
        ("„Wir gehen“, so Fraktionschefin Clara Oswin (Grüne).", "Clara Oswin"),
        ("Jens Brandt hatte angekündigt: „Wir gehen.“", "Jens Brandt"),
        ("Brandt zufolge ist das „ein Wunder für alle“. Jens Brandt ging.", "Jens Brandt"),
        ("Jens Brandt (SPD): „Wir gehen.“", "Jens Brandt"),
        ("Der Vorsitzende, Jens Brandt, kam. Die Lage sei „dramatisch für alle“, fügte er hinzu.", "Jens Brandt"),
        ("Le ministre de la Mer, Paul Girard, a promis qu’il y aurait « une place pour tous ».", "Paul Girard"),
        ("Selon le maire de Saint-Esby, Luc Ferrand, le port est « le cœur de la région ».", "Luc Ferrand"),
        ("« Nous partons », s’est emportée Anne Morel.", "Anne Morel"),
        ("« Nous partons », a-t-elle dit. Anne Morel est là.", None),
        ("“Nos vamos”, lamentó el portavoz Juan Ruiz.", "Juan Ruiz"),
    ],
)
def test_habits_of_other_languages(text: str, speaker: str | None) -> None:
    context = {"„": "Das ist der Hafen und die Stadt ist alt. ", "«": "Le port est dans la ville et il est vieux. "}
    opener = next((mark for mark in context if mark in text), "")
    assert speakers(context.get(opener, "El puerto es de la ciudad y los barcos. ") + text) == [speaker]


def test_a_speaker_is_carried_over_quotations_that_follow() -> None:
    text = (
        "“It is over,” Anna Ruiz said. “We lost.”\n\n“But we shall be back.\n\n“Soon.”\n\n"
        "Tom Hill disagreed. “Never,” he said."
    )
    assert speakers(text) == ["Anna Ruiz"] * 4 + ["Tom Hill"]


def test_null_rather_than_a_guess() -> None:
    assert speakers("“It was loud and it was late,” a neighbour said.") == [None]
    assert speakers("“It was loud and it was late,” a spokesman for Anna Ruiz said.") == [None]
    assert speakers("“It was loud and it was late.”") == [None]


def test_the_fullest_form_of_the_name_wins_and_two_people_of_one_name_are_kept_apart() -> None:
    assert speakers("“Yes,” Ruiz said. Later Anna Maria Ruiz, the mayor, left.") == ["Anna Maria Ruiz"]
    text = "Anna Ruiz and Tom Ruiz spoke. “Yes, of course,” Anna Ruiz said. “No, never,” Tom Ruiz said."
    assert speakers(text) == ["Anna Ruiz", "Tom Ruiz"]


def test_kinds() -> None:
    text = (
        "“We will win ‘at last’ today,” Anna Ruiz said. She called it “a shame for all.” "
        "The so-called “super fund” is an “undesirable” thing. "
        "He spoke on CNN’s “State of the Union.” Robert “Bobby” Hill left."
    )
    assert [q.kind for q in find_quotations(article(text))] == [
        "direct",
        "nested",
        "fragment",
        "label",
        "label",
        "label",
        "label",
    ]
    assert all(q.speaker is None for q in find_quotations(article(text)) if q.kind == "label")


def test_pieces_of_an_interrupted_quotation_share_their_utterance() -> None:
    found = find_quotations(article("“We will,” Anna Ruiz said, “win at last.” “Yes,” she said. “We will.”"))
    assert [q.utterance for q in found] == [0, 0, 1, 2]


def test_spans_are_the_text_between_the_marks_and_attributions_say_who_speaks() -> None:
    story = article(HERALD)
    for quotation in find_quotations(story):
        assert story.text[quotation.start : quotation.end] == quotation.text
        assert story.text[quotation.start - 1] in '“"'
    said = {q.speaker: story.text[slice(*q.attribution)] for q in find_quotations(story) if q.attribution}
    assert said["Peter Lund"] == "said Peter Lund"
    assert said["Ingrid Vale"] == "according to harbour master Ingrid Vale"


def test_a_transcript_names_its_speakers() -> None:
    text = 'Partial transcript:\n\n"RUIZ: We will win.\n\n"HILL: You will not."'
    assert speakers(text) == ["RUIZ", "HILL"]


TIMES = [
    (
        "Le port ne fermera pas cet hiver. « Nous restons », a déclaré mardi soir la maire Claire Dubois.",
        "Claire Dubois",
    ),
    ("El puerto no cerrará, según el alcalde. «Nos quedamos», dijo el martes por la tarde Ana Gómez.", "Ana Gómez"),
    ("Der Hafen wird nicht geschlossen. „Wir bleiben“, sagte am Dienstagabend der Sprecher Tom Ard.", "Tom Ard"),
    ("Der Hafen wird nicht geschlossen. „Wir bleiben“, sagte gestern Abend Petra Lindner.", "Petra Lindner"),
]


@pytest.mark.parametrize(("text", "speaker"), TIMES)
def test_words_for_a_time_may_stand_between_verb_and_speaker(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_where_somebody_comes_from_is_no_part_of_the_name() -> None:
    text = "Der Rat ist müde. Jonas Weber von der Opposition sagte: „Nein.“ Ursula von der Mark sagte: „Doch.“"
    assert speakers(text) == ["Jonas Weber", "Ursula von der Mark"]


WHOLE = [
    "他说：「我们会赢的」。",
    "「我们会赢的，」他说。",
    "「これは大きな一歩だ」と首相は述べた。",
    "首相は『港は冬も開いている。』と述べた。",
    "Le port est vieux. « Nous gardons le port ouvert ». Puis il est parti.",
    "La maire a dit : « Nous gardons le port ouvert ».",
    "„Wir halten den Hafen offen“, sagte Kessler.",
    "Kessler sagte: „Wir halten den Hafen offen“",
    "قال الوزير: «سنبقي الميناء مفتوحا»",
    "Министр сказал: «Порт будет открыт».",
]


@pytest.mark.parametrize("text", WHOLE)
def test_whole_sentences_are_direct_in_any_script(text: str) -> None:
    assert [q.kind for q in find_quotations(article(text))] == ["direct"]


PARTS = [
    "政府は「重大な懸念」を表明した。",
    "Le maire y voit « un coup de poignard ».",
    "Der Bürgermeister sprach von einem „Stich in den Rücken“.",
]


@pytest.mark.parametrize("text", PARTS)
def test_parts_of_a_sentence_are_fragments_in_any_script(text: str) -> None:
    assert [q.kind for q in find_quotations(article(text))] == ["fragment"]


LABELS = [
    "The harbour board and its strategy of “quiet closure” failed. Many of the cranes are old.",
    "Why should it matter to the council that “she” is a fisherman?",
    "It was Morland’s “Tideline” that opened the festival in the harbour.",
    "The harbour is closed. “Follow Ann Bell on Twitter @annbell99.”",
    "Das sagte sie der „Rheinischen Post“ und nicht der „Esbyer Morgenpost“.",
    "Die Sendung lief im „Deutschlandfunk“.",
    "Das ist der Hafen, und sie hat mit «Das Licht der Kräne» und «Die Flut» schon zwei Preise geholt.",
    "Das ist der Hafen. „Die Salzkräne“ ist der Roman des Jahres.",
    "Das ist der Hafen. Das Wort von der „freien Fahrt für freie Kräne“ stammt von hier.",
    "Le port est vieux. Le rapport est intitulé «\u00a0Le prix du port\u00a0».",
    "Le port est vieux. La zone est surnommée «\u202fle marché\u202f» par les anciens.",
    "Le port est vieux. La ville a lu «\u00a0Le prix du port\u00a0» cet été.",
]


def test_a_capital_article_in_what_somebody_says_is_no_title() -> None:
    said = "Anna Bell called the board “The quiet killer of the harbour” on Monday."
    assert [q.kind for q in find_quotations(article(said))] == ["fragment"]
    read = "Nobody read “The harbour is closed,” and nobody came."
    assert [q.kind for q in find_quotations(article(read))] == ["direct"]


@pytest.mark.parametrize("text", LABELS)
def test_what_nobody_says_is_a_label(text: str) -> None:
    assert {q.kind for q in find_quotations(article(text))} == {"label"}


def test_each_of_several_posts_on_one_line_has_its_own_author() -> None:
    first, second = "We go on. https://t.co/Ab1", "So do we, and gladly."
    line = f"{first} — Ann Ruiz (@annruiz) May 2, 2024 {second} — Bo Lee (@bolee) 3 mai 2024"
    posts = find_posts(line)
    assert [(line[post.start : post.end], post.author) for post in posts] == [
        ("We go on.", "Ann Ruiz"),
        (second, "Bo Lee"),
    ]
