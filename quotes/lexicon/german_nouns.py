"""German common nouns, which have capitals like names: by their endings, and the frequent ones that no ending tells."""

import re
from functools import lru_cache

from quotes.lexicon.language import words

_ENDINGS = re.compile(
    r"(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|sion|sionen|tät|täten|ismus|ismen|nisse?n?"
    r"|tum|ment|mente|ling|linge|enz|enzen|anz|ierung|lichen?|chen|igkeit|tur|turen|kampf|kämpfe|spiel|spiele|spielen"
    r"|minister|kanzler|präsident|sprecher|ministerium|verband|verbände|partei|parteien|gesetz|gesetze|wahl|wahlen"
    r"|krieg|kriege|preis|preise|preisen|zeit|zeiten|recht|rechte|rechten|haus|häuser|markt|märkte|land|länder|ländern"
    r"|arbeit|arbeiten|arbeiter|arbeitern|jahr|jahre|jahren|tag|tage|tagen|woche|wochen|monat|monate|monaten|leute|leuten"
    r"|kosten|kraft|kräfte|kräften|stoff|stoffe|werk|werke|stelle|stellen|bereich|bereiche|system|systeme|technik"
    r"|politik|wirtschaft|industrie|energie|branche|gruppe|gruppen|gemeinde|stadt|städte|städten|innen|erinnen"
    r"|fälle|fällen|fall|schritt|schritte|grund|gründe|gründen|seite|seiten|teil|teile|teilen|punkt|punkte|punkten"
    r"|prozent|milliarden|millionen|euro|dollar|meter|kilometer|uhr|zahl|zahlen|frage|fragen|beamte|beamten|kreise|kreisen)$"
)
_FREQUENT = words(
    "abend abende absicht abstand ahnung aktie aktien alter amt ämter anfang angebot angebote angst ängste anlass",
    "anspruch antrag anträge antwort antworten anwohner anwälte anzeige appell april arm arme art artikel arzt ärzte",
    "ärzten asyl aufgabe aufgaben auftrag aufwand auge augen august ausbau ausland ausnahme ausnahmen ausweg auswege",
    "auto autos bahn ball bank banken basis bau baum bauern bedarf bedenken bedingung beginn begriff beispiel",
    "beispiele beitrag beiträge bericht berichte beruf berufe besitz besuch besucher besuchern betrag betrieb",
    "betriebe betroffene betroffenen beweis beweise bewohner bild bilder blick blut boden brand brief briefe brot",
    "bruder brüder buch bücher bund bürger bürgern bürgerinnen büro chance chancen chaos charakter chef daten datum",
    "debatte debatten demokratie demo demos dezember dialog dienst dienste ding dinge dingen dorf dörfer drama droge",
    "drogen druck echo ehe ehre eile einfluss einsatz einsätze eltern ende energien entspannung erde erfolg erfolge",
    "ergebnis ergebnisse eingriff ernte ersatz essen fachkräfte fahrer fahrt fan fans farbe farben februar feder",
    "fehler fehlern feier feind feinde feld felder fenster ferien fest feuer figur film filme firma firmen fisch",
    "flucht flug flüge fluss folge folgen form formen forscher forschern forum foto fotos frau frauen freiheit",
    "freitag freude freund freunde freunden frieden frist front fuß gas gast gäste gästen gebiet gebiete geburt",
    "gedanke gedanken gefahr gefahren gefühl gefühle gegenteil gegner gegnern gehalt geist geld gelder gericht",
    "gerichte geschäft geschäfte geschichte geschichten gesicht gespräch gespräche gesprächen gewalt gewicht gewinn",
    "gewinne gier gift glas glaube glück gnade gold gott grenze grenzen größe haar haare hafen häfen halt hälfte hand",
    "händler hände handel haushalt haut heimat held helden helfer helfern hemd herbst herr herren herz herzen hilfe",
    "hilfen himmel hinweis hinweise hitze hoffnung höhe holz hotel hotels hunger hund hunde idee ideen inhalt inhalte",
    "insel inseln interesse interessen internet interview interviews januar job jobs jugend juli jungen juni juristen",
    "kaffee kapital kapitel kasse kauf kern kerne kilo kind kinder kindern kirche kirchen kita kitas klage",
    "klagen klasse klassen kleidung klima kohle kollege kollegen konflikt konflikte konkurrenz kontakt kontakte",
    "kontrolle kontrollen konzept konzepte konzern konzerne kopf körper kredit kredite kreis krise krisen kritik",
    "kritiker kritikern kultur kunde kunden kundinnen kunst küste lage lager leben lebens lehrer lehrern leid leser",
    "lesern leserinnen letzte licht liebe liste listen lob lohn löhne lösung lösungen luft lust macht mai maler mal",
    "mangel mann männer männern mannschaft maschine maschinen maßnahme maßnahmen material mauer medien mehrheit",
    "mehrheiten meinung meinungen mensch menschen miete mieten mieter mietern milch militär minute minuten",
    "mitarbeiter mitarbeitern mitglied mitglieder mitgliedern mitte mittel mitteln mittwoch mode modell modelle",
    "monate montag moral morgen motiv motive mühe müll musik musiker mut mutter mütter nachbar nachbarn nacht",
    "nachricht nachrichten nachwuchs name namen natur nerven netz niederlage not november nutzen nutzer nutzern",
    "objekt oktober öl opfer opfern opposition ordnung ort orte orten osten ostern pandemie papier papst park partner",
    "partnern patienten pause pech personal personen pfarrer pferd pferde pflege pflicht plan pläne plänen plakat",
    "plakaten platz plätze polizei polizisten post praxis presse probe problem probleme problemen produkt produkte",
    "projekt projekte protest proteste prozess prozesse publikum qualität quelle quellen rahmen rand rat rätsel",
    "raum räume räumen rechnung rede reden reform reformen regel regeln regen regierung region regionen reich reihe",
    "reise reisen rekord rennen rente renten rest reste rettung revolution risiko risiken rolle rollen ruf ruhe runde",
    "runden sache sachen saison samstag sand satz sätze schaden schäden schatten schicht schiff schiffe schlag",
    "schluss schnee schock schuld schulden schule schulen schüler schülern schülerinnen schutz schwäche schwester",
    "schwung see seele segen sekunde sekunden september sicht sieg siege signal signale sinn sitz sohn söhne soldat",
    "soldaten sommer sonne sonntag sorge sorgen spaß sparer sparern spender spieler spielern spitze sport sportler",
    "sprache sprachen spur spuren staat staaten staats stand standort start statistik stein steine steuer steuern",
    "stil stimme stimmen stimmung stolz strafe strafen strand straße straßen strategie streik streiks streit strom",
    "stück stücke student studenten studie studien stunde stunden sturm suche süden summe szene szenen tabelle tal",
    "tat taten täter tätern team teams teilhabe temperatur temperaturen termin termine test tests text texte thema",
    "themen theater tier tiere tieren tisch tochter töchter tod tor tore tote toten tour tourismus touristen",
    "tradition traum träume treffen trend trotz truppe truppen tür türen umfeld umfrage umgang umsatz umwelt unfall",
    "unfälle unternehmen unterricht unterschied unterschiede unterstützer urlaub ursache ursachen urteil urteile",
    "vater väter verbot verbote verbraucher verbrauchern verdacht verein vereine verfahren vergleich verhalten",
    "verkehr verlag verlust verluste vermögen vernunft verrat vertrag verträge vertrauen vertreter vertretern viertel",
    "virus volk völker vorbild vorfall vorfälle vorgabe vorgaben vorsicht vorsprung vorteil vorteile vorwurf vorwürfe",
    "waffe waffen wagen wähler wählern wahnsinn wald wälder wand wandel ware waren wasser weg wege wein welt werte",
    "wert westen wetter wettbewerb wille wind winter wirklichkeit wissen wissenschaftler wohl wohnung wohnungen wort",
    "worte wörter wunder wunsch wünsche wut zeichen zeile zeuge zeugen ziel ziele zielen zimmer zins zinsen",
    "zivilisten zufall zug züge zugang zukunft zustand zustände zutritt zweck zweifel aktivisten analysten anleger",
    "anlegern beobachter beobachtern demonstranten diplomaten experten expertin forscherinnen historiker insider",
    "journalisten ökonomen politiker politikern rebellen richter sprecherin flüchtlinge geflüchtete ermittler fahnder",
    "anhänger anhängern arbeitgeber arbeitnehmer gewerkschaften hersteller behörden behörde feuerwehr verwaltung",
    "gemeinderat stadtrat landrat bundesrat landtag reichstag parlament senat kabinett koalition fraktion ausschuss",
    "gremium verfassung beste bester bestes besten böse gute gutes schlechte neues gefangene",
    "gefangenen geisel geiseln ehefrau ehemann paar paare oma opa baby babys kerl typ typen bub",
    "mädchen junge stellung",
)


@lru_cache(maxsize=16384)
def is_german_noun(word: str) -> bool:
    """Is a word (in small letters) surely a common noun rather than a name?"""
    if word in _FREQUENT:
        return True
    last = word.rpartition("-")[2]
    return len(last) > 5 and (_ENDINGS.search(last) is not None or last in _FREQUENT)
