"""Groups that reports name in different words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.model import Verdict

if TYPE_CHECKING:
    from conftest import Newsroom


def test_one_papers_militants_are_anothers_fighters(room: Newsroom) -> None:
    room.paper("Post").count(5, "monitor", of="militants")
    room.paper("Herald").count(0, "guard", of="combatants")
    (asked,) = [one for one in room.record().findings if one.question.group and one.question.group.id != "total"]
    assert asked.verdict is Verdict.DISPUTED
    assert asked.independent_roots == 2


def test_a_report_that_counts_both_tells_them_apart(room: Newsroom) -> None:
    post = room.paper("Post")
    post.count(5, "monitor", of="militants")
    post.count(2, "monitor", of="bandits")
    room.paper("Herald").count(7, "guard", of="bandits")
    assert room.finding("killed, militants").verdict is Verdict.SINGLE_SOURCE
    assert room.finding("killed, bandits").verdict is Verdict.DISPUTED


def test_groups_of_other_people_stay_apart(room: Newsroom) -> None:
    room.paper("Post").count(5, "monitor", of="militants")
    room.paper("Herald").count(3, "guard", of="soldiers")
    assert room.finding("killed, militants").verdict is Verdict.SINGLE_SOURCE
    assert room.finding("killed, soldiers").verdict is Verdict.SINGLE_SOURCE


def test_passengers_are_all_the_dead_where_nobody_counts_others(room: Newsroom) -> None:
    room.paper("Post").count(29, "police", of="passengers")
    room.paper("Herald").count(31, "monitor")
    finding = room.finding("killed, total")
    assert (finding.verdict, finding.independent_roots) == (Verdict.DISPUTED, 2)


def test_passengers_are_a_part_where_crew_are_counted_too(room: Newsroom) -> None:
    post = room.paper("Post")
    post.count(29, "police", of="passengers")
    post.count(2, "police", of="crew")
    room.paper("Herald").count(31, "monitor")
    assert room.finding("killed, total").verdict is Verdict.AGREE
