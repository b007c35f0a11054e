"""What news does to say who speaks; each passage with the speakers of its quotations, labels left out."""

import pytest

from quotes.quotations import find_quotations
from tests.quotes.stories import article


def speakers(text: str) -> list[str | None]:
    return [q.speaker for q in find_quotations(article(text)) if q.kind != "label"]


Case = tuple[str, list[str | None]]

PLACES: list[Case] = [
    ("“The bridge is closed,” said Nora Quill.", ["Nora Quill"]),
    ("“The bridge is closed,” Nora Quill said.", ["Nora Quill"]),
    ("Nora Quill said: “The bridge is closed.”", ["Nora Quill"]),
    ("Nora Quill said, “The bridge is closed.”", ["Nora Quill"]),
    ("Nora Quill said the bridge was “closed to all traffic.”", ["Nora Quill"]),
    ("“The bridge,” Nora Quill said, “is closed to all traffic.”", ["Nora Quill"] * 2),
    ("“The bridge is closed,” Nora Quill said. “It will stay closed.”", ["Nora Quill"] * 2),
    ("“The bridge is closed,” said Nora Quill, the mayor of Esby, on Monday.", ["Nora Quill"]),
    ("“The bridge is closed,” Nora Quill, who has run Esby since May, said.", ["Nora Quill"]),
    ("“The bridge is closed,” Nora Quill, the mayor of Esby, told reporters on Monday.", ["Nora Quill"]),
    ("Nora Quill, who was standing beside Tom Ard, said, “The bridge is closed.”", ["Nora Quill"]),
    ("“The bridge is closed,” quipped Nora Quill.", ["Nora Quill"]),
    ("“The bridge is closed,” deadpanned Nora Quill.", ["Nora Quill"]),
    ("“The bridge is closed,” Nora Quill deadpanned.", ["Nora Quill"]),
    ("“Is the bridge closed?” asked Nora Quill.", ["Nora Quill"]),
    ("“The bridge is closed!” Nora Quill shouted over the noise.", ["Nora Quill"]),
    ("‘The bridge is closed to all traffic,’ said Nora Quill.", ["Nora Quill"]),
    ("The bridge, says Nora Quill, is “a danger to us all”.", ["Nora Quill"]),
    ("For Nora Quill, it was simple. “The bridge is closed,” she said.", ["Nora Quill"]),
]

PHRASES: list[Case] = [
    ("According to Nora Quill, the bridge is “a danger to all of us.”", ["Nora Quill"]),
    ("The bridge is “a danger to all of us,” according to Nora Quill.", ["Nora Quill"]),
    ("“The bridge is closed,” according to a letter from Nora Quill.", ["Nora Quill"]),
    ("In a statement, Nora Quill called the bridge “a danger to all of us.”", ["Nora Quill"]),
    ("“The bridge is closed,” Nora Quill said in a statement on Monday.", ["Nora Quill"]),
    ("“The bridge is closed,” Nora Quill told the Esby Ledger.", ["Nora Quill"]),
    ("“The bridge is closed,” Nora Quill was quoted as saying by Reuters.", ["Nora Quill"]),
    ("Reuters quoted Nora Quill as saying: “The bridge is closed.”", ["Nora Quill"]),
    ("“The bridge is closed,” Nora Quill wrote on X.", ["Nora Quill"]),
    ("Nora Quill wrote on Truth Social: “The bridge is closed.”", ["Nora Quill"]),
    ("Nora Quill posted on X, “The bridge is closed.”", ["Nora Quill"]),
    ("“The bridge is closed,” Nora Quill tweeted.", ["Nora Quill"]),
    ("Asked whether the bridge would open, Nora Quill replied: “Not this year, no.”", ["Nora Quill"]),
    ("Asked by Tom Ard if the bridge would open, Nora Quill said, “Not this year, no.”", ["Nora Quill"]),
    ("Speaking to reporters in Esby, Nora Quill said the bridge was “a danger to all.”", ["Nora Quill"]),
    ("Nora Quill walked across the square, adding: “The bridge is closed.”", ["Nora Quill"]),
    ("Nora Quill dismissed the plan as “a waste of public money.”", ["Nora Quill"]),
    ("Nora Quill’s warning that the bridge was “a danger to all” was heard.", ["Nora Quill"]),
    ("In an interview with the Ledger, Nora Quill said she was “tired of waiting.”", ["Nora Quill"]),
    ("“The bridge is closed,” Nora Quill said, adding that it was “a danger to all.”", ["Nora Quill"] * 2),
    ("Nora Quill was blunt: “The bridge is closed.”", ["Nora Quill"]),
    ("Nora Quill, for her part, insisted that “no one will cross.”", ["Nora Quill"]),
]

