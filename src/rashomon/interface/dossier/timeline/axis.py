"""The days that the picture of the acts runs over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from rashomon.interface.dossier.timeline.row import Moment
from rashomon.interface.words import MONTHS, time_words
from rashomon.model import TimeSpan

LONG = 2
"""An act may widen the axis by so many lengths of the happening; what lies further off is drawn at its edge."""
LEAST = timedelta(days=14)
WEEKS, SEASON, YEARS = 21, 120, 1100
DAY = 86_400_000


@dataclass(frozen=True, slots=True)
class Axis:
    """The first and last day that a picture shows, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """From how many days the axis is made."""
        return (self.last - self.first).days + 1

    @property
    def title(self) -> str:
        """The days in words: ``12–13 March 2024``."""
        return time_words(TimeSpan(self.first, self.last))

    def holds(self, day: date) -> bool:
        """Say whether a day is on the axis."""
        return self.first <= day <= self.last

    def scale(self, start: float, end: float) -> dict[str, Any]:
        """Return the scale of a specification: from the middle of the first day to that of the last, in pixels."""
        if self.days == 1:
            half = DAY // 2
            domain = [instant(self.first) - half, instant(self.last) + half]
        else:
            domain = [instant(self.first), instant(self.last)]
        return {"name": "day", "type": "utc", "domain": domain, "range": [start, end]}

    def ticks(self, most: int) -> list[date]:
        """Return at most about so many days to name: every day, every seventh, the firsts of months or of years."""
        step = next((step for step in (1, 2, 7, 14) if self.days / step <= most), 0)
        if step:
            return [self.first + timedelta(days=place) for place in range(0, self.days, step)]
        firsts = list(month_starts(self.first, self.last))
        every = next(
            (every for every in (1, 3, 6, 12, 24, 60, 120, 600, 1200, 6000, 12000) if len(firsts) / every <= most),
            60000,
        )
        found = [day for day in firsts if ((day.year * 12 + day.month - 1) % every) == 0]
        return found or [self.first]

    def tick_words(self, day: date) -> str:
        """Return a day as the axis names it: ``12 Mar``, or ``Mar 2024`` where days would be too many."""
        month = MONTHS[day.month - 1][:3]
        return f"{day.day} {month}" if self.days <= SEASON else f"{month} {day.year}"


def month_starts(first: date, last: date) -> Iterable[date]:
    """Yield the first days of the months between two days."""
    for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        day = date(month // 12, month % 12 + 1, 1)
        if first <= day <= last:
            yield day


def instant(day: date) -> int:
    """Return a day as the drawing library counts time: milliseconds of 1970, in UTC."""
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() * 1000)


def axis_of(moments: Iterable[Moment], report_days: Mapping[date, object], when: TimeSpan | None) -> Axis | None:
    """Return the days to show: those of the happening and of the reports, and of the acts that do not lie far from them."""
    acts = [day for one in moments for day in (one.earliest, one.latest) if day]
    ends = [day for day in (when.earliest, when.latest) if day] if when else []
    core = [*ends, *report_days] or acts
    if not core:
        return None
    first, last = min(core), max(core)
    reach = max((last - first) * LONG, LEAST)
    near = [day for day in acts if -reach <= day - first and day - last <= reach]
    return Axis(min([first, *near]), max([last, *near]))
