"""A small server on loopback, and clocks that stand still until somebody sleeps."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from rashomon.intake.web import Fetcher, Manners, Transport

Reply = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """The pages of a server by path, and what it was asked."""

    port: int = 0
    pages: dict[str, Reply] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """Return the address of a path."""
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """Return which paths were asked for, robots.txt aside."""
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def page(
        self,
        path: str,
        body: bytes = b"",
        *,
        status: int = 200,
        media: str = "text/html; charset=utf-8",
        **headers: str,
    ) -> None:
        """Set a page up."""

        def reply(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            handler.send_header("Content-Type", media)
            handler.send_header("Content-Length", str(len(body)))
            for name, value in headers.items():
                handler.send_header(name.replace("_", "-"), value)
            handler.end_headers()
            handler.wfile.write(body)

        self.pages[path] = reply

    def moved(self, path: str, to: str, status: int = 302) -> None:
        """Set a redirect up."""
        self.page(path, status=status, Location=to)


@pytest.fixture
def site() -> Iterator[Site]:
    """A server on loopback that answers 404 but for the pages set up."""
    made = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            made.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            reply = made.pages.get(self.path)
            if reply is None:
                self.send_error(404)
                return
            try:
                reply(self)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    made.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield made
    server.shutdown()
    server.server_close()
    thread.join()


@dataclass
class Clock:
    """A clock that moves when somebody sleeps."""

    now: float = 1_710_000_000.0
    naps: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        """Return the time."""
        return self.now

    def sleep(self, seconds: float) -> None:
        """Let the time pass."""
        self.naps.append(seconds)
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    """A clock on 9 March 2024 that moves when somebody sleeps."""
    return Clock()


@pytest.fixture
def fetcher(clock: Clock) -> Fetcher:
    """A fetcher that may ask this machine, with limits small enough to be met in a test."""
    manners = Manners(connect=2, read=0.5, total=1, most_bytes=50_000, most_unpacked=60_000)
    return Fetcher(Transport(manners, allow_private=True), clock, clock.sleep, manners)
