from __future__ import annotations

import gzip
import shutil
import ssl
import subprocess
import threading
import time
import zlib
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from rashomon.intake import Item, Reject
from rashomon.intake.web import Fetcher, Manners, Transport, Visit

PAGE = b"<html><body><p>Nine people drowned off Korvana.</p></body></html>"


def reject_of(found: object) -> Reject:
    assert isinstance(found, Reject)
    return found


def test_a_page_arrives_with_its_address_time_and_media_type(site: Any, fetcher: Fetcher) -> None:
    site.page("/a", PAGE)
    item = fetcher(site.url("/a#top"))
    assert isinstance(item, Item)
    assert item.data == PAGE
    assert item.url == site.url("/a")
    assert item.media == "text/html; charset=utf-8"
    assert item.captured.startswith("2024-03-09T16:00:")


def test_a_request_names_the_guest_and_carries_nothing_else(
    site: Any, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    site.page("/a", PAGE, Set_Cookie="a=1")
    site.page("/b", PAGE)
    fetcher(site.url("/a"))
    fetcher(site.url("/b"))
    headers = site.asked[-1][1]
    assert headers["user-agent"].startswith("rashomon")
    assert headers["host"] == f"127.0.0.1:{site.port}"
    assert "cookie" not in headers
    assert "authorization" not in headers


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("ftp://dailyharbour.example/a", "only http and https"),
        ("file:///etc/hostname", "only http and https"),
        ("gopher://dailyharbour.example/", "only http and https"),
        ("http://ada:secret@dailyharbour.example/", "user name or password"),
        ("http://@dailyharbour.example/", "user name or password"),
        ("http://dailyharbour.example:22/", "port 22"),
        ("http://dailyharbour.example:99999/", "no address of the web"),
        ("http://[::1/", "no address of the web"),
        ("http:///a", "no host"),
        ("http://daily harbour.example/", "blanks"),
        ("http://dailyharbour.example\\@127.0.0.1/", "backslashes"),
        ("http://dailyharbour.example/\r\nX: 1", "control characters"),
        ("http://" + "a" * 3000, "characters"),
    ],
)
def test_what_is_no_plain_web_address_is_refused(url: str, why: str, fetcher: Fetcher) -> None:
    reject = reject_of(fetcher(url))
    assert reject.code == "refused"
    assert why in reject.reason
    assert "secret" not in reject.origin + (reject.url or "")


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "localhost.",
        "127.1",
        "2130706433",
        "0x7f.0.0.1",
        "0.0.0.0",  # noqa: S104 - it is refused
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[::]",
        "10.0.0.7",
        "192.168.1.1",
        "172.16.3.4",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "[fe80::1]",
        "[fd00:ec2::254]",
        "[ff02::1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "168.63.129.16",
    ],
)
def test_one_s_own_network_is_refused_without_the_flag(host: str, site: Any, clock: Any) -> None:
    site.page("/", PAGE)
    fetcher = Fetcher(Transport(Manners(connect=1, total=2)), clock, clock.sleep)
    reject = reject_of(fetcher(f"http://{host}:{site.port}/"))
    assert reject.code == "refused"
    assert "not on the open internet" in reject.reason
    assert site.asked == []


def test_the_address_that_was_checked_is_the_one_that_is_asked(site: Any, clock: Any) -> None:
    """A name that means another machine at the second look is looked up once for each request."""
    site.page("/a", PAGE)
    looks: list[str] = []

    def resolve(host: str, _port: int) -> list[str]:
        looks.append(host)
        return ["127.0.0.1"]

    manners = Manners(connect=1, total=2)
    fetcher = Fetcher(Transport(manners, allow_private=True, resolve=resolve), clock, clock.sleep, manners)
    item = fetcher(site.url("/a", "harbour.invalid"))
    assert isinstance(item, Item)
    assert looks == ["harbour.invalid"] * 2
    assert [headers["host"] for _, headers in site.asked] == [f"harbour.invalid:{site.port}"] * 2


def test_a_name_that_means_a_public_and_a_private_machine_is_refused(site: Any, clock: Any) -> None:
    transport = Transport(resolve=lambda _host, _port: ["93.184.216.34", "127.0.0.1"])
    reject = reject_of(Fetcher(transport, clock, clock.sleep)(site.url("/", "harbour.invalid")))
    assert (reject.code, site.asked) == ("refused", [])


