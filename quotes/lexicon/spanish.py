"""Spanish: verbs and phrases of saying, pronouns, function words."""

from quotes.lexicon.language import Language, words
from quotes.lexicon.romance import spanish_participles, spanish_verbs

_PREPOSITIONS = words(
    "de del para con en a al por sobre ante tras durante desde hasta entre según contra sin hacia bajo"
)

_REGULAR = (
    "declarar afirmar asegurar explicar agregar señalar indicar subrayar destacar manifestar comentar responder",
    "anunciar apuntar lamentar criticar denunciar preguntar expresar precisar reiterar calificar aseverar puntualizar",
    "zanjar sentenciar acusar llamar relatar tuitear exclamar opinar alertar matizar insistir recordar avisar",
    "remarcar resaltar recalcar enfatizar argumentar alegar confirmar considerar valorar celebrar confiar admitir",
    "añadir advertir prometer sugerir rechazar reclamar exigir replicar ironizar bromear susurrar gritar espetar",
    "cuestionar narrar detallar informar revelar aclarar garantizar justificar estimar reflexionar rematar continuar",
    "proseguir apostillar augurar vaticinar pronosticar clamar suspirar desvelar abundar ahondar concretar defender",
    "reivindicar reprochar lanzar proclamar saludar felicitar ensalzar tachar observar publicar adelantar certificar",
    "corroborar cuantificar vocear quejar jactar congratular sincerar referir suplicar animar reaccionar resumir",
    "describir escribir",
)
_OTHERS = words(
    "dijo dice dijeron dicen dicho decía decían diría diciendo declarado advierte advierten recuerda recuerdan",
    "insiste sostuvo sostiene sostienen sostenía sostenido reconoció reconoce reconocen reconocía reconocido concluyó",
    "concluye concluían concluido pidió pide piden pedía pedido contó cuenta cuentan contaba contado confesó confiesa",
    "confesaba confesado defendió defiende defienden manifiesta advirtió mantuvo mantiene mantienen expuso expone",
    "expuesto propuso propone propuesto dispuso aparece escrito descrito describe prosiguió prosigue siguió sigue",
    "apostó apuesta cree creen creía piensa piensan niega negó negado sugiere sugirió reprueba aprobó aduce adujo",
    "responde respondió cierra cerró cita citó estimó juzga juzgó aseguran lee dictaminó arguyó aprieta pregunta",
    "sentencia critica denuncia anuncia rechaza explicita prometió tacha tachó concede concedió",
)

SPANISH = Language(
    name="es",
    verbs=(spanish_verbs(*_REGULAR) | _OTHERS)
    - words("llaman publican publicado lee aprobó sigue siguió cerró cierra"),
    participles=spanish_participles(*_REGULAR)
    | words("diciendo añadiendo advirtiendo pidiendo concluyendo sosteniendo"),
    nounlike=frozenset(),
    nouns=words("declaración declaraciones palabras promesa frase acusación"),
    according=(
        ("según",),
        ("en", "palabras", "de"),
        ("de", "acuerdo", "con"),
        ("en", "opinión", "de"),
        ("a", "juicio", "de"),
        ("para",),
    ),
    trailing=frozenset(),
    owners={},
    pronouns={
        "él": "m",
        "ella": "f",
        "ellos": None,
        "ellas": None,
        "yo": None,
        "quien": None,
        "nosotros": None,
        "éste": "m",
        "ésta": "f",
        "este": None,
    },
    auxiliaries=words(
        "ha han había habían fue era está también después luego ya no se le les lo además así aún igualmente tras",
        "haber habría hubo nos me asimismo finalmente posteriormente entonces hoy ayer incluso sólo solo",
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
        "lunes martes miércoles jueves viernes sábado domingo ayer hoy anoche tarde mañana noche recientemente pasado"
    ),
    sentence_openers=words(
        "además ahora ahí allí ambos ante antes apenas aquel aquella aquí así asimismo aun aunque bajo bueno cada",
        "casi cerca como con contra cual cualquier cuando cuanto dado de debido del dentro desde después detrás dicho",
        "dos durante él ella ellos en encima entonces entre era es esa ese eso esos esta estas este esto estos fue",
        "gracias ha había hacia han hasta hay hoy igual incluso junto la las le les lo los luego más mas mejor menos",
        "mi mientras mucho muchos muy nada nadie ni ningún ninguno ninguna no nos nosotros nuestra nuestro nunca o",
        "otra otro otros para pero poco por porque pues que qué quien quién quizá quizás se según ser si sí siempre",
        "sin sino sobre solo sólo son su sus tal también tampoco tan tanto tantos tras tres tu tuvo un una uno unos",
        "unas varias varios ya yo finalmente actualmente ayer anoche todo toda todos todas acerca pese aparte dicha",
        "posteriormente detenida detenido preguntado preguntada primero segundo ex cómo cuándo dónde cuál",
    ),
    views=words("para"),
    places=words("en"),
    adverb_endings=("mente",),
    verb_endings=("a", "ó", "aba", "ía", "ado", "ido"),
    drops_subjects=True,
    head_first=True,
)
