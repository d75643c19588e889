"""Dates that name themselves, as both the report day and the mentions of a report are read from them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import cast

from rashomon.lexicon.calendar import make_day, slashed_days
from rashomon.lexicon.tables import Tables
from rashomon.lexicon.timetokens import TimeLine, time_words
from rashomon.model import Span

WEEKDAY_BEFORE = "(?:(?P<weekday>WEEKDAY|WDAY) (?:DOT|ABBR)? COMMA?)?"
MONTH = "(?P<month>MONTH) ABBR?"
DAY = "(?P<day>NUM|ORD)"
YEAR = "(?P<year>YEAR)"
NAMED_DAY = (
    f"{WEEKDAY_BEFORE} (?:{MONTH} THE? {DAY} (?:COMMA? OF? {YEAR})?"
    "|THE? (?P<day2>NUM|ORD) (?:OF|DASH)? (?P<month2>MONTH) ABBR? (?:(?:COMMA|DASH)? OF? (?P<year2>YEAR))?)"
)


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A date as it is written: "Saturday, January 22, 2022", or without weekday or year.

    ``first`` and ``last`` are token indices; ``weekday`` is 0 and ``year`` None where they are not written.
    """

    span: Span
    first: int
    last: int
    month: int
    number: int
    year: int | None = None
    weekday: int = 0

    @property
    def day(self) -> date | None:
        """The calendar day, if the year is written."""
        return self.in_year(self.year) if self.year is not None else None

    def in_year(self, year: int) -> date | None:
        """Return the calendar day in a year; None where there is none, or on another weekday than the one written."""
        found = make_day(year, self.month, self.number)
        return found if found is None or self.weekday in {0, found.isoweekday()} else None


def named_days(line: TimeLine, tables: Tables) -> list[NamedDay]:
    """Return the dates of a line in text order: names of months, "2022-01-22" and "22/01/2022" where it has one reading."""
    pattern = cast("re.Pattern[str]", tables.made("named day", lambda given: time_words(given).pattern(NAMED_DAY)))
    found = [named_day(match, line) for match in pattern.finditer(line.letters)]
    found += [numeric_day(line, index) for index in line.of_kind("ISO", "SLASHED")]
    return sorted((day for day in found if day), key=lambda day: day.span)


def named_day(match: re.Match[str], line: TimeLine) -> NamedDay | None:
    """Return the date a match names, None where no calendar has it."""
    worth = {name: line.value(start) for name in match.groupdict() if (start := match.start(name)) >= 0}
    month, number, year = (worth.get(name, worth.get(name + "2")) for name in ("month", "day", "year"))
    if not isinstance(month, int) or not isinstance(number, int) or make_day(2024, month, number) is None:
        return None
    spelled = line.word(match.start("day") if match.start("day") >= 0 else match.start("day2"))
    if spelled.isalpha() and not match.group("month2"):
        return None  # "in March two blasts": the number counts what follows
    weekday = worth.get("weekday", 0)
    return NamedDay(
        line.span(match.start(), match.end()), match.start(), match.end(), month, number,
        year if isinstance(year, int) else None, weekday if isinstance(weekday, int) else 0,
    )  # fmt: skip


def numeric_day(line: TimeLine, index: int) -> NamedDay | None:
    """Return "2022-01-22", or "22/01/2022" where it can be read in one way only."""
    written = str(line.value(index))
    if line.kind(index) == "ISO":
        year, month, number = (int(part) for part in written.split("-"))
        days = [day for day in [make_day(year, month, number)] if day]
    else:
        days = slashed_days(written)
    if len(days) != 1:
        return None
    return NamedDay(line.span(index, index + 1), index, index + 1, days[0].month, days[0].day, days[0].year)
