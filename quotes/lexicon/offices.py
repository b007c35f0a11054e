"""Offices, titles, peoples, places, bodies: what stands around the names of persons. Small letters throughout."""

import re
from functools import lru_cache

from quotes.lexicon.language import words

TITLES = words(
    "mr mrs ms miss dr sir lord lady prof professor president vice prime minister secretary general senator sen sens",
    "rep reps representative congressman congresswoman governor gov lieutenant lt chancellor mayor speaker chairman",
    "chairwoman chair chief executive officer director attorney judge justice king queen prince princess pope",
    "archbishop bishop cardinal father sister rev reverend pastor rabbi imam ayatollah sheikh captain capt major maj",
    "colonel col sergeant sgt corporal cpl admiral adm private detective det inspector superintendent commissioner",
    "ambassador envoy spokesman spokeswoman spokesperson leader foreign defense defence interior finance treasury",
    "deputy former ex first coach manager baroness dame duke duchess count emperor majority minority whip democrat",
    "democratic republican gop tory labour labor conservative liberal nominee candidate premier councilman",
    "councilwoman councillor commander marshal sheriff analyst economist host anchor founder ceo cfo coo cto editor",
    "reporter correspondent author actor actress lawmaker lawyer politician surgeon historian scientist researcher",
    "expert activist herr frau monsieur madame mme m señor señora don doña bundeskanzler bundeskanzlerin",
    "ministerpräsident ministerpräsidentin kanzler kanzlerin präsident präsidentin ministre président présidente",
    "presidente presidenta ministro ministra me mgr mlle mk mp mep mdb cardenal obispo arzobispo archevêque évêque",
    "gen hon the honorable dean doctor nurse assistant acting undersecretary under lead senior union house senate",
    "supreme federal national advisor adviser counsel solicitor homeland campaign strategist aide head owner winner",
    "star singer comedian billionaire businessman businesswoman rapper legend widow del councilor selectman treasurer",
    "comptroller delegate alderman fellow rival state attorney-general congressmember maire députée député sénateur",
    "sénatrice chancelier chancelière juge alcalde alcaldesa diputado diputada senador senadora portavoz vocero",
    "porte-parole pdg secretario secretaria libertarian patron patronne chef cheffe secrétaire directeur directrice",
    "responsable dirigeant dirigeante avocat avocate procureur procureure préfet préfète économiste politologue",
    "historien historienne sociologue philosophe écrivain écrivaine autrice réalisateur réalisatrice acteur actrice",
    "chanteur chanteuse entraîneur sélectionneur capitaine commissaire médecin docteur professeur conseiller",
    "conseillère délégué déléguée eurodéputé eurodéputée élu élue vice-président vice-présidente fondateur fondatrice",
    "gérant gérante syndicaliste militant militante chercheur chercheuse ambassadeur ambassadrice exministre jefe",
    "jefa líder juez jueza abogado abogada fiscal vicepresidente vicepresidenta gobernador gobernadora consejero",
    "consejera concejal exministro exministra expresidente embajador embajadora coordinador coordinadora dirigente",
    "analista economista historiador historiadora catedrático catedrática profesor profesora investigador",
    "investigadora médico médica entrenador entrenadora seleccionador capitán comisario comisaria coronel doctora",
    "actriz escritor escritora cofundador fundador fundadora empresario empresaria exalcalde eurodiputado",
    "eurodiputada canciller magistrado magistrada delegado delegada mandatario mandataria directora",
)
"""Words that stand before a name and belong to the office, not to the name."""

NOT_AN_OFFICE = words(
    "the national federal house senate state supreme foreign first former ex under union campaign homeland",
    "interior treasury acting",
    "majority minority general vice prime conservative liberal democratic private count defense defence finance",
    "labor labour",
)
"""Titles that are no office by themselves."""

_GERMAN_OFFICE = re.compile(
    r"(?:minister|kanzler|präsident|sprecher|chef|vorsitzende|politiker|abgeordnete|bürgermeister|direktor|expert|professor|sekretär"
    r"|beauftragte|leiter|anwalt|anwält|richter|trainer|forscher|ökonom|landrat|landrät|senator|intendant|kommissar|manager|führer|gründer|autor"
    r"|kapitän|könig|königin|prinz|prinzessin|bischof|papst|graf|gräfin|doktor|stürmer|coach|star|forscherin|aktivist|unternehmer|betreiber|botschafter|vertreter|analyst|historiker|soziolog|journalist|(?:stadt|land|gemeinde|stände|national|bundes|staats|regierungs|verwaltungs|aufsichts)(?:rat|rätin)|(?:fach|ob|staats|wehr|amt|kauf|spitzen|geschäfts|partei)(?:mann|frau))(?:e|en|in|r|n|s)?$"
)


@lru_cache(maxsize=8192)
def is_german_office(word: str) -> bool:
    """Is a word a German noun of office (`Außenministerin`, `CDU-Chef`)?"""
    return len(word) > 4 and _GERMAN_OFFICE.search(word) is not None


@lru_cache(maxsize=8192)
def is_office(word: str) -> bool:
    """Is a word an office such as president or Ministerin?"""
    return word in TITLES or is_german_office(word)


SAME_OFFICE = {
    "sen": "senator", "gov": "governor", "rep": "representative", "congressman": "representative",
    "congresswoman": "representative", "chairman": "chair", "chairwoman": "chair", "chancelier": "chancellor",
    "prof": "professor", "gen": "general", "lt": "lieutenant", "dr": "doctor", "bundeskanzler": "kanzler",
    "bundeskanzlerin": "kanzlerin", "businesswoman": "businessman", "spokesperson": "spokesman",
}  # fmt: skip
"""Offices that are the same under another word."""

