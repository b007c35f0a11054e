"""Who says each quotation of one article: attributions, pronouns, offices, speakers carried over; or nobody known."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from articles.article import Article
from quotes.attribution import Attribution, find_attribution
from quotes.carriers import QUOTED, Paragraph, Paragraphs, Sentence, Token
from quotes.clauses import main_subject, nearest_subject
from quotes.incises import find_incise
from quotes.lexicon import offices
from quotes.lexicon.language import Language
from quotes.lexicon.telling import SAMPLE, gender_of, language_near, language_of
from quotes.marks import Stretch
from quotes.names import Names, Person
from quotes.subjects import DROPPED, Subject


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is known about the speaker of one stretch."""

    person: Person | None = None
    attribution: tuple[int, int] | None = None
    """Span of the text that says who speaks; None where nothing near says it."""
    how: str = ""
    """`named`, `pronoun`, `office`, `other` (somebody without a name), `carried`, `clause`, `model`, or nothing."""

    @property
    def told(self) -> bool:
        """Does the article say who speaks, be it with or without a name?"""
        return bool(self.how)


NOBODY = Spoken()
_TRANSCRIPT = re.compile(r"([A-Z][A-Z.'’\-]{1,40}+(?: [A-Z][A-Z.'’\-]{1,40}+){0,3} ?)(?:\([^)\n]{1,40}\) ?)?:\s")
_WORD_BEHIND = re.compile(r" ([^\W\d_]+)")
_CARRIED_PARAGRAPHS = 12
"""Paragraphs over which a speaker is carried."""


