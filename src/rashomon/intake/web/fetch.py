"""One address fetched as a polite guest does: robots.txt first, one request at a time, redirects looked at again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Protocol

from rashomon.intake.item import Item, Reject
from rashomon.intake.limits import size
from rashomon.intake.web.address import Address, Refused, bare, join, parse
from rashomon.intake.web.manners import NAME, POLITE, Manners
from rashomon.intake.web.robots import CLOSED, OPEN, Robots, parse_robots
from rashomon.intake.web.transport import Answer, Unreachable
from rashomon.intake.web.visits import NEVER, Visit

ACCEPT = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5"}
MOVED = frozenset({301, 302, 303, 307, 308})
BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
SAME, FINE, GONE = 304, 200, 410
MOST_ROBOTS_MOVES = 5
NEVER_ASKED = float("-inf")


class Sender(Protocol):
    """What sends a request: ``Transport``, or a stand-in for tests."""

    def send(self, address: Address, headers: Mapping[str, str], *, most: int) -> Answer:
        """Return the answer to a request."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an address yielded: an item, a reject, or None where nothing has changed; and the visit to remember.

    The visit is for the caller to keep once the item is safe: the next visit asks only for what is new.
    """

    found: Item | Reject | None
    visit: Visit


@dataclass
class Fetcher:
    """Fetches addresses, one at a time.

    ``clock`` returns the time in seconds since 1970, ``sleep`` waits; both are given, so that nothing here reads a clock.
    """

    sender: Sender
    clock: Callable[[], float]
    sleep: Callable[[float], None]
    manners: Manners = POLITE
    robots: dict[str, tuple[float, Robots]] = field(default_factory=dict)
    asked: dict[str, float] = field(default_factory=dict)

    def __call__(self, url: str) -> Item | Reject | None:
        """Return what stands at an address now."""
        return self.fetch(url).found

    def fetch(self, url: str, visit: Visit = NEVER) -> Outcome:
        """Return what stands at an address, unless it is as it was at the last visit."""
        shown = bare(url)
        if self.clock() < visit.not_before:
            wait = visit.not_before - self.clock()
            return Outcome(Reject(shown, "waiting", f"not asked again for {wait:.0f} seconds", url=shown), visit)
        try:
            return self.arrived(parse(url), shown, visit)
        except Refused as problem:
            return Outcome(Reject(shown, "refused", str(problem), url=shown), self.failed(visit, None))
        except Unreachable as problem:
            passing = self.failed(visit, None) if problem.passing else visit
            return Outcome(Reject(shown, problem.code, str(problem), url=shown), passing)

    def arrived(self, address: Address, shown: str, visit: Visit) -> Outcome:
        """Return what the address yields, over its redirects."""
        for _ in range(self.manners.redirects + 1):
            if not self.rules_of(address).allows(address.target):
                reason = f"robots.txt of {address.site} does not allow it, or could not be read"
                return Outcome(Reject(shown, "robots", reason, url=shown), self.failed(visit, None))
            answer = self.asked_for(address, validators(address, visit))
            if answer.status not in MOVED or "location" not in answer.headers:
                return self.outcome(answer, address, shown, visit)
            address = join(address, answer.headers["location"])
        raise Refused(f"more than {self.manners.redirects} redirects")

    def outcome(self, answer: Answer, address: Address, shown: str, visit: Visit) -> Outcome:
        """Return what an answer means."""
        now = self.clock()
        if answer.status == SAME and validators(address, visit):
            return Outcome(None, replace(visit, failures=0, not_before=0.0))
        if answer.status in BUSY:
            reason = f"the server answers {answer.status}: busy or out of order"
            return Outcome(Reject(shown, "busy", reason, url=shown), self.failed(visit, retry_after(answer, now)))
        if answer.status != FINE:
            code = "gone" if answer.status == GONE else "no-page"
            return Outcome(
                Reject(shown, code, f"the server answers {answer.status}", url=shown), self.failed(visit, None)
            )
        if answer.cut:
            reason = f"more than {size(self.manners.most_bytes)}, which is as much as is taken from the web"
            return Outcome(Reject(shown, "too-large", reason, url=shown), visit)
        media = answer.headers.get("content-type", "")[:200] or None
        if not answer.data:
            reason = f"no content that can be read ({media or 'of no type'})"
            return Outcome(Reject(shown, "not-text", reason, url=shown), visit)
        captured = datetime.fromtimestamp(now, UTC).isoformat(timespec="seconds")
        item = Item(shown, answer.data, address.url, captured, media)
        etag, modified = (answer.headers.get(name, "")[:500] for name in ("etag", "last-modified"))
        return Outcome(item, replace(visit, url=address.url, etag=etag, modified=modified, failures=0, not_before=0.0))

    def failed(self, visit: Visit, wait: float | None) -> Visit:
        """Return a visit that failed once more, and when to come back."""
        failures = visit.failures + 1
        longest = self.manners.longest_backoff
        pause = min(max(wait or 0.0, self.manners.wait(failures, self.manners.patience)), longest)
        return replace(visit, failures=failures, not_before=self.clock() + pause)

    def asked_for(self, address: Address, headers: Mapping[str, str], most: int | None = None) -> Answer:
        """Return the answer of a server, tried again after a while where it is busy or out of reach.

        A wait longer than is bearable is left to the caller: the busy answer comes back.
        """
        for attempt in range(1, self.manners.tries + 1):
            last = attempt == self.manners.tries
            wait = self.manners.wait(attempt)
            self.take_turn(address)
            try:
                answer = self.sender.send(address, {**ACCEPT, **headers}, most=most or self.manners.most_bytes)
            except Unreachable as problem:
                if last or not problem.passing:
                    raise
            else:
                wait = max(wait, retry_after(answer, self.clock()) or 0.0)
                if answer.status not in BUSY or last or wait > self.manners.patience:
                    return answer
            finally:
                self.asked[address.host] = self.clock()
            self.sleep(wait)
        raise Unreachable("not tried")

    def take_turn(self, address: Address) -> None:
        """Wait until a host may be asked again."""
        _, robots = self.robots.get(address.site, (0.0, OPEN))
        gap = min(max(self.manners.gap, robots.delay or 0.0), self.manners.longest_gap)
        wait = self.asked.get(address.host, NEVER_ASKED) + gap - self.clock()
        if wait > 0:
            self.sleep(wait)

    def rules_of(self, address: Address) -> Robots:
        """Return what a site's robots.txt allows; read once, and again when it has grown old."""
        until, robots = self.robots.get(address.site, (NEVER_ASKED, OPEN))
        if self.clock() >= until:
            robots = self.read_robots(replace(address, target="/robots.txt"))
            lasts = self.manners.closed_for if robots is CLOSED else self.manners.robots_for
            self.robots[address.site] = (self.clock() + lasts, robots)
        return robots

    def read_robots(self, address: Address) -> Robots:
        """Return the rules of a robots.txt: all is allowed where there is none, nothing where it is out of reach."""
        try:
            for _ in range(MOST_ROBOTS_MOVES + 1):
                answer = self.asked_for(address, {}, self.manners.robots_bytes)
                if answer.status not in MOVED or "location" not in answer.headers:
                    break
                address = join(address, answer.headers["location"])
        except Unreachable:
            return CLOSED
        if answer.status == FINE:
            return parse_robots(answer.data.decode("utf-8", "replace"), NAME)
        return CLOSED if answer.status in BUSY or answer.status >= 500 else OPEN


def validators(address: Address, visit: Visit) -> dict[str, str]:
    """Return the headers that ask only for what is new, where the last answer came from this very address."""
    if address.url != visit.url:
        return {}
    pairs = {"If-None-Match": visit.etag, "If-Modified-Since": visit.modified}
    return {name: value for name, value in pairs.items() if value and value.isascii() and value.isprintable()}


def retry_after(answer: Answer, now: float) -> float | None:
    """Return how many seconds a server asks to be left alone: a number, or the time until a date."""
    words = answer.headers.get("retry-after", "").strip()
    if words.isascii() and words.isdigit():
        return float(words[:9])
    try:
        return max(0.0, parsedate_to_datetime(words).timestamp() - now) if words else None
    except (ValueError, TypeError, IndexError, OverflowError, OSError):
        return None
