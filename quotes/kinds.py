"""Speech or not: direct speech, a fragment of a reported sentence, nested speech, or a label (scare quotes, titles)."""

import re

from quotes.lexicon.language import Language
from quotes.lexicon.language import words as word_set
from quotes.marks import DOUBLE_MARKS, SINGLE_MARKS, Stretch
from quotes.mentions import is_possessive
from quotes.model import Kind
from quotes.speakers import Spoken
from quotes.tokens import WORD

_FEW_WORDS = 3
"""Words up to which a stretch that nobody is said to say is a label, where it stands like a noun or adjective."""
_BLANKS_AND_MARKS = " \u00a0\u202f" + DOUBLE_MARKS + SINGLE_MARKS
_NEWSPAPER = re.compile(
    r"(?:[\w ]*(?:zeitung|nachrichten|blatt|presse|kurier|anzeiger|rundschau|tagblatt|bote"
    r"|(?:morgen|abend|[a-zß]n? )post|landfunk|rundfunk|tagesspiegel|merkur|depesche|tagesschau|tagesthemen"
    r"|Frankfurter Allgemeinen?)"
    r"|(?:Der |Die )?(?:Spiegel|Stern|Focus|Bild|Zeit|Welt|Standard|Tatort)|taz)(?: (?:am Sonntag|Online|TV|News))?$",
    re.IGNORECASE,
)
_SMALL_IN_TITLES = word_set(
    "a an the and or but of for in on at to by with from as der die das und le la les de du et el los y",
)
_NAMING = re.compile(
    r"\b(?:titled|entitled|headlined|dubbed|nicknamed|nickname|so-called|known\s+as|called\s+the|named|captioned|"
    r"song|film|movie|book|novel|album|documentary|series|show|magazine|episode|program|programme|slogan|motto|column|essay|commentary|single|hit|"
    r"namens|genannt|titel|film|buch|roman|lied|serie|parole|wort\s+vo[nm](?:\s+de[rnm])?|sogenannte[nrs]?|intitulée?|baptisée?|surnommée?|slogan|devise|livre|chanson|émission|"
    r"titulad[oa]|llamad[oa]|libro|película|canción)\s*,?\s*$",
    re.IGNORECASE,
)
"""What stands before the title of a work, or before a name that somebody or something is given."""
_LONGEST_TITLE = 9


def kind_of(text: str, stretches: list[Stretch], index: int, spoken: Spoken, language: Language) -> Kind:
    """Tell the kind of a stretch between marks.

    Args:
        text: The article's text.
        stretches: All stretches of the article.
        index: Which one.
        spoken: Who says it.
        language: The language of the article.
    """
    stretch = stretches[index]
    if is_label(text, stretch, spoken, language):
        return "label"
    if stretch.outer >= 0:
        return "nested"
    return "direct" if _is_sentence(text, stretch) else "fragment"


_SENTENCE_ENDS = ".!?…。！？؟।"
_GOES_ON = ",，、と"
"""What follows the mark where the attribution comes behind a sentence: a comma, or the Japanese particle."""


def _is_sentence(text: str, stretch: Stretch) -> bool:
    """Is a stretch a whole sentence of speech, in any script? What begins with a small letter is none."""
    inside = text[stretch.start : stretch.end]
    if inside[0].islower() or sum(1 for _ in WORD.finditer(inside)) <= 2:
        return False
    if inside[-1] in ",，、" + _SENTENCE_ENDS or not stretch.closed:
        return True
    behind = text[stretch.end : stretch.end + 4].strip(_BLANKS_AND_MARKS)[:1]
    before = text[max(0, stretch.start - 4) : stretch.start].rstrip(_BLANKS_AND_MARKS)[-1:]
    if before in (":", "：") or (behind and behind in _GOES_ON):
        return True
    return bool(behind) and behind in _SENTENCE_ENDS and (before == "\n" or before in _SENTENCE_ENDS)


def is_label(text: str, stretch: Stretch, spoken: Spoken, language: Language) -> bool:
    """Is a stretch nobody's speech: mark-up, a nickname, the title of a work, a scare quote?"""
    return (
        names_something(text, stretch, language)
        or _is_scare_quote(text, stretch, spoken, language)
        or (not spoken.told and _is_work(text, stretch, language))
    )


def _before(text: str, stretch: Stretch) -> str:
    """Return what stands before the mark that opens a stretch, the blanks inside the mark (`« `) left out."""
    before = text[max(0, stretch.start - 40) : stretch.start]
    return before.rstrip(_BLANKS).removesuffix(stretch.opener) if stretch.opener else before


_BLANKS = " \u00a0\u202f"
_COPULA = re.compile(r"\W{1,2} ?(?:ist|war|is|was|est|était|es|era)\b")


