"""Who first said it: outlets, agencies, unnamed sources, offices under several names, copies."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from rashomon.model import ActorKind, Attribution, Link, Polarity, Quantity, SharedText, Span, Verdict, Voice, ZoneKind

if TYPE_CHECKING:
    from conftest import Newsroom

SAME_ROOT = [
    ("monitor", "monitor"),
    ("monitor", "monitor via wire"),
    ("locals via wire", "locals via wire"),
    ("police", "short police"),
    ("ministry", "short ministry"),
    ("guard speaker", "guard officer"),
    ("guard", "guard speaker"),
]
TWO_ROOTS = [
    ("locals", "locals"),
    ("locals", "locals via wire"),
    ("monitor", "ministry"),
    ("police", "ministry"),
    ("own", "own"),
]


@pytest.mark.parametrize(("first", "second"), SAME_ROOT)
def test_one_voice_in_two_outlets_is_one_root(room: Newsroom, first: str, second: str) -> None:
    room.paper("Post").count(12, first)
    room.paper("Herald").count(12, second)
    finding = room.finding("killed, total")
    assert (finding.verdict, finding.independent_roots) == (Verdict.SINGLE_SOURCE, 1), finding.why


@pytest.mark.parametrize(("first", "second"), TWO_ROOTS)
def test_two_voices_are_two_roots(room: Newsroom, first: str, second: str) -> None:
    room.paper("Post").count(12, first)
    room.paper("Herald").count(12, second)
    finding = room.finding("killed, total")
    assert (finding.verdict, finding.independent_roots) == (Verdict.AGREE, 2), finding.why


def test_an_agencys_own_report_and_a_paper_that_quotes_it_are_one_root(room: Newsroom) -> None:
    room.paper("Meridian Wire").count(12, "locals")
    room.paper("Herald").count(12, "locals via wire")
    assert room.finding("killed, total").independent_roots == 1


def test_an_unnamed_source_is_shown_with_who_carried_it(room: Newsroom) -> None:
    room.paper("Post").count(12, "locals via wire")
    assert room.finding("killed, total").positions[0].root == "local sources (Meridian Wire)"


def test_shared_text_makes_the_later_papers_own_voice_the_earliers(room: Newsroom) -> None:
    first, second = room.paper("Post", 0), room.paper("Herald", 1)
    first.count(12)
    second.count(12)
    assert room.finding("killed, total").independent_roots == 2
    pair = (Span(0, 19), Span(0, 19))
    room.shared.append(SharedText(first.report.id, second.report.id, "partial", 0.3, (pair,)))
    finding = room.finding("killed, total")
    assert finding.independent_roots == 1
    assert finding.positions[0].root == "Post"
    assert len(finding.positions[0].reports) == 2


def test_text_shared_elsewhere_leaves_a_claim_alone(room: Newsroom) -> None:
    first, second = room.paper("Post", 0), room.paper("Herald", 1)
    first.count(12)
    second.count(12)
    room.shared.append(
        SharedText(first.report.id, second.report.id, "partial", 0.2, ((Span(500, 560), Span(500, 560)),))
    )
    assert room.finding("killed, total").independent_roots == 2


def test_a_figure_that_lost_its_source_is_likely_the_named_roots(room: Newsroom) -> None:
    room.paper("Post", 0).count(89, "monitor")
    room.paper("Herald", 0).count(89)
    room.paper("Courier", 1).count(89, "nobody")
    finding = room.finding("killed, total")
    assert (finding.verdict, finding.independent_roots) == (Verdict.SINGLE_SOURCE, 1)
    assert {position.root: position.likely_root for position in finding.positions} == {
        "Harrow Rights Monitor": None,
        "Herald": "Harrow Rights Monitor",
        "unattributed": "Harrow Rights Monitor",
    }
    assert "attribution dropped" in finding.why


def test_a_figure_of_an_earlier_day_of_a_series_is_the_named_roots_too(room: Newsroom) -> None:
    room.paper("Post", 0).count(78, "monitor")
    room.paper("Post", 1).count(89, "monitor")
    room.paper("Herald", 1).count(78)
    finding = room.finding("killed, total")
    assert finding.verdict is Verdict.UPDATED
    assert finding.independent_roots == 1


def test_another_figure_is_not_taken_for_a_dropped_one(room: Newsroom) -> None:
    room.paper("Post", 0).count(89, "monitor")
    room.paper("Herald", 0).count(93)
    finding = room.finding("killed, total")
    assert (finding.verdict, finding.independent_roots) == (Verdict.DISPUTED, 2)


def test_a_headline_that_sums_up_a_named_figure_is_on_its_word(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(Quantity.between(24, 99, hedge="dozens", words="dozens"), zone=ZoneKind.HEADLINE)
    paper.count(45, "monitor")
    finding = room.finding("killed, total")
    (position,) = finding.positions
    assert (position.root, position.value.low, len(position.claims)) == ("Harrow Rights Monitor", 45, 2)
    assert finding.verdict is Verdict.SINGLE_SOURCE


def test_a_party_to_the_conflict_is_marked(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(12, "guard")
    paper.count(15, "monitor")
    finding = room.finding("killed, total", parties=("Northern Guard",))
    assert {position.root: position.party for position in finding.positions} == {
        "Northern Guard": True,
        "Harrow Rights Monitor": False,
    }
    assert any("no party to the conflict" in point for point in finding.open)


def test_a_fighting_sides_spokesman_is_a_party_by_its_acts(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.act("attack", "Islamic State", "the depot")
    paper.count(12, "monitor")
    record = room.record()
    assert not any(position.party for finding in record.findings for position in finding.positions)


def test_a_body_that_no_table_knows_is_a_party_where_it_is_told_to_have_fought(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.act("attack", "Northern Guard", "the depot")
    paper.count(12, "guard")
    paper.count(15, "monitor")
    positions = room.finding("killed, total").positions
    assert [position.root for position in positions if position.party] == ["Northern Guard"]


def test_a_small_number_needs_shared_words_to_be_anothers(room: Newsroom) -> None:
    room.paper("Post").count(2, "monitor")
    room.paper("Herald").count(2)
    first, second = (paper.claims[-1] for paper in room.papers)
    room.papers[0].claims[-1] = replace(first, quote="two fishermen drowned off the old pier").identified()
    room.papers[1].claims[-1] = replace(second, quote="2 dead").identified()
    assert room.finding("killed, total").independent_roots == 2
    room.papers[1].claims[-1] = replace(second, quote="two fishermen drowned off the pier").identified()
    assert room.finding("killed, total").independent_roots == 1


def test_a_figure_on_nobodys_word_counts_only_where_it_excludes_the_others(room: Newsroom) -> None:
    room.paper("Post").count(Quantity.at_least(40, words="at least 40"), "monitor")
    room.paper("Herald").count(55, "nobody")
    assert room.finding("killed, total").independent_roots == 1
    room.paper("Courier").count(12, "nobody")
    assert room.finding("killed, total").independent_roots == 2


def test_shared_text_is_an_agencys_where_a_credit_says_so(room: Newsroom) -> None:
    first, second = room.paper("Post (AFP)", 1), room.paper("Herald", 0)
    first.count(12)
    second.count(12)
    room.shared.append(SharedText(*sorted((first.report.id, second.report.id)), "exact", 1.0))
    record = room.record()
    assert record.shared[0].origin == "AFP"
    assert record.findings[0].positions[0].root == "AFP"


def test_a_headline_that_names_its_source_in_short_means_the_one_named_in_the_body(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(2, "locals", zone=ZoneKind.HEADLINE)
    paper.count(2, "ministry")
    finding = room.finding("killed, total")
    assert (finding.verdict, finding.independent_roots) == (Verdict.SINGLE_SOURCE, 1), finding.why


def test_a_headline_s_own_number_stays_with_its_source(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(5, "locals", zone=ZoneKind.HEADLINE)
    paper.count(2, "ministry")
    assert room.finding("killed, total").independent_roots == 2


def test_what_is_printed_again_is_of_the_day_it_was_first_printed(room: Newsroom) -> None:
    first = room.paper("Post")
    first.count(12, "monitor")
    room.copy(first, "Copycat Daily", 3)
    (position,) = room.finding("killed, total").positions
    assert position.as_of == room.day(0)
    assert len(position.reports) == 2


def test_activists_without_a_name_are_the_monitor_that_gives_their_number(room: Newsroom) -> None:
    paper = room.paper("Post")
    activists = Attribution("activists", Voice.REPORTED, (Link("activists", ActorKind.UNNAMED),))
    paper.count(27, attribution=activists)
    paper.count(27, "monitor")
    assert room.finding("killed, total").independent_roots == 1


def test_an_earlier_figure_is_of_whom_the_later_one_is_laid_to(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(50)
    paper.count(130, "monitor")
    text = "The previous toll was 50, and 130 are dead by now."
    paper.report = replace(paper.report, text=text)
    start = text.index("50")
    paper.claims[0] = replace(paper.claims[0], number_span=Span(start, start + 2)).identified()
    finding = room.finding("killed, total")
    assert (finding.verdict, finding.independent_roots) == (Verdict.UPDATED, 1)


def test_who_denies_a_number_is_a_root_of_the_dispute(room: Newsroom) -> None:
    room.paper("Post").count(14, "hospital")
    room.paper("Herald").count(14, "guard", polarity=Polarity.DENIED)
    finding = room.finding("killed, total")
    assert (finding.verdict, finding.independent_roots) == (Verdict.DISPUTED, 2)