NAMES: list[Case] = [
    ("“The bridge is closed,” Mr. Ard said. Tom Ard is the mayor.", ["Tom Ard"]),
    ("“The bridge is closed,” Mr Ard said. Tom Ard is the mayor.", ["Tom Ard"]),
    ("“The bridge is closed,” said Sen. Tom Ard (R-Ohio).", ["Tom Ard"]),
    ("“The bridge is closed,” Sen. Tom Ard, R-Ohio, said.", ["Tom Ard"]),
    ("“The bridge is closed,” Tom Ard, 45, said.", ["Tom Ard"]),
    ("Tom Ard, 45, from Esby, said: “The bridge is closed.”", ["Tom Ard"]),
    ("“The bridge is closed,” said Prime Minister Tom Ard.", ["Tom Ard"]),
    ("“The bridge is closed,” said Esby police chief Tom Ard.", ["Tom Ard"]),
    ("“The bridge is closed,” said Rep. Tom Ard, the panel’s top Democrat.", ["Tom Ard"]),
    ("“The bridge is closed,” said Khalid bin Rashid al-Mutairi.", ["Khalid bin Rashid al-Mutairi"]),
    ("“The bridge is closed,” said Wang Xiuying, a clerk.", ["Wang Xiuying"]),
    ("“The bridge is closed,” Kim Dae-jung Park said.", ["Kim Dae-jung Park"]),
    ("“The bridge is closed,” said María José García Márquez.", ["María José García Márquez"]),
    ("“The bridge is closed,” said Jan van der Veen.", ["Jan van der Veen"]),
    ("“The bridge is closed,” said Ursula von der Heide.", ["Ursula von der Heide"]),
    ("“The bridge is closed,” said Seán O’Rourke-Byrne.", ["Seán O’Rourke-Byrne"]),
    ("“The bridge is closed,” said J.P. Ard Jr.", ["J.P. Ard Jr."]),
    ("“The bridge is closed,” said Søren Ågård.", ["Søren Ågård"]),
    ("“The bridge is closed,” said Zoë Ó Briain.", ["Zoë Ó Briain"]),
    ("“The bridge is closed,” said Esby’s Tom Ard.", ["Tom Ard"]),
    ("“The bridge is closed,” Ard’s lawyer, Nora Quill, said. Tom Ard was out.", ["Nora Quill"]),
    ("“The bridge is closed,” said Lord Ard of Esby. Ard was late.", ["Ard"]),
]

OTHERS: list[Case] = [
    ("“The bridge is closed,” officials said.", [None]),
    ("“The bridge is closed,” a spokesperson for the ministry said.", [None]),
    ("“The bridge is closed,” a spokesman for Nora Quill said.", [None]),
    ("“The bridge is closed,” said a driver who gave only her age.", [None]),
    ("“The bridge is closed,” residents told the Ledger.", [None]),
    ("Nora Quill was out. “The bridge is closed,” her lawyer said.", [None]),
    ("Nora Quill was out. “The bridge is closed,” one of her neighbours said.", [None]),
    ("Nora Quill and Tom Ard met. “The bridge is closed,” they said.", [None]),
    ("“The bridge is closed,” the ministry said in a statement.", [None]),
    ("“The bridge is closed,” read a sign at the entrance.", [None]),
]

