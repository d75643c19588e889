"""A round-up in a store: each of its accounts stands in the event it tells, whenever it comes and however it is read again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rashomon
from rashomon import Decision, Judgement, Store, StoreError
from rashomon.model import Account, EventId, FindingId, Record, Report
from rashomon.pipeline.living import adding, neighbours, writer

pytestmark = pytest.mark.usefixtures("read_once")
AT = "2030-10-05T08:00:00Z"
MANY = settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
Told = dict[tuple[tuple[str, ...], tuple[Account, ...]], Record]


def bare(record: Record) -> Record:
    """A record without the ids that come from who founded its event."""
    findings = tuple(replace(finding, id=FindingId("")) for finding in record.findings)
    return replace(record, event=replace(record.event, id=EventId("")), findings=findings)


def told(store: Store) -> Told:
    """All records, by their reports and which parts of them."""
    return {(one.event.report_ids, one.event.accounts): bare(store.record(one.event.id)) for one in store.events()}


@pytest.fixture
def attacks(roundups: tuple[Report, ...]) -> dict[str, Report]:
    """A wire's report of a bombing, which turns to an ambush and a kidnapping; one on the bombing; one on the ambush."""
    return {name: next(report for report in roundups if name in report.source) for name in ("wire", "bomb", "ambush")}


@pytest.fixture
def store(where: str, attacks: dict[str, Report], noon: datetime) -> Iterator[Store]:
    """A store with the three of them."""
    with Store(where) as store:
        store.add(list(attacks.values()), arrived=noon)
        yield store


@given(data=st.data())
@MANY
def test_any_order_and_any_handfuls_make_the_records_of_the_batch(
    data: st.DataObject, roundups: tuple[Report, ...], noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = data.draw(st.permutations(roundups))
    monkeypatch.setattr(adding, "HANDFUL", data.draw(st.sampled_from([1, 2, 16])))
    with Store(":memory:") as store:
        store.add(order, arrived=noon)
        mine = told(store)
        assert store.verify().problems == ()
    readings = list(writer.read(roundups, tables=rashomon.load_tables()))
    events = rashomon.group(roundups, readings)
    batch = {(event.report_ids, event.accounts): rashomon.reconcile(event, roundups, readings) for event in events}
    assert mine == {key: bare(record) for key, record in batch.items()}


def test_each_account_stands_in_the_event_it_tells(store: Store, attacks: dict[str, Report]) -> None:
    wire, bomb, ambush = (attacks[name].id for name in ("wire", "bomb", "ambush"))
    found = {tuple(sorted(one.event.report_ids)) for one in store.events()}
    assert found == {tuple(sorted((wire, bomb))), tuple(sorted((wire, ambush))), (wire,)}
    assert store.find(wire) == store.find(bomb) != store.find(ambush)
    notes = [note.code for note in store.record(ambush).notes if note.report_id == wire]
    assert "round-up" in notes
    kinds = {claim.where.name for claim in store.record(ambush).claims if claim.where and claim.report_id == wire}
    assert "Kirkuk" not in kinds


def test_an_event_founded_by_a_round_up_keeps_its_id(attacks: dict[str, Report], where: str, noon: datetime) -> None:
    with Store(where) as store:
        first = store.add(attacks["wire"], arrived=noon)
        assert len(first.founded) == 3
        after = store.add(attacks["ambush"], arrived=noon)
        assert after.founded == ()
        assert set(after.grown) < set(first.founded)
        assert after.grown == (store.find(attacks["ambush"].id),)
        assert store.founder(after.grown[0]) != attacks["wire"].id


def test_a_search_leads_to_the_event_in_which_the_words_stand(store: Store, attacks: dict[str, Report]) -> None:
    (hit,) = store.search("engineers Kirkuk")
    assert hit.report_id == attacks["wire"].id
    assert store.entry(hit.event_id).event.type == "abduction"
    assert {hit.event_id for hit in store.search("vegetable market")} == {store.find(attacks["bomb"].id)}


def test_reviewers_put_accounts_together_and_apart(store: Store, attacks: dict[str, Report]) -> None:
    before = told(store)
    ambush = attacks["ambush"].id
    founder = store.founder(store.find(ambush))
    apart = store.judge(Judgement(Decision.NOT_SAME, (founder, ambush), "anna", AT))
    assert len(store.events()) == 4
    assert [one.decision for one in store.diff(founder, since=1).judged] == [Decision.NOT_SAME]
    store.withdraw(apart, by="anna", at=AT)
    assert told(store) == before
    same = store.judge(Judgement(Decision.SAME, (founder, attacks["wire"].id), "anna", AT))
    assert store.find(ambush) == store.find(attacks["bomb"].id)
    assert len(store.events()) == 2
    assert store.verify().problems == ()
    store.withdraw(same, by="anna", at=AT)
    assert told(store) == before
    with pytest.raises(StoreError, match="a-none"):
        store.judge(Judgement(Decision.SAME, (founder, "a-none"), "anna", AT))


def test_a_judgement_on_a_claim_changes_the_event_of_its_account_alone(
    store: Store, attacks: dict[str, Report]
) -> None:
    record = store.record(attacks["ambush"].id)
    claim = next(one for one in record.claims if one.report_id == attacks["wire"].id and one.measure == "wounded")
    since = store.changes()[-1].number
    store.judge(Judgement(Decision.REJECT, (claim.id,), "anna", AT))
    touched = [change.subject for change in store.changes(since=since) if change.what == "event"]
    assert touched == [store.find(attacks["ambush"].id)]


def test_accounts_come_and_go_as_readings_do(
    where: str, attacks: dict[str, Report], noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store(where) as store:
        with monkeypatch.context() as before:
            before.setattr(neighbours, "accounts_in", lambda *_, **__: ())
            store.add(list(attacks.values()), arrived=noon)
            whole = told(store)
            assert all(not accounts for _, accounts in whole)
        store.reread(at=noon, everything=True)
        with Store(":memory:") as fresh:
            fresh.add(list(attacks.values()), arrived=noon)
            assert told(store) == told(fresh)
        assert store.verify().problems == ()
        parts = {one.event.id for one in store.events()}
        with monkeypatch.context() as again:
            again.setattr(neighbours, "accounts_in", lambda *_, **__: ())
            store.reread(at=noon, everything=True)
        assert told(store) == whole
        assert store.verify().problems == ()
        home = {store.find(id_) for id_ in parts}
        assert home == {one.event.id for one in store.events()}
        store.reread(at=noon, everything=True)
        assert {one.event.id for one in store.events()} == parts
        assert store.verify().problems == ()
