import pytest

from articles.shelf import read_articles


def read(path, content):
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_articles([path])


def rss(items, declaration='<?xml version="1.0"?>'):
    return f"{declaration}<rss version='2.0'><channel><title>Daily</title>{items}</channel></rss>"


def test_atom(tmp_path):
    content = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Atomic</title>
<entry><title type="html">A &lt;i&gt;b&lt;/i&gt;</title><id>tag:x,1</id><link rel="self" href="https://s"/>
<link href="https://a.example/1"/><author><name>Bo</name></author><author><name>Ann</name></author><updated>2025</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One <b>two</b> &lt;three&gt;.</p><p>Four.</p></div>
</content>
</entry><entry><title>B</title><summary type="text">a &lt; b &lt;p&gt;</summary></entry></feed>"""
    first, second = read(tmp_path / "a.atom", content).articles
    assert first.id == "a.atom#tag:x,1"
    assert (first.text, first.title, first.author) == ("One two <three>.\nFour.", "A b", "Bo, Ann")
    assert (first.url, first.date, first.outlet) == ("https://a.example/1", "2025", "Atomic")
    assert (second.id, second.text) == ("a.atom#2", "a < b <p>")


def test_rss_of_the_first_kind(tmp_path):
    content = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Daily</title></channel>
<item><title>A</title><link>https://x</link><description>a</description><dc:date>2025</dc:date></item></rdf:RDF>"""
    (article,) = read(tmp_path / "a.rdf", content).articles
    assert (article.text, article.outlet, article.url, article.date) == ("a", "Daily", "https://x", "2025")


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "utf-16", "shift_jis"])
def test_the_declared_encoding_is_honoured(tmp_path, encoding):
    text = "東京の橋" if encoding == "shift_jis" else "Мост открыт"
    content = rss(f"<item><title>{text}</title></item>", f'<?xml version="1.0" encoding="{encoding}"?>')
    assert read(tmp_path / "a.xml", content.encode(encoding)).articles[0].title == text


def test_what_feeds_often_get_wrong_is_mended(tmp_path):
    content = rss(
        "<item><title>Q &amp; A & B&nbsp;&mdash; C\x08 AT&T</title><description>d &lt;br&gt; e</description></item>"
    )
    (article,) = read(tmp_path / "a.xml", content).articles
    assert article.title == "Q & A & B — C\ufffd AT&T"
    assert article.text == "d\ne"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ('<!DOCTYPE rss [<!ENTITY a "x">]><rss><channel><item><title>&a;</title></item></channel></rss>', "entities"),
        (
            '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><item>&a;</item></channel></rss>',
            "entities",
        ),
        ('<!DOCTYPE rss [<!ENTITY % a SYSTEM "http://127.0.0.1:1/">%a;]><rss><channel/></rss>', "entities"),
        ("<rss><channel><item></channel></rss>", "not XML"),
        ("<rss>", "not XML"),
        ("<rss><channel/></rss>", "without items"),
        ("<?xml version='1.0'?><book><item/></book>", "no feed"),
    ],
)
def test_what_is_no_feed_is_refused_in_one_line(tmp_path, content, problem):
    (error,) = read(tmp_path / "a.xml", content).refused
    assert problem in str(error)
    assert "\n" not in str(error)
    assert "passwd" not in str(error)


def test_a_doctype_without_entities_is_allowed(tmp_path):
    content = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://x/rss.dtd">' + rss(
        "<item><title>A</title></item>", ""
    )
    assert [article.title for article in read(tmp_path / "a.xml", content).articles] == ["A"]


def test_ids_that_two_items_share_are_no_ids(tmp_path):
    content = rss("".join(f"<item><title>{key}</title><guid>{key}</guid></item>" for key in ("a", "b", "a", "2")))
    assert [article.id for article in read(tmp_path / "a.xml", content).articles] == [
        "a.xml#1",
        "a.xml#b",
        "a.xml#3",
        "a.xml#2",
    ]
