"""A hospital's count is of those it took in, a roll of names of those it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.model import Quantity, Verdict

if TYPE_CHECKING:
    from conftest import Newsroom


@pytest.mark.parametrize(
    ("voice", "brought_in", "verdict"),
    [
        ("hospital", 1, Verdict.COMPATIBLE),
        ("hospital", 9, Verdict.DISPUTED),
        ("hospital", 0, Verdict.DISPUTED),
        ("ministry", 1, Verdict.DISPUTED),
    ],
)
def test_a_lower_count_of_a_hospital_is_the_least_that_it_means(
    room: Newsroom, voice: str, brought_in: int, verdict: Verdict
) -> None:
    room.paper("Post", None).count(brought_in, voice, measure="wounded")
    room.paper("Herald", None).count(4, "monitor", measure="wounded")
    finding = room.finding("wounded, total")
    assert (finding.verdict, finding.independent_roots) == (verdict, 2)
    assert finding.positions[0].value.high in (brought_in, 4), "the number stays as it was given"
    assert finding.ladder[-1].verdict is verdict, "the steps that were tried end at the verdict"


@pytest.mark.parametrize(
    ("named", "others", "verdict"),
    [(2, 5, Verdict.COMPATIBLE), (5, 2, Verdict.DISPUTED), (2, 2, Verdict.AGREE), (2, 0, Verdict.DISPUTED)],
)
def test_those_who_are_named_are_the_least_where_another_root_counts_more(
    room: Newsroom, named: int, others: int, verdict: Verdict
) -> None:
    room.paper("Post", None).count(Quantity(named, named, "named", "Ada Brandt and Per Lund"), "police")
    room.paper("Herald", None).count(others, "monitor")
    assert room.finding("killed, total").verdict is verdict


def test_a_number_beside_the_names_is_a_count(room: Newsroom) -> None:
    post = room.paper("Post", None)
    post.count(Quantity(2, 2, "named", "Ada Brandt and Per Lund"), "police")
    post.count(2, "police")
    room.paper("Herald", None).count(5, "monitor")
    assert room.finding("killed, total").verdict is Verdict.DISPUTED
