"""The same deed is told of differently by who does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.model import ClaimKind

if TYPE_CHECKING:
    from conftest import Read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Soldiers led away seven students into the hills.", {"detained"}),
        ("Masked men led away seven students into the hills.", {"abducted"}),
        ("Soldiers abducted seven students.", {"abducted"}),
        ("Three gunmen fled on foot towards the mill.", {"escaped"}),
        ("Three hundred villagers fled when the shelling began.", {"displaced"}),
        ("More than 60 convicts fled when the warders went home.", {"escaped"}),
        ("A guard saw three suspects run from the scene.", set()),
    ],
)
def test_measures_by_the_doer(text: str, expected: set[str], read_text: Read) -> None:
    claims = read_text(text).claims
    told = {claim.measure for claim in claims if claim.kind is ClaimKind.COUNT} - {"attackers"}
    assert told == expected
