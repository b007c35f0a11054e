"""Who says each quotation of one article: attributions, pronouns, offices, speakers carried over. None rather than a guess."""

from dataclasses import dataclass, field
from functools import cached_property

from articles.article import Article
from quotes import cues
from quotes.attribution import Attribution, find_attribution
from quotes.marks import Stretch
from quotes.names import Names, Person, Token, tokens_between
from quotes.subjects import QUOTED, Subject


@dataclass(slots=True)
class Spoken:
    """What is known about the speaker of one stretch."""

    person: Person | None = None
    attribution: tuple[int, int] | None = None
    """Span of the text that says who speaks; None where nothing near says it."""
    how: str = ""
    """`named`, `pronoun`, `office`, `other` (somebody without a name), `carried`, or nothing."""


@dataclass(slots=True)
class Sentence:
    """One sentence with its quotations as single tokens."""

    tokens: list[Token] = field(default_factory=list)
    stretches: dict[int, int] = field(default_factory=dict)
    """Index of a token -> index of the stretch it stands for."""


class Speakers:
    """Finds the speaker of any stretch of one article when first asked."""

    def __init__(self, article: Article, stretches: list[Stretch]) -> None:
        """Take the stretches of the article, outer ones before nested ones."""
        self.article = article
        self.text = article.text
        self.stretches = stretches
        self.outermost = [i for i, s in enumerate(stretches) if s.outer < 0]
        self._known: dict[int, Spoken] = {}

    @cached_property
    def names(self) -> Names:
        """The names of the article."""
        quoted = [(self.stretches[i].start, self.stretches[i].end) for i in self.outermost]
        sentences = [span for span in self.article.sentences if not is_heading(self.text[span.start : span.end])]
        return Names(self.text, [(start, end) for start, end in sentences], quoted)

    @cached_property
    def _paragraphs(self) -> "list[Paragraph]":
        return _paragraphs(self.article, self.stretches, self.outermost)

    @cached_property
    def _place(self) -> dict[int, tuple[int, int, int]]:
        """Stretch -> (paragraph, sentence, token) that stands for it."""
        return {
            stretch: (p, s, token)
            for p, paragraph in enumerate(self._paragraphs)
            for s, sentence in enumerate(paragraph.sentences)
            for token, stretch in sentence.stretches.items()
        }

    def of(self, stretch: int) -> Spoken:
        """Return who says a stretch; what is nested in another has no speaker of its own here."""
        if stretch not in self._known:
            self._known[stretch] = self._find(stretch)
        return self._known[stretch]

    def _find(self, stretch: int) -> Spoken:
        if stretch not in self._place:
            return Spoken()
        own = self._own(stretch)
        if own.how:
            return own
        return self._neighbours(stretch) or self._carried(stretch) or Spoken()

    def _own(self, stretch: int) -> Spoken:
        """Read the attribution in the sentence of the stretch."""
        p, s, token = self._place[stretch]
        sentence = self._paragraphs[p].sentences[s]
        found = find_attribution(sentence.tokens, token, self.names)
        if found is None or found.subject is None:
            return self._following_sentence(p, s, token)
        return self._spoken(found)

    def _following_sentence(self, p: int, s: int, token: int) -> Spoken:
        """`"It is over." Ruiz said.`: an attribution that stands by itself behind the quotation."""
        paragraph = self._paragraphs[p]
        tokens = paragraph.sentences[s].tokens
        if token != len(tokens) - 1 or token != 0 or s + 1 >= len(paragraph.sentences):
            return Spoken()
        following = paragraph.sentences[s + 1].tokens
        if len(following) > 8 or any(t.text == QUOTED for t in following):
            return Spoken()
        found = find_attribution([tokens[token], *following], 0, self.names)
        return self._spoken(found) if found is not None and found.strength == "adjacent" else Spoken()

    def _spoken(self, found: Attribution) -> Spoken:
        """Turn the subject of an attribution into a person."""
        span = (found.start, found.end)
        subject = found.subject
        if subject is None:
            return Spoken()
        if subject.kind == "name":
            return Spoken(subject.person, span, "named")
        if subject.kind == "pronoun":
            return Spoken(self._meant(subject.word, found.start), span, "pronoun")
        if subject.kind == "office":
            return Spoken(self._holder(subject, found.start), span, "office")
        return Spoken(None, span, "other")

    def _meant(self, pronoun: str, at: int) -> Person | None:
        """Return the person that `he` or `she` means: the nearest fitting one, subjects of sentences first."""
        gender = cues.RESOLVED.get(pronoun)
        if gender is None:
            return None
        fitting = [(m, p) for m, p in self.names.before(at) if not p.body and p.gender in (gender, None)]
        heads = [p for m, p in fitting[:6] if m.heads]
        sure = [p for m, p in fitting[:6] if p.gender == gender]
        return next(iter(heads or sure), fitting[0][1] if fitting else None)

    def _holder(self, subject: Subject, at: int) -> Person | None:
        """Return who holds the office that `the minister` means."""
        for _, person in self.names.before(at, 4000):
            if subject.word in person.titles:
                return person
        return None

    def _neighbours(self, stretch: int) -> Spoken | None:
        """Take the speaker of another quotation of the paragraph: the one before, else the one after."""
        p = self._place[stretch][0]
        mates = self._paragraphs[p].stretches
        index = mates.index(stretch)
        for mate in mates[index - 1 :: -1][:4] if index else []:
            own = self._own(mate)
            if own.how:
                return Spoken(own.person, own.attribution, "carried")
        for mate in mates[index + 1 : index + 3]:
            own = self._own(mate)
            if own.how:
                return Spoken(own.person, own.attribution, "carried")
        return None

    def _carried(self, stretch: int) -> Spoken | None:
        """Carry the speaker over from the paragraph before, where this one begins with a quotation."""
        p = self._place[stretch][0]
        for back in range(p, max(-1, p - 8), -1):
            paragraph = self._paragraphs[back]
            if back < p and paragraph.stretches:
                own = self._neighbours_of_end(paragraph)
                if own is not None:
                    return own
            if back == 0 or not paragraph.begins_quoted:
                return self._introduced(self._paragraphs[back]) if back < p else None
            if not self._paragraphs[back - 1].stretches:
                return self._introduced(self._paragraphs[back - 1])
        return None

    def _neighbours_of_end(self, paragraph: "Paragraph") -> Spoken | None:
        for mate in paragraph.stretches[::-1][:4]:
            own = self._own(mate)
            if own.how:
                return Spoken(own.person, None, "carried")
        return None

    def _introduced(self, paragraph: "Paragraph") -> Spoken | None:
        """A paragraph without quotations introduces the speaker of the next: its last sentence's subject."""
        if not paragraph.sentences:
            return None
        tokens = paragraph.sentences[-1].tokens
        named = [
            p
            for m, p in reversed(self.names.before(tokens[-1].end, tokens[-1].end - tokens[0].start + 1))
            if not p.body
        ]
        return Spoken(named[0], None, "carried") if named else None


