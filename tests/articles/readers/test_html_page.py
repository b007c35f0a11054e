import re

import pytest

from articles.readers.html_page import declared_encoding
from articles.shelf import ReadOptions, read_articles
from tests.articles.samples import PARAGRAPHS, page


def read(path, data, **options):
    path.write_bytes(data)
    return read_articles([path], ReadOptions(**options)).articles[0]


RUSSIAN = (
    "Мэр города заявила во вторник, что старый мост останется открытым всю зиму.",
    "«Мы оставим его открытым», — сказала она журналистам во вторник утром у реки.",
)


@pytest.mark.parametrize(
    ("declared", "codec", "paragraphs"),
    [
        ("windows-1251", "cp1251", RUSSIAN),
        ("koi8-r", "koi8-r", tuple(re.sub("[«»—]", "-", paragraph) for paragraph in RUSSIAN)),
        ("iso-8859-1", "cp1252", PARAGRAPHS[:3]),
        ("utf-8", "utf-8", PARAGRAPHS),
    ],
)
def test_the_declared_encoding_is_honoured(tmp_path, declared, codec, paragraphs):
    article = read(tmp_path / "a.html", page(declared, paragraphs).encode(codec))
    assert article.text.split("\n")[1:] == list(paragraphs)
    assert article.encoding == codec
    assert not article.warnings


def test_a_declaration_in_the_older_form(tmp_path):
    head = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'
    data = page("x", RUSSIAN).replace('<meta charset="x">', head).encode("cp1251")
    assert RUSSIAN[1] in read(tmp_path / "a.html", data).text


@pytest.mark.parametrize("declared", ["no-such-encoding", "utf-16", "base64", ""])
def test_a_declaration_that_cannot_be_is_passed_over(tmp_path, declared):
    assert PARAGRAPHS[1] in read(tmp_path / "a.html", page(declared).encode()).text


def test_a_byte_order_mark_and_the_option_win_over_the_declaration(tmp_path):
    assert PARAGRAPHS[1] in read(tmp_path / "a.html", page("koi8-r").encode("utf-8-sig")).text
    assert PARAGRAPHS[1] in read(tmp_path / "b.html", page("koi8-r").encode("utf-16")).text
    assert RUSSIAN[0] in read(tmp_path / "c.html", page("koi8-r", RUSSIAN).encode("cp1251"), encoding="cp1251").text


def test_no_break_spaces_and_joiners_stay(tmp_path):
    paragraphs = (
        "The price is 5&nbsp;000&#8239;€ this year, the mayor told the people of the town at noon.",
        "می\u200cخواهم, she said, 👩\u200d👩\u200d👧 and «\u00a0oui\u00a0» were the words of that day.",
        "&nbsp;",
    )
    text = read(tmp_path / "a.html", page("utf-8", paragraphs).encode()).text
    assert "5\u00a0000\u202f€" in text
    assert paragraphs[1] in text
    assert all(line.strip() for line in text.split("\n"))


def test_a_page_without_main_text_gives_all_its_text_and_says_so(tmp_path):
    article = read(tmp_path / "a.html", b"<html><body><div>Hello <b>there</b></div><script>x()</script></body></html>")
    assert "Hello there" in article.text
    assert "x()" not in article.text


def test_a_page_that_is_empty_opens(tmp_path):
    assert read(tmp_path / "a.html", b"<html></html>").text == ""
    assert read(tmp_path / "b.html", b"").text == ""


def test_the_limit_holds_for_the_text_and_not_for_the_mark_up(tmp_path):
    data = page().replace("<nav>", f"<!--{'x' * 5000}--><nav>").encode()
    assert read(tmp_path / "a.html", data, max_size=1000).text
    (tmp_path / "b.html").write_bytes(data)
    assert "--max-size" in str(read_articles([tmp_path / "b.html"], ReadOptions(max_size=100)).refused[0])


def test_a_date_is_one_that_the_page_declares_and_no_guess(tmp_path):
    undated = page().replace('<meta property="article:published_time" content="2025-03-04T10:00:00Z">', "")
    assert "since 2020" in undated
    assert read(tmp_path / "a.html", undated.encode()).date is None
    dated = undated.replace("</h1>", '</h1><time datetime="2025-03-04T10:00:00Z">noon</time>')
    assert read(tmp_path / "b.html", dated.encode()).date == "2025-03-04"


def test_what_was_saved_beside_a_page_is_used(tmp_path):
    (tmp_path / "a.html").write_bytes(b"<html><body><p>" + "Мост".encode("koi8-r") + b"</p></body></html>")
    told = '{"format": "newsreader/page", "url": "https://www.daily.example/x", "title": "T", "date": "D", '
    told += '"encoding": "koi8-r"}'
    (tmp_path / "a.html.meta.json").write_text(told)
    reading = read_articles([tmp_path])
    (article,) = reading.articles
    assert (article.text, article.title, article.date) == ("Мост", "T", "D")
    assert (article.url, article.outlet) == ("https://www.daily.example/x", "daily.example")
    assert not reading.left_out


@pytest.mark.parametrize("told", ["", "[]", '{"url": "x"}', '{"format": "newsreader/page", "url": 5}', "[" * 99_999])
def test_a_file_beside_that_is_not_ours_is_not_used(tmp_path, told):
    (tmp_path / "a.html").write_bytes(page().encode())
    (tmp_path / "a.html.meta.json").write_text(told)
    assert read_articles([tmp_path]).articles[0].url == "https://daily.example/bridge"


def test_the_libraries_say_nothing_to_the_terminal(tmp_path, capfd, caplog):
    data = page().replace("2025-03-04T10:00:00Z", "2025-03-04 10:00:00 ZZZZ\x1b]0;x\x07").encode()
    assert read(tmp_path / "a.html", data).text
    read(tmp_path / "b.html", b"\xef\xbb\xbf<")
    out, err = capfd.readouterr()
    assert not out + err
    assert not caplog.records


def test_an_encoding_with_a_nul_in_its_name_declares_nothing():
    assert declared_encoding(b"<p>Bridge</p>", "utf\x00-8") is None
