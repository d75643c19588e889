"""The record as a whole: judgements, order of reports, wording, timeline, omissions, open points."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.model import (
    Decision,
    Event,
    EventId,
    Judgement,
    Mention,
    MentionType,
    Note,
    Reading,
    Span,
)
from rashomon.reconcile import reconcile

if TYPE_CHECKING:
    from conftest import Newsroom


def two_papers(room: Newsroom) -> None:
    """Two papers that differ on the dead, one of them with a curfew."""
    room.paper("Post", 1).count(12, "monitor")
    herald = room.paper("Herald", 0)
    herald.count(15, "ministry")
    herald.act("curfew", "Milltown Police", when=room.on(0))


def test_a_rejected_claim_is_taken_out_and_comes_back(room: Newsroom) -> None:
    two_papers(room)
    wrong = room.papers[0].claims[0].id
    reject = Judgement(Decision.REJECT, (wrong,), "ana", "2031-03-05T10:00:00Z")
    before, after = room.record(), room.record(judgements=[reject])
    assert wrong not in {claim.id for claim in after.claims}
    assert [f.verdict for f in before.findings] != [f.verdict for f in after.findings]
    assert room.record(judgements=[replace(reject, withdrawn=True)]) == before


def test_an_accepted_claim_changes_nothing(room: Newsroom) -> None:
    two_papers(room)
    accept = Judgement(Decision.ACCEPT, (room.papers[0].claims[0].id,), "ana", "2031-03-05T10:00:00Z")
    assert room.record(judgements=[accept]) == room.record()


def test_reports_stand_by_day(room: Newsroom) -> None:
    two_papers(room)
    room.paper("Undated", None)
    assert [report.outlet for report in room.record().reports] == ["Herald", "Post", "Undated"]


def test_reports_of_other_events_are_left_out(room: Newsroom) -> None:
    two_papers(room)
    stranger = room.paper("Stranger")
    claim = stranger.count(500, "monitor")
    reports = [paper.report for paper in room.papers]
    readings = [Reading(paper.report.id, tuple(paper.claims)) for paper in room.papers]
    event = Event(EventId("e-1"), tuple(paper.report.id for paper in room.papers[:2]))
    record = reconcile(event, reports, readings, tables=room.tables)
    assert len(record.reports) == 2
    assert claim.id not in {one.id for one in record.claims}


def test_an_empty_event_gives_an_empty_record(room: Newsroom) -> None:
    record = room.record()
    assert record.findings == record.claims == record.timeline == record.omissions == ()


def test_each_report_is_told_what_it_leaves_out(room: Newsroom) -> None:
    two_papers(room)
    left_out = {(omission.report_id, omission.what) for omission in room.record().omissions}
    post, herald = (paper.report.id for paper in room.papers)
    assert (post, "curfew by Milltown Police") in left_out
    assert (post, "source: Harrow Health Ministry") in left_out
    assert (herald, "source: Harrow Rights Monitor") in left_out
    assert (post, "killed, total") not in left_out


def test_the_timeline_runs_by_time_and_ends_with_what_has_none(room: Newsroom) -> None:
    paper = room.paper("Post", 3)
    paper.act("curfew", "Milltown Police", when=room.on(2))
    paper.act("attack", "Northern Guard", "Sallow depot", when=room.on(0))
    paper.act("rescue", "Milltown Police")
    entries = room.record().timeline
    assert [entry.label for entry in entries] == [
        "attack on Sallow depot",
        "curfew by Milltown Police",
        "rescue by Milltown Police",
    ]
    assert entries[-1].when is None
    assert entries[0].roots == ("Post",)


def test_wording_counts_names_by_report_and_voice(room: Newsroom) -> None:
    paper = room.paper("Post")
    text = "The Guard bandits fled. “The Guard bandits won,” he said. The Guard bandits ran."
    paper.report = replace(paper.report, text=text)
    starts = [i for i in range(len(text)) if text.startswith("Guard bandits", i)]
    mentions = tuple(
        Mention(
            paper.report.id, MentionType.ACTOR, Span(start, start + 13), actor="guard", label="Northern Guard",
            loaded=("bandits",), quoted=i == 1, speaker="Ola Brandt" if i == 1 else None,
        )
        for i, start in enumerate(starts)
    )  # fmt: skip
    event = Event(EventId("e"), (paper.report.id,))
    record = reconcile(event, [paper.report], [Reading(paper.report.id, mentions=mentions)], tables=room.tables)
    assert [(row.words, row.voice, row.speaker, row.count) for row in record.wording] == [
        ("Guard bandits", "own", None, 2),
        ("Guard bandits", "quoted", "Ola Brandt", 1),
    ]
    assert record.wording[0].span == Span(starts[0], starts[0] + 13)
    assert record.mentions == tuple(sorted(mentions, key=lambda mention: mention.span))


def test_notes_of_reading_are_kept_with_their_report(room: Newsroom) -> None:
    paper = room.paper("Post")
    note = Note("odd-number", "could not be read", Span(3, 5))
    event = Event(EventId("e"), (paper.report.id,))
    record = reconcile(event, [paper.report], [Reading(paper.report.id, notes=(note,))], tables=room.tables)
    assert record.notes == (replace(note, report_id=paper.report.id),)


def test_what_has_one_root_no_root_or_no_date_is_open(room: Newsroom) -> None:
    room.paper("Post", None).count(12, "nobody")
    room.paper("Herald", 0).count(15, "guard")
    record = room.record()
    points = " ".join(record.findings[0].open)
    assert "One root: Northern Guard" in points
    assert "No source is named in Post" in points
    assert "No date is known for Post" in points
    assert "The report day of Post is not known." in record.open


def test_the_record_names_the_tables_it_was_made_with(room: Newsroom) -> None:
    assert room.record().versions == {"tables": room.tables.digest}
