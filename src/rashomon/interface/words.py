"""Days, numbers, places and verdicts in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from rashomon.model import Place, Position, Report, TimeSpan, Value, Verdict

SYMBOLS = {
    Verdict.DISPUTED: "✕",
    Verdict.UPDATED: "↻",
    Verdict.COMPATIBLE: "◐",
    Verdict.AGREE: "●",
    Verdict.SINGLE_SOURCE: "○",
    Verdict.NOT_COMPARABLE: "≠",
}
"""A verdict has a mark beside its word, so that colour is never needed to tell it."""
WEIGHT = [
    Verdict.DISPUTED, Verdict.UPDATED, Verdict.COMPATIBLE, Verdict.NOT_COMPARABLE, Verdict.AGREE, Verdict.SINGLE_SOURCE,
]  # fmt: skip
"""The order in which a reader wants to see them."""
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def verdict_words(verdict: Verdict) -> str:
    """Return a verdict as one reads it: ``single source``."""
    return verdict.replace("-", " ")


def day_words(day: date) -> str:
    """Return a day in full.

    >>> day_words(date(2024, 3, 12))
    '12 March 2024'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """Return a day in brief: ``Tue 12 Mar``."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]}"


def time_words(span: TimeSpan | None) -> str:
    """Return a time in words; empty where it is not known.

    >>> time_words(TimeSpan(date(2022, 1, 20), date(2022, 1, 22)))
    '20–22 January 2022'
    """
    if span is None or (span.earliest is None and span.latest is None):
        return ""
    if span.earliest is None or span.latest is None:
        return f"from {day_words(span.earliest)}" if span.earliest else f"until {day_words(span.latest or date.max)}"
    return days_words(span.earliest, span.latest)


def days_words(first: date, last: date) -> str:
    """Return a run of days, with month and year named once."""
    if first == last:
        return day_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_words(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {day_words(last)}"
    return f"{day_words(first)} – {day_words(last)}"


def report_day_words(report: Report) -> str:
    """Return a report's day; of a dateline without a year ``5 March, year not given``; empty where nothing tells it."""
    if report.day is None and report.yearless:
        month, day = report.yearless
        return f"{day} {MONTHS[month - 1]}, year not given"
    return day_words(report.day) if report.day else ""


def short_time(span: TimeSpan | None) -> str:
    """Return a time in brief, for a narrow column: ``Tue 12 Mar``, ``12–13 Mar``."""
    if span is None or (span.earliest is None and span.latest is None):
        return "no date"
    first, last = span.earliest, span.latest
    if first is None or last is None:
        return f"from {short_day(first)}" if first else f"until {short_day(last or date.max)}"
    if first == last:
        return short_day(first)
    start = (
        str(first.day)
        if (first.year, first.month) == (last.year, last.month)
        else f"{first.day} {MONTHS[first.month - 1][:3]}"
    )
    return f"{start}–{last.day} {MONTHS[last.month - 1][:3]}"


def interval_words(low: int | None, high: int | None) -> str:
    """Return an interval of people in words.

    >>> interval_words(71, None), interval_words(81, 89), interval_words(None, 300)
    ('71 or more', '81–89', '300 at most')
    """
    if low is None and high is None:
        return "number not given"
    if low is None:
        return f"{high:,} at most"
    if high is None:
        return f"{low:,} or more"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def value_words(value: Value) -> str:
    """Return what a position holds: the interval of a count, the words of anything else."""
    return value.label if value.low is None and value.high is None else interval_words(value.low, value.high)


def range_words(positions: Sequence[Position]) -> str:
    """Return the range that the positions span together, from the lowest to the highest bound."""
    values = [position.value for position in positions]
    known = [bound for value in values for bound in (value.low, value.high) if bound is not None]
    if not known:
        return "number not given"
    spread = interval_words(min(known), max(known))
    open_above = any(value.high is None and value.low == max(known) for value in values)
    return f"{spread} or more" if open_above else spread


def place_words(place: Place | None, countries: Mapping[str, str]) -> str:
    """Return a place with its country: ``Beledweyne, Somalia``; ``countries`` are names by ISO 3166 code."""
    if place is None:
        return ""
    country = countries.get(place.country or "")
    return f"{place.name}, {country}" if country and country != place.name else place.name
