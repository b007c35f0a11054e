"""Keys: the table's, the user's own, and what happens where two fall together."""

from tui.actions import ACTIONS, VIEWS, textual_key
from tui.deeds import MODULES, deed_of
from tui.keymap import keymap


def test_every_key_of_the_table_means_its_action() -> None:
    keys = keymap({})
    for action in VIEWS["room"]:
        for key in action.keys:
            assert keys.action(textual_key(key)) == action.name
    assert keys.clashes == ()


def test_a_key_of_the_users_own_takes_the_place_of_the_tables() -> None:
    keys = keymap({"next-quote": ("ö", "j"), "next-line": ("J",)})
    assert keys.action("ö") == "next-quote"
    assert keys.action("unknown", "ö") == "next-quote"
    assert keys.action("n") is None
    assert keys.first("next-quote") == "ö"


def test_of_two_actions_on_one_key_the_later_is_left_out_and_both_are_named() -> None:
    keys = keymap({"next-quote": ("j",)})
    assert keys.action("j") == "next-line"
    assert keys.first("next-quote") == ""
    assert len(keys.clashes) == 1
    assert "next-quote" in keys.clashes[0]
    assert "next-line" in keys.clashes[0]


def test_every_action_has_a_home_and_a_deed() -> None:
    homes = {name for names in MODULES.values() for name in names}
    for action in VIEWS["room"]:
        assert action.name in homes
        assert deed_of(action.name) is not None, action.name
    assert homes >= {action.name for action in ACTIONS if action in VIEWS["room"]}