def test_redirects_are_followed_and_looked_at_again(site: Any, fetcher: Fetcher) -> None:
    site.page("/a", PAGE)
    site.moved("/old", "/older")
    site.moved("/older", site.url("/a"), 301)
    item = fetcher(site.url("/old"))
    assert isinstance(item, Item)
    assert (item.origin, item.url) == (site.url("/old"), site.url("/a"))


@pytest.mark.parametrize(
    "to",
    ["file:///etc/hostname", "ftp://a.example/", "http://u:p@a.example/", "http://a.example:25/", "http://[", "//"],
)
def test_a_redirect_to_no_web_address_is_refused(to: str, site: Any, fetcher: Fetcher) -> None:
    site.moved("/old", to)
    assert reject_of(fetcher(site.url("/old"))).code == "refused"


def test_a_redirect_into_one_s_own_network_is_refused_without_the_flag(site: Any, clock: Any) -> None:
    """The first host counts as public here; the second is loopback by its number."""
    site.moved("/old", site.url("/inside"))
    site.page("/inside", PAGE)

    class Lenient(Transport):
        def send(self, address: Any, headers: Any, *, most: int) -> Any:
            self.allow_private = address.host == "harbour.invalid"
            return super().send(address, headers, most=most)

    transport = Lenient(Manners(), resolve=lambda _host, _port: ["127.0.0.1"])
    reject = reject_of(Fetcher(transport, clock, clock.sleep)(site.url("/old", "harbour.invalid")))
    assert reject.code == "refused"
    assert site.paths() == ["/old"]


def test_a_loop_of_redirects_ends(site: Any, fetcher: Fetcher) -> None:
    site.moved("/a", "/b")
    site.moved("/b", "/a")
    assert "more than 5 redirects" in reject_of(fetcher(site.url("/a"))).reason
    assert len(site.paths()) == 6


def drip(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b".")
        handler.wfile.flush()
        time.sleep(0.05)


def drip_headers(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(100):
        handler.wfile.write(b"X-%d: 1\r\n" % number)
        handler.wfile.flush()
        time.sleep(0.05)


@pytest.mark.parametrize("reply", [drip, drip_headers])
def test_a_server_that_never_ends_is_left(reply: Any, site: Any, clock: Any) -> None:
    site.pages["/a"] = reply
    manners = Manners(total=0.4, read=0.3, tries=1)
    reject = reject_of(Fetcher(Transport(manners, allow_private=True), clock, clock.sleep, manners)(site.url("/a")))
    assert reject.code == "unreachable"
    assert "within 0.4 seconds" in reject.reason


def test_more_than_the_limit_is_not_taken(site: Any, fetcher: Fetcher) -> None:
    site.page("/a", b"a" * 200_000)
    assert reject_of(fetcher(site.url("/a"))).code == "too-large"


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress, lambda data: zlib.compress(data)[2:-4]])
def test_packed_content_is_unpacked(pack: Any, site: Any, fetcher: Fetcher) -> None:
    coding = "gzip" if pack is gzip.compress else "deflate"
    site.page("/a", pack(PAGE), Content_Encoding=coding)
    assert fetcher(site.url("/a")).data == PAGE


@pytest.mark.parametrize(
    ("body", "coding", "code"),
    [
        (gzip.compress(b"a" * 10_000_000, mtime=0), "gzip", "too-large"),
        (gzip.compress(PAGE, mtime=0)[:-12], "gzip", "bad-archive"),
        (PAGE, "gzip", "bad-archive"),
        (PAGE, "br", "not-text"),
        (PAGE, "gzip, gzip", "not-text"),
    ],
)
def test_bombs_and_broken_packing_are_rejects(body: bytes, coding: str, code: str, site: Any, fetcher: Fetcher) -> None:
    site.page("/a", body, Content_Encoding=coding)
    assert reject_of(fetcher(site.url("/a"))).code == code


def test_pictures_are_not_taken(site: Any, fetcher: Fetcher) -> None:
    site.page("/a.png", b"\x89PNG" * 100, media="image/png")
    assert reject_of(fetcher(site.url("/a.png"))).code == "not-text"


