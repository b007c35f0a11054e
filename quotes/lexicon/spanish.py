"""Spanish: verbs and phrases of saying, pronouns, function words."""

from quotes.lexicon.language import Language, words

_PREPOSITIONS = words(
    "de del para con en a al por sobre ante tras durante desde hasta entre según contra sin hacia bajo"
)

SPANISH = Language(
    name="es",
    verbs=words(
        "dijo dice dijeron dicen dicho decía declaró declaran declarado afirmó afirma afirmaron afirman afirmado",
        "aseguró asegura",
        "aseguraron asegurado explicó explica explicaron explicado añadió añade añadido agregó agrega señaló",
        "señala señalado",
        "señalaron indicó indica indicaron subrayó subraya destacó destaca manifestó manifestado advirtió",
        "advierte advertido",
        "insistió insiste recordó recuerda sostuvo sostiene comentó comenta respondió responde escribió escribe",
        "anunció anuncia",
        "apuntó apunta reconoció reconoce concluyó concluye lamentó lamenta criticó critica denunció denuncia",
        "pidió pide preguntó",
        "pregunta contó cuenta expresó expresa precisó precisa reiteró reitera confesó calificó califica aseveró",
        "puntualizó zanjó",
        "sentenció prometió promete acusó acusa llamó describió relató tuiteó exclamó opinó opina alertó matizó",
        "defendió",
    ),
    participles=words("diciendo añadiendo asegurando afirmando señalando"),
    nounlike=frozenset(),
    nouns=words("declaración declaraciones palabras promesa frase acusación"),
    according=(("según",), ("en", "palabras", "de"), ("de", "acuerdo", "con")),
    trailing=frozenset(),
    owners={},
    pronouns={"él": "m", "ella": "f", "ellos": None, "ellas": None, "yo": None, "quien": None, "nosotros": None},
    auxiliaries=words(
        "ha han había habían fue era está también después luego ya no se le les lo además así aún igualmente"
    ),
    prepositions=_PREPOSITIONS,
    openers=_PREPOSITIONS - words("de del") | words("cuando si como mientras preguntado preguntada"),
    stops=_PREPOSITIONS - words("de del")
    | words("que y pero quien lunes martes miércoles jueves viernes sábado domingo este esta ayer hoy"),
    definite=words("el la los las"),
    determiners=words("el la los las un una unos unas este esta su sus varios algunos dos tres"),
    function_words=words(
        "el la los las un una unos unas de del y o pero en con sin por para su sus que no se lo es al como más",
        "este esta a ha han",
        "fue era son ser está también ya muy entre sobre desde hasta cuando donde porque según ese esa le les",
    ),
    times=words(
        "lunes martes miércoles jueves viernes sábado domingo ayer hoy anoche tarde mañana noche recientemente"
    ),
)