def _is_work(text: str, stretch: Stretch, language: Language) -> bool:
    """Is a stretch a title by its capital article, within a sentence or before `is` (`“Die Ebbe” ist ein Roman`)?

    What has capitals throughout was judged by what stands before it, but in German, where that tells nothing.
    """
    inside = text[stretch.start : stretch.end]
    words = inside.replace("’", "’ ").replace("'", "' ").split()
    if not 2 <= len(words) <= _LONGEST_TITLE or words[0].lower() not in language.definite or inside[0].islower():
        return False
    capitals = not language.capital_nouns and not any(word[0].islower() for word in words)
    if capitals or inside[-1] in _SENTENCE_ENDS + ",":
        return False
    flows = _before(text, stretch).rstrip(_BLANKS)[-1:].isalnum()
    return flows or _COPULA.match(text, stretch.end) is not None


def names_something(text: str, stretch: Stretch, language: Language) -> bool:
    """Is a stretch mark-up, a nickname or the title of a work, whoever says it?"""
    inside = text[stretch.start : stretch.end]
    before = _before(text, stretch)
    if before.endswith("=") or (inside.isupper() and inside.startswith("(") and inside.endswith((")", ").", ")…"))):
        return True
    words = inside.split()
    if len(words) <= _LONGEST_TITLE and (_is_title(words, before, language) or _NAMING.search(before)):
        return True
    if language.capital_nouns and len(words) <= 4 and _NEWSPAPER.match(inside.rstrip(".,")):
        return True
    if _FOLLOW.match(inside):
        return True
    return len(words) <= 2 and _is_nickname(before, text[stretch.end : stretch.end + 4])


_FOLLOW = re.compile(r"(?:Follow|Folgen? Sie|Suivez|Siga|Sigue)\b[^\n]{1,80}@\w+\W*$")
"""What an outlet puts below an article."""
_CONCEPT = re.compile(
    r"\b(?:strateg(?:y|ies)|polic(?:y|ies)|doctrine|concept|notion|theory|principle|practice|tactic|era|age|programme?|"
    r"Konzept|Strategie|Prinzip|Politik|Begriff|stratégie|politique|concept|principe|notion|ère|"
    r"estrategia|política|concepto|principio|era)\s+(?:of|des?|der|von|du|la|el|the|\s)+$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\b(?:an?|ein|eine[mnrs]?|une?|una?|as|als|comme|como)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_DETERMINER = re.compile(
    r"\b(?:the|its|this|that|these|those|der|die|das|den|dem|le|la|les|el|los|las|ce|cette)\s+$", re.IGNORECASE
)
_NOUN_BEHIND = re.compile(r"\W{1,2} ?([^\W\d_]+)")


def _is_scare_quote(text: str, stretch: Stretch, spoken: Spoken, language: Language) -> bool:
    """Stands a stretch that nobody is said to say like a noun or adjective: `the “fact-checking” website`?"""
    inside = text[stretch.start : stretch.end]
    told = spoken.told and (spoken.how != "carried" or inside[0].isupper())
    if told or len(inside.split()) > _FEW_WORDS or stretch.outer >= 0:
        return False
    before = _before(text, stretch)
    if _ARTICLE.search(before) or _CONCEPT.search(before) or inside.strip(".,").lower() in language.pronouns:
        return True
    noun = _NOUN_BEHIND.match(text, stretch.end)
    followed = noun is not None and noun.group(1) not in language.function_words
    if is_possessive(before.rstrip()) and not inside[0].islower():
        return True
    return followed and _DETERMINER.search(before) is not None


_BEFORE_TITLES = word_set(
    "of on in au aux à al during the a an his her their its to for at by from with du de des dans sur le la les en el",
    "los las del una un",
)


def _is_title(words: list[str], before: str, language: Language) -> bool:
    """Is every longer word capitalised, in the flow of a sentence (`on CNN's "State of the Union"`)?"""
    if len(words) < 2 or language.capital_nouns:
        return False
    bare = [word.strip("\"'“”‘’.,!?()") for word in words]
    if not all(word[:1].isupper() or word.lower() in _SMALL_IN_TITLES for word in bare if word):
        return False
    if sum(word[:1].isupper() for word in bare) < 2 or words[-1].endswith(("!", "?")):
        return False
    carrier = before.rstrip().rpartition("\n")[2]
    last = re.findall(r"[\w’'-]+$", carrier)
    return bool(last) and (last[0].lower() in _BEFORE_TITLES or is_possessive(last[0]) or last[0].isdigit())


def _is_nickname(before: str, after: str) -> bool:
    """Stands a stretch within a name: `Robert C. "Bobby" Scott`?"""
    first = re.search(r"([^\W\d_][\w.'’-]*)\s+$", before)
    return first is not None and first.group(1)[0].isupper() and after[1:2] == " " and after[2:3].isupper()