PEOPLES = words(
    "american british english scottish welsh irish french german russian ukrainian chinese japanese indian",
    "israeli palestinian",
    "iranian iraqi syrian turkish polish spanish italian greek dutch belgian swiss austrian swedish norwegian",
    "danish finnish canadian",
    "mexican brazilian australian european african asian arab republican democratic u.s us u.k uk eu un u.n nato",
    "kremlin pentagon",
    "independent texas florida california ohio virginia utah arizona vermont massachusetts new york jersey south",
    "north korean",
    "carolina hungarian saudi egyptian burmese latvian lithuanian estonian czech slovak romanian bulgarian serbian",
)
"""Words of origin that may stand before an office or a name."""

_DAYS = words("montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag")
_HOURS = words("morgen vormittag mittag nachmittag abend nacht")
GERMAN_DAYS = _DAYS | {day + hour for day in _DAYS for hour in _HOURS}
"""`Dienstag`, `Dienstagabend`, ..."""

NO_NAMES = GERMAN_DAYS | words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august",
    "september october",
    "november december januar februar märz mai juni",
    "juli oktober dezember",
    "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril juin juillet août septembre",
    "octobre novembre",
    "décembre lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio",
    "agosto septiembre",
    "octubre noviembre diciembre christmas easter thanksgiving internet twitter facebook instagram youtube",
    "americans republicans",
    "democrats english advertisement photo image video getty updated update editor correction",
)

PLACES = words(
    "alaska arkansas connecticut delaware hawaii idaho louisiana maine maryland montana nebraska wyoming ontario",
    "quebec alberta manitoba saskatchewan queensland bavaria bayern sachsen hessen thüringen brandenburg catalonia",
    "cataluña america russia ukraine china japan india israel iran iraq syria turkey poland spain italy greece france",
    "germany britain england scotland wales ireland europe africa asia canada mexico brazil australia washington",
    "moscow kyiv kiev london paris berlin brussels beijing tokyo jerusalem texas florida california ohio virginia",
    "pennsylvania michigan iowa nevada wisconsin colorado illinois deutschland frankreich russland österreich schweiz",
    "korea gaza oklahoma vermont indiana kentucky arizona utah georgia alabama york jersey hampshire carolina dakota",
    "massachusetts oregon missouri kansas minnesota tennessee mississippi charlotte münchen munich davos genf geneva",
    "wien vienna madrid rome rom roma hollywood congress capitol islam isis allah god christ",
)

BODIES = words(
    "party committee university times post house department agency company corporation corp inc council court",
    "commission congress",
    "senate union association institute foundation bank group journal news network press reuters magazine school",
    "college church",
    "ministry office bureau board center centre club team league service society academy government parliament",
    "assembly army navy",
    "police llc ltd co fund trust coalition alliance project watch show cnn msnbc fox nbc cbs abc npr bbc pbs ap",
    "afp politico",
    "breitbart street constitution amendment act security guard nations states kingdom partei regierung bundestag",
    "zeitung spiegel",
    "convention conference caucus committee organization organisation campaign museum hospital airport hall tower",
    "island county city",
    "river lake mountain bay avenue road park square stadium festival awards cup games olympics war day treaty",
    "accord agreement summit",
    "plan bill law code report survey poll hotel casino department commission forum bank exchange index trade",
    "pact initiative",
    "fraktion ministerium monde figaro libération país mundo tribunal gobierno partido",
)
"""Last words of names that are no person's."""

BODIES_FIRST = words(
    "guardia asociación plataforma ministerio fiscalía audiencia junta frente unión universidad banco consejo corte",
    "ayuntamiento comisión policía cámara ministère assemblée association conseil préfecture syndicat fédération",
    "parti cour comité commission banque université gendarmerie mairie agence société parquet chambre ortsteil bezirk",
    "stadt landkreis verein verband zentrale institut stiftung deutsche deutscher deutsches bundesverband",
    "verbraucherzentrale",
)
"""First words of names that are no person's, where the head of a name comes first."""

PARTICLES = words("de del della di da dos du la le van von der den ten ter bin ibn al el ben zu zur st. san abu d’ y")
SUFFIXES = words("jr sr ii iii iv")

MALE_TITLES = words(
    "mr sir lord king prince herr monsieur m señor don father brother pope congressman chairman spokesman",
    "councilman businessman",
    "actor kanzler bundeskanzler präsident ministerpräsident président presidente duke emperor",
)
FEMALE_TITLES = words(
    "mrs ms miss lady queen princess madam madame mme frau señora doña sister baroness duchess dame congresswoman",
    "chairwoman",
    "spokeswoman councilwoman actress bundeskanzlerin kanzlerin ministerpräsidentin präsidentin présidente",
    "ministra presidenta widow",
)


def is_female(word: str) -> bool:
    """Is an office a woman's by its form (`Präsidentin`, `spokeswoman`)?"""
    return word in FEMALE_TITLES or (word.endswith("in") and is_german_office(word))


_POLITICAL = re.compile(r"(?:minister|kanzler|senator|bürgermeister|fraktionschef|fraktionsvorsitzende)(?:in)?$")
_POLITICIAN = re.compile(r"politiker(?:in)?$")


def is_held_with(word: str, title: str) -> bool:
    """Can a word of office (`the senator`) mean whoever bears a title?

    They are one office, or German words for one that are joined with more (`CDU-Politiker`, `Synodalpräsidentin`);
    and `die CDU-Politikerin` may be a minister.
    """
    if word == title:
        return True
    if _POLITICIAN.search(word) and _POLITICAL.search(title):
        return word.endswith("in") == title.endswith("in")
    shorter, longer = sorted((word, title), key=len)
    return len(shorter) > 5 and longer.endswith(shorter) and is_german_office(shorter)
