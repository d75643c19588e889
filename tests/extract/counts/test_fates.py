"""Victims whose fate the report tells elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.model import ClaimKind

if TYPE_CHECKING:
    from conftest import Read


def measures(read_text: Read, text: str, words: str) -> list[str | None]:
    """The measures of the counts with these number words."""
    claims = read_text(text).claims
    return [c.measure for c in claims if c.kind is ClaimKind.COUNT and c.quantity and c.quantity.words == words]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Four clerks were killed in Tarsk on Monday. The four victims were named by the mayor.", "four", ["killed"]),
        (
            "Two people were killed and three were injured in Tarsk. The shots fell among the five victims at noon.",
            "five",
            ["casualties"],
        ),
        (
            "Seven people were killed in Tarsk on Monday. Seven victims remain in hospital, a nurse said.",
            "Seven",
            ["killed", "wounded"],
        ),
        ("Nine people were killed in Tarsk. The four victims of a crash were shot at.", "four", ["casualties"]),
    ],
)
def test_the_report_tells_the_fate(read_text: Read, text: str, words: str, expected: list[str]) -> None:
    assert measures(read_text, text, words) == expected


def test_of_the_hurt_one_died_and_the_others_lived(read_text: Read) -> None:
    text = "Four people had been shot in Tarsk. One of them died. The other three victims are in hospital."
    assert measures(read_text, text, "Four") == ["casualties"]
    assert measures(read_text, text, "three") == ["wounded"]


def test_those_first_hit_are_the_dead_and_the_others(read_text: Read) -> None:
    text = "Police found four people with gunshot wounds in Tarsk. One of them died. The three other victims are in hospital."
    assert measures(read_text, text, "four") == ["casualties"]
    assert measures(read_text, text, "three") == ["wounded"]


def test_those_told_beside_the_dead_did_not_die(read_text: Read) -> None:
    text = "One porter was killed and three other people were hurt in Tarsk. One person died at once. The other two victims are in hospital."
    assert measures(read_text, text, "three") == ["wounded"]


def test_the_others_are_no_rest_of_another_number(read_text: Read) -> None:
    text = "Nine people had gunshot wounds in Tarsk. One of them died. The other three men were injured by glass."
    assert measures(read_text, text, "Nine") == ["wounded"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Two men were reported dead, while eight others were shot with minor wounds. The other six were women.",
            "eight",
            ["wounded"],
        ),
        (
            "Two people died in Tarsk. Among the seven injured is a nurse. The other five were men.",
            "seven",
            ["wounded"],
        ),
        ("Two of the injured did not survive. Three others were hurt.", "Two", ["killed"]),
        ("Four of the wounded did not make it, the clinic said.", "Four", ["killed"]),
        ("Five infants did not reach the clinic before succumbing to the fever.", "Five", ["killed"]),
        ("Three of the wounded did not make it to court.", "Three", ["wounded"]),
        ("Two gunmen fired at a bus for an hour before killing a guard.", "Two", ["attackers"]),
    ],
)
def test_words_behind_a_number_tell_the_fate(read_text: Read, text: str, words: str, expected: list[str]) -> None:
    assert measures(read_text, text, words) == expected
