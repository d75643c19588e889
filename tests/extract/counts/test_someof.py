"""Parts that a later sentence tells of a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.model import ClaimKind, Scope

if TYPE_CHECKING:
    from conftest import Read


def scopes(read_text: Read, text: str) -> dict[str, Scope]:
    """The scope of each count by its number words."""
    claims = read_text(text).claims
    return {c.quantity.words: c.scope for c in claims if c.kind is ClaimKind.COUNT and c.quantity and c.scope}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Four men were killed in a shootout. Two of the men died in the yard.", {"Two"}),
        ("Police shot three burglars dead in a flat. Two of the burglars died in the hall.", {"Two"}),
        ("Five people were hurt in the crash. One was treated on the spot. Three were taken to hospital.", {"One", "Three"}),
        ("Seven others were wounded. One was treated on the spot and six were taken to Harrow Hospital.", {"One", "six"}),
    ],
)  # fmt: skip
def test_some_of_those_told_of_before_are_a_part(read_text: Read, text: str, parts: set[str]) -> None:
    found = scopes(read_text, text)
    assert {words for words, scope in found.items() if scope is Scope.PART} == parts
    assert len(found) > len(parts)


@pytest.mark.parametrize(
    "text",
    [
        "The raid killed 14 people. Soldiers later killed four of the raiders.",
        "Eight people were wounded on Monday. On Tuesday three were wounded in a second blast.",
        "Two people were killed. Three were taken to hospital.",
        "Six soldiers were killed. The strike also killed one of the top three rebels.",
    ],
)
def test_others_are_no_part(read_text: Read, text: str) -> None:
    assert Scope.PART not in scopes(read_text, text).values()
