"""Tolls that dwarf the one a report opens with: of these days beside the matter, or of a whole war."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.model import ClaimKind, Layer

if TYPE_CHECKING:
    from conftest import Read

LEAD = "Shells killed four people in Varn on Thursday. The market was closed. Rain was forecast."


@pytest.mark.parametrize(
    ("below", "layer"),
    [
        ("The deaths came a day after 70 people were killed on the coast.", Layer.RELATED),
        ("Shelling of the coast has killed 70 people over the past few days.", Layer.RELATED),
        ("Fighting killed 70 people on the coast at the weekend.", Layer.RELATED),
        ("The siege has killed 70 people.", Layer.BACKGROUND),
        ("The siege has killed 70 people, the governor said on Wednesday.", Layer.BACKGROUND),
        ("The record was set in one week of 2012, when 70 people were killed.", Layer.BACKGROUND),
        ("The war has killed 70,000 people, a body that met this week found.", Layer.BACKGROUND),
    ],
)
def test_a_large_toll_of_these_days_is_beside_the_matter(read_text: Read, below: str, layer: Layer) -> None:
    claims = read_text(f"{LEAD}\n\n{below}").claims
    large = [c.layer for c in claims if c.kind is ClaimKind.COUNT and c.quantity and (c.quantity.low or 0) >= 70]
    assert large == [layer]


@pytest.mark.parametrize(
    ("below", "layer"),
    [
        ("The mayor denied a rumour that 90 people had been killed.", Layer.MAIN),
        ("The number of 90 dead that a radio station gave is baseless, the mayor said.", Layer.MAIN),
        ("16:20 Hospital: 90 people killed.", Layer.MAIN),
        ("The police put the number of people killed at 90, up from 60 in the morning.", Layer.MAIN),
        ("The floods of the delta killed 90 people.", Layer.BACKGROUND),
    ],
)
def test_a_rival_of_the_openings_toll_is_no_other_ones(read_text: Read, below: str, layer: Layer) -> None:
    claims = read_text(f"{LEAD}\n\n{below}").claims
    large = [c.layer for c in claims if c.kind is ClaimKind.COUNT and c.quantity and c.quantity.low == 90]
    assert large == [layer]


def test_many_may_be_rescued_where_one_was_first(read_text: Read) -> None:
    text = "Divers rescued two boys from the Varn mine on Thursday. The shaft was flooded. Rain was forecast.\n\nBy noon 70 miners had been rescued."
    claims = [c for c in read_text(text).claims if c.quantity is not None and c.quantity.low == 70]
    assert [(c.measure, c.layer) for c in claims] == [("rescued", Layer.MAIN)]


@pytest.mark.parametrize(
    ("below", "layer"),
    [
        ("Drones have killed 1,200 people in the valley, a lawyer said.", Layer.BACKGROUND),
        ("A doctor said that 30 people were killed.", Layer.MAIN),
    ],
)
def test_hundreds_of_dead_are_not_of_a_happening_that_hurt_a_few(read_text: Read, below: str, layer: Layer) -> None:
    opening = "A drone wounded six people in Varn on Thursday. The market was closed. Rain was forecast."
    claims = read_text(f"{opening}\n\n{below}").claims
    assert [c.layer for c in claims if c.kind is ClaimKind.COUNT and c.measure == "killed"] == [layer]


def test_the_days_since_a_weekday_are_no_earlier_time(read_text: Read) -> None:
    below = "Since Tuesday shelling has killed 40 people in the valley."
    claims = read_text(f"{LEAD}\n\n{below}").claims
    assert [c.layer for c in claims if c.quantity is not None and c.quantity.low == 40] == [Layer.RELATED]


@pytest.mark.parametrize(
    ("text", "layer"),
    [
        ("Since January, 8,200 people have fallen sick with cholera in Varn, the minister said.", Layer.MAIN),
        (
            "A clinic opened in Varn on Thursday. The road was closed. Rain was forecast.\n\nSince January, 8,200 people have fallen sick with cholera there.",
            Layer.BACKGROUND,
        ),
    ],
)
def test_the_own_toll_of_an_outbreak_is_a_sum(read_text: Read, text: str, layer: Layer) -> None:
    assert [c.layer for c in read_text(text).claims if c.measure == "infected"] == [layer]


def test_a_sum_beside_what_happened_is_before_it_in_the_first_line_too(read_text: Read) -> None:
    text = "Six divers were killed in Varn on Friday, and 40 were killed since early May."
    claims = [c for c in read_text(text).claims if c.measure == "killed" and c.quantity is not None]
    assert [(c.quantity.words, c.layer) for c in claims if c.quantity] == [
        ("Six", Layer.MAIN),
        ("40", Layer.BACKGROUND),
    ]


def test_the_first_line_tells_the_matter_though_it_sums_up_months(read_text: Read) -> None:
    text = "Floods in the Varn valley have killed 120 people since the beginning of May."
    assert [c.layer for c in read_text(text).claims if c.measure == "killed"] == [Layer.MAIN]


@pytest.mark.parametrize(
    ("opening", "layer"),
    [
        ("Strikes killed 60 people and wounded 20 in Varn on Thursday.", Layer.MAIN),
        ("Strikes killed two people and wounded 20 in Varn on Thursday.", Layer.BACKGROUND),
        ("Strikes wounded 20 people in Varn on Thursday.", Layer.BACKGROUND),
    ],
)
def test_the_hurt_are_weighed_beside_the_dead_too(read_text: Read, opening: str, layer: Layer) -> None:
    claims = read_text(f"{opening} Rain fell. A road was shut.\n\nA total of 210 people have been wounded.").claims
    assert [c.layer for c in claims if c.quantity is not None and c.quantity.low == 210] == [layer]
