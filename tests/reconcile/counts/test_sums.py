"""Parts that add up, and parts and wholes that do not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.model import Quantity, Scope, Span, Verdict, ZoneKind

if TYPE_CHECKING:
    from conftest import Newsroom, Paper


def breakdown(paper: Paper, soldiers: int = 28, rebels: int = 45, civilians: int = 5) -> None:
    """Print one monitor's dead by group."""
    for group, number in (("soldiers", soldiers), ("rebels", rebels), ("civilians", civilians)):
        paper.count(number, "monitor", of=group)


def test_parts_of_one_root_add_up_to_a_derived_total(room: Newsroom) -> None:
    breakdown(room.paper("Post"))
    finding = room.finding("killed, total")
    (position,) = finding.positions
    assert (position.value.low, position.value.high, position.derived) == (78, 78, True)
    assert len(position.claims) == 3
    assert (finding.verdict, finding.independent_roots) == (Verdict.SINGLE_SOURCE, 1)
    assert "does not state" in finding.why


def test_a_derived_total_is_never_added_to_a_stated_one_and_judges_nothing(room: Newsroom) -> None:
    breakdown(room.paper("Post"))
    room.paper("Herald").count(81, "ministry")
    finding = room.finding("killed, total")
    assert [(position.value.low, position.derived) for position in finding.positions] == [(81, False), (78, True)]
    assert finding.verdict is Verdict.SINGLE_SOURCE
    accounts = finding.estimates["min-max"]
    assert (accounts.low, accounts.best, accounts.high) == (78, None, 81), "an account of its own, and no number added"
    assert finding.estimates["acled"].best == 81


def test_a_root_that_states_its_total_gets_no_derived_one(room: Newsroom) -> None:
    paper = room.paper("Post")
    breakdown(paper)
    paper.count(78, "monitor")
    assert not any(position.derived for position in room.finding("killed, total").positions)


def test_parts_contradict_a_stated_nobody(room: Newsroom) -> None:
    breakdown(room.paper("Post"))
    room.paper("Herald").count(0, "ministry")
    finding = room.finding("killed, total")
    assert (finding.verdict, finding.independent_roots) == (Verdict.DISPUTED, 2)


