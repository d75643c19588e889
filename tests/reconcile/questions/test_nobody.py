"""What a count of nobody at all says of others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from rashomon.model import Verdict

if TYPE_CHECKING:
    from conftest import Newsroom


def test_no_casualties_of_a_group_are_nobody_killed_of_it_though_others_died(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(5, "monitor", of="rebels")
    paper.count(0, "ministry", measure="casualties", of="civilians")
    assert room.finding("killed, civilians").positions[0].value.high == 0
    assert room.finding("wounded, civilians").positions[0].value.high == 0


def test_no_casualties_are_nobody_killed_only_where_nobody_counts_some(room: Newsroom) -> None:
    room.paper("Post").count(0, "ministry", measure="casualties", of="civilians")
    room.paper("Herald").count(7, "monitor", measure="casualties", of="civilians")
    asked = [finding.question.label for finding in room.record().findings]
    assert "casualties, civilians" in asked
    assert "killed, civilians" not in asked


@pytest.mark.parametrize(("unhurt", "implied"), [("total", False), ("police", True)])
def test_no_casualties_beside_the_dead_of_one_report_is_of_another_shelling(
    room: Newsroom, unhurt: str, implied: bool
) -> None:
    paper = room.paper("Post")
    paper.count(3, of="civilians")
    paper.count(0, measure="casualties", of=unhurt)
    labels = [finding.question.label for finding in room.record().findings]
    assert (f"wounded, {unhurt}" in labels) is implied


def test_the_dead_of_one_paper_speak_against_no_casualties_in_another(room: Newsroom) -> None:
    room.paper("Post").count(0, "ministry", measure="casualties")
    room.paper("Herald").count(6, "monitor", of="nurses")
    finding = room.finding("casualties, total")
    assert (finding.verdict, finding.independent_roots) == (Verdict.DISPUTED, 2)
    assert [(p.value.low, p.value.high) for p in finding.positions if not p.derived] == [(0, 0), (6, None)]


def test_the_hurt_of_a_later_day_bring_no_casualties_up_to_date(room: Newsroom) -> None:
    room.paper("Post", 0).count(0, "ministry", measure="casualties")
    room.paper("Herald", 1).count(6, "monitor", measure="wounded")
    assert room.finding("casualties, total").verdict is Verdict.UPDATED


def test_no_immediate_reports_of_casualties_are_a_first_count(room: Newsroom) -> None:
    post = room.paper("Post")
    post.report = replace(
        post.report, text="There were no immediate reports of casualties. ".ljust(220) + post.report.text
    )
    post.count(0, measure="casualties")
    room.paper("Herald").count(6, "monitor")
    assert room.finding("casualties, total").verdict is Verdict.UPDATED


@pytest.mark.parametrize(("unhurt", "dead"), [("civilians", "rebels"), ("police", "total")])
def test_the_dead_of_another_group_say_nothing_against_it(room: Newsroom, unhurt: str, dead: str) -> None:
    room.paper("Post").count(0, "ministry", measure="casualties", of=unhurt)
    room.paper("Herald").count(6, "monitor", of=dead)
    assert room.finding(f"casualties, {unhurt}").verdict is Verdict.SINGLE_SOURCE


def test_a_report_that_counts_the_dead_itself_knows_of_none_elsewhere(room: Newsroom) -> None:
    post = room.paper("Post")
    post.count(4, "monitor")
    post.count(0, "police", measure="casualties")
    room.paper("Herald").count(4, "ministry")
    assert room.finding("casualties, total").verdict is Verdict.SINGLE_SOURCE


def test_casualties_that_nobody_denies_are_not_filled_up(room: Newsroom) -> None:
    room.paper("Post").count(11, "ministry", measure="casualties")
    room.paper("Herald").count(6, "monitor")
    assert room.finding("casualties, total").verdict is Verdict.SINGLE_SOURCE


def test_a_man_whom_police_hold_for_a_deed_is_a_suspect(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(2, "police", measure="wounded")
    paper.count(1, "police", measure="detained", of="men")
    (position,) = room.finding("detained, suspects").positions
    assert position.value.low == 1


@pytest.mark.parametrize(("by", "hurt"), [("guard", 2), ("police", 0)])
def test_whom_others_hold_or_where_nobody_was_hurt_is_none(room: Newsroom, by: str, hurt: int) -> None:
    paper = room.paper("Post")
    paper.count(hurt, by, measure="wounded")
    paper.count(1, by, measure="detained", of="men")
    assert "detained, suspects" not in [finding.question.label for finding in room.record().findings]
