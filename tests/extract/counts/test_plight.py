"""People who plainly came to harm, against a judge of numbers who counts nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Firm


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A baker was taken to a clinic, where she died.", [("A", "killed")]),
        ("Two men were rushed to a hospital, where they were pronounced dead.", [("Two", "killed")]),
        ("A student hospitalized after a fall on Friday has died.", [("A", "killed")]),
        ("One of six people shot on Friday has died.", [("One", "killed"), ("six", "casualties")]),
        ("Two of the nine guests hurt in the fire died at home.", [("Two", "killed"), ("nine", "casualties")]),
        ("Medics were called after a four-year-old was accidentally shot.", [("a", "wounded")]),
        ("Officers came for a 6-year-old who had been stabbed.", [("a", "wounded")]),
        ("They say a 15-year-old who was shot on Friday has died.", [("a", "killed")]),
        ("A 3-year-old remains in critical condition after the accident.", [("A", "wounded")]),
        ("He fired into the queue, hitting six other people.", [("six", "wounded")]),
        ("The bullet went through a door, striking another child.", [("another", "wounded")]),
        ("As guests were leaving, four people were struck.", [("four", "wounded")]),
        ("A waiter was locking the door when he was shot.", [("A", "wounded")]),
        ("A boy is at home again after accidentally shooting himself.", [("A", "wounded")]),
        ("The victims included four men and a nurse.", [("four", "wounded"), ("a", "wounded")]),
        ("70 Guards Killed Injured in Harbour Blast.", [("70", "casualties")]),
        ("A clerk shot two nieces and then himself in an apparent murder-suicide.", [("two", "killed")]),
    ],
)
def test_harm_stands(firm: Firm, text: str, expected: list[tuple[str, str]]) -> None:
    assert firm(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The workers were hit hard by the new tax.",
        "A man called the police after he was told of the noise.",
        "The company is striking a deal with two rivals.",
        "A woman was asleep when she was not hit.",
    ],
)
def test_no_harm(firm: Firm, text: str) -> None:
    assert firm(text) == []
