"""`newsreader quotes`: shared quotes, quotations and boilerplate, without a screen."""

import csv
import io
import json
from collections.abc import Callable, Sequence

import click

from articles.article import Article
from articles.escaping import in_markdown
from articles.shelf import Reading
from newsreader.opening import exit_code, inputs_of, place_of, read_all, story_of
from newsreader.options import Common, common
from newsreader.output import put
from quotes.documents import article_document, group_document, passage_document, quotation_document
from quotes.letters import letter
from quotes.model import IN_WORDS, Member, SharedQuote
from quotes.story import Story


@click.command("quotes")
@common()
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv", "markdown"]),
    default="table",
    show_default=True,
    help="The form.",
)
def command(options: Common) -> int:
    """Show shared quotes, quotations and boilerplate without a screen."""
    reading = read_all(options)
    story = story_of(reading.articles, options)
    answer = _FORMS[options.extra["form"]](reading, story)
    inputs = inputs_of(place_of(options, reading.root), reading.articles)
    put(answer, options.output, force=options.force, inputs=inputs)
    return exit_code(reading, options)


def _json(reading: Reading, story: Story) -> str:
    document = {
        "format": "newsreader/quotes",
        "version": 1,
        "offset_unit": "code point",
        "articles": [article_document(article, reading.root) for article in reading.articles],
        "groups": [group_document(group) for group in story.groups],
        "quotations": [quotation_document(q) for article in reading.articles for q in story.quotations[article.id]],
        "boilerplate": [passage_document(passage) for passage in story.boilerplate],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


_HEADER = ["found", "group", "article", "start", "end", "offset_unit", "speaker", "kind", "text"]


def _csv(reading: Reading, story: Story) -> str:
    from annotations.formats.csv_ import neutral  # the only form that needs the formats

    sheet = io.StringIO()
    write = csv.writer(sheet, lineterminator="\r\n").writerow
    write(_HEADER)
    for found, group, article, start, end, speaker, kind, text in _rows(reading.articles, story):
        write([found, group, neutral(article), start, end, "code point", neutral(speaker), kind, neutral(text)])
    return "\ufeff" + sheet.getvalue()


def _rows(articles: Sequence[Article], story: Story) -> list[tuple[str, str, str, int, int, str, str, str]]:
    """Return all findings as rows: shared quotes, quotations, boilerplate."""
    shared = [
        ("shared quote", group.id, m.article, m.start, m.end, m.speaker or "", m.wording, m.text)
        for group in story.groups
        for m in group.members
    ]
    quoted = [
        ("quotation", "", q.article, q.start, q.end, q.speaker or "", q.kind, q.text)
        for article in articles
        for q in story.quotations[article.id]
    ]
    plain = [("boilerplate", "", p.article, p.start, p.end, "", "", p.text) for p in story.boilerplate]
    return [*shared, *quoted, *plain]


def _markdown(reading: Reading, story: Story) -> str:
    lines = ["[//]: # (newsreader report)", "", "# Shared quotes", ""]  # a comment: a report in a folder is no article
    for number, group in enumerate(story.groups):
        lines += [f"## {letter(number)}: {_told(group.speaker)}", "", *_wordings(group), ""]
    lines += [] if story.groups else ["None.", ""]
    lines += ["# Quotations", ""]
    for article in reading.articles:
        source = f" ({in_markdown(article.id)})" if article.title else ""
        said = [f"- {_told(q.speaker)}, {q.kind}: {_quoted(q.text)}" for q in story.quotations[article.id]]
        lines += [f"## {in_markdown(article.title or article.id)}{source}", "", *(said or ["None."]), ""]
    plain = [f"- {in_markdown(passage.article)}: {_quoted(passage.text)}" for passage in story.boilerplate]
    lines += ["# Boilerplate", "", *(plain or ["None."]), ""]
    return "\n".join(lines)


def _wordings(group: SharedQuote) -> list[str]:
    """Return a line for each utterance; the pieces of an interrupted one stand together."""
    pieces: dict[tuple[str, int], list[Member]] = {}
    for member in group.members:
        pieces.setdefault((member.article, member.utterance), []).append(member)
    words = {key: " … ".join(member.text for member in members) for key, members in pieces.items()}
    return [
        f"- {in_markdown(members[0].article)} ({IN_WORDS[members[0].wording]}): {_quoted(words[key])}"
        for key, members in pieces.items()
    ]


def _told(speaker: str | None) -> str:
    return in_markdown(speaker) if speaker else "speaker not told"


def _quoted(text: str) -> str:
    return f"“{in_markdown(text)}”"


def _table(_reading: Reading, story: Story) -> str:
    """Draw what a person wants to see first: who said what, and how each article has it."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from articles.display import harmless

    def cell(text: str) -> Text:
        return Text(harmless(text.replace("\n", " ")))

    table = Table("quote", "speaker", "article", "wording", box=None, pad_edge=False, show_edge=False)
    for group in story.groups:
        for number, member in enumerate(group.members):
            said = (member.text, group.speaker or "") if number == 0 else ("", "")
            table.add_row(cell(said[0]), cell(said[1]), cell(member.article), cell(IN_WORDS[member.wording]))
    page = io.StringIO()
    console = Console(
        file=page, width=100, force_terminal=False, color_system=None, markup=False, emoji=False, highlight=False
    )
    quotations = sum(map(len, story.quotations.values()))
    counts = [_count(len(story.groups), "shared quote"), _count(quotations, "quotation")]
    console.print(Text(", ".join([*counts, f"{_count(len(story.boilerplate), 'paragraph')} of boilerplate"])))
    if story.groups:
        console.print()
        console.print(table)
    return "\n".join(line.rstrip() for line in page.getvalue().splitlines()) + "\n"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" + ("" if number == 1 else "s")


_FORMS: dict[str, Callable[[Reading, Story], str]] = {
    "table": _table,
    "json": _json,
    "csv": _csv,
    "markdown": _markdown,
}
