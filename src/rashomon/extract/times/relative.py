"""Rules for times reckoned from the report day or from the time named before: weekdays, "last week", "two days ago"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from rashomon.extract.times.dates import step
from rashomon.extract.times.days import BESIDE, MOD, part_of
from rashomon.extract.times.grammar import (
    DATE,
    DURATION,
    SENTENCE_WINDOW,
    TIME,
    UNKNOWN_DAY,
    Found,
    Rule,
    Timing,
    day_timing,
    days_timing,
    month_timing,
    quarter_timing,
    week_timing,
    year_timing,
)  # fmt: skip
from rashomon.lexicon.calendar import quarter_of, shift
from rashomon.model import Basis, Grain, TimeSpan

QTY = "(?:AN? (?P<vague>FEW)|(?P<one>AN)|AN? (?P<couple>COUPLE) OF?|(?P<n>NUM (?:(?:DASH|AND)? (?:NUM|SCALE)){0,5}|SCALE))"
ABOUT = "(?:ABOUT|AT)?"
UNIT = "(?P<unit>UNIT|UNITS)"
A_FEW = 9
"""The most that "a few" and "several" admit, as for people."""

CLOCK_UNITS = {"S", "MI", "H"}
DAYS_OF = {"D": 1, "W": 7, "F": 14}
MONTHS_OF = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200, "L": 12000}


def a_named_unit(found: Found) -> Timing | None:
    """Read "last week", "this month", "early next year", "the latest quarter"."""
    steps, code = step(found, "step"), found.code("unit")
    if steps is None or code in CLOCK_UNITS | {"D", "C", "L", "F"}:
        return None
    if found.has("the") and steps == -1:
        return the_last_unit(found, code)
    if found.kind_of("step") == "COMING" and found.code("step") not in {"coming", "upcoming"}:
        return None
    if found.day is None:
        return Timing({"W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(code, "XXXX"))
    return unit_timing(found.day, code, steps, found.reference.basis)


def the_last_unit(found: Found, code: str) -> Timing | None:
    """Read "the past week" and "the last year": as long as the unit, up to the report day."""
    if found.code("step") in BESIDE:
        return None
    return a_period(found, code, 1, back=True)


def unit_timing(day: date, code: str, steps: int, basis: Basis) -> Timing | None:
    """Return the day's own week, month, quarter, year or decade, moved by so many steps."""
    if code in DAYS_OF:
        moved = shift(day, steps * DAYS_OF[code])
        return week_timing(moved, basis) if code != "D" else day_timing(moved, basis)
    if code == "M":
        return month_timing(day.year, day.month + steps, basis)
    if code == "Q":
        return quarter_timing(day.year, quarter_of(day) + steps, basis)
    years = {"Y": 1, "E": 10}.get(code, 0) * steps
    if (not years and steps) or not 1000 <= day.year + years <= 2990:
        return None
    if code == "E":
        ten = (day.year + years) // 10
        return days_timing(str(ten), (date(ten * 10, 1, 1), date(ten * 10 + 9, 12, 31)), Grain.YEARS, basis)
    return year_timing(day.year + years, basis)


def how_many(found: Found) -> int | None:
    """Return the number before a unit: "a" 1, "a couple of" 2, "three" 3; None for "a few" and a bare plural."""
    if found.has("one"):
        return 1
    if found.has("couple"):
        return 2
    return found.amount("n") if found.has("n") else None


def period(code: str, count: int | None) -> str:
    """Return the TIMEX3 period: P3D, P2W, PT6H, PXY, P20Y for two decades."""
    ten = {"F": ("W", 2), "E": ("Y", 10), "C": ("Y", 100), "L": ("Y", 1000), "Q": ("M", 3)}
    if code == "Q" and count != 1:
        return f"P{'X' if count is None else count}Q"
    if count is not None and code in ten and not (code in {"E", "C"} and count == 1):
        code, count = ten[code][0], count * ten[code][1]
    letter = "M" if code == "MI" else code
    return f"P{'T' if code in CLOCK_UNITS else ''}{'X' if count is None else count}{letter}"


def reach(day: date, code: str, count: int) -> date | None:
    """Return the day so many units later, earlier below zero."""
    if abs(count) > 100_000:
        return None
    if code in CLOCK_UNITS:
        return shift(day, int(count / {"S": 86400, "MI": 1440, "H": 24}[code]))
    if code in DAYS_OF:
        return shift(day, count * DAYS_OF[code])
    months = day.year * 12 + day.month - 1 + count * MONTHS_OF[code]
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, 28)) if 1000 <= year <= 2990 else None


