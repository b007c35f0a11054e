"""French: verbs and phrases of saying, pronouns, function words."""

from quotes.lexicon.language import Language, words

_PREPOSITIONS = words(
    "de du des pour à en dans avec par sur sous chez contre entre vers après avant depuis pendant selon lors au",
    "aux d’ d'",
)

FRENCH = Language(
    name="fr",
    verbs=words(
        "dit disent disait déclare déclaré déclarait déclarent affirme affirmé affirmait affirment explique",
        "expliqué expliquait",
        "expliquent ajoute ajouté ajoutait ajoutent estime estimé estimait estiment assure assuré assurait",
        "assurent souligne",
        "souligné soulignait soulignent précise précisé précisait précisent indique indiqué indiquait indiquent",
        "annonce annoncé",
        "annonçait rappelle rappelé rappelait raconte raconté racontait répond répondu répondait lance lancé",
        "lançait écrit",
        "écrivait reconnaît reconnu regrette regretté regrettait insiste insisté insistait confie confié confiait",
        "poursuit",
        "poursuivi poursuivait conclut conclu noté notait juge jugé jugeait dénonce dénoncé dénonçait martèle",
        "martelé tweeté",
        "twitté plaide plaidé promet promis prévient prévenu admet admis commente commenté réagi réagit évoque",
        "évoqué qualifié",
        "qualifie qualifiait accuse accusé critiqué critique demande demandé demandait exclamé exclame témoigne",
        "témoigné ironise",
        "ironisé salue salué fustigé fustige résume résumé observe observé argue argué renchérit détaille",
        "détaillé appelé appelle",
        "considère considéré soutient soutenu répète répété interroge interrogé nuance glisse glissé avance",
        "avancé prévenait",
        "peste jure juré crie crié avertit averti garantit décrit assène asséné balaie tranche tranché redoute",
        "espère espéré",
        "emporté emportée insurgé insurgée félicitée réjoui réjouie indigné indignée étonné étonnée défendu moqué",
        "moquée rétorqué rétorque",
        "déplore déploré félicité félicite menace menacé parle parlé",
    ),
    participles=words(
        "déclarant ajoutant affirmant expliquant estimant précisant soulignant assurant rappelant évoquant",
        "dénonçant indiquant disant qualifiant accusant",
    ),
    nounlike=frozenset(),
    nouns=words("déclaration déclarations propos mots formule promesse appel phrase accusation"),
    according=(("selon",), ("d'après",), ("d’après",), ("pour",), ("aux", "yeux", "de"), ("de", "l’avis", "de")),
    trailing=frozenset(),
    owners={},
    pronouns={
        "il": "m",
        "elle": "f",
        "celui-ci": "m",
        "celle-ci": "f",
        "ils": None,
        "elles": None,
        "on": None,
        "je": None,
        "nous": None,
        "qui": None,
        "t-il": "m",
        "t-elle": "f",
        "ce": None,
    },
    auxiliaries=words(
        "s’ s' m’ l’ a ont avait avaient est était sont a-t-il a-t-elle ensuite aussi également lui nous y en se",
        "s’est s'est",
        "s'était s’était",
        "encore déjà ainsi alors notamment toutefois même tout ne pas",
    ),
    prepositions=_PREPOSITIONS,
    openers=_PREPOSITIONS - words("de du des") | words("quand lorsque si comme interrogé interrogée invité invitée"),
    stops=_PREPOSITIONS - words("de du des d’ d'")
    | words(
        "que et mais qui dont lundi mardi mercredi jeudi vendredi samedi dimanche ce cette hier aujourd’hui",
        "lors",
    ),
    definite=words("le la les l’ l'"),
    determiners=words("le la les l’ l' un une des ce cette ces son sa ses leur leurs plusieurs certains deux trois"),
    function_words=words(
        "le la les un une des du de et ou mais dans par pour sur avec sans ce cette ces il elle ils elles nous",
        "vous je on que qui celui-ci celle-ci ceux-ci celles-ci celui celle ceux",
        "ne pas plus se sa son ses leur leurs au aux en est sont été c’est c'est qu’il d’un d’une l’on n’est être",
        "avoir a ont",
        "avait était comme tout tous même aussi où dont selon après avant entre être très",
    ),
    times=words(
        "lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd’hui aujourd'hui matin midi soir après-midi",
        "nuit dernier prochain récemment",
    ),
)
