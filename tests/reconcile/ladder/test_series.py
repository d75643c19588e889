"""A toll that grows: one root, one series, whatever a rival says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.model import Quantity, Verdict

if TYPE_CHECKING:
    from conftest import Newsroom

CHAIN = (78, 89, 123, 136, 181, 332, 373)


def chain(room: Newsroom) -> None:
    """Print one monitor's toll in seven papers, day by day."""
    for number, toll in enumerate(CHAIN):
        room.paper(f"Paper {number}", number).count(toll, "monitor")


def test_seven_tolls_of_one_root_are_one_updated_series(room: Newsroom) -> None:
    chain(room)
    finding = room.finding("killed, total")
    (position,) = finding.positions
    assert finding.verdict is Verdict.UPDATED
    assert finding.independent_roots == 1
    assert tuple(point.value.low for point in position.series) == CHAIN
    assert [point.as_of for point in position.series] == [room.day(n) for n in range(7)]
    assert (position.value.low, position.as_of) == (373, room.day(6))


def test_a_rivals_series_stays_apart_and_is_judged_by_its_latest(room: Newsroom) -> None:
    chain(room)
    room.paper("Guard Bulletin", 4).count(Quantity.at_least(130, words="at least 130"), "guard")
    room.paper("Guard Bulletin", 8).count(495, "guard")
    finding = room.finding("killed, total")
    by_root = {position.root: position for position in finding.positions}
    assert len(by_root["Harrow Rights Monitor"].series) == 7
    assert [point.value.low for point in by_root["Northern Guard"].series] == [130, 495]
    assert finding.verdict is Verdict.UPDATED
    assert finding.independent_roots == 2


def test_a_series_makes_no_dispute_but_a_rivals_lower_toll_of_the_same_day_does(room: Newsroom) -> None:
    chain(room)
    room.paper("Guard Bulletin", 6).count(121, "guard")
    finding = room.finding("killed, total")
    assert finding.verdict is Verdict.DISPUTED
    assert finding.independent_roots == 2


def test_two_figures_of_one_day_say_that_their_order_is_unknown(room: Newsroom) -> None:
    room.paper("Post", 0).count(78, "monitor")
    room.paper("Herald", 0).count(89, "monitor")
    finding = room.finding("killed, total")
    assert finding.verdict is Verdict.UPDATED
    assert "order within the day is unknown" in finding.why
    assert finding.positions[0].value.low == 89


def test_a_figure_made_sharper_in_one_report_is_no_update(room: Newsroom) -> None:
    paper = room.paper("Post", 0)
    paper.count(Quantity.at_least(30, words="at least 30"), "monitor")
    paper.count(34, "monitor")
    finding = room.finding("killed, total")
    assert finding.verdict is Verdict.SINGLE_SOURCE
    assert finding.positions[0].value.low == finding.positions[0].value.high == 34


def test_figures_that_add_up_to_another_are_told_by_it(room: Newsroom) -> None:
    paper = room.paper("Post", 0)
    for toll in (4, 6, 10):
        paper.count(toll, "police")
    finding = room.finding("killed, total")
    assert finding.verdict is Verdict.SINGLE_SOURCE
    assert finding.positions[0].value.low == 10
