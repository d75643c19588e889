"""When something was said: days, clock times, and datelines without a year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from rashomon.model import Evidence, Verdict
from rashomon.reconcile.moments import Moment, turn_of

if TYPE_CHECKING:
    from conftest import Newsroom


def yearless(month: int, day: int) -> Moment:
    """The moment of a report whose dateline has no year."""
    return Moment(None, turn=turn_of(month, day))


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        (yearless(3, 3), yearless(3, 5), True),
        (yearless(3, 5), yearless(3, 3), False),
        (yearless(12, 30), yearless(1, 2), True),
        (yearless(1, 2), yearless(12, 30), False),
        (yearless(3, 3), yearless(3, 3), None),
        (yearless(3, 3), Moment(date(2031, 3, 5)), True),
        (yearless(3, 3), Moment(None), None),
        (Moment(date(2030, 3, 3)), Moment(date(2031, 3, 3)), True),
        (Moment(None), Moment(date(2031, 3, 3)), None),
    ],
)
def test_days_without_a_year_tell_an_order(one: Moment, other: Moment, *, before: bool | None) -> None:
    assert one.before(other) is before


def test_a_day_without_a_year_is_told_without_one() -> None:
    assert [moment.words for moment in (yearless(2, 29), Moment(date(2031, 3, 5)), Moment(None))] == [
        "29 February",
        "5 March 2031",
        "",
    ]


@pytest.mark.parametrize(("first", "second", "verdict"), [("--03-03", "--03-05", "updated"), (None, None, "disputed")])
def test_datelines_without_a_year_make_a_later_toll_an_update(
    room: Newsroom, first: str | None, second: str | None, verdict: str
) -> None:
    for outlet, value, toll, by in (("Zenith", first, 11, "monitor"), ("Argus", second, 16, "ministry")):
        paper = room.paper(outlet, None)
        paper.count(toll, by)
        if value:
            paper.report = replace(paper.report, evidence=(Evidence("day", value, "dateline-no-year", value),))
    assert [finding.verdict for finding in room.record().findings] == [Verdict(verdict)]


def test_reports_without_a_year_stand_in_the_order_of_their_datelines(room: Newsroom) -> None:
    for outlet, value in (("Zenith", "--03-03"), ("Argus", "--03-05"), ("Herald", None)):
        paper = room.paper(outlet, None)
        paper.count(11, "monitor")
        if value:
            paper.report = replace(paper.report, evidence=(Evidence("day", value, "dateline-no-year", value),))
    assert [report.outlet for report in room.record().reports] == ["Zenith", "Argus", "Herald"]
