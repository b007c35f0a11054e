"""What is remembered of a story, in the user's state folder, never beside the articles: places, panes, width, theme."""

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from articles.saving import save

_MOST_STORIES = 500
"""Stories that are remembered; the ones not opened for the longest time are forgotten."""
_LARGEST = 1_000_000
"""Bytes of a story's file; more is none of ours."""


@dataclass
class Story:
    """What is remembered of one story. Whatever the file holds, each field has its type."""

    places: dict[str, int] = field(default_factory=dict)
    """For each article's id the offset of the cursor: code points."""
    tops: dict[str, int] = field(default_factory=dict)
    """For each article's id the offset of the first row in view: code points."""
    furthest: dict[str, int] = field(default_factory=dict)
    """For each article's id the code points up to which it was in view."""
    panes: list[str] = field(default_factory=list)
    """Ids of the articles in the panes."""
    active: int = 0
    """Number of the active pane, from 0."""
    text_width: int | None = None
    line_spacing: int | None = None
    theme: str | None = None
    linked: bool = False


class Memory:
    """The state folder. Asking creates nothing; where it cannot be written nothing is remembered, nothing breaks."""

    def __init__(self, folder: Path | None = None) -> None:
        """Take the user's state folder, or another one."""
        if folder is None:
            from platformdirs import user_state_path

            folder = user_state_path("newsreader", appauthor=False)
        self._folder = folder

    def story(self, root: Path, ids: Sequence[str] = ()) -> Story:
        """Return what is remembered of the articles below a folder.

        Args:
            root: The opened folder, or the common parent of the opened files.
            ids: The opened articles: panes with other ones are left out.
        """
        path = self._path(root)
        try:
            document = json.loads(path.read_bytes()) if path.stat().st_size <= _LARGEST else None
        except (OSError, ValueError, RecursionError):
            document = None
        story = _story(document if isinstance(document, dict) else {})
        if ids:
            known = set(ids)
            story.panes = [id_ for id_ in story.panes if id_ in known]
        return story

    def keep(self, root: Path, story: Story) -> bool:
        """Remember a story; return whether it could be written."""
        path = self._path(root)
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            save(path, json.dumps({"root": str(root), **asdict(story)}, ensure_ascii=True, indent=1).encode())
            self._forget_old_ones(path.parent)
        except OSError:
            return False
        return True

    def is_first_start(self) -> bool:
        """Tell whether the reading room was never open; the answer is yes once."""
        path = self._folder / "hint-shown"
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            path.touch(exist_ok=False)
        except OSError:
            return False
        return True

    def _path(self, root: Path) -> Path:
        name = hashlib.sha256(os.fsencode(os.path.realpath(root))).hexdigest()[:24]
        return self._folder / "stories" / f"{name}.json"

    @staticmethod
    def _forget_old_ones(folder: Path) -> None:
        files = [path for path in folder.glob("*.json") if path.is_file()]
        if len(files) > _MOST_STORIES:
            for path in sorted(files, key=lambda file: file.stat().st_mtime)[: len(files) - _MOST_STORIES]:
                path.unlink(missing_ok=True)


def _story(document: Mapping[str, Any]) -> Story:
    story = Story()
    for item in fields(Story):
        if item.name in document and _fits(item.name, document[item.name]):
            setattr(story, item.name, document[item.name])
    return story


def _fits(name: str, value: Any) -> bool:
    """Tell whether a value of the file has the type of its field."""
    if name in ("places", "tops", "furthest"):
        return isinstance(value, dict) and all(_is_number(offset) for offset in value.values())
    if name == "panes":
        return isinstance(value, list) and all(isinstance(id_, str) for id_ in value)
    if name in ("active", "text_width", "line_spacing"):
        return _is_number(value)
    return isinstance(value, str if name == "theme" else bool)


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1 << 40
