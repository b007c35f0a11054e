"""`markdown`: a report for people, by article and by tag, with the coverage table of shared quotes."""

from collections.abc import Iterable, Iterator

from annotations.annotation import Annotation
from annotations.formats.exchange import Exchange
from annotations.formats.report import ArticleEntry, Entry, QuoteEntry, Report
from annotations.formats.shape import File
from articles.escaping import in_markdown
from quotes.model import IN_WORDS
from quotes.wording import Row


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: `1 article`, `2 articles`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def write(exchange: Exchange) -> Iterator[File]:
    """Write the report."""
    yield File("", (line + "\n" for line in _lines(Report(exchange))))


def _lines(report: Report) -> Iterator[str]:
    counts = [(report.articles, "article"), (report.quotes, "shared quote"), (report.entries, "annotation")]
    yield from ("[//]: # (newsreader report)", "")  # a comment in Markdown: a report in a folder is no article
    yield "# " + ", ".join(counted(len(found), noun) for found, noun in counts)
    yield ""
    yield from (_about(article) for article in report.articles)
    yield from _shared(report)
    yield from ("", "## By article")
    for article in report.articles:
        yield from ("", f"### {article.number + 1}. {in_markdown(article.title)}", "")
        yield from _items(article.entries, sources=False)
    yield from ("", "## By tag")
    for tag in report.tags:
        yield from ("", f"### {in_markdown(tag.tag.name)} ({len(tag.entries)})", "")
        yield from (f"*{in_markdown(tag.tag.description)}*", "") if tag.tag.description else ()
        yield from _items(tag.entries)
    yield from _apart("Moved: look whether they still fit", report.moved)
    yield from _apart("Orphaned: their words stand in the articles no longer, or the article is gone", report.orphans)


def _about(article: ArticleEntry) -> str:
    facts = [article.article.outlet, article.article.author, article.article.date, article.article.id]
    about = ", ".join(in_markdown(fact) for fact in facts if fact and fact != article.title)
    tagged = counted(len(article.entries), "annotation")
    return f"{article.number + 1}. **{in_markdown(article.title)}**{f' ({about})' if about else ''}: {tagged}"


def _shared(report: Report) -> Iterator[str]:
    """Yield the coverage table, then the wordings of each quote."""
    yield from ("", "## Shared quotes", "")
    if not report.quotes:
        yield "These articles share no quotes."
        return
    yield "| | quote | speaker | " + " | ".join(str(article.number + 1) for article in report.articles) + " |"
    yield "|---|---|---|" + "---|" * len(report.articles)
    for quote in report.quotes:
        cells = " | ".join(_cell(cell) for cell in quote.cells)
        yield f"| {quote.letter} | {in_markdown(quote.words)} | {_speaker(quote)} | {cells} |"
    sums = " | ".join(str(sum(bool(quote.cells[a.number]) for quote in report.quotes)) for a in report.articles)
    yield f"| | **of {len(report.quotes)}** | | {sums} |"
    for quote in report.quotes:
        yield from ("", f"### {quote.letter}: {_speaker(quote)}", "")
        yield from (f"- {_wording(row)}" for row in quote.comparison.rows)


def _cell(rows: Iterable[Row]) -> str:
    return ", ".join(dict.fromkeys(IN_WORDS[row.wording] for row in rows)) or "–"


def _speaker(quote: QuoteEntry) -> str:
    return in_markdown(quote.group.speaker or "speaker not told")


def _wording(row: Row) -> str:
    said = f" … *{in_markdown(row.interruption)}* …" if row.interruption else ""
    return f"**{row.number}** “{in_markdown(row.text)}”{said} ({in_markdown(row.attribution)}; {in_markdown(row.note)})"


def _items(entries: Iterable[Entry], *, sources: bool = True) -> Iterator[str]:
    """Yield the annotations as a list: words, then tag, speaker, who and when, what the words were, note.

    Args:
        entries: The annotations.
        sources: Whether each names its article; not below a heading that does.
    """
    empty = True
    for entry in entries:
        empty = False
        facts = _facts(entry.annotation)
        facts += [in_markdown(entry.annotation.article)] if sources else []
        yield f"{entry.number}. {in_markdown(entry.quoted)}  "
        was = f"  \n   Was: {in_markdown(entry.was)}" if entry.was else ""
        yield "   " + ", ".join(facts) + was + _note(entry.annotation.note)
    if empty:
        yield "Nothing is tagged here."


def _facts(annotation: Annotation) -> list[str]:
    who = f"{annotation.annotator} {annotation.created[:10]}"
    facts = [in_markdown(fact) for fact in (annotation.tag, annotation.speaker or "", who)]
    return [f"**{facts[0]}**", *filter(None, facts[1:])]


def _note(note: str) -> str:
    """Return a note below its annotation, its lines kept."""
    lines = [in_markdown(line) for line in note.splitlines() if line.strip()]
    return "  \n   Note: " + "  \n   ".join(lines) if lines else ""


def _apart(heading: str, entries: list[Entry]) -> Iterator[str]:
    if entries:
        yield from ("", f"## {heading}", "")
        yield from _items(entries)
