"""Which claims tell one act."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.model import Layer, Place, Polarity, Precision, Verdict

if TYPE_CHECKING:
    from conftest import Newsroom


def verdicts(room: Newsroom) -> dict[str, Verdict]:
    """Question and verdict of each finding."""
    return {finding.question.label: finding.verdict for finding in room.record().findings}


def test_an_attack_told_in_two_papers_agrees(room: Newsroom) -> None:
    room.paper("Post").act("attack", "Northern Guard", "Sallow depot", when=room.on(0))
    room.paper("Herald").act("assault", "Northern Guard", "the depot", when=room.on(0))
    (finding,) = room.record().findings
    assert (finding.verdict, finding.independent_roots) == (Verdict.AGREE, 2)


@pytest.mark.parametrize(
    ("other", "verdict"),
    [
        (Place("Orsk province", 3.2, 4.1, Precision.REGION, "geo:1", "province"), Verdict.AGREE),
        (Place("Sarvan", 3.1, 4.2, Precision.EXACT, "geo:2", "town"), Verdict.COMPATIBLE),
        (Place("Belqorun", 3.2, 4.1, Precision.REGION, None, "village"), Verdict.AGREE),
    ],
)
def test_a_place_around_another_is_no_other_place(room: Newsroom, other: Place, verdict: Verdict) -> None:
    here = Place("Karvan", 3.0, 4.0, Precision.EXACT, "geo:3", "town")
    room.paper("Post").act("air strike", "coalition jets", "the mill", when=room.on(0), where=here)
    room.paper("Herald").act("air strike", "coalition jets", "the mill", when=room.on(0), where=other)
    (finding,) = room.record().findings
    assert finding.verdict is verdict


def test_two_strikes_on_two_buildings_are_two_questions(room: Newsroom) -> None:
    room.paper("Post").act("air strike", "coalition jets", "a weaving mill", when=room.on(0))
    room.paper("Herald").act("air strike", "coalition jets", "the teachers' college", when=room.on(0))
    assert set(verdicts(room).values()) == {Verdict.SINGLE_SOURCE}
    assert len(verdicts(room)) == 2


def test_an_untold_target_does_not_join_two_told_ones(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.act("air strike", "coalition jets", "a weaving mill", when=room.on(0))
    paper.act("air strike", "coalition jets", "the teachers' college", when=room.on(0))
    paper.act("air support", "coalition jets", when=room.on(0))
    assert len(room.record().findings) == 3


def test_air_support_and_air_strikes_of_one_side_are_one_question(room: Newsroom) -> None:
    room.paper("Post").act("air strike", "coalition jets", by="monitor", when=room.on(0, 2))
    room.paper("Herald").act("air support", "coalition aircraft", by="guard", when=room.on(2))
    (finding,) = room.record().findings
    assert finding.verdict in {Verdict.AGREE, Verdict.COMPATIBLE}
    assert finding.independent_roots == 2


def test_the_bombing_tells_the_attack_and_is_a_question_of_its_own(room: Newsroom) -> None:
    room.paper("Post").act("attack", "Northern Guard", "Sallow depot", when=room.on(0))
    bombing = room.paper("Herald").act("bombing", "Northern Guard", "the gate of Sallow depot", when=room.on(0))
    findings = room.record().findings
    assert [finding.verdict for finding in findings if finding.question.act == "bombing"] == [Verdict.SINGLE_SOURCE]
    (attack,) = [finding for finding in findings if finding.question.act == "attack"]
    assert attack.verdict in {Verdict.AGREE, Verdict.COMPATIBLE}
    assert bombing.id in {claim for position in attack.positions for claim in position.claims}


def test_an_earlier_attack_never_merges(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.act("attack", "Northern Guard", "Sallow depot", when=room.on(0))
    earlier = paper.act("attack", "Northern Guard", "Sallow depot", when=room.on(-40), layer=Layer.BACKGROUND)
    assert all(
        earlier.id not in position.claims for finding in room.record().findings for position in finding.positions
    )


def test_two_attacks_days_apart_are_two(room: Newsroom) -> None:
    paper = room.paper("Post", 9)
    paper.act("attack", "Northern Guard", "Sallow depot", when=room.on(0))
    paper.act("attack", "Northern Guard", "Sallow depot", when=room.on(7))
    assert len(room.record().findings) == 2


def test_clashes_of_one_day_agree_wherever_they_were_seen(room: Newsroom) -> None:
    room.paper("Post", 2).act("clash", by="locals", when=room.on(2), where=Place("east of the depot"))
    room.paper("Herald", 2).act("fighting", by="guard", when=room.on(2), where=Place("the river road"))
    room.paper("Courier", 2).act("clash", "Northern Guard", "Southern League", when=room.on(2))
    finding = room.finding("clashes on 3 March 2031")
    assert (finding.verdict, finding.independent_roots) == (Verdict.AGREE, 3)


@pytest.mark.parametrize("agents", [("Islamic State", "Taliban"), ("Northern Guard", "Southern League")])
def test_two_sides_blamed_for_one_act_are_disputed(room: Newsroom, agents: tuple[str, str]) -> None:
    room.paper("Post").act("shelling", agents[0], "Milltown hospital", by="monitor", when=room.on(0))
    room.paper("Herald").act("shelling", agents[1], "the hospital", by="ministry", when=room.on(0))
    (finding,) = room.record().findings
    assert finding.verdict is Verdict.DISPUTED


def test_a_calamity_has_no_doer(room: Newsroom) -> None:
    room.paper("Post").act("collapse", "a retaining wall", None, by="monitor", when=room.on(0))
    room.paper("Herald").act("collapse", "the slope", None, by="ministry", when=room.on(0))
    (finding,) = room.record().findings
    assert (finding.question.label, finding.verdict) == ("accident", Verdict.AGREE)


def test_a_denied_act_is_disputed(room: Newsroom) -> None:
    room.paper("Post").act("air strike", "coalition jets", "Milltown hospital", by="monitor", when=room.on(0))
    room.paper("Herald").act(
        "air strike", "coalition jets", "Milltown hospital", by="guard", when=room.on(0), polarity=Polarity.DENIED
    )
    (finding,) = room.record().findings
    assert finding.verdict is Verdict.DISPUTED


def test_a_loaded_or_general_statement_is_no_question(room: Newsroom) -> None:
    from rashomon.model import ClaimKind

    room.paper("Post").act("characterisation", "Northern Guard", by="ministry", kind=ClaimKind.STATEMENT)
    assert room.record().findings == ()


def test_every_finding_has_an_id_of_its_own(room: Newsroom) -> None:
    paper = room.paper("Post")
    for agent in ("Northern Guard", "Southern League", None):
        paper.act("rescue", agent, when=room.on(0))
        paper.act("curfew", agent)
    ids = [finding.id for finding in room.record().findings]
    assert len(ids) == len(set(ids))


def test_a_target_is_shown_by_its_plainest_proper_name(room: Newsroom) -> None:
    room.paper("Post").act("attack", "Northern Guard", "the gates of Sallow depot", when=room.on(0))
    room.paper("Herald").act("attack", "Northern Guard", "Sallow depot", when=room.on(0))
    assert room.record().findings[0].question.label == "attack on Sallow depot"


def test_a_blame_repeated_after_the_denial_of_the_accused_is_still_disputed(room: Newsroom) -> None:
    room.paper("Post").act("bombing", "Hill Brigade", "depot", "ministry")
    room.paper("Herald").act("bombing", "Hill Brigade", "depot", "guard", polarity=Polarity.DENIED)
    room.paper("Courier", 1).act("bombing", "Hill Brigade", "depot", "ministry")
    assert room.finding("bombing of depot").verdict is Verdict.DISPUTED
