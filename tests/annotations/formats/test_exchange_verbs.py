"""`newsreader export` and `import`: options, exit codes, one line on standard error."""

import json
import os
import shutil
import signal
import sys
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from annotations.formats import FORMATS, File
from annotations.store import open_store
from articles.shelf import read_articles
from newsreader.cli import run
from seeds import sample_story

ROOT = sample_story().parent


@pytest.fixture
def story(tmp_path, monkeypatch):
    folder = tmp_path / "story"
    folder.mkdir()
    for path in sample_story().glob("*.txt"):
        shutil.copy(path, folder)
    articles = read_articles([folder]).articles
    with open_store(folder / "annotations.json", annotator="ann") as store:
        store.record_articles(articles, folder)
        store.add(articles[0], [(270, 354)], "quote", speaker="J.D. Vance")
        store.add(articles[1], [(1050, 1134)], "quote", note="look")
        store.add(articles[0], [(0, 60), (100, 180)], "claim", annotator="bob")
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def call(capfdbinary):
    def run_it(*words):
        capfdbinary.readouterr()
        code = run([str(word) for word in words])
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        lines = [line for line in err.decode().splitlines() if "left out; -v" not in line]
        return code, out.decode(), lines

    return run_it


def test_every_format_is_written_to_a_file_and_texts_to_standard_output(story, call):
    for name, form in FORMATS.items():
        if form.write and name != "docbin":
            code, out, err = call("export", story, "--format", name, "-o", f"out-{name}")
            assert (code, out, err) == (0, "", [])
            assert Path(f"out-{name}").exists()
            if form.kind == "text":
                code, out, err = call("export", story, "--format", name)
                assert (code, err) == (0, [])
                assert out == Path(f"out-{name}").read_bytes().decode()


def test_the_schema_is_printed_and_holds(story, call):
    code, schema, _ = call("export", "--schema")
    assert code == 0
    jsonschema.validate(json.loads(call("export", story)[1]), json.loads(schema))


def test_the_list_names_every_format(call):
    code, out, _ = call("export", "--list")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()[1:]] == list(FORMATS)


def test_the_documents_tell_of_every_format():
    told = (ROOT / "docs" / "formats.md").read_text("utf-8")
    assert not [name for name in FORMATS if f"`{name}`" not in told]


def test_filters(story, call):
    def tags(*words):
        return [a["tag"] for a in json.loads(call("export", story, *words)[1])["annotations"]]

    assert tags() == ["claim", "quote", "quote"]
    assert tags("--tag", "quote") == ["quote", "quote"]
    assert tags("--annotator", "bob") == ["claim"]
    assert tags("--article", "004_1b46c798c5b49d3f.txt") == ["quote"]
    assert tags("--since", "2999-01-01") == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--format", "xml"], 2),
        (["--format", "store"], 2),
        (["--format", "brat"], 2),
        (["--format", "label-studio", "-o", "-"], 2),
        (["--offsets", "bytes"], 2),
        (["--format", "w3c", "--offsets", "utf16"], 2),
        (["--format", "html", "--offsets", "utf16"], 2),
        (["--since", "last week"], 2),
        (["-o", "there"], 2),
        (["-o", "story", "--force"], 2),
        (["-o", "story/annotations.json", "--force"], 2),
        (["-o", "story/annotations.json.journal"], 2),
        (["-o", "story/000_4173700fff4799c1.txt", "--force"], 2),
        (["--format", "brat", "-o", "story", "--force"], 2),
        (["-o", "no/where"], 5),
        (["-o", "/dev/full"], 5),
    ],
)
def test_wrong_exports_are_one_line_and_change_nothing(words, code, story, call, tmp_path):
    Path("there").write_text("mine")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    given, out, err = call("export", story, *words)
    assert (given, out) == (code, "")
    assert [line for line in err if line.startswith("newsreader: ")] == err[-1:]
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)])
def test_a_signal_while_writing_leaves_nothing_half(number, code, story, call, monkeypatch):
    def chunks():
        yield "half of it"
        os.kill(os.getpid(), number)
        yield "the rest"

    def ended():
        try:
            return call("export", story, "-o", "out", "--force")[0]
        except SystemExit as ending:
            return int(ending.code)

    form = replace(FORMATS["json"], write=lambda _: iter([File("", chunks())]))
    monkeypatch.setitem(FORMATS, "json", form)
    Path("out").write_text("the earlier one")
    assert ended() == code
    assert Path("out").read_text() == "the earlier one"
    assert sorted(path.name for path in Path().iterdir()) == ["out", "story"]
    assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL


