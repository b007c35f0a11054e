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
]


@pytest.mark.parametrize(("text", "expected"), PLACES + PHRASES + NAMES + OTHERS + CARRIED)
def test_english_habits(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected
