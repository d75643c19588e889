"""How reports of a war count: tolls that are passed, those a toll takes in, the lost, and what only looks like people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.model import Claim, ClaimKind, Scope

if TYPE_CHECKING:
    from conftest import Read

Told = list[tuple[str | None, str, int | None]]
TOLL = "Forty people died in the floods, the ministry said. "


def counts(read_text: Read, text: str) -> list[Claim]:
    """The count claims of a text, in order."""
    return [claim for claim in read_text(text).claims if claim.kind is ClaimKind.COUNT]


def told(read_text: Read, text: str) -> Told:
    """Measure, group and lower bound of each count of a text."""
    return [
        (claim.measure, claim.group.id if claim.group else "", claim.quantity.low if claim.quantity else None)
        for claim in counts(read_text, text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The death toll of the blast surpasses 120 people.", [("killed", "total", 121)]),
        ("The number of dead has topped 90.", [("killed", "total", 91)]),
        ("The car passed 12 people on the bridge.", []),
        ("Rocket Shells Claim 9 Civilians in Tarsk", [("killed", "civilians", 9)]),
        ("Bus Bomb Kills, Injures 20 in Tarsk", [("casualties", "total", 20)]),
        ("Death Toll from Tarsk Blast Rises to 14 33 Injured", [("killed", "total", 14), ("wounded", "total", 33)]),
        (
            "Divers found two dead sailors and one wounded sailor in the hold.",
            [("killed", "crew", 2), ("wounded", "crew", 1)],
        ),
        ("The fate of 130 others was unknown.", [("missing", "total", 130)]),
        ("The whereabouts of 12 soldiers remain unknown.", [("missing", "soldiers", 12)]),
        ("There is no word on six fishermen.", [("missing", "fishermen", 6)]),
        ("Contact was lost with seven climbers.", [("missing", "climbers", 7)]),
        ("The fate of 12 villages was sealed.", []),
        ("The army's own guards destroyed over 60 militants.", [("killed", "militants", 61)]),
        ("Troops seized an Al-Qaida in Iraq cell leader on Friday.", [("captured", "al-qaeda-in-iraq", 1)]),
        ("Losses among the attackers stood at 45.", [("killed", "total", 45)]),
        ("The army killed a big number of rebels.", [("killed", "rebels", 10)]),
        ("Six long-range bombers took off and hit the town.", []),
        ("Two F-16 fighters attacked the bridge.", []),
        ("Two suicide bombers attacked the bridge.", [("attackers", "suicide bombers", 2)]),
        ("Five VBIEDs were destroyed in Tarsk.", []),
        ("The group killed 37 soldiers, a figure that nobody could verify.", [("killed", "soldiers", 37)]),
        ("Two men, Anil Rao and Omar Das, both residents of Tarsk, were arrested.", [("detained", "men", 2)]),
        ("Some 40 gunmen torched the customs post.", [("attackers", "gunmen", 36)]),
        ("About 30 rebels set two trucks ablaze.", [("attackers", "rebels", 27)]),
        ("Ten rebels came to the school and dragged out the teacher.", [("attackers", "rebels", 10)]),
        ("Twelve militants set up a roadblock.", []),
        ("Around 60 militants surrounded the camp.", [("attackers", "militants", 54)]),
        ("Twelve firefighters set fire to the brush.", []),
        ("Police found 65 bodies of civilians.", [("killed", "civilians", 65)]),
        ("Thirty rebel deaths were reported.", [("killed", "rebels", 30)]),
        ("Two rebel officers were shot dead.", [("killed", "rebels", 2)]),
    ],
)
def test_a_sentence_of_war_counts(read_text: Read, text: str, expected: Told) -> None:
    assert told(read_text, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The figure includes 12 children.", [("killed", "children", 12)]),
        ("They included 12 children.", [("killed", "children", 12)]),
        ("Among them were nine children and a nurse.", [("killed", "children", 9), ("killed", "nurses", 1)]),
        ("Twelve children were among them.", [("killed", "children", 12)]),
        ("The figure includes three buses.", []),
    ],
)
def test_a_sentence_tells_whom_a_toll_takes_in(read_text: Read, text: str, expected: Told) -> None:
    claims = counts(read_text, TOLL + text)[1:]
    assert [
        (c.measure, c.group.id if c.group else "", c.quantity.low if c.quantity else None) for c in claims
    ] == expected
    assert {(claim.scope, claim.attribution.root) for claim in claims} <= {(Scope.PART, "ministry")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bodies of the three were found on Friday.", [Scope.WHOLE]),
        ("Among the dead in the town of Tarsk were a woman and a child.", [Scope.PART, Scope.PART]),
        ("Nine people, including a father and his two sons, were killed.", [Scope.WHOLE, Scope.PART, Scope.PART]),
    ],
)
def test_parts_and_wholes(read_text: Read, text: str, expected: list[Scope]) -> None:
    assert [claim.scope for claim in counts(read_text, text)] == expected
