"""What the parser reads in the place of characters that would lead it astray: numbers in brackets that say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.extract.broken import mended
from rashomon.model import ClaimKind

if TYPE_CHECKING:
    from conftest import Read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Second: the death of (7) inmates was noted.", [("killed", 7)]),
        ("Third: (14) injuries in the yard.", [("wounded", 14)]),
        ("The guard arrested (4) of the raiders.", [("detained", 4)]),
    ],
)
def test_a_number_in_brackets_counts_like_any_other(
    read_text: Read, text: str, expected: list[tuple[str, int]]
) -> None:
    claims = [claim for claim in read_text(text).claims if claim.kind is ClaimKind.COUNT]
    assert [(claim.measure, claim.quantity.low) for claim in claims if claim.quantity] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Twenty-six (26) pupils were freed.",
        "The driver (34) was arrested.",
        "Killed (4) wounded (3)",
        "A clerk, Anna Lind (29), died.",
    ],
)
def test_brackets_that_say_something_stay(text: str) -> None:
    assert mended(text) == text
