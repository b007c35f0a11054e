import json
from itertools import pairwise

import pytest

from articles.fetch import FetchOptions, fetch
from articles.shelf import read_articles
from articles.transfer import Limits, TransferError, normal
from tests.articles.loopback import loopback
from tests.articles.samples import PARAGRAPHS, TITLE, page

LIMITS = Limits(size=200_000, silence=0.5, duration=1.0)
OPTIONS = FetchOptions(pause=0, version="9", limits=LIMITS)


@pytest.fixture
def server(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with loopback() as running:
        yield running


def fetch_one(server, folder, path, options=OPTIONS):
    (done,) = fetch([server.url(path)], folder, options)
    return done


@pytest.mark.parametrize("path", ["/page", "/gzip", "/deflate", "/moved"])
def test_a_page_is_saved_as_it_came_and_opens(server, tmp_path, path):
    done = fetch_one(server, tmp_path / "new" / "folder", path)
    assert done.path.read_bytes() == page().encode()
    assert done.path.suffix == ".html"
    told = json.loads(done.path.with_name(done.path.name + ".meta.json").read_text())
    assert told["format"] == "newsreader/page"
    assert told["requested"] == server.url(path)
    assert told["url"] == server.url("/page" if path == "/moved" else path)
    (article,) = read_articles([tmp_path / "new"]).articles
    assert article.title == TITLE
    assert article.url == told["url"]
    assert server.agents == {"newsreader/9"}
    assert sorted(place.name for place in done.path.parent.iterdir()) == [done.path.name, done.path.name + ".meta.json"]


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("/nothing", "404 Not Found"),
        ("/gone", "410 Gone"),
        ("/error", "500"),
        ("/bomb", "over the limit of 200,000 bytes"),
        ("/large", "over the limit"),
        ("/endless", "over the limit"),
        ("/endless-gzip", "over the limit"),
        ("/drip", "within 1 seconds"),
        ("/header-drip", "within 1 seconds"),
        ("/silent", "within 0.5 seconds"),
        ("/short", "cut short"),
        ("/cut-gzip", "cut short"),
        ("/no-gzip", "damaged"),
        ("/br", "packed as br"),
        ("/loop", "more than 5 times"),
        ("/to-file", "only http and https"),
        ("/to-ftp", "only http and https"),
        ("/picture", "a picture, not an article"),
        ("/garbage", "no valid HTTP"),
        ("/hangs-up", "hung up"),
    ],
)
def test_what_cannot_be_had_is_told_in_one_line_and_leaves_nothing(server, tmp_path, path, problem):
    done = fetch_one(server, tmp_path / "new", path)
    assert done.path is None
    assert problem in done.problem
    assert str(done) == f"{server.url(path)}: {done.problem}"
    assert "\n" not in str(done)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("http://127.0.0.1:1/", "refuses connections"),
        ("ftp://127.0.0.1/x", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("javascript:alert(1)", "only http and https"),
        ("//x", "only http and https"),
        ("http://", "only http and https"),
        ("http://user:secret@127.0.0.1/", "user name"),
        ("http://[::1", "no valid address"),
        ("http://a..b/", "no valid address"),
        ("http://x:99999/", "no valid address"),
    ],
)
def test_addresses_that_lead_nowhere(tmp_path, url, problem):
    (done,) = fetch([url], tmp_path, OPTIONS)
    assert problem in done.problem


def test_addresses_are_asked_for_in_ascii():
    assert (
        normal(" HTTP://Bücher.example/a b/ü?q=é x#part ") == "http://xn--bcher-kva.example/a%20b/%C3%BC?q=%C3%A9%20x"
    )
    assert normal("https://x:8080") == "https://x:8080/"
    assert normal("http://x/%20?a=%41&b") == "http://x/%20?a=%41&b"
    assert normal("http://x/a\x1b\n\r b") == "http://x/a%1B%20b"
    with pytest.raises(TransferError):
        normal("gopher://x")


@pytest.mark.parametrize(("charset", "codec"), [("windows-1251", "cp1251"), ("utf-8", "utf-8")])
def test_the_encoding_that_the_server_names_is_kept_for_reading(server, tmp_path, charset, codec):
    text = "Мэр города заявила во вторник, что старый мост останется открытым всю зиму."
    server.answer("/ru", page("", (text, text)).encode(codec), f"text/html; charset={charset}")
    fetch_one(server, tmp_path, "/ru")
    assert text in read_articles([tmp_path]).articles[0].text


def test_a_wrong_encoding_of_the_server_does_not_matter(server, tmp_path):
    server.answer("/wrong", page().encode(), "text/html; charset=ascii-ish")
    fetch_one(server, tmp_path, "/wrong")
    assert PARAGRAPHS[1] in read_articles([tmp_path]).articles[0].text


