"""The days of the picture of the acts."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rashomon.interface.dossier.timeline.axis import Axis, axis_of
from rashomon.interface.dossier.timeline.row import OTHER, Moment
from rashomon.model import TimeSpan

DAY = date(2024, 3, 4)


def act(earliest: date | None, latest: date | None) -> Moment:
    """An act between two days."""
    return Moment("raid", OTHER, "", earliest, latest, "", None, "", "", (), 1, 1)


def test_the_axis_holds_the_happening_the_reports_and_the_acts_near_them() -> None:
    late = DAY + timedelta(days=3)
    axis = axis_of([act(DAY - timedelta(days=2), DAY)], {late: ("A",)}, TimeSpan.day(DAY))
    assert axis == Axis(DAY - timedelta(days=2), late)


def test_a_day_years_away_does_not_crush_the_others() -> None:
    axis = axis_of([act(date(2004, 1, 1), date(2004, 1, 1)), act(DAY, None)], {DAY: ("A",)}, None)
    assert axis == Axis(DAY, DAY)


def test_acts_alone_make_an_axis_and_nothing_makes_none() -> None:
    assert axis_of([act(DAY, None)], {}, None) == Axis(DAY, DAY)
    assert axis_of([], {}, None) is None


@given(st.dates(), st.dates(), st.integers(2, 9))
def test_days_are_named_within_the_axis_and_not_too_many(first: date, last: date, most: int) -> None:
    axis = Axis(min(first, last), max(first, last))
    named = axis.ticks(most)
    assert named == sorted(set(named))
    assert all(axis.holds(day) for day in named)
    assert 1 <= len(named) <= most + 1
    assert len({axis.tick_words(day) for day in named}) == len(named)
