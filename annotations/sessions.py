"""Sessions: one opening of a store by one process, and whether that process still runs."""

import os
import socket
import uuid
from pathlib import Path

_OPEN: set[str] = set()
"""Sessions of this very process that are not closed."""


def _born(pid: int) -> str:
    """Return when a process began, in ticks since the machine did; empty if there is none (or no /proc).

    One that was killed and that nobody has asked about (a zombie) is none, although it still has its number.
    """
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        return "" if fields[0] in "ZX" else fields[19]
    except (OSError, IndexError):
        return ""


def new_session() -> str:
    """Return a name for one opening of a store by this process."""
    pid = os.getpid()
    session = f"{socket.gethostname()} {pid} {_born(pid)} {uuid.uuid4().hex[:8]}"
    _OPEN.add(session)
    return session


def end_session(session: str) -> None:
    """Let others of the same name go on with the session's steps."""
    _OPEN.discard(session)


def is_running(session: str) -> bool:
    """Tell whether the program of a session still runs; one on another machine counts as running."""
    if session in _OPEN:
        return True
    host, pid, born, *_ = [*session.rsplit(" ", 3), "", "", ""]
    if host != socket.gethostname():
        return bool(host)
    if not pid.isdigit() or int(pid) == os.getpid():
        return False
    return is_alive(int(pid)) and _born(int(pid)) == born


def is_alive(pid: int) -> bool:
    """Tell whether there is a process with this number."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
