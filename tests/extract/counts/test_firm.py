"""Rules whose answer the judge of numbers leaves alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Firm


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The raid led to the killing or wounding of nine fishermen.", [("nine", "casualties")]),
        ("The blast caused the death and injury of six miners.", [("six", "casualties")]),
        ("At least nine people were killed 20 were wounded in a blast.", [("20", "wounded")]),
        ("The nine who were killed were buried.", []),
        ("Aid groups have recorded dozens of deaths and injuries.", [("dozens", "casualties")]),
        ("A clerk is accused of fatally shooting three passengers.", [("three", "killed")]),
        ("Police found a baker and a waiter shot dead in Tarsk.", [("a", "killed")]),
        ("Police are searching for two men after the robbery.", [("two", "at large")]),
        ("Police are searching for two missing men.", []),
        ("At least two other men are being sought.", [("At least two", "at large")]),
        ("The convoy was ambushed by at least two gunmen.", [("at least two", "attackers")]),
        ("The stones caused serious injuries to a woman.", [("a", "wounded")]),
        ("Officers found two men with gunshot wounds in the yard.", [("two", "wounded")]),
        ("Three suspects fired shots into the market hall.", [("Three", "attackers")]),
        ("Three soldiers fired shots into the air.", []),
        ("Three deputies fired shots into the air.", []),
        ("The raid ended with six guards and about a dozen raiders left dead.", [("six", "killed")]),
        ("The town had seven confirmed deaths and some 90 people injured.", []),
        ("Two others were also shot and hospitalised in the city.", [("Two", "wounded")]),
    ],
)
def test_the_rule_stands(firm: Firm, text: str, expected: list[tuple[str, str]]) -> None:
    assert firm(text) == expected
