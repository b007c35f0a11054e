"""A pseudo-terminal for benchmarks: runs a program on it, presses keys, waits for frames, reads CPU time and memory."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

_CPU_CLOCK_OF_PROCESS = 2
"""Linux: the clock of a process's CPU time is `(~pid << 3) | 2`; all its threads count, also those that have ended."""
_ASKED = b"\x1b[?2026$p"
_ANSWER = b"\x1b[?2026;2$y"
"""Synchronised output, which real terminals answer to."""
QUIET = 0.02
"""Seconds without output after which a frame is complete."""


class Terminal:
    """A program on a terminal."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str], size: tuple[int, int] = (160, 45)) -> None:
        """Start a program.

        Args:
            command: The program and its arguments.
            env: The environment, whole.
            size: Columns and rows.
        """
        told = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        env = {name: value for name, value in env.items() if name not in ("COLUMNS", "LINES")} | told
        self.output = b""
        self.ended = False
        """Whether the program has closed its side of the terminal."""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
            os.execvpe(command[0], list(command), env)

    def cpu(self) -> float:
        """Return the CPU time of the program so far, in milliseconds."""
        return time.clock_gettime((~self.pid << 3) | _CPU_CLOCK_OF_PROCESS) * 1000

    def memory(self) -> float:
        """Return the resident memory of the program, in megabytes."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

    def wait_for(self, *texts: bytes, patience: float = 60.0) -> None:
        """Read until all these texts have been written; their bytes must be contiguous.

        Raises:
            TimeoutError: They never came.
        """
        end = time.monotonic() + patience
        while not all(text in self.output for text in texts):
            if not self._read(1.0) and (self.ended or time.monotonic() > end):
                raise TimeoutError(self.output[-2000:].decode("utf-8", "replace"))

    def settle(self, quiet: float = 0.3) -> None:
        """Read until nothing has come for a while."""
        while self._read(quiet):
            pass

    def press(self, key: str) -> None:
        """Press a key and wait for the frame that answers it."""
        os.write(self.fd, key.encode())
        self._read(1.0)
        while self._read(QUIET):
            pass

    def _read(self, patience: float) -> bool:
        """Read what there is; False if nothing came in time."""
        if self.fd < 0 or not select.select([self.fd], [], [], patience)[0]:
            return False
        try:
            data = os.read(self.fd, 1 << 16)
        except OSError:  # how Linux tells that the other side is closed
            data = b""
        self.ended = not data
        if _ASKED in data:
            os.write(self.fd, _ANSWER)
        self.output += data
        return bool(data)

    def hang_up(self) -> None:
        """Close the window."""
        os.close(self.fd)
        self.fd = -1

    def end(self, key: str = "\x11", patience: float = 10.0) -> int:
        """Leave with a key (ctrl+q); return the exit status, or minus 9 where it had to be killed."""
        os.write(self.fd, key.encode())
        status = self.status(patience)
        if status is None:
            os.kill(self.pid, signal.SIGKILL)
            status = self.status(patience)
        self.hang_up()
        return -signal.SIGKILL if status is None else status

    def status(self, patience: float) -> int | None:
        """Wait for the program's end and return its exit status; None if it does not come."""
        limit = time.monotonic() + patience
        while time.monotonic() < limit:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.settle(0.05)
                return os.waitstatus_to_exitcode(status)
            if not self._read(0.02):
                time.sleep(0.02)
        return None
