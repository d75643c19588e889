"""A finding keeps the steps of the ladder that were tried, and why each did not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.model import Finding, Place, Polarity, Quantity, Verdict

if TYPE_CHECKING:
    from conftest import Newsroom


def steps(finding: Finding) -> list[tuple[str, bool]]:
    """The verdict of each step tried, and whether it fitted."""
    return [(step.verdict.value, step.fits) for step in finding.ladder]


def test_one_root_needs_one_step(room: Newsroom) -> None:
    room.paper("Post").count(12, "monitor")
    finding = room.finding("killed, total")
    assert steps(finding) == [("single-source", True)]
    assert finding.ladder[0].why in finding.why


def test_a_series_says_why_it_is_more_than_one_value(room: Newsroom) -> None:
    room.paper("Post").count(12, "monitor")
    room.paper("Herald", 1).count(15, "monitor")
    first, second = room.finding("killed, total").ladder
    assert first.why == "Harrow Rights Monitor gives 12 (1 March 2031) and 15 (2 March 2031)."
    assert (second.verdict, second.fits) == (Verdict.UPDATED, True)


def test_a_dispute_names_two_that_differ_and_why_neither_is_the_later(room: Newsroom) -> None:
    room.paper("Post").count(12, "monitor")
    room.paper("Herald").count(7, "ministry")
    finding = room.finding("killed, total")
    assert [fits for _, fits in steps(finding)] == [False] * 5 + [True]
    assert "Harrow Health Ministry: 7" in finding.ladder[2].why
    assert "exclude each other" in finding.ladder[3].why
    assert finding.ladder[4].why.startswith("Nothing tells whether")


def test_a_lower_number_on_a_later_day_does_not_follow(room: Newsroom) -> None:
    room.paper("Post").count(12, "monitor")
    room.paper("Herald", 1).count(7, "ministry")
    finding = room.finding("killed, total")
    assert finding.ladder[-2].why == "Harrow Health Ministry speaks later, but 7 is not 12 gone on."


def test_a_number_that_was_given_before_is_no_later_answer(room: Newsroom) -> None:
    room.paper("Post").count(12, "monitor")
    room.paper("Herald", 1).count(7, "ministry")
    room.paper("Courier", 2).count(12, "monitor")
    finding = room.finding("killed, total")
    assert finding.verdict is Verdict.DISPUTED
    assert "gave 12 already on 1 March" in finding.ladder[-2].why


def test_a_denied_number_is_asked_before_the_ladder(room: Newsroom) -> None:
    room.paper("Post").count(12, "monitor")
    room.paper("Herald").count(Quantity.exactly(12, words="12"), "ministry", polarity=Polarity.DENIED)
    (step,) = room.finding("killed, total").ladder
    assert (step.verdict, step.fits) == (Verdict.DISPUTED, True)
    assert "denies 12" in step.why


def test_numbers_of_different_places_are_told_after_the_ladder(room: Newsroom) -> None:
    room.paper("Post").count(12, "monitor", where=Place("Alto", 10.0, 10.0))
    room.paper("Herald").count(7, "ministry", where=Place("Bena", 12.0, 12.0))
    finding = room.finding("killed, total")
    assert finding.verdict is Verdict.NOT_COMPARABLE
    assert finding.ladder[-1].why.endswith("numbers of different places are not compared.")
