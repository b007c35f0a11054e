"""Every kind of file, through the shelf: in a folder by its suffix, named one by one by its content."""

from pathlib import Path

import pytest

from articles.readers import BY_SUFFIX, KINDS
from articles.shelf import read_articles
from tests.articles.samples import BODY, FILES, PARAGRAPHS, TITLE

PRINTED = (
    "The mayor of Harbour City said on Tuesday that the old bridge would stay open all winter, and that repairs are "
    "due in the next year.\n“We will keep it open,” she told reporters on a windy day. “It's our bridge.”"
)
TEXTS = {
    "text.txt": [f"{TITLE}\n\n{BODY}"],
    "markdown.md": [f"# {TITLE}\n\n{BODY}"],
    "page.html": [f"{TITLE}\n{BODY}"],
    "feed.xml": ["\n".join(PARAGRAPHS[:2]) + "\u00a0— end", "Plain bold words.", ""],
    "one.json": [BODY],
    "many.json": [BODY, "b"],
    "lines.jsonl": list(PARAGRAPHS),
    "table.csv": [PARAGRAPHS[0]],
    "mail.eml": [BODY],
    "archive.mhtml": [f"{TITLE}\n{BODY}"],
    "word.docx": [BODY],
    "rich.rtf": ["He said: “We go.” — café 😀\nSecond paragraph."],
    "print.pdf": [f"{TITLE}\n{PRINTED}"],
}


@pytest.fixture
def folder(tmp_path):
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def test_every_kind_has_a_sample():
    assert {BY_SUFFIX[Path(name).suffix].name for name in FILES} == {kind.name for kind in KINDS}
    assert list(TEXTS) == list(FILES)


def test_a_folder_of_every_kind(folder):
    reading = read_articles([folder])
    assert not reading.refused
    assert not reading.left_out
    found = {name: [a.text for a in reading.articles if a.id.split("#")[0] == name] for name in FILES}
    assert found == TEXTS
    assert len({article.id for article in reading.articles}) == len(reading.articles)


@pytest.mark.parametrize("name", FILES)
def test_named_one_by_one_the_content_alone_decides(folder, name):
    other = folder / f"{name.replace('.', '_')}.unknown"
    (folder / name).rename(other)
    reading = read_articles([other])
    assert [article.text for article in reading.articles] == TEXTS[name]


def test_a_wrong_suffix_misleads_nobody(folder):
    (folder / "page.html").rename(folder / "page.txt")
    (folder / "feed.xml").rename(folder / "feed.json")
    (folder / "word.docx").rename(folder / "word.rtf")
    texts = [article.text for article in read_articles([folder]).articles]
    assert all(text in texts for name in ("page.html", "feed.xml", "word.docx") for text in TEXTS[name])


@pytest.mark.parametrize("name", ["feed.xml", "word.docx", "rich.rtf", "print.pdf"])
def test_what_may_hold_several_is_not_taken_for_a_text(folder, name):
    other = folder / "texts" / "a.txt"
    other.parent.mkdir()
    (folder / name).rename(other)
    (error,) = read_articles([other.parent]).refused
    assert "under the name of a text" in str(error)
    assert [article.text for article in read_articles([other]).articles] == TEXTS[name]


@pytest.mark.parametrize("name", ["one.json", "table.csv"])
def test_a_text_in_a_folder_that_looks_like_records_is_a_text(folder, name):
    other = folder / "texts" / "a.txt"
    other.parent.mkdir()
    (folder / name).rename(other)
    assert read_articles([other.parent]).articles[0].text == FILES[name].decode()
    assert read_articles([other]).articles[0].text == TEXTS[name][0]


@pytest.mark.parametrize("name", ["page.html", "archive.mhtml", "feed.xml", "rich.rtf", "print.pdf", "word.docx"])
def test_who_extracted_a_text_is_known(folder, name):
    for article in read_articles([folder / name]).articles:
        library, version = (article.extractor or "").split()
        assert library in {"trafilatura", "striprtf", "pypdf", "newsreader-markup", "newsreader-docx"}
        assert version[0].isdigit()


@pytest.mark.parametrize("name", ["text.txt", "markdown.md", "one.json", "table.csv", "mail.eml"])
def test_a_text_that_stands_as_it_is_has_no_extractor(folder, name):
    assert read_articles([folder / name]).articles[0].extractor is None


@pytest.mark.parametrize(
    ("name", "title", "outlet", "author", "date", "url"),
    [
        ("page.html", TITLE, "The Daily", "Ann Lee", "2025-03-04", "https://daily.example/bridge"),
        ("archive.mhtml", TITLE, "The Daily", "Ann Lee", "2025-03-04", "https://daily.example/bridge"),
        ("one.json", TITLE, "The Daily", None, None, None),
        ("table.csv", TITLE, None, None, None, "https://daily.example/1"),
        ("mail.eml", "Brücke bleibt offen", "The Daily", None, "2025-03-04T10:00:00+01:00", None),
        ("word.docx", TITLE, None, "Ann Lee", None, None),
        ("rich.rtf", "Old bridge", None, None, None, None),
        ("print.pdf", TITLE, None, "Ann Lee", None, None),
        (
            "feed.xml", f"{TITLE} & more", "The Daily", "Ann Lee", "Tue, 04 Mar 2025 10:00:00 GMT",
            "https://daily.example/1",
        ),
    ],
)  # fmt: skip
def test_metadata(folder, name, title, outlet, author, date, url):
    article = read_articles([folder / name]).articles[0]
    assert (article.title, article.outlet, article.author, article.date, article.url) == (
        title,
        outlet,
        author,
        date,
        url,
    )


def test_where_the_title_stands_in_the_text(folder):
    for name in ("text.txt", "markdown.md", "page.html"):
        article = read_articles([folder / name]).articles[0]
        assert article.text[slice(*article.title_span)] == article.title == TITLE


@pytest.mark.parametrize(
    ("name", "module", "extra"),
    [("page.html", "trafilatura", "html"), ("rich.rtf", "striprtf", "rtf"), ("print.pdf", "pypdf", "pdf")],
)
def test_without_its_library_a_kind_says_how_to_get_it(folder, monkeypatch, name, module, extra):
    monkeypatch.setitem(__import__("sys").modules, module, None)
    monkeypatch.setitem(__import__("sys").modules, f"{module}.striprtf", None)
    (error,) = read_articles([folder / name]).refused
    assert f"newsreader[{extra}]" in str(error)
    assert "\n" not in str(error)
