"""Layers that run on to parts, lists and the next count, and the titles of other stories."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.model import ClaimKind, Layer

if TYPE_CHECKING:
    from conftest import Read

BODY = (
    "KESTREL BAY, May 6 - A landslide killed four villagers on Friday. Rescuers reached the hamlet at noon. "
    "The road was cut in two places, the governor said."
)


def layers(read_text: Read, text: str) -> dict[str, Layer]:
    """The layer of each count by its number words."""
    claims = read_text(text).claims
    return {c.quantity.words: c.layer for c in claims if c.kind is ClaimKind.COUNT and c.quantity is not None}


def test_the_parts_of_a_background_toll_are_background(read_text: Read) -> None:
    found = layers(read_text, f"{BODY}\n\nFloods in March 2021 left 812 people dead, including 97 children.")
    assert found["four"] is Layer.MAIN
    assert (found["812"], found["97"]) == (Layer.BACKGROUND, Layer.BACKGROUND)


def test_a_list_below_a_sum_belongs_to_it(read_text: Read) -> None:
    found = layers(
        read_text,
        f"{BODY}\n\nSince the start of the year, slides in the province have killed 96 people:\n\n"
        "- 61 farmers were killed by mud.\n\n- 35 herders were killed by rocks.",
    )
    assert (found["96"], found["61"], found["35"]) == (Layer.BACKGROUND,) * 3


def test_a_count_with_a_day_of_its_own_does_not_run_on(read_text: Read) -> None:
    found = layers(read_text, f"{BODY}\n\nIn March 2021 a slide killed 97 people there, and on Friday a rock hurt six.")
    assert (found["97"], found["six"]) == (Layer.BACKGROUND, Layer.MAIN)


@pytest.mark.parametrize(
    "line", ["Storm Watch | Nine fishermen drowned off Pellan", "Dam Failure Leaves Nine Miners Dead In Tarsk Valley"]
)
def test_the_title_of_another_story_is_beside_the_matter(read_text: Read, line: str) -> None:
    assert layers(read_text, f"{BODY}\n\n{line}\n\nSpring fair draws crowds to Tarsk").get("Nine") in (
        Layer.RELATED,
        None,
    )


def test_an_item_of_a_list_is_no_title(read_text: Read) -> None:
    found = layers(read_text, f"{BODY}\n\nThe dead by hamlet:\n\n- Three Villagers Killed In Upper Tarsk")
    assert found.get("Three", Layer.MAIN) is Layer.MAIN
