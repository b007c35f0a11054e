"""Words that tell who speaks, by language: verbs and phrases of saying, pronouns, titles, offices. Data, no rules."""


def _forms(regular: str, irregular: str = "") -> frozenset[str]:
    """Spell out the forms of English verbs: base, -s, -ed, -ing; irregular forms are listed as they are."""
    forms = set(irregular.split())
    for verb in regular.split():
        stem = verb[:-1] if verb.endswith("e") else verb
        if verb.endswith("y") and verb[-2] not in "aeiou":
            forms |= {verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
        else:
            plural = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
            forms |= {verb, plural, stem + "ed", stem + "ing"}
    return frozenset(forms)


SAYING = _forms(
    "accuse acknowledge add admit advise affirm agree allege announce answer appeal argue ask assert assure boast caution "
    "challenge charge cheer claim clarify comment complain concede conclude confess confirm contend continue correct counter "
    "criticize criticise declare decry defend demand denounce deny describe disclose dismiss echo elaborate emphasize "
    "emphasise estimate exclaim explain express fire gush hint imply inform insist interject intone joke jest laugh lament "
    "lecture maintain mention mock mumble muse mutter note observe offer opine order note phrase plead pledge point pray "
    "predict praise proclaim promise pronounce proclaim propose protest quip question reaffirm reason reassure recall recite "
    "recommend recount reflect reiterate remark remember remind repeat reply report request respond retort reveal roar rule "
    "scoff scream shout signal sigh slam sneer snap state stress suggest summarize summarise surmise swear "
    "tease testify thank theorize threaten thunder tout urge utter venture voice vow volunteer wail warn whisper wonder "
    "worry yell crow deadpan enthuse concur posit blast bemoan rail rant label dub characterize characterise "
    "attack hail lambast lambaste liken greet interrupt interview joke post proffer",
    "said say says saying told tell tells telling wrote write writes writing written tweeted tweet tweets tweeting retweeted "
    "called call calls calling went cried cry cries read reads put puts spoke speaks speaking swore "
    "thought think thinks thinking believed believes believe chimed quipped quipping began begins texted texts emailed "
    "e-mailed quoted cited citing quoting referred referring refers spelled quoth "
    "vented piped mused shot blogged blogs",
) - {
    "charge",
    "fire",
    "offer",
    "order",
    "point",
    "post",
    "posts",
    "report",
    "reports",
    "rule",
    "rules",
    "state",
    "states",
    "attack",
    "attacks",
    "label",
    "labels",
    "orders",
    "offers",
    "comment",
    "comments",
    "demand",
    "demands",
    "answers",
    "question",
    "questions",
    "challenge",
    "challenges",
    "claims",
    "promise",
    "promises",
    "request",
    "requests",
    "signal",
    "signals",
    "tweet",
    "tweets",
    "praise",
    "appeal",
    "appeals",
    "worry",
    "laugh",
    "notes",
    "reason",
    "reasons",
    "interview",
    "interviews",
    "interviewed",
    "interviewing",
    "remark",
    "remarks",
    "phrase",
    "phrases",
    "voice",
    "estimate",
    "estimates",
    "reading",
    "protest",
    "protests",
    "protested",
    "protesting",
    "advocates",
    "crow",
    "rail",
    "call",
    "write",
    "thank",
    "pray",
    "think",
    "believe",
    "read",
    "put",
    "calls",
    "texts",
    "blogs",
    "fires",
    "points",
    "slam",
}
"""Verbs that introduce speech. Forms that are mostly nouns are left out."""

STRONG = frozenset(
    "said says say saying told tells telling added adds adding wrote writes writing tweeted asked asks explained explains noted notes "
    "replied continued argued argues declared declares announced stated concluded insisted insists warned warns "
    "recalled responded acknowledged joked quipped".split()
)
"""Verbs that are followed by their subject after a quotation without doubt."""

GERMAN = frozenset(
    "sagte sagt sagten sagen gesagt erklärte erklärt erklärten betonte betont betonten meinte meint meinten fügte fügt ergänzte ergänzt "
    "schrieb schreibt schrieben geschrieben teilte teilten mit warnte warnt warnten forderte fordert forderten kritisierte kritisiert "
    "kritisierten kündigte kündigten antwortete antwortet fragte fragt berichtete berichtet bestätigte bestätigt bestätigten "
    "behauptete behauptet versicherte versichert verkündete unterstrich äußerte äußerten bekräftigte bekräftigt nannte nennt "
    "nannten bezeichnete bezeichnet bezeichneten sprach spricht sprachen rief ruft twitterte twittert erzählte erzählt "
    "erwiderte entgegnete räumte bemerkte lobte lobt mahnte mahnt verlangte verlangt versprach verspricht erläuterte erläutert zitierte "
    "zitiert zitierten beteuerte resümierte urteilte urteilt klagte klagt schimpfte prophezeite gab begründete begründet konstatierte "
    "stellte wies so freute findet fand hofft glaubt formulierte formuliert".split()
)
FRENCH = frozenset(
    "dit disent déclare déclaré déclarait déclarent affirme affirmé affirmait affirment explique expliqué expliquait expliquent ajoute ajouté ajoutait "
    "ajoutent estime estimé estimait estiment assure assuré assurait assurent souligne souligné soulignait soulignent précise précisé "
    "précisait précisent indique indiqué indiquait indiquent annonce annoncé annonçait rappelle rappelé rappelait raconte raconté racontait "
    "répond répondu répondait lance lancé lançait écrit écrivait reconnaît reconnu regrette regretté regrettait insiste insisté "
    "insistait confie confié confiait poursuit poursuivi poursuivait conclut conclu note noté notait juge jugé jugeait "
    "dénonce dénoncé dénonçait martèle martelé tweeté twitté plaide plaidé promet promis prévient prévenu admet admis "
    "commente commenté réagi réagit évoque évoqué qualifié qualifie qualifiait accuse accusé critiqué critique demande demandé "
    "demandait exclamé exclame témoigne témoigné ironise ironisé salue salué fustigé fustige résume résumé observe observé "
    "argue argué renchérit détaille détaillé appelé appelle considère considéré soutient soutenu disait".split()
)
SPANISH = frozenset(
    "dijo dice dijeron dicho decía declaró declaran declarado afirmó afirma afirmaron afirmado aseguró asegura aseguraron asegurado explicó explica "
    "explicaron explicado añadió añade añadido agregó agrega señaló señala señalado indicó indica subrayó subraya destacó destaca manifestó "
    "manifestado advirtió advierte advertido insistió insiste recordó recuerda sostuvo sostiene comentó comenta respondió responde escribió escribe "
    "anunció anuncia apuntó apunta reconoció reconoce concluyó concluye lamentó lamenta criticó critica denunció denuncia pidió pide "
    "preguntó pregunta contó cuenta expresó expresa precisó precisa reiteró reitera confesó calificó califica aseveró puntualizó "
    "zanjó sentenció".split()
)
ITALIC_LOW = frozenset(  # Italian, Portuguese, Dutch: the few verbs that carry most of their attributions
    "detto dice ha spiegato dichiarato aggiunto affermato disse afirmou declarou acrescentou zei zegt aldus verklaarde".split()
)
FOREIGN = GERMAN | FRENCH | SPANISH | (ITALIC_LOW - {"ha"})

ACCORDING = frozenset(
    [
        "according to",
        "in the words of",
        "laut",
        "zufolge",
        "nach angaben von",
        "nach worten von",
        "selon",
        "d'après",
        "d’après",
        "según",
        "secondo",
        "volgens",
    ]
)

MALE = frozenset("he him his himself er ihm sein il lui él".split())
FEMALE = frozenset("she her hers herself elle ella ihr".split())
PLURAL = frozenset("they them we ils elles ellos wir".split())
PRONOUNS = frozenset("he she they i we it er sie ich wir il elle on ils elles je nous él ella ellos yo".split())
RESOLVED = {
    "he": "m",
    "she": "f",
    "er": "m",
    "il": "m",
    "elle": "f",
    "él": "m",
    "ella": "f",
    "sie": "f",
}
"""Pronouns of one person, with their gender."""

TITLES = frozenset(
    "mr mrs ms miss dr sir lord lady prof professor president vice prime minister secretary general senator sen sens rep reps "
    "representative congressman congresswoman governor gov lieutenant lt chancellor mayor speaker chairman chairwoman chair "
    "chief executive officer director attorney judge justice king queen prince princess pope archbishop bishop cardinal father "
    "sister rev reverend pastor rabbi imam ayatollah sheikh captain capt major maj colonel col sergeant sgt corporal cpl "
    "admiral adm private detective det inspector superintendent commissioner ambassador envoy spokesman spokeswoman "
    "spokesperson leader foreign defense defence interior finance treasury state deputy former ex first "
    "coach manager baroness dame duke duchess count emperor majority minority whip democrat democratic republican gop tory labour labor "
    "conservative liberal nominee candidate premier councilman councilwoman councillor commander officer marshal sheriff "
    "analyst economist host anchor founder ceo cfo coo cto editor reporter correspondent author actor actress "
    "herr frau monsieur madame mme m señor señora don doña bundeskanzler bundeskanzlerin ministerpräsident ministerpräsidentin "
    "kanzler kanzlerin präsident präsidentin ministre président présidente premier presidente ministro ministra gen "
    "the rev hon honorable dean doctor nurse deputy assistant acting undersecretary under lead senior union party house "
    "senate white supreme court federal national security press advisor adviser counsel solicitor homeland campaign "
    "strategist aide head owner winner author star singer comedian radio tv billionaire businessman".split()
)
"""Words that stand before a name and belong to the office, not to the name (folded)."""

ROLE = (
    "minister|kanzler|präsident|sprecher|chef|vorsitzende|politiker|abgeordnete|bürgermeister|direktor|experte|professor|"
    "sekretär|beauftragte|leiter|anwalt|richter|trainer|forscher|ökonom|landrat|senator|intendant|kommissar|manager|"
    "geschäftsführer|außenminister|gründer|autor|botschafter|beobachter|vertreter|analyst|historiker|soziologe|journalist"
)
"""Endings of German nouns of office; `in`, `r`, `n`, `s` may follow."""

PEOPLES = frozenset(
    "american british english scottish welsh irish french german russian ukrainian chinese japanese indian israeli palestinian "
    "iranian iraqi syrian turkish polish spanish italian greek dutch belgian swiss austrian swedish norwegian danish finnish "
    "canadian mexican brazilian australian european african asian arab republican democratic u.s. us u.k. uk eu un nato "
    "kremlin pentagon independent libertarian texas florida california ohio virginia utah arizona vermont massachusetts "
    "new york".split()
)
"""Words of origin that stand before an office or a name."""

NO_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli "
    "oktober dezember lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril juin juillet août septembre octobre novembre décembre "
    "god christmas easter thanksgiving internet twitter facebook instagram youtube english french german spanish american americans "
    "republicans democrats republican democrat".split()
)

