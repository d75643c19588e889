"""Rules for how long and how often: "for three days", "a two-week siege", "every month"."""

from __future__ import annotations

from rashomon.extract.times.grammar import DURATION, SET, Found, Rule, Timing
from rashomon.extract.times.relative import QTY, how_many, period

UNIT = "(?P<unit>UNIT|UNITS)"
RANGE = "(?:(?:TO|OR|DASH) NUM)?"


def is_age(found: Found) -> bool:
    """Say whether the words tell an age: "16-year-old", "five years old", "aged 7 months", "ten years of age"."""
    after = [found.kind_at(0), found.kind_at(1)]
    before = found.kind_at(-1)
    return (
        after[0] == "OLD"
        or (after[0] in {"DASH", "OF"} and after[1] == "OLD")
        or before == "OLD"
        or (before == "OF" and found.kind_at(-2) == "OLD")
    )


def a_duration(found: Found) -> Timing | None:
    """Read "three days", "two-week", "a year and a half", "half an hour"."""
    count, code = how_many(found), found.code("unit")
    if is_age(found) or (count == 0):
        return None
    if found.has("one") and found.kind_at(0) == "DASH":
        return None
    if code == "Q" and (
        not found.has("n")
        or found.kind_at(-1) == "DASH"
        or found.kind_at(0) == "OF"
        or found.match.end("n") + 1 != found.last
    ):
        return None
    if count is not None and count >= 1000 and found.kind_of("n") == "YEAR":
        return None
    if found.has("half") and count is not None:
        return Timing(with_half(code, count), DURATION)
    if (
        found.has("one")
        and found.kind_at(-1) in {"NUM", "DOT", "SCALE", "OTHER"}
        and code == "D"
        and found.kind_at(0) == "DOT"
    ):
        return Timing(period(code, count), SET)
    return Timing(period(code, count), DURATION)


def with_half(code: str, count: int) -> str:
    """Return a period and a half: "two and a half years" is P2Y6M."""
    halves = {"Y": "6M", "H": "30M", "MI": "30S", "D": "T12H"}
    half = halves.get(code)
    return f"{period(code, count)}{half}" if half else period(code, count).replace(str(count), f"{count}.5")


def half_a_unit(found: Found) -> Timing | None:
    """Read "half an hour", "half a year"."""
    halves = {"Y": "P6M", "H": "PT30M", "D": "PT12H", "MI": "PT30S", "E": "P5Y", "C": "P50Y"}
    return Timing(halves[found.code("unit")], DURATION) if found.code("unit") in halves and not is_age(found) else None


def bare_units(found: Found) -> Timing | None:
    """Read a plural without a number: "for years", "several months", "hours of shelling"."""
    loose = {"S", "MI"} if not found.has("few") else set[str]()
    if found.kind_at(0) == "OF" and (found.kind_at(-1) == "PART" or found.kind_at(-1) == "MOD"):
        return None  # "in the early morning hours of Monday": a part of that day
    if is_age(found) or found.code("unit") in loose | {"Q"} or found.kind_at(-1) == "DASH":
        return None
    if (
        not found.has("few")
        and found.kind_at(-1) not in {"FOR", "IN", "AFTER", "TO"}
        and found.kind_at(0) not in {"BEFORE", "AFTER", "OF"}
    ):
        return None
    return Timing(period(found.code("unit"), None), DURATION)


def the_units(found: Found) -> Timing | None:
    """Read "the first two years", "the nine months"."""
    return None if is_age(found) else Timing(period(found.code("unit"), how_many(found)), DURATION)


def nth_day(found: Found) -> Timing | None:
    """Read "for the third day", "for a second consecutive week": as long as its number."""
    number = found.number("ord")
    return (
        Timing(period(found.code("unit"), number), DURATION)
        if number and found.code("unit") in {"D", "W", "M", "Y"}
        else None
    )


def every(found: Found) -> Timing | None:
    """Read "every day", "each month", "every two weeks", "per year"."""
    count = found.amount("n") if found.has("n") else found.number("ord") or 1
    return Timing(period(found.code("unit"), count) if found.code("unit") != "Q" else f"P{count}Q", SET)


def every_part(found: Found) -> Timing | None:
    """Read "every night", "each summer", "every March"."""
    if found.has("part"):
        return Timing(f"XXXX-XX-XXT{found.code('part')}", SET)
    return Timing(f"XXXX-{found.code('season')}" if found.has("season") else f"XXXX-{found.number('month'):02d}", SET)


def how_often(found: Found) -> Timing | None:
    """Read "daily", "weekly", "annually"."""
    return Timing(found.code("often"), SET)


RULES = (
    Rule("duration", f"ABOUT? (?:THE (?:LATEST|ORD)?)? {QTY} {RANGE} (?:DASH|MORE)? MORE? {UNIT} (?:(?P<half>AND AN HALF))?", a_duration),
    Rule("duration-half", f"ABOUT? {QTY} (?P<half>AND AN HALF|NUM SLASH NUM) DASH? {UNIT}", a_duration),
    Rule("half-unit", "ABOUT? HALF (?:AN|DASH) (?P<unit>UNIT)", half_a_unit),
    Rule("some-units", "ABOUT? (?:AN? (?P<few>FEW|DOZEN) OF?)? (?P<unit>UNITS)", bare_units),
    Rule("the-units", f"THE (?:ORD|LATEST|LAST|NEXT|MORE) {QTY} MORE? (?P<unit>UNITS)", the_units),
    Rule("nth-day", "FOR (?:AN|THE) (?P<ord>ORD) MORE? (?P<unit>UNIT) (?:RUNNING|IN AN OTHER)?", nth_day),
    Rule("every", "(?:EVERY|PER) (?:(?P<n>NUM)|(?P<ord>ORD))? (?P<unit>UNIT|UNITS)", every),
    Rule("every-part", "EVERY (?:(?P<part>PART)|(?P<season>SEASON)|(?P<month>MONTH))", every_part),
    Rule("how-often", "(?P<often>SETWORD)", how_often),
)  # fmt: skip
