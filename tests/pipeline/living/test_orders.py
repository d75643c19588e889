"""The order in which reports come, and in how many goes, changes no record."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rashomon
from rashomon import Decision, Judgement, Store
from rashomon.model import EventId, FindingId, Record, Report
from rashomon.pipeline.living import adding

pytestmark = pytest.mark.usefixtures("read_once")
AT = "2027-06-21T08:00:00Z"
MANY = settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def bare(record: Record) -> Record:
    """A record without the ids that come from who founded its event."""
    findings = tuple(replace(finding, id=FindingId("")) for finding in record.findings)
    return replace(record, event=replace(record.event, id=EventId("")), findings=findings)


def records(store: Store) -> dict[tuple[str, ...], Record]:
    """All records by their reports."""
    return {entry.event.report_ids: bare(store.record(entry.event.id)) for entry in store.events()}


@given(data=st.data())
@MANY
def test_any_order_and_any_handfuls_make_the_records_of_the_batch(
    data: st.DataObject, mixed: tuple[Report, ...], noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = data.draw(st.permutations(mixed))
    monkeypatch.setattr(adding, "HANDFUL", data.draw(st.sampled_from([1, 2, 5, 16])))
    with Store(":memory:") as store:
        store.add(order, arrived=noon)
        mine = records(store)
        assert store.verify().problems == ()
        readings = list(rashomon_read(mixed))
        events = rashomon.group(mixed, readings)
        batch = {event.report_ids: bare(rashomon.reconcile(event, mixed, readings)) for event in events}
        assert mine == batch


def rashomon_read(reports: tuple[Report, ...]) -> list[object]:
    """The readings, from memory."""
    from rashomon.pipeline.living import writer

    return list(writer.read(reports, tables=rashomon.load_tables()))


def test_an_event_keeps_its_id_while_it_grows(mixed: tuple[Report, ...], noon: datetime) -> None:
    with Store(":memory:") as store:
        home = {}
        for report in mixed:
            store.add(report, arrived=noon)
            home[report.id] = store.find(report.id)
        for entry in store.events():
            founder = next(report.id for report in mixed if report.id in entry.event.report_ids)
            assert home[founder] == entry.event.id


@pytest.mark.parametrize("turned", [False, True])
def test_a_judgement_holds_whatever_comes_after_it(mixed: tuple[Report, ...], noon: datetime, turned: bool) -> None:
    with Store(":memory:") as store:
        store.add(mixed, arrived=noon)
        first, *_, last = [entry.event.report_ids for entry in store.events()]
        together, apart = (
            (first[0], last[0]),
            next(ids[:2] for ids in records(store) if len(ids) > 2 and ids not in (first, last)),
        )
        said = [Judgement(Decision.SAME, together, "anna", AT), Judgement(Decision.NOT_SAME, apart, "anna", AT)]
        for one in said:
            store.judge(one)
        after = records(store)
        assert store.verify().problems == ()
    assert any({*together} <= {*ids} for ids in after)
    assert not any({*apart} <= {*ids} for ids in after)
    judged = [report for report in mixed if report.id in (*together, *apart)]
    rest = [report for report in mixed if report not in judged]
    with Store(":memory:") as store:
        store.add(judged, arrived=noon)
        for one in said:
            store.judge(one)
        for report in reversed(rest) if turned else rest:
            store.add(report, arrived=noon)
        assert records(store).keys() == after.keys()
        assert records(store) == after
        assert store.verify().problems == ()
