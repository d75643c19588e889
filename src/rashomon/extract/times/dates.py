"""Rules for dates that name themselves: days, months, years, decades, and runs of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from rashomon.extract.times.grammar import (
    DATE,
    Found,
    Rule,
    Timing,
    day_timing,
    days_timing,
    month_timing,
)  # fmt: skip
from rashomon.lexicon.calendar import make_day, nearest_after, nearest_before, slashed_days
from rashomon.lexicon.dates import DAY, MONTH, WEEKDAY_BEFORE, YEAR
from rashomon.model import Basis, Grain, TimeSpan

PART_BEFORE = "(?:THE? (?P<part>PART) OF)? (?:THIS|LAST|NEXT)?"
MOD = "(?:THE? MOD (?:DASH|OF)?)?"
DAYS = "(?P<day>NUM|ORD) (?:DASH|AND|TO) (?:THE)? (?P<day2>NUM|ORD)"
RELATIVE_YEAR = "(?P<relative>LAST|THIS|NEXT|PAST) (?P<unit>UNIT)"
LONG_AGO = 300
"""Days: a date without a year whose last return is as long ago means the next one; news would name the year."""

STEPS = {"LAST": -1, "PAST": -1, "THIS": 0, "CURRENT": 0, "NEXT": 1, "COMING": 1}


def basis_of(found: Found) -> Basis:
    """Return what an explicit date rests on: itself, or the dateline it stands in."""
    return Basis.DATELINE if found.reference.basis is Basis.DATELINE else Basis.EXPLICIT


def step(found: Found, name: str) -> int | None:
    """Return -1, 0 or 1 for "last", "this" or "next"; None where the part did not take part."""
    return STEPS.get(found.kind_of(name)) if found.has(name) else None


def year_of(found: Found) -> int | None:
    """Return the year that the words name or point at ("March last year"); None where they do neither."""
    if found.has("year"):
        return found.number("year")
    steps = step(found, "relative")
    if steps is None or found.day is None or found.code("unit") != "Y":
        return None
    return found.day.year + steps


def direction_with_limit(found: Found) -> int:
    """Return where the clause looks; "until November" and "by Friday" may lie ahead whatever the verb says."""
    limit = found.kind_at(-1) == "TO" or found.word_at(-1) == "by"
    return max(0, found.direction) if limit else found.direction


def yearless(found: Found, month: int, number: int) -> date | None:
    """Return the day that a date without a year means, looking back unless the clause looks ahead.

    A weekday beside it settles the year where it can.
    """
    if found.day is None:
        return None
    day = nearest_before(found.day, month, number)
    later = nearest_after(found.day, month, number)
    direction = direction_with_limit(found)
    old = day is not None and (found.day - day).days > LONG_AGO and found.word_at(-1) != "since"
    if direction > 0 or (old and later):
        day = later
    weekday = found.number("weekday")
    if day is None or not weekday or day.isoweekday() == weekday:
        return day
    near = (make_day(found.day.year + offset, month, number) for offset in (0, -1, 1, -2, -3, -4, -5))
    return next((other for other in near if other and other.isoweekday() == weekday), day)


def a_day(found: Found) -> Timing | None:
    """Read "January 22, 2022", "22 Jan", "Saturday, the 22nd of January last year"."""
    month, number = found.number("month"), found.number("day")
    year = year_of(found)
    if (found.has("relative") and found.code("unit") != "Y") or make_day(2024, month, number) is None:
        return None
    if not found.has("year") and (
        found.word_at(0) in found.words.table.not_after_year or found.kind_at(0) in {"NUM", "SCALE"}
    ):
        return None
    spelled = found.kind_of("day") == "NUM" and found.line.word(found.place("day")).isalpha()
    if spelled and 0 <= found.place("month") < found.place("day"):
        return None  # "in March two blasts": the number counts what follows
    part = f"T{found.code('part')}" if found.code("part") else ""
    if year is not None:
        return day_timing(make_day(year, month, number), basis_of(found), part)
    day = yearless(found, month, number)
    unknown = Timing(f"XXXX-{month:02d}-{number:02d}{part}")
    return day_timing(day, basis_of(found), part) if day else unknown


def set_off(found: Found) -> bool:
    """Say whether a dash with blanks stands between the two days, as after a dateline: "May 6 - 17 people were killed"."""
    line = found.line
    between = line.text[line.end(found.place("day")) : line.start(found.place("day2"))]
    month_first = 0 <= found.place("month") < found.place("day")
    return month_first and between.strip() in {"-", "–", "—", "--"} and between != between.strip()


def some_days(found: Found) -> Timing | None:
    """Read days that share a month: "20-21 January", "between January 20 and 22, 2022"."""
    month, year = found.number("month"), year_of(found)
    ends = [found.number("day"), found.number("day2")]
    if set_off(found) or ends[0] >= ends[1] or any(make_day(2024, month, number) is None for number in ends):
        return None
    if year is None:
        latest = yearless(found, month, ends[1])
        year = latest.year if latest else None
    if year is None:
        return Timing(f"XXXX-{month:02d}-{ends[0]:02d}/XXXX-{month:02d}-{ends[1]:02d}")
    first, last = make_day(year, month, ends[0]), make_day(year, month, ends[1])
    if first is None or last is None:
        return None
    if found.code("part"):
        timing = day_timing(first, basis_of(found), f"T{found.code('part')}")
        return timing and replace(timing, timespan=TimeSpan(first, last, Grain.DAYS, basis_of(found)))
    value = f"{first.isoformat()}/{last.isoformat()}"
    return replace(days_timing(value, (first, last), Grain.DAYS, basis_of(found)), anchor=last)


def an_iso_day(found: Found) -> Timing | None:
    """Read "2022-01-22"."""
    year, month, number = (int(part) for part in found.code("iso").split("-"))
    return day_timing(make_day(year, month, number), basis_of(found))


def a_slashed_day(found: Found) -> Timing | None:
    """Read "22/01/2022"; where both orders are possible, as the text's other such dates show, else unresolved."""
    text = found.code("slashed")
    days = slashed_days(text)
    if len(days) == 1:
        return day_timing(days[0], basis_of(found))
    if days and found.course.day_first is not None:
        return day_timing(days[0 if found.course.day_first else 1], basis_of(found))
    return Timing(f"{days[0].year}-XX-XX") if days else None


