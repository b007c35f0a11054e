"""The house keeps its own rules: imports point downwards, light verbs stay light, names and texts are clean."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FLOORS = {"seeds": 0, "articles": 1, "quotes": 2, "annotations": 3, "tui": 4, "newsreader": 5}
MODULES = sorted(path for room in FLOORS for path in (ROOT / room).rglob("*.py"))


def imports(path: Path) -> list[tuple[int, str]]:
    """All modules that a file imports, with their lines."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            found.append((node.lineno, node.module or ""))
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_downwards(path: Path) -> None:
    floor = FLOORS[path.relative_to(ROOT).parts[0]]
    upwards = [(line, name) for line, name in imports(path) if FLOORS.get(name.split(".")[0], 0) > floor]
    assert upwards == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_the_reading_room_knows_textual(path: Path) -> None:
    if path.relative_to(ROOT).parts[0] != "tui":
        assert [name for _, name in imports(path) if name.split(".")[0] == "textual"] == []


def test_no_import_collides_with_the_room_of_annotations() -> None:
    for path in [*MODULES, *(ROOT / "tests").rglob("*.py"), *(ROOT / "bench").rglob("*.py")]:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        plain = [a.name for node in ast.walk(tree) if isinstance(node, ast.Import) for a in node.names]
        assert "annotations" not in plain, path
        assert "__future__" not in [name for _, name in imports(path)], path


def loaded_by(code: str) -> set[str]:
    """The top-level modules that a fresh interpreter has after running some code."""
    script = f"import sys\n{code}\nprint(' '.join(sorted({{name.split('.')[0] for name in sys.modules}})))"
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(result.stdout.splitlines()[-1].split())


VERBS_WITHOUT_A_SCREEN = [
    "--help",
    "--version",
    "quotes --help",
    "text seeds/004_1b46c798c5b49d3f.txt",
    "export --help",
    "check --help",
]


@pytest.mark.parametrize("arguments", VERBS_WITHOUT_A_SCREEN)
def test_verbs_without_a_screen_load_no_screen(arguments: str) -> None:
    loaded = loaded_by(f"from newsreader.cli import run\nrun({arguments.split()!r})")
    assert not loaded & {"textual", "numpy", "rapidfuzz"}


def test_the_library_loads_nothing_before_it_is_used() -> None:
    assert not loaded_by("import newsreader") & {"textual", "numpy", "rich", "click", "tinydb", "rapidfuzz"}


def test_small_stories_need_no_numpy() -> None:
    code = "import newsreader\nfrom seeds import sample_story\nassert newsreader.read_articles(sample_story())"
    assert not loaded_by(code) & {"textual", "numpy"}


def test_every_room_is_typed_for_its_users() -> None:
    assert [room for room in FLOORS if room != "seeds" and not (ROOT / room / "py.typed").exists()] == []


def test_the_map_of_the_house_names_modules_that_are_there() -> None:
    named = set(re.findall(r"\b\w+\.py\b", (ROOT / "docs/house.md").read_text(encoding="utf-8")))
    assert named - {path.name for path in MODULES} - {"test_house.py"} == set()


PRIVATE = re.compile(r"/(?:root|home|work)/\w")


def test_texts_speak_of_the_project_alone() -> None:
    tracked = subprocess.run(["git", "ls-files"], capture_output=True, text=True, check=False, cwd=ROOT).stdout.split()
    texts = [ROOT / name for name in tracked if name.endswith((".py", ".md", ".toml", ".tcss", ".txt"))]
    assert texts or not (ROOT / ".git").exists()
    for path in texts:
        if path.name != "test_house.py":
            assert not PRIVATE.search(path.read_text(encoding="utf-8")), path
