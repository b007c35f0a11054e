"""The counterpart strip: the current shared quote, who says it, in which articles, and how the wordings differ."""

from tui.desk import Desk
from tui.ink import Line, Piece, line

LEAST, MOST = 3, 6
"""Rows under the rule."""


def strip_rows(desk: Desk, width: int, most: int) -> list[Line]:
    """Return the strip, the rule first.

    Args:
        desk: What is open.
        width: Cells.
        most: Rows under the rule at most.
    """
    rows = [(Piece("─" * width, "rule"),), *_quote_rows(desk)]
    return rows[: most + 1]


def _quote_rows(desk: Desk) -> list[Line]:
    group = desk.group(desk.current)
    if group is None:
        return [line(" ", ("n goes to the next shared quote", "muted"))]
    number = desk.number(group.id)
    rows = [line(f" {group.speaker or 'nobody named'}", f"  quote {number + 1} of {len(desk.groups)}")]
    return rows + [line(f"  {desk.ids.index(member.article) + 1} ", member.text) for member in group.members]
