"""A monitor's toll through seven days, added one a day: each day's difference is what a person needs to know."""

from __future__ import annotations

from datetime import UTC, datetime, time

import pytest

from rashomon import Difference, Record, Store, Verdict
from rashomon.model import Report
from rashomon.pipeline import default_tables
from test_update_chain import CHAIN, FIRST, MONITOR, PARTY, RIVAL, TOLL, reports

NOON = datetime(2023, 5, 9, 12, tzinfo=UTC)
Day = tuple[Report, Difference, Record]


@pytest.fixture(scope="module")
def days() -> list[Day]:
    """Each report on the day it came, with what changed since the evening before, and the record."""
    told = reports(CHAIN, default_tables())
    found = []
    with Store(":memory:") as store:
        for report in told:
            assert report.day is not None
            change = store.changes()[-1].number if store.changes() else 0
            store.add(report, arrived=datetime.combine(report.day, time(8), UTC))
            found.append((report, store.diff(report.id, since=change), store.record(report.id)))
        assert store.verify().problems == ()
    return found


def toll(difference: Difference) -> dict[str, tuple[int | None, int | None]]:
    """Who moved the number of all killed, from what to what."""
    return {
        move.root: (move.before and move.before.low, move.after and move.after.low)
        for shift in difference.shifts if shift.question.label == "killed, total"
        for move in shift.moves
    }  # fmt: skip


def test_each_day_names_the_report_that_came(days: list[Day]) -> None:
    assert [difference.joined for _, difference, _ in days] == [(report.id,) for report, _, _ in days]
    assert [difference.fresh for _, difference, _ in days] == [True] + [False] * (len(days) - 1)
    assert len({record.event.id for _, _, record in days}) == 1


def test_each_day_tells_how_the_monitor_s_toll_moved(days: list[Day]) -> None:
    monitor = [toll(difference)[MONITOR] for _, difference, _ in days]
    assert monitor == list(zip((None, *TOLL[:-1]), TOLL, strict=True))


def test_a_rival_count_comes_beside_it_and_makes_a_dispute() -> None:
    rivals = {report.id: report for report in reports(RIVAL, default_tables())}
    told = [*reports(CHAIN[:3], default_tables()), *rivals.values()]
    with Store(":memory:") as store:
        store.add(told[:3], arrived=NOON)
        change = store.changes()[-1].number
        store.add(told[3], arrived=NOON)
        difference = store.diff(told[0].id, since=change)
    assert toll(difference) == {PARTY: (None, 64)}
    (shift,) = [one for one in difference.shifts if one.question.label == "killed, total"]
    assert (shift.before, shift.after) == (Verdict.UPDATED, Verdict.DISPUTED)
    assert MONITOR in shift.why
    assert PARTY in shift.why


def test_verdicts_are_told_when_they_change_and_why(days: list[Day]) -> None:
    told = [
        (shift.before, shift.after, shift.why)
        for _, difference, _ in days for shift in difference.shifts
        if shift.question.label == "killed, total" and shift.before is not shift.after
    ]  # fmt: skip
    assert told[0][:2] == (None, Verdict.SINGLE_SOURCE)
    assert told[1][:2] == (Verdict.SINGLE_SOURCE, Verdict.UPDATED)
    assert len(told) == 2
    assert all(why for _, _, why in told)


def test_a_move_says_as_of_when_and_by_which_report(days: list[Day]) -> None:
    for report, difference, _ in days:
        moves = [move for shift in difference.shifts if shift.question.label == "killed, total" for move in shift.moves]
        assert [(move.as_of, move.reports) for move in moves] == [(report.day, (report.id,))]
    assert days[0][0].day == FIRST