def doubtful(found: Found) -> bool:
    """Say whether a bare month is more likely a word or a person's name ("May", "April Reyes")."""
    start = found.place("month")
    word = found.line.word(start)
    if start > found.first or word not in found.words.table.doubtful_months:
        return False
    before = found.kind_at(-1)
    opens = before in {"BREAK", "DOT", "QUOTE"}
    if before in {
        "IN",
        "SINCE",
        "OF",
        "FROM",
        "TO",
        "BETWEEN",
        "AFTER",
        "BEFORE",
        "AND",
        "OR",
        "FOR",
        "ON",
        "LATER",
        "EARLIER",
    }:
        return found.kind_at(0) == "CAP" and word in {"april", "june", "august"} and before not in {"IN", "SINCE"}
    return (
        word in {"may", "march", "mar", "dec", "sep", "jan", "jun"}
        or opens
        or found.kind_at(0) == "CAP"
        or before == "CAP"
    )


def a_month(found: Found) -> Timing | None:
    """Read "March 2019", "last December", "mid-November", "June last year"."""
    month, year = found.number("month"), year_of(found)
    if found.has("relative") and found.code("unit") != "Y":
        return None
    if year is not None:
        return month_timing(year, month, basis_of(found))
    if doubtful(found):
        return None
    if found.day is None:
        return Timing(f"XXXX-{month:02d}")
    year = found.day.year + month_step(found.day.month, month, step(found, "step"), direction_with_limit(found))
    return month_timing(year, month, Basis.REPORT_DAY)


def month_step(now: int, month: int, steps: int | None, direction: int) -> int:
    """Return how many years from this one a bare month lies: "last December" read in January is a year back."""
    if steps == 0:
        return 0
    if steps == -1:
        return -(month >= now)
    if steps == 1:
        return int(month <= now)
    soon = direction == 0 and 0 < (month - now) % 12 <= 2
    return int(month < now) if direction > 0 or soon else -(month > now)


def some_months(found: Found) -> Timing | None:
    """Read months that share a year: "between March and May 2019"."""
    first, last, year = found.number("month"), found.number("month2"), found.number("year")
    if first >= last:
        return None
    spans = [month_timing(year, month, basis_of(found)).timespan for month in (first, last)]
    earliest, latest = (spans[0] and spans[0].earliest), (spans[1] and spans[1].latest)
    if not earliest or not latest:
        return None
    return days_timing(f"{year}-{first:02d}/{year}-{last:02d}", (earliest, latest), Grain.MONTH, basis_of(found))


def a_feast(found: Found) -> Timing | None:
    """Read "Christmas Eve", in the year it names or else the last one."""
    month, number = (int(part) for part in found.code("feast").split("-"))
    year = year_of(found)
    if found.has("relative") and found.code("unit") != "Y":
        return None
    day = make_day(year, month, number) if year is not None else yearless(found, month, number)
    return day_timing(day, basis_of(found)) or Timing(f"XXXX-{month:02d}-{number:02d}", DATE)


RELATIVE_OR_YEAR = f"(?:{YEAR}|THE? {RELATIVE_YEAR})"
RULES = (
    Rule("iso-date", "(?P<iso>ISO)", an_iso_day),
    Rule("slashed-date", "(?P<slashed>SLASHED)", a_slashed_day),
    Rule("month-day", f"{PART_BEFORE} {WEEKDAY_BEFORE} THE? {MONTH} THE? {DAY} (?:COMMA? (?:OF|IN)? {RELATIVE_OR_YEAR})?", a_day),
    Rule("day-month", f"{PART_BEFORE} {WEEKDAY_BEFORE} THE? {DAY} (?:OF|DASH)? {MONTH} (?:(?:COMMA|DASH)? OF? {RELATIVE_OR_YEAR})?", a_day),
    Rule("days-month", f"(?:BETWEEN|FROM)? {PART_BEFORE} THE? {DAYS} OF? {MONTH} (?:COMMA? {RELATIVE_OR_YEAR})?", some_days),
    Rule("month-days", f"(?:BETWEEN|FROM)? {PART_BEFORE} {MONTH} {DAYS} (?:COMMA? {RELATIVE_OR_YEAR})?", some_days),
    Rule("month", f"(?:EARLIER|LATER)? {MOD} (?P<step>LAST|THIS|NEXT|PAST|COMING)? {MONTH} (?:(?:COMMA|OF|IN|DASH)? {RELATIVE_OR_YEAR})?", a_month),
    Rule("months-year", f"(?:BETWEEN|FROM)? {MONTH} (?:AND|TO|DASH) (?P<month2>MONTH) ABBR? OF? {YEAR}", some_months),
    Rule("holiday", f"(?P<feast>FEAST) (?:UNIT)? (?:COMMA? {RELATIVE_OR_YEAR})?", a_feast),
)  # fmt: skip
