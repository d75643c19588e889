"""The acts in words: all of them, with the verdicts and the claims of the record."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from rashomon.interface.dossier.page import render
from rashomon.interface.dossier.timeline.row import CONTROL, FIGHT, OTHER
from rashomon.interface.dossier.timeline.view import finding_on, timeline_of
from rashomon.interface.findings import Marks
from rashomon.lexicon.tables import Tables
from rashomon.model import (
    UNATTRIBUTED,
    FindingId,
    Layer,
    Question,
    Record,
    TimelineEntry,
    TimeSpan,
    Verdict,
)


def marks(record: Record) -> Marks:
    """The letters of a record's reports."""
    return Marks.of(record.reports)


def busy(record: Record, number: int = 30) -> Record:
    """The record with many acts, some undated, some open at one end."""
    entry, finding = record.timeline[0], record.findings[3]
    day = record.reports[0].day
    assert day
    spans = [
        TimeSpan.day(day),
        None,
        TimeSpan(day, None),
        TimeSpan(None, day),
        TimeSpan(day, day + timedelta(days=1)),
        TimeSpan(None, None),
    ]
    entries = [TimelineEntry(spans[i % 6], f"act number {i}", entry.claims, entry.roots) for i in range(number)]
    asked = [
        replace(finding, id=FindingId(f"f-x{i}"), question=Question("act", f"act number {i}", act="accident"))
        for i in range(number)
    ]
    return replace(record, timeline=tuple(entries), findings=(*record.findings, *asked))


def test_an_act_has_the_verdict_of_the_finding_that_asks_about_it(record: Record, tables: Tables) -> None:
    (moment,) = timeline_of(record, marks(record), tables=tables).all
    assert (moment.label, moment.when, moment.finding_id) == ("accident by ferry", "Mon 4 Mar", "f-4")
    assert (moment.verdict, moment.symbol, moment.words) == (Verdict.AGREE, "●", "agree")
    assert (moment.claims, moment.reports, moment.kind) == (1, 1, OTHER)
    (teller,) = moment.tellers
    assert teller.root == "Harbour, own voice"
    assert [(one.mark, one.claim_id) for one in teller.pointers] == [("A", record.timeline[0].claims[0])]


def test_of_two_findings_of_one_name_the_one_with_the_claims_is_taken(record: Record) -> None:
    other = replace(record.findings[3], id=FindingId("f-9"), positions=(record.findings[0].positions[0],))
    assert finding_on(record.timeline[0], (other, record.findings[3])) is record.findings[3]
    assert finding_on(replace(record.timeline[0], label="flood"), record.findings) is None


def test_attacks_and_holds_are_told_apart(record: Record, tables: Tables) -> None:
    finding = record.findings[3]
    kinds = []
    for kind, act in (
        ("act", "bombing"),
        ("act", "air strike"),
        ("act", "clash"),
        ("control", "captured"),
        ("act", "curfew"),
    ):
        asked = replace(finding, question=replace(finding.question, kind=kind, act=act))
        made = timeline_of(replace(record, findings=(asked,)), marks(record), tables=tables)
        kinds.append(made.all[0].kind)
    assert kinds == [FIGHT, FIGHT, FIGHT, CONTROL, OTHER]


def test_every_act_of_the_record_is_there_once(record: Record, tables: Tables) -> None:
    many = busy(record)
    view = timeline_of(many, marks(many), tables=tables)
    assert sorted(one.label for one in view.all) == sorted(entry.label for entry in many.timeline)
    assert len(view.undated) == 10
    assert all(one.earliest or one.latest for one in view.dated)
    assert view.open_ended
    assert view.folded
    html = render(many, tables=tables)
    table = html[html.index('id="timeline"') :]
    table = table[table.index("<table") : table.index("</table>")]
    for entry in many.timeline:
        assert table.count(f"<bdi>{entry.label}</bdi>") == 1
    assert table.count(">no date<") == 10


def test_an_act_without_a_finding_keeps_its_roots_and_claims(record: Record, tables: Tables) -> None:
    entry = replace(record.timeline[0], roots=("Harbour", UNATTRIBUTED))
    bare = replace(record, findings=(), timeline=(entry,))
    (moment,) = timeline_of(bare, marks(bare), tables=tables).all
    assert moment.verdict is None
    assert [teller.root for teller in moment.tellers] == ["Harbour", "nobody named", "in these words"]
    assert [one.mark for one in moment.tellers[-1].pointers] == ["A"]
    assert "in these words" in render(bare, tables=tables)


def test_a_claim_that_the_record_lacks_is_not_linked(record: Record, tables: Tables) -> None:
    bare = replace(record, claims=())
    (moment,) = timeline_of(bare, marks(bare), tables=tables).all
    assert moment.tellers[0].pointers == ()
    assert (moment.claims, moment.reports) == (1, 0)


def test_loaded_words_in_a_name_are_quoted(record: Record, tables: Tables) -> None:
    named = replace(record, timeline=(replace(record.timeline[0], label="accident by heroic crew"),))
    assert timeline_of(named, marks(named), tables=tables).all[0].label == "accident by “heroic crew”"


def test_hostile_words_stay_words(hostile: Record, tables: Tables) -> None:
    evil = "\x1b[31m<script>alert(1)</script>\u202e" + "x" * 20000
    entries = (
        replace(hostile.timeline[0], label=evil, roots=(evil,)),
        replace(hostile.timeline[0], label=evil, when=None),
    )
    bad = replace(hostile, timeline=entries)
    view = timeline_of(bad, marks(bad), tables=tables)
    assert view.picture
    for text in (view.picture.wide, render(bad, tables=tables)):
        assert "<script>alert" not in text
        assert not {"\x1b", "\u202e"} & set(text)


def test_the_same_record_makes_the_same_part(record: Record, tables: Tables) -> None:
    many = busy(record)
    assert timeline_of(many, marks(many), tables=tables) == timeline_of(many, marks(many), tables=tables)


def test_no_acts_no_part(record: Record, tables: Tables) -> None:
    none = replace(record, timeline=())
    view = timeline_of(none, marks(none), tables=tables)
    assert (view.all, view.picture) == ((), None)
    assert 'id="timeline"' not in render(none, tables=tables)


def test_acts_without_a_date_are_a_table_alone(record: Record, tables: Tables) -> None:
    undated = replace(record, timeline=(replace(record.timeline[0], when=None),))
    view = timeline_of(undated, marks(undated), tables=tables)
    assert view.picture is None
    assert not view.folded
    assert "No date given" in render(undated, tables=tables)


def test_only_the_happening_is_on_the_timeline(record: Record) -> None:
    layers = {claim.id: claim.layer for claim in record.claims}
    assert {layers[id_] for entry in record.timeline for id_ in entry.claims} == {Layer.MAIN}
