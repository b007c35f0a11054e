"""The reports for people: everything is in them, nothing foreign is mark-up, and they need nothing from outside."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from exchange_samples import annotation, exchange, hard, invented, on_invented, story, written
from hypothesis import given
from hypothesis import strategies as st

from annotations.anchoring import anchor
from annotations.formats.coverage import _apart, coverage_picture
from annotations.formats.report import Report
from articles.article import Article

VOID = {"meta", "br", "hr", "img", "input", "link", "circle", "rect", "path"}


class Page(HTMLParser):
    """Reads a page strictly: every tag closed in order, ids, links, and the text of the articles."""

    def __init__(self, text):
        super().__init__()
        self.open, self.ids, self.links, self.tags, self.texts = [], [], [], [], []
        self.styles: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.append((tag, given))
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        if tag == "article":
            self.texts.append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        if tag == "p" and "article" in self.open:
            self.texts[-1] += "\n"

    def handle_data(self, data):
        if "article" in self.open and "p" in self.open and "sup" not in self.open:
            self.texts[-1] += data


@pytest.mark.parametrize("made", [hard, story])
def test_the_page_is_well_formed_and_every_link_leads_somewhere(made):
    page = Page(written("html", made()))
    assert len(page.ids) == len(set(page.ids))
    assert {link for link in page.links if link.startswith("#")} <= {f"#{name}" for name in page.ids}
    assert not [link for link in page.links if not link.startswith("#")]


@pytest.mark.parametrize("made", [hard, story])
def test_the_page_needs_nothing_from_outside_and_runs_nothing(made):
    page = Page(written("html", made()))
    assert not {"script", "link", "img", "iframe", "object", "base", "form"} & {tag for tag, _ in page.tags}
    assert not [name for _, given in page.tags for name in given if name.startswith("on") or name == "src"]
    assert "url(" not in written("html", made())
    assert any(given.get("http-equiv") == "Content-Security-Policy" for _, given in page.tags)


@pytest.mark.parametrize("made", [hard, story])
def test_the_articles_are_on_the_page_whole(made):
    texts = [re.sub(r"\s+", " ", text) for text in Page(written("html", made())).texts]
    for article, text in zip(made().articles, texts, strict=True):
        for start, end in article.paragraphs:
            if (start, end) != article.title_span:
                assert re.sub(r"\s+", " ", article.text[start:end]) in text


def test_shared_quotes_are_linked_round_and_lit():
    text = written("html", story())
    for place, following in (("a-1", "a-2"), ("a-2", "a-1")):
        assert re.search(rf'id="{place}" href="#{following}"', text)
    assert text.count(" q0 ") + text.count('"q q0') >= 2
    assert "body:has(.q0:hover" in text


def test_wordings_coverage_tags_notes_speakers_and_people_are_on_the_page():
    text = written("html", story())
    for part in (
        "<del>lengthy</del>",
        "trimmed",
        "J.D. Vance",
        "the paper, not Reuters",
        "claim (2)",
        "<svg",
        "bob 2026-01-02",
    ):
        assert part in text


def test_orphans_and_moved_ones_have_their_own_place():
    text = written("html", hard())
    assert 'id="orphans"' in text
    assert 'id="moved"' in text
    assert "a sentence that was edited out" in text
    assert 'id="orphans"' not in written("html", story())


def hostile() -> Article:
    return Article(
        "<i>.txt",
        "<script>alert(1)</script> & \x1b[31m \u202eevil {{ 7 * 7 }}\n\n# no heading | `code`",
        "<b>title</b>",
    )


@pytest.mark.parametrize("name", ["html", "markdown"])
def test_foreign_text_is_never_mark_up(name):
    article = hostile()
    mark = "</style><script>x</script>\n\n# heading\x1b"
    note = annotation(1, article, [(0, 30)], mark, note=mark, speaker=mark, annotator=mark, group=mark)
    text = written(name, exchange(article, annotations=[note]))
    assert "\x1b" not in text
    assert "\u202e" not in text
    if name == "html":
        assert "{{ 7 * 7 }}" in text
        assert not {"script", "b", "i"} & {tag for tag, _ in Page(text).tags}
    else:
        assert not re.search(r"(?<!\\)<", text)
        assert not re.search(r"^# (no )?heading", text, re.M)


def test_overlapping_tags_are_all_seen():
    article = invented()
    made = exchange(
        article, annotations=[annotation(1, article, [(30, 60)], "claim"), annotation(2, article, [(40, 50)], "quote")]
    )
    pieces = [piece for paragraph in Report(made).articles[0].paragraphs for piece in paragraph if piece.tags]
    assert [[tag.tag.name for tag in piece.tags] for piece in pieces] == [["claim"], ["claim", "quote"], ["claim"]]
    assert "var(--t0) 0.0% 50.0%, var(--t1) 50.0% 100.0%" in written("html", made)


def test_an_annotation_over_several_paragraphs_is_in_each_and_begins_once():
    article = invented()
    made = exchange(article, annotations=[annotation(1, article, [(0, len(article.text))])])
    paragraphs = Report(made).articles[0].paragraphs
    assert len(paragraphs) == len(article.paragraphs)
    assert all(piece.tags for pieces in paragraphs for piece in pieces)
    assert sum(len(piece.begun) for pieces in paragraphs for piece in pieces) == 1


def test_pieces_are_the_paragraphs():
    article = invented()
    made = Report(exchange(article, annotations=on_invented(article)))
    pieces = ["".join(piece.text for piece in paragraph) for paragraph in made.articles[0].paragraphs]
    assert pieces == [article.text[start:end] for start, end in article.paragraphs]


def test_the_picture_is_svg_with_a_place_for_every_member():
    report = Report(story())
    picture = ET.fromstring(coverage_picture(report))
    circles = picture.findall(".//{*}circle")
    assert len(circles) == sum(len(quote.places) for quote in report.quotes) == 6
    width = float(picture.get("viewBox").split()[2])
    assert all(0 < float(circle.get("cx")) < width for circle in circles)
    hard_one = ET.fromstring(coverage_picture(Report(exchange(replace(invented(), title="<&\x00" * 60)))))
    assert "\ufffd" in "".join(hard_one.itertext())


@given(st.lists(st.floats(24, 936), max_size=120).map(sorted))
def test_no_letter_of_the_picture_covers_another(middles):
    moved = _apart(middles)
    assert moved == sorted(moved)
    assert all(23.9 <= x <= 936 for x in moved)
    least = min(23, 912 / max(1, len(middles) - 1))
    assert all(after - before >= least - 0.2 for before, after in pairwise(moved))
    if all(after - before >= 23 for before, after in pairwise(middles)):
        assert moved == [round(x, 1) for x in middles]


def test_the_coverage_table_is_in_the_markdown():
    text = written("markdown", story())
    assert "| a | There are economic tools of leverage, there are of course military tools of leverage |" in text
    assert "| lengthy and highly productive phone call | Donald Trump | whole | trimmed |" in text
    assert "Note: the paper, not Reuters" in text


def tagged(words: str, **fields):
    """Export a passage of an invented article without a title as Markdown."""
    article = Article("ferry.txt", "“Boats first,” she said. „Erst die Boote“, he said. Nobody paid, ‘yet’.")
    return written("markdown", exchange(article, annotations=[annotation(1, article, [words], **fields)]))


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Nobody paid", "“Nobody paid”"),
        ("Boats first,” she said", "“Boats first,” she said”"),
        ("“Boats first,” she said.", "“Boats first,” she said."),
        ("„Erst die Boote“", "„Erst die Boote“"),
        ("‘yet’", "“‘yet’”"),
    ],
)
def test_words_that_bring_their_own_marks_get_no_others(words, shown):
    assert f"1. {shown}  \n" in tagged(words)


def test_the_report_says_where_words_stand_once_and_keeps_the_lines_of_a_note():
    text = tagged("Nobody paid", note="ask the *port*\n\nthen the crew")
    assert "1. **ferry.txt**: 1 annotation\n" in text
    by_article, by_tag = text.split("## By tag")
    assert "**quote**, ann 2026-01-02  \n   Note: ask the \\*port\\*  \n   then the crew\n" in by_article
    assert "**quote**, ann 2026-01-02, ferry.txt  \n" in by_tag


@pytest.mark.parametrize("name", ["html", "markdown"])
def test_a_moved_annotation_shows_what_its_words_were(name):
    before = Article("ferry.txt", "The ferry sails at nine. Nobody may board it before the bell has rung twice.")
    after = Article("ferry.txt", before.text.replace("before the bell", "until the old bell"))
    moved = anchor(annotation(1, before, ["Nobody may board it before the bell has rung twice"]), after)
    assert moved.state == "moved"
    text = written(name, exchange(after, annotations=[moved]))
    assert "“Nobody may board it until the old bell has rung twice”" in text
    told = "Was: {}" if name == "markdown" else "was {}"
    assert told.format("“Nobody may board it before the bell has rung twice”") in text
    assert told.format("") not in written(name, exchange(before, annotations=[annotation(1, before, ["Nobody"])]))
