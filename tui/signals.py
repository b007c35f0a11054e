"""Endings that nobody asked for: signals and a closed window. Store closed, terminal restored, within a second.

Textual restores the terminal when its app ends by itself; SIGTERM and SIGHUP would kill it with the terminal raw. On a
hang-up its writing thread now and then has died and its queue is full: leaving would wait for ever. So a second thread
watches, and ends the process when leaving takes too long.
"""

import asyncio
import os
import select
import signal
import sys
import termios
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
PATIENCE = 0.5
"""Seconds that leaving may take after a signal."""
_RESET = (
    "\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1004l\x1b[?2004l\x1b[<u\x1b[?25h\x1b[?1049l\x1b[0m"
)
"""Mouse, focus, paste and key reports off, cursor on, normal screen, plain style: what Textual turned on."""

_saved: list[Any] = []
"""The terminal's settings before the app began, if it is one."""


class Ending:
    """What to do when a signal comes."""

    def __init__(self, leave: Callable[[int], None]) -> None:
        """Prepare.

        Args:
            leave: Leaves the program with this exit status, everything saved.
        """
        self._leave_with = leave
        self.status = 0
        """128 + n once signal n has come."""

    def listen(self) -> None:
        """Take the signals; called within the app's event loop."""
        loop = asyncio.get_running_loop()
        for number in SIGNALS:
            loop.add_signal_handler(number, self._leave, number)

    def _leave(self, number: signal.Signals) -> None:
        if self.status:
            return
        self.status = 128 + number
        threading.Thread(target=self._watch, daemon=True).start()
        self._leave_with(self.status)

    def _watch(self) -> None:
        """End the process if leaving takes too long."""
        threading.Event().wait(PATIENCE)
        restore()
        os._exit(self.status)


def restore() -> None:
    """Give the terminal back as it was, past Textual."""
    with suppress(OSError, termios.error):
        output = sys.__stdout__.fileno()  # type: ignore[union-attr]
        if select.select((), (output,), (), 0)[1]:
            os.write(output, _RESET.encode())
        if _saved:
            termios.tcsetattr(sys.__stdin__.fileno(), termios.TCSANOW, _saved)  # type: ignore[union-attr]


@contextmanager
def restored_terminal() -> Iterator[None]:
    """Restore the terminal's settings at the end of the block, however it ends."""
    try:
        _saved[:] = termios.tcgetattr(sys.__stdin__.fileno())  # type: ignore[union-attr]
    except (OSError, termios.error, ValueError):
        _saved.clear()
    try:
        yield
    except BaseException:
        restore()
        raise
    finally:
        if _saved:
            with suppress(OSError, termios.error):
                termios.tcsetattr(sys.__stdin__.fileno(), termios.TCSANOW, _saved)  # type: ignore[union-attr]
