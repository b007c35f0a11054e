"""German: verbs and phrases of saying, pronouns, function words."""

from quotes.lexicon.language import Language, words
from quotes.lexicon.offices import GERMAN_DAYS

_PREPOSITIONS = words(
    "von für in bei aus mit nach vor zu über gegen im am zum zur vom beim an auf unter gegenüber durch um ohne",
    "seit wegen während trotz laut hinter neben zwischen ins ans",
)


def _weak(*lines: str) -> frozenset[str]:
    """Spell out the third person (now, then, several) of weak verbs, given by their stems."""
    forms: set[str] = set()
    for stem in " ".join(lines).split():
        linked = stem + "e" if stem.endswith(("t", "d")) else stem
        forms |= {linked + "t", linked + "te", linked + "ten"}
    return frozenset(forms)


_WEAK = _weak(
    "sag erklär beton mein ergänz warn forder kritisier antwort frag bericht bestätig behaupt versicher verkünd",
    "äußer bekräftig bemerk lob mahn verlang erläuter zitier beteuer resümier urteil klag schimpf prophezei",
    "begründ konstatier formulier beklag droh wiederhol verteidig dank appellier plädier bedauer bilanzier",
    "kommentier dementier argumentier vermut meld post twitter erzähl erwider entgegn hoff glaub unterstreich",
    "prognostizier läster spott witzel scherz schwärm jubel freu wunder ärger empör schilder berichtig betitel",
    "diagnostizier relativier präzisier signalisier fluch murmel flüster stöhn seufz lach lächel grins",
    "erinner fantasier philosophier orakel mutmaß attestier bescheinig moderier wetter poch drück skizzier",
    "polter stichel höhn konter raun sinnier staun gesteh gratulier referier summier",
    "charakterisier bewert begrüß rechtfertig besänftig beschwichtig beruhig bezweifel fürcht befürcht",
)
_STRONG = words(
    "sagen gesagt sagten schrieb schreibt schrieben geschrieben unterstrich unterstreicht unterstrichen nannte nennt",
    "nannten bezeichnete bezeichnet bezeichneten sprach spricht sprachen rief ruft riefen versprach verspricht",
    "beschrieb beschreibt fand findet verriet verrät gestand gesteht befand befindet lachte pries preist widersprach",
    "widerspricht verurteilt verurteilte empfahl empfiehlt denkt dachte sang singt bat bittet wusste weiß",
    "heißt hieß twittert twitterte schwor schwört entschuldigte verlautete verlautet teilte teilt teilten kündigte",
    "kündigt kündigten fügte fügt fügten räumte räumt räumten",
    "angekündigt gefordert kritisiert versprochen geäußert bestätigt gewarnt hingewiesen geantwortet mitgeteilt",
    "verkündet vorgeworfen zugesagt verlangt versichert unterstrichen beklagt gelobt gemahnt gefragt genannt",
    "erklärt betont geschrieben berichtet angegeben ausgesagt hinzugefügt eingeräumt beteuert gedroht",
)
_SEPARABLE = {
    "ließ": "zitieren verlauten wissen vernehmen mitteilen", "lässt": "zitieren verlauten wissen vernehmen mitteilen",
    "gab": "zu bekannt an preis", "gibt": "zu bekannt an preis", "gaben": "zu bekannt an",
    "geben": "zu bekannt an", "stellte": "klar fest", "stellt": "klar fest", "stellten": "klar fest",
    "wies": "hin zurück darauf", "weist": "hin zurück darauf", "wiesen": "hin zurück", "hält": "fest dagegen entgegen",
    "hielt": "fest dagegen entgegen", "führte": "aus an", "führt": "aus an", "warf": "vor ein", "wirft": "vor ein",
    "warfen": "vor", "legte": "nach dar", "legt": "nach dar", "setzte": "nach hinzu", "setzt": "nach hinzu",
    "schob": "nach hinterher", "schiebt": "nach hinterher", "fuhr": "fort", "fährt": "fort", "pflichtete": "bei",
    "pflichtet": "bei", "stimmte": "zu ein", "stimmt": "zu ein", "merkte": "an", "merkt": "an", "deutete": "an",
    "deutet": "an", "sprach": "aus", "sagte": "aus zu", "zeigte": "überzeugt", "zeigt": "überzeugt",
}  # fmt: skip

_DETERMINERS = words(
    "der die das den dem des ein eine einer eines einem einen sein seine seiner seinem seinen ihr ihre ihrer ihrem",
    "ihren dieser diese dieses diesem diesen jener jene jenes kein keine keinen keiner keinem unser unsere unserer",
    "viele einige mehrere beide alle allen aller zwei drei vier fünf jede jeder jedes welcher welche welches manche",
    "andere anderen solche solcher deren dessen im am zum zur vom beim ins ans",
)

