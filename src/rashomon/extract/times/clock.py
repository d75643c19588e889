"""Rules for the time of day: "3:30 pm", "noon Saturday", "around midnight"."""

from __future__ import annotations

import re
from datetime import date

from rashomon.extract.times.dates import yearless
from rashomon.extract.times.days import weekday_of
from rashomon.extract.times.grammar import SENTENCE_WINDOW, TIME, UNKNOWN_DAY, Found, Rule, Timing
from rashomon.lexicon.calendar import make_day, shift
from rashomon.model import Basis, Grain, TimeSpan

FOUR_DIGITS = re.compile(r"([01]\d|2[0-3])([0-5]\d)", re.ASCII)
ON = "COMMA? ON?"
DAY = (
    f"(?:{ON} (?:(?P<weekday>WEEKDAY)|(?P<relative>RELDAY)"
    "|(?:WEEKDAY COMMA?)? (?:(?P<month>MONTH) ABBR? (?P<day>NUM|ORD)|(?P<day2>NUM|ORD) (?P<month2>MONTH) ABBR?) (?:COMMA? (?P<year>YEAR))?))?"
)
ZONE = "(?:LOCAL CLOCKTIME|LPAREN? ZONE RPAREN?)?"
BEFORE = "(?:AT|ABOUT){0,2}"


def clock_time(found: Found) -> Timing | None:
    """Read "3:30 pm", "7.15 p.m. Wednesday", "0530 GMT", "noon Saturday"."""
    clock = hour_minute(found)
    if clock is None:
        return None
    day, basis = clock_day(found)
    if day is None:
        return Timing(f"{UNKNOWN_DAY}T{clock}", TIME)
    return Timing(f"{day.isoformat()}T{clock}", TIME, TimeSpan(day, day, Grain.HOUR, basis), day)


def hour_minute(found: Found) -> str | None:
    """Return "15:30" of what the words say, None where no clock shows it."""
    if found.has("noon"):
        return found.code("noon")
    text = found.line.word(found.place("clock"))
    digits = FOUR_DIGITS.fullmatch(text)
    hour, minute = digits.groups() if digits else (*re.split(r"[:.]", text), "00")[:2]
    if not (hour.isascii() and hour.isdecimal() and minute.isdecimal()):
        hour, minute = str(found.number("clock")), "00"
    return day_hour(int(hour), int(minute), found.code("half"))


def day_hour(hour: int, minute: int, half: str) -> str | None:
    """Return the hour of the day for "am" and "pm"; None beyond the clock."""
    if half and not 0 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return f"{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None


def clock_day(found: Found) -> tuple[date | None, Basis]:
    """Return the day of a clock time: the one beside it, else the one named last in its sentence."""
    basis = found.reference.basis
    if found.has("weekday"):
        return weekday_of(found, found.number("weekday"), None), basis
    if found.has("relative"):
        return (shift(found.day, found.number("relative")) if found.day else None), basis
    month, number = found.number("month") or found.number("month2"), found.number("day") or found.number("day2")
    if month and found.has("year"):
        return make_day(found.number("year"), month, number), Basis.EXPLICIT
    if month:
        return yearless(found, month, number), Basis.EXPLICIT
    return day_before(found), basis


def day_before(found: Found) -> date | None:
    """Return the day named last in the same sentence."""
    last, course = found.course.last, found.course
    if last is None or last.timespan is None or last.timespan.grain not in {Grain.DAY, Grain.HOUR}:
        return None
    if found.first - course.index > SENTENCE_WINDOW:
        return None
    between = (found.line.kind(index) for index in range(course.index, found.first))
    return None if any(kind in {"DOT", "BREAK"} for kind in between) else last.anchor


RULES = (
    Rule("clock", f"{BEFORE} (?P<clock>CLOCK|NUM|DIGITS) (?P<half>AMPM) {ZONE} {DAY}", clock_time),
    Rule("clock-24", f"{BEFORE} (?P<clock>CLOCK|DIGITS|YEAR) (?:OCLOCK|ZONE|LPAREN? (?:ZONE|LOCAL CLOCKTIME) RPAREN?|CLOCKTIME) {DAY}", clock_time),
    Rule("clock-at", f"(?:AT|ABOUT) (?:AT|ABOUT)? (?P<clock>CLOCK) {DAY}", clock_time),
    Rule("oclock", f"{BEFORE} (?P<clock>NUM) OCLOCK (?P<half>AMPM)? {DAY}", clock_time),
    Rule("noon", f"{BEFORE} (?P<noon>NOON) {ZONE} {DAY}", clock_time),
)  # fmt: skip
