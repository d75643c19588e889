"""One request sent and its answer taken, within limits; the one seam to the HTTP library and to the network."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import httpcore

from rashomon.intake.web.address import Address, Refused
from rashomon.intake.web.coding import Inflater, TooMuch
from rashomon.intake.web.hosts import is_public
from rashomon.intake.web.manners import POLITE, Manners
from rashomon.intake.web.patience import TooSlow, within

NOT_TEXT = ("image/", "audio/", "video/", "font/")
MOST_ADDRESSES = 4
"""Addresses of one host that are tried in turn."""


class Unreachable(Exception):
    """No answer, or none that could be taken whole; ``passing`` says whether another try may do better."""

    def __init__(self, message: str, *, passing: bool = True, code: str = "unreachable") -> None:
        super().__init__(message)
        self.passing, self.code = passing, code


@dataclass(frozen=True, slots=True)
class Answer:
    """A server's answer: its status, its headers in small letters, and its content unpacked.

    ``cut`` says that there was more than was asked for. Of pictures, sound and films no content is taken.
    """

    status: int
    headers: Mapping[str, str]
    data: bytes = b""
    cut: bool = False


def addresses_of(host: str, port: int) -> list[str]:
    """Return the IP addresses of a host; raises OSError where it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass
class Transport:
    """Sends requests: one connection each, no cookies, no proxies, nothing from the environment.

    A host's name is resolved once, and the connection goes to the address that was checked. ``allow_private`` lets one's
    own network be asked; ``clock`` counts seconds.
    """

    manners: Manners = POLITE
    allow_private: bool = False
    clock: Callable[[], float] = time.monotonic
    resolve: Callable[[str, int], Iterable[str]] = addresses_of

    @cached_property
    def tls(self) -> Any:
        """The settings for encrypted connections: certificates are checked."""
        return httpcore.default_ssl_context()

    def send(self, address: Address, headers: Mapping[str, str], *, most: int) -> Answer:
        """Return the answer to a request for an address, with at most so many bytes of its content.

        Raises Refused for a host on one's own network, Unreachable where there is no answer in time.
        """
        backend = Guarded(self, self.clock() + self.manners.total)
        sent = {"Host": address.authority, "User-Agent": self.manners.agent, "Accept-Encoding": "gzip, deflate",
                "Connection": "close", **headers}  # fmt: skip
        url = httpcore.URL(scheme=address.scheme, host=address.host, port=address.port, target=address.target)
        waits = {"connect": self.manners.connect, "read": self.manners.read, "write": self.manners.read, "pool": 1.0}
        try:
            with (
                httpcore.ConnectionPool(self.tls, max_connections=1, max_keepalive_connections=0, network_backend=backend)
                as pool,
                pool.stream("GET", url, headers=[*sent.items()], extensions={"timeout": waits}) as response,
            ):  # fmt: skip
                return taken(response, most, self.manners)
        except httpcore.TimeoutException as problem:
            raise Unreachable(f"no whole answer within {self.manners.total:g} seconds") from problem
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, OSError) as problem:
            raise Unreachable(f"no answer: {str(problem)[:120] or type(problem).__name__}") from problem
        except (ValueError, TypeError) as problem:
            raise Unreachable(f"no request can be made of it: {str(problem)[:120]}", passing=False) from problem


def taken(response: httpcore.Response, most: int, manners: Manners) -> Answer:
    """Return what is taken of an answer, read piece by piece."""
    headers: dict[str, str] = {}
    for name, value in response.headers:
        headers.setdefault(name.decode("latin-1").lower(), value.decode("latin-1").strip())
    if headers.get("content-type", "").lower().startswith(NOT_TEXT):
        return Answer(response.status, headers)
    try:
        inflater = Inflater(headers.get("content-encoding", ""), most, manners.most_unpacked)
        for piece in response.iter_stream():
            if not inflater.take(piece):
                return Answer(response.status, headers, inflater.data, cut=True)
        return Answer(response.status, headers, inflater.whole())
    except TooMuch as problem:
        raise Unreachable(str(problem), passing=False, code=problem.code) from problem


class Guarded(httpcore.NetworkBackend):
    """Connects to addresses that were checked, and to no others."""

    def __init__(self, transport: Transport, deadline: float) -> None:
        self.transport, self.deadline = transport, deadline
        self.inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of a host that answers; all of them have to be public."""
        found = self.looked_up(host, port, self.left(timeout))
        closed = [ip for ip in found if not (self.transport.allow_private or is_public(ip))]
        if closed or not found:
            raise Refused(f"the host {host!r} is {', '.join(closed) or 'nowhere'}, which is not on the open internet")
        failure: Exception = httpcore.ConnectError("no address")
        for ip in found[:MOST_ADDRESSES]:
            try:
                left = self.left(timeout)
                stream = self.inner.connect_tcp(ip, port, left, local_address, socket_options)
                return Timed(stream, self)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as problem:
                failure = problem
        raise failure

    def looked_up(self, host: str, port: int, seconds: float) -> list[str]:
        """Return the addresses of a host; raises ConnectError where it has none, Unreachable where nobody says so in time."""
        try:
            return within(seconds, lambda: [*self.transport.resolve(host, port)])
        except TooSlow as problem:
            raise Unreachable(f"nobody said within {seconds:g} seconds where the host {host!r} is") from problem
        except (OSError, UnicodeError) as problem:
            raise httpcore.ConnectError(f"the host {host!r} is not known") from problem

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        """Refuse: a socket of this machine is no address of the web."""
        del timeout, socket_options
        raise Refused(f"the local socket {path!r}")

    def left(self, timeout: float | None) -> float:
        """Return how long one step may take; raises ReadTimeout where the time for all of them is up."""
        left = self.deadline - self.transport.clock()
        if left <= 0:
            raise httpcore.ReadTimeout("the time for the whole request is up")
        return left if timeout is None else min(left, timeout)


class Timed(httpcore.NetworkStream):
    """A connection each of whose steps ends when the time for the whole request is up."""

    def __init__(self, inner: httpcore.NetworkStream, backend: Guarded) -> None:
        self.inner, self.backend = inner, backend

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return what has come."""
        return self.inner.read(max_bytes, self.backend.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes."""
        self.inner.write(buffer, self.backend.left(timeout))

    def close(self) -> None:
        """Close the connection."""
        self.inner.close()

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Encrypt the connection; the certificate has to be the host's, by its name."""
        return Timed(self.inner.start_tls(ssl_context, server_hostname, self.backend.left(timeout)), self.backend)

    def get_extra_info(self, info: str) -> Any:
        """Return what the connection knows of itself."""
        return self.inner.get_extra_info(info)
