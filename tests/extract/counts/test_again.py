"""Numbers that go back to counts told before: a number about a number, who is left, and whom a number alone counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.model import ClaimKind

if TYPE_CHECKING:
    from conftest import Read

Told = list[tuple[str, str | None, str]]


def told(read_text: Read, text: str) -> Told:
    """Words, measure and group of each count of a text."""
    counts = [claim for claim in read_text(text).claims if claim.kind is ClaimKind.COUNT]
    return [(c.quantity.words, c.measure, c.group.id) for c in counts if c.quantity is not None and c.group is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army said 57 fighters surrendered in Tarrow. It insists that all 57 are fighters.", ("57", "surrendered", "combatants")),
        ("The guild said 83 people were detained. The guild's number, 83, leaves out those let go in the night.", ("83", "detained", "total")),
        ("The ministry said 26 miners were trapped in Orsk. The figure of 26 came from a list of lamps.", ("26", "trapped", "miners")),
    ],
)  # fmt: skip
def test_a_number_about_a_number_counts_the_same_people(
    read_text: Read, text: str, expected: tuple[str, str, str]
) -> None:
    found = told(read_text, text)
    assert len(found) == 2
    assert found[1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Two clerks were detained in Tarrow. The two had a history of quarrels.",
        "The army said 14 fighters surrendered. The rite began at 14 and was over soon.",
        "The army said 14 fighters surrendered. They laid down 14 rifles.",
        "The army said 33 fighters surrendered. Talks at Lounge 33 went on until dawn.",
    ],
)
def test_a_number_of_something_else_is_not_told_again(read_text: Read, text: str) -> None:
    assert len(told(read_text, text)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen stormed a jail in Tarrow and 48 inmates escaped. Police recaptured 31. The search for 17 goes on.", ("17", "at large")),
        ("Nineteen climbers were lost on Mount Arde. Twelve have been found alive; seven are still up there.", ("seven", "missing")),
    ],
)  # fmt: skip
def test_those_left_of_a_number_are_what_it_was(read_text: Read, text: str, expected: tuple[str, str]) -> None:
    words, measure, _ = told(read_text, text)[-1]
    assert (words, measure) == expected


def test_a_number_that_is_no_rest_counts_nobody(read_text: Read) -> None:
    text = "Gunmen stormed a jail in Tarrow and 48 inmates escaped. Police recaptured 31. The search for 12 goes on."
    assert [words for words, _, _ in told(read_text, text)] == ["48", "31"]


def test_those_of_whom_a_number_tells_what_became_are_of_the_whole(read_text: Read) -> None:
    text = "The raiders abducted 38 pupils in Tarrow. They slept in a barn. On Sunday 20 were freed."
    assert told(read_text, text) == [("38", "abducted", "students"), ("20", "freed", "students")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve people died in Orsk. The count of missing is in doubt. The guild has put it at 33.", ("33", "missing")),
        ("Nine people died and 40 were rescued. Now it's 47, the mayor said.", ("47", "rescued")),
        ('A nurse said 16 bodies were brought in. "I stopped counting at 21," she added.', ("21", "killed")),
    ],
)  # fmt: skip
def test_another_figure_counts_what_the_one_before_it_does(
    read_text: Read, text: str, expected: tuple[str, str]
) -> None:
    words, measure, _ = told(read_text, text)[-1]
    assert (words, measure) == expected


def test_a_degree_is_no_other_figure(read_text: Read) -> None:
    assert len(told(read_text, "Nine people died in the snow. It was 12 below on the ridge.")) == 1
