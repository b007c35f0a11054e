"""The speaker model of the configuration, from the command line: without spaCy, one line says so."""

import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from annotations.store import open_store
from newsreader import find_quotations, read_articles
from newsreader.cli import run
from quotes import model_speakers
from quotes.names import Person
from quotes.quotations import Speech
from quotes.speakers import Spoken

TEXT = "The mayor had come.\n“This is a fine day for all of us!” And with that Donald Hartley opened the gate.\n"
MISSING = "newsreader: the speaker model en_some needs spaCy; install newsreader[spacy], or empty speaker-model in the"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A folder of articles, and beside it a configuration that names a model."""
    (tmp_path / "c.toml").write_text('speaker-model = "en_some"\n', encoding="utf-8")
    folder = tmp_path / "harbour"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(TEXT, encoding="utf-8")
    return folder


def with_config(story: Path, *arguments: str) -> int:
    return run([*arguments, "--config", str(story.parent / "c.toml"), str(story)])


def test_quotes_without_the_model_is_wrong_usage(
    story: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    assert with_config(story, "quotes", "--format", "json") == 2
    shown = capsys.readouterr()
    assert (shown.out, shown.err.count("\n")) == ("", 1)
    assert shown.err.startswith(MISSING)


def test_export_without_the_model_leaves_no_output(
    story: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_store(story / "annotations.json") as store:
        store.add(read_articles(story)[0], [(21, 55)], tag="quote")
    monkeypatch.setitem(sys.modules, "spacy", None)
    output = story.parent / "out.json"
    assert with_config(story, "export", "-o", str(output)) == 2
    assert capsys.readouterr().err.startswith(MISSING)
    assert [path.name for path in story.parent.iterdir() if "out" in path.name] == []


def test_without_a_configuration_spacy_is_never_loaded(
    story: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "spacy", SimpleNamespace())
    assert run(["quotes", "--format", "json", str(story)]) == 0
    assert [q["speaker"] for q in json.loads(capsys.readouterr().out)["quotations"]] == [None, None]


def test_quotes_and_the_library_have_the_speakers_of_the_model(
    story: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    hartley = Spoken(Person(("Donald", "Hartley")), None, "model")
    model = SimpleNamespace(read=lambda article: Speech(article, named={article.text.index("This"): hartley}))
    monkeypatch.setattr(model_speakers, "load_speaker_model", lambda name: model)
    assert with_config(story, "quotes", "--format", "json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert [q["speaker"] for q in answer["quotations"]] == ["Donald Hartley"] * 2
    assert [group["speaker"] for group in answer["groups"]] == ["Donald Hartley"]
    article = read_articles(story / "a.txt")[0]
    assert [q.speaker for q in find_quotations(article, model.read)] == ["Donald Hartley"]
    assert [q.speaker for q in find_quotations(article)] == [None]
