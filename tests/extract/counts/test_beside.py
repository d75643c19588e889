"""People without a number beside a counted one: relatives, and one who killed others and then themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.model import ClaimKind

if TYPE_CHECKING:
    from conftest import Read


def killed(read_text: Read, text: str) -> list[str]:
    """The words of the people whom a text counts as killed."""
    claims = [c for c in read_text(text).claims if c.kind is ClaimKind.COUNT and c.measure == "killed"]
    return [claim.quantity.words for claim in claims if claim.quantity is not None]


def own_life(read_text: Read, text: str) -> bool:
    """Whether a text implies one who took their own life."""
    return any("took own life" in claim.rules for claim in read_text(text).implied)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A woman and her son were found dead in Varn.", ["A", "her son"]),
        ("The blast in Varn claimed the lives of a boy and his adopted mother.", ["a", "his adopted mother"]),
        ("A man is accused of killing a father and son in Varn.", ["a", "son"]),
        ("The farmer Ilo Vance and his wife were killed.", ["Ilo Vance and his wife"]),
    ],
)
def test_a_relative_joined_to_a_counted_person_is_counted(read_text: Read, text: str, words: list[str]) -> None:
    assert killed(read_text, text) == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man killed a woman in Varn before turning the gun on himself.", True),
        ("A man killed a woman in Varn and then took his own life.", True),
        ("A man killed a woman in Varn and tried to kill himself.", False),
        ("A man died after he killed a woman in Varn and then shot himself.", False),
        ("A clerk in Varn accidentally shot himself.", False),
    ],
)
def test_who_killed_others_and_then_himself_is_implied(read_text: Read, text: str, *, expected: bool) -> None:
    assert own_life(read_text, text) is expected
