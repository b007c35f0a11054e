import pytest

from articles.robots import EVERYTHING, Robots

TEXT = """\ufeff# a comment
User-agent: *
Disallow: /private # here
Disallow: /*?print=
Allow: /private/open
Disallow: /*.pdf$
Crawl-delay: 2.5

User-agent: Newsreader
User-agent: other
Disallow: /mine

Sitemap: https://daily.example/map.xml
User-agent: empty
Disallow:
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True), ("", True), ("/private", False), ("/private/x", False), ("/private/open/x", True),
        ("/a?print=1", False), ("/a?b=1", True), ("/a.pdf", False), ("/a.pdf.html", True), ("/%70rivate", False),
    ],
)  # fmt: skip
def test_the_longest_rule_that_fits_decides(path, allowed):
    assert Robots.parse(TEXT, "stranger").allows(f"https://daily.example{path}") is allowed


def test_a_programs_own_group_counts_alone():
    robots = Robots.parse(TEXT, "newsreader")
    assert robots.allows("https://x/private")
    assert not robots.allows("https://x/mine")
    assert robots.delay == 0
    assert Robots.parse(TEXT, "empty").allows("https://x/private")
    assert Robots.parse(TEXT, "stranger").delay == 2.5


@pytest.mark.parametrize("text", ["", "<html>not found</html>", "Disallow: /", "User-agent: *", "\0\x1b", "Disallow"])
def test_what_says_nothing_allows_everything(text):
    assert Robots.parse(text, "newsreader") == EVERYTHING


def test_a_hostile_file_costs_little():
    rules = Robots.parse("User-agent: *\nDisallow: /" + "*a" * 5000 + "$\n", "x")
    assert rules.allows("https://x/" + "a" * 200)
