"""Pictures of the screen as plain text: what stands where, and in which style. Kept beside this file, compared whole.

`UPDATE_SCREENS=1 python -m pytest tests/tui -k screen` draws them anew; look at the difference before keeping it.
"""

import os
from pathlib import Path

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.widget import Widget

from tui.board import Board
from tui.pane import Pane
from tui.room import Room

HERE = Path(__file__).parent


def picture(room: Room) -> str:
    """Return the text of the screen, then for each row its styles, then what the styles are."""
    width, height = room.app.size
    cells: list[list[tuple[str, Style]]] = [[(" ", Style())] * width for _ in range(height)]
    for widget in (*room.query(Pane), *room.query(Board)):
        if widget.display and widget.region:
            _draw(widget, widget.region, cells)
    names: dict[Style, str] = {}
    text = ["".join(sign for sign, _ in row).rstrip() for row in cells]
    styles = [" ".join(_runs(row, names)) for row in cells]
    legend = [f"{name} {style}" for style, name in names.items()]
    return "\n".join([*text, "-" * width, *styles, "-" * width, *legend]) + "\n"


def _draw(widget: Widget, region: Region, cells: list[list[tuple[str, Style]]]) -> None:
    for y in range(region.height):
        x = region.x
        for segment in widget.render_line(y):
            assert segment.style is not None
            for sign in _signs(segment):
                if x < region.right:
                    cells[region.y + y][x] = (sign, segment.style)
                x += 1


def _signs(segment: Segment) -> list[str]:
    """Return a string for each cell; the second cell of a wide sign has none."""
    signs: list[str] = []
    for sign in segment.text:
        size = Segment(sign).cell_length
        signs += [sign, *[""] * (size - 1)] if size else []
    return signs


def _runs(row: list[tuple[str, Style]], names: dict[Style, str]) -> list[str]:
    runs: list[str] = []
    for x, (_, style) in enumerate(row):
        if x == 0 or style != row[x - 1][1]:
            name = names.setdefault(style, _name(len(names)))
            runs.append(f"{x}{name}")
    return runs


def _name(number: int) -> str:
    return chr(ord("a") + number) if number < 26 else f"z{_name(number - 26)}"


def check(room: Room, name: str) -> None:
    """Compare the screen with its kept picture."""
    path, now = HERE / f"{name}.txt", picture(room)
    if os.environ.get("UPDATE_SCREENS"):
        path.write_text(now, encoding="utf-8")
    assert now == path.read_text(encoding="utf-8"), f"{name}: the screen looks different; see tests/screens/__init__.py"
