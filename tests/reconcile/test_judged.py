"""Judgements: rejected and corrected claims, and what withdrawing them restores."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from rashomon.errors import JudgementError
from rashomon.model import Decision, Judgement, Verdict
from rashomon.reconcile.judged import CORRECTED

if TYPE_CHECKING:
    from conftest import Newsroom


def correct(claim: str, correction: str, at: str = "2031-03-02T10:00Z") -> Judgement:
    """A reviewer's correction of one claim."""
    return Judgement(Decision.CORRECT, (claim,), "ada", at, correction)


def test_a_corrected_number_is_the_one_that_is_judged_and_withdrawing_it_restores_the_record(room: Newsroom) -> None:
    wrong = room.paper("Post").count(54, "monitor")
    room.paper("Herald").count(45, "ministry")
    before = room.record()
    judgement = correct(wrong.id, "45")
    assert room.finding("killed, total", judgements=[judgement]).verdict is Verdict.AGREE
    changed = next(claim for claim in room.record(judgements=[judgement]).claims if claim.id == wrong.id)
    assert (changed.span, changed.quote, changed.rules[-1]) == (wrong.span, wrong.quote, CORRECTED)
    assert room.record(judgements=[replace(judgement, withdrawn=True)]) == before


@pytest.mark.parametrize(
    ("text", "low", "high"), [("34", 34, 34), ("34..", 34, None), ("..40", None, 40), ("30..40", 30, 40)]
)
def test_a_number_may_be_open(room: Newsroom, text: str, low: int | None, high: int | None) -> None:
    claim = room.paper("Post").count(1, "monitor")
    (position,) = room.finding("killed, total", judgements=[correct(claim.id, text)]).positions
    assert (position.value.low, position.value.high) == (low, high)


def test_a_claim_set_to_the_background_leaves_the_figures(room: Newsroom) -> None:
    claim = room.paper("Post").count(1800, "monitor")
    assert room.record(judgements=[correct(claim.id, "layer=background")]).event.figures == ()


def test_the_latest_of_two_corrections_holds(room: Newsroom) -> None:
    claim = room.paper("Post").count(1, "monitor")
    judgements = [correct(claim.id, "9", at="2031-03-05T10:00Z"), correct(claim.id, "7", at="2031-03-04T10:00Z")]
    assert room.finding("killed, total", judgements=judgements).positions[0].value.low == 9


@pytest.mark.parametrize("text", ["", "many", "40..30", "layer=elsewhere", "root=nobody", "-3"])
def test_a_correction_that_says_nothing_is_refused_with_what_is_allowed(room: Newsroom, text: str) -> None:
    claim = room.paper("Post").count(1, "monitor")
    with pytest.raises(JudgementError, match="give a number of people"):
        room.record(judgements=[correct(claim.id, text)])
