"""A round-up is divided into the accounts it gives; a report of one happening in several places is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rashomon
from rashomon.cluster.accounts import accounts
from rashomon.cluster.cut import cut, told_in
from rashomon.cluster.group import group
from rashomon.intake import make_report
from rashomon.lexicon.tables import Tables
from rashomon.model import Account, Layer, Reading, Report, ReportId, Span

HEAD = """Bomb kills six at bus station in Hilla

HILLA, April 3, 2029 (Copper Wire) - A bomb killed six people at a bus station in Hilla on Tuesday, police said.

"""
STORY = "Witnesses said the bus station was crowded when the bomb exploded."


def read(body: str, tables: Tables, *, head: str = HEAD) -> tuple[Report, Reading]:
    """A report of our own and its reading."""
    report = make_report(head + body, source="copper.txt", outlet="Copper Wire", published="2029-04-03", tables=tables)
    return report, next(iter(rashomon.read(report, tables=tables)))


def openings(body: str, tables: Tables, *, head: str = HEAD) -> list[str]:
    """The first three words of each further account."""
    report, reading = read(body, tables, head=head)
    found = accounts(report, reading, tables=tables)
    return [" ".join(one.spans[0].of(report.text).split()[:3]) for one in found[1:]]


ENTRIES = (
    "MOSUL - Gunmen shot dead two policemen at a checkpoint in the west of the city on Tuesday.\n\n"
    "TIKRIT - A roadside bomb killed three farmers on a road near the town on Tuesday evening."
)
APART = [
    ("In a separate attack on Tuesday, gunmen killed two soldiers in Mosul, the army said.", ["In a separate"]),
    ("Elsewhere, gunmen killed two soldiers in Mosul on Tuesday, the army said.", ["Elsewhere, gunmen killed"]),
    ("On Tuesday, in another incident, gunmen shot dead a judge in Basra.", ["On Tuesday, in"]),
    ("Also in Mosul, three people drowned when a boat sank.", ["Also in Mosul,"]),
    ("In a separate attack on Tuesday,\ngunmen killed two soldiers\nin Mosul, the army said.", ["In a separate"]),
    ("Meanwhile, in Mosul, gunmen abducted five workers.", ["Meanwhile, in Mosul,"]),
    ("In an unrelated incident in Hilla, a fire killed two people at a hotel on Tuesday.", ["In an unrelated"]),
    (
        f"{STORY}\n\nSeparately, a roadside bomb killed a farmer near Tikrit.\n\nIn another attack, gunmen wounded four guards at a dam in Mosul.",
        ["Separately, a roadside", "In another attack,"],
    ),
    (
        (
            "• On Tuesday morning, gunmen shot dead two policemen at a checkpoint in Mosul.\n"
            "• Late on Tuesday, a roadside bomb killed three farmers on a road near Tikrit."
        ),
        ["• On Tuesday", "• Late on"],
    ),
    (
        ENTRIES,
        ["MOSUL - Gunmen", "TIKRIT - A"],
    ),
    (
        (
            "Mosul\n\nGunmen shot dead two policemen in Mosul on Tuesday, the army said.\n\n"
            "Tikrit\n\nA roadside bomb killed three farmers near Tikrit, the mayor said."
        ),
        ["Mosul Gunmen shot", "Tikrit A roadside"],
    ),
]
TOGETHER = [
    STORY,
    "A second bomb exploded minutes later and wounded ten people.",
    "Another blast went off near the gate, wounding a guard.",
    "Another man was killed when he tried to flee.",
    "Another 18-year-old man died in hospital in Baghdad.",
    "In a separate statement, the army said that it had killed two gunmen in Mosul.",
    "In another video from Mosul, a man is seen running.",
    "Elsewhere, people spoke of their fear of more to come.",
    "Meanwhile, in Baghdad, the prime minister condemned the attack.",
    "Separately, the ministry said 20 people had been arrested in Mosul.",
    "In other attacks in previous years, hundreds died in Mosul.",
    "• Five of the dead were from Mosul.\n• One was from Tikrit, the hospital said.",
    "• On Tuesday morning, gunmen shot dead two policemen at a checkpoint in Mosul.",
    "The wounded were taken to hospitals in\nelsewhere, Mosul and Tikrit, where two of them died on Tuesday.",
]


@pytest.mark.parametrize(("body", "expected"), APART)
def test_a_passage_on_another_happening_is_an_account(body: str, expected: list[str], tables: Tables) -> None:
    assert openings(body, tables) == expected


def test_the_first_place_at_the_head_of_a_paragraph_is_that_of_the_story(tables: Tables) -> None:
    title = "Attacks in two towns kill five\n\n"
    assert openings(ENTRIES, tables, head=title) == ["TIKRIT - A"]
    again = "\n\nMOSUL - The two policemen were guarding a bank, the army said on Tuesday evening."
    assert openings(ENTRIES + again, tables, head=title) == ["TIKRIT - A"]


@pytest.mark.parametrize("body", TOGETHER)
def test_what_belongs_to_the_story_stays_with_it(body: str, tables: Tables) -> None:
    assert openings(body, tables) == []


def test_a_turn_holds_until_the_story_is_taken_up_again(tables: Tables) -> None:
    turn = "In a separate attack, gunmen killed two soldiers in Mosul on Tuesday."
    more = "The gunmen fled in two cars, the army said."
    back = "The bomb in Hilla was the third this year."
    report, reading = read(f"{turn}\n\n{more}\n\n{back}\n", tables)
    own, other = accounts(report, reading, tables=tables)
    (span,) = other.spans
    assert span.of(report.text).split("\n\n") == [turn, f"{more}\n"]
    assert "".join(each.of(report.text) for each in own.spans).endswith(f"{back}\n")


BODY = st.lists(st.sampled_from([*(body for body, _ in APART), *TOGETHER]), max_size=4)


@given(bodies=BODY)
def test_accounts_share_the_text_out_among_them(bodies: list[str], tables: Tables) -> None:
    report, reading = read("\n\n".join(bodies), tables)
    found = accounts(report, reading, tables=tables)
    spans = sorted(span for one in found for span in one.spans)
    assert not found or "".join(span.of(report.text) for span in spans) == report.text
    assert [one.number for one in found] == list(range(1, len(found) + 1))
    claims = [claim.id for one in found for claim in one.of(reading).claims]
    assert not found or sorted(claims) == sorted(claim.id for claim in reading.claims)


@given(bodies=BODY)
def test_what_is_cut_stands_where_it_says(bodies: list[str], tables: Tables) -> None:
    report, reading = read("\n\n".join(bodies), tables)
    whole = {claim.id: claim for claim in reading.claims}
    for account in accounts(report, reading, tables=tables):
        shorter, mine = cut(report, reading, account)
        for claim in mine.claims:
            before = whole[claim.id]
            assert claim.span.of(shorter.text) == before.span.of(report.text)
            if before.number_span and claim.number_span:
                assert claim.number_span.of(shorter.text) == before.number_span.of(report.text)
        for zone in shorter.zones:
            assert zone.span.end <= len(shorter.text)


def test_what_stands_beside_the_story_is_the_main_matter_of_its_own_account(tables: Tables) -> None:
    report, reading = read("In a separate attack, gunmen killed two soldiers in Mosul on Tuesday.", tables)
    beside = {claim.id for claim in reading.claims if claim.layer is Layer.RELATED}
    own, other = accounts(report, reading, tables=tables)
    assert beside
    assert {claim.id for claim in other.of(reading).claims if claim.layer is Layer.MAIN} >= beside
    assert not {claim.id for claim in own.of(reading).claims} & beside


def test_a_report_of_one_happening_is_told_whole(tables: Tables) -> None:
    report, reading = read(STORY, tables)
    (one,) = told_in(report, reading, tables=tables)
    assert (one.report, one.reading, one.account, one.origin) == (report, reading, None, report.id)


def test_the_accounts_of_one_report_are_never_of_one_event(tables: Tables) -> None:
    near = "In a separate attack in Hilla on Tuesday, a bomb killed six people at a bus station, police said."
    report, reading = read(near, tables)
    events = group([report], [reading], tables=tables)
    assert [event.report_ids for event in events] == [(report.id,), (report.id,)]
    assert [account.number for event in events for account in event.accounts] == [1, 2]
    assert events[0].account_of(report.id) != events[1].account_of(report.id)
    assert events[0].account_of(ReportId("r-none")) is None


def test_an_account_keeps_its_id_while_the_text_around_it_changes() -> None:
    spans = (Span(0, 10), Span(20, 30))
    one, two = Account(ReportId("r-1"), 1, spans), Account(ReportId("r-1"), 2, spans)
    assert one.id == "r-1"
    assert two.id == Account(ReportId("r-1"), 2, (Span(5, 9),)).id != one.id
    assert one.tells(Span(2, 9))
    assert not one.tells(Span(9, 21))