CARRIED: list[Case] = [
    ("Nora Quill was there. “The bridge is closed,” she said.", ["Nora Quill"]),
    ("Nora Quill met Tom Ard. “The bridge is closed,” he said.", ["Tom Ard"]),
    ("Nora Quill met Tom Ard. “The bridge is closed,” she said.", ["Nora Quill"]),
    ("Tom Ard was there. “The bridge is closed,” said the 46-year-old.", ["Tom Ard"]),
    ("Tom Ard wondered aloud, telling Nora Quill, “The bridge is closed.”", ["Tom Ard"]),
    ("Sen. Tom Ard was there. “The bridge is closed,” the senator said.", ["Tom Ard"]),
    ("Mayor Nora Quill met Senator Tom Ard. “The bridge is closed,” the mayor said.", ["Nora Quill"]),
    (
        "“The bridge is closed,” Nora Quill said. “No,” Tom Ard replied. “It is open.”",
        ["Nora Quill", "Tom Ard", "Tom Ard"],
    ),
    (
        "“The bridge is closed,” Nora Quill said.\n\n“It will stay closed.”\n\n“Good,” said Tom Ard.",
        ["Nora Quill", "Nora Quill", "Tom Ard"],
    ),
    (
        "“The bridge is closed,” Nora Quill said.\n\n“It was old.\n\n“It was rotten,” she added.",
        ["Nora Quill"] * 3,
    ),
    ("Nora Quill was angry.\n\n“The bridge is closed.”", ["Nora Quill"]),
    ("The bridge was old, Nora Quill said. “It is closed.”", ["Nora Quill"]),
    ("“The bridge is closed.”\n— Nora Quill, mayor of Esby", ["Nora Quill"]),
    ("“The bridge is closed.” – Nora Quill", ["Nora Quill"]),
    ("The Bridge Secretary, Ms Quill, said: “The bridge is closed.”", ["Quill"]),
    ("The Prime Minister said: “The bridge is closed.”", [None]),
    ("By Tom Ard\n\nThe driver was there. “The bridge is closed,” he said.", [None]),
    ("By Tom Ard and Nora Quill\n\nThe driver was there. “The bridge is closed,” she said.", [None]),
    ("They came from Port Esby. The mayor wept as he spoke. “The bridge is closed,” he said.", [None]),
    ("Mayor Tom Ard came from Port Esby. The mayor wept as he spoke. “It is closed,” he said.", ["Tom Ard"]),
    (
        "“The bridge is closed,” said Quill.\n\nFor Ruth Vale, 78, it was enough to be here. “It is open,” she said.",
        ["Quill", "Ruth Vale"],
    ),
    ("Nora Quill led the march. “Open it,” she said. A man held a sign: “The bridge is ours.”", ["Nora Quill", None]),
    ("DES MOINES — The driver was there. “The bridge is closed,” he said.", [None]),
    ("PORT ESBY, Maine (AP) — The driver was there. “The bridge is closed,” he said.", [None]),
    (
        "Halcyon cut 40 jobs.\n\nQuill, whose union has 900 Halcyon members, was blunt.\n\n“It is closed,” she said.",
        ["Quill"],
    ),
    ("He put it like this: “The bridge is closed,” said Tom Ard.", ["Tom Ard"]),
]