def test_women_and_children_make_no_total(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(3, "monitor", of="women", scope=Scope.PART)
    paper.count(4, "monitor", of="children", scope=Scope.PART)
    assert all(finding.question.label != "killed, total" for finding in room.record().findings)


def test_groups_inside_each_other_are_not_added(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(5, "monitor", of="police")
    paper.count(9, "monitor", of="security forces")
    (position,) = room.finding("killed, total").positions
    assert (position.value.low, position.derived) == (9, True)


def test_a_part_above_its_whole_is_noted(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(4, "monitor", of="civilians")
    paper.count(7, "monitor", of="children", scope=Scope.PART)
    codes = [note.code for note in room.record().notes]
    assert codes == ["part-above-whole"]


def test_a_breakdown_that_misses_its_total_is_noted(room: Newsroom) -> None:
    paper = room.paper("Post")
    breakdown(paper)
    paper.count(90, "monitor")
    (note,) = room.record().notes
    assert note.code == "sum-misses-total"
    assert "78" in note.message
    assert "90" in note.message
    assert note.report_id == paper.report.id


def test_a_breakdown_that_meets_its_total_is_not_noted(room: Newsroom) -> None:
    paper = room.paper("Post")
    breakdown(paper)
    paper.count(78, "monitor")
    assert room.record().notes == ()


def test_a_label_at_odds_with_the_breakdown_is_noted(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(89, "monitor", of="rebels")
    paper.count(56, "monitor", of="gunmen")
    paper.count(28, "monitor", of="soldiers")
    paper.count(5, "monitor", of="civilians")
    assert "group-at-odds" in [note.code for note in room.record().notes]


def test_a_count_of_one_group_makes_the_total_where_nobody_states_one(room: Newsroom) -> None:
    room.paper("Post").count(1, "police", of="men")
    finding = room.finding("killed, total")
    (position,) = finding.positions
    assert (position.value.low, position.derived, finding.verdict) == (1, True, Verdict.SINGLE_SOURCE)
    assert "makes 1 in all" in finding.why


def test_a_count_of_one_group_makes_no_total_beside_a_stated_one(room: Newsroom) -> None:
    room.paper("Post").count(1, "police", of="men")
    room.paper("Herald").count(3, "monitor")
    assert not any(position.derived for position in room.finding("killed, total").positions)


def test_single_groups_that_differ_are_the_least_that_each_means(room: Newsroom) -> None:
    room.paper("Post").count(2, "monitor", of="officials")
    room.paper("Herald").count(1, "ministry", of="drivers")
    assert room.finding("killed, total").verdict is Verdict.COMPATIBLE


def test_nobody_at_all_is_nobody_of_a_group(room: Newsroom) -> None:
    room.paper("Post", 0).count(0, "police", measure="detained")
    room.paper("Herald", 3).count(1, "police", measure="detained", of="suspects")
    finding = room.finding("detained, suspects")
    assert (finding.verdict, finding.independent_roots) == (Verdict.UPDATED, 1)


def test_no_casualties_are_nobody_killed_where_nobody_counts_the_killed(room: Newsroom) -> None:
    room.paper("Post").count(0, "monitor", measure="casualties", of="civilians")
    assert room.finding("killed, civilians").positions[0].value.high == 0
    room.paper("Herald").count(4, "ministry", of="civilians")
    assert [position.value.low for position in room.finding("killed, civilians").positions] == [4]


def test_what_one_group_makes_bears_out_a_stated_total(room: Newsroom) -> None:
    room.paper("Post").count(2, "police", of="men")
    room.paper("Herald").count(2, "monitor")
    finding = room.finding("killed, total")
    assert (finding.verdict, finding.independent_roots) == (Verdict.AGREE, 2)
    assert [position.derived for position in finding.positions] == [False, True]


def test_what_the_papers_own_words_make_adds_no_root(room: Newsroom) -> None:
    room.paper("Post").count(2, of="men")
    room.paper("Herald").count(2, "monitor")
    assert room.finding("killed, total").independent_roots == 1


def test_what_one_group_makes_stands_beside_a_stated_total_that_admits_it(room: Newsroom) -> None:
    room.paper("Post").count(1, "police", of="civilians")
    room.paper("Herald").count(Quantity.at_least(1), "monitor")
    finding = room.finding("killed, total")
    assert (finding.verdict, finding.independent_roots) == (Verdict.COMPATIBLE, 2)


def test_the_same_number_of_two_loose_groups_is_the_same_people(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(4, "monitor", of="friends")
    paper.count(4, "monitor", of="students")
    (position,) = room.finding("killed, total").positions
    assert (position.value.low, position.derived) == (4, True)


def test_the_same_number_of_two_sides_is_added(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(4, "monitor", of="soldiers")
    paper.count(4, "monitor", of="rebels")
    (position,) = room.finding("killed, total").positions
    assert position.value.low == 8


def test_whoever_police_hold_is_a_suspect(room: Newsroom) -> None:
    room.paper("Post", 0).count(0, "police", measure="detained")
    room.paper("Herald", 3).count(1, "police", measure="detained", of="felons")
    finding = room.finding("detained, suspects")
    assert (finding.verdict, finding.independent_roots) == (Verdict.UPDATED, 1)


def test_two_groups_that_police_hold_are_no_number_of_suspects(room: Newsroom) -> None:
    room.paper("Post", 0).count(0, "police", measure="detained")
    later = room.paper("Herald", 3)
    later.count(1, "police", measure="detained", of="men")
    later.count(2, "police", measure="detained", of="women")
    assert room.finding("detained, suspects").verdict is Verdict.SINGLE_SOURCE


def test_more_of_one_group_than_a_stated_total_speak_against_it(room: Newsroom) -> None:
    room.paper("Post", None).count(Quantity.at_least(10), "ministry", of="civilians")
    room.paper("Herald", None).count(8, "monitor")
    assert room.finding("killed, total").verdict is Verdict.DISPUTED


def test_parts_that_miss_a_stated_total_say_nothing(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(3, "ministry", of="soldiers")
    paper.count(2, "ministry", of="rebels")
    room.paper("Herald").count(9, "monitor")
    assert room.finding("killed, total").verdict is Verdict.SINGLE_SOURCE


def test_children_and_women_told_as_parts_leave_the_whole_its_say(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(10, "ministry", of="civilians")
    paper.count(3, "ministry", of="children", scope=Scope.PART)
    paper.count(1, "ministry", of="women", scope=Scope.PART)
    assert room.finding("killed, total").positions[0].value.low == 10


def test_people_told_by_name_one_by_one_are_counted_together(room: Newsroom) -> None:
    paper = room.paper("Post")
    for name in ("Anna Lind", "Idris Kallon", "Kallon"):
        paper.count(Quantity(1, 1, "named", name), "monitor", measure="wounded")
    (position,) = room.finding("wounded, total").positions
    assert (position.value.low, position.value.high, position.derived) == (2, 2, True), "Kallon is told of twice"
    room.paper("Herald").count(2, "ministry", measure="wounded")
    finding = room.finding("wounded, total")
    assert (finding.verdict, finding.independent_roots) == (Verdict.AGREE, 2)


def test_a_number_beside_the_names_is_not_added_to_them(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(3, measure="wounded")
    for name in ("Anna Lind", "Idris Kallon"):
        paper.count(Quantity(1, 1, "named", name), measure="wounded")
    assert [position.value.low for position in room.finding("wounded, total").positions] == [3]


def test_as_many_armed_told_of_again_are_not_added(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(4, "monitor", of="combatants")
    paper.count(4, "monitor", of="hill-backed group")
    assert {p.value.low for finding in room.record().findings for p in finding.positions} == {4}


def test_what_a_voice_adds_to_others_elsewhere_is_no_total_of_its_own(room: Newsroom) -> None:
    first = room.paper("Post")
    first.count(1, "monitor", of="men")
    first.count(2, "monitor", of="children")
    room.paper("Herald", on_day=3).count(2, "monitor", of="children")
    assert room.finding("killed, total").verdict is Verdict.SINGLE_SOURCE


def test_a_papers_own_sum_bears_out_the_total_of_another(room: Newsroom) -> None:
    room.paper("Post").count(2, "ministry")
    herald = room.paper("Herald")
    herald.count(1, of="women")
    herald.count(1, of="children")
    finding = room.finding("killed, total")
    assert (finding.verdict, finding.independent_roots) == (Verdict.AGREE, 2)


def test_people_named_one_by_one_are_as_many_as_their_names(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(Quantity(1, 1, "named", "Kara Hale"))
    paper.count(Quantity(1, 1, "named", "Mina Hale"), of="children")
    paper.count(Quantity(1, 1, "named", "Hale"))
    (position,) = room.finding("killed, total").positions
    assert (position.value.low, position.value.high) == (2, 2)


def test_what_one_group_makes_later_is_no_fall_of_a_sum(room: Newsroom) -> None:
    first = room.paper("Post")
    first.count(3, "police", of="soldiers")
    first.count(2, "police", of="civilians")
    room.paper("Herald", 4).count(1, "police", of="suspects")
    finding = room.finding("killed, total")
    assert (finding.verdict, finding.independent_roots) == (Verdict.SINGLE_SOURCE, 1)
    assert "changes" not in finding.why


def test_what_a_voice_counts_of_two_groups_in_two_places_is_no_changing_total(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(3, "police", of="women")
    room.paper("Herald", 1).count(1, "police", of="children")
    finding = room.finding("killed, total")
    assert (finding.verdict, finding.estimates["latest"].best) == (Verdict.SINGLE_SOURCE, 3)


def test_what_a_voice_counts_of_one_group_is_a_changing_total(room: Newsroom) -> None:
    room.paper("Post").count(3, "police", of="women")
    room.paper("Herald", 1).count(4, "police", of="women")
    assert room.finding("killed, total").verdict is Verdict.UPDATED


def test_a_sum_that_one_group_exceeds_later_still_grows(room: Newsroom) -> None:
    first = room.paper("Post")
    first.count(3, "police", of="soldiers")
    first.count(2, "police", of="civilians")
    room.paper("Herald", 4).count(7, "police", of="suspects")
    assert room.finding("killed, total").verdict is Verdict.UPDATED


def test_one_more_person_is_added_to_one_told_of_before(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(1, "police", of="children")
    paper.count(1, "police", scope=Scope.INCREMENT)
    (position,) = room.finding("killed, total").positions
    assert (position.value.low, position.derived) == (2, True)


def test_one_more_person_is_not_added_where_a_total_is_stated(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(4, "police")
    paper.count(1, "police", of="children")
    paper.count(1, "police", scope=Scope.INCREMENT)
    assert {position.value.low for position in room.finding("killed, total").positions} == {4}


def test_one_more_person_is_not_added_to_several(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(3, "police", of="civilians")
    paper.count(1, "police", scope=Scope.INCREMENT)
    assert {position.value.low for position in room.finding("killed, total").positions} == {3}


def test_a_headline_s_total_that_the_parts_of_one_root_make_is_that_root_s(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(78, "own", zone=ZoneKind.HEADLINE)
    breakdown(paper)
    finding = room.finding("killed, total")
    assert (finding.verdict, finding.independent_roots) == (Verdict.SINGLE_SOURCE, 1)
    assert {position.root for position in finding.positions} == {"Harrow Rights Monitor"}


def test_a_headline_with_another_total_keeps_its_own_voice(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(80, "own", zone=ZoneKind.HEADLINE)
    breakdown(paper)
    assert any(position.root == "Post" for position in room.finding("killed, total").positions)


def test_a_gunman_who_is_a_student_is_counted_once(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(1, "police", of="students", span=Span(0, 60))
    paper.count(Quantity(1, 1, "named", "died by a self-inflicted wound"), "police", of="suspects", span=Span(20, 50))
    assert [position.value.low for position in room.finding("killed, total").positions] == [1]


def test_a_gunman_and_a_student_he_shot_are_two(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(1, "police", of="students", span=Span(0, 60))
    paper.count(Quantity(1, 1, "named", "died by a self-inflicted wound"), "police", of="suspects", span=Span(90, 120))
    assert [position.value.low for position in room.finding("killed, total").positions] == [2]
