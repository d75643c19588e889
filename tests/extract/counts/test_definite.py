"""One person told of before counts as one where no number of the report counts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.model import ClaimKind

if TYPE_CHECKING:
    from conftest import Read

AIMED = "During the search an armed man aimed his rifle at the patrol. "


def found(read_text: Read, text: str) -> list[tuple[str | None, int | None]]:
    """Measure and low end of each count of a text."""
    claims = [claim for claim in read_text(text).claims if claim.kind is ClaimKind.COUNT]
    return [(claim.measure, claim.quantity.low) for claim in claims if claim.quantity is not None]


@pytest.mark.parametrize("end", ["The patrol fired, killing him.", "The patrol shot the man dead."])
def test_one_told_of_before_is_one(read_text: Read, end: str) -> None:
    assert found(read_text, AIMED + end) == [("killed", 1)]


def test_a_definite_office_is_one(read_text: Read) -> None:
    assert found(read_text, "A border patrol arrested the senior rebel leader for the Varn district.") == [
        ("detained", 1)
    ]


def test_a_number_of_the_report_counts_him(read_text: Read) -> None:
    assert found(read_text, "Two gunmen died in Varn. " + AIMED + "The patrol fired, killing the gunman.") == [
        ("killed", 2)
    ]


def test_a_wish_kills_no_one(read_text: Read) -> None:
    assert found(read_text, AIMED + "The patrol tried to kill him.") == []


def test_one_told_of_late_is_what_the_act_led_to(read_text: Read) -> None:
    late = AIMED + "He hid in a shed. The search went on. Night fell. "
    assert found(read_text, late + "The patrol fired, killing him.") == [("killed", 1)]
    assert found(read_text, late + "Later somebody else killed him.") == []


def test_one_of_whom_a_clause_tells_the_end_is_one(read_text: Read) -> None:
    assert found(read_text, "The girl, who was killed near a kiosk in Tarrow, was named on Friday.") == [("killed", 1)]
    assert found(read_text, "The girl, who was not killed in Tarrow, was named on Friday.") == []


def test_one_of_whom_a_clause_tells_is_not_counted_twice(read_text: Read) -> None:
    text = "Two cooks were killed in Tarrow. The cook who was killed at the door was named on Friday."
    assert found(read_text, text) == [("killed", 2)]
