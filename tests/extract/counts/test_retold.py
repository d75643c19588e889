"""The same people told again in one report keep one group's id; parts of an armed group keep the whole's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.model import ClaimKind

if TYPE_CHECKING:
    from conftest import Read


def groups(read_text: Read, text: str) -> list[tuple[str, str]]:
    """Id and label of the group of each count of a text."""
    claims = [claim for claim in read_text(text).claims if claim.kind is ClaimKind.COUNT]
    return [(claim.group.id, claim.group.label) for claim in claims if claim.group is not None]


def test_the_same_number_of_the_same_side_is_the_same_people(read_text: Read) -> None:
    text = "Two rebels were killed near Varn. The governor said two insurgents died in the fight."
    assert groups(read_text, text) == [("rebels", "rebels"), ("rebels", "insurgents")]


def test_others_are_other_people(read_text: Read) -> None:
    text = "Two rebels were killed near Varn. Two more insurgents died in another fight."
    assert [group for group, _ in groups(read_text, text)] == ["rebels", "insurgents"]


def test_another_side_is_other_people(read_text: Read) -> None:
    text = "Two rebels were killed near Varn. The governor said two soldiers died in the fight."
    assert [group for group, _ in groups(read_text, text)] == ["rebels", "soldiers"]


def test_a_commander_among_rebels_is_one_of_them(read_text: Read) -> None:
    assert groups(read_text, "Five rebels, including a commander, surrendered in Varn.")[1] == ("rebels", "commanders")


def test_a_woman_among_rebels_is_counted_as_a_woman(read_text: Read) -> None:
    assert groups(read_text, "Five rebels, including a woman, surrendered in Varn.")[1][0] == "women"


def test_the_three_men_are_those_counted_before(read_text: Read) -> None:
    text = "Gunmen killed three activists in Varn. The three killed men were fathers."
    assert groups(read_text, text)[1] == ("activists", "men")


def test_some_of_the_gunmen_are_the_men_told_of_before(read_text: Read) -> None:
    text = (
        "Soldiers killed two men in Varn. They came under fire from a shop. They fired back, killing two of the gunmen."
    )
    assert [group for group, _ in groups(read_text, text)] == ["men", "men"]
