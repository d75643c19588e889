"""A call that does not come back keeps nobody waiting."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest

from rashomon.intake import Reject
from rashomon.intake.web import Fetcher, Manners, Transport
from rashomon.intake.web.address import parse
from rashomon.intake.web.patience import TooSlow, within
from rashomon.intake.web.transport import Unreachable


class Silent:
    """Who looks names up and never answers until told to."""

    def __init__(self) -> None:
        self.told, self.asked = threading.Event(), list[str]()

    def __call__(self, host: str, _port: int) -> list[str]:
        """Wait."""
        self.asked.append(host)
        self.told.wait()
        return ["127.0.0.1"]


@pytest.fixture
def silent() -> Iterator[Silent]:
    """A silent name service, told to speak when the test is over."""
    made = Silent()
    yield made
    made.told.set()


def test_what_a_call_returns_or_raises_is_handed_on() -> None:
    assert within(60.0, lambda: 7) == 7
    with pytest.raises(OSError, match="no such host"):
        within(60.0, lambda: broken("no such host"))


def broken(words: str) -> int:
    raise OSError(words)


@pytest.mark.parametrize("seconds", [0.01, 0.0, -1.0])
def test_a_call_that_does_not_come_back_is_left_behind(silent: Silent, seconds: float) -> None:
    with pytest.raises(TooSlow):
        within(seconds, lambda: silent("copperwire.example", 80))
    left = [thread for thread in threading.enumerate() if thread.name == "rashomon-waits"]
    assert all(thread.daemon for thread in left), "it must not keep the program from ending"


def test_a_name_that_nobody_looks_up_in_time_is_out_of_reach(silent: Silent) -> None:
    transport = Transport(Manners(connect=0.01), resolve=silent)
    with pytest.raises(
        Unreachable, match=r"nobody said within \S+ seconds where the host 'copperwire.example' is"
    ) as caught:
        transport.send(parse("http://copperwire.example/a"), {}, most=1000)
    assert caught.value.passing, "another time it may be known"


def test_it_is_tried_again_and_then_told_of(silent: Silent, clock: Any) -> None:
    manners = Manners(connect=0.01, tries=2)
    fetcher = Fetcher(Transport(manners, resolve=silent), clock, clock.sleep, manners)
    found = fetcher("http://copperwire.example/a")
    assert isinstance(found, Reject)
    assert found.code == "robots", "its robots.txt is out of reach"
    assert silent.asked == ["copperwire.example"] * 2
