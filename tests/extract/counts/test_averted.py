"""A deed that was only tried, or that somebody escaped, kills nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.model import ClaimKind

if TYPE_CHECKING:
    from conftest import Read


def killed(read_text: Read, text: str) -> list[int | None]:
    """How many a text counts or implies as killed."""
    reading = read_text(text)
    claims = [c for c in (*reading.claims, *reading.implied) if c.kind is ClaimKind.COUNT and c.measure == "killed"]
    return [claim.quantity.low for claim in claims if claim.quantity is not None]


@pytest.mark.parametrize(
    "text",
    [
        "A man is accused of trying to kill two guards in Varn.",
        "He was charged with attempting to murder two other people at the inn.",
        "It was an attempted assassination of two guards.",
        "A teenager was nearly killed in a shooting in Varn.",
        "A medic may have saved the life of a man who was shot in Varn.",
        "A girl is fighting for her life after her uncle shot her in Varn.",
    ],
)
def test_who_escaped_is_not_counted(read_text: Read, text: str) -> None:
    assert killed(read_text, text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The blast in Varn claimed the lives of two guards.", 2),
        ("Three lives were lost in the fire.", 3),
        ("The loss of three young lives shook the town.", 3),
        ("Gunmen killed two guards in an ambush.", 2),
    ],
)
def test_a_life_taken_is_counted(read_text: Read, text: str, number: int) -> None:
    assert killed(read_text, text) == [number]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Officers found two dead burglars and three uninjured tenants inside the flat in Varn.", [2]),
        ("Rescuers found a dead man and four unharmed children in the cellar.", [1]),
        ("Six surviving passengers were killed on the way back.", [6]),
        ("Rescuers found a dead man and four dead children in the cellar.", [1, 4]),
    ],
)
def test_the_unhurt_are_no_dead(read_text: Read, text: str, number: list[int]) -> None:
    assert killed(read_text, text) == number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Berg reached for a gun. That is when nine officers opened fire and shot Berg dead.", False),
        ("Four policemen stormed the house in Varn.", False),
        ("Nine gunmen opened fire on a bus in Varn.", True),
        ("Six soldiers opened fire on the crowd in Varn.", True),
    ],
)
def test_police_at_their_work_are_no_attackers(read_text: Read, text: str, *, expected: bool) -> None:
    assert any(claim.measure == "attackers" for claim in read_text(text).claims) is expected
