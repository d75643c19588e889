"""robots.txt as RFC 9309 has it: which paths of a site a guest may ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote_to_bytes

ANYBODY = "*"
MOST_RULES = 10_000
SAFE = "/%:@!$&'()*+,;=~?-._"


@dataclass(frozen=True, slots=True)
class Rule:
    """A path pattern that is allowed or not; ``*`` stands for anything, a closing ``$`` for the end."""

    pattern: str
    allowed: bool

    def fits(self, target: str) -> bool:
        """Say whether the pattern fits how a path and query begin."""
        ends = self.pattern.endswith("$")
        first, *rest = (self.pattern[:-1] if ends else self.pattern).split("*")
        if not target.startswith(first):
            return False
        at = len(first)
        for number, piece in enumerate(rest, 1):
            if ends and number == len(rest):
                return target.endswith(piece) and len(target) - len(piece) >= at
            found = target.find(piece, at)
            if found < 0:
                return False
            at = found + len(piece)
        return not ends or at == len(target)


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules that hold for us on one site, and the seconds it asks to leave between requests."""

    rules: tuple[Rule, ...] = ()
    delay: float | None = None

    def allows(self, target: str) -> bool:
        """Say whether a path and query may be asked for: the longest pattern that fits decides, and of two as long the allowing."""
        path = normal(target)
        if path == "/robots.txt":
            return True
        fitting = [rule for rule in self.rules if rule.fits(path)]
        return max(((len(rule.pattern), rule.allowed) for rule in fitting), default=(0, True))[1]


OPEN = Robots()
"""A site without a robots.txt: everything is allowed."""
CLOSED = Robots((Rule("/", allowed=False),))
"""A site whose robots.txt is out of reach: nothing is allowed until it can be read."""


def parse_robots(text: str, name: str) -> Robots:
    r"""Return the rules for a guest of this name: those of all groups that name it, else those for anybody.

    >>> parse_robots("User-agent: *\nDisallow: /live/", "rashomon").allows("/live/a")
    False
    """
    ours: list[tuple[str, str]] = []
    general: list[tuple[str, str]] = []
    named = False
    for agents, lines in groups(text):
        if name.lower() in agents:
            named = True
            ours += lines
        elif ANYBODY in agents:
            general += lines
    return robots_of(ours if named else general)


def groups(text: str) -> Iterator[tuple[set[str], list[tuple[str, str]]]]:
    """Yield each group of lines with the names it speaks to; names in a row open one group."""
    agents: set[str] = set()
    lines: list[tuple[str, str]] = []
    for key, value in fields(text):
        if key == "user-agent":
            if lines:
                yield agents, lines
                agents, lines = set(), []
            agents.add(value.lower().split("/")[0].strip())
        elif agents and key in {"allow", "disallow", "crawl-delay"}:
            lines.append((key, value))
    if agents:
        yield agents, lines


def fields(text: str) -> Iterator[tuple[str, str]]:
    """Yield the lines of a robots.txt as names and values, without remarks."""
    for line in text.removeprefix("\ufeff").replace("\r", "\n").split("\n"):
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield key.strip().lower(), value.strip()


def robots_of(lines: list[tuple[str, str]]) -> Robots:
    """Return lines as rules; an empty pattern says nothing."""
    rules = [Rule(normal(value), key == "allow") for key, value in lines if key != "crawl-delay" and value]
    delays = [delay for key, value in lines if key == "crawl-delay" and (delay := seconds(value)) is not None]
    return Robots(tuple(rules[:MOST_RULES]), max(delays, default=None))


def seconds(words: str) -> float | None:
    """Return a number of seconds, or None where it is none."""
    try:
        found = float(words)
    except ValueError:
        return None
    return found if 0 <= found < 1e6 else None


def normal(path: str) -> str:
    """Return a path with each letter quoted in one way, so that patterns and paths compare."""
    return quote(
        unquote_to_bytes(path.replace("%2F", "%252F").replace("%2f", "%252F")), safe=SAFE.replace("%", "") + "%"
    )