GERMAN = Language(
    name="de",
    verbs=_WEAK | _STRONG,
    participles=frozenset(),
    nounlike=frozenset(),
    nouns=words(
        "aussage äußerung äußerungen worte forderung warnung vorwurf behauptung aufruf versprechen kritik ankündigung"
    ),
    according=(
        ("laut",),
        ("nach", "angaben", "von"),
        ("nach", "angaben"),
        ("nach", "worten", "von"),
        ("nach", "ansicht", "von"),
        ("nach", "ansicht"),
        ("nach", "meinung", "von"),
        ("nach", "einschätzung", "von"),
        ("nach", "den", "worten", "von"),
        ("aus", "sicht", "von"),
        ("für",),
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
        "dazu am selbst bereits jetzt nun sich daraufhin wiederum jedoch aber ebenfalls kürzlich zuvor zuletzt",
        "nämlich immer hierzu dabei damals hingegen dagegen deshalb darüber etwa ausdrücklich einmal unterdessen",
        "gerne anschließend außerdem ferner danach indes allerdings schließlich weiterhin",
    ),
    prepositions=_PREPOSITIONS,
    openers=_PREPOSITIONS | words("als wenn während nachdem obwohl weil da auf dass"),
    stops=_PREPOSITIONS - words("von für")
    | words(
        "dass und aber wenn als weil er sie es man montag dienstag mittwoch donnerstag freitag samstag sonntag",
        "heute gestern nun jedoch wörtlich weiter dazu",
    ),
    definite=words("der die das den dem"),
    determiners=_DETERMINERS,
    function_words=words(
        "der die das den dem des ein eine einer einem einen eines und oder aber auch auf aus bei bis durch für",
        "gegen im in ist es",
        "er sie wir ich ihr sein seine war mit nach nicht noch nur ob schon sich sind so um unter vom von vor was",
        "wenn wer wie",
        "wird zu zum zur über denn doch dass daß als an am werden wurde haben hat sei einen man kein keine mehr",
        "sehr dann hier",
        "da alle alles sowie damit dazu diese dieser dieses immer jetzt heute gestern zudem",
    ),
    oblique=words(
        "den dem des einen einem eines seinen seinem seines ihren ihrem ihres diesen diesem keinen keinem sich mich uns"
    ),
    times=words("heute gestern vorgestern abend morgen mittag nachmittag nacht") | GERMAN_DAYS,
    sentence_openers=words(
        "weder welcher welche welches daraus darin daran darauf daher dafür dagegen davon davor dabei danach deshalb",
        "deswegen dennoch trotzdem allerdings außerdem irgendwann irgendwie irgendwo generell zugleich gleichzeitig",
        "später früher zuvor zunächst zuletzt schließlich inzwischen mittlerweile bislang bisher derzeit aktuell",
        "eigentlich offenbar offensichtlich natürlich vielleicht wahrscheinlich möglicherweise leider immerhin",
        "insgesamt insbesondere besonders vor allem gerade genau ganz fast etwa rund knapp selbst sogar bereits erst",
        "seitdem seither nachdem obwohl während falls sobald solange bevor ehe indem sodass statt anstatt ohne trotz",
        "wegen dank laut ähnlich anders ebenso genauso umso je jeder jede jedes jedem jeden jemand niemand nichts",
        "etwas manche manchmal oft häufig selten meist meistens nie niemals einerseits andererseits erstens zweitens",
        "drittens zwar wobei wodurch womit wofür woran worauf warum weshalb wieso wohin woher wo wann beide beides",
        "viele vieles wenige einige mehrere solche allein gemeinsam zusammen demnach folglich somit also nun eben",
        "hinzu hinter neben zwischen innerhalb außerhalb gegenüber seit ab bis pro per via unsere unser mein meine",
        "dein deine euer ihre ihren ihrem ihrer seinem seinen seiner diesem diesen jener jene jenes kaum ja nein gut",
        "klar richtig falsch wichtig schade spannend heute gestern morgen wieder damals einst künftig weiter weitere",
        "kritisch positiv negativ tatsächlich grundsätzlich ursprünglich konkret momentan anschließend ferner",
        "übrigens letztlich letztendlich umgekehrt stattdessen hingegen hierzulande überall nirgends daneben dazu",
        "erneut nochmals ebenfalls ebenso sonst soweit sofern zumindest mindestens höchstens allenfalls endlich",
        "wirklich lange kurz kürzlich neulich jüngst unlängst bald gleich sofort plötzlich jahrelang wochenlang",
        "lieber liebe sehr viel mehr weniger erste erster erstmals letzte neue neuer neues alte große kleine junge",
    ),
    separable={verb: words(particles) for verb, particles in _SEPARABLE.items()},
    behind_only=words("so"),
    views=words("für"),
    places=words("in aus nach"),
    verb_endings=("t", "te", "ten"),
    capital_nouns=True,
)