class Speakers:
    """Finds the speaker of any stretch of one article when first asked."""

    def __init__(self, article: Article, stretches: list[Stretch]) -> None:
        """Take the stretches of the article, outer ones before nested ones."""
        self.article = article
        self.text = article.text
        self.stretches = stretches
        self._known: dict[int, Spoken] = {}
        self._own_known: dict[int, Spoken] = {}
        self._actors: dict[int, Person | None] = {}

    @cached_property
    def language(self) -> Language:
        """The language of the article."""
        return language_of(self.text)

    @cached_property
    def names(self) -> Names:
        """The names of the article."""
        return Names(self.text, [(s.start, s.end) for s in self.stretches if s.outer < 0], self.language)

    @cached_property
    def paragraphs(self) -> Paragraphs:
        """The article as paragraphs of carrier sentences."""
        return Paragraphs(self.article, self.stretches)

    def place(self, stretch: int) -> tuple[int, int, int]:
        """Return (paragraph, sentence, token) that stands for an outermost stretch."""
        p = self.paragraphs.of[stretch]
        return p, *self.paragraphs[p].places[stretch]

    def sentence_of(self, stretch: int) -> tuple[Sentence, int] | None:
        """Return the carrier sentence of an outermost stretch and its token there."""
        if stretch not in self.paragraphs.of:
            return None
        p, s, token = self.place(stretch)
        return self.paragraphs[p].sentences[s], token

    def of(self, stretch: int) -> Spoken:
        """Return who says an outermost stretch."""
        if stretch not in self._known:
            self._known[stretch] = self._find(stretch)
        return self._known[stretch]

    def own(self, stretch: int) -> Spoken:
        """Return what the sentence of a stretch, or one that belongs to it, says about its speaker."""
        if stretch not in self._own_known:
            self._own_known[stretch] = self._read(stretch)
        return self._own_known[stretch]

    def _attribution(self, tokens: list[Token], quote: int) -> Attribution | None:
        """Read one sentence around one quotation, in the language of the sentence."""
        return find_attribution(tokens, quote, self._names_for(tokens))

    def _main_subject(self, tokens: list[Token], end: int | None = None) -> Subject | None:
        return main_subject(tokens, self._names_for(tokens), end) if tokens else None

    def _names_for(self, tokens: list[Token]) -> Names:
        """Return the names for a sentence; its language is told by its own words, those between marks with them."""
        start, end = tokens[0].start, tokens[-1].end
        return self.names.speaking(language_near(self.text[start : min(end, start + SAMPLE)], self.language))

    def _find(self, stretch: int) -> Spoken:
        if stretch not in self.paragraphs.of:
            return NOBODY
        own = self.own(stretch)
        if own.told:
            return own
        if self._by_a_stranger(stretch):
            return NOBODY
        signed = self._signed_below(stretch)
        if signed is not None:
            return signed
        found = self._neighbours(stretch) or self._sentence_before(stretch) or self._carried(stretch)
        return found or self._clause(stretch) or NOBODY

    # ---- the sentence itself

    def _read(self, stretch: int) -> Spoken:
        author = self.stretches[stretch].author
        if author:
            words = tuple(author.split())
            return Spoken(self.names.by_last_name(words[-1]) or Person(words), None, "named")
        p, s, token = self.place(stretch)
        sentence = self.paragraphs[p].sentences[s]
        found = self._attribution(sentence.tokens, token)
        transcript = _TRANSCRIPT.match(self.text, self.stretches[stretch].start)
        if transcript is not None and (found is None or found.strength != "adjacent"):
            name = transcript.group(1).strip()
            person = self.names.by_last_name(name.split()[-1].capitalize()) or Person(tuple(name.split()))
            return Spoken(person, None, "named")
        if (found is None or found.strength != "adjacent") and (put_in := self._put_in(stretch)):
            return put_in
        if found is None:
            return self._following_sentence(p, s, token)
        return self._spoken(found)

    def _put_in(self, stretch: int) -> Spoken | None:
        """Read who speaks within the marks: `« Le pont, a dit Morel, est là. »`."""
        within = self.stretches[stretch]
        found = find_incise(self.text, within.start, within.end, self.names) if self.language.head_first else None
        if found is None:
            return None
        person, how = self._resolve(found.subject, found.start)
        return Spoken(person, how=how)

    def _following_sentence(self, p: int, s: int, token: int) -> Spoken:
        """Read `"It is over." Ruiz said.`: an attribution that stands by itself behind the quotation."""
        sentences = self.paragraphs[p].sentences
        if token != 0 or len(sentences[s].tokens) != 1 or s + 1 >= len(sentences):
            return NOBODY
        following = sentences[s + 1].tokens
        if len(following) > 9 or any(t.text == QUOTED or t.text == ":" for t in following):
            return NOBODY
        found = self._attribution([sentences[s].tokens[0], *following], 0)
        return self._spoken(found) if found is not None and found.strength == "adjacent" else NOBODY

    def _spoken(self, found: Attribution) -> Spoken:
        """Turn the subject of an attribution into a person."""
        span = (found.start, found.end)
        person, how = self._resolve(found.subject, found.start)
        return Spoken(person, span, how)

    def _resolve(self, subject: Subject, at: int) -> tuple[Person | None, str]:
        if subject.kind == "name":
            crowd = subject.person is not None and subject.person.crowd
            return (None, "other") if crowd else (subject.person, "named")
        if subject.kind == "pronoun":
            return self._meant(subject.word, at), "pronoun"
        if subject.kind == "office":
            return self._holder(subject, at), "office"
        return None, "other"

    def _signed_below(self, stretch: int) -> Spoken | None:
        """Read `— Anna Ruiz, mayor of Esby` on the line below a quotation that ends its own."""
        p, s, token = self.place(stretch)
        sentences = self.paragraphs[p].sentences
        if s != len(sentences) - 1 or token != len(sentences[s].tokens) - 1 or p + 1 >= len(self.paragraphs):
            return None
        below = self.paragraphs[p + 1]
        if below.stretches or self.text[below.start] not in "—–―-" or len(below.sentences) != 1:
            return None
        found = self._attribution([sentences[s].tokens[token], *below.sentences[0].tokens], 0)
        return self._spoken(found) if found is not None and found.strength == "adjacent" else None

    # ---- pronouns and offices

    def _meant(self, pronoun: str, at: int) -> Person | None:
        """Return the person that `he` or `she` means: the subject of a sentence before, else the nearest name."""
        gender = "any" if pronoun == DROPPED else gender_of(pronoun)
        if gender is None:
            return None
        office = self._office_acting(at)
        if office is not None:
            return self._holder(office, at)
        subjects = (subject for subject in self._subjects_before(at) if subject is not None)
        acting = next((s for s in subjects if _may_be(s, gender) or (gender != "any" and self._speaks_up(s, at))), None)
        if acting is not None:
            return acting if gender in ("any", acting.gender) else self._surer(acting, gender, at)
        if gender == "any":
            return None
        fitting = [(m, p) for m, p in self.names.before(at) if _may_be(p, gender) and not m.owns]
        sure = [p for _, p in fitting[:8] if p.gender == gender]
        return next(iter(sure), fitting[0][1] if fitting else None)

    def _office_acting(self, at: int) -> Subject | None:
        """Return the office that the sentence before a place, in its paragraph, begins with (`The mayor wept.`)."""
        start = self.paragraphs[self.paragraphs.around(at)].start
        near = [s.tokens for s in islice(self._sentences_before(at), 2)]
        before = next((tokens for tokens in near if tokens[-1].end <= at and tokens[0].start >= start), [])
        if len(before) < 2 or before[0].folded not in self.language.definite:
            return None
        office = before[1].folded
        return Subject("office", 0, 1, word=office) if before[1].text.islower() and offices.is_office(office) else None

    def _surer(self, acting: Person, gender: str, at: int) -> Person:
        """Return who surely is he or she in the paragraph of a place, where who acts before may be neither."""
        start = self.paragraphs[self.paragraphs.around(at)].start
        here = [p for m, p in self.names.before(at) if m.start >= start and not m.owns]
        sure = next((p for p in here if p.gender == gender and _may_be(p, gender)), None)
        return acting if sure is None or acting in here else sure

    def _speaks_up(self, person: Person, at: int) -> bool:
        """Is a word that only begins sentences somebody, for it does what persons do: `Okafor disagreed. "..." he`?"""
        before = [mention for mention in person.mentions if mention.start < at]
        verb = _WORD_BEHIND.match(self.text, before[-1].end) if before and person.doubtful else None
        if verb is None or person.body or person.crowd or "\n" in self.text[verb.end() : at]:
            return False
        return verb[1] in self.language.verbs

    def _subjects_before(self, at: int) -> Iterator[Person | None]:
        """Yield who speaks or acts in the sentences before a place, nearest first: its own up to there, then others."""
        for sentence in islice(self._sentences_before(at), _BACK_TO_SUBJECT):
            if sentence.tokens[-1].end <= at:
                yield self._actor(sentence)
            else:
                before = [t for t in sentence.tokens if t.end <= at]
                subject = nearest_subject(before, self._names_for(before)) if before else None
                yield subject.person if subject is not None else None

    def _sentences_before(self, at: int) -> Iterator[Sentence]:
        """Yield the sentences that begin before a place, nearest first."""
        for p in range(self.paragraphs.around(at), -1, -1):
            sentences = self.paragraphs[p].sentences
            begun = bisect_left(sentences, at, key=lambda sentence: sentence.tokens[0].start)
            yield from map(sentences.__getitem__, range(begun - 1, -1, -1))

    def _actor(self, sentence: Sentence) -> Person | None:
        """Return who is named as the speaker, or else the subject, of a sentence."""
        start = sentence.tokens[0].start
        if start not in self._actors:
            self._actors[start] = self._acting_in(sentence)
        return self._actors[start]

    def _acting_in(self, sentence: Sentence) -> Person | None:
        for token in sentence.stretches:
            found = self._attribution(sentence.tokens, token)
            if found is not None and found.subject.person is not None:
                return found.subject.person
        subject = self._main_subject(sentence.tokens)
        return subject.person if subject is not None else None

    def _holder(self, subject: Subject, at: int) -> Person | None:
        """Return who holds the office that `the minister` means: the nearest person before with that title."""
        word = offices.SAME_OFFICE.get(subject.word, subject.word)
        if word in offices.NOT_AN_OFFICE:
            return None
        for _, person in self.names.before(at, _BACK_TO_OFFICE):
            if not _is_person(person) or (offices.is_female(word) and person.gender == "m"):
                continue
            if any(offices.is_held_with(word, title) for title in person.titles):
                return person
        return None

    # ---- what stands around

    def _neighbours(self, stretch: int) -> Spoken | None:
        """Take the speaker of another quotation of the paragraph: the one before, else the one after."""
        mates = self.paragraphs[self.paragraphs.of[stretch]].stretches
        index = bisect_left(mates, stretch)
        before = next(
            (own for mate in reversed(mates[max(0, index - 4) : index]) if (own := self.own(mate)).told), None
        )
        if before is not None and not self._somebody_between(mates[index - 1], stretch):
            return Spoken(before.person, before.attribution, "carried")
        after = next((own for mate in mates[index + 1 : index + 3] if (own := self.own(mate)).told), None)
        if after is not None and not self._alone(stretch):
            return None if before is None else Spoken(before.person, before.attribution, "carried")
        return Spoken(after.person, after.attribution, "carried") if after is not None else None

    def _by_a_stranger(self, stretch: int) -> bool:
        """Begins the sentence in front of a quotation with somebody new, unnamed (`A man held up a sign:`)?"""
        sentence, token = self.sentence_of(stretch) or (Sentence(), 0)
        return token > 1 and sentence.tokens[0].folded in _A and sentence.tokens[token - 1].text == ":"

    def _alone(self, stretch: int) -> bool:
        """Is the stretch a sentence by itself?"""
        found = self.sentence_of(stretch)
        if found is None:
            return False
        words = (token for token in found[0].tokens if token.text.isalnum() or token.text == QUOTED)
        return len(list(islice(words, 2))) == 1

    def _somebody_between(self, before: int, stretch: int) -> bool:
        """Does somebody else act between two quotations of a paragraph?"""
        start, end = self.stretches[before].end, self.stretches[stretch].start
        return any(m.heads and not p.doubtful for m, p in self.names.before(end, end - start))

    def _sentence_before(self, stretch: int) -> Spoken | None:
        """`He grew up here, Ruiz said. "It was cold."`: the sentence before, in one paragraph, names the speaker."""
        p, s, _ = self.place(stretch)
        if s == 0 or not self._alone(stretch):
            return None
        tokens = self.paragraphs[p].sentences[s - 1].tokens
        found = self._attribution([*tokens, tokens[-1]], len(tokens))
        if found is not None and found.subject.kind != "other":
            person, _ = self._resolve(found.subject, found.start)
            return Spoken(person, (found.start, found.end), "carried")
        subject = self._main_subject(tokens)
        if subject is None:
            return None
        person, _ = self._resolve(subject, tokens[0].start)
        return Spoken(person, None, "carried") if person is not None and not person.body else None

    def _carried(self, stretch: int) -> Spoken | None:
        """Carry the speaker over from the paragraphs before, where this one begins with the quotation."""
        p = self.paragraphs.of[stretch]
        if not self.paragraphs[p].begins_quoted or not self._alone(stretch):
            return None
        for back in range(p - 1, max(-1, p - _CARRIED_PARAGRAPHS), -1):
            paragraph = self.paragraphs[back]
            if not paragraph.stretches:
                return self._introduced(paragraph, p - back == 1)
            told = next((own for mate in reversed(paragraph.stretches) if (own := self.own(mate)).told), None)
            if told is not None:
                return Spoken(told.person, None, "carried")
            if not paragraph.begins_quoted:
                return self._introduced(paragraph, p - back == 1)
        return None

    def _introduced(self, paragraph: Paragraph, next_one: bool) -> Spoken | None:
        """A paragraph without quotations introduces the speaker of the next: the subject of its last sentence."""
        if not paragraph.sentences or not next_one:
            return None
        tokens = paragraph.sentences[-1].tokens
        found = self._attribution([*tokens, tokens[-1]], len(tokens))
        if found is not None and found.subject.kind in ("name", "pronoun"):
            person, _ = self._resolve(found.subject, found.start)
            return Spoken(person, None, "carried") if person is not None else None
        subject = self._main_subject(tokens)
        person = self._resolve(subject, tokens[0].start)[0] if subject is not None else None
        return (
            Spoken(person, None, "carried") if person is not None and not person.body and not person.doubtful else None
        )

    def _clause(self, stretch: int) -> Spoken | None:
        """Quoted words within a sentence with no verb of saying: those of its subject, if that is a person."""
        found = self.sentence_of(stretch)
        if found is None or self._alone(stretch) or not self.language.clause_speaks:
            return None
        sentence, token = found
        subject = self._main_subject(sentence.tokens, token)
        if subject is None:
            return None
        person, _ = self._resolve(subject, sentence.tokens[0].start)
        if person is None or person.body or person.doubtful:
            return None
        return Spoken(person, None, "clause")


_BACK_TO_SUBJECT = 5
"""Sentences back to which the subject that a pronoun takes up is looked for, its own with them."""
_A = frozenset(("a", "an", "ein", "eine", "un", "une", "una"))
_BACK_TO_OFFICE = 6000
"""Characters back to which the holder of an office is looked for."""


def _is_person(person: Person) -> bool:
    """Is this plainly somebody: named in full, or with a title?"""
    return not person.body and (len(person.words) > 1 or any(m.titled for m in person.mentions))


def _may_be(person: Person, gender: str) -> bool:
    if gender == "any" and len(person.words) == 1:
        return False
    return not person.body and not person.doubtful and (gender == "any" or person.gender in (gender, None))


__all__ = ["NOBODY", "Speakers", "Spoken"]
