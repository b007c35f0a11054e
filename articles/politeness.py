"""A visitor who keeps to the rules of the house: one request at a time a host, pauses, robots.txt honoured."""

import http
import threading
import time
from collections import defaultdict
from urllib.parse import urlsplit

from articles.robots import EVERYTHING, Robots
from articles.transfer import Answer, Limits, TransferError, get, normal

LONGEST_PAUSE = 10.0
"""Seconds between two requests to a host at most, whatever its robots.txt wants."""


class _Host:
    """One host: whose turn it is, when it was asked last, and what its robots.txt says."""

    def __init__(self) -> None:
        self.turn = threading.Lock()
        self.last = -LONGEST_PAUSE
        self.robots: dict[str, Robots | TransferError] = {}

    def wait(self, pause: float, stopped: threading.Event) -> None:
        """Wait until `pause` seconds have gone since the last request, or all is over."""
        stopped.wait(max(0.0, self.last + min(pause, LONGEST_PAUSE) - time.monotonic()))
        self.last = time.monotonic()


class Visitor:
    """Fetches pages, from any number of threads."""

    def __init__(self, name: str, version: str, limits: Limits, pause: float) -> None:
        """Make a visitor.

        Args:
            name: What robots.txt files may call the program.
            version: Told to servers with the name.
            limits: On each request.
            pause: Seconds between two requests to one host, unless its robots.txt wants more.
        """
        self._name = name
        self._agent = f"{name}/{version}"
        self._limits = limits
        self._pause = pause
        self._hosts: defaultdict[str, _Host] = defaultdict(_Host)
        self.stopped = threading.Event()
        """Set it, and nothing more is asked for."""

    def visit(self, address: str) -> Answer:
        """Fetch a page, redirects followed.

        Raises:
            TransferError: It could not be had, or must not be.
        """
        url = normal(address)
        for _ in range(self._limits.redirects + 1):
            answer = self._ask(url)
            if answer.moved_to is None:
                return _good(answer)
            try:
                url = normal(answer.moved_to)
            except TransferError as error:
                raise TransferError(f"it is sent on to another place: {error}") from None
        raise TransferError(f"it is sent on more than {self._limits.redirects} times")

    def _ask(self, url: str) -> Answer:
        """Ask for one address when it is our turn, if robots.txt allows it."""
        host = self._hosts[urlsplit(url).netloc]
        with host.turn:
            robots = self._robots(host, url)
            if not robots.allows(url):
                raise TransferError("its robots.txt asks programs not to fetch it; save the page with a browser")
            host.wait(max(self._pause, robots.delay), self.stopped)
            if self.stopped.is_set():
                raise TransferError("not asked for: stopped")
            return get(url, self._agent, self._limits)

    def _robots(self, host: _Host, url: str) -> Robots:
        """Return the rules of a site, asked for once."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in host.robots:
            host.robots[origin] = self._read_robots(f"{origin}/robots.txt")
        found = host.robots[origin]
        if isinstance(found, TransferError):
            raise found
        return found

    def _read_robots(self, url: str) -> Robots | TransferError:
        """Return a site's rules; where the server cannot tell them, nothing may be fetched (RFC 9309, 2.3.1)."""
        try:
            for _ in range(self._limits.redirects + 1):
                answer = get(url, self._agent, self._limits)
                if answer.moved_to is None:
                    break
                url = normal(answer.moved_to)
        except TransferError as error:
            return error
        if answer.status >= 500:
            return TransferError(f"its robots.txt cannot be had ({_told(answer.status)}); try again later")
        return Robots.parse(answer.data.decode("utf-8", "replace"), self._name) if answer.status == 200 else EVERYTHING


def _good(answer: Answer) -> Answer:
    if answer.status != 200:
        raise TransferError(f"the server says {_told(answer.status)}")
    return answer


def _told(status: int) -> str:
    try:
        return f"{status} {http.HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
