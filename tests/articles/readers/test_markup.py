import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.readers.markup import one_line, text_of, text_of_maybe


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One <b>two</b>\n three.</p><p>Four&nbsp;&amp; five</p>", "One two three.\nFour\u00a0& five"),
        ("a<br>b<br/>c<hr>d", "a\nb\nc\nd"),
        ("<ul><li>one<li>two</ul>", "one\ntwo"),
        ("<script>if (a < b) x('<p>')</script>text<style>p {}</style><!-- <p>no</p> -->", "text"),
        ("<template><p>no</p></template>yes<noscript>no</noscript>", "yes"),
        ("<a title=\"x > y\" href='<b>'>link</a>", "link"),
        ("5 < 6 and 7 > 6", "5 < 6 and 7 > 6"),
        ("<![CDATA[in <b>]]> out", "in <b> out"),
        ("&lt;b&gt; &#8220;x&#8221; &nope; &#0; &#xD800;", "<b> “x” &nope; \ufffd \ufffd"),
        ("👩\u200d👧 <em>e\u0301</em> 東京 <bdo dir=rtl>שלום</bdo>", "👩\u200d👧 e\u0301 東京 שלום"),
        ("<p>unclosed <b>bold", "unclosed bold"),
        ("text <a href='x", "text"),
        ("<!-- never closed", ""),
        ("", ""),
    ],
)
def test_text_of_markup(markup, text):
    assert text_of(markup) == text


def test_plain_text_that_is_no_markup_stands_as_it_is():
    assert text_of_maybe("a < b\n\n  c > d") == "a < b\n\n  c > d"
    assert text_of_maybe("a <b>b</b>") == "a b"
    assert text_of_maybe("one &amp; two") == "one & two"


def test_one_line():
    assert one_line(" a\n b\t\u00a0c \x1b ") == "a b c \x1b"
    assert one_line("  ") is one_line(None) is None


@given(st.text(st.sampled_from("<>/!-&;\"'= abp\n\ud800"), max_size=80))
def test_anything_gives_a_text(markup):
    text = text_of(markup)
    text.encode()
    assert "\r" not in text


@pytest.mark.parametrize(
    "piece", ["<", "<a", "<!--", "<script>", '<p a="', "<p a='", "&", "<![CDATA[", "</", "<a =\"<b ='"]
)
def test_time_grows_with_the_markup_and_no_faster(piece):
    def cost(size):
        start = time.process_time()
        text_of(piece * (size // len(piece)))
        return time.process_time() - start

    small = min(cost(20_000) for _ in range(3))
    assert cost(320_000) < 16 * small * 5 + 0.05
