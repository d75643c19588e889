"""What news of a crime tells without counting is implied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Read

RULE = "told of a crime"


def told(read_text: Read, text: str) -> list[tuple[str | None, str, int | None]]:
    """Measure, group and number of what a text on a crime implies."""
    claims = [claim for claim in read_text(text).implied if RULE in claim.rules]
    return [(c.measure, c.group.label, c.quantity.low) for c in claims if c.group and c.quantity]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deputies are looking into a triple shooting in Tarsk.", [("casualties", "total", 3)]),
        ("Deputies are looking into a double homicide in Tarsk.", [("killed", "total", 2)]),
        (
            "Deputies called it a double murder-suicide in Tarsk.",
            [("killed", "total", 3), ("killed", "suspect", 1)],
        ),
        ("Carl Nollen, 31, is charged with murder in the shooting in Tarsk.", [("detained", "suspects", 1)]),
        ("TARSK MAN CHARGED in the shooting of a clerk.", [("detained", "suspects", 1)]),
        ("A third suspect was arrested in the Tarsk bar shooting.", [("detained", "suspects", 3)]),
        ("Officers arrested a 44-year-old man near the Tarsk ferry on Monday.", [("detained", "suspects", 1)]),
        ("Officers arrested 44-year-old Carl Nollen after two people were stabbed.", [("detained", "suspects", 1)]),
        ("A man was stabbed in Tarsk. Nollen is behind bars.", [("detained", "suspects", 1)]),
        ("When Nollen was arrested, deputies found the knife.", [("detained", "suspects", 1)]),
        ("The suspect in the Tarsk bar shooting appeared in a county courtroom.", [("detained", "suspects", 1)]),
        ("The suspect fled. Nollen later turned the gun on himself, police said.", [("killed", "suspect", 1)]),
        ("The gunman, Carl Nollen, was fatally shot by Tarsk police.", [("killed", "suspect", 1)]),
    ],
)
def test_a_crime_implies(read_text: Read, text: str, expected: list[tuple[str, str, int]]) -> None:
    assert told(read_text, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A suspect was seen after an attempted murder-suicide in Tarsk.",
        "Nobody has been charged with murder in Tarsk.",
        "Three men were shot and killed by police while a suspect watched.",
        "Police said Nollen killed himself in his flat.",
        "Two clerks were stabbed. Officers arrested two men in Tarsk.",
        "Nobody was arrested and no one is in custody in Tarsk.",
        "A clerk was stabbed. Nollen was arrested three years ago for a fight.",
        "A clerk was stabbed. The owner appeared in a video from the court.",
    ],
)
def test_a_crime_does_not_imply(read_text: Read, text: str) -> None:
    assert told(read_text, text) == []
