"""Totals that the reader is not sure of, beside others of the same root that it is sure of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.model import Quantity, Verdict

if TYPE_CHECKING:
    from conftest import Newsroom


@pytest.mark.parametrize(
    ("confidence", "verdict"), [(0.5, Verdict.SINGLE_SOURCE), (0.84, Verdict.SINGLE_SOURCE), (0.86, Verdict.UPDATED)]
)
def test_a_total_of_which_the_reader_is_not_sure_changes_no_figure(
    room: Newsroom, confidence: float, verdict: Verdict
) -> None:
    room.paper("Post", 0).count(3, "police", measure="wounded")
    room.paper("Herald", 1).count(20, "police", measure="wounded", confidence=confidence)
    assert room.finding("wounded, total").verdict is verdict


def test_it_stands_beside_the_events_figure_with_the_reason(room: Newsroom) -> None:
    room.paper("Post", 0).count(3, "police")
    room.paper("Herald", 1).count(20, "police", confidence=0.5)
    aside = next(one for one in room.record().findings if one.question.scope.startswith("read with doubt"))
    assert [position.value.low for position in aside.positions] == [20]
    assert "not sure" in aside.why


def test_what_another_root_says_is_weighed_however_unsure(room: Newsroom) -> None:
    room.paper("Post", 0).count(3, "police")
    room.paper("Herald", 0).count(20, "monitor", confidence=0.5)
    assert room.finding("killed, total").verdict is Verdict.DISPUTED


def test_where_the_reader_is_sure_of_no_other_figure_it_counts(room: Newsroom) -> None:
    room.paper("Post", 0).count(3, "police", confidence=0.88)
    room.paper("Herald", 1).count(20, "police", confidence=0.5)
    assert room.finding("killed, total").verdict is Verdict.UPDATED


def test_what_admits_the_sure_figure_and_who_is_named_are_no_doubt(room: Newsroom) -> None:
    room.paper("Post", 0).count(Quantity.at_least(3, words="at least 3"), "police")
    room.paper("Herald", 1).count(5, "police", confidence=0.5)
    room.paper("Courier", 2).count(Quantity(1, 1, "named", "Ada Brandt"), "police", confidence=0.6)
    assert not any(one.question.scope.startswith("read with doubt") for one in room.record().findings)


def test_a_group_and_what_rises_and_falls_are_left_alone(room: Newsroom) -> None:
    for of, measure in (("women", "killed"), ("total", "missing")):
        room.paper(f"Post {of}", 0).count(3, "police", of=of, measure=measure)
        room.paper(f"Herald {of}", 1).count(20, "police", of=of, measure=measure, confidence=0.5)
    assert not any(one.question.scope.startswith("read with doubt") for one in room.record().findings)
