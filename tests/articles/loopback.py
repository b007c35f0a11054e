"""A web server on the loopback interface that behaves as badly as servers do."""

import gzip
import threading
import time
import zlib
from collections import Counter
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.articles.samples import page


class Server:
    """A server; `pages` maps paths to what they answer: bytes, or a function of the handler."""

    def __init__(self):
        self.pages = {}
        self.asked = []
        self.times = []
        self.agents = set()
        self.at_once = Counter()
        self.most_at_once = 0
        self.lock = threading.Lock()

    def url(self, path="/"):
        return f"http://127.0.0.1:{self.port}{path}"

    def answer(self, path, data=b"", content_type="text/html; charset=utf-8", status=200, **headers):
        """Let a path answer with data; headers with `_` for `-`."""

        def send(handler):
            handler.send_response(status)
            handler.send_header("Content-Type", content_type)
            for name, value in {"Content_Length": str(len(data)), **headers}.items():
                handler.send_header(name.replace("_", "-"), value)
            handler.end_headers()
            handler.wfile.write(data)

        self.pages[path] = send

    def endless(self, path, piece=b"x" * 65536, pause=0.0, **headers):
        """Let a path answer without end."""

        def send(handler):
            handler.send_response(200)
            for name, value in {"Content_Type": "text/html", "Connection": "close", **headers}.items():
                handler.send_header(name.replace("_", "-"), value)
            handler.end_headers()
            while True:
                handler.wfile.write(piece)
                time.sleep(pause)

        self.pages[path] = send


@contextmanager
def loopback():
    """Run a server with the pages that every test knows."""
    server = Server()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *arguments):
            pass

        def do_GET(self):
            with server.lock:
                server.asked.append(self.path)
                server.times.append(time.monotonic())
                server.agents.add(self.headers["User-Agent"])
                server.at_once["now"] += 1
                server.most_at_once = max(server.most_at_once, server.at_once["now"])
            try:
                server.pages.get(self.path, lambda handler: handler.send_error(404))(self)
            except OSError:
                self.close_connection = True
            finally:
                with server.lock:
                    server.at_once["now"] -= 1

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request, client_address):
            pass

    with Quiet(("127.0.0.1", 0), Handler) as http:
        server.port = http.server_address[1]
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        _usual(server)
        try:
            yield server
        finally:
            http.shutdown()
            thread.join()


def _usual(server):
    data = page().encode()
    server.answer("/page", data)
    server.answer("/gzip", gzip.compress(data), Content_Encoding="gzip")
    server.answer("/deflate", zlib.compress(data), Content_Encoding="deflate")
    server.answer("/bomb", gzip.compress(b"a" * 30_000_000), Content_Encoding="gzip")
    server.answer("/cut-gzip", gzip.compress(data)[:-20], Content_Encoding="gzip")
    server.answer("/no-gzip", b"not gzip at all", Content_Encoding="gzip")
    server.answer("/br", data, Content_Encoding="br")
    server.answer("/moved", status=301, Location="/moved/again")
    server.answer("/moved/again", status=302, Location=server.url("/page"))
    server.answer("/loop", status=302, Location="/loop")
    server.answer("/to-file", status=302, Location="file:///etc/passwd")
    server.answer("/to-ftp", status=302, Location="ftp://127.0.0.1/x")
    server.answer("/gone", b"gone", status=410)
    server.answer("/error", b"error", status=500)
    server.answer("/picture", b"\x89PNG\r\n", content_type="image/png")
    server.answer("/short", b"abc", Content_Length="9999")
    server.answer("/large", b"x" * 300_000)
    server.endless("/endless")
    server.endless(
        "/endless-gzip", zlib.compressobj(9, zlib.DEFLATED, 31).compress(b"a" * 10_000_000), Content_Encoding="gzip"
    )
    server.endless("/drip", b"x", 0.05)
    server.endless("/header-drip", b"x", 0.05, X="")
    server.pages["/silent"] = lambda handler: time.sleep(3)
    server.pages["/garbage"] = lambda handler: handler.wfile.write(b"\x16\x03\x01 this is no http\r\n\r\n")
    server.pages["/hangs-up"] = lambda handler: setattr(handler, "close_connection", True)
