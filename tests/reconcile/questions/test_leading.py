"""The figure of the event and the figures beside it; first counts; places; parts beside wholes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from rashomon.model import Basis, Place, Quantity, Scope, Span, TimeSpan, Verdict, ZoneKind

if TYPE_CHECKING:
    from conftest import Newsroom, Paper


def words(paper: Paper, text: str) -> None:
    """Let a paper say something in its first 200 characters."""
    paper.report = replace(paper.report, text=text.ljust(220) + paper.report.text)


def test_a_lower_figure_in_one_report_is_a_part(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(8, "monitor", zone=ZoneKind.HEADLINE)
    paper.count(8, "monitor")
    paper.count(4, "monitor")
    record = room.record()
    finding = next(one for one in record.findings if one.question.label == "killed, total")
    assert (finding.verdict, [position.value.low for position in finding.positions]) == (Verdict.SINGLE_SOURCE, [8])
    aside = next(one for one in record.findings if one.question.scope.startswith("beside the event's"))
    assert aside.positions[0].value.low == 4
    assert "not compared" in aside.why
    assert [(figure.low, figure.high) for figure in record.event.figures] == [(8, 8)]


def test_a_much_higher_figure_further_down_is_another_matter(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(6, "monitor", zone=ZoneKind.HEADLINE)
    paper.count(6, "monitor")
    paper.count(126, "monitor", span=Span(900, 919))
    assert [position.value.low for position in room.finding("killed, total").positions] == [6]


def test_words_of_revision_keep_both_figures(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(8, "monitor", zone=ZoneKind.HEADLINE)
    paper.count(4, "monitor")
    words(paper, "Eight dead. The toll has risen to eight, from four an hour before.")
    finding = room.finding("killed, total")
    assert finding.verdict is Verdict.UPDATED
    assert [point.value.low for point in finding.positions[0].series] == [4, 8]


def test_what_rises_and_falls_keeps_its_contradictions(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(0, "guard", measure="at large")
    paper.count(30, "guard", measure="at large")
    assert len(room.finding("at large, total").positions[0].series) == 2


def test_a_hedge_holds_when_the_number_is_taken_up_again(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(Quantity.at_least(4, words="at least four"), "police")
    paper.count(4, "police")
    (position,) = room.finding("killed, total").positions
    assert (position.value.low, position.value.high) == (4, None)


def test_a_first_count_may_grow_within_the_day(room: Newsroom) -> None:
    early, late = room.paper("Post"), room.paper("Herald")
    early.count(8, "monitor")
    words(early, "Eight died, according to initial reports of the monitor.")
    late.count(12, "ministry")
    assert room.finding("killed, total").verdict is Verdict.UPDATED


def test_words_of_a_first_count_may_stand_behind_a_mark_of_quotation(room: Newsroom) -> None:
    early, late = room.paper("Post"), room.paper("Herald")
    early.count(8, "monitor")
    words(early, "\u201cInitial reports tell of eight dead,\u201d the monitor said.")
    late.count(12, "ministry")
    assert room.finding("killed, total").verdict is Verdict.UPDATED


def test_a_first_count_that_is_the_higher_one_is_disputed(room: Newsroom) -> None:
    early, late = room.paper("Post"), room.paper("Herald")
    early.count(12, "monitor")
    words(early, "Twelve died, according to initial reports of the monitor.")
    late.count(8, "ministry")
    assert room.finding("killed, total").verdict is Verdict.DISPUTED


@pytest.mark.parametrize(("told", "verdict"), [(8, Verdict.UPDATED), (15, Verdict.DISPUTED)])
def test_only_a_lower_figure_of_the_day_may_have_grown_into_one_that_has_risen(
    room: Newsroom, told: int, verdict: Verdict
) -> None:
    other, risen = room.paper("Post"), room.paper("Herald")
    other.count(told, "monitor")
    risen.count(12, "ministry")
    words(risen, "The number of dead has risen to twelve, the ministry said.")
    assert room.finding("killed, total").verdict is verdict


def test_a_lower_figure_that_the_same_report_gives_beside_it_is_no_earlier_one(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(12, "ministry")
    paper.count(8, "monitor")
    words(paper, "The number of dead has risen to twelve, the ministry said; the monitor says 8.")
    assert room.finding("killed, total").verdict is Verdict.DISPUTED


def test_a_figure_that_is_given_later_than_one_that_has_risen_is_disputed(room: Newsroom) -> None:
    risen, late = room.paper("Post", 0), room.paper("Herald", 1)
    risen.count(12, "ministry")
    words(risen, "The number of dead has risen to twelve, the ministry said.")
    late.count(8, "monitor")
    assert room.finding("killed, total").verdict is Verdict.DISPUTED


def test_numbers_of_two_places_are_not_comparable(room: Newsroom) -> None:
    north = Place("Northbridge", 51.0, 10.0, id="x:1", level="town")
    south = Place("Southwell", 52.0, 12.0, id="x:2", level="town")
    room.paper("Post").count(12, "monitor", where=north)
    room.paper("Herald").count(5, "ministry", where=south)
    finding = room.finding("killed, total")
    assert finding.verdict is Verdict.NOT_COMPARABLE
    assert "Northbridge" in finding.why
    assert "Southwell" in finding.why


def test_a_report_that_tells_of_both_places_sets_its_number_in_neither(room: Newsroom) -> None:
    north = Place("Northbridge", 51.0, 10.0, id="x:1", level="town")
    south = Place("Southwell", 52.0, 12.0, id="x:2", level="town")
    post = room.paper("Post")
    post.count(12, "monitor", where=north)
    post.act("shelling", patient="market", where=south)
    room.paper("Herald").count(5, "ministry", where=south)
    assert room.finding("killed, total").verdict is Verdict.DISPUTED


def test_one_reports_numbers_of_two_places_are_not_comparable(room: Newsroom) -> None:
    post = room.paper("Post")
    post.count(12, "monitor", where=Place("Northbridge", 51.0, 10.0, id="x:1", level="town"))
    post.count(5, "ministry", where=Place("Southwell", 52.0, 12.0, id="x:2", level="town"))
    assert room.finding("killed, total").verdict is Verdict.NOT_COMPARABLE


def test_a_first_count_need_not_be_called_so_wherever_its_report_gives_it(room: Newsroom) -> None:
    post = room.paper("Post")
    words(post, "Nine people died, and more deaths may raise the toll, the monitor said.")
    post.count(9, "monitor")
    post.count(9, "monitor", span=Span(700, 719), number_span=Span(700, 704))
    room.paper("Herald").count(13, "ministry")
    assert room.finding("killed, total").verdict is Verdict.UPDATED


def test_a_count_that_another_report_gives_without_reserve_is_no_first_count(room: Newsroom) -> None:
    post = room.paper("Post")
    words(post, "Nine people died, and more deaths may raise the toll, the monitor said.")
    post.count(9, "monitor")
    room.paper("Courier").count(9, "monitor")
    room.paper("Herald").count(13, "ministry")
    assert room.finding("killed, total").verdict is Verdict.DISPUTED


def test_two_spellings_of_one_place_are_disputed(room: Newsroom) -> None:
    room.paper("Post").count(12, "monitor", where=Place("Ghweran", 36.4, 40.7, id="x:1"))
    room.paper("Herald").count(5, "ministry", where=Place("Ghwayran", 36.9, 41.9, id="x:2"))
    assert room.finding("killed, total").verdict is Verdict.DISPUTED


def test_a_part_beside_another_roots_whole_is_a_finding_of_its_own(room: Newsroom) -> None:
    room.paper("Post").count(45, "monitor", of="rebels")
    room.paper("Herald").count(Quantity.at_least(21, words="more than 20"), "guard", of="rebels", scope=Scope.PART)
    record = room.record()
    (beside,) = [one for one in record.findings if one.verdict is Verdict.NOT_COMPARABLE]
    assert {position.root for position in beside.positions} == {"Harrow Rights Monitor", "Northern Guard"}
    assert "a part and a whole are not compared" in beside.why
    figure = next(one for one in record.event.figures if one.group.id == "rebels")
    assert (figure.low, figure.high) == (45, 45)


def test_one_roots_part_and_whole_make_no_such_finding(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(45, "monitor", of="rebels")
    paper.count(21, "monitor", of="rebels", scope=Scope.PART)
    assert all(one.verdict is not Verdict.NOT_COMPARABLE for one in room.record().findings)


def test_a_count_of_earlier_days_is_no_count_of_the_event(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(6, "monitor")
    paper.count(126, "ministry", when=TimeSpan(room.day(-5), room.day(-5), basis=Basis.EXPLICIT))
    finding = room.finding("killed, total", when=room.on(0))
    assert [position.value.low for position in finding.positions] == [6]


def test_a_person_counted_alone_beside_several_is_one_of_them(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(9, "monitor")
    paper.count(Quantity.exactly(1, words="A"), "police")
    finding = room.finding("killed, total")
    assert [position.value.low for position in finding.positions] == [9]
    assert finding.verdict is Verdict.SINGLE_SOURCE


def test_one_by_number_on_another_word_stays_a_figure(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(9, "monitor")
    paper.count(Quantity.exactly(1, words="one"), "ministry")
    assert room.finding("killed, total").verdict is Verdict.DISPUTED


def test_a_woman_is_no_part_of_what_is_counted_of_others(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(9, "monitor")
    paper.count(Quantity.exactly(1, words="a"), "monitor", of="women")
    assert room.finding("killed, women").verdict is Verdict.SINGLE_SOURCE


def test_a_woman_told_of_by_way_of_example_is_not_all_the_women(room: Newsroom) -> None:
    one = room.paper("Post")
    one.count(9, "police", measure="wounded")
    one.count(1, "police", measure="wounded", of="women")
    room.paper("Herald").count(4, "police", measure="wounded", of="women")
    finding = room.finding("wounded, women")
    assert (finding.verdict, [position.value.low for position in finding.positions]) == (Verdict.SINGLE_SOURCE, [4])


def test_a_copy_asks_no_second_question_of_a_figure_beside(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(9, "monitor")
    paper.count(4, "monitor")
    room.copy(paper, "Herald", 1)
    aside = [one for one in room.record().findings if one.question.scope.startswith("beside the event's")]
    assert len(aside) == 1
    assert len({report for position in aside[0].positions for report in position.reports}) == 2


def test_some_of_a_group_told_of_by_way_of_example_are_not_all_of_it(room: Newsroom) -> None:
    one = room.paper("Post")
    one.count(7, "police", measure="wounded")
    one.count(2, "police", measure="wounded", of="men", span=Span(90, 130))
    room.paper("Herald").count(6, "police", measure="wounded", of="men")
    finding = room.finding("wounded, men")
    assert (finding.verdict, [position.value.low for position in finding.positions]) == (Verdict.SINGLE_SOURCE, [6])


@pytest.mark.parametrize(("total", "source", "later"), [(2, "police", 0), (7, "hospital", 0), (7, "police", 2)])
def test_all_of_a_group_another_root_s_and_an_earlier_figure_are_no_example(
    room: Newsroom, total: int, source: str, later: int
) -> None:
    one = room.paper("Post")
    one.count(total, source, measure="wounded")
    one.count(2, source, measure="wounded", of="men", span=Span(90, 130))
    room.paper("Herald", later).count(6, "police", measure="wounded", of="men")
    assert room.finding("wounded, men").verdict is not Verdict.SINGLE_SOURCE


def test_a_woman_counted_beside_the_men_is(room: Newsroom) -> None:
    one = room.paper("Post")
    one.count(6, "police", measure="wounded")
    one.count(1, "police", measure="wounded", of="women", span=Span(40, 80))
    one.count(5, "police", measure="wounded", of="men", span=Span(40, 80))
    room.paper("Herald", 1).count(2, "police", measure="wounded", of="women")
    assert room.finding("wounded, women").verdict is Verdict.UPDATED


@pytest.mark.parametrize(("on_day", "values"), [(9, [2]), (-1, [2, 1])])
def test_one_charged_after_several_were_held_is_one_of_them(room: Newsroom, on_day: int, values: list[int]) -> None:
    room.paper("Post").count(2, "police", measure="detained", of="suspects")
    charged = Quantity(1, 1, "named", "was arraigned")
    room.paper("Herald", on_day).count(charged, "police", measure="detained", of="suspects")
    told = room.finding("detained, suspects").positions
    assert (
        sorted({p.value.low or 0 for p in told} | {s.value.low or 0 for p in told for s in p.series}, reverse=True)
        == values
    )
