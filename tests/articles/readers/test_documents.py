"""Word, RTF and PDF files, and what news databases export in them."""

import pytest

from articles.readers.pdf import joined
from articles.shelf import read_articles
from tests.articles.samples import PARAGRAPHS, WORD, pdf, word, zipped

NEXIS = (
    "Old bridge stays open", "The Daily", "March 4, 2025 Tuesday", "Copyright 2025", "Byline: Ann Lee", "Body",
    *PARAGRAPHS[:2], "Load-Date: March 5, 2025", "End of Document",
    "A second one", "Evening Post", "5 March 2025", "Body", PARAGRAPHS[2], "Classification", "Language: ENGLISH",
    "End of Document",
)  # fmt: skip


def read(path, content):
    path.write_bytes(content)
    return read_articles([path])


def document(body):
    return zipped({"word/document.xml": f"<w:document {WORD}><w:body>{body}</w:body></w:document>"})


def test_the_articles_of_a_database_each_with_its_head(tmp_path):
    first, second = read(tmp_path / "a.docx", word(NEXIS)).articles
    assert (first.id, first.text) == ("a.docx#1", "\n".join(PARAGRAPHS[:2]))
    assert (first.title, first.outlet, first.date, first.author) == (
        "Old bridge stays open", "The Daily", "March 4, 2025", "Ann Lee",
    )  # fmt: skip
    assert (second.text, second.title, second.outlet, second.date) == (
        PARAGRAPHS[2], "A second one", "Evening Post", "5 March 2025",
    )  # fmt: skip


def test_a_database_with_one_article_in_a_file(tmp_path):
    (article,) = read(tmp_path / "a.docx", word(NEXIS[:10])).articles
    assert article.id == "a.docx"
    assert article.text == "\n".join(PARAGRAPHS[:2])


def test_a_database_that_numbers_its_documents(tmp_path):
    lines = (
        "First",
        PARAGRAPHS[0],
        "Document DAILY00020250304el3400001",
        "Second",
        PARAGRAPHS[1],
        "Document POST000020250305el3500002",
    )
    ids = [article.id for article in read(tmp_path / "a.docx", word(lines)).articles]
    assert ids == ["a.docx#DAILY00020250304el3400001", "a.docx#POST000020250305el3500002"]


def test_word_paragraphs_breaks_links_and_deleted_text(tmp_path):
    run = "<w:r><w:t>{}</w:t></w:r>"
    body = (
        f"<w:p>{run.format('One ')}<w:hyperlink>{run.format('two')}</w:hyperlink>"
        f"<w:del>{run.format('no')}</w:del></w:p>"
        f"<w:sdt><w:sdtContent><w:p>{run.format('three')}<w:r><w:br/><w:t>four</w:t><w:tab/></w:r></w:p>"
        "</w:sdtContent></w:sdt>"
        f"<w:tbl><w:tr><w:tc><w:p>{run.format('five')}</w:p></w:tc><w:tc><w:p>{run.format('six')}</w:p></w:tc>"
        "</w:tr></w:tbl>"
        "<w:p><w:r><w:instrText>no</w:instrText><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r></w:p><w:p/>"
    )
    assert read(tmp_path / "a.docx", document(body)).articles[0].text == "One two\nthree\nfour\nfive\nsix\na\u2011b"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (zipped({"word/document.xml": b"<a>" + b" " * 20_000_000 + b"</a>"}), "unpacks to far more"),
        (zipped({f"part{number}": "x" for number in range(2001)}), "unpacks to far more"),
        (zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "x">]><a>&b;</a>'}), "entities"),
        (zipped({"word/document.xml": "<a>"}), "damaged"),
        (zipped({"a.txt": "x", "../../evil.txt": "x"}), "no Word file"),
        (word()[:300], "damaged"),
        (word()[:-30] + b"x" * 30, "damaged"),
        (b"PK\x03\x04" + b"\0" * 100, "damaged"),
    ],
)
def test_archives_that_are_hostile_or_damaged_are_refused_in_one_line(tmp_path, content, problem):
    (error,) = read(tmp_path / "a.docx", content).refused
    assert problem in str(error)
    assert "\n" not in str(error)
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]


def test_an_rtf_file_in_another_code_page(tmp_path):
    content = (
        rb"{\rtf1\ansi\ansicpg1251 " + "".join(f"\\'{byte:02x}" for byte in "Мост".encode("cp1251")).encode() + b"}"
    )
    assert read(tmp_path / "a.rtf", content).articles[0].text == "Мост"


@pytest.mark.parametrize(
    "content",
    [
        rb"{\rtf1 \u99999999? x}",
        rb"{\rtf1 \u99999999999999999999? x}",
        rb"{\rtf1 \'zz \bin999999 x}",
        rb"{\rtf1 " + b"{" * 50_000,
    ],
)
def test_rtf_files_that_are_broken(tmp_path, content):
    reading = read(tmp_path / "a.rtf", content)
    assert len(reading.articles) + len(reading.refused) == 1


def test_the_paragraphs_of_a_printed_page():
    page = "A headline\nThis line is about as long as a line of this page is,\nand this is its sec-\nond end. 1\n12\n"
    page += "A new one\n"
    assert joined(page) == (
        "A headline\nThis line is about as long as a line of this page is, and this is its sec-ond end. 1\nA new one"
    )
    assert joined("") == ""


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (pdf(()), "without text"),
        (b"%PDF-1.4\n" + b"\x80\x81 1 0 obj" * 500, "damaged"),
        (pdf(("x",))[:200], "damaged"),
        (b"%PDF-1.4\n1 0 obj\n<</Type /Catalog /Pages 1 0 R>>\nendobj\ntrailer <</Root 1 0 R>>", "PDF"),
    ],
)
def test_pdf_files_that_are_empty_or_damaged(tmp_path, content, problem):
    (error,) = read(tmp_path / "a.pdf", content).refused
    assert problem in str(error)
    assert "\n" not in str(error)