@pytest.mark.parametrize("status", [401, 403, 404, 410, 418])
def test_an_answer_without_a_page_is_a_reject(status: int, site: Any, fetcher: Fetcher) -> None:
    site.page("/a", PAGE, status=status)
    assert str(status) in reject_of(fetcher(site.url("/a"))).reason


def test_what_has_not_changed_is_not_sent_again(site: Any, fetcher: Fetcher) -> None:
    def reply(handler: BaseHTTPRequestHandler) -> None:
        same = handler.headers.get("If-None-Match") == '"7"'
        handler.send_response(304 if same else 200)
        handler.send_header("ETag", '"7"')
        handler.send_header("Last-Modified", "Sat, 09 Mar 2024 10:00:00 GMT")
        handler.send_header("Content-Length", "0" if same else str(len(PAGE)))
        handler.end_headers()
        handler.wfile.write(b"" if same else PAGE)

    site.pages["/a"] = reply
    first = fetcher.fetch(site.url("/a"))
    assert isinstance(first.found, Item)
    assert (first.visit.etag, first.visit.modified) == ('"7"', "Sat, 09 Mar 2024 10:00:00 GMT")
    second = fetcher.fetch(site.url("/a"), first.visit)
    assert second.found is None
    assert site.asked[-1][1]["if-modified-since"] == "Sat, 09 Mar 2024 10:00:00 GMT"


def test_a_busy_server_is_asked_again_after_the_time_it_names(site: Any, fetcher: Fetcher, clock: Any) -> None:
    answers = iter([429, 503, 200])

    def reply(handler: BaseHTTPRequestHandler) -> None:
        status = next(answers)
        handler.send_response(status)
        if status == 429:
            handler.send_header("Retry-After", "7")
        handler.send_header("Content-Length", str(len(PAGE)))
        handler.end_headers()
        handler.wfile.write(PAGE)

    site.pages["/a"] = reply
    assert isinstance(fetcher(site.url("/a")), Item)
    assert clock.naps == [2.0, 7.0, 4.0]


def test_a_server_that_stays_busy_is_left_for_long(site: Any, fetcher: Fetcher, clock: Any) -> None:
    site.page("/a", status=503)
    outcome = fetcher.fetch(site.url("/a"))
    assert reject_of(outcome.found).code == "busy"
    assert len(site.paths()) == fetcher.manners.tries
    assert outcome.visit.failures == 1
    assert outcome.visit.not_before == clock.now + fetcher.manners.patience
    again = fetcher.fetch(site.url("/a"), outcome.visit)
    assert reject_of(again.found).code == "waiting"
    assert len(site.paths()) == fetcher.manners.tries


@pytest.mark.parametrize("words", ["3600", "Sat, 09 Mar 2024 17:00:00 GMT"])
def test_a_long_wait_is_left_to_the_caller(words: str, site: Any, fetcher: Fetcher, clock: Any) -> None:
    site.page("/a", status=429, Retry_After=words)
    outcome = fetcher.fetch(site.url("/a"))
    assert len(site.paths()) == 1
    assert 3500 < outcome.visit.not_before - clock.now <= 3600


@pytest.mark.parametrize("words", ["soon", "-5", "1e9", "٣", "Sat, 99 Mar 2024"])
def test_a_wait_that_is_none_is_passed_over(words: str, site: Any, fetcher: Fetcher) -> None:
    site.page("/a", status=429, Retry_After=words.encode().decode("latin-1"))
    assert reject_of(fetcher(site.url("/a"))).code == "busy"
    assert len(site.paths()) == fetcher.manners.tries


def test_robots_txt_is_read_once_and_honoured(site: Any, fetcher: Fetcher, clock: Any) -> None:
    site.page("/robots.txt", b"User-agent: *\nDisallow: /live/\nCrawl-delay: 5\n", media="text/plain")
    site.page("/live/a", PAGE)
    site.page("/a", PAGE)
    assert reject_of(fetcher(site.url("/live/a"))).code == "robots"
    assert isinstance(fetcher(site.url("/a")), Item)
    assert isinstance(fetcher(site.url("/a?page=2")), Reject)
    assert [path for path, _ in site.asked] == ["/robots.txt", "/a", "/a?page=2"]
    assert clock.naps == [5.0, 5.0]


