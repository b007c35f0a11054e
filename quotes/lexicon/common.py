"""Words that are so common in quoted speech that sharing them says little. Folded; function words are apart."""

from functools import lru_cache

from quotes.lexicon.english import ENGLISH
from quotes.lexicon.french import FRENCH
from quotes.lexicon.german import GERMAN
from quotes.lexicon.language import words
from quotes.lexicon.spanish import SPANISH
from quotes.tokens import fold

FUNCTION = frozenset(
    fold(word) for table in (ENGLISH, GERMAN, FRENCH, SPANISH) for word in table.function_words
) | words(
    "im ive id ill dont didnt doesnt isnt wasnt arent werent wont wouldnt couldnt cant shouldnt hes shes its",
    "thats theres",
    "d l n s j m c t qu youre youve theyre theyve were weve lets whats well got get gets going go gonna ok okay oh",
)
"""Function words of all languages."""

COMMON = frozenset(
    fold(word)
    for word in words(
        # English
        "people country president united states america american americans nation national world government state",
        "party democratic",
        "republican democrats republicans time day days year years week month today way ways thing things lot",
        "lots kind part place",
        "end top point fact case side number level problem issue issues question idea reason work job jobs life",
        "family man men woman",
        "women children child person home house money business right rights left good great best better bad big",
        "small new old next",
        "first last long little high important different able sure clear real true many every another same own",
        "whole said say says",
        "know think thought believe feel want wanted wants need needed needs make makes made making take takes",
        "took taken taking come comes",
        "came coming see seen saw look looks looking give given gives gave find found keep kept let put tell told",
        "talk talking talked",
        "ask use used using try tried trying call called start started stop help happen happened happens become",
        "mean means done goes",
        "went run running win winning won lose lost serve serving support vote voted votes election campaign",
        "candidate nominee office",
        "secretary white general law laws policy security public political american's country's always really",
        "actually certainly",
        "obviously absolutely together forward back away ahead around anything something nothing everything",
        "everybody someone anyone",
        "million billion thousand hundred two three four five ten lead leader leaders change future past chance",
        "opportunity order move",
        "moving open continue continues care seriously standing stand stands strong hard easy possible whether",
        "ensure working works",
        "play live lives living hope wish love hear heard read set show shows question bring brought hold held",
        "turn thank thanks proud",
        "fair share pay history middle class getting saying doing being having bit couple number sense matter",
        "line hand hands",
        # German
        "menschen land deutschland regierung jahr jahre jahren tag tage zeit leute welt frage fragen thema recht",
        "gut gute guten gutes",
        "neue neuen neues große großen großer wichtig klar richtig müssen muss soll sollen sollte kann können",
        "könnte will wollen wollte",
        "geht gehen gibt geben macht machen gemacht kommt kommen steht stehen sagen gesagt wissen weiß glaube",
        "finde sehen gesehen haben",
        "lassen bleiben bleibt weiter gemeinsam politik europa ersten erste ganz viel viele wirklich natürlich",
        "wieder schnell seite",
        # French
        "france pays gens monde gouvernement état année années jour jours temps fois chose choses vie question",
        "politique président",
        "faire fait dire dit peut pouvoir faut doit devons aller va vont avons sommes ont bien beaucoup grand",
        "grande nouveau nouvelle",
        "bon bonne premier première aujourd'hui toujours jamais rien vraiment ensemble problème moment place",
        "façon partie européen",
        # Spanish
        "país gente mundo gobierno año años día días tiempo vez cosa cosas vida presidente política hacer hecho",
        "decir puede poder debe",
        "tiene tenemos vamos hay bien mucho mucha gran grande nuevo nueva bueno primera primero siempre nunca",
        "nada problema momento parte",
    )
)
"""Content words that are everywhere."""

WEIGHT_FUNCTION = 0.35
WEIGHT_COMMON = 0.6
WEIGHT_RARE = 1.2
_SHORT_SIGN = 0.5
"""An ideograph counts half a word."""


@lru_cache(maxsize=1 << 16)
def weight(word: str) -> float:
    """Return how much an equal (folded) word says for one utterance; chosen on labelled pairs of articles."""
    if word in FUNCTION:
        return WEIGHT_FUNCTION
    if word in COMMON:
        return WEIGHT_COMMON
    return WEIGHT_RARE if len(word) > 1 or not "\u3040" <= word <= "\U0003ffff" else _SHORT_SIGN
