"""Counts of bulletins, answers, rows of places and headlines, each in sentences of our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.model import ClaimKind

if TYPE_CHECKING:
    from conftest import Read

Told = list[tuple[str | None, int | None]]


def told(read_text: Read, text: str) -> Told:
    """Measure and lower bound of each count of a text."""
    counts = [claim for claim in read_text(text).claims if claim.kind is ClaimKind.COUNT]
    return [(claim.measure, claim.quantity.low) for claim in counts if claim.quantity is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deceased: 4 (dockers 3, diver 1)", [("killed", 4), ("killed", 3), ("killed", 1)]),
        ("Dead 17 (male 8, female 9); missing 3.", [("killed", 17), ("killed", 8), ("killed", 9), ("missing", 3)]),
        ("- Injured: 52 (of which 6 critical)", [("wounded", 52), ("wounded", 6)]),
        ("TOTAL KILLED 12 / TOTAL INJURED 40 / TOTAL MISSING 3", [("killed", 12), ("wounded", 40), ("missing", 3)]),
        ("Dead 9; barns destroyed 18; goats lost 40.", [("killed", 9)]),
        ("Deaths: 6 (six)", [("killed", 6)]),
        ("Killed in Orsk: 12\nReleased in Orsk by 4 May, 19:00: 66", [("killed", 12), ("freed", 66)]),
        ("Killed in a week of strikes that ended, the mayor hopes: 12 walls", []),
    ],
)
def test_a_bulletin_lists_people_and_their_parts(read_text: Read, text: str, expected: Told) -> None:
    assert told(read_text, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HOST: And the dead?\n\nCALLER: Eleven, at the last count.", [("killed", 11)]),
        ("HOST: How many did you lose?\n\nCALLER: Seven.", [("killed", 7)]),
        ("HOST: And the dead?\n\nCALLER: I have seen eleven with my own eyes.", [("killed", 11)]),
        ("Nine fishermen drowned. Nine, he said again.", [("killed", 9), ("killed", 9)]),
        ("The ferry carried many. Nine.", []),
        ("Two fishermen drowned.\n\n3. The search goes on.", [("killed", 2)]),
    ],
)
def test_a_number_alone_counts_what_was_asked_or_told_of(read_text: Read, text: str, expected: Told) -> None:
    assert told(read_text, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thirty-eight villagers died.\n\nOrsk: 21\nTarsk: 12\nVarn: 5", [38, 21, 12, 5]),
        ("Thirty-eight villagers died.\n\nHouses: 21\nCars: 12", [38]),
    ],
)
def test_a_row_of_places_counts_the_dead_of_each(read_text: Read, text: str, expected: list[int]) -> None:
    assert told(read_text, text) == [("killed", low) for low in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 perish in mill blaze", [("killed", 12)]),
        ("Nine pilgrims drown off Tarsk", [("killed", 9)]),
        ("Two clerks among 12 dead", [("killed", 2), ("killed", 12)]),
        ("That brings to 19 the number of dead.", [("killed", 19)]),
        ("12 dead in blast; 3 still missing", [("killed", 12), ("missing", 3)]),
        ("Of the 41 dead, 30 have been named and buried.", [("killed", 41), ("killed", 30)]),
        ("He spoke of seven bodies and of 21 people with gunshot wounds.", [("killed", 7), ("wounded", 21)]),
        ("One of four survivors died in hospital.", [("killed", 1), ("rescued", 4)]),
        ("Residents saw eight bodies carried off at night.", [("killed", 8)]),
        ("The toll rose after the death of two of the wounded.", [("killed", 2)]),
        ("Villagers buried 22 people on Sunday.", [("killed", 22)]),
        ("Twenty villagers were buried by a mudslide.", []),
        ("Five divers were brought up alive; three are said to have drowned.", [("rescued", 5), ("killed", 3)]),
        ("The hospital received 14 patients, three of whom died.", [("killed", 3)]),
        ("Not a single clerk was hurt.", [("wounded", 0)]),
        ("No loss of life was reported.", [("killed", 0)]),
    ],
)
def test_headlines_and_turns_of_phrase_count(read_text: Read, text: str, expected: Told) -> None:
    assert told(read_text, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fourteen pilgrims died, the ministry said, correcting the 15 given overnight.", [14, 15]),
        ("The ministry spoke of 30 dead. A deputy spoke on local radio of “more than fifty”.", [30, 51]),
        ("Two more have died in hospital, which makes it 14.", [2, 14]),
        ("Six clerks died. The mayor admits only four.", [6, 4]),
        ("There were 46 aboard, not 49. Three people died.", [3]),
    ],
)
def test_another_figure_counts_the_same(read_text: Read, text: str, expected: list[int]) -> None:
    assert told(read_text, text) == [("killed", low) for low in expected]
