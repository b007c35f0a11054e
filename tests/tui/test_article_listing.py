"""The list of articles: filter and order."""

from dataclasses import replace
from pathlib import Path

from tests.tui.opened import opened
from tests.tui.stories import ANCHOR, HERALD, TIDEWIRE
from tui.dialogs.articles import ORDERS, Listed

STORY = [
    replace(HERALD, outlet="Herald", date="2026-03-02"),
    replace(TIDEWIRE, outlet="Wire", date="2026-03-01"),
    replace(ANCHOR, outlet=None, date="2026-03-03"),
]


def test_what_has_no_date_comes_last() -> None:
    listed = [Listed(0, "b", "", ""), Listed(1, "a", "", "2026-01-02"), Listed(2, "c", "", "2026-01-01")]
    orders = {order: [one.number for one in sorted(listed, key=lambda one: one.key(order))] for order in ORDERS}
    assert orders == {"as opened": [0, 1, 2], "name": [1, 0, 2], "outlet": [0, 1, 2], "date": [2, 1, 0]}


async def test_tab_orders_the_list_and_enter_takes_from_it(tmp_path: Path) -> None:
    async with opened(tmp_path, articles=STORY) as room:
        await room.press("ctrl+o", "tab", "tab", "tab")
        assert "order: date" in room.picture()
        shown = [line for line in room.picture().splitlines() if "2026-03" in line]
        assert ["2026-03-01" in shown[0], "2026-03-02" in shown[1], "2026-03-03" in shown[2]] == [True] * 3
        await room.press("enter")
        assert room.room.pane.article.id == TIDEWIRE.id
