"""CPU time from start to both sample articles painted, beside a bare Textual app in the same run."""

import compileall
import os
import statistics
import sys
import tempfile
from collections.abc import Sequence

from bench.pseudo import Terminal

ROOMS = ("seeds", "articles", "quotes", "annotations", "tui", "newsreader", "bench")
LIMITS = {"reading room": 1.45, "--version": 0.45, "--help": 0.45}
"""Times the bare app's CPU at most."""
PAINTED = (b"could impose tougher", b"Vice President JD Vance warned")
"""Words at the beginnings of the two sample articles."""


def _painted(command: Sequence[str], env: dict[str, str], *texts: bytes) -> float:
    terminal = Terminal([sys.executable, *command], env)
    terminal.wait_for(*texts)
    used = terminal.cpu()
    terminal.settle(0.1)
    terminal.end()
    return used


def _printed(command: Sequence[str], env: dict[str, str]) -> float:
    pid = os.posix_spawn(
        sys.executable,
        [sys.executable, *command],
        env,
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)],
    )
    _, _, usage = os.wait4(pid, 0)
    return (usage.ru_utime + usage.ru_stime) * 1000


def main(argv: Sequence[str]) -> int:
    """Measure, print, and return 1 if a limit is passed.

    Args:
        argv: How many runs of each, if not 7.
    """
    for room in ROOMS:  # as pip does when it installs
        compileall.compile_dir(room, quiet=1)
    runs = int(argv[0]) if argv else 7
    times: dict[str, list[float]] = {name: [] for name in ("bare app", *LIMITS)}
    with tempfile.TemporaryDirectory() as home:
        env = {**os.environ, "HOME": home, "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home}
        for _ in range(runs + 1):
            times["bare app"].append(_painted(["-m", "bench.bare"], env, b"ready 0"))
            times["reading room"].append(_painted(["-m", "newsreader"], env, *PAINTED))
            for option in ("--version", "--help"):
                times[option].append(_printed(["-m", "newsreader", option], env))
    bare = statistics.median(times["bare app"][1:])
    print(f"{'bare app':14} {bare:7.0f} ms CPU (median of {runs})")
    passed = 0
    for name, limit in LIMITS.items():
        used = statistics.median(times[name][1:])
        passed += used / bare > limit
        print(f"{name:14} {used:7.0f} ms CPU   {used / bare:5.2f} times   limit {limit}")
    return min(passed, 1)
