"""Which word of a sentence is a verb of saying: a known one, or one that stands where it must."""

from quotes.carriers import QUOTED, Token
from quotes.lexicon import offices
from quotes.mentions import is_possessive
from quotes.names import Names
from quotes.phrases import begins_subject

FAR = 40
"""Tokens within which a verb of saying must stand before or behind its quotation."""
_CLAUSE_ENDS = ".;:!?" + QUOTED


class Cues:
    """Tells the verbs of saying of one sentence."""

    def __init__(self, tokens: list[Token], quote: int, end: int, names: Names) -> None:
        """Take a sentence.

        Args:
            tokens: The sentence, each quotation in it one token `QUOTED`.
            quote: Index of the quotation in question.
            end: Index of the next quotation, or of the end.
            names: The names of the article.
        """
        self.tokens = tokens
        self.quote = quote
        self.end = end
        self.names = names
        self.language = names.language

    def is_cue(self, index: int) -> bool:
        """Is a word a verb of saying?"""
        folded = self.tokens[index].folded
        if folded in self.language.verbs or self._is_separated(index):
            return not self._is_owned_noun(index)
        if folded not in self.language.nounlike or index == 0:
            return False
        before = self.tokens[index - 1]
        if before.folded in ("he", "she", "who"):
            return True
        if before.folded in self.language.function_words or before.folded in offices.PEOPLES:
            return False
        return before.capital and not is_possessive(before.text)

    def _is_owned_noun(self, index: int) -> bool:
        """Is a word that may be a verb a noun here, for it is somebody's (`Ruiz's warning`, `her call`)?"""
        if self.tokens[index].folded not in self.language.nouns or index == 0:
            return False
        before = self.tokens[index - 1]
        return is_possessive(before.text) or before.folded in self.language.owners

    def _is_separated(self, index: int) -> bool:
        """Is a word a verb whose particle stands later in its clause (`stellte Ruiz klar`)?"""
        particles = self.language.separable.get(self.tokens[index].folded)
        if particles is None:
            return False
        behind = (token.folded for token in self.tokens[index + 1 : index + FAR] if token.text not in _CLAUSE_ENDS)
        return any(word in particles for word in behind)

    def is_behind(self, index: int) -> bool:
        """Is a word a cue right behind the quotation (German `so Ruiz`)?"""
        return self.is_cue(index) or self.tokens[index].folded in self.language.behind_only

    def is_verb_by_place(self, index: int) -> bool:
        """Is an unknown word a verb of saying, standing where one must: `“...”, quipped Ruiz`?"""
        token, language = self.tokens[index], self.language
        speech = self.tokens[self.quote].folded in ",.!?…" or self.tokens[self.quote + 1].text == ","
        if not speech or len(token.text) < 4 or not self._looks_like_verb(token):
            return False
        others = (language.function_words, language.prepositions, language.stops, language.determiners, language.times)
        if any(token.folded in words for words in others) or offices.is_office(token.folded):
            return False
        return begins_subject(self.tokens[: self.end], index + 1, self.names)

    def ends_as_verb(self, index: int) -> bool:
        """Is an unknown word behind a name, at the end of a sentence, a verb of saying: `“...,” Ruiz quipped.`?"""
        last = index + 1 == len(self.tokens) or self.tokens[index + 1].text in ".,"
        behind_name = index > self.quote + 1 and self.tokens[index - 1].capital
        speech = self.tokens[self.quote].folded in ",!?…"
        return last and behind_name and speech and self._looks_like_verb(self.tokens[index])

    def _looks_like_verb(self, token: Token) -> bool:
        return token.text.isalpha() and token.text.islower() and token.text.endswith(self.language.verb_endings)
