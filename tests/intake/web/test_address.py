from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.intake.web.address import Refused, bare, join, parse
from rashomon.intake.web.hosts import is_public


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        ("HTTP://DailyHarbour.example", "http://dailyharbour.example/"),
        ("https://dailyharbour.example:443/a?b=c#d", "https://dailyharbour.example/a?b=c"),
        ("http://dailyharbour.example:8080/a b".replace(" ", "%20"), "http://dailyharbour.example:8080/a%20b"),
        ("https://hafen-köln.example/straße", "https://xn--hafen-kln-67a.example/stra%C3%9Fe"),
        ("http://[2606:2800:220:1::1]/a", "http://[2606:2800:220:1::1]/a"),
        ("http://dailyharbour.example./", "http://dailyharbour.example/"),
    ],
)
def test_an_address_has_one_plain_form(url: str, plain: str) -> None:
    assert parse(url).url == plain
    assert parse(plain).url == plain


def test_a_redirect_is_read_as_from_where_it_came() -> None:
    base = parse("https://dailyharbour.example/coast/a?b")
    assert join(base, "../quay").url == "https://dailyharbour.example/quay"
    assert join(base, "//reef.example/b").url == "https://reef.example/b"
    with pytest.raises(Refused):
        join(base, "javascript:alert(1)")


def test_names_and_passwords_are_stripped_from_what_is_kept() -> None:
    assert bare("http://ada:p@ss@reef.example/a@b") == "http://reef.example/a@b"
    assert bare("http://ada@reef.example") == "http://reef.example"
    assert bare("http://reef.example/?q=a@b") == "http://reef.example/?q=a@b"


@given(st.text(max_size=80))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    for url in (text, f"http://{text}", f"http://reef.example/{text}", f"http://reef.example:{text}"):
        try:
            address = parse(url)
        except Refused:
            continue
        assert parse(address.url) == address
        assert address.url.isascii()


INSIDE = [IPv4Network(words) for words in ("10.0.0.0/8", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16",
                                           "100.64.0.0/10", "224.0.0.0/4", "240.0.0.0/4", "0.0.0.0/8")]  # fmt: skip


@given(st.sampled_from(INSIDE), st.integers(0, 2**32 - 1))
def test_no_wrapping_opens_one_s_own_network(network: IPv4Network, number: int) -> None:
    inside = int(network.network_address) + number % network.num_addresses
    assert not is_public(str(IPv4Address(inside)))
    for prefix in (0xFFFF << 32, 0x64FF9B << 96, 0):
        assert not is_public(str(IPv6Address(prefix + inside)))
    assert not is_public(str(IPv6Address((0x2002 << 112) + (inside << 80))))
    assert not is_public(f"::ffff:{IPv4Address(inside)}%eth0")


@pytest.mark.parametrize("words", ["8.8.8.8", "1.1.1.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_the_open_internet_is_open(words: str) -> None:
    assert is_public(words)


@pytest.mark.parametrize(
    "words", ["", "a", "::1", "fe80::1", "fc00::1", "ff02::1", "2001:db8::1", "fec0::1", "fd00:ec2::254", "192.0.2.1"]
)
def test_what_is_no_address_of_the_internet_is_closed(words: str) -> None:
    assert not is_public(words)
