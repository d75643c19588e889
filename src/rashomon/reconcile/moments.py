"""When a claim's figure held, and what is known of the order of two."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.model import Basis, Claim, Report

LEAP, DAYS = 2000, 366
"""A year that has every day, and how many it has."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When something was said (``day``, and the ``clock`` of the metadata) and of when it speaks (``of``); None is not known.

    ``turn`` is the day of the year that a dateline without a year gives (1 March is 61), where no day is known: it tells an order alone.
    """

    day: date | None
    clock: str | None = None
    of: date | None = None
    turn: int | None = None

    @property
    def as_of(self) -> date | None:
        """The day the figure holds for: the report's, else the one the claim names."""
        return self.day or self.of

    @property
    def rank(self) -> tuple[date, str, date]:
        """A sort key; what is not known comes first."""
        day = self.as_of or (date.fromordinal(self.turn) if self.turn else date.min)
        return (day, self.clock or "", self.of or day)

    def before(self, other: Moment) -> bool | None:
        """Say whether this one is the earlier; None where nothing tells the order.

        Two reports of one day have an order only where both carry a clock time, or where their claims name days.
        """
        if self.as_of is None or other.as_of is None:
            return earlier_in_year(self.turning, other.turning)
        if self.as_of != other.as_of:
            return self.as_of < other.as_of
        if self.clock and other.clock and self.clock != other.clock:
            return self.clock < other.clock
        if self.of and other.of and self.of != other.of:
            return self.of < other.of
        return None

    @property
    def words(self) -> str:
        """The day the figure holds for ("5 March 2024"), without a year where none is known; empty without a day."""
        day = self.as_of
        if day is None and self.turn:
            day = date(LEAP, 1, 1) + timedelta(self.turn - 1)
            return f"{day.day} {day:%B}"
        return f"{day.day} {day:%B %Y}" if day else ""

    @property
    def turning(self) -> int | None:
        """The day of the year, 29 February always counted; None where neither day nor dateline is known."""
        return self.turn if self.as_of is None else turn_of(self.as_of.month, self.as_of.day)


def turn_of(month: int, day: int) -> int:
    """Return which day of a leap year a date is.

    >>> turn_of(1, 1), turn_of(3, 1)
    (1, 61)
    """
    return date(LEAP, month, day).timetuple().tm_yday


def earlier_in_year(one: int | None, other: int | None) -> bool | None:
    """Say whether a day of the year comes before another: reports of one event lie less than half a year apart.

    >>> earlier_in_year(turn_of(12, 30), turn_of(1, 2)), earlier_in_year(61, 61)
    (True, None)
    """
    if one is None or other is None or one == other:
        return None
    return (other - one) % DAYS < DAYS // 2


def report_day(report: Report) -> date | None:
    """Return the solved report day, else the day the metadata gives."""
    if report.day is not None:
        return report.day
    try:
        return date.fromisoformat((report.published or "")[:10])
    except ValueError:
        return None


def clock_of(report: Report) -> str | None:
    """Return the metadata's time of day as written ("2022-01-22T15:38Z" gives "15:38Z"), where it is of the report day."""
    published = report.published or ""
    day, has_time, clock = published.partition("T")
    if not has_time or not clock or (report.day is not None and day != report.day.isoformat()):
        return None
    return clock


def moment_of(claim: Claim, report: Report, said: date | None = None) -> Moment:
    """Return when a claim was made and of when it speaks; a span that only follows from the event names no day of its own.

    ``said`` is the day of saying that the report tells, which comes before the report's own day where it is an earlier one.
    """
    told = claim.when.latest if claim.when and claim.when.basis is not Basis.EVENT else None
    day = report_day(report)
    if said is not None and (day is None or said < day):
        return Moment(said, None, told)
    return Moment(day, clock_of(report), told, turn_of(*report.yearless) if day is None and report.yearless else None)