def feed(server):
    items = "".join(
        f"<item><title>Item {number}</title><pubDate>2025</pubDate><link>{server.url(f'/item/{number}')}</link></item>"
        for number in (1, 2, 3)
    )
    for number in (1, 2):
        server.answer(f"/item/{number}", f"<html><body><p>Words of item {number}</p></body></html>".encode())
    server.answer("/feed", f"<rss><channel><title>D</title>{items}</channel></rss>".encode(), "application/rss+xml")


def test_a_feed_is_saved(server, tmp_path):
    feed(server)
    assert fetch_one(server, tmp_path, "/feed").path.suffix == ".xml"
    assert [article.title for article in read_articles([tmp_path]).articles] == ["Item 1", "Item 2", "Item 3"]


def test_a_feed_is_followed(server, tmp_path):
    feed(server)
    seen = []
    options = FetchOptions(follow=True, pause=0, limits=LIMITS)
    results = fetch(
        [server.url("/feed"), server.url("/page")],
        tmp_path,
        options,
        lambda done, *count: seen.append((done.url, *count)),
    )
    assert [bool(done.path) for done in results] == [True, True, False, True]
    assert [done.url for done in results] == [server.url(path) for path in ("/item/1", "/item/2", "/item/3", "/page")]
    assert [done for _, done, _ in seen] == [1, 2, 3, 4, 5]
    assert seen[-1][2] == 5
    articles = {article.text: article for article in read_articles([tmp_path]).articles}
    assert articles["Words of item 1"].title == "Item 1"
    assert articles["Words of item 1"].date == "2025"


def test_robots_txt_is_honoured(server, tmp_path):
    server.answer("/robots.txt", b"User-agent: *\nDisallow: /page\n", "text/plain")
    server.answer("/to-page", status=302, Location="/page")
    results = fetch([server.url("/page"), server.url("/gzip"), server.url("/to-page")], tmp_path, OPTIONS)
    assert [done.path is None for done in results] == [True, False, True]
    assert "robots.txt" in results[0].problem
    assert server.asked.count("/robots.txt") == 1
    assert "/page" not in server.asked


def test_where_robots_txt_cannot_be_had_nothing_is_fetched(server, tmp_path):
    server.answer("/robots.txt", b"", status=503)
    assert "robots.txt" in fetch_one(server, tmp_path, "/page").problem
    assert server.asked == ["/robots.txt"]


def test_one_request_at_a_time_with_a_pause_between(server, tmp_path):
    urls = [server.url(f"/page?{number}") for number in range(4)]
    for number in range(4):
        server.pages[f"/page?{number}"] = server.pages["/page"]
    results = fetch(urls, tmp_path, FetchOptions(pause=0.4, limits=LIMITS))
    assert all(done.path for done in results)
    assert server.most_at_once == 1
    pages = server.times[1:]  # when a busy machine's server looked: less than the pause is left of it then
    assert all(later - earlier > 0.1 for earlier, later in pairwise(pages))


def test_stopping_asks_for_nothing_more(server, tmp_path):
    urls = [server.url(path) for path in ("/page", "/gzip", "/deflate")]

    def interrupt(*_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fetch(urls, tmp_path, FetchOptions(pause=5, limits=LIMITS), interrupt)
    assert server.asked == ["/robots.txt", "/page"]


def test_a_page_that_is_there_already_is_not_asked_for_again(server, tmp_path):
    first = fetch_one(server, tmp_path, "/page")
    again = fetch_one(server, tmp_path, "/page")
    assert again.known
    assert again.path == first.path
    assert server.asked.count("/page") == 1
    forced = fetch_one(server, tmp_path, "/page", FetchOptions(pause=0, force=True, limits=LIMITS))
    assert forced.path == first.path
    assert server.asked.count("/page") == 2


def test_names_are_safe_short_and_never_those_of_another_page(server, tmp_path):
    paths = ["/../../etc/x", "/a/" + "b" * 300, "/a?x=1", "/a?x=2", "/%2e%2e/%00/~%1b", "/con.html", "/.hidden", "/"]
    for path in paths:
        server.answer(path, page().encode())
    results = fetch([server.url(path) for path in paths], tmp_path / "out", OPTIONS)
    names = [done.path.name for done in results]
    assert len(set(names)) == len(paths)
    assert all(done.path.parent == tmp_path / "out" for done in results)
    assert all(len(name) < 120 and name.isascii() and name.isprintable() and name[0] != "." for name in names)
    assert [place.name for place in tmp_path.iterdir()] == ["out"]


def test_a_file_of_the_users_own_is_never_overwritten(server, tmp_path):
    name = fetch_one(server, tmp_path / "a", "/page").path.name
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / name).write_text("mine")
    done = fetch_one(server, tmp_path / "b", "/page")
    assert (tmp_path / "b" / name).read_text() == "mine"
    assert done.path is None
    assert "already" in done.problem


def test_a_folder_that_cannot_be_written(server, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(OSError, match="file"):
        fetch([server.url("/page")], tmp_path / "file", OPTIONS)
