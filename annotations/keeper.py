"""The keeper: a thread that does for a store what a key must not wait for.

It forces changes to the disk, tries again what the disk did not take, and folds the journal in when all is quiet.
"""

import threading
import time
from typing import Protocol

QUIET = 2.0
"""Seconds without a change after which the journal is folded in, so that plain TinyDB sees what was done."""
GATHER = 0.05
"""Seconds in which changes gather, to be forced to the disk together."""
RETRY = 1.0
"""Seconds between attempts to save what the disk did not take."""


class Kept(Protocol):
    """What a keeper needs of the storage that it serves; see `annotations.storage`."""

    @property
    def state(self) -> str:
        """What the disk has: "saved", "saving" or "unsaved"."""

    @property
    def unfolded(self) -> int:
        """Changes that only the journal has."""

    @property
    def overdue(self) -> bool:
        """Whether there are so many of them that the quiet is not waited for."""

    def save_again(self) -> bool:
        """Try to save what the disk did not take; return whether it did."""

    def force(self) -> None:
        """Force to the disk what is saved."""

    def fold(self) -> None:
        """Fold the journal in."""


class Keeper:
    """Begins with the first change; ends with the store or with the process."""

    def __init__(self, storage: Kept):
        self._storage = storage
        self._news = threading.Event()
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None
        self._last_change = 0.0

    def wake(self) -> None:
        """Tell it that there is something to do."""
        self._last_change = time.monotonic()
        self._news.set()
        if self._thread is None and not self._ended.is_set():
            self._thread = threading.Thread(target=self._run, name="keeper of the store", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """End; what is under way is finished first."""
        self._ended.set()
        self._news.set()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join()

    def _run(self) -> None:
        while not self._ended.is_set():
            self._news.wait(self._patience())
            self._news.clear()
            if not self._ended.wait(GATHER):
                self._tend()

    def _patience(self) -> float | None:
        """Return how long to sleep if nothing happens; None: for ever."""
        if self._storage.state == "unsaved":
            return RETRY
        if self._storage.unfolded:
            return max(0.05, self._last_change + QUIET - time.monotonic())
        return None

    def _tend(self) -> None:
        if self._storage.state == "unsaved":
            self._storage.save_again()
        self._storage.force()
        quiet = time.monotonic() - self._last_change >= QUIET
        if self._storage.unfolded and (quiet or self._storage.overdue):
            self._storage.fold()
            if self._storage.unfolded:
                self._last_change = time.monotonic()
