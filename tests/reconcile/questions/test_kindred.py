"""Groups that reports name in different words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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


@pytest.mark.parametrize(
    ("first", "second"), [("teenagers", "children"), ("students", "children"), ("villagers", "civilians")]
)
def test_groups_that_overlap_are_one_where_they_are_as_many(room: Newsroom, first: str, second: str) -> None:
    room.paper("Post").count(6, "monitor", of=first)
    room.paper("Herald").count(6, "guard", of=second)
    (asked,) = [one for one in room.record().findings if one.question.group and one.question.group.id != "total"]
    assert (asked.verdict, asked.independent_roots) == (Verdict.AGREE, 2)


@pytest.mark.parametrize(("few", "many"), [(6, 9), (1, 1)])
def test_groups_that_overlap_stay_two_where_nothing_shows_them_to_be_one(room: Newsroom, few: int, many: int) -> None:
    room.paper("Post").count(few, "monitor", of="students")
    room.paper("Herald").count(many, "guard", of="children")
    assert room.finding("killed, students").verdict is Verdict.SINGLE_SOURCE
    assert room.finding("killed, children").verdict is Verdict.SINGLE_SOURCE


def test_one_papers_staff_are_anothers_aid_workers(room: Newsroom) -> None:
    room.paper("Post").count(4, "police", measure="abducted", of="workers")
    room.paper("Herald").count(3, "guard", measure="abducted", of="aid workers")
    (asked,) = [one for one in room.record().findings if one.question.group and one.question.group.id != "total"]
    assert asked.verdict is Verdict.DISPUTED


def test_hostages_are_all_who_are_held_where_nobody_counts_others(room: Newsroom) -> None:
    room.paper("Post").count(30, "police", measure="held")
    room.paper("Herald").count(26, "guard", measure="held", of="hostages")
    assert room.finding("held, total").verdict is Verdict.DISPUTED


def test_hostages_are_not_all_the_dead(room: Newsroom) -> None:
    room.paper("Post").count(30, "police")
    room.paper("Herald").count(26, "guard", of="hostages")
    assert room.finding("killed, total").verdict is Verdict.SINGLE_SOURCE
