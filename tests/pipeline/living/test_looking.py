"""What a store shows: events by what is asked for, records as they were, reports by their words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from rashomon import Decision, Judgement, Store, StoreError
from rashomon.model import Report

pytestmark = pytest.mark.usefixtures("read_once")


@pytest.fixture
def store(where: str, mixed: tuple[Report, ...], noon: datetime) -> Iterator[Store]:
    """A store with four events."""
    with Store(where) as store:
        store.add(mixed, arrived=noon)
        yield store


def test_events_are_found_by_what_they_are(store: Store) -> None:
    entries = store.events()
    assert len(entries) >= 4
    for entry in entries:
        event = entry.event
        if event.where:
            assert entry in store.events(place=event.where.name[1:-1].upper())
        if event.type:
            assert all(one.event.type == event.type for one in store.events(kind=event.type))
        for party in event.parties:
            assert entry in store.events(actor=party[:5])
        if event.when and event.when.earliest and event.when.latest:
            assert entry in store.events(since=event.when.earliest, until=event.when.latest)
            assert entry not in store.events(since=event.when.latest + timedelta(days=1))
            assert entry not in store.events(until=event.when.earliest - timedelta(days=1))
    disputed = {one.event.id for one in entries if one.verdicts.get(next(iter(one.verdicts)))}
    assert {one.event.id for one in store.events(disputed=True)} <= disputed
    assert store.events(place="Nowhere") == ()
    assert store.events(place="%") == store.events(actor="_%") == ()


def test_an_event_goes_by_its_id_the_beginning_of_it_or_a_report(store: Store) -> None:
    entry = store.events()[0]
    assert store.find(entry.event.id) == entry.event.id
    assert store.find(entry.event.id[:9]) == entry.event.id
    assert store.find(entry.event.report_ids[-1]) == entry.event.id
    assert store.founder(entry.event.id) in entry.event.report_ids
    assert store.entry(entry.event.id) == entry
    with pytest.raises(StoreError, match="may mean"):
        store.find("e-")
    for name in ("", "e-zzz", "%", "r-none"):
        with pytest.raises(StoreError, match="names no event"):
            store.find(name)


def test_what_is_not_there_is_told(store: Store) -> None:
    with pytest.raises(StoreError, match="names no report"):
        store.report("r-none")
    with pytest.raises(StoreError, match="no bytes"):
        store.original("00")
    with pytest.raises(StoreError, match="names no report"):
        store.arrival("r-none")
    with pytest.raises(StoreError, match="no day or moment"):
        store.changes(since="yesterday")


def test_words_are_found_in_any_form_and_side_by_side(store: Store, ferry: tuple[Report, ...]) -> None:
    hits = store.search("drowning ferries")
    assert {hit.report_id for hit in hits} <= {report.id for report in ferry}
    assert hits
    assert all(hit.event_id == store.find(hit.report_id) for hit in hits)
    assert "drowned" in hits[0].words
    assert store.search('"sank on Lake Anwe"')
    assert store.search('"Anwe Lake on sank"') == ()
    assert store.search("ferry zeppelin") == ()
    assert store.search(" \"' ") == ()


def test_a_record_is_shown_as_it_was(where: str, ferry: tuple[Report, ...], noon: datetime) -> None:
    with Store(where) as store:
        then = []
        for number, report in enumerate(ferry):
            store.add(report, arrived=noon + timedelta(days=number))
            then.append((store.changes()[-1].number, store.record(report.id)))
        for number, (change, record) in enumerate(then):
            was = store.record(ferry[0].id, at=change)
            assert was.findings == record.findings
            assert was.reports == record.reports
            assert store.record(ferry[0].id, at=(noon + timedelta(days=number + 1)).date()).findings == record.findings
        with pytest.raises(StoreError, match="had no report"):
            store.record(ferry[0].id, at=0)


def test_changes_since_a_day_are_those_of_that_day_and_later(where: str, ferry: tuple[Report, ...]) -> None:
    with Store(where) as store:
        for number, report in enumerate(ferry):
            store.add(report, arrived=datetime(2027, 6, 15 + number, 23, tzinfo=UTC))
        assert [c.number for c in store.changes()] == list(range(1, 2 * len(ferry) + 1))
        later = store.changes(since=date(2027, 6, 17))
        assert {c.at[:10] for c in later} == {"2027-06-17", "2027-06-18"}
        assert later == store.changes(since="2027-06-16T23:00:01Z") == store.changes(since=later[0].number - 1)


def test_the_difference_names_what_came_and_what_moved(where: str, ferry: tuple[Report, ...], noon: datetime) -> None:
    wire, reprint, toll, families = ferry
    with Store(where) as store:
        store.add([wire, reprint], arrived=noon)
        change = store.changes()[-1].number
        store.add([toll, families], arrived=noon)
        found = store.diff(wire.id, since=change)
        assert set(found.joined) == {toll.id, families.id}
        assert not found.fresh
        killed = next(one for one in found.shifts if one.question.label == "killed, total")
        assert (killed.before, killed.after) == ("single-source", "updated")
        (move,) = killed.moves
        assert (move.root, move.before and move.before.low, move.after and move.after.low) == (
            "Marine Authority",
            20,
            38,
        )
        assert move.reports == (toll.id,)
        missing = next(one for one in found.shifts if one.question.label == "missing, total")
        assert {move.root: move.after and move.after.low for move in missing.moves}["Marine Authority"] == 33
        assert store.diff(wire.id, since=0).fresh
        nothing = store.diff(wire.id, since=store.changes()[-1].number)
        assert (nothing.joined, nothing.shifts, nothing.when, nothing.kind) == ((), (), None, None)


def test_the_difference_tells_of_judgements(where: str, ferry: tuple[Report, ...], noon: datetime) -> None:
    with Store(where) as store:
        store.add(ferry, arrived=noon)
        change = store.changes()[-1].number
        claim = next(
            c for c in store.record(ferry[0].id).claims if c.measure == "missing" and c.report_id == ferry[3].id
        )
        mine = Judgement(Decision.REJECT, (claim.id,), "anna", "2027-06-21T08:00:00Z", reason="said of another boat")
        id_ = store.judge(mine)
        found = store.diff(ferry[0].id, since=change)
        assert found.judged == (mine,)
        (missing,) = [one for one in found.shifts if one.question.label == "missing, total"]
        (gone,) = missing.moves
        assert (gone.before and gone.before.low, gone.after) == (70, None)
        store.withdraw(id_, by="bert", at="2027-06-21T09:00:00Z")
        back = store.diff(ferry[0].id, since=store.changes()[-3].number)
        assert [one.subject for one in back.withdrawn] == [(claim.id,)]
        assert store.diff(ferry[0].id, since=change).shifts == ()
