"""The user's own editor, at the line."""

import os
import shlex
import shutil
from collections.abc import Mapping
from pathlib import Path

from articles.article import Article

_FALLBACKS = ("sensible-editor", "nano", "vim", "vi")
_PLUS_LINE = frozenset(
    {"vi", "vim", "nvim", "view", "gvim", "ex", "nano", "pico", "emacs", "emacsclient", "micro", "kak", "joe", "jed"}
    | {"ne", "mg", "sensible-editor", "editor"}
)
"""Editors that take `+LINE FILE`."""
_COLON_LINE = frozenset({"hx", "helix", "subl", "zed"})
"""Editors that take `FILE:LINE`."""
_GOTO = frozenset({"code", "codium", "code-insiders", "cursor"})
"""Editors that take `--goto FILE:LINE`."""
_WAIT = frozenset({"code", "codium", "code-insiders", "cursor", "subl", "zed"})
"""Editors with a window that give the terminal back at once, unless told to wait."""


def command(environment: Mapping[str, str], path: Path, line: int) -> list[str]:
    """Return the command that opens a file at a line; an empty list where there is no editor.

    Args:
        environment: VISUAL counts before EDITOR.
        path: The file.
        line: From 1.
    """
    words = _words(environment.get("VISUAL") or environment.get("EDITOR") or _fallback(environment))
    if not words:
        return []
    name = Path(words[0]).name.lower().removesuffix(".exe")
    file = str(path)
    if name in _WAIT and not {"--wait", "-w"} & set(words):
        words.append("--wait")
    if name in _GOTO:
        return [*words, "--goto", f"{file}:{line}"]
    if name in _COLON_LINE:
        return [*words, f"{file}:{line}"]
    return [*words, f"+{line}", file] if name in _PLUS_LINE else [*words, file]


def _words(editor: str) -> list[str]:
    """Split VISUAL or EDITOR as a shell would; one with marks that do not close is taken as it is."""
    try:
        return shlex.split(editor)
    except ValueError:
        return [editor]


def _fallback(environment: Mapping[str, str]) -> str:
    path = environment.get("PATH", os.defpath)
    return next((name for name in _FALLBACKS if shutil.which(name, path=path)), "")


def line_in_file(article: Article, offset: int) -> int:
    """Return the line of the article's file, from 1, where an offset of its text stands.

    A plain text has the lines of its file. In a file with mark-up the words of the offset's paragraph are looked for;
    where they stand nowhere as such it is line 1.
    """
    if article.extractor is None and article.path.suffix.lower() in ("", ".txt", ".md", ".text"):
        return article.text.count("\n", 0, offset) + 1
    words = next((article.text[start:end] for start, end in article.paragraphs if end > offset), "")[:40]
    try:
        content = article.path.read_text(encoding=article.encoding, errors="replace")
    except (OSError, LookupError):
        return 1
    at = content.find(words) if words else -1
    return content.count("\n", 0, at) + 1 if at >= 0 else 1
