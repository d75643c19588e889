"""Names below a line that tells what became of their bearers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.model import ClaimKind

if TYPE_CHECKING:
    from conftest import Read

OPENING = "A drone struck the market of Tarsk on Monday."
ROLL = ["* Ilo Vance (13 years old)", "* Mara al-Quill (57 years old)", "* Omar Abd al-Fell"]


def told(read_text: Read, text: str) -> list[tuple[str | None, str, int | None]]:
    """Measure, words and lower bound of each count of a text."""
    return [
        (claim.measure, claim.quantity.words, claim.quantity.low)
        for claim in read_text(text).claims
        if claim.kind is ClaimKind.COUNT and claim.quantity is not None
    ]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("As to the injured, these are:", [("wounded", "injured", 3)]),
        ("The names of those killed:", [("killed", "killed", 3)]),
        ("The wounded, who were taken to two clinics, are as follows:", [("wounded", "wounded", 3)]),
        ("They were taken to these clinics:", []),
        ("The killed and the wounded are:", []),
    ],
)
def test_names_below_a_line_are_counted_by_what_it_tells(
    read_text: Read, heading: str, expected: list[tuple[str, str, int]]
) -> None:
    assert told(read_text, "\n\n".join([OPENING, heading, *ROLL, "Shops stayed shut."])) == expected


@pytest.mark.parametrize(
    "lines",
    [
        ["Upper Tarsk", "Lower Varn", "Oster Mills"],
        ["Ilo Vance (13 years old)", "Shops stayed shut in the town."],
        ["The mayor spoke.", *ROLL],
    ],
    ids=["places", "one name", "other lines first"],
)
def test_other_lines_are_no_roll(read_text: Read, lines: list[str]) -> None:
    assert told(read_text, "\n\n".join([OPENING, "The injured are:", *lines])) == []


def test_a_roll_of_people_counted_before_is_no_second_count(read_text: Read) -> None:
    text = "\n\n".join(["Nine people were hurt in Tarsk on Monday.", "The injured are as follows:", *ROLL])
    assert told(read_text, text) == [("wounded", "Nine", 9)]
