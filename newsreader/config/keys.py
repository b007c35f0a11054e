"""The keys of a configuration: [keys] becomes the user's own keys, without a key for two actions of one view."""

from collections.abc import Mapping
from typing import Any

from newsreader.config.told import Told, belongs, nearest, shown
from newsreader.config.toml_lines import Place
from tui.actions import ACTIONS, BY_NAME, NEVER, VIEWS, Action
from tui.keynames import KEY_NAMES, sign_of


def read_keys(value: Any, told: Told) -> dict[str, tuple[str, ...]]:
    """Return the keys of the actions whose keys are not those of the table."""
    if not isinstance(value, dict):
        told.at(("keys",), "keys are written below [keys], an action in each line; they are left out")
        return {}
    chosen: dict[str, tuple[str, ...]] = {}
    for name, keys in value.items():
        if name in BY_NAME:
            found = _action_keys(name, keys, told)
            if found is not None:
                chosen[name] = found
        else:
            hint = belongs(name) or nearest(name, tuple(BY_NAME))
            told.at(("keys", name), f'"{name}" is no action{hint}; it is left out')
    return _without_clashes(chosen, told)


def _action_keys(name: str, value: Any, told: Told) -> tuple[str, ...] | None:
    """Return the keys that an entry gives an action, or None where the table's keys stay."""
    place: Place = ("keys", name)
    keys = [value] if isinstance(value, str) else value
    if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
        told.at(place, f'{name} takes a key ("x") or a list of keys (["x", "f6"]), not {shown(value)}; it is left out')
        return None
    good = tuple(dict.fromkeys(sign_of(key) for key in keys if _is_key(name, key, told)))
    if not good and (keys or name == "quit"):
        if not keys:
            told.at(place, "quit needs a key; it keeps ctrl+q")
        return None
    return good


def _is_key(name: str, key: str, told: Told) -> bool:
    sign = sign_of(key)
    if sign in NEVER:
        told.at(
            ("keys", name),
            f"{key} cannot be used for {name}: a terminal cannot tell it from {_TWINS[sign]}; it is left out",
        )
        return False
    if sign == "":
        told.at(("keys", name), f'"{key}" is no key{nearest(key, KEY_NAMES)}; it is left out of {name}')
        return False
    return True


_TWINS = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace"}


def _without_clashes(chosen: dict[str, tuple[str, ...]], told: Told) -> dict[str, tuple[str, ...]]:
    """Take a key from the later of two actions of one view; one that is left with none gets its usual ones if free."""
    wanted = {key for keys in chosen.values() for key in keys}
    owners: dict[tuple[str, str], str] = {}
    result: dict[str, tuple[str, ...]] = {}
    for action in ACTIONS:
        views = [view for view, actions in VIEWS.items() if action in actions]
        keys = chosen.get(action.name, action.keys)
        kept = tuple(key for key in keys if _is_free(key, action, views, owners, chosen, told))
        if keys and not kept and action.name in chosen:
            kept = tuple(key for key in action.keys if key not in wanted and not any((v, key) in owners for v in views))
        owners.update({(view, key): action.name for view in views for key in kept})
        if kept != action.keys:
            result[action.name] = kept
    return result


def _is_free(
    key: str,
    action: Action,
    views: list[str],
    owners: dict[tuple[str, str], str],
    chosen: Mapping[str, Any],
    told: Told,
) -> bool:
    owner = next((owners[view, key] for view in views if (view, key) in owners), None)
    if owner is None:
        return True
    blamed = action.name if action.name in chosen else owner
    told.at(
        ("keys", blamed), f"the key {key} is that of {owner} and of {action.name}; {action.name} is left without it"
    )
    return False