def is_heading(line: str) -> bool:
    """Is a sentence set like a headline: most words with capitals, no point at its end?"""
    words = [word for word in line.split() if word[0].isalpha()]
    if len(words) < 4 or line.rstrip()[-1:] in '.!?"”,:':
        return False
    return sum(word[0].isupper() for word in words) >= 0.6 * len(words)


@dataclass(slots=True)
class Paragraph:
    """The sentences of one paragraph and the stretches in it."""

    sentences: list[Sentence]
    stretches: list[int]
    begins_quoted: bool


def _paragraphs(article: Article, stretches: list[Stretch], outermost: list[int]) -> list[Paragraph]:
    """Cut the article into paragraphs of sentences whose quotations are single tokens."""
    made = []
    upcoming = 0
    for start, end in article.paragraphs:
        inside = []
        while upcoming < len(outermost) and stretches[outermost[upcoming]].start < end:
            inside.append(outermost[upcoming])
            upcoming += 1
        made.append(_paragraph(article.text, start, end, stretches, inside))
    return made


def _paragraph(text: str, start: int, end: int, stretches: list[Stretch], inside: list[int]) -> Paragraph:
    sentences = [Sentence()]
    at = start
    for index in inside:
        stretch = stretches[index]
        _plain(text, at, stretch.start, sentences)
        if _ends_sentence(sentences[-1].tokens, text, stretch.start, stretches):
            sentences.append(Sentence())
        sentences[-1].stretches[len(sentences[-1].tokens)] = index
        sentences[-1].tokens.append(
            Token(QUOTED, stretch.start, stretch.end, text[max(stretch.start, stretch.end - 1) : stretch.end])
        )
        at = min(stretch.end, end)
    _plain(text, at, end, sentences)
    begins = bool(inside) and stretches[inside[0]].start - start <= 3
    return Paragraph([s for s in sentences if s.tokens], inside, begins)


_MARKS = frozenset("\"“”„‟«»‘’'‚‛‹›「」『』")


def _plain(text: str, start: int, end: int, sentences: list[Sentence]) -> None:
    """Add the tokens of a stretch outside marks, beginning a new sentence where one ends."""
    for token in tokens_between(text, start, end):
        if token.text in _MARKS:
            continue
        tokens = sentences[-1].tokens
        if tokens and _sentence_over(tokens, token):
            sentences.append(Sentence())
        sentences[-1].tokens.append(token)


def _sentence_over(tokens: list[Token], following: Token) -> bool:
    last = tokens[-1]
    if last.text in ".!?…":
        return following.text[0].isupper() or following.text[0].isdigit()
    if last.text == QUOTED and last.folded == "." and following.capital:
        return True
    return False


def _ends_sentence(tokens: list[Token], text: str, start: int, stretches: list[Stretch]) -> bool:
    """Does a quotation that begins here begin a sentence of its own?"""
    if not tokens:
        return False
    last = tokens[-1]
    if last.text in ".!?":
        return True
    return last.text == QUOTED and last.folded in ".!?" and text[start].isupper()
