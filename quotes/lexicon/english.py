"""English: verbs and phrases of saying, pronouns, function words."""

from quotes.lexicon.language import Language, words


def _inflected(*lines: str) -> frozenset[str]:
    """Spell out base, -s, -ed and -ing of regular verbs."""
    forms: set[str] = set()
    for verb in " ".join(lines).split():
        stem = verb[:-1] if verb.endswith("e") else verb
        if verb.endswith("y") and verb[-2] not in "aeiou":
            forms |= {verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
        else:
            plural = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
            forms |= {verb, plural, stem + "ed", stem + "ing"}
    return frozenset(forms)


_REGULAR = _inflected(
    "accuse acknowledge add advise affirm agree allege announce answer appeal argue ask assert assure blast boast",
    "brand",
    "caution characterize characterise charge cheer claim clarify comment complain concede conclude condemn",
    "confess confirm disagree",
    "contend continue counter credit criticize criticise declare decry defend demand denounce deny describe disclose",
    "dismiss echo elaborate emphasize emphasise estimate exclaim exhort explain express gush hail hint imply",
    "inform insist",
    "interject intone joke label lament lash laugh maintain mention mock mumble muse mutter note observe opine",
    "phrase plead",
    "pledge portray praise predict proclaim promise pronounce protest question quip quote reaffirm reason",
    "reassure recall",
    "recite recommend recount reference reflect reiterate remark remember remind repeat reply report request",
    "respond retort",
    "reveal roar scoff scold scream shout sigh signal slam snap specify state stress suggest summarize summarise",
    "surmise",
    "tease testify theorize threaten thunder tout tweet urge utter venture voice vow warn whisper wonder yell",
    "enthuse",
    "posit blast bemoan lambast lambaste liken interrupt chant slam rate characterize deride ridicule attack rail",
    "rip",
    "hope believe worry fear imagine brag chide contest mention crow post retweet text email blog deem deride hammer",
)
_IRREGULAR = words(
    "said say says saying told tell tells telling wrote write writes writing written called calling calls went",
    "cried cries",
    "crying read reads put puts spoke speaks speaking swore swears thought thinks thinking began begins cited",
    "cites citing",
    "referred refers referring admitted admits admitting dubbed dubs dubbing ripped rips submitted quoth chimed goes",
    "concurred concurs quipped quips shot deferred upheld held holds saw sees seen took takes felt feels feeling",
    "spelled",
    "sang sings singing bragged chanted",
)
_MOSTLY_NOUNS = words(
    "email emails blog blogs text",
    "charge charges comment comments demand demands claims claim label labels answers question questions promise",
    "promises",
    "request requests signal signals tweet tweets praise appeal appeals laugh notes reason reasons phrase phrases",
    "voice",
    "estimate estimates protest protests protested protesting report reports state states quote quotes rate rates",
    "rating",
    "attack attacks attacked attacking hope hopes worry worries fear fears post posts posting text texts contest",
    "contests",
    "write read put reference references credit credits brand brands pledge pledges post mentions condemn answer",
    "texted texting posts reporting defend defended deny saw took held holds sees seen takes contested",
    "contesting credited crediting upheld submitted protests interrupt interrupts rip rips hammer hammers",
    "hammering crow blast blasts",
)

_AUXILIARIES = words(
    "has have had having is was were are be been being will would could should may might can did does do also",
    "then later",
    "again once never not just even still only ever simply finally further himself herself itself themselves",
    "quoted heard",
    "'d ’d 's ’s often always first publicly both all since instead twice too n't repeatedly recently already",
    "previously now",
    "initially to going on soon yesterday today friday monday tuesday wednesday thursday saturday sunday who's",
    "sometimes flatly",
    "rather at least about basically famously",
)
_PREPOSITIONS = words(
    "of for in at on from with to by about after before near against under over between during into than as via",
    "within",
    "without through among like inside outside behind beyond despite amid across since until",
)
_OPENERS = _PREPOSITIONS - words("of than") | words(
    "when while if because although though once speaking asked writing talking responding referring commenting",
    "appearing",
    "ahead following due based standing sitting seated unlike whether where citing noting calling pressed earlier",
    "later",
)
_STOPS = _PREPOSITIONS - words("of for") | words(
    "that when while and but because with who which if where adding as so whether shortly late early last this",
    "yesterday",
    "today tonight monday tuesday wednesday thursday friday saturday sunday earlier later again repeatedly recently",
)
_FUNCTION = words(
    "a about above after again against all also although am an and any are as at be because been before being below",
    "between both but by can could despite did do does doing down during each either even ever every few for from",
    "further",
    "had has have having he her here hers him his how however i if in indeed instead into is it its itself just last",
    "like many may meanwhile might more moreover most much must my neither never next no nor not now of off often",
    "on once",
    "one only or other our out over own perhaps same several she should since so some still such than that the",
    "their them",
    "then there these they this those though through thus to today tomorrow too under until up upon us very was",
    "we were",
    "two three four five six seven eight nine ten dozens hundreds thousands millions what when whenever where",
    "whether which while who whom whose why will with within without would yes yesterday",
    "yet you",
    "your it’s it's that’s that's he’s he's she’s she's i’m i'm i’ve i've don’t don't we’re we're we’ve they’re",
    "you’re you're",
    "there’s let’s let's what’s isn’t doesn’t won’t can’t unlike among amid asked earlier later speaking according",
)


def _contractions() -> dict[str, tuple[str, str]]:
    """Return contracted forms, folded, with the two words that they stand for: `weve` is `we have`."""
    found = {"im": ("i", "am"), "wont": ("will", "not"), "cant": ("can", "not"), "lets": ("let", "us")}
    for subject in words("i we you they"):
        found |= {subject + "ve": (subject, "have"), subject + "ll": (subject, "will")}
    for subject in words("we you they"):
        found[subject + "re"] = (subject, "are")
    for subject in words("he she it that there what who here"):
        found |= {subject + "s": (subject, "is"), subject + "ll": (subject, "will")}
    for verb in words("do does did is are was were have has had would could should must"):
        found[verb + "nt"] = (verb, "not")
    return found


CONTRACTIONS = _contractions()

ENGLISH = Language(
    name="en",
    verbs=(_REGULAR | _IRREGULAR) - _MOSTLY_NOUNS,
    participles=frozenset(verb for verb in _REGULAR | _IRREGULAR if verb.endswith("ing")) - _MOSTLY_NOUNS,
    nounlike=words("claims notes promises demands answers comments questions reports tweets posts pledges quotes"),
    nouns=words(
        "claim claims comment comments remark remarks statement statements promise pledge call calls warning",
        "assertion description accusation contention vow words insistence view tweet tweets phrase suggestion",
        "argument complaint letter memo email message note post criticism allegation prediction response answer plea",
        "demand criticisms complaints warnings promises",
    ),
    according=(("according", "to"), ("in", "the", "words", "of"), ("per",)),
    trailing=frozenset(),
    owners={"his": "he", "her": "she"},
    pronouns={"he": "m", "she": "f", "they": None, "i": None, "we": None, "it": None, "you": None, "who": None},
    auxiliaries=_AUXILIARIES,
    prepositions=_PREPOSITIONS,
    openers=_OPENERS,
    stops=_STOPS,
    definite=words("the"),
    determiners=words(
        "the a an this that his her their its our my one some many several both all another every no two three"
    ),
    function_words=_FUNCTION,
    places=words("in near"),
    adverb_endings=("ly",),
    verb_endings=("ed", "s"),
    clause_speaks=True,
)
