"""A number alone counts those whom the report has counted before, by what befell them first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.model import ClaimKind

if TYPE_CHECKING:
    from conftest import Read

TAKEN = "Gunmen abducted 40 pupils from a school in Varn on Monday. "


def groups(read_text: Read, text: str) -> list[tuple[str | None, str]]:
    """Measure and group of each count of a text."""
    claims = [claim for claim in read_text(text).claims if claim.kind is ClaimKind.COUNT]
    return [(claim.measure, claim.group.id) for claim in claims if claim.group is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TAKEN + "\n\nOn Friday 26 were released, the governor said.", ("freed", "students")),
        (TAKEN + "\n\nThe bishop said that nine slipped away in the night.", ("escaped", "students")),
        ("Forty inmates broke out of the jail. By noon 12 had been recaptured.", ("captured", "prisoners")),
        ("By noon 12 had been recaptured. Forty inmates broke out of the jail at night.", ("captured", "prisoners")),
    ],
)
def test_a_number_alone_is_of_those_before(text: str, expected: tuple[str, str], read_text: Read) -> None:
    assert expected in groups(read_text, text)


@pytest.mark.parametrize(
    "text",
    [
        TAKEN + "\n\nOn Friday 26 people were released, the governor said.",
        TAKEN + "\n\nOn Friday six others were released, the governor said.",
        TAKEN + "\n\nOn Friday 50 were released, the governor said.",
        "Gunmen abducted 40 pupils and 30 nurses in Varn. On Friday 26 were released, the governor said.",
        "On Friday 26 were released, the governor said.",
    ],
)
def test_others_more_or_of_two_groups_are_all(text: str, read_text: Read) -> None:
    assert ("freed", "total") in groups(read_text, text)


def test_of_them_with_a_noun_of_its_own_keeps_it(read_text: Read) -> None:
    text = "Twenty-six guests escaped from the kidnappers. Nine of them are foreigners."
    assert ("escaped", "foreigners") in groups(read_text, text)
