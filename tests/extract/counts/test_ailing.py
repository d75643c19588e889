"""Patients of an illness: ill, and not hurt, where a report tells of no other harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.model import ClaimKind, Scope

if TYPE_CHECKING:
    from conftest import Read


def told(read_text: Read, text: str) -> list[tuple[str | None, str]]:
    """The measure and the number words of each count."""
    return [(c.measure, c.quantity.words) for c in read_text(text).claims if c.kind is ClaimKind.COUNT and c.quantity]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nineteen pupils fell ill and another 40 were hospitalized after drinking bad water at a school in Dodoma.",
            [("infected", "Nineteen"), ("infected", "40")],
        ),
        (
            "Almost 60 pupils were taken to two clinics after a food poisoning in Lusaka. One of the cooks was also taken to the hospital.",
            [("infected", "Almost 60"), ("infected", "One")],
        ),
        (
            "A cholera outbreak has reached the camp. Doctors confirmed nine deaths and 22 others under treatment.",
            [("killed", "nine"), ("infected", "22")],
        ),
    ],
)
def test_patients_of_an_illness_are_ill(read_text: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert told(read_text, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A doctor confirmed nine deaths and 22 others under treatment after the stampede.", [("killed", "nine"), ("wounded", "22")]),
        (
            "A bus crash outside the cholera ward killed two. Six nurses were taken to hospital.",
            [("killed", "two"), ("wounded", "Six")],
        ),
        ("Chlorine gas leaked at the plant. Forty workers were hospitalized with poisoning.", [("wounded", "Forty")]),
    ],
)  # fmt: skip
def test_the_hurt_and_the_gassed_stay_hurt(read_text: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert told(read_text, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The outbreak of dengue has affected 310 people in Cebu.", [("infected", "310")]),
        ("A virus was found in Cebu. It has affected 310 people so far.", [("infected", "310")]),
        ("The heavy rains, affecting more than 3 million people, brought fears of cholera.", []),
        ("The floods affected 210,000 people. Aid workers warn of cholera.", []),
        ("Fears of a measles outbreak grow. The strike has affected 8,000 patients.", []),
    ],
)  # fmt: skip
def test_only_an_illness_makes_those_it_affects_ill(
    read_text: Read, text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(read_text, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry reported another 14 cases of bird flu in chickens and nine cases among ducks.", []),
        ("Another 14 cases of infected geese were found in the province.", []),
        ("The ministry reported 14 cases of bird flu in farmers and their children.", [("infected", "14")]),
        ("Five deaths from the fever were reported among herders.", [("killed", "Five")]),
    ],
)  # fmt: skip
def test_cases_among_animals_count_nobody(read_text: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert told(read_text, text) == expected


def test_patients_are_some_of_the_ill_told_of_before(read_text: Read) -> None:
    text = "The province has 205 cases of cholera. As of Monday 31 people had been hospitalized."
    scopes = [(c.measure, c.scope) for c in read_text(text).claims if c.kind is ClaimKind.COUNT]
    assert scopes == [("infected", Scope.WHOLE), ("infected", Scope.PART)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Red Cross asked for funds to treat forty thousand people with cholera.", []),
        ("The ward can treat 300 cholera patients.", []),
        ("Doctors had to treat 60 people with cholera.", [("infected", "60")]),
        ("Dozens more may be ill with this virus, doctors suspect.", [("infected", "Dozens")]),
        ("In all 18,200 children are afflicted with the disease.", [("infected", "18,200")]),
    ],
)
def test_only_those_who_are_ill_are_counted(read_text: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert told(read_text, text) == expected
