"""Where stores live."""

from pathlib import Path

import pytest

from newsreader.places import sample_store, store_place, stores_nearby


def test_beside_the_articles(tmp_path: Path) -> None:
    assert store_place(tmp_path, db=None).path == tmp_path / "annotations.json"


def test_the_option_wins(tmp_path: Path) -> None:
    assert store_place(tmp_path, db="other.json", sample=True).path == Path("other.json")


def test_the_sample_story_keeps_its_tags_in_the_users_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert sample_store() == tmp_path / "newsreader" / "annotations.json"
    assert store_place(Path("/anywhere"), db=None, sample=True).path == sample_store()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("root", ["/", "~", "~/.."])
def test_root_and_home_hold_no_store_unasked(root: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "homes" / "ann"
    home.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    place = store_place(Path(root).expanduser(), db=None)
    assert place.path is None
    assert "--db" in place.why_not


def test_stores_above_and_below_are_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for folder in ("story", "story/uk", "story/uk/papers", "elsewhere"):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        (tmp_path / folder / "annotations.json").write_text("{}")
    found = set(stores_nearby(tmp_path / "story" / "uk" / "annotations.json"))
    assert found == {tmp_path / "story" / "annotations.json", tmp_path / "story" / "uk" / "papers" / "annotations.json"}
