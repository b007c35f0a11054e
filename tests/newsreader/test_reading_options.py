import json

import pytest

from newsreader.cli import run


@pytest.fixture
def records(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"story": "The story.", "hed": "A headline", "text": "not this"}]))
    return path


def test_fields_have_the_names_that_are_given(records, capsys):
    assert run(["text", str(records), "--field", "text=story", "--field", "title=hed"]) == 0
    assert capsys.readouterr().out == "The story."
    assert run(["--field", "text=story", "text", str(records)]) == 3


@pytest.mark.parametrize("value", ["text", "text=", "body=story", "=story", ""])
def test_a_field_that_is_none_is_wrong_usage(records, capsys, value):
    assert run(["text", str(records), "--field", value]) == 2
    assert "text=story" in capsys.readouterr().err


def test_the_limit_of_files_can_be_raised(records, capsys):
    arguments = ["text", str(records), "--field", "text=story", "--field", "title=hed"]
    assert run([*arguments, "--max-file-size", "10"]) == 3
    assert "--max-file-size" in capsys.readouterr().err
    assert run([*arguments, "--max-file-size", "1k"]) == 0
