"""The quoted words of many articles as flat columns: what the matcher reads."""

from dataclasses import dataclass, field

from articles.article import Article
from quotes.marks import Stretch
from quotes.quotations import Speech
from quotes.tokens import fold, spoken_words


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
    begins: list[int] = field(default_factory=list)
    """First place of each stream."""

    def add(self, number: int, article: Article, speech: Speech) -> None:
        """Append the quoted words of one article."""
        text, stretches = article.text, speech.stretches
        line_end = -1
        continues = False
        for index, stretch in enumerate(stretches):
            if stretch.outer >= 0:
                continue
            if stretch.start >= line_end and not continues:
                line_end = text.find("\n", stretch.start)
                line_end = len(text) if line_end < 0 else line_end
                self._part(number)
            continues = stretch.continues
            line_end = max(line_end, stretch.end) if continues else line_end
            count = self._words(number, text, stretch.start, stretch.end, speech.utterances[index])
            nested = index + 1 < len(stretches) and stretches[index + 1].outer >= 0
            self.cell += _innermost(stretches, index, self.starts[-count:]) if nested and count else [index] * count

    def add_stretch(self, number: int, text: str, start: int, end: int) -> None:
        """Append the words of one stretch of an article's text as a stream of its own."""
        self._part(number)
        count = self._words(number, text, start, end, len(self.begins))
        self.cell += [0] * count

    def bounds(self, stream: int) -> tuple[int, int]:
        """Return the places of a stream, half open."""
        end = self.begins[stream + 1] - 1 if stream + 1 < len(self.begins) else len(self.words)
        return self.begins[stream], end

    def _words(self, number: int, text: str, start: int, end: int, utterance: int) -> int:
        """Append the words of a stretch, but for their cells; return how many they are."""
        matches = spoken_words(text, start, end)
        count = len(matches)
        self.words += [fold(match[0]) for match in matches]
        self.starts += [match.start() for match in matches]
        self.ends += [match.end() for match in matches]
        self.article += [number] * count
        self.stream += [len(self.begins) - 1] * count
        self.utterance += [utterance] * count
        return count

    def _part(self, number: int) -> None:
        """Begin a stream."""
        self.begins.append(len(self.words) + 1)
        self.words.append("")
        self.starts.append(0)
        self.ends.append(0)
        self.article.append(number)
        self.stream.append(len(self.begins) - 1)
        self.cell.append(-1)
        self.utterance.append(-1)


def _innermost(stretches: list[Stretch], outer: int, starts: list[int]) -> list[int]:
    """Return for each word of a stretch the innermost stretch that it stands in."""
    cells = []
    cell, upcoming = outer, outer + 1
    for start in starts:
        while upcoming < len(stretches) and stretches[upcoming].outer >= 0 and stretches[upcoming].start <= start:
            cell = upcoming
            upcoming += 1
        while cell != outer and start >= stretches[cell].end:
            cell = stretches[cell].outer
        cells.append(cell)
    return cells
