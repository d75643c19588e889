"""Sources of headlines that lost the mark before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.model import OUTLET, ClaimKind

if TYPE_CHECKING:
    from conftest import Read


@pytest.mark.parametrize(
    ("headline", "root"),
    [
        ("Shells kill nine bakers in Orsk monitor", "monitor"),
        ("Shells kill nine bakers in Orsk state media", "state media"),
        ("Gunmen in Orsk kill nine police", OUTLET),
        ("Shells kill nine at the Orsk ministry", OUTLET),
    ],
)
def test_a_lower_case_source_ends_a_headline_where_an_agencys_line_follows(
    read_text: Read, headline: str, root: str
) -> None:
    claims = read_text(f"{headline} AFP Friday 6 May 2022 Fires burnt in the town at dawn.").claims
    found = [c.attribution.root for c in claims if c.kind is ClaimKind.COUNT]
    assert found[:1] == [root]


def test_a_headline_without_an_agencys_line_has_no_such_source(read_text: Read) -> None:
    claims = read_text("Shells kill nine bakers in Orsk near a monitor\n\nFires burnt in the town at dawn.").claims
    assert [c.attribution.root for c in claims if c.kind is ClaimKind.COUNT] == [OUTLET]