def grain_of(code: str) -> Grain:
    """Return the grain at which so many of a unit ago is known."""
    if code in CLOCK_UNITS:
        return Grain.HOUR
    return {"D": Grain.DAY, "W": Grain.WEEK, "F": Grain.WEEK, "M": Grain.MONTH, "Q": Grain.MONTH, "Y": Grain.YEAR}.get(
        code, Grain.YEARS
    )


def moved(day: date, code: str, count: int, basis: Basis) -> Timing | None:
    """Return the time so many units from a day, as fine as the unit: "two years ago" is a year, "ten days ago" a day."""
    goal = reach(day, code, count)
    if goal is None:
        return None
    if code in {"D", "W", "F"} | CLOCK_UNITS:
        timing = day_timing(goal, basis)
        slack = {"W": 3, "F": 7}.get(code, 0)
        span = TimeSpan(shift(goal, -slack), shift(goal, slack), grain_of(code), basis)
        return timing and replace(timing, timespan=span)
    if code in {"M", "Q", "Y"}:
        return unit_timing(goal, code, 0, basis)
    return days_timing(str(goal.year), (date(goal.year, 1, 1), date(goal.year, 12, 31)), Grain.YEARS, basis)


def ago(found: Found) -> Timing | None:
    """Read "three days ago", "two weeks ago", "a few years ago"."""
    count, code = how_many(found), found.code("unit")
    if count is None:
        return past_ref(found, code)
    if count == 1 and code == "Y" and (quarter := quarter_before(found)):
        return quarter
    if found.day is None:
        return Timing(period(code, count))
    return moved(found.day, code, -count, found.reference.basis)


def to_the_day(found: Found) -> Timing | None:
    """Read "a year ago today", "ten years ago this month": the same day, week or month so many years back."""
    count, day = how_many(found), found.day
    goal = reach(day, found.code("unit"), -count) if count and day else None
    if found.code("unit") != "Y" or goal is None or (found.has("relative") and found.number("relative")):
        return None
    return unit_timing(goal, found.code("to") or "D", 0, found.reference.basis)


def half_more_ago(found: Found) -> Timing | None:
    """Read "two and a half years ago", "half an hour ago"."""
    halves = {"Y": 6, "E": 60, "C": 600}
    code, count = found.code("unit") or found.code("unit2") or found.code("unit3"), how_many(found) or 0
    if found.day is None or code not in halves.keys() | CLOCK_UNITS | {"D", "W", "M"}:
        return None
    if code in halves:
        goal = reach(found.day, "M", -count * MONTHS_OF[code] - halves[code])
        return year_timing(goal.year, found.reference.basis) if goal else None
    return moved(found.day, code, -count, found.reference.basis)


def past_ref(found: Found, code: str) -> Timing:
    """Return a past with no number: "several years ago", "in recent weeks", open at its beginning."""
    span = TimeSpan(None, found.day, grain_of(code), found.reference.basis) if found.day else None
    return Timing("PAST_REF", DATE, span)


def quarter_before(found: Found) -> Timing | None:
    """Return the quarter a year before the one the passage speaks of: "a year earlier" in a company's report."""
    last = found.course.quarter
    if last is None or last.anchor is None:
        return None
    if found.course.beyond_quarter:
        return replace(year_timing(last.anchor.year - 1, found.reference.basis), anchor=None)
    return replace(quarter_timing(last.anchor.year - 1, quarter_of(last.anchor), found.reference.basis), anchor=None)


def earlier_or_later(found: Found) -> Timing | None:
    """Read "two days later", "a week earlier": reckoned from the time named last; an event's own time stays unresolved."""
    count, code = how_many(found), found.code("unit")
    back = found.has("back")
    last = found.course.last
    if count == 1 and code == "Y" and back and (quarter := quarter_before(found)):
        return quarter
    if count is None or last is None or last.anchor is None or found.first - found.course.index > 2 * SENTENCE_WINDOW:
        return Timing(period(code, count), DURATION)
    coarse = last.timespan is not None and last.timespan.grain in {Grain.MONTH, Grain.YEAR, Grain.YEARS, Grain.SEASON}
    if coarse and code in {"D", "W", "F"} | CLOCK_UNITS:
        return Timing(period(code, count), DURATION)
    return moved(last.anchor, code, -count if back else count, last.timespan.basis if last.timespan else Basis.NONE)


