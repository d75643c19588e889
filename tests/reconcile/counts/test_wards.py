"""A hospital's count is of those it took in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.model import Verdict

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
