import pytest

from articles.shelf import read_articles


def read(path, content):
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_articles([path])


def test_an_html_part_where_there_is_no_plain_one(tmp_path):
    head = "From: Ann <a@b.example>\nSubject: S\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n"
    (article,) = read(tmp_path / "a.eml", head + "<html><p>One</p><p>Two &ldquo;three&rdquo;</p></html>").articles
    assert article.text == "One\nTwo “three”"
    assert article.extractor == "newsreader-markup 1"


def test_a_plain_part_that_is_empty_or_attached_does_not_count(tmp_path):
    head = 'From: a@b.example\nSubject: S\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"\n\n'
    parts = ["Content-Type: text/plain\n\n  \n", "Content-Type: text/plain\nContent-Disposition: attachment\n\nno\n"]
    parts.append("Content-Type: text/html\n\n<p>yes</p>\n")
    content = head + "".join(f"--x\n{part}\n" for part in parts) + "--x--\n"
    (article,) = read(tmp_path / "a.eml", content).articles
    assert (article.text, article.outlet) == ("yes", "a@b.example")


@pytest.mark.parametrize(
    ("charset", "codec"), [("iso-8859-1", "cp1252"), ("windows-1251", "cp1251"), ("nope", "utf-8")]
)
def test_the_charset_of_a_part(tmp_path, charset, codec):
    text = "Мост" if codec == "cp1251" else "“Größe”"
    head = f"From: a\nSubject: S\nContent-Type: text/plain; charset={charset}\n\n".encode()
    assert read(tmp_path / "a.eml", head + text.encode(codec)).articles[0].text == text


@pytest.mark.parametrize(
    "header",
    ["=?nope?q?x?=", "=?utf-8?b?####?=", "=?utf-8?q?=ff=fe?=", "=?utf-8?q?a\n b?=", "\x1b]0;x\x07", "a" * 100_000],
)
def test_headers_that_are_broken(tmp_path, header):
    (article,) = read(tmp_path / "a.eml", f"From: {header}\nSubject: {header}\nDate: {header}\n\ntext").articles
    assert "\n" not in (article.title or "")
    (article.title or "").encode()


@pytest.mark.parametrize("date", ["", "yesterday", "Tue, 99 Mar 2025", "1 Jan 99999 00:00:00 +9999"])
def test_a_date_that_is_none(tmp_path, date):
    assert read(tmp_path / "a.eml", f"From: a\nSubject: S\nDate: {date}\n\ntext").articles[0].date is None


def test_a_mail_without_a_text_is_refused(tmp_path):
    (error,) = read(tmp_path / "a.eml", "From: a\nSubject: S\nContent-Type: image/png\n\nx").refused
    assert "without a text" in str(error)


def test_a_text_with_a_colon_in_its_first_line_is_no_mail(tmp_path):
    text = "Subject: what the mayor said\n\nShe said no."
    assert read(tmp_path / "a.txt", text).articles[0].text == text


def test_a_web_archive_without_a_page_is_refused(tmp_path):
    head = "From: <Saved by Blink>\nSnapshot-Content-Location: https://x\n"
    head += 'Content-Type: multipart/related; boundary="q"\n\n'
    (error,) = read(tmp_path / "a.mhtml", head + "--q\nContent-Type: image/png\n\nx\n--q--").refused
    assert "without a page" in str(error)


def test_an_encoding_with_a_nul_in_its_name(tmp_path):
    content = b"From: a@b.example\nSubject: =?\x00utf-8?B?QnLDvGNrZQ==?=\n\nThe bridge stays open.\n"
    (article,) = read(tmp_path / "a.eml", content).articles
    assert (article.text, article.title) == ("The bridge stays open.\n", "Brücke")
