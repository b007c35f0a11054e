"""Any text, any spans, any note: what goes out in a format that is read back comes back the same, in either unit."""

import tempfile
from pathlib import Path

import pytest
from exchange_samples import annotation, exchange, save
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.formats import FORMATS
from annotations.formats.brat import fragments
from annotations.formats.placing import Places
from annotations.formats.units import CODE_POINT, UTF_16
from articles.article import Article
from quotes.story import Story

SIGNS = "ab é\u0301\U0001f468\u200d\u00a0\n\t\u2028\x85\x0b\x1d=+-@'\"|,;#\\\u05d0\u4e2d\U00010000\ufeff"
TEXTS = st.text(alphabet=st.sampled_from(SIGNS), min_size=1, max_size=30)
NOTES = st.text(alphabet=st.sampled_from(SIGNS + "\r\x00\x1b"), max_size=12)
NAMES = st.text(alphabet=st.sampled_from("ab é=+'|,\U0001f468\"_-"), min_size=1, max_size=6).filter(str.strip)


@st.composite
def made(draw):
    """Draw an article and annotations of it: up to three spans each, none touching the next."""
    text = draw(TEXTS)
    article = Article("x/y.txt", text)
    found = []
    for number in range(1, draw(st.integers(0, 3)) + 1):
        edges = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=6)))
        spans = list(zip(edges[::2], edges[1::2], strict=False))
        fields = {"tag": draw(NAMES), "note": draw(NOTES), "speaker": draw(st.none() | NAMES), "annotator": draw(NAMES)}
        found.append(annotation(number, article, spans, **fields))
    return exchange(article, annotations=found, find=lambda _: Story({}, (), ()))


def told(found):
    spans = [(span.start, span.end, span.exact) for span in found.spans]
    return found.id, found.article, found.tag, spans, found.note, found.speaker, found.annotator


def back(name, sent):
    """Return what comes back of an exchange in a format."""
    form = FORMATS[name]
    with tempfile.TemporaryDirectory() as folder:
        incoming = form.read(save(name, sent, Path(folder)))
    places = Places(sent.articles)
    return sorted(told(places.place(dict(document))) for document in incoming.documents)


READ = [(name, unit) for name, form in FORMATS.items() if form.read and form.write for unit in (CODE_POINT, UTF_16)]


@pytest.mark.parametrize(("name", "unit"), [(n, u) for n, u in READ if u == CODE_POINT or FORMATS[n].offsets])
@settings(max_examples=60, deadline=None)
@given(sent=made())
def test_what_goes_out_comes_back(name, unit, sent):
    sent = type(sent)(sent.articles, sent.annotations, unit=unit, find=sent.find)
    text = sent.articles[0].text
    expected = sent.annotations
    if name == "brat":
        expected = [a for a in expected if fragments(text, [(s.start, s.end) for s in a.spans])]
    assert back(name, sent) == sorted(map(told, expected))
