import json

import pytest

from articles.readers.records import FIELDS as USUAL
from articles.reading import FIELDS
from articles.shelf import ReadOptions, read_articles


def read(path, content, **options):
    path.write_text(content if isinstance(content, str) else json.dumps(content))
    return read_articles([path], ReadOptions(**options))


def one(path, content, **options):
    (article,) = read(path, content, **options).articles
    return article


@pytest.mark.parametrize("text", ["text", "body", "content", "maintext", "articleBody", "full_text", "Body Text"])
@pytest.mark.parametrize(
    ("other", "field"),
    [
        ("title", "title"), ("Headline", "title"), ("url", "url"), ("web_url", "url"), ("date", "date"),
        ("publishedAt", "date"), ("pub-date", "date"), ("date_publish", "date"),
    ],
)  # fmt: skip
def test_common_names_of_fields(tmp_path, text, other, field):
    article = one(tmp_path / "a.json", {text: "The text.\r\nMore.", other: " some\n thing ", "source": "The Daily"})
    assert article.text == "The text.\nMore."
    assert getattr(article, field) == "some thing"
    assert article.outlet == "The Daily"


def test_the_body_field_and_nothing_else(tmp_path):
    body = "  <b>Not</b> mark-up &amp; as it stands\u00a0\n\n “yes” "
    article = one(tmp_path / "a.json", {"title": "T", "description": "D", "body": body, "summary": "S"})
    assert article.text == body
    assert article.id == "a.json"


def test_fields_that_are_objects_lists_and_numbers(tmp_path):
    article = one(
        tmp_path / "a.json",
        {
            "text": "x",
            "source": {"id": 1, "name": "Daily"},
            "authors": [{"name": "Ann"}, "Bo"],
            "timestamp": 1741082400000,
        },
    )
    assert (article.outlet, article.author, article.date) == ("Daily", "Ann, Bo", "2025-03-04T10:00:00+00:00")
    assert one(tmp_path / "b.json", {"text": "x", "date": 2024}).date == "2024"
    assert one(tmp_path / "c.json", {"text": "x", "date": "20240131"}).date == "20240131"


@pytest.mark.parametrize(
    "shape",
    [
        lambda records: records,
        lambda records: {"status": "ok", "articles": records},
        lambda records: {"response": {"docs": [], "results": records}},
        lambda records: {"tags": ["a"], "data": {"hits": {"hits": records}}},
    ],
)
def test_a_list_of_articles_is_found_wherever_it_is(tmp_path, shape):
    records = [{"title": "A", "text": "a"}, {"title": "B", "text": "b", "id": 7}, {"nothing": 1}, 5]
    reading = read(tmp_path / "a.json", shape(records))
    assert [article.id for article in reading.articles] == ["a.json#1", "a.json#7"]
    assert len(reading.left_out) == 2
    assert not reading.refused


def test_fields_of_interfaces_of_papers(tmp_path):
    item = {
        "webTitle": "T",
        "webPublicationDate": "2025",
        "webUrl": "https://x",
        "fields": {"bodyText": "b", "byline": "Ann"},
    }
    article = read(tmp_path / "a.json", {"response": {"results": [item]}}).articles[0]
    assert (article.text, article.title, article.author, article.url) == ("b", "T", "Ann", "https://x")
    feed = {
        "version": "https://jsonfeed.org/version/1",
        "items": [{"id": "1", "url": "u", "content_html": "<p>a</p>b"}],
    }
    assert read(tmp_path / "b.json", feed).articles[0].text == "a\nb"


def test_names_of_fields_can_be_given(tmp_path):
    record = {"story": "S", "text": "no", "hed": "H", "when": "W"}
    article = one(tmp_path / "a.json", record, fields={"text": "story", "title": "hed", "date": "When"})
    assert (article.text, article.title, article.date) == ("S", "H", "W")


def test_every_field_has_its_usual_names():
    assert tuple(USUAL) == FIELDS


def test_json_lines(tmp_path):
    lines = '{"title": "A", "text": "a"}\n\n{"title": "B", "text": "b", "id": "k"}\nbroken\n{"x": 1}\n'
    reading = read(tmp_path / "a.jsonl", lines)
    assert [article.id for article in reading.articles] == ["a.jsonl#1", "a.jsonl#k"]
    assert [str(error) for error in reading.refused] == [
        f"{tmp_path}/a.jsonl: line 4 is not JSON (Expecting value); mend the line"
    ]
    assert [article.id for article in read(tmp_path / "b.jsonl", '{"title": "A", "text": "a"}').articles] == [
        "b.jsonl#1"
    ]
    assert len(read(tmp_path / "c.json", '{"title": "A", "text": "a"}\n{"title": "B", "text": "b"}').articles) == 2


