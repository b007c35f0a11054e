"""One polite request over http or https: limits on time, size and redirects hold whatever the server does."""

import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import Message
from urllib.parse import quote, urljoin, urlsplit, urlunsplit
from urllib.request import getproxies, proxy_bypass

SCHEMES = ("http", "https")
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BLOCK = 65_536


class TransferError(Exception):
    """What could not be had; the message says why."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a request may take."""

    size: int = 20_000_000
    """Bytes of an answer at most, on the way and unpacked."""
    silence: float = 15.0
    """Seconds to wait for a connection, or for more of an answer."""
    duration: float = 60.0
    """Seconds that one answer may take from first to last byte."""
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent."""

    url: str
    """Where the answer came from."""
    status: int
    headers: Message
    data: bytes
    """Unpacked."""
    moved_to: str | None = None
    """The address that the answer sends us on to, if it is a redirect."""

    @property
    def charset(self) -> str | None:
        """The encoding that the server named."""
        return self.headers.get_content_charset()


def normal(address: str) -> str:
    """Return an address as it is asked for: host in ASCII, signs beyond ASCII and blanks in percent form, no fragment.

    Raises:
        TransferError: It is no address of http or https.
    """
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError):
        raise TransferError("no valid address") from None
    if parts.scheme.casefold() not in SCHEMES or not host:
        raise TransferError("only http and https addresses are fetched")
    if parts.username is not None:
        raise TransferError("an address with a user name; save the page with a browser")
    host = f"[{host}]" if ":" in host else host
    path, query = (quote(part, safe="/%:@!$&'()*+,;=~?") for part in (parts.path or "/", parts.query))
    return urlunsplit((parts.scheme.casefold(), host + port, path, query, ""))


def get(url: str, agent: str, limits: Limits) -> Answer:
    """Ask for one page; redirects are told, not followed.

    Args:
        url: A normal address.
        agent: The name and version that the server is told.
        limits: On time and size.

    Raises:
        TransferError: No answer came, or it broke a limit.
    """
    connection, target = _connection(url, limits)
    headers = {
        "User-Agent": agent,
        "Accept-Encoding": "gzip, deflate",
        "Accept": "text/html,*/*;q=0.8",
        "Connection": "close",
    }
    try:
        with _cut_off(connection, limits.duration) as cut:
            try:
                connection.request("GET", target, headers=headers)
                return _answer(url, connection.getresponse(), limits)
            except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
                raise TransferError(_too_long(limits) if cut.is_set() else _reason(error, limits)) from None
    finally:
        connection.close()


def _connection(url: str, limits: Limits) -> tuple[http.client.HTTPConnection, str]:
    """Return the connection to a server, or to the proxy that the system names, and what to ask of it."""
    parts = urlsplit(url)
    secure = parts.scheme == "https"
    target = urlunsplit(("", "", parts.path, parts.query, ""))
    proxy = _proxy(parts.scheme, parts.hostname or "")
    if proxy is None:
        return _connect(parts.hostname or "", parts.port, limits, secure=secure), target
    try:
        via = urlsplit(proxy)
        connection = _connect(via.hostname or "", via.port, limits, secure=secure)
    except (ValueError, http.client.InvalidURL):
        raise TransferError(f"{proxy} is no address of a proxy; set {parts.scheme}_proxy anew") from None
    if not secure:
        return connection, url
    connection.set_tunnel(parts.hostname or "", parts.port)
    return connection, target


def _connect(host: str, port: int | None, limits: Limits, *, secure: bool) -> http.client.HTTPConnection:
    if secure:
        return http.client.HTTPSConnection(host, port, timeout=limits.silence, context=ssl.create_default_context())
    return http.client.HTTPConnection(host, port, timeout=limits.silence)


def _proxy(scheme: str, host: str) -> str | None:
    proxies: Mapping[str, str] = getproxies()
    if host == "localhost" or host.startswith(("127.", "::1")) or proxy_bypass(host):
        return None
    return proxies.get(scheme)


@contextmanager
def _cut_off(connection: http.client.HTTPConnection, seconds: float) -> Iterator[threading.Event]:
    """Cut the connection after some seconds: a server that sends a byte now and then is never silent."""
    cut = threading.Event()

    def end() -> None:
        cut.set()
        if connection.sock is not None:
            with suppress(OSError):
                connection.sock.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield cut
    finally:
        timer.cancel()


def _answer(url: str, response: http.client.HTTPResponse, limits: Limits) -> Answer:
    place = response.headers.get("Location")
    if response.status in _REDIRECTS and place:
        return Answer(url, response.status, response.headers, b"", moved_to=urljoin(url, place))
    if response.status != 200:
        return Answer(url, response.status, response.headers, b"")
    length = response.headers.get("Content-Length", "")
    if length.isdecimal() and int(length[:20]) > limits.size:
        raise TransferError(_too_large(limits))
    return Answer(url, response.status, response.headers, _body(response, limits))


def _body(response: http.client.HTTPResponse, limits: Limits) -> bytes:
    """Return the body, unpacked piece by piece, so that no small answer becomes a large one."""
    unpack = _unpacker(response.headers.get("Content-Encoding", "").strip().casefold())
    pieces: list[bytes] = []
    size = received = 0
    deadline = time.monotonic() + limits.duration
    while block := response.read1(_BLOCK):
        received += len(block)
        piece = unpack.decompress(block, limits.size - size + 1) if unpack else block
        pieces.append(piece)
        size += len(piece)
        if max(size, received) > limits.size:
            raise TransferError(_too_large(limits))
        if time.monotonic() > deadline:
            raise TransferError(_too_long(limits))
    if unpack and not unpack.eof:
        raise TransferError("the answer is cut short")
    if response.length:
        raise TransferError(f"the answer is cut short: {response.length:,} bytes are missing")
    return b"".join(pieces)


def _unpacker(coding: str) -> "zlib._Decompress | None":
    if coding in {"", "identity"}:
        return None
    if coding in {"gzip", "x-gzip", "deflate"}:
        return zlib.decompressobj(zlib.MAX_WBITS | 32)
    raise TransferError(f"the answer is packed as {coding}, which was not asked for")


def _too_large(limits: Limits) -> str:
    return f"over the limit of {limits.size:,} bytes"


def _too_long(limits: Limits) -> str:
    return f"no whole answer within {limits.duration:g} seconds"


def _reason(error: Exception, limits: Limits) -> str:
    """Put an error of the network into words."""
    if isinstance(error, TimeoutError):
        return f"no answer within {limits.silence:g} seconds"
    if isinstance(error, socket.gaierror):
        return "no such host"
    if isinstance(error, ConnectionRefusedError):
        return "the server refuses connections"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not valid ({error.verify_message})"
    if isinstance(error, http.client.RemoteDisconnected):
        return "the server hung up"
    if isinstance(error, http.client.IncompleteRead):
        return "the answer is cut short"
    if isinstance(error, zlib.error):
        return "the answer is packed, but damaged"
    if isinstance(error, OSError):
        return error.strerror or str(error) or "the connection broke"
    return "the answer is no valid HTTP"
