"""Libraries that read files tell what they find in them through `logging` and `warnings`: that is, to the terminal."""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quietly(*loggers: str) -> Iterator[None]:
    """Let some libraries say nothing: their words are foreign text, and the screen belongs to the reading room.

    Args:
        loggers: The names of their loggers.
    """
    for name in loggers:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