PLACES = frozenset(
    "america russia ukraine china japan india israel iran iraq syria turkey poland spain italy greece france germany britain "
    "england scotland wales ireland europe africa asia canada mexico brazil australia washington moscow kyiv kiev london paris "
    "berlin brussels beijing tokyo jerusalem texas florida california ohio virginia pennsylvania michigan iowa nevada "
    "wisconsin colorado illinois deutschland frankreich russland österreich schweiz".split()
)

ORGANISATION = frozenset(
    "party committee university times post house department agency company corporation corp inc council court commission congress "
    "senate union association institute foundation bank group journal news network press reuters post magazine school college "
    "church ministry office bureau board center centre club team league service society academy campaign administration "
    "government parliament assembly army navy police court llc ltd co fund trust center coalition alliance project watch show "
    "cnn msnbc fox nbc cbs abc npr bbc pbs ap afp politico breitbart street constitution amendment act".split()
)

PARTICLES = frozenset(
    "de del della di da dos du la le van von der den ten ter bin ibn al el ben zu zur st. san abu".split()
)

FUNCTION_WORDS = frozenset(
    "a about above after again against all also although am an and any are as at be because been before being below between both "
    "but by can could despite did do does doing down during each either even ever every few for from further had has have having he "
    "her here hers him his how however i if in indeed instead into is it its itself just last like many may meanwhile might more "
    "moreover most much must my neither never next no nor not now of off often on once one only or other our out over own perhaps "
    "same several she should since so some still such than that the their them then there these they this those though through "
    "thus to today tomorrow too under until up upon us very was we well were what when whenever where whether which while who whom whose why "
    "will with within without would yes yesterday yet you your asked earlier later speaking according unlike among amid "
    "when in on at it’s it's that’s that's he’s he's she’s i’m i'm don’t we’re we're they’re you’re there’s let’s "
    "der die das den dem des ein eine einer einem einen eines und oder aber auch auf aus bei bis durch für gegen im in ist es er sie wir ich "
    "ihr sein seine war mit nach nicht noch nur ob schon sich sind so um unter vom von vor was wenn wer wie wird zu zum zur über denn doch dass daß "
    "le la les un une des du de et ou mais dans par pour sur avec sans ce cette ces il elle ils elles nous vous je on que qui ne pas plus "
    "se sa son ses leur leurs au aux en est sont été c’est c'est "
    "el los las una unos unas y o pero en con sin por para su sus que no se lo es al del como más este esta".split()
)