def beside_the_last(found: Found) -> Timing | None:
    """Read "the next day", "the previous night", "that evening": reckoned from the day named last."""
    last = found.course.last
    code = found.code("unit")
    part = part_of(found)
    kind = found.kind_of("to")
    steps = {"NEXT": 1, "COMING": 1, "PAST": -1}.get(kind, 0)
    if code not in {"D", ""}:
        near = last is not None and found.first - found.course.index <= 2 * SENTENCE_WINDOW
        named = near and code in {"W", "M", "Y", "Q"} and found.code("to") != "past" and kind != "NEXT"
        return unit_timing(last.anchor, code, steps, found.reference.basis) if named and last and last.anchor else None
    if last is None or last.anchor is None or last.timespan is None or last.timespan.grain is not Grain.DAY:
        return Timing(UNKNOWN_DAY + part, TIME if part else DATE)
    if found.first - found.course.index > 2 * SENTENCE_WINDOW:
        return Timing(UNKNOWN_DAY + part, TIME if part else DATE)
    return day_timing(shift(last.anchor, steps), last.timespan.basis, part)


def a_period(found: Found, code: str, count: int | None, *, back: bool) -> Timing | None:
    """Return a period that ends or begins on the report day: "the past three days", "the next two weeks"."""
    value, day, basis = period(code, count), found.day, found.reference.basis
    if day is None:
        return Timing(value, DURATION)
    far = (
        count
        if count is not None
        else (A_FEW if found.code("vague2") in {"few", "several"} or found.has("vague") else None)
    )
    other = reach(day, code, far if not back else -far) if far is not None else None
    grain = Grain.DAYS if code in DAYS_OF else grain_of(code)
    span = TimeSpan(other, day, grain, basis) if back else TimeSpan(day, other, grain, basis)
    return Timing(value, DURATION, span)


def past_or_coming(found: Found) -> Timing | None:
    """Read "the past few days", "the last two weeks", "the next 12 to 18 months"."""
    kind = found.kind_of("to")
    if kind == "COMING" and found.code("to") not in {"coming", "upcoming"}:
        return Timing(period(found.code("unit"), how_many(found)), DURATION)
    return a_period(found, found.code("unit"), how_many(found), back=kind in {"LAST", "PAST"})


def recent(found: Found) -> Timing | None:
    """Read "in recent years", "recent days"."""
    if found.code("recent") != "recent" or found.code("unit") in {"S", "MI"}:
        return None
    return past_ref(found, found.code("unit"))


def a_reference(found: Found) -> Timing | None:
    """Read "now", "recently", "soon" as TimeML's PRESENT_REF, PAST_REF and FUTURE_REF."""
    ref, day, basis = found.code("ref"), found.day, found.reference.basis
    if (
        found.kind_at(-1) == "DASH"
        or found.kind_at(0) in {"DASH", "AFTER", "BEFORE"}
        or found.word_at(0) == "as"
        or found.word_at(-1) == "up"
        or is_named(found)
    ):
        return None
    if day is None:
        return Timing(ref)
    spans = {"PRESENT_REF": (day, day), "PAST_REF": (None, day), "FUTURE_REF": (day, None)}
    return Timing(ref, DATE, TimeSpan(*spans[ref], Grain.DAY if ref == "PRESENT_REF" else Grain.DAYS, basis))


def is_named(found: Found) -> bool:
    """Say whether a capital inside a sentence makes the word part of a name: "Qala-e Now"."""
    capital = found.line.text[found.line.start(found.first)].isupper()
    return capital and found.kind_at(-1) in {"OTHER", "CAP"}


def the_past(found: Found) -> Timing | None:
    """Read "in the past"."""
    unfinished = {"UNIT", "UNITS", "NUM", "SCALE", "AN", "FEW", "COUPLE", "WEEKEND", "SEASON"}
    return None if found.kind_at(0) in unfinished else past_ref(found, "Y")


def year_earlier(found: Found) -> Timing | None:
    """Read "the year-earlier quarter", "the year-ago period"."""
    if found.code("unit") != "Y":
        return None
    if quarter := quarter_before(found):
        return quarter
    if found.has("quarter") and found.code("quarter") == "Q" and found.day:
        return quarter_timing(found.day.year - 1, quarter_of(found.day), found.reference.basis)
    return unit_timing(found.day, "Y", -1, found.reference.basis) if found.day else Timing("XXXX")


