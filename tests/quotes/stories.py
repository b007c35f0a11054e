"""Made-up articles that the tests of this room share."""

from pathlib import Path

from articles.article import Article


def article(text: str, name: str = "a.txt", **fields: str) -> Article:
    """Make an article of a text."""
    return Article(name, text, None, Path(name), **fields)


def articles(*texts: str) -> list[Article]:
    """Make articles named a.txt, b.txt, ..."""
    return [article(text, f"{chr(97 + number)}.txt") for number, text in enumerate(texts)]


HERALD = """Council fights over the harbour

Mayor Tom Ardley told the council that the port was “a money pit.” His deputy, Clara Oswin, disagreed. \
“We will keep the harbour open through the winter, and nobody who works here today will lose a berth \
because of it,” she said.

"Every crane that stands still costs us eleven thousand a day," according to harbour master Ingrid Vale.

“I have fished here for forty years,” said Peter Lund, 71, a fisherman from Esby. “And I have never seen anything \
like it.”
"""

LEDGER = """Ardley called the port a “money pit” on Monday. Ingrid Vale, the harbour master, said every crane \
that stands still “costs us eleven thousand [pounds] a day”.

‘I have fished here for forty years and … never seen anything like it,’ said Mr Lund.

“We will keep the harbour open through the winter,” Ms Oswin told the Ledger, “and nobody who works here today \
will lose a berth because of it.”
"""

HAFENBOTE = """Die Hafenministerin Maria Kessler hat die Schließung ausgeschlossen. „Wir halten den Hafen den ganzen \
Winter über offen“, sagte Kessler am Dienstag. Die Regierung habe „keinen Plan für die Werft“, so \
Gewerkschaftschef Jens Brandt.

Laut Kessler ist das Geld „auf Jahre gesichert“.
"""

TAGBLATT = """»Wir halten den Hafen den ganzen Winter offen«, sagte Ministerin Maria Kessler (SPD).

Brandt sagte, die Regierung habe »keinen Plan für die Werft«.
"""

JOURNAL = """La ministre Anna Ferrand a exclu toute fermeture. « Nous garderons le port ouvert tout l’hiver \
», a déclaré la ministre mardi. « Personne ne perdra sa place à cause de cela », a-t-elle ajouté.

Selon Jean Morel, président du syndicat, le gouvernement n’a « aucun plan pour le chantier naval ».
"""

DEPECHE = """« Nous garderons le port ouvert tout l'hiver », a promis Anna Ferrand. Jean Morel a dénoncé l’absence de \
« plan pour le chantier naval ».
"""
