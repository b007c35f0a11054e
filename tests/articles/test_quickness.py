"""What opening costs: nothing is imported or read before it is needed."""

import subprocess
import sys

from articles.shelf import Shelf

HEAVY = (
    *(
        "charset_normalizer",
        "lxml",
        "trafilatura",
        "click",
        "textual",
        "rich",
        "numpy",
        "regex",
        "defusedxml",
        "email",
        "csv",
    ),
    *("xml", "zipfile", "http", "urllib.request", "ssl", "pypdf", "striprtf", "html", "importlib.metadata", "asyncio"),
)


def loaded(code):
    """Return the modules that a fresh interpreter has loaded after some code."""
    done = subprocess.run(
        [sys.executable, "-I", "-c", f"{code}\nimport sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def test_the_shelf_loads_no_reader_and_no_library():
    assert not set(HEAVY) & (loaded("import articles.shelf") - loaded(""))


def test_a_text_file_is_read_without_any_library(tmp_path):
    (tmp_path / "a.txt").write_text("“One.” Two.")
    code = f"from articles.shelf import Shelf\narticle = Shelf.open([{str(tmp_path)!r}])[0]\narticle.words"
    assert not set(HEAVY) & (loaded(code) - loaded(""))


def test_a_thousand_files_are_found_without_opening_one(tmp_path, monkeypatch):
    for number in range(1000):
        (tmp_path / f"{number}.txt").write_text("text")
    monkeypatch.setattr("os.open", lambda *_: (_ for _ in ()).throw(AssertionError("opened")))
    assert len(Shelf.open([tmp_path])) == 1000