def test_robots_txt_of_where_a_redirect_leads_counts_too(site: Any, fetcher: Fetcher) -> None:
    site.page("/robots.txt", b"User-agent: rashomon\nDisallow: /closed\n", media="text/plain")
    site.moved("/a", "/closed/a")
    site.page("/closed/a", PAGE)
    assert reject_of(fetcher(site.url("/a"))).code == "robots"
    assert site.paths() == ["/a"]


@pytest.mark.parametrize(("status", "arrives"), [(404, True), (403, True), (500, False), (503, False)])
def test_a_site_whose_robots_txt_is_out_of_order_is_left(
    status: int, arrives: bool, site: Any, fetcher: Fetcher
) -> None:
    site.page("/robots.txt", b"", status=status)
    site.page("/a", PAGE)
    assert isinstance(fetcher(site.url("/a")), Item) is arrives


def test_a_host_is_asked_one_at_a_time_with_a_gap(site: Any, fetcher: Fetcher, clock: Any) -> None:
    for name in "abc":
        site.page(f"/{name}", PAGE)
        fetcher(site.url(f"/{name}"))
    assert clock.naps == [fetcher.manners.gap] * 3


def test_a_machine_that_is_not_there_is_a_reject(site: Any, clock: Any) -> None:
    manners = Manners(connect=0.5, total=1, tries=1)
    fetcher = Fetcher(Transport(manners, allow_private=True), clock, clock.sleep, manners)
    assert reject_of(fetcher("http://127.0.0.1:1024/")).code in {"unreachable", "robots"}
    nowhere = Transport(manners, allow_private=True, resolve=lambda _host, _port: [])
    assert reject_of(Fetcher(nowhere, clock, clock.sleep, manners)(site.url("/"))).code == "refused"


def raw(data: bytes) -> object:
    return lambda handler: handler.wfile.write(data)


@pytest.mark.parametrize(
    "data",
    [
        b"nonsense",
        b"HTTP/1.1 200\r\nContent-Length: x\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\nshort",
        b"HTTP/1.1 302 Found\r\nLocation: \xff\xfe\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: \r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: " + b"a" * 200_000 + b"\r\n\r\n",
        b"",
    ],
)
def test_a_server_that_speaks_nonsense_is_a_reject(data: bytes, site: Any, fetcher: Fetcher) -> None:
    site.pages["/a"] = raw(data)
    assert isinstance(fetcher(site.url("/a")), Reject)


def test_a_visit_knows_nothing_at_first() -> None:
    assert Visit() == Visit("", "", "", 0, 0.0, ())


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key and a certificate for harbour.invalid, signed by itself."""
    if not shutil.which("openssl"):
        pytest.skip("no openssl to make a certificate with")
    path = tmp_path_factory.mktemp("tls") / "harbour.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", path, "-out", f"{path}.crt",
               "-subj", "/CN=harbour.invalid", "-addext", "subjectAltName=DNS:harbour.invalid", "-days", "2"]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    path.write_bytes(path.read_bytes() + Path(f"{path}.crt").read_bytes())
    return path


@pytest.mark.parametrize(("host", "arrives"), [("harbour.invalid", True), ("quay.invalid", False)])
def test_an_encrypted_connection_is_checked_by_the_host_s_name(
    host: str, arrives: bool, certificate: Path, clock: Any
) -> None:
    """The connection goes to the address that was looked up, the certificate has to be the host's."""
    named: list[str | None] = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    context.sni_callback = lambda _socket, name, _context: named.append(name)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(PAGE)))
            self.end_headers()
            self.wfile.write(PAGE)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    class Server(HTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """Say nothing of a guest who does not like the certificate."""

    server = Server(("127.0.0.1", 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        manners = Manners(connect=2, total=3, tries=1)
        transport = Transport(manners, allow_private=True, resolve=lambda _host, _port: ["127.0.0.1"])
        transport.tls.load_verify_locations(certificate)
        found = Fetcher(transport, clock, clock.sleep, manners)(f"https://{host}:{server.server_address[1]}/a")
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
    assert isinstance(found, Item) is arrives
    assert set(named) == {host}
