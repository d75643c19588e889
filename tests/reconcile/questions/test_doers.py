"""Totals of the dead with and without whoever killed them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.model import Verdict

if TYPE_CHECKING:
    from conftest import Newsroom


@pytest.mark.parametrize(
    ("all_dead", "verdict"), [(5, Verdict.SINGLE_SOURCE), (6, Verdict.UPDATED), (4, Verdict.SINGLE_SOURCE)]
)
def test_a_total_with_the_killer_corrects_none_without(room: Newsroom, all_dead: int, verdict: Verdict) -> None:
    first = room.paper("Post")
    first.count(4, "police")
    first.count(1, "police", of="suspects")
    room.paper("Herald", 3).count(all_dead, "police")
    finding = room.finding("killed, total")
    assert (finding.verdict, finding.independent_roots) == (verdict, 1)


def test_the_total_without_the_killer_is_a_question_of_its_own(room: Newsroom) -> None:
    first = room.paper("Post")
    first.count(4, "police")
    first.count(1, "police", of="suspects")
    room.paper("Herald", 3).count(5, "police")
    whole, aside = (f for f in room.record().findings if f.question.label.startswith("killed, total"))
    assert [[p.value.low for p in finding.positions] for finding in (whole, aside)] == [[5], [4]]


def test_a_report_without_a_dead_suspect_leaves_out_nobody(room: Newsroom) -> None:
    room.paper("Post").count(4, "police")
    room.paper("Herald", 3).count(5, "police")
    assert room.finding("killed, total").verdict is Verdict.UPDATED
