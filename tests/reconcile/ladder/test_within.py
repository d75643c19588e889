"""Contradictions inside one report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.model import Quantity, Verdict, ZoneKind

if TYPE_CHECKING:
    from conftest import Newsroom


def test_two_sources_in_one_article_are_disputed(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(Quantity(0, 0, "all", "all of them"), "guard", measure="at large")
    paper.count(Quantity.between(24, 99, hedge="dozens", words="dozens"), "monitor", measure="at large")
    finding = room.finding("at large, total")
    assert finding.verdict is Verdict.DISPUTED
    assert "Post contradicts itself: two voices in it differ" in finding.why
    assert [note.code for note in room.record().notes] == ["contradiction-within"]


def test_a_headline_that_the_body_excludes_is_a_position_of_its_own(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(60, zone=ZoneKind.HEADLINE)
    paper.count(41, "monitor")
    finding = room.finding("killed, total")
    assert finding.verdict is Verdict.DISPUTED
    assert {position.root for position in finding.positions} == {"Post", "Harrow Rights Monitor"}
    assert "its headline and its body differ" in finding.why


def test_a_dispute_between_two_reports_is_no_contradiction_within(room: Newsroom) -> None:
    room.paper("Post").count(60, "monitor")
    room.paper("Herald").count(41, "ministry")
    record = room.record()
    assert record.findings[0].verdict is Verdict.DISPUTED
    assert record.notes == ()