def test_no_store_is_4(story, call):
    (story / "annotations.json").unlink()
    assert call("export", story)[0] == 4
    assert call("export", "--db", "none.json")[0] == 4


def test_orphans_that_a_format_has_no_place_for_are_counted(story, call):
    text = (story / "000_4173700fff4799c1.txt").read_text()
    (story / "000_4173700fff4799c1.txt").write_text("A text about something else altogether: gardening in spring.")
    assert "Washington" in text
    code, _, err = call("export", story, "--format", "doccano")
    assert code == 0
    assert "2 annotations" in err[-1]
    exported = json.loads(call("export", story)[1])["annotations"]
    assert [a["state"] for a in exported] == ["orphaned", "orphaned", "anchored"]


def test_with_db_alone_the_articles_are_found_and_what_is_gone_is_told(story, call):
    whole = json.loads(call("export", "--db", story / "annotations.json")[1])
    assert len(whole["annotations"]) == 3
    assert [entry["path"] for entry in whole["articles"]] == ["000_4173700fff4799c1.txt", "004_1b46c798c5b49d3f.txt"]
    (story / "000_4173700fff4799c1.txt").unlink()
    code, out, err = call("export", "--db", story / "annotations.json")
    assert code == 0
    assert json.loads(out)["annotations"] == whole["annotations"]
    assert "000_4173700fff4799c1.txt" in err[0]


def test_import_and_again(story, call):
    call("export", story, "-o", "out.json")
    code, out, err = call("import", "out.json", story, "--db", "other.json")
    assert (code, err) == (0, [])
    assert "3 added" in out
    assert "0 added" in call("import", "out.json", story, "--db", "other.json")[1]
    again = json.loads(call("export", "--db", "other.json")[1])
    assert again["annotations"] == json.loads(Path("out.json").read_text())["annotations"]


def test_an_import_into_articles_of_another_story_is_told_as_such(story, call):
    assert call("export", story, "-o", "mine.json")[0] == 0
    Path("other").mkdir()
    Path("other/ferry.txt").write_text("The ferry sails at nine.", encoding="utf-8")
    _, _, err = call("import", "mine.json", "other")
    assert len(err) == 4
    assert "are they the right ones?" in err[-1]
    assert call("import", "mine.json", story)[2] == []


def test_orphans_of_an_import_are_named(story, call):
    spans = [{"start": 1, "end": 9, "exact": "words\x1b[31m that nobody has said in any of these articles"}]
    Path("in.jsonl").write_text(json.dumps({"article": "a", "tag": "claim", "spans": spans}))
    code, out, err = call("import", "in.jsonl", story)
    assert code == 0
    assert "1 added" in out
    assert "orphaned" in err[0]
    assert "\x1b" not in err[0] + out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["import", "good.jsonl"], 2),
        (["import"], 2),
        (["import", "good.jsonl", "story", "--format", "xml"], 2),
        (["import", "good.jsonl", "story", "--format", "html"], 2),
        (["import", "good.jsonl", "story", "--format", "w3c"], 3),
        (["import", "missing.jsonl", "story"], 3),
        (["import", "bad.jsonl", "story"], 3),
        (["import", "story/annotations.json", "story"], 3),
        (["import", "good.jsonl", "nowhere"], 3),
        (["import", "good.jsonl", "--db", "none.json"], 4),
        (["import", "good.jsonl", "story", "--db", "bad.jsonl"], 4),
    ],
)
def test_wrong_imports_are_one_line_and_change_nothing(words, code, story, call, tmp_path):
    spans = [{"start": 0, "end": 10, "exact": "Washington"}]
    good = json.dumps({"article": "000_4173700fff4799c1.txt", "tag": "claim", "spans": spans})
    Path("good.jsonl").write_text(good)
    Path("bad.jsonl").write_text(good + "\n{")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file() and path.suffix != ".lock"}
    given, _, err = call(*words)
    assert given == code
    assert [line for line in err if line.startswith("newsreader: ")] == err[-1:]
    after = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file() and path.suffix != ".lock"}
    assert after == before
