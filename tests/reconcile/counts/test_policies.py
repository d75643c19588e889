"""The published policies, case by case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.model import Quantity, ZoneKind

if TYPE_CHECKING:
    from conftest import Newsroom

AT_LEAST_70 = Quantity.at_least(71, hedge="more than", words="more than 70")
NEARLY_90 = Quantity.between(81, 89, hedge="nearly", words="nearly 90")
DOZENS = Quantity.between(24, 99, hedge="dozens", words="dozens")
HUNDREDS = Quantity.between(200, 999, hedge="hundreds", words="hundreds")
SEVERAL = Quantity.between(3, 9, hedge="several", words="several")
UP_TO_50 = Quantity.at_most(50, hedge="up to", words="up to 50")

CASES = [
    # stated by whom on which day, policy, low, best, high
    ([(12, "monitor", 0)], "acled", (12, 12, 12)),
    ([(12, "monitor", 0), (15, "ministry", 0)], "acled", (12, 12, 12)),
    ([(12, "monitor", 0), (15, "ministry", 0), (15, "guard", 0)], "acled", (15, 15, 15)),
    ([(DOZENS, "monitor", 0)], "acled", (12, 12, 12)),
    ([(HUNDREDS, "monitor", 0)], "acled", (100, 100, 100)),
    ([(SEVERAL, "monitor", 0)], "acled", (3, 3, 3)),
    ([(SEVERAL, "monitor", 0), (300, "ministry", 0)], "acled", (10, 10, 10)),
    ([(AT_LEAST_70, "monitor", 0), (NEARLY_90, "ministry", 0)], "acled", (71, 71, 71)),
    ([(AT_LEAST_70, "monitor", 0), (NEARLY_90, "ministry", 0)], "min-max", (71, None, 89)),
    ([(UP_TO_50, "monitor", 0), (12, "ministry", 0)], "min-max", (12, None, 50)),
    ([(SEVERAL, "monitor", 0), (4, "ministry", 0)], "min-max", (4, None, 4)),
    ([(SEVERAL, "monitor", 0), (30, "ministry", 0)], "min-max", (9, None, 30)),
    ([(DOZENS, "monitor", 0), (12, "ministry", 0)], "min-max", (12, None, 24)),
    ([(SEVERAL, "monitor", 0), (DOZENS, "ministry", 0)], "min-max", (3, None, 99)),
    ([(DOZENS, "monitor", 0)], "min-max", (24, None, 99)),
    ([(AT_LEAST_70, "monitor", 0)], "ucdp", (71, 71, 71)),
    ([(12, "monitor", 0), (15, "ministry", 0), (15, "guard", 0)], "ucdp", (12, 15, 15)),
    ([(12, "monitor", 0), (15, "ministry", 0), (15, "guard", 0)], "majority", (15, 15, 15)),
    ([(12, "monitor", 0), (15, "ministry", 0)], "majority", (None, None, None)),
    ([(12, "monitor", 0)], "majority", (None, None, None)),
    ([(12, "monitor", 0), (15, "ministry", 1)], "latest", (12, 15, 15)),
    ([(12, "monitor", 0), (15, "ministry", 0), (18, "monitor", 1)], "latest", (15, 18, 18)),
    ([(12, "monitor", 0), (15, "ministry", 0), (18, "monitor", 1)], "min-max", (12, None, 18)),
    ([(12, "monitor", 0), (15, "ministry", 0), (18, "monitor", 1)], "ucdp", (15, 15, 18)),
    ([(12, "monitor", 1), (15, "ministry", 1)], "latest", (12, 15, 15)),
]


@pytest.mark.parametrize(("stated", "policy", "expected"), CASES)
def test_a_policy_makes_one_figure_of_several(
    room: Newsroom, stated: list[tuple[Quantity | int, str, int]], policy: str, expected: tuple[int | None, ...]
) -> None:
    for i, (quantity, voice, day) in enumerate(stated):
        room.paper(f"Paper {i}", day).count(quantity, voice)
    estimate = room.finding("killed, total").estimates[policy]
    assert (estimate.low, estimate.best, estimate.high) == expected


def test_all_five_policies_stand_side_by_side_with_their_claims(room: Newsroom) -> None:
    claim = room.paper("Post").count(12, "monitor")
    found = room.finding("killed, total").estimates
    assert set(found) == {"acled", "ucdp", "min-max", "majority", "latest"}
    assert all(found[name].claims == (claim.id,) for name in found if name != "majority")


def test_min_max_names_the_figures_that_were_overtaken_and_latest_does_not(room: Newsroom) -> None:
    first = room.paper("Post").count(12, "monitor")
    second = room.paper("Herald", 1).count(18, "monitor")
    found = room.finding("killed, total").estimates
    assert set(found["min-max"].claims) == {first.id, second.id}
    assert found["latest"].claims == (second.id,)


def test_a_figure_that_its_own_report_corrects_is_no_account_of_its_own(room: Newsroom) -> None:
    paper = room.paper("Post")
    for number in (4, 8):
        paper.count(number, "monitor", zone=ZoneKind.HEADLINE)
    finding = room.finding("killed, total")
    assert [point.value.low for point in finding.positions[0].series] == [4, 8]
    assert (finding.estimates["min-max"].low, finding.estimates["min-max"].high) == (8, 8)


def test_ucdp_takes_the_sum_by_side_where_one_root_gives_it(room: Newsroom) -> None:
    paper = room.paper("Post")
    for group, number in (("soldiers", 28), ("rebels", 45), ("civilians", 5)):
        paper.count(number, "monitor", of=group)
    paper.count(AT_LEAST_70)
    room.paper("Herald").count(NEARLY_90, "nobody")
    estimate = room.finding("killed, total").estimates["ucdp"]
    assert (estimate.low, estimate.best, estimate.high) == (71, 78, 89)


def test_a_dropped_attribution_has_no_weight_of_its_own(room: Newsroom) -> None:
    room.paper("Post").count(12, "monitor")
    room.paper("Herald").count(12)
    assert room.finding("killed, total").estimates["majority"].best is None


def test_figures_of_the_event_keep_their_order_and_name_the_roots(room: Newsroom) -> None:
    room.paper("Post").count(12, "monitor")
    room.paper("Herald").count(15, "ministry")
    (figure,) = room.record().event.figures
    assert (figure.measure, figure.group.id, figure.low, figure.best, figure.high, figure.roots) == (
        "killed",
        "total",
        12,
        15,
        15,
        2,
    )
