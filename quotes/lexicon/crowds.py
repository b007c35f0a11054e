"""Nouns for several persons at once: whoever a sentence begins with, `Critics`, `Vecinos`, is nobody's name."""

import re

from quotes.lexicon.language import words
from quotes.lexicon.offices import BODIES

_CROWDS = words(
    "critics residents officials witnesses experts supporters opponents lawyers activists analysts doctors police",
    "protesters protestors demonstrators campaigners neighbours neighbors locals parents teachers students pupils",
    "nurses farmers fishermen firefighters investigators prosecutors detectives officers soldiers workers employees",
    "employers unions organisers organizers fans users customers voters readers viewers listeners observers sceptics",
    "skeptics scientists researchers economists historians academics professors engineers authorities lawmakers",
    "politicians ministers senators councillors councilors governors mayors diplomats sources insiders colleagues",
    "friends relatives families victims survivors passengers drivers commuters tourists visitors guests migrants",
    "refugees immigrants citizens people others many some several most few none both everyone everybody somebody",
    "women men children kids teenagers youths pensioners patients landlords tenants homeowners shoppers shopkeepers",
    "traders investors bankers shareholders executives managers directors bosses aides advisers advisors allies rivals",
    "detractors defenders proponents advocates commentators journalists reporters editors pundits bloggers pollsters",
    "republicans democrats conservatives liberals progressives moderates populists nationalists separatists rebels",
    "militants troops guards rangers paramedics rescuers volunteers donors members delegates attendees participants",
    "onlookers bystanders passersby players coaches athletes artists musicians actors writers authors designers",
    "developers builders planners architects regulators inspectors judges jurors defendants plaintiffs suspects",
    "prisoners inmates believers clergy priests bishops muslims christians jews catholics veterans hunters sailors",
    # French
    "critiques habitants riverains voisins manifestants syndicats syndicalistes experts opposants partisans témoins",
    "responsables élus médecins avocats enseignants étudiants parents agriculteurs pêcheurs salariés policiers",
    "pompiers chercheurs économistes observateurs associations défenseurs détracteurs militants citoyens électeurs",
    # Spanish
    "críticos vecinos residentes habitantes expertos testigos manifestantes activistas opositores partidarios",
    "defensores detractores abogados médicos maestros profesores estudiantes padres agricultores pescadores",
    "trabajadores sindicatos policías bomberos investigadores economistas analistas observadores ciudadanos votantes",
    "fuentes autoridades funcionarios diputados",
    # German
    "kritiker anwohner experten zeugen gegner befürworter anhänger unterstützer beamte beobachter fachleute ärzte",
    "anwälte juristen aktivisten demonstranten nachbarn eltern lehrer schüler studenten bauern arbeiter",
    "beschäftigte gewerkschafter forscher ökonomen historiker polizisten ermittler bürger wähler mieter politiker",
    "umweltschützer tierschützer einheimische betroffene angehörige insider",
)
_ENDINGS = re.compile(r"\w{3,}(?:ers|ors|ists|ians|ants|ents|women|men|goers|istas|antes|ientes)")
"""What such nouns end in, where nothing but the word itself can tell."""


def is_crowd(word: str) -> bool:
    """May a word, in small letters, that only begins sentences mean several persons rather than be a name?"""
    return word in _CROWDS or (word not in BODIES and _ENDINGS.fullmatch(word) is not None)
