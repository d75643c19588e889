"""The layer of what titles of other stories count: sums, the report's own toll, and all else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.model import ClaimKind, Layer, ZoneKind

if TYPE_CHECKING:
    from conftest import Read

STORY = (
    "A fire on a ferry killed six people off Kestrel Bay on Friday, the harbour master said. The ferry had left at dawn with "
    "a crew of nine. Divers went on with the search at night."
)


@pytest.mark.parametrize(
    ("title", "layer"),
    [
        ("Six dead in fire on board", Layer.MAIN),
        ("Nine hurt as coach overturns", Layer.RELATED),
        ("One dead in mill fire", Layer.RELATED),
        ("Coast roads in May 2021 | Six dead in crashes", Layer.BACKGROUND),
    ],
)
def test_a_title_of_another_story_is_beside_the_matter_but_for_sums_and_the_same_toll(
    read_text: Read, title: str, layer: Layer
) -> None:
    claims = read_text(
        f"Ferry fire kills six\n\n{STORY}\n\nRelated News\n\n{title}\n\nSpring fair opens\n\nNew mayor sworn in"
    ).claims
    found = [c.layer for c in claims if c.kind is ClaimKind.COUNT and c.zone is ZoneKind.LINK]
    assert found == [layer]
