"""Files of every kind, damaged at random: each opens or is refused in one line, whatever is in it."""

import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.display import harmless
from articles.shelf import ReadOptions, read_articles
from tests.articles.samples import FILES

PIECES = (
    *(
        b"<",
        b">",
        b"&",
        b"&#xD800;",
        b"&nbsp;",
        b"<!--",
        b"-->",
        b"<![CDATA[",
        b"</p>",
        b"<script>",
        b"<!DOCTYPE x [",
        b"]>",
    ),
    *(
        b"\0",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\x1b]0;x\x07",
        b"\xe2\x80\xae",
        b"\r\n\r\n",
        b"\n",
        b"\r",
        b'"',
        b"'",
        b",",
        b";",
    ),
    *(
        b"{",
        b"}",
        b"[",
        b"]",
        b":",
        b"null",
        b"NaN",
        b"1e999",
        b"\\ud800",
        b"\\u0000",
        b"\\",
        b"{\\",
        b"\\u-1?",
        b"\\bin9 ",
    ),
    *(
        b"PK\x03\x04",
        b"PK\x01\x02",
        b"%PDF-",
        b"endobj",
        b"stream\n",
        b"<<",
        b">>",
        b" 0 R",
        b"/Kids",
        b"99999999999",
        b"-1",
    ),
    *(
        b"--",
        b"=?utf-8?b?",
        b"?=",
        b"Content-Type: multipart/mixed; boundary=x\n",
        b"charset=",
        b"encoding='utf-7'",
        b"=00",
    ),
)
CHANGE = st.one_of(
    st.tuples(
        st.just("insert"), st.integers(0), st.one_of(st.sampled_from(PIECES), st.binary(max_size=6)), st.integers(1, 9)
    ),
    st.tuples(st.just("delete"), st.integers(0), st.just(b""), st.integers(1, 60)),
    st.tuples(st.just("repeat"), st.integers(0), st.just(b""), st.integers(1, 200)),
    st.tuples(st.just("cut"), st.integers(0), st.just(b""), st.just(0)),
)


def changed(data, changes):
    """Return a file with some changes made to it."""
    for name, place, piece, number in changes:
        place %= len(data) + 1
        before, after = data[:place], data[place:]
        data = {
            "insert": before + piece * number + after,
            "delete": before + after[number:],
            "repeat": before + after[:number] * 3 + after,
            "cut": before,
        }[name]
    return data


def check(name, data, options):
    """Read a file, and see that whatever comes of it is sound."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        start = time.process_time()
        for paths in ([path], [folder]):
            reading = read_articles(paths, options)
            ids = [article.id for article in reading.articles]
            assert len(set(ids)) == len(ids)
            assert ids or reading.refused
            for article in reading.articles:
                check_article(article)
            assert all(str(error) == harmless(str(error)) for error in reading.refused)
        assert time.process_time() - start < 5
        assert [place.name for place in Path(folder).iterdir()] == [name]


def check_article(article):
    for told in (article.id, article.text, *article.warnings):
        told.encode()
    for told in (article.title, article.outlet, article.author, article.date, article.url, article.extractor):
        assert told is None or (told.encode() and "\n" not in told)
    assert "\r" not in article.text
    assert article.title_span is None or article.text[slice(*article.title_span)] == article.title
    assert len(article.sentences) >= len(article.paragraphs)
    assert len(article.sha256) == 64


OPTIONS = st.builds(ReadOptions, encoding=st.sampled_from([None, None, None, "utf-8", "cp1251", "utf-16"]))
QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]


@settings(max_examples=150, deadline=None, suppress_health_check=QUIET)
@given(st.sampled_from(list(FILES)), st.lists(CHANGE, min_size=1, max_size=6), OPTIONS)
def test_damaged_files(name, changes, options):
    check(name, changed(FILES[name], changes), options)


@pytest.mark.long
@pytest.mark.parametrize("name", FILES)
def test_damaged_files_for_a_long_time(name):
    @settings(max_examples=6000, deadline=None, suppress_health_check=QUIET)
    @given(st.lists(CHANGE, min_size=1, max_size=8), OPTIONS)
    def fuzz(changes, options):
        check(name, changed(FILES[name], changes), options)

    fuzz()
