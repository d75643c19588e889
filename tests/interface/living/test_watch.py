"""Feeds on a server of the test's own, asked twice."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from rashomon.intake.web import Fetcher, Manners, Transport
from rashomon.interface.living import watch

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Copper Wire</title>{}</channel></rss>"""
ENTRY = "<item><guid isPermaLink='false'>{}</guid><title>{}</title><description>{}</description><pubDate>Sat, 06 May 2023 10:00:00 GMT</pubDate></item>"
NEWS = (
    (
        "1",
        "Shaft collapse kills two",
        "Two people were killed when a shaft collapsed near Kitwe on Friday, police said.",
    ),
    (
        "2",
        "Shaft collapse kills five",
        "Five people were killed when a shaft collapsed near Kitwe on Friday, police said on Sunday.",
    ),
)
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def feed() -> Iterator[tuple[str, list[int]]]:
    """A feed's address, and how many entries it has."""
    many = [1]

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = (
                FEED.format("".join(ENTRY.format(*one) for one in NEWS[: many[0]])).encode()
                if self.path == "/feed"
                else b""
            )
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "application/rss+xml")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/feed", many
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def naps(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A fetcher whose waiting takes no time, and how long it waited; somebody stops it on the second wait for a round."""
    now, naps = [1.0], list[float]()

    def wait(seconds: float) -> None:
        now[0] += seconds
        naps.append(seconds)
        if sum(nap > 100 for nap in naps) == 2:
            raise KeyboardInterrupt

    def made(*, allow_private: bool) -> Fetcher:
        return Fetcher(Transport(allow_private=allow_private), lambda: now[0], wait, Manners())

    monkeypatch.setattr(watch, "fetcher", made)
    return naps


def test_feeds_are_asked_over_and_over_until_somebody_stops_it(
    fresh: Path, run: Run, feed: tuple[str, list[int]], naps: list[float]
) -> None:
    code, out, err = run("watch", feed[0], "--every", "1h", "--allow-private", "--feed-only")
    assert (code, err) == (0, "rashomon: stopped\n")
    assert out.startswith("1 new report\n  new event")
    assert out.endswith("0 new reports\n")
    assert [round(nap / 60) for nap in naps if nap > 100] == [60, 60]
    assert (fresh / "rashomon.db").is_file()


@pytest.mark.parametrize("given", ["900", "30s", "often", "-15m", "1h15", "900d", "", "٣m"])
def test_what_is_no_pause_is_refused(fresh: Path, run: Run, given: str) -> None:
    code, _, err = run("watch", "https://copperwire.example/feed", "--once", "--every", given)
    assert code == 2
    assert "length of time" in err or "out of bounds" in err
    assert not (fresh / "rashomon.db").exists()


@pytest.mark.usefixtures("naps")
def test_a_feed_is_asked_for_what_is_new_and_remembered(fresh: Path, run: Run, feed: tuple[str, list[int]]) -> None:
    url, many = feed
    code, out, err = run("watch", url, "--once", "--allow-private")
    assert (code, err) == (0, "")
    assert out.startswith("1 new report\n  new event")
    assert run("watch", url, "--once", "--allow-private") == (0, "0 new reports\n", "")
    many[0] = 2
    out = run("watch", url, "--once", "--allow-private", "--feed-only")[1]
    assert out.startswith("1 new report\n  grown")
    assert run("verify")[0] == 0
    assert (fresh / "rashomon.db").is_file()


def test_one_s_own_network_is_not_asked_without_leave(fresh: Path, run: Run, feed: tuple[str, list[int]]) -> None:
    code, out, err = run("watch", feed[0], "--once")
    assert code == 2, "no feed could be read"
    assert out == "0 new reports, 1 set aside\n"
    assert "127.0.0.1" in err
    assert (fresh / "rashomon.db").is_file()
