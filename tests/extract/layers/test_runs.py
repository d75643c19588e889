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


def test_recommended_stories_are_beside_the_matter(read_text: Read) -> None:
    lines = "list 1 of 2Spring fair draws crowds\n\nlist 2 of 2Storm drowns nine fishermen off the northern cape"
    found = layers(read_text, f"{BODY}\n\n{lines}\n\nThree hikers were killed too.")
    assert (found["nine"], found["Three"]) == (Layer.RELATED, Layer.MAIN)


def test_what_stands_before_a_dateline_on_its_line_is_another_story(read_text: Read) -> None:
    line = "Library picture Storm Off Northern Cape Leaves Nine Dead TARSK (Harbour) Three hikers were killed too."
    found = layers(read_text, f"{BODY} {line}")
    assert (found["Nine"], found["Three"]) == (Layer.RELATED, Layer.MAIN)


def test_a_name_in_brackets_behind_capitals_is_no_dateline(read_text: Read) -> None:
    found = layers(read_text, f"{BODY} At least three hikers were killed by the NRF (Narva) militia.")
    assert found["At least three"] is Layer.MAIN


def test_a_dateline_leads_the_reports_own_first_line(read_text: Read) -> None:
    text = "Nine Dead In Storm Off Cape TARSK (Harbour) Nine fishermen were killed in a storm."
    assert set(layers(read_text, text).values()) == {Layer.MAIN}


def test_an_item_of_a_list_is_no_title(read_text: Read) -> None:
    found = layers(read_text, f"{BODY}\n\nThe dead by hamlet:\n\n- Three Villagers Killed In Upper Tarsk")
    assert found.get("Three", Layer.MAIN) is Layer.MAIN


def test_a_list_of_days_is_of_what_happened_before(read_text: Read) -> None:
    found = layers(
        read_text,
        f"{BODY}\n\nOther slides of this spring:\n\nMarch 3: A slide killed two herders.\n\nMarch 9: A slide killed three farmers."
        "\n\nApril 2: Mud killed five miners.",
    )
    assert (found["two"], found["three"], found["five"]) == (Layer.BACKGROUND,) * 3
    assert found["four"] is Layer.MAIN


def test_two_days_named_first_are_no_list(read_text: Read) -> None:
    found = layers(read_text, f"{BODY}\n\nMay 6: A rock killed two herders.\n\nMay 6: Mud killed three farmers.")
    assert (found["two"], found["three"]) == (Layer.MAIN, Layer.MAIN)


def test_meanwhile_parts_only_what_follows_it(read_text: Read) -> None:
    found = layers(
        read_text,
        f"{BODY}\n\nLater mud killed five miners in the hamlet, while meanwhile a bus crash hurt nine pupils.",
    )
    assert found["five"] is Layer.MAIN


def test_the_first_lines_tell_the_matter_whatever_its_period(read_text: Read) -> None:
    found = layers(
        read_text, "A man was held over the slide that killed seven villagers last month.\n\nPolice gave no name."
    )
    assert found["seven"] is Layer.MAIN


def test_a_far_larger_toll_without_a_day_is_of_another_time(read_text: Read) -> None:
    found = layers(
        read_text,
        f"{BODY}\n\nMud killed eleven miners in the hills.\n\nOn Friday rocks killed thirteen herders upriver.",
    )
    assert (found["eleven"], found["thirteen"]) == (Layer.BACKGROUND, Layer.RELATED)


RAID = "Shells killed four people in Aleppo on Thursday. The market was closed. Rain was forecast."


@pytest.mark.parametrize(
    ("below", "layer"),
    [
        ("The gunmen fled on foot. Two drivers were hurt by stray bullets.", Layer.RELATED),
        ("Two drivers were hurt by stray bullets, and shops in Aleppo stayed shut.", Layer.MAIN),
        ("Shops stayed shut. Snow fell. Schools closed. Two drivers were hurt by stray bullets.", Layer.MAIN),
        ("On Friday two drivers were hurt by stray bullets.", Layer.MAIN),
    ],
)
def test_another_matter_goes_on_until_the_report_comes_back(read_text: Read, below: str, layer: Layer) -> None:
    found = layers(read_text, f"{RAID}\n\nIn another attack, a guard was killed in Orsk. {below}")
    assert found["a"] is Layer.RELATED
    assert found.get("Two", found.get("two")) is layer


def test_a_toll_of_the_opening_told_again_is_the_reports_own(read_text: Read) -> None:
    found = layers(read_text, f"{RAID}\n\nIn another attack, a guard was killed in Orsk. Doctors said four had died.")
    assert found["four"] is Layer.MAIN


def test_meanwhile_holds_for_its_own_sentence(read_text: Read) -> None:
    found = layers(read_text, f"{RAID}\n\nMeanwhile a guard was killed in Orsk. Two drivers were hurt by shards.")
    assert (found["a"], found["Two"]) == (Layer.RELATED, Layer.MAIN)


def test_a_wider_toll_may_hold_the_reports_own(read_text: Read) -> None:
    sum_of_days = "Shells killed 18 people across the province this week."
    found = layers(read_text, f"{RAID}\n\n{sum_of_days} Two drivers were hurt by shards.")
    assert (found["18"], found["Two"]) == (Layer.RELATED, Layer.MAIN)


def test_nobody_hurt_beside_the_matter_does_not_run_on(read_text: Read) -> None:
    found = layers(read_text, f"{RAID}\n\nShells fell on Orsk, but nobody was hurt. Two drivers were hurt by shards.")
    assert found["Two"] is Layer.MAIN
