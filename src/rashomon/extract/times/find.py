"""Find the times a report names, and the days they mean."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import cast

from rashomon.extract.times import clock, dates, days, durations, relative, years
from rashomon.extract.times.grammar import Course, Grammar, Reference
from rashomon.lexicon.tables import Tables
from rashomon.lexicon.timetokens import TimeLine, read_line, time_words
from rashomon.model import Basis, Grain, Report, Span, TimeSpan, Zone, ZoneKind

RULES = (
    *dates.RULES,
    *years.RULES,
    *days.RULES,
    *relative.RULES,
    *durations.RULES,
    *clock.RULES,
)
OLDEST, YOUNGEST = date(1100, 1, 1), date(2900, 1, 1)
OWN_DAY = (ZoneKind.CAPTION, ZoneKind.EMBED)
ENDS = ("date", "time")
LINKS = {"from": ("to", "until", "till", "through", "and"), "between": ("and",)}


@dataclass(frozen=True, slots=True)
class TimeMention:
    """Words that tell a time: the TIMEX3 ``value``, its ``kind`` and the days it covers.

    ``kind`` is date, time, duration or set. ``timespan`` is None where nothing says which days are meant;
    the report day never stands in for it. "Thursday night" in a report of Saturday, 22 January 2022 has the value
    2022-01-20TNI. ``rule`` is the name of the rule that read it.
    """

    span: Span
    value: str
    kind: str
    timespan: TimeSpan | None = None
    rule: str = ""


def find_times(report: Report, tables: Tables) -> list[TimeMention]:
    """Return the times a report names, in text order, reckoned from the report day (or a caption's or post's own day)."""
    grammar = cast(Grammar, tables.made("time grammar", lambda given: Grammar(RULES, time_words(given))))
    line = read_line(report.text, grammar.words)
    found = [
        TimeMention(span, timing.value, timing.kind, timing.timespan, rule)
        for span, timing, rule in grammar.read(line, references(report), Course(day_first=day_first(line)))
    ]
    return joined(found, report.text)


def references(report: Report) -> Callable[[int], Reference]:
    """Return what times at a place of the report are reckoned from."""
    whole = Reference(usable(report.day))
    own = [(zone.span, reference) for zone in report.zones if (reference := zone_reference(zone, report))]
    own.sort(key=lambda pair: pair[0])

    def reference_at(position: int) -> Reference:
        index = bisect_right(own, position, key=lambda pair: pair[0].start) - 1
        return own[index][1] if index >= 0 and position < own[index][0].end else whole

    return reference_at


def zone_reference(zone: Zone, report: Report) -> Reference | None:
    """Return a zone's own reference: a caption's or an embedded post's day, or the report day as a dateline states it."""
    if zone.kind in OWN_DAY and zone.day is not None:
        return Reference(usable(zone.day), Basis.EXPLICIT)
    return Reference(usable(report.day), Basis.DATELINE) if zone.kind is ZoneKind.DATELINE else None


def usable(day: date | None) -> date | None:
    """Return the day if times can be reckoned from it."""
    return day if day is not None and OLDEST <= day <= YOUNGEST else None


def day_first(line: TimeLine) -> bool | None:
    """Say how the text writes "22/01/2022": from the dates that can be read in one way only; None where none shows it."""
    orders = set()
    if "/" not in line.text:
        return None
    for written in map(str, map(line.value, line.of_kind("SLASHED"))):
        if "/" in written:
            first, second = (int(part) for part in written.split("/")[:2])
            orders |= {True} if second <= 12 < first else {False} if first <= 12 < second else set()
    return orders.pop() if len(orders) == 1 else None


def joined(found: list[TimeMention], text: str) -> list[TimeMention]:
    """Give both ends of a range the days of the whole: "from Thursday to Saturday"."""
    result = list(found)
    for index in range(len(result) - 1):
        if between(result[index], result[index + 1], text):
            result[index], result[index + 1] = range_of(result[index], result[index + 1])
    return result


def between(first: TimeMention, second: TimeMention, text: str) -> bool:
    """Say whether two times are the ends of a range."""
    gap = second.span.start - first.span.end
    if first.kind not in ENDS or second.kind not in ENDS or not 0 < gap <= 12:
        return False
    link = text[first.span.end : second.span.start].strip().lower()
    lead = text[max(0, first.span.start - 9) : first.span.start].lower().split()
    return link in LINKS.get(lead[-1] if lead else "", ()) or link in {"through", "until", "-", "–"}


def range_of(first: TimeMention, second: TimeMention) -> tuple[TimeMention, TimeMention]:
    """Return both ends with the days of the whole; an end that would come after the other is moved a week back."""
    start, end = first.timespan, second.timespan
    if start is None or end is None or start.earliest is None or end.latest is None:
        return first, second
    earliest = start.earliest
    if earliest > end.latest and first.rule == second.rule == "weekday":
        earliest = earliest - timedelta(days=7)
        first = replace(first, value=first.value.replace(start.earliest.isoformat(), earliest.isoformat()))
    if earliest > end.latest:
        return first, second
    grain = Grain.DAYS if start.grain in {Grain.DAY, Grain.HOUR, Grain.DAYS} else end.grain
    whole = TimeSpan(earliest, end.latest, grain, end.basis)
    return replace(first, timespan=whole), replace(second, timespan=whole)