@pytest.mark.parametrize(
    "content",
    ["", "null", "5", '"x"', "[]", "{}", '{"text": "no more"}', '{"title": "no text"}', '[{"text": 5, "title": "x"}]'],
)
def test_json_without_articles_is_left_out_of_a_folder_and_refused_by_name(tmp_path, content):
    (tmp_path / "a.txt").write_text("a")
    assert len(read(tmp_path / "b.json", content).refused) == 1
    reading = read_articles([tmp_path])
    assert not reading.refused
    assert [article.id for article in reading.articles] == ["a.txt"]


@pytest.mark.parametrize("content", ["{", "[1,", '{"a": 1e', "[" * 99_999, '{"a": ' + "9" * 9999 + "}", "<html>"])
def test_what_is_not_json_is_refused_in_one_line(tmp_path, content):
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "b.json").write_text(content)
    (error,) = read_articles([tmp_path]).refused or [None]
    assert error is None or "\n" not in str(error)


def test_lone_surrogates_never_get_into_a_text(tmp_path):
    article = one(tmp_path / "a.json", '{"title": "a\\ud800b", "text": "x\\udfffy \\ud83d\\ude00"}')
    assert (article.title, article.text) == ("a\ufffdb", "x\ufffdy 😀")


def test_a_text_that_begins_like_json_is_a_text(tmp_path):
    assert one(tmp_path / "a.txt", "[Photo: AP] The bridge").text == "[Photo: AP] The bridge"
    assert one(tmp_path / "b.txt", '{"name": "x"}').text == '{"name": "x"}'


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_tables(tmp_path, separator):
    rows = [
        ["ID", "Title", "Text", "Source"],
        ["k", "A", '"One ""two""\nthree, four; five\t|"', "Daily"],
        ["", "B", "b", ""],
    ]
    reading = read(tmp_path / "a.csv", "\n".join(separator.join(row) for row in rows))
    assert [article.id for article in reading.articles] == ["a.csv#k", "a.csv#2"]
    assert reading.articles[0].text == 'One "two"\nthree, four; five\t|'
    assert reading.articles[0].outlet == "Daily"


def test_tables_with_a_byte_order_mark_short_rows_and_long_fields(tmp_path):
    reading = read(tmp_path / "a.csv", "\ufefftitle,text\nA\n\nB," + "x" * 300_000 + "\nC,c,extra\n")
    assert [len(article.text) for article in reading.articles] == [300_000, 1]
    assert len(reading.left_out) == 1


def test_a_table_of_something_else(tmp_path):
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "b.csv").write_text("name,price\nx,1\n")
    assert [reason for _, reason in read_articles([tmp_path]).left_out] == ["a table without articles"]
    assert "first row" in str(read_articles([tmp_path / "b.csv"]).refused[0])


def test_an_item_over_the_limit_is_refused_alone(tmp_path):
    reading = read(tmp_path / "a.json", [{"title": "A", "text": "a" * 200}, {"title": "B", "text": "b"}], max_size=100)
    assert [article.id for article in reading.articles] == ["a.json#2"]
    assert "a.json#1: 200 bytes" in str(reading.refused[0])


def test_a_file_over_its_limit(tmp_path):
    reading = read(tmp_path / "a.json", [{"title": "A", "text": "a" * 200}], max_file_size=100)
    assert "--max-file-size" in str(reading.refused[0])


def test_a_text_with_an_id_is_an_article_and_a_description_with_an_id_is_none(tmp_path):
    lines = '{"id": "k1", "text": "It sails."}\n{"id": 7, "body": "It stays."}\n{"id": "k3", "description": "A box."}\n'
    reading = read(tmp_path / "a.jsonl", lines)
    assert [(a.id, a.text) for a in reading.articles] == [("a.jsonl#k1", "It sails."), ("a.jsonl#7", "It stays.")]
    assert [a.id for a in read(tmp_path / "b.csv", "id,text\nx,It sails.\n").articles] == ["b.csv#x"]
    assert len(read(tmp_path / "c.csv", "id,description\nx,A box.\n").refused) == 1
