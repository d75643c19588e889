"""Rules for days and nights reckoned from the report day: "on Friday", "yesterday, Tuesday", "last night", "the weekend"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from rashomon.extract.times.dates import step
from rashomon.extract.times.grammar import DATE, SET, TIME, UNKNOWN_DAY, Found, Rule, Timing, day_timing, weekend_timing
from rashomon.lexicon.calendar import shift, weekday_ahead, weekday_back
from rashomon.model import Grain, TimeSpan

MOD = "(?:(?:THE? MOD (?:DASH|OF)?|EARLIER|LATER) ON?)?"
STEP = "(?P<step>LAST|THIS|NEXT|PAST|COMING)"
WEEKSTEP = "(?P<weekstep>LAST|THIS|NEXT|PAST) (?P<week>UNIT)"
HABITUAL = frozenset({"on", "every", "most", "some", "and", "or"})
AFTER_HABIT = frozenset(
    {"and", "or", "at", "when", "from", "are", "were", "is", "was", "have", "had", "in", "to", "the"}
)
"""Words before and behind "Fridays" where it means every one of them."""
PAIR = "(?:COMMA? (?:LPAREN)? (?P<weekday>WEEKDAY|WDAY))?"
BESIDE = {"previous", "preceding", "prior", "following", "subsequent", "succeeding", "ensuing"}
"""Words that point from the time named last, not from the report day."""


def part_of(found: Found) -> str:
    """Return the TIMEX3 code of a part of the day: "TNI" for night."""
    return f"T{found.code('part')}" if found.code("part") else ""


def weekday_of(found: Found, weekday: int, steps: int | None) -> date | None:
    """Return the day a weekday means: the last such day, the report day included, unless the words look ahead."""
    last = found.course.last
    beside = found.has("step") and found.code("step") in BESIDE and last is not None
    day = last.anchor if beside and last else found.day
    if day is None:
        return None
    if steps == -1:
        return shift(weekday_back(day, weekday), -7) if day.isoweekday() == weekday else weekday_back(day, weekday)
    if steps == 1:
        return shift(weekday_ahead(day, weekday), 7) if day.isoweekday() == weekday else weekday_ahead(day, weekday)
    if found.ahead:
        return weekday_ahead(day, weekday)
    return weekday_back(day, weekday)


def a_weekday(found: Found) -> Timing | None:
    """Read "Friday", "last Thursday night", "next Monday", "Tuesday last week"."""
    if found.line.word(found.place("weekday") - 1) in found.words.table.not_before_weekday:
        return None
    weekday, part = found.number("weekday"), part_of(found)
    if often := every_such_part(found):
        return Timing(f"XXXX-WXX-{weekday}T{often}", SET)
    if found.has("week"):
        return a_weekday_of_week(found, weekday, part)
    day = weekday_of(found, weekday, 1 if found.has("coming") else step(found, "step"))
    if day is None:
        return Timing(f"XXXX-WXX-{weekday}{part}", TIME if part else DATE)
    return day_timing(day, found.reference.basis, part)


def every_such_part(found: Found) -> str:
    """Return the part of the day that is meant week by week: "Tuesday nights", "on Monday and Tuesday nights"."""
    joined = found.kind_at(0) in {"AND", "OR", "COMMA"} and found.kind_at(1) == "WEEKDAY" and found.kind_at(2) == "PART"
    place = found.place("part") if found.has("part") else found.last + 2 if joined else -1
    return str(found.line.value(place)) if place >= 0 and found.line.word(place).endswith("s") else ""


def a_weekday_of_week(found: Found, weekday: int, part: str) -> Timing | None:
    """Read "Tuesday of last week"."""
    if found.code("week") != "W" or found.day is None:
        return None
    offset = weekday - found.day.isoweekday() + 7 * (step(found, "weekstep") or 0)
    return day_timing(shift(found.day, offset), found.reference.basis, part)


def weeks_from_weekday(found: Found) -> Timing | None:
    """Read "a week ago Tuesday", "two weeks from Friday": reckoned from the last or the next such day."""
    weeks = 1 if found.has("one") else found.amount("n")
    if found.code("unit") != "W" or found.day is None or not 0 < weeks <= 52:
        return None
    back, weekday = found.has("back"), found.number("weekday")
    near = weekday_back(found.day, weekday) if back else weekday_ahead(found.day, weekday)
    return day_timing(shift(near, -7 * weeks if back else 7 * weeks), found.reference.basis, part_of(found))


def a_relative_day(found: Found) -> Timing | None:
    """Read "yesterday", "tomorrow night", "yesterday, Friday", "the day before yesterday"."""
    steps = found.number("relative")
    named = found.kind_at(-1) == "CAP" and found.line.text[found.line.start(found.place("relative"))].isupper()
    if named and not found.has("weekday"):
        return None
    if found.has("unit"):
        steps += {"BEFORE": -1, "AFTER": 1}[found.kind_of("beyond")]
        if found.code("unit") != "D" or abs(steps) != 2:
            return None
    part = part_of(found)
    if found.day is None:
        weekday = found.number("weekday")
        value = f"XXXX-WXX-{weekday}" if weekday else UNKNOWN_DAY
        return Timing(value + part, TIME if part else DATE)
    return day_timing(shift(found.day, steps), found.reference.basis, part)


def a_part_of_today(found: Found) -> Timing | None:
    """Read "this morning", "last night", "tonight"; "overnight" is the night before the report day."""
    part = "TNI" if found.has("night") or found.has("overnight") else part_of(found)
    if found.day is None:
        return Timing(UNKNOWN_DAY + part, TIME)
    if found.has("overnight"):
        night = day_timing(shift(found.day, -1), found.reference.basis, part)
        return night and replace(
            night, timespan=TimeSpan(shift(found.day, -1), found.day, Grain.DAYS, found.reference.basis)
        )
    return day_timing(shift(found.day, -1 if found.has("last") else 0), found.reference.basis, part)


def a_weekend(found: Found) -> Timing | None:
    """Read "the weekend", "last weekend", "next weekend"."""
    if found.day is None:
        return Timing("XXXX-WXX-WE")
    steps = -1 if found.has("over") else step(found, "step")
    running = found.day.isoweekday() >= 6
    last = shift(weekday_back(found.day, 6), -7 if running and steps == -1 else 0)
    if steps == 1 or (not running and (steps == 0 or found.ahead)):
        last = shift(weekday_back(found.day, 6), 7)
    return weekend_timing(last, found.reference.basis)


def some_weekdays(found: Found) -> Timing | None:
    """Read "on Fridays", "every Thursday", "Tuesday nights"; and "Fridays attack" in a text that has lost its apostrophes."""
    if lost_apostrophe(found):
        day = weekday_of(found, found.number("weekday"), None)
        return day_timing(day, found.reference.basis, "") if day is not None else None
    return Timing(f"XXXX-WXX-{found.number('weekday')}{part_of(found)}", SET)


def lost_apostrophe(found: Found) -> bool:
    """Say whether a weekday with an "s" is the owner of the noun behind it, in a text without any apostrophe."""
    if (
        found.has("part")
        or found.word_at(-1) in HABITUAL
        or not found.word_at(0).isalpha()
        or found.word_at(0) in AFTER_HABIT
    ):
        return False
    return not any(mark in found.line.text for mark in "'’")


RULES = (
    Rule("weekday", f"{MOD} THE? {STEP}? (?:(?P<coming>COMING)|PAST)? (?P<weekday>WEEKDAY) (?:(?:POSS|AT)? (?P<part>PART))?", a_weekday),
    Rule("weekday-of-week", f"{MOD} (?P<weekday>WEEKDAY) (?P<part>PART)? OF? {WEEKSTEP}", a_weekday),
    Rule("weeks-from-weekday", "(?:(?P<one>AN)|(?P<n>NUM)) (?P<unit>UNIT|UNITS) (?:(?P<back>AGO) ON?|FROM) (?P<weekday>WEEKDAY) (?P<part>PART)?", weeks_from_weekday),
    Rule("relative-day", f"{MOD} (?P<relative>RELDAY) {PAIR} (?:POSS)? (?P<part>PART)?", a_relative_day),
    Rule("part-relative-day", "(?:THE|IN){0,2} (?:MOD DASH?)? (?P<part>PART) (?:OF|ON)? (?P<relative>RELDAY)", a_relative_day),
    Rule("part-weekday", "(?:THE|IN){0,2} (?:MOD DASH?)? (?P<part>PART) (?:OF|ON)? (?P<weekday>WEEKDAY)", a_weekday),
    Rule("day-before-yesterday", f"THE? (?P<unit>UNIT) (?P<beyond>BEFORE|AFTER) (?P<relative>RELDAY) {PAIR} (?P<part>PART)?", a_relative_day),
    Rule("this-part", f"{MOD} (?:THIS|(?P<last>LAST)) MOD? DASH? (?P<part>PART)", a_part_of_today),
    Rule("tonight", f"{MOD} (?P<night>TONIGHT) (?:COMMA WEEKDAY)?", a_part_of_today),
    Rule("overnight", "(?P<overnight>OVERNIGHT)", a_part_of_today),
    Rule("weekend", f"{MOD} (?:{STEP}|THE) MORE? (?:COMING|(?P<over>PAST))? WEEKEND", a_weekend),
    Rule("weekdays", "(?P<weekday>WEEKDAYS) (?P<part>PART)?", some_weekdays),
    Rule("every-weekday", "EVERY (?P<weekday>WEEKDAY) (?P<part>PART)?", some_weekdays),
)  # fmt: skip