MALE_TITLES = frozenset(
    "mr sir lord king prince herr monsieur m señor don father brother pope congressman chairman spokesman councilman".split()
)
FEMALE_TITLES = frozenset(
    "mrs ms miss lady queen princess madam madame mme frau señora doña sister baroness duchess dame congresswoman chairwoman spokeswoman "
    "councilwoman actress bundeskanzlerin kanzlerin ministerpräsidentin präsidentin présidente ministra presidenta".split()
)
MALE_NAMES = frozenset(
    "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul "
    "andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry "
    "justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose adam henry nathan "
    "douglas zachary peter kyle walter ethan jeremy harold keith christian roger noah gerald carl terry sean austin arthur lawrence "
    "jesse dylan bryan joe jordan billy bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene vincent russell louis "
    "bobby philip johnny barack mike tim ted marco jeb bernie bill bob jim joe tom dan dave ben ken steve chris matt rick rand chuck "
    "harry mitch vladimir volodymyr dmitry sergei emmanuel olaf friedrich boris rishi keir justin xi recep benjamin mohammed ahmed ali "
    "hassan abdul jean pierre françois jacques nicolas michel alain bruno gabriel hans klaus jürgen wolfgang stefan andreas markus "
    "thomas christian lars jens uwe karl heinz horst sigmar pedro luis carlos antonio manuel javier miguel fernando josé pablo "
    "giuseppe matteo mario silvio viktor andrzej jarosław mateusz jens anders lars mateo reince newt rudy jared elon jeff pete lindsey sean".split()
)
FEMALE_NAMES = frozenset(
    "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily "
    "donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda "
    "pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia "
    "joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann "
    "sara madison frances kathryn janice jean alice julia judy sophia grace denise amber doris marilyn danielle beverly isabella "
    "theresa diana natalie brittany charlotte marie kayla alexis lori hillary ivanka melania kellyanne elizabeth angela annalena "
    "ursula theresa marine ségolène anne valérie élisabeth brigitte claire sophie nathalie katrin claudia sahra manuela andrea nancy "
    "ingrid petra sabine monika birgit heike susanne martina katarina carmen isabel pilar ana lucía elena yulia olga svetlana donna "
    "condoleezza loretta tulsi kamala jill megyn elaine susan debbie nikki kate katie jane ellen rosa leila fatima aisha malala aung".split()
)
