"""Reviewers' decisions: they change the record, survive a rereading, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest

from rashomon import Decision, Judgement, JudgementError, Store, StoreError
from rashomon.model import Report, Verdict
from rashomon.pipeline.living import making
from rashomon.store.reports import Version

pytestmark = pytest.mark.usefixtures("read_once")
AT = "2027-06-21T08:00:00Z"


@pytest.fixture
def store(where: str, ferry: tuple[Report, ...], noon: datetime) -> Iterator[Store]:
    """A store with one event of four reports."""
    with Store(where) as store:
        store.add(ferry, arrived=noon)
        yield store


def partition(store: Store) -> set[frozenset[str]]:
    """Which reports stand together."""
    return {frozenset(entry.event.report_ids) for entry in store.events()}


def test_a_rejected_claim_is_gone_until_the_judgement_is_withdrawn(store: Store, ferry: tuple[Report, ...]) -> None:
    before = store.record(ferry[0].id)
    claim = next(c for c in before.claims if c.report_id == ferry[3].id and c.measure == "missing")
    id_ = store.judge(Judgement(Decision.REJECT, (claim.id,), "anna", AT))
    now = store.record(ferry[0].id)
    assert claim.id not in {one.id for one in now.claims}
    assert next(f for f in now.findings if f.question.label == "missing, total").verdict is Verdict.UPDATED
    store.withdraw(id_, by="anna", at=AT)
    assert store.record(ferry[0].id) == before
    assert store.judgements()[id_].withdrawn
    assert [change.what for change in store.changes()][-4:] == ["judged", "event", "withdrawn", "event"]
    assert store.verify().problems == ()
    with pytest.raises(StoreError, match="no standing judgement"):
        store.withdraw(id_, by="anna", at=AT)


def test_a_correction_that_says_nothing_keeps_nothing(store: Store, ferry: tuple[Report, ...]) -> None:
    claim = next(c for c in store.record(ferry[0].id).claims if c.measure == "missing")
    before = store.changes()
    with pytest.raises(JudgementError):
        store.judge(Judgement(Decision.CORRECT, (claim.id,), "anna", AT, correction="some"))
    assert store.changes() == before
    assert store.judgements() == {}
    store.judge(Judgement(Decision.CORRECT, (claim.id,), "anna", AT, correction="61"))
    corrected = next(c for c in store.record(ferry[0].id).claims if c.id == claim.id)
    assert corrected.quantity is not None
    assert corrected.quantity.low == 61


@pytest.mark.parametrize(
    ("decision", "subject"),
    [
        (Decision.REJECT, ("c-none",)),
        (Decision.SAME, ("r-none", "r-other")),
        (Decision.REJECT, ()),
        (Decision.NOT_SAME, ("r-none",)),
    ],
)
def test_a_judgement_on_what_is_not_there_is_refused(
    store: Store, decision: Decision, subject: tuple[str, ...]
) -> None:
    with pytest.raises(StoreError):
        store.judge(Judgement(decision, subject, "anna", AT))
    assert store.judgements() == {}


def test_a_split_gives_a_new_event_and_undo_restores_the_old_one(store: Store, ferry: tuple[Report, ...]) -> None:
    (whole,) = store.events()
    before = store.record(whole.event.id)
    id_ = store.judge(Judgement(Decision.NOT_SAME, (ferry[0].id, ferry[3].id), "anna", AT))
    assert len(partition(store)) == 2
    assert store.find(ferry[0].id) == whole.event.id
    new = store.find(ferry[3].id)
    assert new != whole.event.id
    assert "a reviewer held them apart" not in " ".join(store.record(new).event.reasons)
    store.withdraw(id_, by="anna", at=AT)
    assert store.record(whole.event.id) == before
    assert store.find(new) == whole.event.id
    assert ("merged", new) in {(change.what, change.subject) for change in store.changes()}
    assert store.verify().problems == ()


def test_a_merge_keeps_the_older_id_and_leaves_a_tombstone(
    where: str, mixed: tuple[Report, ...], noon: datetime
) -> None:
    with Store(where) as store:
        store.add(mixed, arrived=noon)
        before = {entry.event.id: store.record(entry.event.id) for entry in store.events()}
        older, younger = store.find(mixed[0].id), store.find(mixed[-1].id)
        assert older != younger
        id_ = store.judge(Judgement(Decision.SAME, (store.founder(older), store.founder(younger)), "anna", AT))
        assert store.find(younger) == older
        assert set(store.record(younger).event.report_ids) == {
            *before[older].event.report_ids, *before[younger].event.report_ids
        }  # fmt: skip
        assert store.diff(older, since=store.changes()[-4].number).absorbed == (younger,)
        assert any("a reviewer put" in reason for reason in store.record(older).event.reasons)
        store.withdraw(id_, by="anna", at=AT)
        assert {entry.event.id: store.record(entry.event.id) for entry in store.events()} == before
        assert store.verify().problems == ()


def test_a_copy_may_be_held_apart_from_its_original(store: Store, ferry: tuple[Report, ...]) -> None:
    wire, reprint = ferry[:2]
    store.judge(Judgement(Decision.NOT_SAME, (wire.id, reprint.id), "anna", AT))
    assert not any({wire.id, reprint.id} <= together for together in partition(store))


def test_judgements_survive_a_rereading(
    store: Store, ferry: tuple[Report, ...], noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = next(c for c in store.record(ferry[0].id).claims if c.measure == "missing")
    store.judge(Judgement(Decision.REJECT, (claim.id,), "anna", AT))
    store.judge(Judgement(Decision.NOT_SAME, (ferry[0].id, ferry[3].id), "anna", AT))
    before = {entry.event.id: store.record(entry.event.id) for entry in store.events()}
    assert store.stale() == 0
    assert store.reread(at=noon).reports == 0
    monkeypatch.setattr("rashomon.pipeline.living.writer.version_of", lambda _: Version("9.9", "other"))
    assert store.stale() == len(ferry)
    done = store.reread(at=noon)
    assert (done.reports, done.changed, done.loose) == (len(ferry), (), ())
    assert store.stale() == 0
    assert {entry.event.id: store.record(entry.event.id) for entry in store.events()} == before
    assert store.verify().problems == ()
    assert making.version_of(store.tables).code == before[store.find(ferry[0].id)].versions["rashomon"]


def test_a_rereading_that_reads_otherwise_makes_the_records_anew(
    store: Store, ferry: tuple[Report, ...], noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = next(c for c in store.record(ferry[0].id).claims if c.measure == "missing")
    id_ = store.judge(Judgement(Decision.ACCEPT, (claim.id,), "anna", AT))
    from rashomon.model import Reading

    with monkeypatch.context() as blind:
        blind.setattr(
            "rashomon.pipeline.living.writer.read", lambda reports, **_: iter([Reading(r.id) for r in reports])
        )
        done = store.reread(at=noon, everything=True)
    assert set(done.changed) == {report.id for report in ferry}
    assert done.loose == (id_,)
    assert all(store.record(entry.event.id).claims == () for entry in store.events())
    assert store.verify().problems == ()
    store.reread(at=noon, everything=True)
    assert claim.id in {one.id for one in store.record(ferry[0].id).claims}
    assert store.verify().problems == ()
