"""Increments that add to nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.model import Scope, Verdict

if TYPE_CHECKING:
    from conftest import Newsroom


def test_another_forty_hurt_beside_the_dead_are_all_the_hurt(room: Newsroom) -> None:
    post = room.paper("Post")
    post.count(7, "police")
    post.count(40, "police", measure="wounded", scope=Scope.INCREMENT)
    room.paper("Herald").count(33, "monitor", measure="wounded")
    finding = room.finding("wounded, total")
    assert (finding.verdict, finding.independent_roots) == (Verdict.DISPUTED, 2)


def test_another_five_hurt_add_to_those_whom_their_report_counts(room: Newsroom) -> None:
    post = room.paper("Post")
    post.count(7, "police")
    post.count(40, "police", measure="wounded")
    post.count(5, "police", measure="wounded", scope=Scope.INCREMENT)
    assert [p.value.low for p in room.finding("wounded, total").positions] == [40]


def test_another_five_dead_are_no_whole(room: Newsroom) -> None:
    post = room.paper("Post")
    post.count(40, "police", measure="wounded")
    post.count(5, "police", scope=Scope.INCREMENT)
    room.paper("Herald").count(12, "monitor")
    assert room.finding("killed, total").verdict is Verdict.SINGLE_SOURCE
