"""One question at a time: measure, group and scope."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.model import Grain, Layer, Modality, Place, Quantity, Scope, Span, Verdict, ZoneKind

if TYPE_CHECKING:
    from conftest import Newsroom, Paper


def labels(room: Newsroom) -> list[str]:
    """The questions of the record."""
    return [finding.question.label for finding in room.record().findings]


def test_civilians_are_not_compared_with_everybody(room: Newsroom) -> None:
    room.paper("Post").count(45, "monitor")
    room.paper("Herald").count(5, "ministry", of="civilians")
    assert labels(room) == ["killed, total", "killed, civilians"]
    assert all(finding.verdict is Verdict.SINGLE_SOURCE for finding in room.record().findings)


def test_the_children_among_the_dead_are_the_events_count_of_children(room: Newsroom) -> None:
    first = room.paper("Post")
    first.count(34, "monitor")
    first.count(9, "monitor", of="children", scope=Scope.PART)
    room.paper("Herald").count(9, "ministry", of="children")
    finding = room.finding("killed, children")
    assert (finding.question.scope, finding.verdict) == ("event", Verdict.AGREE)


def test_one_raids_dead_are_not_compared_with_all_the_dead(room: Newsroom) -> None:
    room.paper("Post").count(45, "monitor", of="rebels")
    place = Place("Upper Sallow", id="own:upper-sallow")
    herald = room.paper("Herald")
    herald.count(90, "nobody")
    herald.count(20, "guard", of="rebels", scope=Scope.PART, where=place)
    whole, part = room.finding("killed, rebels"), room.finding("killed, rebels (part: Upper Sallow)")
    assert whole.verdict is part.verdict is Verdict.SINGLE_SOURCE
    assert not set(whole.positions[0].claims) & set(part.positions[0].claims)


def test_the_same_part_in_two_reports_is_compared(room: Newsroom) -> None:
    place = Place("Upper Sallow", id="own:upper-sallow")
    room.paper("Post").count(20, "guard", of="rebels", scope=Scope.PART, where=place)
    room.paper("Herald").count(20, "monitor", of="rebels", scope=Scope.PART, where=place)
    assert room.finding("killed, rebels (part: Upper Sallow)").verdict is Verdict.AGREE


def test_the_captured_and_the_detained_are_one_question(room: Newsroom) -> None:
    room.paper("Post").count(6, "monitor", measure="captured", of="rebels")
    room.paper("Herald").count(6, "ministry", measure="detained", of="rebels")
    (finding,) = [one for one in room.record().findings if one.question.group and one.question.group.id == "rebels"]
    assert finding.verdict is Verdict.AGREE


def test_background_and_related_counts_enter_no_finding_and_no_figure(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(12, "monitor")
    paper.count(1800, "monitor", layer=Layer.BACKGROUND)
    paper.count(30, "monitor", layer=Layer.RELATED)
    paper.count(99, "monitor", zone=ZoneKind.BOILERPLATE)
    record = room.record()
    assert [(figure.low, figure.best, figure.high) for figure in record.event.figures] == [(12, 12, 12)]
    assert len(record.claims) == 4


def test_what_is_feared_is_open_and_not_compared(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(12, "monitor")
    paper.count(74, "monitor", modality=Modality.FEARED)
    finding = room.finding("killed, total")
    assert finding.verdict is Verdict.SINGLE_SOURCE
    assert any("feared" in point for point in finding.open)


def town(name: str, lon: float, country: str = "XA") -> Place:
    """A town of an invented country, on one line of latitude where a degree is a hundred kilometres or so."""
    return Place(name, 10.0, lon, id=f"own:{name}", level="town", country=country)


def test_a_figure_of_a_distant_town_is_not_the_events(room: Newsroom) -> None:
    paper, here, there = room.paper("Post"), town("sallow", 10.0), town("farrow", 12.0)
    paper.count(4, "monitor", where=here)
    paper.count(30, "monitor", where=there)
    assert [p.value.low for p in room.finding("killed, total", where=here).positions] == [4]
    assert [p.value.low for p in room.finding("killed, total (elsewhere: farrow)", where=here).positions] == [30]


def test_what_a_report_counts_first_is_of_the_event_wherever_the_map_puts_it(room: Newsroom) -> None:
    paper, here, there = room.paper("Post"), town("sallow", 10.0), town("farrow", 12.0)
    paper.count(17, "monitor", where=there)
    paper.count(40, "monitor", measure="wounded", where=here)
    paper.count(2, "monitor", measure="wounded", where=there)
    assert [p.value.low for p in room.finding("killed, total", where=here).positions] == [17]
    assert room.finding("wounded, total (elsewhere: farrow)", where=here).positions


def test_a_report_that_only_names_another_town_speaks_of_the_event(room: Newsroom) -> None:
    room.paper("Post").count(30, "monitor", where=town("farrow", 12.0))
    assert room.finding("killed, total", where=town("sallow", 10.0)).positions


def test_a_neighbouring_town_or_one_abroad_speaks_of_the_event(room: Newsroom) -> None:
    paper, here = room.paper("Post"), town("sallow", 10.0)
    paper.count(4, "monitor", where=here)
    paper.count(4, "ministry", where=town("harrow", 10.2))
    paper.count(4, "police", where=town("farrow", 12.0, "XB"))
    assert room.finding("killed, total", where=here).independent_roots == 3


def test_a_share_of_those_whom_another_measure_counts_is_all_that_its_own_counts(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.report = replace(paper.report, text="46 of them had been recaptured. " + paper.report.text)
    paper.count(46, "monitor", measure="captured", scope=Scope.PART, number_span=Span(0, 2))
    paper.count(118, "monitor", measure="escaped")
    assert room.finding("captured, total").verdict is Verdict.SINGLE_SOURCE


def test_another_speakers_whole_makes_a_part_no_part_of_its_own(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(13, "monitor")
    paper.count(2, "monitor", of="children", scope=Scope.PART)
    paper.count(0, "ministry", of="children")
    assert room.finding("killed, children").verdict is Verdict.DISPUTED


def written(paper: Paper, words: str) -> None:
    """Put other words into a report, from its first claim on."""
    paper.report = replace(paper.report, text=words + paper.report.text[len(words) :])


def test_a_part_above_its_speakers_whole_is_of_a_fuller_count(room: Newsroom) -> None:
    post = room.paper("Post")
    post.count(9, "monitor")
    post.count(4, "monitor", of="civilians")
    post.count(6, "monitor", of="civilians", scope=Scope.PART)
    room.paper("Herald").count(6, "ministry", of="civilians")
    said = {p.root: p.value.label for p in room.finding("killed, civilians").positions}
    assert said["Harrow Rights Monitor"] == "6"


def test_who_was_among_the_dead_is_the_events_count_of_the_group(room: Newsroom) -> None:
    post = room.paper("Post")
    written(post, "Two   civilians were among those killed, they said.")
    post.count(2, "locals", of="civilians", scope=Scope.PART)
    assert room.finding("killed, civilians").question.scope == "event"


def test_a_nights_count_is_of_the_event_where_another_report_says_so(room: Newsroom) -> None:
    room.paper("Post").count(22, "monitor", when=room.on(0))
    room.paper("Herald").count(22, "monitor", when=room.on(-1))
    finding = room.finding("killed, total", when=room.on(0))
    assert len({report for position in finding.positions for report in position.reports}) == 2


def test_victims_as_many_as_the_dead_are_the_dead(room: Newsroom) -> None:
    post = room.paper("Post")
    post.count(10, "monitor")
    post.count(10, "monitor", measure="casualties", quote="the victims were 10")
    assert labels(room) == ["killed, total"]


def test_nobody_hurt_elsewhere_is_no_answer_of_a_voice_that_counts_the_dead(room: Newsroom) -> None:
    post = room.paper("Post")
    post.count(8, "monitor")
    post.count(0, "monitor")
    finding = room.finding("killed, total")
    assert [position.value.label for position in finding.positions] == ["8"]
    assert finding.verdict is Verdict.SINGLE_SOURCE


def test_some_of_the_dead_are_the_least_of_them(room: Newsroom) -> None:
    post = room.paper("Post")
    written(post, "two   of the people killed were named")
    post.count(2, "ministry")
    room.paper("Herald").count(3, "monitor")
    assert room.finding("killed, total").verdict is Verdict.COMPATIBLE


def test_some_of_the_wounded_who_died_are_so_many_dead(room: Newsroom) -> None:
    post = room.paper("Post")
    written(post, "two   of the wounded died")
    post.count(2, "ministry")
    assert [position.value.high for position in room.finding("killed, total").positions] == [2]


def test_a_nearby_town_told_of_further_down_is_elsewhere(room: Newsroom) -> None:
    post = room.paper("Post")
    post.count(40, "ministry", measure="wounded")
    town = Place("Lower Sallow", id="own:lower-sallow")
    post.count(
        2,
        "guard",
        measure="wounded",
        where=town,
        span=Span(600, 620),
        quote="two hurt in the nearby town of Lower Sallow",
    )
    assert room.finding("wounded, total").verdict is Verdict.SINGLE_SOURCE


def test_the_dead_of_one_other_place_answer_where_nobody_is_dead_in_the_events(room: Newsroom) -> None:
    paper, here = room.paper("Post"), town("sallow", 10.0)
    paper.count(4, "monitor", measure="wounded", where=here)
    paper.count(1, "monitor", where=town("farrow", 12.0))
    assert [p.value.low for p in room.finding("killed, total", where=here).positions] == [1]


def test_a_headlines_number_has_the_hedge_of_its_body(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(26, zone=ZoneKind.HEADLINE)
    paper.count(Quantity.at_least(26, words="at least 26"), of="civilians")
    room.paper("Herald").count(35, "monitor")
    assert room.finding("killed, total").verdict is Verdict.COMPATIBLE


def test_last_week_may_be_the_week_of_the_event(room: Newsroom) -> None:
    week = replace(room.on(-6, -1), grain=Grain.WEEK)
    room.paper("Post", 6).count(9, "guard", measure="abducted", of="nurses", when=week)
    finding = room.finding("abducted, nurses", when=room.on(0))
    assert finding.question.scope == "event"


def test_a_week_long_past_and_days_before_the_event_are_none_of_it(room: Newsroom) -> None:
    paper = room.paper("Post", 6)
    paper.count(9, "guard", when=replace(room.on(-20, -14), grain=Grain.WEEK))
    paper.count(5, "monitor", when=room.on(-3, -1))
    record = room.record(when=room.on(0))
    scopes = {one.question.scope.partition(":")[0] for one in record.findings if one.question.kind == "count"}
    assert scopes == {"before the event"}


def test_nobody_held_is_of_no_day_before_the_event(room: Newsroom) -> None:
    room.paper("Post").count(0, "police", measure="detained", when=room.on(-5))
    room.paper("Herald").count(2, "police", when=room.on(0))
    assert room.finding("detained, total", when=room.on(0)).question.scope == "event"


def test_the_only_count_of_a_group_is_the_events_though_it_is_a_part(room: Newsroom) -> None:
    room.paper("Post").count(12, "monitor", measure="freed", of="foreigners", scope=Scope.PART)
    room.paper("Herald").count(15, "guard", measure="freed", of="foreigners", scope=Scope.PART)
    assert room.finding("freed, foreigners").verdict is Verdict.DISPUTED


def test_two_parts_of_one_report_are_of_less_than_the_event(room: Newsroom) -> None:
    post = room.paper("Post")
    post.count(3, "monitor", of="farmers", scope=Scope.PART)
    post.count(4, "monitor", of="farmers", scope=Scope.PART)
    assert "killed, farmers" not in labels(room)


def test_an_addition_is_the_count_of_a_group_that_nobody_counts_otherwise(room: Newsroom) -> None:
    post = room.paper("Post")
    post.count(26, "ministry", measure="wounded")
    post.count(9, "ministry", measure="wounded", of="firefighters", scope=Scope.INCREMENT)
    finding = room.finding("wounded, firefighters")
    assert finding.estimates["latest"].best == 9
    assert room.finding("wounded, total").estimates["latest"].best == 26


def test_nobody_of_the_whole_is_set_against_the_whole_alone(room: Newsroom) -> None:
    room.paper("Post").count(0, "ministry", measure="missing")
    room.paper("Herald").count(3, "monitor", measure="missing", of="women")
    assert room.finding("missing, women").verdict is Verdict.SINGLE_SOURCE
    assert room.finding("missing, total").verdict is Verdict.DISPUTED


def test_a_part_as_many_as_its_whole_elsewhere_is_the_events(room: Newsroom) -> None:
    paper, here = room.paper("Post"), town("sallow", 10.0)
    paper.count(3, "monitor", of="civilians", where=here)
    paper.count(2, "monitor", of="children", scope=Scope.PART, where=here)
    paper.count(2, "monitor", of="children", where=town("farrow", 12.0))
    finding = room.finding("killed, children", where=here)
    assert [position.value.low for position in finding.positions] == [2]


def test_a_part_that_is_less_than_its_whole_is_no_count_of_the_group(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(9, "monitor", of="rebels")
    paper.count(2, "monitor", of="rebels", scope=Scope.PART)
    assert [position.value.low for position in room.finding("killed, rebels").positions] == [9]
