"""Claims and their ids."""

from __future__ import annotations

from dataclasses import replace

from rashomon.model import Claim, ClaimKind, Group, Quantity, ReportId, Span


def claim() -> Claim:
    """A count claim."""
    made = Claim(
        ReportId("r-1"),
        ClaimKind.COUNT,
        Span(0, 14),
        "Two were hurt.",
        measure="wounded",
        group=Group("total", "total"),
    )
    return replace(made, quantity=Quantity.exactly(2, words="Two"), number_span=Span(0, 3))


def test_the_same_claim_read_twice_is_one_claim() -> None:
    assert claim().identified().id == claim().identified().id


def test_what_a_claim_says_makes_its_id() -> None:
    other = replace(claim(), measure="killed").identified()
    assert other.id != claim().identified().id
    assert replace(claim(), number_span=Span(4, 8)).identified().id != claim().identified().id


def test_confidence_and_rules_do_not_make_another_claim() -> None:
    assert replace(claim(), confidence=0.2, rules=("other",)).identified().id == claim().identified().id
