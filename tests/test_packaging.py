"""What is installed: the rooms and the sample story, byte for byte, in a wheel and in a wheel made from the sdist."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from seeds import sample_story

ROOT = Path(__file__).parent.parent
SAMPLE = ["seeds/000_4173700fff4799c1.txt", "seeds/004_1b46c798c5b49d3f.txt"]


def build(kind: str, source: Path, target: Path) -> Path:
    """Build a `wheel` or an `sdist` of a source tree."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(target)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    (built,) = target.iterdir()
    return built


def test_the_sample_story_is_found_where_the_program_runs() -> None:
    assert sorted(path.name for path in sample_story().glob("*.txt")) == [Path(name).name for name in SAMPLE]


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    sdist = build("sdist", ROOT, tmp_path_factory.mktemp("sdist"))
    unpacked = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(sdist) as archive:
        archive.extractall(unpacked, filter="data")
    (source,) = unpacked.iterdir()
    return [
        build("wheel", ROOT, tmp_path_factory.mktemp("wheel")),
        build("wheel", source, tmp_path_factory.mktemp("again")),
    ]


def test_wheels_hold_the_sample_story_byte_for_byte(wheels: list[Path]) -> None:
    for path in wheels:
        with zipfile.ZipFile(path) as wheel:
            for name in SAMPLE:
                assert wheel.read(name) == (ROOT / name).read_bytes()
            assert "third parties" in wheel.read("seeds/NOTICE").decode()


def test_wheels_hold_every_module_and_nothing_else(wheels: list[Path]) -> None:
    rooms = ["annotations", "articles", "newsreader", "quotes", "seeds", "tui"]
    expected = {str(path.relative_to(ROOT)) for room in rooms for path in (ROOT / room).rglob("*.py")}
    for path in wheels:
        with zipfile.ZipFile(path) as wheel:
            names = {name for name in wheel.namelist() if ".dist-info/" not in name}
        assert {name for name in names if name.endswith(".py")} == expected
        assert {name.split("/")[0] for name in names} == set(rooms)
