"""What is said when a path cannot be opened as an article."""

import os
from pathlib import Path

from articles.display import harmless


class ArticleError(Exception):
    """A path that was refused. Its message is one line, harmless for a terminal: file, what is wrong, what to do."""

    def __init__(self, path: "str | os.PathLike[str]", problem: str, advice: str = "") -> None:
        """Make the line.

        Args:
            path: The file or folder, as the user named it or as it was found.
            problem: What is wrong, without a full stop.
            advice: What the user can do about it, if anything.
        """
        self.path = Path(path)
        self.problem = problem
        self.advice = advice
        name = os.fspath(path) or "''"
        super().__init__(harmless(f"{name}: {problem}" + (f"; {advice}" if advice else "")))


class NoArticleError(ArticleError):
    """A file, or an item of one, that is well-formed but no article: left out of a folder, refused where named."""
