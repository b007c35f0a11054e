import pytest

from articles.shelf import read_articles


def read(path, text):
    path.write_text(text)
    (article,) = read_articles([path]).articles
    assert article.text == text
    return article


def test_what_web_clippers_write(tmp_path):
    head = (
        '---\ntitle: "Old bridge: “stays” open"\nsource: https://daily.example/x\nauthor:\n  - "[[Ann Lee]]"\n  - Bo\n'
        "published: 2025-03-04\nsite: 'The Daily'\ntags: [a, b]\n---\n"
    )
    article = read(tmp_path / "a.md", head + "# Another heading\n\nText.")
    assert (article.title, article.url, article.date) == (
        "Old bridge: “stays” open",
        "https://daily.example/x",
        "2025-03-04",
    )
    assert (article.outlet, article.author) == ("The Daily", "Ann Lee, Bo")
    assert article.title_span is None


def test_a_heading_behind_it_is_the_title_where_it_has_none(tmp_path):
    article = read(tmp_path / "a.md", "---\nauthor: [Ann Lee, Bo Krag]\nsource: The Daily\n---\n\n# A heading\n\nText.")
    assert (article.title, article.author, article.outlet, article.url) == (
        "A heading",
        "Ann Lee, Bo Krag",
        "The Daily",
        None,
    )
    assert article.text[slice(*article.title_span)] == "A heading"


@pytest.mark.parametrize(
    "text", ["---\n\nText.", "---\ntitle: x\nText", "--- a\ntitle: x\n---\n", "---\n" * 5000, "---"]
)
def test_a_line_of_hyphens_is_not_enough(tmp_path, text):
    assert read(tmp_path / "a.md", text).title is None
