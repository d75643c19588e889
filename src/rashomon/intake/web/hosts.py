"""Which machines may be asked: those of the open internet, and none of one's own network."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

CLOSED = tuple(
    ip_network(words)
    for words in (
        "168.63.129.16/32",  # a cloud's own service under a public address
        "192.0.0.0/24",
        "192.88.99.0/24",
        "100.64.0.0/10",
        "64:ff9b:1::/48",
        "100::/64",
        "2001::/23",
        "3fff::/20",
        "5f00::/16",
        "fec0::/10",
    )
)
WITH_IPV4 = tuple(ip_network(words) for words in ("64:ff9b::/96", "::/96", "::ffff:0:0:0/96"))


def is_public(words: str) -> bool:
    """Say whether an IP address is one of the open internet.

    Private, loopback, link-local, multicast, reserved and metadata addresses are not, and neither is an IPv6 address
    that wraps such an IPv4 address.

    >>> is_public("93.184.216.34"), is_public("169.254.169.254"), is_public("::ffff:127.0.0.1")
    (True, False, False)
    """
    try:
        address = ip_address(words.partition("%")[0])
    except ValueError:
        return False
    wrapped = [*wrapped_in(address)] if isinstance(address, IPv6Address) else []
    return all(is_open(inner) for inner in wrapped) if wrapped else is_open(address)


def is_open(address: IPv4Address | IPv6Address) -> bool:
    """Say whether an address as such is given out for use on the open internet."""
    closed = any(address in network for network in CLOSED if network.version == address.version)
    return address.is_global and not (closed or address.is_multicast or address.is_reserved or address.is_unspecified)


def wrapped_in(address: IPv6Address) -> Iterator[IPv4Address]:
    """Yield the IPv4 addresses that an IPv6 address stands for: mapped, translated or tunnelled."""
    if address.ipv4_mapped:
        yield address.ipv4_mapped
    if address.sixtofour:
        yield address.sixtofour
    if address.teredo:
        yield from address.teredo
    if any(address in network for network in WITH_IPV4):
        yield IPv4Address(int(address) & 0xFFFFFFFF)
