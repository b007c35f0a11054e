"""Where a sentence says who speaks: the verb of saying nearest to a quotation, and its subject."""

from dataclasses import dataclass
from typing import Literal

from quotes.carriers import QUOTED, Token
from quotes.clauses import main_subject, moved
from quotes.cues import FAR, Cues
from quotes.lexicon.crowds import is_crowd
from quotes.lexicon.language import words
from quotes.mentions import is_possessive
from quotes.names import Names
from quotes.phrases import is_word
from quotes.subjects import DROPPED, Subject, subject_after, subject_before

Strength = Literal["adjacent", "sentence"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """A phrase that says who speaks."""

    subject: Subject
    start: int
    """Code points, half open, into the text: from the first word of subject or verb to the end of the phrase."""
    end: int
    strength: Strength


_DASHES = "—–―-"
_JOINED_CLAUSES = frozenset(("mais", "et", "y", "pero", "doch", "und", "que", "qu’", "qu'"))


def find_attribution(tokens: list[Token], quote: int, names: Names) -> Attribution | None:
    """Return the attribution of a quotation within its sentence, or None.

    Args:
        tokens: The sentence, each quotation in it one token `QUOTED`.
        quote: Index of the quotation.
        names: The names of the article.
    """
    return _Reader(tokens, quote, names).read()


class _Reader:
    """Reads one sentence around one quotation."""

    def __init__(self, tokens: list[Token], quote: int, names: Names) -> None:
        self.tokens = tokens
        self.quote = quote
        self.names = names
        self.end = next((i for i in range(quote + 1, len(tokens)) if tokens[i].text == QUOTED), len(tokens))
        self.cues = Cues(tokens, quote, self.end, names)

    def read(self) -> Attribution | None:
        """Return who says the quotation, or None where the sentence does not tell."""
        behind = self._behind()
        if self.quote and self.tokens[self.quote - 1].text == ":":
            introduced = self._named_before_colon() or self._in_front()
            if introduced is not None and not self._told_better(behind, introduced):
                return introduced
        if behind is not None and behind.subject.kind != "other":
            return behind
        front = self._in_front()
        if behind is not None and (front is None or front.strength != "adjacent" or front.subject.kind != "name"):
            return behind
        return front or self._owned() or self._far_behind() or self._acting_before_colon()

    @staticmethod
    def _told_better(behind: Attribution | None, introduced: Attribution) -> bool:
        """Says what stands behind the quotation more than what introduces it (`He had this: "...", said Ruiz`)?"""
        if behind is None or introduced.subject.kind == "other":
            return behind is not None
        return introduced.subject.kind == "pronoun" and behind.subject.kind == "name"

    # ---- behind the quotation

    def _behind(self) -> Attribution | None:
        """Read `said Rutte`, `Rutte said`, `according to Rutte`, `— Rutte` right behind the quotation."""
        first = self.quote + 1
        while first < self.end and self.tokens[first].text in "," + _DASHES:
            first += 1
        if first >= self.end:
            return None
        return self._signed(first) or self._according(first) or self._inverted(first) or self._subject_first(first)

    def _signed(self, first: int) -> Attribution | None:
        """Read a name behind a dash that ends the paragraph: `“...” — Anna Ruiz, mayor`."""
        if self.tokens[first - 1].text not in _DASHES or not self.tokens[first].capital or self.end < len(self.tokens):
            return None
        if any(self.cues.is_cue(i) for i in range(first, self.end)) or self.end - first > 14:
            return None
        person = self.names.person_at(self.tokens[first].start, self.tokens[min(first + 5, self.end) - 1].end)
        last = first
        while last + 1 < self.end and self.tokens[last + 1].capital:
            last += 1
        person = self.names.person_at(self.tokens[first].start, self.tokens[last].end) or person
        return self._made(Subject("name", first, last, person), first, last, "adjacent") if person is not None else None

    def _according(self, first: int) -> Attribution | None:
        """Read `according to X` at an index."""
        for phrase in self.names.language.according:
            if self.tokens[first].folded != phrase[0]:
                continue
            if tuple(token.folded for token in self.tokens[first : first + len(phrase)]) == phrase:
                subject = subject_after(
                    self.tokens[: self.end if first > self.quote else self.quote], first + len(phrase) - 1, self.names
                )
                if subject is not None and (
                    phrase[0] not in self.names.language.views or self._is_view(first, subject)
                ):
                    subject = self._author(subject) or subject
                    return self._made(subject, first, subject.last, "adjacent")
        return None

    def _is_view(self, at: int, subject: Subject) -> bool:
        """Begins a preposition a clause and gives it to a person (`Pour Ruiz, ...`)?"""
        before = self.tokens[at - 1] if at else None
        begins = before is None or before.text in ",;:." or before.folded in _JOINED_CLAUSES
        person = subject.person
        return begins and subject.kind == "name" and person is not None and not person.body and not person.doubtful

    def _author(self, subject: Subject) -> Subject | None:
        """Read whose words they are: `a statement from Ingrid Vale`."""
        of = subject.last + 1
        if subject.word not in self.names.language.nouns or of >= len(self.tokens):
            return None
        if self.tokens[of].folded not in ("from", "by", "of", "von", "de", "du"):
            return None
        return subject_after(self.tokens, of, self.names)

    def _inverted(self, first: int) -> Attribution | None:
        """Read a verb right behind the quotation, its subject behind it: `said Rutte`, `a déclaré Rutte`."""
        language = self.names.language
        cue = first
        while (
            cue < self.end
            and cue - first < 4
            and not self.cues.is_cue(cue)
            and (
                self.tokens[cue].folded in language.auxiliaries
                or self.tokens[cue].folded.endswith(language.adverb_endings)
            )
        ):
            cue += 1
        if cue >= self.end or self.tokens[cue].folded in language.participles:
            return None
        known = self.cues.is_behind(cue)
        if not known and not self.cues.is_verb_by_place(cue):
            return None
        subject = self._subject_behind(first, cue)
        if subject is None or (not known and not self._plain(subject)):
            return None
        return self._made(subject, min(first, subject.first), max(subject.last, cue), "adjacent")

    def _subject_behind(self, first: int, cue: int) -> Subject | None:
        """Return the subject of a verb behind the quotation: a pronoun joined to it, a phrase behind it, or none."""
        inverted = next((i for i in range(first, cue) if self.tokens[i].text.startswith("-")), None)
        if inverted is not None:
            return Subject("pronoun", inverted, inverted, word=self.tokens[inverted].folded)
        subject = subject_after(self.tokens[: self.end], cue, self.names)
        if self.names.language.drops_subjects and (subject is None or not self._plain(subject)):
            return self._dropped(cue)
        return subject

    def _dropped(self, cue: int) -> Subject | None:
        """Return the subject that a verb leaves out; none where it is several (Spanish `aseguran`, `han dicho`)."""
        several = self.tokens[cue].folded.endswith("n") or self.tokens[cue - 1].folded in ("han", "habían")
        return None if several else Subject("pronoun", cue, cue, word=DROPPED)

    def _plain(self, subject: Subject) -> bool:
        """Is a subject surely one: a name, a pronoun, or a noun phrase that begins like one?"""
        return subject.kind != "other" or self.tokens[subject.first].folded in self.names.language.determiners

    def _subject_first(self, first: int) -> Attribution | None:
        """Read the subject right behind the quotation, its verb behind it: `Rutte, who came first, said`."""
        for cue in range(first, min(self.end, first + FAR)):
            if not self.cues.is_cue(cue) and not self.cues.ends_as_verb(cue):
                continue
            subject = subject_before(self.tokens[first : self.end], cue - first, self.names)
            if subject is not None and self._one_phrase(first, first + subject.first):
                whole = moved(subject, first)
                return self._made(whole, whole.first, cue, "adjacent")
        return None

    def _one_phrase(self, first: int, last: int) -> bool:
        """May the tokens before a name belong to its phrase (`Kremlin spokesman | Dmitry Peskov`)?"""
        language = self.names.language
        return last - first <= 8 and all(
            is_word(token)
            and token.folded not in language.pronouns
            and token.folded not in language.stops
            and (token.folded not in language.prepositions or token.folded in ("of", "for", "von", "de", "du", "des"))
            and not self.cues.is_cue(index)
            for index, token in enumerate(self.tokens[first:last], first)
        )

    def _far_behind(self) -> Attribution | None:
        """Read a subject and verb anywhere behind: `The "..." plan, Trump said, is dead`, `..., said Trump`."""
        first = self.quote + 1
        for cue in range(first + 1, min(len(self.tokens), first + FAR)):
            if not self.cues.is_cue(cue) or self.tokens[cue].folded in self.names.language.participles:
                continue
            if self.tokens[cue - 1].text == ",":
                inverted = subject_after(self.tokens, cue, self.names)
                if inverted is not None and inverted.kind == "name":
                    return self._made(inverted, cue, inverted.last, "sentence")
            subject = subject_before(self.tokens[first:], cue - first, self.names)
            if subject is not None and subject.first > 0 and self.tokens[first + subject.first - 1].text == ",":
                whole = moved(subject, first)
                return self._made(whole, whole.first, cue, "sentence")
        return None

    # ---- in front of the quotation

    def _in_front(self) -> Attribution | None:
        """Read the nearest verb of saying in front, with its own subject or that of the clause."""
        for cue in range(self.quote - 1, max(-1, self.quote - FAR), -1):
            trailing = self.tokens[cue].folded in self.names.language.trailing
            found = self._cue_in_front(cue) if trailing or self.cues.is_cue(cue) else self._according(cue)
            if found is not None:
                return found
        return None

    def _cue_in_front(self, cue: int) -> Attribution | None:
        tokens = self.tokens
        near = (
            self.quote - cue <= 2
            or tokens[self.quote - 1].text == ":"
            or tokens[self.quote - 1].folded in ("that", ",", "dass", "que")
        )
        strength: Strength = "adjacent" if near else "sentence"
        participle = tokens[cue].folded in self.names.language.participles
        quoted = self._quoted_by_others(cue) or self._put_in(cue)
        if quoted is not None:
            return self._made(quoted, min(quoted.first, cue), max(quoted.last, cue), strength)
        if cue == 0 or tokens[cue - 1].text == QUOTED or self._opens_clause(cue):
            inverted = subject_after(tokens[: self.quote], cue, self.names)
            if inverted is not None and not participle and inverted.kind != "other":
                return self._made(inverted, cue, inverted.last, strength)
        subject = None if self._opens_clause(cue) else subject_before(tokens[: self.quote], cue, self.names)
        doubtful = subject is not None and subject.person is not None and subject.person.doubtful
        unsure = subject is None or subject.kind == "other" or doubtful
        if self.names.language.capital_nouns and unsure and not is_crowd(tokens[cue - 1].folded):
            subject = self._in_free_order(cue) or subject
        if participle and subject is not None and subject.kind != "name":
            subject = None
        if participle and subject is None and cue and tokens[cue - 1].capital:
            person = self.names.person_at(tokens[cue - 1].start, tokens[cue - 1].end)
            subject = Subject("name", cue - 1, cue - 1, person) if person is not None else None
        if subject is None or (subject.kind == "other" and not self._real(subject)):
            subject = self._clause_subject(cue) or subject
        if subject is None and self.names.language.drops_subjects and strength == "adjacent":
            subject = self._dropped(cue)
        return self._made(subject, min(subject.first, cue), cue, strength) if subject is not None else None

    def _quoted_by_others(self, cue: int) -> Subject | None:
        """Read `Reuters quoted Ruiz as saying`: the speaker is the object of another verb."""
        if cue < 2 or self.tokens[cue - 1].folded != "as" or not self.tokens[cue - 2].capital:
            return None
        subject = subject_before(self.tokens, cue - 1, self.names)
        return subject if subject is not None and subject.kind == "name" else None

    def _put_in(self, cue: int) -> Subject | None:
        """Read a verb and its subject put into a sentence between commas: `The bridge, says Ruiz, is "..."`."""
        if cue == 0 or self.tokens[cue - 1].text != "," or self.tokens[cue].folded in _TELLING:
            return None
        subject = subject_after(self.tokens[: self.quote], cue, self.names)
        if subject is None or subject.kind not in ("name", "pronoun") or subject.last + 1 >= self.quote:
            return None
        return subject if self.tokens[subject.last + 1].text == "," else None

    def _in_free_order(self, cue: int) -> Subject | None:
        """Return the subject of a German verb that stands behind it, or before its object."""
        behind = subject_after(self.tokens[: self.quote], cue, self.names)
        noun = behind is not None and behind.person is not None and behind.person.doubtful
        if behind is not None and self._plain(behind) and not noun:
            return behind
        comma = next((i for i in range(cue - 1, -1, -1) if self.tokens[i].text in ",;:" + QUOTED), -1)
        before = main_subject(self.tokens[comma + 1 : cue], self.names)
        if before is None and comma > 0 and self.tokens[comma + 1].folded in _RELATIVES:
            return subject_before(self.tokens, comma, self.names)
        return moved(before, comma + 1)

    def _named_before_colon(self) -> Attribution | None:
        """Read a bare name in front: `Ruiz: "..."`, `Anna Ruiz (SPD): "..."`."""
        start = next((i + 1 for i in range(self.quote - 2, -1, -1) if self.tokens[i].text in ".!?"), 0)
        subject = subject_before(self.tokens[start : self.quote - 1], self.quote - 1 - start, self.names)
        if subject is None or subject.kind != "name" or not self._one_phrase(start, start + subject.first):
            return None
        if self.names.language.capital_nouns and subject.person is not None and subject.person.doubtful:
            return None
        return self._made(
            Subject("name", subject.first + start, subject.last + start, subject.person),
            start,
            self.quote - 2,
            "adjacent",
        )

    def _acting_before_colon(self) -> Attribution | None:
        """Read the subject of a sentence that a colon ends: `Ruiz was not amused: "..."`."""
        if self.quote < 2 or self.tokens[self.quote - 1].text != ":":
            return None
        start = next((i + 1 for i in range(self.quote - 2, -1, -1) if self.tokens[i].text in ".!?" + QUOTED), 0)
        subject = moved(main_subject(self.tokens[start : self.quote], self.names), start)
        if subject is None or subject.kind not in ("name", "pronoun"):
            return None
        if subject.person is not None and (subject.person.body or len(subject.person.words) == 1):
            return None
        return self._made(subject, subject.first, subject.last, "sentence")

    def _opens_clause(self, cue: int) -> bool:
        """Does a verb stand without a subject of its own: behind a comma, `and` or `to`?"""
        before = self.tokens[cue - 1] if cue else None
        return before is not None and (
            before.folded in ("and", "to", "by", "but", "und", "et", "y", "for", "in")
            or (before.text == "," and self.tokens[cue].folded in self.names.language.participles)
        )

    def _real(self, subject: Subject) -> bool:
        """Is a phrase without a name really a noun phrase (`officials`, `the authorities`)?"""
        first = self.tokens[subject.first]
        return (
            first.folded in self.names.language.determiners
            or subject.last > subject.first
            or first.folded.endswith("s")
        )

    def _clause_subject(self, cue: int) -> Subject | None:
        """Return the subject of the verb of saying before this one, else that of the sentence."""
        for earlier in range(cue - 1, max(-1, cue - FAR), -1):
            if self.cues.is_cue(earlier) and not self._opens_clause(earlier):
                subject = subject_before(self.tokens, earlier, self.names)
                if subject is not None and (subject.kind != "other" or self._real(subject)):
                    return subject
        return main_subject(self.tokens, self.names, cue)

    def _owned(self) -> Attribution | None:
        """Read somebody's words as a noun: `Ruiz's claim that "..."`, `her call for "..."`."""
        for noun in range(self.quote - 1, max(0, self.quote - FAR), -1):
            if self.cues.is_cue(noun):
                return None
            if self.tokens[noun].folded not in self.names.language.nouns:
                continue
            if self.quote - noun > 6 and "that" not in {token.folded for token in self.tokens[noun : self.quote]}:
                continue
            for owner in range(noun - 1, max(-1, noun - 4), -1):
                token = self.tokens[owner]
                if token.folded in self.names.language.owners:
                    word = self.names.language.owners[token.folded]
                    return self._made(Subject("pronoun", owner, owner, word=word), owner, noun, "sentence")
                if token.capital and is_possessive(token.text):
                    first = owner
                    while (
                        first > 0 and self.tokens[first - 1].capital and not is_possessive(self.tokens[first - 1].text)
                    ):
                        first -= 1
                    person = self.names.person_at(self.tokens[first].start, token.end)
                    if person is not None:
                        return self._made(Subject("name", owner, owner, person), owner, noun, "sentence")
        return None

    def _made(self, subject: Subject, first: int, last: int, strength: Strength) -> Attribution:
        """Make the attribution, its span running on to the end of its clause."""
        end = self.end if first > self.quote else self.quote
        stop = last + 1
        while stop < end and stop - last < _PHRASE and self._in_clause(stop):
            stop += 1
        while stop > last + 1 and self._leads_on(stop - 1):
            stop -= 1
        if self.tokens[stop - 1].folded in _DANGLING:
            stop = last + 1
        return Attribution(subject, self.tokens[first].start, self.tokens[stop - 1].end, strength)

    def _leads_on(self, index: int) -> bool:
        """Does the phrase lead on to the quotation rather than end here (`said it was a "..."`)?"""
        language, word = self.names.language, self.tokens[index].folded
        return word in language.determiners or word in language.prepositions or not is_word(self.tokens[index])

    def _in_clause(self, index: int) -> bool:
        """Does a token still belong to the phrase that says who speaks, and where?"""
        token = self.tokens[index]
        if token.folded == "as" and index + 1 < len(self.tokens) and self.tokens[index + 1].folded == "saying":
            return True
        return (is_word(token) or token.text in "’'-$%") and token.folded not in _CLAUSES


_DANGLING = words("is was are were be been has have had would will could should ist war hat hatte sei est était es ha")
_TELLING = words("telling asking reminding warning informing assuring told tells asked asks")
"""Verbs whose object, not their subject, may stand behind them."""
_RELATIVES = frozenset(("der", "die", "das"))
_PHRASE = 14
_CLAUSES = words(
    "that and but adding because when while as if which who dass que before after he she they it und et",
    "mais y weil qui",
)
