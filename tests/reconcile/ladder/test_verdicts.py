"""The ladder: each level with the reports that reach it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.model import Polarity, Quantity, Scope, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Newsroom

AT_LEAST_20 = Quantity.at_least(20, words="at least 20")
DOZENS = Quantity.between(24, 99, hedge="dozens", words="dozens")
MORE_THAN_70 = Quantity.at_least(71, hedge="more than", words="more than 70")
MANY = Quantity(3, None, "many", "many", vague=True)
NEARLY_90 = Quantity.between(81, 89, hedge="nearly", words="nearly 90")

LADDER = [
    # what is stated by whom on which day, measure, verdict, independent roots
    ([(5, "monitor", 0)], "killed", Verdict.SINGLE_SOURCE, 1),
    ([(5, "monitor", 0), (5, "monitor", 1)], "killed", Verdict.SINGLE_SOURCE, 1),
    ([(5, "monitor", 0), (9, "monitor", 1)], "killed", Verdict.UPDATED, 1),
    ([(9, "monitor", 0), (5, "monitor", 1)], "killed", Verdict.UPDATED, 1),
    ([(20, "monitor", 0), (AT_LEAST_20, "monitor", 1)], "killed", Verdict.SINGLE_SOURCE, 1),
    ([(AT_LEAST_20, "monitor", 0), (26, "monitor", 1)], "killed", Verdict.UPDATED, 1),
    ([(MANY, "monitor", 0), (7, "monitor", 2)], "killed", Verdict.SINGLE_SOURCE, 1),
    ([(MANY, "monitor", 0), (2, "monitor", 2)], "killed", Verdict.UPDATED, 1),
    ([(5, "monitor", 0), (5, "ministry", 0)], "killed", Verdict.AGREE, 2),
    ([(5, "monitor", 0), (5, "ministry", 1), (5, "guard", 1)], "killed", Verdict.AGREE, 3),
    ([(AT_LEAST_20, "monitor", 0), (45, "ministry", 0)], "killed", Verdict.COMPATIBLE, 2),
    ([(MORE_THAN_70, "own", 0), (NEARLY_90, "nobody", 0)], "killed", Verdict.COMPATIBLE, 1),
    ([(5, "monitor", 0), (9, "ministry", 1)], "killed", Verdict.UPDATED, 2),
    ([(9, "monitor", 0), (5, "ministry", 1)], "killed", Verdict.DISPUTED, 2),
    ([(5, "monitor", 0), (9, "ministry", 0)], "killed", Verdict.DISPUTED, 2),
    ([(5, "monitor", 0), (9, "monitor", 1), (5, "ministry", 0)], "killed", Verdict.UPDATED, 2),
    ([(5, "monitor", 0), (9, "ministry", 1), (5, "monitor", 2)], "killed", Verdict.DISPUTED, 2),
    ([(40, "monitor", 0), (33, "ministry", 1)], "missing", Verdict.UPDATED, 2),
    ([(40, "monitor", 0), (33, "ministry", 0)], "missing", Verdict.DISPUTED, 2),
    ([(8, "monitor", 0), (6, "ministry", 1)], "attackers", Verdict.DISPUTED, 2),
    ([(0, "guard", 0), (DOZENS, "monitor", 0)], "at large", Verdict.DISPUTED, 2),
    ([(0, "police", 0), (1, "police", 3)], "detained", Verdict.UPDATED, 1),
]


@pytest.mark.parametrize(("stated", "measure", "verdict", "roots"), LADDER)
def test_the_first_level_that_fits_gives_the_verdict(
    room: Newsroom, stated: list[tuple[Quantity | int, str, int]], measure: str, verdict: Verdict, roots: int
) -> None:
    for i, (quantity, voice, day) in enumerate(stated):
        room.paper(f"Paper {i}", day).count(quantity, voice, measure=measure)
    finding = room.finding(f"{measure}, total")
    assert (finding.verdict, finding.independent_roots) == (verdict, roots), finding.why


def test_a_clock_time_orders_two_reports_of_one_day(room: Newsroom) -> None:
    room.paper("Morning Post", 0, clock="08:00Z").count(5, "monitor")
    room.paper("Evening Post", 0, clock="19:00Z").count(9, "ministry")
    assert room.finding("killed, total").verdict is Verdict.UPDATED


def test_where_nothing_tells_the_order_the_finding_says_so(room: Newsroom) -> None:
    room.paper("Post", 0).count(5, "monitor")
    room.paper("Herald", 0).count(9, "ministry")
    finding = room.finding("killed, total")
    assert "Nothing tells which of them is the later" in finding.why
    assert any("order" in point for point in finding.open)


def test_why_names_values_roots_and_days(room: Newsroom) -> None:
    room.paper("Post", 0).count(9, "monitor")
    room.paper("Herald", 1).count(5, "ministry")
    why = room.finding("killed, total").why
    for words in ("Harrow Rights Monitor: 9 (1 March 2031)", "Harrow Health Ministry: 5 (2 March 2031)"):
        assert words in why


def test_a_denied_number_is_disputed_and_is_no_zero(room: Newsroom) -> None:
    room.paper("Post", 0).count(11, "ministry")
    room.paper("Herald", 1).count(11, "monitor", polarity=Polarity.DENIED)
    finding = room.finding("killed, total")
    assert finding.verdict is Verdict.DISPUTED
    assert [position.value.low for position in finding.positions] == [11]
    assert "denies 11" in finding.why


def test_a_denial_without_a_number_says_that_there_was_nobody(room: Newsroom) -> None:
    room.paper("Post", 0).count(7, "monitor", of="civilians")
    room.paper("Herald", 0).count(Quantity.unknown(), "guard", of="civilians", polarity=Polarity.DENIED)
    finding = room.finding("killed, civilians")
    assert finding.verdict is Verdict.DISPUTED
    assert {(p.value.low, p.value.high) for p in finding.positions} == {(7, 7), (0, 0)}


def test_what_is_left_unsaid_is_an_open_point_and_no_value(room: Newsroom) -> None:
    paper = room.paper("Post", 0)
    paper.count(Quantity.unknown(), "monitor", measure="escaped", polarity=Polarity.UNKNOWN)
    record = room.record()
    assert record.findings == ()
    assert any("gives no number" in point for point in record.open)


def test_a_number_that_is_withheld_says_that_there_was_one_at_least(room: Newsroom) -> None:
    withheld = Quantity.unknown(words="an unknown number of")
    room.paper("Post", 0).count(withheld, "monitor", of="civilians", polarity=Polarity.UNKNOWN)
    room.paper("Herald", 0).count(4, "police", of="civilians")
    record = room.record()
    finding = room.finding("killed, civilians")
    assert (finding.verdict, finding.independent_roots) == (Verdict.COMPATIBLE, 2)
    assert (1, None) in {(p.value.low, p.value.high) for p in finding.positions}
    assert any("gives no number" in point for point in (*record.open, *finding.open))


def test_an_increment_stands_in_the_series_and_is_compared_with_nothing(room: Newsroom) -> None:
    room.paper("Post", 0).count(30, "monitor")
    room.paper("Herald", 1).count(5, "monitor", scope=Scope.INCREMENT)
    finding = room.finding("killed, total")
    assert finding.verdict is Verdict.SINGLE_SOURCE
    assert [point.value.label for point in finding.positions[0].series] == ["30", "+5"]
    assert finding.positions[0].value.low == 30


def test_a_lone_increment_is_shown_as_one(room: Newsroom) -> None:
    room.paper("Post", 0).count(5, "monitor", scope=Scope.INCREMENT)
    assert room.finding("killed, total").positions[0].value.label == "+5"


def test_a_repeated_figure_in_one_report_counts_once(newsroom: Callable[[], Newsroom]) -> None:
    once, twice = newsroom(), newsroom()
    once.paper("Post", 0).count(5, "monitor")
    paper = twice.paper("Post", 0)
    paper.count(5, "monitor")
    paper.count(5, "monitor")
    assert once.finding("killed, total").verdict is twice.finding("killed, total").verdict is Verdict.SINGLE_SOURCE
    assert len(twice.finding("killed, total").positions) == 1
