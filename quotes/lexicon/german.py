"""German: verbs and phrases of saying, pronouns, function words."""

from quotes.lexicon.language import Language, words
from quotes.lexicon.offices import GERMAN_DAYS

_PREPOSITIONS = words(
    "von für in bei aus mit nach vor zu über gegen im am zum zur vom beim an auf unter gegenüber durch um ohne",
    "seit wegen",
    "während trotz laut hinter neben zwischen ins ans",
)

GERMAN = Language(
    name="de",
    verbs=words(
        "sagte sagt sagten sagen gesagt erklärte erklärt erklärten betonte betont betonten meinte meint meinten",
        "fügte fügt fügten",
        "ergänzte ergänzt schrieb schreibt schrieben geschrieben teilte teilten warnte warnt warnten forderte",
        "fordert forderten",
        "kritisierte kritisiert kritisierten kündigte kündigt kündigten antwortete antwortet fragte fragt",
        "berichtete berichtet",
        "berichteten bestätigte bestätigt bestätigten behauptete behauptet behaupteten versicherte versichert",
        "verkündete",
        "verkündet unterstrich äußerte äußerten bekräftigte bekräftigt nannte nennt nannten bezeichnete bezeichnet",
        "bezeichneten sprach spricht sprachen rief ruft riefen twitterte twittert erzählte erzählt erwiderte",
        "erwidert",
        "entgegnete räumte bemerkte lobte lobt mahnte mahnt mahnten verlangte verlangt versprach verspricht",
        "erläuterte",
        "erläutert zitierte zitiert zitierten beteuerte resümierte urteilte urteilt klagte klagt klagten",
        "schimpfte prophezeite",
        "begründete begründet konstatierte so freute zeigte findet fand hofft hoffte glaubt glaubte formulierte",
        "formuliert",
        "beklagte beklagt drohte droht wiederholte beschrieb beschreibt stellte wies verteidigte dankte gab hieß",
        "heißt verurteilte",
        "angekündigt gefordert kritisiert versprochen geäußert bestätigt gewarnt hingewiesen geantwortet",
        "mitgeteilt verkündet",
        "vorgeworfen zugesagt verlangt versichert unterstrichen beklagt gelobt gemahnt gefragt genannt warf wirft",
        "warfen",
        "appellierte plädierte bedauerte bilanzierte kommentierte dementierte argumentierte vermutet vermutete",
        "meldete postete",
    ),
    participles=frozenset(),
    nounlike=frozenset(),
    nouns=words(
        "aussage äußerung äußerungen worte forderung warnung vorwurf behauptung aufruf versprechen kritik ankündigung"
    ),
    according=(
        ("laut",),
        ("nach", "angaben", "von"),
        ("nach", "worten", "von"),
        ("nach", "ansicht", "von"),
        ("nach", "den", "worten", "von"),
    ),
    trailing=words("zufolge"),
    owners={},
    pronouns={
        "er": "m",
        "sie": "f",
        "es": None,
        "ich": None,
        "wir": None,
        "man": None,
        "ihr": None,
        "diese": None,
        "dieser": None,
    },
    auxiliaries=words(
        "hat haben habe hatte hatten ist war wird würde wurde auch dann später noch nur schon erneut zudem weiter",
        "dazu am selbst",
        "bereits jetzt nun sich daraufhin wiederum jedoch aber ebenfalls kürzlich zuvor zuletzt nämlich immer",
        "hierzu dabei",
    ),
    prepositions=_PREPOSITIONS,
    openers=_PREPOSITIONS | words("als wenn während nachdem obwohl weil da auf"),
    stops=_PREPOSITIONS - words("von für")
    | words(
        "dass und aber wenn als weil die der das er sie es man montag dienstag mittwoch donnerstag freitag",
        "samstag sonntag",
        "heute gestern nun jedoch wörtlich weiter dazu",
    )
    - words("die der das"),
    definite=words("der die das den dem"),
    determiners=words(
        "der die das den dem des ein eine einer eines einem einen sein seine seiner ihr ihre ihrer dieser diese",
        "dieses kein keine",
        "viele einige mehrere beide alle zwei drei",
    ),
    function_words=words(
        "der die das den dem des ein eine einer einem einen eines und oder aber auch auf aus bei bis durch für",
        "gegen im in ist es",
        "er sie wir ich ihr sein seine war mit nach nicht noch nur ob schon sich sind so um unter vom von vor was",
        "wenn wer wie",
        "wird zu zum zur über denn doch dass daß als an am werden wurde haben hat sei einen man kein keine mehr",
        "sehr dann hier",
        "da alle alles sowie damit dazu diese dieser dieses immer jetzt heute gestern zudem",
    ),
    times=words("heute gestern vorgestern abend morgen mittag nachmittag nacht") | GERMAN_DAYS,
    capital_nouns=True,
)
