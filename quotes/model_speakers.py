"""Speakers that a trained model names where the rules name nobody: only for people who ask for it, by the model's name.

A pipeline of spaCy reads the paragraph of such a quotation: its speaker is the subject of the verb that the quotation
hangs on, if the model takes that subject for a person or a body. What that gains is in docs/decisions.md. spaCy is
imported only when a model is loaded.
"""

import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

from articles.article import Article, Span
from quotes.carriers import is_heading
from quotes.marks import Stretch
from quotes.names import Person
from quotes.quotations import Speech, SpeechReader, speech_of
from quotes.speakers import Spoken

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words

_PEOPLE = frozenset(("PERSON", "PER"))
"""People, as spaCy's models call them."""
_BODIES = frozenset(("ORG",))
"""What else speaks."""
_SUBJECTS = frozenset(("nsubj", "sb"))
"""Relations of an active subject to its verb: English, French and Spanish; German."""
_ASIDE = frozenset(("parataxis", "ccomp"))
"""Relations of `he said` to a quotation that the parser takes for the main clause."""
_ALONG = frozenset(("conj", "advcl", "xcomp"))
"""Relations of a verb without a subject to the verb that has it."""
_TAGGERS = ("tagger", "morphologizer", "attribute_ruler", "lemmatizer", "senter")
"""Components that nothing here asks for."""
_LONGEST = 20_000
"""Code points of a paragraph that a model reads: one that is longer is no article's, and would cost gigabytes."""


class SpeakerModelError(Exception):
    """A model that cannot be used. The message is one line: which model, what is wrong, what to do."""


def load_speaker_model(name: str) -> "SpeakerModel":
    """Load a pipeline of spaCy that parses sentences and finds names.

    Args:
        name: The package of an installed model (`en_core_web_sm`), or the folder of one.

    Raises:
        SpeakerModelError: spaCy or the model is not installed, cannot be read, or lacks a parser or names.
    """
    try:
        import spacy
    except ImportError as error:
        raise SpeakerModelError(f"the speaker model {name} needs spaCy; install newsreader[spacy]") from error
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # a model made for another version of spaCy: pip tells that
            pipeline = spacy.load(name, exclude=_TAGGERS)
    except (OSError, ValueError, ImportError, AttributeError, TypeError) as error:
        advice = f"install it (python -m spacy download {name}) or name another"
        raise SpeakerModelError(f"the speaker model {name} is not installed or cannot be read; {advice}") from error
    if not {"parser", "ner"} <= set(pipeline.pipe_names):
        raise SpeakerModelError(f"the speaker model {name} has no parser or finds no names; name another")
    return SpeakerModel(pipeline)


def speech_reader(name: str) -> SpeechReader:
    """Return what reads speakers with the model of this name; by the rules alone, where the name is empty.

    Raises:
        SpeakerModelError: The model cannot be used.
    """
    return load_speaker_model(name).read if name else speech_of


class SpeakerModel:
    """A pipeline of spaCy, asked for speakers."""

    def __init__(self, pipeline: "Pipeline") -> None:
        """Take a pipeline that sets dependencies and entities."""
        self._pipeline = pipeline

    def read(self, article: Article) -> Speech:
        """Return what an article quotes, with the speakers that the model adds to those of the rules.

        They depend on this article alone; an article in another language than the model's has none.
        """
        speech = Speech(article)
        if speech.speakers.language.name != self._pipeline.lang:
            return speech
        return Speech(article, named=dict(self._named(speech)))

    def _named(self, speech: Speech) -> Iterator[tuple[int, Spoken]]:
        """Yield start and speaker of the quotations that only the model gives to somebody."""
        text = speech.article.text
        asked = _unnamed(speech)
        passages = ((text[start:end], (start, unnamed)) for (start, end), unnamed in asked.items())
        for doc, (offset, unnamed) in self._pipeline.pipe(passages, as_tuples=True):
            for index in unnamed:
                spoken = _spoken(doc, offset, index, speech)
                if spoken is not None:
                    yield speech.stretches[index].start, spoken


def _unnamed(speech: Speech) -> dict[Span, list[int]]:
    """Return, by paragraph, the direct quotations and fragments whose speaker the rules cannot tell.

    Those that the article gives to somebody without a name (`a neighbour said`) are not among them.
    """
    found: dict[Span, list[int]] = {}
    for paragraph in speech.speakers.paragraphs:
        if paragraph.end - paragraph.start > _LONGEST:
            continue
        for index in paragraph.stretches:
            spoken = speech.spoken(index)
            if spoken.person is None and spoken.how != "other" and speech.kind(index) in ("direct", "fragment"):
                found.setdefault(Span(paragraph.start, paragraph.end), []).append(index)
    return found


def _spoken(doc: "Doc", offset: int, index: int, speech: Speech) -> Spoken | None:
    """Return what the model tells about the speaker of a stretch, under the article's own name.

    Args:
        doc: The paragraph, read by the pipeline.
        offset: Where the paragraph begins in the article's text.
        index: The stretch.
        speech: What the article quotes.
    """
    stretch = speech.stretches[index]
    quoted = doc.char_span(stretch.start - offset, min(stretch.end - offset, len(doc.text)), alignment_mode="expand")
    if quoted is None:
        return None
    cues = speech.speakers.language.verbs if speech.kind(index) == "fragment" else None
    for verb in _verbs(quoted):
        subject = _subject(verb)
        if subject is None or speech.speakers.names.within_quote(offset + subject.idx):
            continue
        if cues is None or verb.lower_ in cues:
            person = _person(subject, doc, offset, speech)
            return Spoken(person, _attribution(subject, verb, stretch, offset), "model") if person else None
    return None


def _verbs(quoted: "Words") -> "Iterator[Token]":
    """Yield what a quotation may hang on, nearest first; then what hangs on the quotation like `he said`."""
    within = set(quoted)
    root = next((token for token in quoted if token.head not in within), quoted.root)
    yield from (token for token in root.ancestors if token not in within)
    yield from (token for token in root.children if token.dep_ in _ASIDE and token not in within)


def _subject(verb: "Token") -> "Token | None":
    """Return the subject of a verb: its own, else that of the verb that it goes along with (`Ruiz rose, saying`)."""
    for holder in (verb, *verb.ancestors):
        own = next((child for child in holder.children if child.dep_ in _SUBJECTS), None)
        if own is not None or holder.dep_ not in _ALONG:
            return own
    return None


def _person(subject: "Token", doc: "Doc", offset: int, speech: Speech) -> Person | None:
    """Return the person or body that a subject names, or that stands beside it (`the mayor, Anna Ruiz`).

    It is the one that the rules know by this name; a person whose name they take for a common word is new.
    """
    beside = [subject, *(child for child in subject.children if child.dep_ == "appos")]
    entity = next((e for e in doc.ents if any(e.start <= token.i < e.end for token in beside)), None)
    if entity is None or entity.label_ not in _PEOPLE | _BODIES:
        return None
    known = speech.speakers.names.person_at(offset + entity.start_char, offset + entity.end_char)
    words = tuple(entity.text.split())
    new = entity.label_ in _PEOPLE and all(word[0].isupper() for word in words) and not is_heading(doc.text)
    return known or (Person(words) if new else None)


def _attribution(subject: "Token", verb: "Token", stretch: Stretch, offset: int) -> tuple[int, int] | None:
    """Return the span of the text from subject to verb or the other way round; None where the quotation is between."""
    first, last = (subject.left_edge, verb) if subject.i < verb.i else (verb, subject)
    start, end = offset + first.idx, offset + last.idx + len(last)
    return (start, end) if end <= stretch.start or start >= stretch.end else None
