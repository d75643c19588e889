"""Numbers that count no people, and people whom no number counts for certain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.model import ClaimKind, Modality

if TYPE_CHECKING:
    from conftest import Read
    from rashomon.model import Claim


def counts(read_text: Read, text: str) -> list[Claim]:
    """The counts of a text, in order."""
    return [claim for claim in read_text(text).claims if claim.kind is ClaimKind.COUNT]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Police have arrested Omar Hale Norrin, 22 in connection to the fire.", ["Omar Hale Norrin"]),
        ("In Port Selby, 22 were hurt.", ["22"]),
    ],
)
def test_an_age_behind_a_name_is_no_count(read_text: Read, text: str, words: list[str]) -> None:
    assert [c.quantity.words for c in counts(read_text, text) if c.quantity] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mother of a boy who was killed in the fire spoke in Tarsk.", ["a"]),
        ("The father of a girl shot and killed on Sunday was questioned.", ["a"]),
        ("The son of a judge was killed on Sunday.", []),
        ("The victims are a man from Varn, a woman from Tarsk and two boys.", ["a", "a", "two"]),
    ],
)
def test_a_relative_who_came_to_harm_is_counted(read_text: Read, text: str, words: list[str]) -> None:
    assert [
        c.quantity.words for c in counts(read_text, text) if c.quantity and "named" not in c.quantity.hedge
    ] == words


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The possibility of a civilian casualty came up at headquarters.", Modality.HYPOTHETICAL),
        ("Only one man in the car was intended to be killed.", Modality.PLANNED),
        ("A civilian casualty was reported to the command.", Modality.ASSERTED),
    ],
)
def test_what_may_be_or_was_meant_is_not_asserted(read_text: Read, text: str, modality: Modality) -> None:
    assert [c.modality for c in counts(read_text, text)] == [modality]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("There were no immediate reports of any casualties.", [("casualties", 0)]),
        ("The command has no indications of casualties.", [("casualties", 0)]),
        ("There was no word on casualties.", []),
        ("The earlier death toll was 14 with 35 others hurt.", [("killed", 14), ("wounded", 35)]),
    ],
)
def test_no_reports_are_none_and_a_toll_is_the_number_behind_it(
    read_text: Read, text: str, found: list[tuple[str, int]]
) -> None:
    assert [(c.measure, c.quantity.low) for c in counts(read_text, text) if c.quantity] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Neither of the boys was hurt, police said.", [("wounded", 0)]),
        ("Neither of the two hikers was injured.", [("wounded", 0)]),
        ("None of the 12 people on board was hurt.", [("wounded", 0)]),
        ("Neither the driver nor the three passengers were hurt.", []),
        ("Neither side said how many of the wounded had died.", []),
        ("Another of the wounded is a nurse.", [("wounded", 1)]),
        ("Two of the three passengers were hurt.", [("wounded", 2)]),
    ],
)
def test_of_two_or_more_of_whom_nobody_came_to_harm_none_is_counted(
    read_text: Read, text: str, found: list[tuple[str, int]]
) -> None:
    assert [(c.measure, c.quantity.low) for c in counts(read_text, text) if c.quantity] == found