def the_unit(found: Found) -> Timing | None:
    """Read "the quarter", "the week": the one the passage speaks of."""
    code, last = found.code("unit"), found.course.quarter
    if code == "Y" and (found.word_at(0) in {"ended", "ending"} or found.has("fiscal")):
        return Timing("P1Y", DURATION)
    if (
        code == "Y"
        and found.day is not None
        and found.word_at(-1) == "for"
        and found.kind_at(0) in {"DOT", "COMMA", "OF"}
    ):
        return year_timing(found.day.year, found.reference.basis)
    if code != "Q" or found.kind_at(0) in {"OF", "DASH"}:
        return None
    if ended := quarter_ended(found):
        return ended
    if last is not None and last.anchor:
        return quarter_timing(last.anchor.year, quarter_of(last.anchor), found.reference.basis)
    return quarter_timing(found.day.year, quarter_of(found.day) - 1, found.reference.basis) if found.day else None


def quarter_ended(found: Found) -> Timing | None:
    """Return the quarter that most of the three months lie in: "the quarter ended July 31" is the second."""
    month = found.line.value(found.last + 1) if found.kind_at(1) == "MONTH" else None
    if found.word_at(0) not in {"ended", "ending"} or not isinstance(month, int) or found.day is None:
        return None
    year = found.day.year - (found.word_at(0) == "ended" and month > found.day.month)
    return quarter_timing(year, (month + 1) // 3, found.reference.basis)


def within_this_unit(found: Found) -> Timing | None:
    """Read "the end of the month", "earlier in the year": the report day's own."""
    code = found.code("unit")
    if found.day is None or code not in {"W", "M", "Y"}:
        return None
    return unit_timing(found.day, code, 0, found.reference.basis)


RULES = (
    Rule("named-unit", f"{MOD} (?P<the>THE)? (?P<step>LAST|THIS|NEXT|PAST|COMING|CURRENT) FISCAL? (?P<unit>UNIT)", a_named_unit),
    Rule("ago", f"{ABOUT} (?:(?:MORE|LATER) ABOUT?)? {QTY} (?:OR OTHER)? {UNIT} (?:OR OTHER)? AGO", ago),
    Rule("ago-to-the-day", f"{ABOUT} {QTY} {UNIT} AGO (?:(?P<relative>RELDAY)|THIS (?P<to>UNIT))", to_the_day),
    Rule("half-ago", f"{ABOUT} (?:MORE ABOUT?)? (?:{QTY} (?:AND AN HALF {UNIT}|(?P<unit2>UNIT|UNITS) AND AN HALF)|HALF (?:AN|DASH) (?P<unit3>UNIT)) AGO", half_more_ago),
    Rule("many-ago", f"(?P<vague>FEW)? {UNIT} AGO", ago),
    Rule("earlier-later", f"(?:ABOUT|MORE)? (?:{QTY}|(?P<few>FEW))? {UNIT} (?:(?P<back>EARLIER)|LATER)", earlier_or_later),
    Rule("next-day", "(?:THE (?P<to>NEXT|COMING|PAST)|(?P<same>THE? THAT)) (?:(?P<unit>UNIT) POSS?|(?P<part>PART))", beside_the_last),
    Rule("past-period", f"(?:AT|ABOUT)? (?:THE|THESE)? (?P<to>LAST|PAST|NEXT|COMING) (?:{QTY}|(?P<vague2>FEW)|DOZEN)? (?:(?:TO|OR) NUM)? (?:OF|MORE)? (?P<unit>UNITS)", past_or_coming),
    Rule("recent", "(?P<recent>FEW) (?P<unit>UNITS) (?:AND UNITS)?", recent),
    Rule("reference", "(?P<ref>REF)", a_reference),
    Rule("the-past", "IN THE PAST", the_past),
    Rule("year-earlier", "THE? (?P<unit>UNIT) DASH (?:EARLIER|AGO) (?:(?P<quarter>UNIT)|PERIOD)?", year_earlier),
    Rule("the-quarter", "THE (?:LATEST|MORE|(?P<fiscal>FISCAL))? (?P<unit>UNIT)", the_unit),
    Rule("within-unit", "(?:THE? MOD OF|(?:EARLIER|LATER) IN) THE (?P<unit>UNIT)", within_this_unit),
)  # fmt: skip
