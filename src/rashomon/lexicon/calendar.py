"""The calendar's words, and the days, weeks, months, quarters and seasons they stand for."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

FIRST_DAY, LAST_DAY = date(1000, 1, 1), date(2999, 12, 31)
"""The days this package reckons with; what falls outside is not read as a date."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of time: its TIMEX3 code and the words for one and for many."""

    code: str
    one: tuple[str, ...]
    many: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Holiday:
    """A feast on a fixed day of the year."""

    names: tuple[str, ...]
    month: int
    day: int


@dataclass(frozen=True)
class Calendar:
    """The table `en/calendar.yaml`; `words` maps a class of the grammar to its words."""

    TABLE: ClassVar[str] = "en/calendar.yaml"

    months: dict[str, int]
    doubtful_months: frozenset[str]
    weekdays: dict[str, int]
    weekday_abbreviations: dict[str, int]
    not_before_weekday: frozenset[str]
    dayparts: dict[str, str]
    seasons: dict[str, str]
    units: tuple[Unit, ...]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    relative_days: dict[str, int]
    clock_words: dict[str, str]
    decades: dict[str, int]
    sets: dict[str, str]
    words: dict[str, tuple[str, ...]]
    not_after_year: frozenset[str]
    vehicles: frozenset[str]
    not_before_year: frozenset[str]
    refs: dict[str, tuple[str, ...]]
    holidays: tuple[Holiday, ...]
    stamp_words: tuple[str, ...]


def make_day(year: int, month: int, day: int) -> date | None:
    """Return the calendar day, or None where there is none ("February 30")."""
    if not (FIRST_DAY.year <= year <= LAST_DAY.year and 1 <= month <= 12 and day >= 1):
        return None
    return date(year, month, day) if day <= monthrange(year, month)[1] else None


def shift(day: date, days: int) -> date | None:
    """Return the day so many days later (earlier below zero), or None beyond the reckoned years."""
    if not (FIRST_DAY - day).days <= days <= (LAST_DAY - day).days:
        return None
    return day + timedelta(days=days)


def month_days(year: int, month: int) -> tuple[date, date]:
    """Return the first and last day of a month; months beyond 1-12 count on into other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def months_days(year: int, month: int, count: int) -> tuple[date, date]:
    """Return the first and last day of a run of months: a quarter, a half, a season."""
    return month_days(year, month)[0], month_days(year, month + count - 1)[1]


def week_days(day: date) -> tuple[date, date]:
    """Return Monday and Sunday of the ISO week that holds the day."""
    monday = day - timedelta(days=day.isoweekday() - 1)
    return monday, monday + timedelta(days=6)


def quarter_of(day: date) -> int:
    """Return the calendar quarter, 1 to 4."""
    return (day.month - 1) // 3 + 1


def week_name(day: date) -> str:
    """Return the ISO week as TIMEX3 writes it: "2022-W03"."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def weekday_back(day: date, weekday: int) -> date:
    """Return the last such weekday (Monday is 1), the day itself included: news looks back."""
    return day - timedelta(days=(day.isoweekday() - weekday) % 7)


def weekday_ahead(day: date, weekday: int) -> date:
    """Return the next such weekday (Monday is 1), the day itself included."""
    return day + timedelta(days=(weekday - day.isoweekday()) % 7)


def nearest_before(day: date, month: int, number: int) -> date | None:
    """Return the last such date not after the day: "January 22" read on 3 February."""
    for year in range(day.year, day.year - 9, -1):
        found = make_day(year, month, number)
        if found and found <= day:
            return found
    return None


def nearest_after(day: date, month: int, number: int) -> date | None:
    """Return the next such date not before the day: "will open on March 4"."""
    for year in range(day.year, day.year + 9):
        found = make_day(year, month, number)
        if found and found >= day:
            return found
    return None


def full_year(short: int) -> int:
    """Return the year that two digits mean in news: "'98" is 1998, "'14" is 2014."""
    return short + (2000 if short < 50 else 1900)


def slashed_days(text: str) -> list[date]:
    """Return the days that "22/01/2022" or "22.1.22" may mean: none, one, or day-first and month-first."""
    first, second, third = (int(part) for part in re.split(r"[./-]", text))
    year = full_year(third) if third < 100 else third
    readings = [make_day(year, second, first)]
    if "." not in text:
        readings.append(make_day(year, first, second))
    return list(dict.fromkeys(day for day in readings if day))
