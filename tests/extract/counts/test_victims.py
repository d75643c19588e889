"""One person told of without a number is implied, and is no claim among the counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.model import ClaimKind, Scope

if TYPE_CHECKING:
    from conftest import Read


def implied(read_text: Read, text: str) -> list[tuple[str | None, str]]:
    """Measure and words of each person that a text implies."""
    return [(claim.measure, claim.quantity.words) for claim in read_text(text).implied if claim.quantity is not None]


def counted(read_text: Read, text: str) -> list[tuple[str | None, int | None]]:
    """Measure and low end of each count of a text."""
    claims = [claim for claim in read_text(text).claims if claim.kind is ClaimKind.COUNT]
    return [(claim.measure, claim.quantity.low) for claim in claims if claim.quantity is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A clerk named Nollen opened the door. Nollen was pronounced dead at noon.", [("killed", "Nollen")]),
        ("Police are looking into the shooting death of Carl Nollen.", [("killed", "Carl Nollen")]),
        ("He was shot and killed in a side street of Tarsk.", [("killed", "He")]),
        ("The man who fatally shot his wife on Monday wept in the yard.", [("killed", "wife")]),
        ("The mother of a 6-year-old boy who accidentally shot himself was questioned.", [("wounded", "boy")]),
        ("A 7-year-old is recovering after being shot in Tarsk on Saturday.", [("wounded", "old")]),
        ("Police are at the scene after a 6-year-old accidentally shot himself on Saturday.", [("wounded", "old")]),
        ("Officers found the teen suffering from gunshot wounds.", [("wounded", "teen")]),
        ("An accident with a rifle claimed the life of Ann Lindh on Friday.", [("killed", "Ann Lindh")]),
    ],
)
def test_one_person_is_implied(read_text: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert implied(read_text, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It is a wonder that nobody's dead, he said.",
        "She had fallen asleep in the chair.",
        "They were killed on the road to Tarsk.",
        "The clerk was not hurt.",
    ],
)
def test_nobody_is_implied(read_text: Read, text: str) -> None:
    assert implied(read_text, text) == []


def test_the_first_of_each_is_kept(read_text: Read) -> None:
    told = "Nollen was killed on Monday. Carl Noll was killed on the stairs. Anna Lindh was shot in the arm."
    assert implied(read_text, told) == [("killed", "Nollen"), ("wounded", "Anna Lindh")]


def test_who_shot_and_killed_is_not_the_one_shot(read_text: Read) -> None:
    assert counted(read_text, "A 12-year-old boy shot and killed an 11-year-old girl on Monday.") == [("killed", 1)]
    seeming = "A Tarsk woman appears to have shot and killed her two sons."
    assert counted(read_text, seeming) == [("killed", 2)]


def test_a_named_person_shot_and_killed_is_dead(read_text: Read) -> None:
    assert counted(read_text, "Alan Ford, 16, was shot and killed on Monday.") == [("killed", 1)]
    assert counted(read_text, "Alan Ford, 16, was fatally shot in a park on Monday.") == [("killed", 1)]


def test_no_one_else_is_nobody_more(read_text: Read) -> None:
    claims = [c for c in read_text("A girl was shot on Monday. No one else was injured.").claims if c.quantity]
    assert [(c.quantity.low, c.scope) for c in claims if c.quantity] == [(1, Scope.WHOLE), (0, Scope.INCREMENT)]


def test_ages_and_names_with_numbers_count_no_one(read_text: Read) -> None:
    assert counted(read_text, "A police K-9 was shot during the chase.") == []
    told = "Anna Lind, 30, Bert Lind, 44 -- and two others were killed."
    assert ("killed", 44) not in counted(read_text, told)
