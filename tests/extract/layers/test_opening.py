"""Tolls that dwarf the one a report opens with: of these days beside the matter, or of a whole war."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.model import ClaimKind, Layer

if TYPE_CHECKING:
    from conftest import Read

LEAD = "Shells killed four people in Varn on Thursday. The market was closed. Rain was forecast."


@pytest.mark.parametrize(
    ("below", "layer"),
    [
        ("The deaths came a day after 70 people were killed on the coast.", Layer.RELATED),
        ("Shelling of the coast has killed 70 people over the past few days.", Layer.RELATED),
        ("Fighting killed 70 people on the coast at the weekend.", Layer.RELATED),
        ("The siege has killed 70 people.", Layer.BACKGROUND),
        ("The siege has killed 70 people, the governor said on Wednesday.", Layer.BACKGROUND),
        ("The record was set in one week of 2012, when 70 people were killed.", Layer.BACKGROUND),
        ("The war has killed 70,000 people, a body that met this week found.", Layer.BACKGROUND),
    ],
)
def test_a_large_toll_of_these_days_is_beside_the_matter(read_text: Read, below: str, layer: Layer) -> None:
    claims = read_text(f"{LEAD}\n\n{below}").claims
    large = [c.layer for c in claims if c.kind is ClaimKind.COUNT and c.quantity and (c.quantity.low or 0) >= 70]
    assert large == [layer]
