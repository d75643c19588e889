"""An address of the web, checked before anything is sent to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from rashomon.intake.limits import LONGEST_ADDRESS

PORTS = {"http": 80, "https": 443}
PRIVATE_PORTS = 1024
UNSEEN = re.compile(r"[\x00-\x20\x7f-\x9f\\]")
CREDENTIALS = re.compile(r"(?<=//)[^/?#]{0,2000}@")
HOST = re.compile(r"[a-z0-9_.-]{1,253}|[0-9a-f:.]{2,45}")
PATH, QUERY = "/%:@!$&'()*+,;=~", "/%:@!$&'()*+,;=~?"


class Refused(Exception):
    """An address or a host that nothing is sent to; the message says why."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where to connect and what to ask for: host in ASCII, path and query quoted, no user name and no fragment."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def site(self) -> str:
        """Scheme, host and port: what one robots.txt speaks for.

        >>> parse("https://Dailyharbour.example:8443/a#top").site
        'https://dailyharbour.example:8443'
        """
        return f"{self.scheme}://{self.authority}"

    @property
    def authority(self) -> str:
        """The host as a request names it, with the port where that is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The whole address."""
        return self.site + self.target


def parse(url: str) -> Address:
    """Return an address taken apart; raises Refused for any but plain http and https ones.

    Refused are other schemes, user names and passwords, ports of other services, and what is too long or malformed.
    """
    words = url.strip()
    if len(words) > LONGEST_ADDRESS:
        raise Refused(f"an address of {len(words)} characters; at most {LONGEST_ADDRESS} are taken")
    if UNSEEN.search(words):
        raise Refused("blanks, control characters or backslashes in the address")
    try:
        parts = urlsplit(words)
        scheme, host, port = parts.scheme.lower(), (parts.hostname or ""), parts.port
        named = host if ":" in host else host.rstrip(".").encode("idna").decode("ascii").lower()
    except ValueError as problem:
        raise Refused(f"no address of the web: {problem}") from problem
    if scheme not in PORTS:
        raise Refused(f"the scheme {scheme[:20]!r}; only http and https are fetched")
    if parts.username is not None or parts.password is not None:
        raise Refused("a user name or password in the address; they are neither sent nor kept")
    if not named:
        raise Refused("no host in the address")
    if not HOST.fullmatch(named):
        raise Refused(f"the host {named[:60]!r}, which is no name and no number of a machine")
    if port is not None and port != PORTS[scheme] and (port < PRIVATE_PORTS and port not in PORTS.values()):
        raise Refused(f"port {port}, which is another service's; only 80, 443 and those from {PRIVATE_PORTS} are asked")
    path = quote(parts.path or "/", safe=PATH)
    query = f"?{quote(parts.query, safe=QUERY)}" if parts.query else ""
    return Address(scheme, named, PORTS[scheme] if port is None else port, path + query)


def join(base: Address, location: str) -> Address:
    """Return where a redirect leads; raises Refused as ``parse`` does."""
    try:
        return parse(urljoin(base.url, location.strip()))
    except ValueError as problem:
        raise Refused(f"a redirect to no address: {problem}") from problem


def bare(url: str) -> str:
    """Return an address as it may be kept and shown, without a user name and password.

    >>> bare("https://ada:secret@dailyharbour.example/a")
    'https://dailyharbour.example/a'
    """
    return CREDENTIALS.sub("", url.strip()[:LONGEST_ADDRESS])
