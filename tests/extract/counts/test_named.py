"""People counted without a number word: named ones, those joined to them, and when a name is no count of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.model import ClaimKind

if TYPE_CHECKING:
    from conftest import Read

Told = list[tuple[str | None, str, int | None]]


def told(read_text: Read, text: str) -> Told:
    """Measure, words and lower bound of each count of a text."""
    return [
        (claim.measure, claim.quantity.words, claim.quantity.low)
        for claim in read_text(text).claims
        if claim.kind is ClaimKind.COUNT and claim.quantity is not None
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police arrested the banker Lena Osk in Varn.", [("detained", "Lena Osk", 1)]),
        ("Constable Pavel Rudin was killed in the blast.", [("killed", "Pavel Rudin", 1)]),
        ("Mara Teling (22) was abducted from a market.", [("abducted", "Mara Teling", 1)]),
        ("The farmer Ilo Vance and his wife were killed.", [("killed", "Ilo Vance and his wife", 2)]),
        ("Police arrested the party's district head, Lena Osk, in Varn.", [("detained", "Lena Osk", 1)]),
        ("The raid resulted in the death of Omar Fell, a local leader.", [("killed", "Omar Fell", 1)]),
    ],
)
def test_a_named_person_is_one(read_text: Read, text: str, expected: Told) -> None:
    assert told(read_text, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Northern Front killed the negotiations.",
        "Greenhill Police Department was attacked.",
        "Pavel Rudin was not hurt.",
        "Villagers mourned Pavel Rudin.",
        "He is accused of killing Pavel Rudin.",
        "Raiders captured the town, Upper Tarsk, on Friday.",
    ],
)
def test_a_body_a_denial_or_a_charge_counts_no_one(read_text: Read, text: str) -> None:
    assert told(read_text, text) == []


def test_a_name_adds_nothing_to_a_number_of_the_report(read_text: Read) -> None:
    text = "Three men were killed near Varn on Friday. Pavel Rudin was killed at the gate."
    assert told(read_text, text) == [("killed", "Three", 3)]


def test_a_name_beside_a_number_is_counted_with_it(read_text: Read) -> None:
    text = "Rangers arrested the poacher Pavel Rudin and two hunters."
    assert sorted(told(read_text, text)) == [("detained", "Pavel Rudin", 1), ("detained", "two", 2)]


def test_a_name_told_late_is_no_count(read_text: Read) -> None:
    text = "The valley is quiet. Shops are open. Schools have opened too. Buses run again. Pavel Rudin was killed."
    assert told(read_text, text) == []


def test_someone_told_late_by_what_they_are_is_one_where_nobody_is_counted(read_text: Read) -> None:
    calm = "The valley is quiet. Shops are open. Schools have opened too. Buses run again."
    text = f"{calm} The 12-year-old child, Pavel Rudin, was wounded by several shards of metal."
    assert [(measure, low) for measure, _, low in told(read_text, text)] == [("wounded", 1)]
    assert ("wounded", 1) not in [(m, low) for m, _, low in told(read_text, f"Two men were wounded on Friday. {text}")]


def test_guests_held_hostage_are_no_single_hostage(read_text: Read) -> None:
    assert told(read_text, "Gunmen stormed a hotel and were holding guests hostage, police said.") == []
    assert told(read_text, "Gunmen killed hostage John Carter.") == [("killed", "John Carter", 1)]