@pytest.mark.parametrize(("text", "expected"), PLACES + PHRASES + NAMES + OTHERS + CARRIED)
def test_english_habits(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


GERMAN: list[Case] = [
    ("„Wir schließen die Brücke“, sagte Nora Quill.", ["Nora Quill"]),
    ("„Wir schließen die Brücke“, sagte Bürgermeisterin Nora Quill (CDU) am Montag.", ["Nora Quill"]),
    ("„Wir schließen die Brücke“, sagte Bundeskanzler Tom Ard der „Esbyer Zeitung“.", ["Tom Ard"]),
    ("„Wir schließen die Brücke“, sagte Ard der dpa. Der Minister Tom Ard kam spät.", ["Tom Ard"]),
    ("„Wir schließen die Brücke“, sagte der Chef der Werft, Tom Ard.", ["Tom Ard"]),
    ("„Wir schließen die Brücke“, kritisierte Nora Quill.", ["Nora Quill"]),
    ("„Wir schließen die Brücke“, witzelte Tom Ard.", ["Tom Ard"]),
    ("„Wir schließen die Brücke“, munkelte am Abend Nora Quill.", ["Nora Quill"]),
    ("„Wir schließen die Brücke“, teilte Nora Quill am Montag mit.", ["Nora Quill"]),
    ("„Wir schließen die Brücke“, so Nora Quill.", ["Nora Quill"]),
    ("„Wir schließen die Brücke“, heißt es aus der Stadt.", [None]),
    ("„Wir schließen die Brücke“, hieß es in dem Brief der Stadt.", [None]),
    ("Nora Quill zufolge ist die Brücke „eine Gefahr für alle“.", ["Nora Quill"]),
    ("Laut Nora Quill ist die Brücke „eine Gefahr für alle“.", ["Nora Quill"]),
    ("Nach Angaben von Nora Quill ist die Brücke „eine Gefahr für alle“.", ["Nora Quill"]),
    ("Für Nora Quill ist die Brücke „eine Gefahr für alle“.", ["Nora Quill"]),
    ("Die Brücke sei „eine Gefahr für alle“, sagte Nora Quill.", ["Nora Quill"]),
    ("Nora Quill betonte, die Brücke sei „eine Gefahr für alle“.", ["Nora Quill"]),
    ("Nora Quill stellte am Montag klar: „Wir schließen die Brücke.“", ["Nora Quill"]),
    ("Nora Quill von der Werft Esby erklärt dazu: „Wir schließen die Brücke.“", ["Nora Quill"]),
    ("Ähnlich sieht es Nora Quill vom Hafenamt: „Wir schließen die Brücke.“", ["Nora Quill"]),
    ("Gegenüber der Zeitung zeigte sich Nora Quill empört: „Wir schließen die Brücke.“", ["Nora Quill"]),
    ("Zugleich warnte Nora Quill: „Wir schließen die Brücke.“", ["Nora Quill"]),
    ("Am Montag sagte in Esby die Ministerin Nora Quill: „Wir schließen die Brücke.“", ["Nora Quill"]),
    ("„Die Brücke ist alt“, sagte Nora Quill. „Wir schließen sie.“", ["Nora Quill"] * 2),
    ("Nora Quill war dort. „Wir schließen die Brücke“, sagte sie.", ["Nora Quill"]),
    ("Tom Ard traf Nora Quill. „Wir schließen die Brücke“, sagte er.", ["Tom Ard"]),
    ("Der CDU-Politiker Tom Ard war dort. „Wir schließen die Brücke“, sagte der Politiker.", ["Tom Ard"]),
    ("„Wir schließen die Brücke“, sagte Ursula von der Heide.", ["Ursula von der Heide"]),
    ("„Wir schließen die Brücke“, sagte Khalid bin Rashid.", ["Khalid bin Rashid"]),
    ("„Wir schließen die Brücke“, sagte Anna-Lena Berg-Hansen (Grüne).", ["Anna-Lena Berg-Hansen"]),
    ("„Wir schließen die Brücke“, sagt die Historikerin und Autorin Nora Quill.", ["Nora Quill"]),
    ("„Wir schließen die Brücke“, sagte der Bau-, Sozial- und Verkehrsminister Tom Ard.", ["Tom Ard"]),
    ("„Wir schließen die Brücke“, sagte ein Anwohner.", [None]),
    ("„Wir schließen die Brücke“, sagte die Polizei.", [None]),
    ("„Wir schließen die Brücke“, erklärten sie. Nora Quill und Tom Ard gingen.", [None]),
    ("Der frühere Springer Tom Ard war dort. „Wir schließen die Brücke“, sagte der 51-Jährige.", ["Tom Ard"]),
    ("Pressesprecher Tom Stein war dort. „Wir schließen die Brücke“, sagte Stein.", ["Tom Stein"]),
    ("Nora Bürger war dort. „Wir schließen die Brücke“, sagte Juristin Bürger.", ["Nora Bürger"]),
    ("Nora Baumann war dort. „Wir schließen die Brücke“, sagte Baumann.", ["Nora Baumann"]),
    ("„Wir schließen die Brücke“, sagte ihr Trainer Tom Ard.", ["Tom Ard"]),
    ("Die Präsidentin Nora Quill traf den Präsidenten Tom Ard. „Nein und nein“, so die Präsidentin.", ["Nora Quill"]),
    ("Auf dem Teppich in Esby sagten Sie: „Wir schließen die Brücke.“ Nora Quill lacht.", [None]),
    ("„Wir schließen die Brücke“, sagte Nora Quill der Esbyer Presse-Agentur.", ["Nora Quill"]),
    ("„Wir schließen die Brücke“, sagte Nora Quill den Esbyer Nachrichten.", ["Nora Quill"]),
    ("Ministerin Nora Quill lehnt ab. „Nein und nein“, sagte die CDU-Politikerin der „Esbyer Post“.", ["Nora Quill"]),
    ("Ministerin Nora Quill traf Minister Tom Ard. „Nein und nein“, sagte der SPD-Politiker.", ["Tom Ard"]),
    ("Ministerin Nora Quill traf Minister Tom Ard. „Nein und nein“, sagte die SPD-Politikerin.", ["Nora Quill"]),
    ("Fahrer Tom Ard war da. „Nein und nein“, sagte der SPD-Politiker.", [None]),
    ("„Wir schließen die Brücke“, sagte Nora Quill NDR Esby.", ["Nora Quill"]),
    ("Minister Kern versprach schnellere Visa: „Wir schließen die Brücke.“", ["Kern"]),
    ("Da sieht der Minister Vorteile: „Wir schließen die Brücke.“", [None]),
    ("Brückensturz: „Wir schließen die Brücke“", [None]),
    ("Nora Quill war da. Ein Mann hielt ein Schild hoch: „Wir schließen die Brücke“.", [None]),
    ("Generell ist die Lage in Esby schwierig. „Die Brücke ist alt und das Geld ist knapp.“", [None]),
]

FRENCH: list[Case] = [
    ("« Le pont est fermé », a déclaré Luc Morel.", ["Luc Morel"]),
    ("« Le pont est fermé », déclare Luc Morel, maire d’Esby.", ["Luc Morel"]),
    ("« Le pont est fermé », a déclaré à l’AFP Luc Morel.", ["Luc Morel"]),
    ("« Le pont est fermé », a déclaré mardi soir à la radio le maire Luc Morel.", ["Luc Morel"]),
    ("« Le pont est fermé », a lancé le président Luc Morel.", ["Luc Morel"]),
    ("« Le pont est fermé », persifle Luc Morel.", ["Luc Morel"]),
    ("« Le pont est fermé », a ronchonné Luc Morel.", ["Luc Morel"]),
    ("« Le pont est fermé », s’est énervé Luc Morel.", ["Luc Morel"]),
    ("« Le pont est fermé », estime la ministre de la Mer, Anne Valois.", ["Anne Valois"]),
    ("« Le pont est fermé », a assuré le ministre de l’Intérieur Luc Morel.", ["Luc Morel"]),
    ("« Le pont est fermé », selon Luc Morel.", ["Luc Morel"]),
    ("Selon Luc Morel, le pont est « un danger pour la ville ».", ["Luc Morel"]),
    ("D’après Luc Morel, le pont est « un danger pour la ville ».", ["Luc Morel"]),
    ("Pour Luc Morel, le pont est « un danger pour la ville ».", ["Luc Morel"]),
    ("« Le pont est fermé », a tonné le chef du groupe Luc Morel.", ["Luc Morel"]),
    ("« Le pont est fermé », a dit la députée PS Anne Valois.", ["Anne Valois"]),
    ("« Le pont est fermé », a soutenu Me Anne Valois.", ["Anne Valois"]),
    ("« Le pont est fermé », a récemment déclaré Luc Morel.", ["Luc Morel"]),
    ("« Le pont est fermé », a dit le président du parti Les Ponts (LP), Luc Morel.", ["Luc Morel"]),
    ("La ville ferme le pont pour « éviter un danger de plus ».", [None]),
    ("Luc Morel a estimé que le pont était « un danger pour la ville ».", ["Luc Morel"]),
    ("Luc Morel a prévenu : « Le pont est fermé. »", ["Luc Morel"]),
    ("Luc Morel est là. « Le pont est fermé », dit-il.", ["Luc Morel"]),
    ("Luc Morel est là. « Le pont est fermé », a-t-il dit à la presse.", ["Luc Morel"]),
    ("Anne Valois est là. « Le pont est fermé », explique-t-elle.", ["Anne Valois"]),
    ("« Le pont est fermé », explique-t-on à la mairie.", [None]),
    ("« Le pont est vieux », a dit Luc Morel. « Il est fermé. »", ["Luc Morel"] * 2),
    ("« Le pont, a dit Luc Morel, est fermé. » Luc Morel est parti.", ["Luc Morel"]),
    ("Anne Valois est là. « Le pont est vieux, a-t-elle lancé, et il est fermé. »", ["Anne Valois"]),
    ("« Le pont est vieux, explique Luc Morel. Il est fermé. »", ["Luc Morel"]),
    ("« Le pont est vieux, dit-on, et il est fermé », a dit Luc Morel.", ["Luc Morel"]),
    ("« Le pont, beau et grand, Luc Morel, est à nous. »", [None]),
    ("Le patron sourit. « On a gagné, je l’ai dit, a souri le patron. »", [None]),
    ("« Le pont est fermé », a déclaré Dominique de Villars.", ["Dominique de Villars"]),
    ("L’aventurier est parti de la ville. « Le pont est fermé », dit la police.", [None]),
    ("« Le pont est fermé », confie un habitant de la rue.", [None]),
    ("Ici on n’en demandait pas tant : « Le pont est fermé », a résumé Luc Morel.", ["Luc Morel"]),
    (
        "« Le pont est fermé », dit Luc Morel, du Syndicat des passeurs, qui y voit « un danger pour la ville ».",
        ["Luc Morel"] * 2,
    ),
    ("Le maire Luc Morel a de son côté pointé « un danger pour la ville ».", ["Luc Morel"]),
    ("Luc Morel a à son tour dénoncé « un danger pour la ville ».", ["Luc Morel"]),
    ("Luc Morel est PDG du port. « Le pont est fermé », a dit le PDG.", [None]),
    ("Le PDG a promis que « le pont sera fermé lundi ».", [None]),
    ("La foule est rue Saint-Clair. « Le pont est fermé », a-t-il dit.", [None]),
]

SPANISH: list[Case] = [
    ("«El puente está cerrado», dijo Ana Gil.", ["Ana Gil"]),
    ("«El puente está cerrado», ha explicado Ana Gil.", ["Ana Gil"]),
    ("«El puente está cerrado», aseguró este martes la ministra Ana Gil.", ["Ana Gil"]),
    ("«El puente está cerrado», dijo en una entrevista el alcalde Juan Ruiz.", ["Juan Ruiz"]),
    ("«El puente está cerrado», dijo el director del Banco Central, Juan Ruiz.", ["Juan Ruiz"]),
    ("«El puente está cerrado», según Ana Gil.", ["Ana Gil"]),
    ("Según Ana Gil, el puente es «un peligro para la ciudad».", ["Ana Gil"]),
    ("Para Ana Gil, el puente es «un peligro para la ciudad».", ["Ana Gil"]),
    ("La ciudad cierra el puente para «evitar un peligro más».", [None]),
    ("Ana Gil ha asegurado que el puente es «un peligro para la ciudad».", ["Ana Gil"]),
    ("Ana Gil advirtió: «El puente está cerrado».", ["Ana Gil"]),
    ("El alcalde Juan Ruiz estaba allí. «El puente está cerrado», dijo a la red Onda.", ["Juan Ruiz"]),
    ("«El puente está cerrado», expresó Celso Juan Marín.", ["Celso Juan Marín"]),
    ("«El puente está cerrado», bufó Ana Gil.", ["Ana Gil"]),
    ("La alcaldesa Ana Gil estaba en el puente. «Está cerrado», lamentó.", ["Ana Gil"]),
    ("Los vecinos y Ana Gil estaban en el puente. «Está cerrado», aseguran.", [None]),
    ("«El puente es viejo», dijo Ana Gil. «Está cerrado», añadió.", ["Ana Gil"] * 2),
    ("«El puente está cerrado», dijo María José García Márquez.", ["María José García Márquez"]),
    ("«El puente está cerrado», explicó el magistrado del Tribunal Supremo Ángel Soto.", ["Ángel Soto"]),
    ("«El puente es viejo —dijo Ana Gil— y está cerrado».", ["Ana Gil"]),
    ("«El puente es viejo, ha dicho Ana Gil, y está cerrado».", ["Ana Gil"]),
    ("«El puente está cerrado», dijo un vecino de la zona.", [None]),
]

LANGUAGE_OF = {
    "de": "Das ist der Hafen und die Stadt ist nicht groß. ",
    "fr": "Le port est dans la ville et il est vieux. ",
    "es": "El puerto es de la ciudad y los barcos son viejos. ",
}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [(language, *case) for language, cases in (("de", GERMAN), ("fr", FRENCH), ("es", SPANISH)) for case in cases],
)
def test_habits_of_german_french_and_spanish(language: str, text: str, expected: list[str | None]) -> None:
    assert speakers(LANGUAGE_OF[language] + "\n\n" + text) == expected


ELSEWHERE: list[Case] = [
    ("„Wir schließen die Brücke“, sagte Tom Ard.", ["Tom Ard"]),
    ("“Wir schließen die Brücke”, sagte Ard.", ["Tom Ard"]),
    ("« Le pont est fermé », a déclaré Tom Ard.", ["Tom Ard"]),
    ("«El puente está cerrado», dijo Tom Ard.", ["Tom Ard"]),
]


@pytest.mark.parametrize(("text", "expected"), ELSEWHERE)
def test_a_sentence_speaks_its_own_language(text: str, expected: list[str | None]) -> None:
    english = "The bridge of Esby is closed, and it will stay closed for the whole year. Tom Ard is the mayor.\n\n"
    assert speakers(english + text) == expected
