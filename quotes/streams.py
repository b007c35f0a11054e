"""The quoted words of many articles as flat columns: what the matcher reads."""

import re
from dataclasses import dataclass, field

from articles.article import Article
from quotes.quotations import Speech
from quotes.tokens import WORD, fold


@dataclass(slots=True)
class Streams:
    """All quoted words, article by article; a stream is what one paragraph (or one continued quotation) quotes."""

    words: list[str] = field(default_factory=list)
    """Folded words; an empty string parts two streams."""
    starts: list[int] = field(default_factory=list)
    """Code points into the text of the word's article."""
    ends: list[int] = field(default_factory=list)
    article: list[int] = field(default_factory=list)
    """Index of the article."""
    stream: list[int] = field(default_factory=list)
    cell: list[int] = field(default_factory=list)
    """Index of the innermost stretch of the article that the word stands in."""
    utterance: list[int] = field(default_factory=list)
    """Number of the utterance within the article."""

    def add(self, number: int, article: Article, speech: Speech) -> None:
        """Append the quoted words of one article."""
        text = article.text
        outer_end = line_end = -1
        continues = False
        current = self.stream[-1] if self.stream else -1
        stretches = speech.stretches
        for index, stretch in enumerate(stretches):
            if stretch.outer >= 0:
                continue
            if stretch.start >= line_end and not continues:
                line_end = text.find("\n", stretch.start)
                line_end = len(text) if line_end < 0 else line_end
                current += 1
                self._part(number, current)
            continues = stretch.continues
            if continues:
                line_end = max(line_end, stretch.end)
            outer_end = stretch.end
            inner = index + 1
            cell, cell_end = index, outer_end
            for match in WORD.finditer(text, stretch.start, stretch.end):
                start = match.start()
                while inner < len(stretches) and stretches[inner].outer >= 0 and stretches[inner].start <= start:
                    cell, cell_end = inner, stretches[inner].end
                    inner += 1
                while start >= cell_end and cell != index:
                    cell = stretches[cell].outer
                    cell_end = stretches[cell].end
                self._word(match, number, current, cell, speech.utterances[index])

    def add_stretch(self, number: int, text: str, start: int, end: int) -> None:
        """Append the words of one stretch of an article's text as a stream of its own."""
        current = self.stream[-1] + 1 if self.stream else 0
        self._part(number, current)
        for match in WORD.finditer(text, start, end):
            self._word(match, number, current, 0, current)

    def _word(self, match: re.Match[str], number: int, stream: int, cell: int, utterance: int) -> None:
        self.words.append(fold(match.group()))
        self.starts.append(match.start())
        self.ends.append(match.end())
        self.article.append(number)
        self.stream.append(stream)
        self.cell.append(cell)
        self.utterance.append(utterance)

    def _part(self, number: int, stream: int) -> None:
        self.words.append("")
        self.starts.append(0)
        self.ends.append(0)
        self.article.append(number)
        self.stream.append(stream)
        self.cell.append(-1)
        self.utterance.append(-1)
