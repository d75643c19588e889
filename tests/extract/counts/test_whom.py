"""Whom a number counts, and the words a reader sees for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.extract import Parser, read
from rashomon.intake import make_report
from rashomon.lexicon.gazetteer import Gazetteer
from rashomon.lexicon.groups import plurals
from rashomon.lexicon.tables import Tables

if TYPE_CHECKING:
    from conftest import Read

CASES = [
    (
        "Raiders attacked a gate, killing 14 security force members.",
        "killed",
        14,
        ("security forces", "security forces"),
    ),
    ("Three dead Kenyans were found in Tarsk.", "killed", 3, ("Kenyans", "Kenyans")),
    ("Officers said that he shot both of them dead.", "killed", 2, ("total", "total")),
    (
        "The minister said raiders killed nine men. The radio puts the number of attackers at 200.",
        "attackers",
        200,
        ("total", "total"),
    ),
    ("The toll for miners killed in the valley rose to 12.", "killed", 12, ("miners", "miners")),
    ("At least 40 civillians were killed near Tarsk.", "killed", 40, ("civilians", "civillians")),
    ("Nine Kurdish fighters were killed near Tarsk.", "killed", 9, ("combatants", "Kurdish fighters")),
    ("Two New Orleans women were hurt in the fire.", "wounded", 2, ("women", "New Orleans women")),
    ("Three inmates were injured in the fire.", "wounded", 3, ("prisoners", "inmates")),
    ("Six terrorists were killed near Tarsk.", "killed", 6, ("militants", "militants")),
    ("A 9-year-old was killed in the crash.", "killed", 1, ("children", "children")),
    ("A 34-year-old was killed in the crash.", "killed", 1, ("total", "total")),
    ("A three-year-old was killed in the crash.", "killed", 1, ("children", "children")),
    ("A 7-month-old was killed in the crash.", "killed", 1, ("children", "children")),
    ("Seven members of a family were killed.", "killed", 7, ("total", "family members")),
    ("Mina Hale, 11, was hurt in the fire.", "wounded", 1, ("children", "children")),
    ("Police said 14-month-old Mina Hale died on Friday.", "killed", 1, ("children", "children")),
    ("Police said 44-year-old Mina Hale died on Friday.", "killed", 1, ("total", "total")),
    ("Six of his family members were hurt.", "wounded", 6, ("total", "family members")),
    ("Two soldiers were killed and three wounded.", "wounded", 3, ("soldiers", "soldiers")),
    ("A woman was killed and six were wounded.", "wounded", 6, ("total", "total")),
    ("Strikes on Tarsk kill three |Turkish forces shell Varn", "killed", 3, ("total", "total")),
    ("The jets struck the rebels, killing 16 of them.", "killed", 16, ("rebels", "rebels")),
    ("Boko Haram lost 14 fighters in the battle.", "killed", 14, ("boko-haram", "Boko Haram")),
    ("Al-Shabaab Kills Crucifies 5 Kenyans in Tarsk", "killed", 5, ("Kenyans", "Kenyans")),
    ("Al-Shabaab's 12 fighters were killed.", "killed", 12, ("al-shabaab", "al-Shabaab")),
    ("Two ex-soldiers were killed on Monday.", "killed", 2, ("soldiers", "soldiers")),
    ("Five non-combatants were killed on Monday.", "killed", 5, ("civilians", "civilians")),
    ("The army killed a sub-commander in Tarsk.", "killed", 1, ("commanders", "commanders")),
    ("Two of the top six rebel chiefs were killed.", "killed", 6, None),
    ("They told how four of their friends were killed.", "killed", 4, ("friends", "friends")),
    ("Four teenagers - Anna Lind, Per Lund, Kim Fell - died.", "killed", 4, ("teenagers", "teenagers")),
    ("Two dead, six injured in West Tarsk shooting rampage", "wounded", 6, ("total", "total")),
    ("Rebel fire kills 3 Tarsk schoolchildren state media", "killed", 3, ("children", "children")),
    ("Blast kills 13 people MSF", "killed", 13, ("total", "total")),
]


@pytest.mark.parametrize("case", CASES)
def test_a_group_has_its_id_and_the_words_of_the_report(
    case: tuple[str, str, int, tuple[str, str] | None], tables: Tables, gazetteer: Gazetteer, parser: Parser
) -> None:
    text, measure, low, group = case
    report = make_report(text, source="a.txt", tables=tables)
    claims = read(report, tables=tables, gazetteer=gazetteer, parser=parser).claims
    found = [c.group for c in claims if c.measure == measure and c.quantity and c.quantity.low == low and c.group]
    assert [(one.id, one.label) for one in found] == ([group] if group else [])


def test_a_noun_without_a_plural_in_its_row_has_no_label() -> None:
    assert plurals(["deputy", "deputies", "kin"]) == {"deputy": "deputies", "deputies": "deputies"}


def test_who_is_hurt_when_gunmen_attack_is_no_gunman(read_text: Read) -> None:
    found = read_text("Two nurses were killed and five were wounded when gunmen shelled the clinic.").claims
    assert [claim.group.id for claim in found if claim.measure == "wounded" and claim.group] == ["nurses"]
