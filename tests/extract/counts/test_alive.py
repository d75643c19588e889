"""The hurt who will live, people there when others died, and bystanders of a quarrel."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.model import ClaimKind

if TYPE_CHECKING:
    from conftest import Read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("All six victims of the crash are expected to survive.", ("wounded", 6)),
        ("Three were shot in a bar. The three other guards hurt are expected to recover.", ("wounded", 3)),
    ],
)
def test_those_expected_to_live_are_hurt(read_text: Read, text: str, expected: tuple[str, int]) -> None:
    claims = [claim for claim in read_text(text).claims if claim.kind is ClaimKind.COUNT]
    found = [(claim.measure, claim.quantity.low) for claim in claims if claim.quantity is not None]
    assert expected in found
    assert not {"rescued", "killed"} & {measure for measure, _ in found}


def test_those_who_were_there_when_somebody_died_are_not_the_dead(read_text: Read) -> None:
    text = "Officers say several gunmen were on the quay during the brawl that killed the docker Per Voss."
    claims = [claim for claim in read_text(text).claims if claim.kind is ClaimKind.COUNT]
    assert not [claim for claim in claims if claim.measure == "killed" and claim.quantity and claim.quantity.low == 3]


def test_a_line_above_an_earlier_state_of_a_page_hands_over_no_words(read_text: Read) -> None:
    text = "Talks go on, said Ola Brandt of the harbour office.\n\nUPDATE @ 8 p.m. (June 2):\n\nTwo divers drowned on Monday."
    (claim,) = [claim for claim in read_text(text).claims if claim.measure == "killed"]
    assert claim.attribution.root == "outlet"


def test_somebody_killed_is_named_with_an_age_in_a_report_that_counts_nobody(read_text: Read) -> None:
    text = (
        "The year was hours old. The hall was full. The band was loud. Peter Lang, 22, was shot and killed in the hall."
    )
    assert [claim.measure for claim in read_text(text).claims if claim.kind is ClaimKind.COUNT] == ["killed"]
