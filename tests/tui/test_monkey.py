"""Random keys and sizes on hard texts: nothing breaks, no cursor ever stands inside a grapheme."""

import random
from pathlib import Path

import pytest

from tests.tui.rooms import THREE, visit
from tests.tui.texts import HARD
from tui.actions import VIEWS, textual_key
from tui.cells import cluster_start

SIZES = ((160, 45), (80, 24), (200, 60), (40, 10), (20, 5), (5, 2), (110, 20), (60, 15), (1, 1), (2, 50), (200, 1))
LEFT_OUT = {"quit", "export", "open-in-editor"}
"""Actions that end the test or leave the room."""
KEYS = [textual_key(a.keys[0]) for a in VIEWS["room"] if a.name not in LEFT_OUT] + ["up", "down", "Z", "q"]


def _articles(dice: random.Random) -> dict[str, str]:
    said = "“We will keep the harbour open through the whole winter,” Maria Kessler said. "
    hard = {f"hard{number}.txt": f"{text}\n{said}{text}\n" for number, text in enumerate(HARD)}
    every = {**THREE, **hard}
    return {name: every[name] for name in dice.sample(sorted(every), dice.randint(1, 6))}


async def _play(folder: Path, seed: int, presses: int) -> None:
    dice = random.Random(seed)
    async with visit(folder, _articles(dice), size=dice.choice(SIZES)) as here:
        for _ in range(presses):
            if dice.random() < 0.04:
                await here.pilot.resize_terminal(*dice.choice(SIZES))
            await here.pilot.press(dice.choice(KEYS))
            for pane in here.room.panes:
                text, selection = pane.article.text, pane.place.selection
                assert cluster_start(text, pane.cursor) == pane.cursor
                assert selection is None or 0 <= selection.span.start <= selection.span.end <= len(text)


@pytest.mark.parametrize("seed", [1, 2])
async def test_random_keys(tmp_path: Path, seed: int) -> None:
    await _play(tmp_path, seed, 40)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 130))
async def test_random_keys_for_long(tmp_path: Path, seed: int) -> None:
    await _play(tmp_path, seed, 250)
