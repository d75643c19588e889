"""Bodies called by their noun alone: the department, the Red Crescent, an army's region, a spokesman's company."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from rashomon.model import ActorKind, Attribution, Link, Voice
from rashomon.reconcile.roots.known import known
from rashomon.reconcile.roots.nouns import called_by_noun
from rashomon.reconcile.roots.root import Root
from rashomon.reconcile.roots.spokesmen import spoken_for

if TYPE_CHECKING:
    from conftest import Newsroom, Paper
    from rashomon.lexicon import Tables

OTHER, FORCE, AID = ActorKind.OTHER, ActorKind.STATE_FORCE, ActorKind.AID_BODY
LUND = Link("Per Lund", ActorKind.PERSON)


def told(paper: Paper, number: int, link: Link, text: str | None = None) -> None:
    """Give a paper a count on somebody's word, and a text."""
    paper.count(number)
    paper.claims[-1] = replace(
        paper.claims[-1], attribution=Attribution(link.name, Voice.REPORTED, (link,))
    ).identified()
    if text is not None:
        paper.report = replace(paper.report, text=text + " word" * 30)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        (Root("name:department", "department", ActorKind.GOVERNMENT), Root("name:x", "Harrow Roads Department", OTHER)),
        (Root("name:agency", "the agency", OTHER), Root("outlet:x", "Coastal Relief Agency", ActorKind.OUTLET)),
        (Root("actor:rc", "Red Crescent", AID), Root("actor:no-rc", "Norland Red Crescent", AID)),
        (Root("name:2", "2nd Military Region, press cell", FORCE), Root("actor:army", "Norland army", FORCE)),
        (Root("name:2", "2nd Military Region, press cell", FORCE), Root("office:military", "the army", OTHER)),
    ],
)
def test_a_body_called_by_its_noun_is_the_only_one_of_that_name(tables: Tables, short: Root, full: Root) -> None:
    voices = known(tables).voices
    moved = called_by_noun({"short": short, "full": full}, voices)
    assert moved["short"].key == moved["full"].key == full.key
    other = replace(full, key=f"{full.key} other", label=f"Second {full.label}")
    if full.key != "office:military":
        assert called_by_noun({"short": short, "full": full, "other": other}, voices)["short"] == short


@pytest.mark.parametrize(
    ("short", "full"),
    [
        (Root("name:clerk", "department", ActorKind.UNNAMED), Root("name:x", "Harrow Roads Department", OTHER)),
        (Root("name:sea", "sea department", OTHER), Root("name:x", "Harrow Roads Department", OTHER)),
        (Root("actor:front", "People's Front", OTHER), Root("actor:x", "People's Front of the Coast", OTHER)),
        (Root("name:2", "Coastal Region", ActorKind.GOVERNMENT), Root("actor:army", "Norland army", FORCE)),
        (Root("name:office", "office", OTHER), Root("name:lund", "Office Per Lund", ActorKind.PERSON)),
    ],
)
def test_a_name_of_its_own_is_no_other_body(tables: Tables, short: Root, full: Root) -> None:
    assert called_by_noun({"short": short, "full": full}, known(tables).voices)["short"] == short


def test_an_armys_spokesman_and_its_regions_own_page_are_one_root(room: Newsroom) -> None:
    room.paper("2nd Military Region - press cell").count(7)
    told(room.paper("Post"), 7, LUND, "Seven died, army spokesman Col. Per Lund said.")
    assert room.finding("killed, total").independent_roots == 1


def test_a_companys_spokesman_is_the_company_that_is_named_in_full(room: Newsroom) -> None:
    told(room.paper("Post"), 7, LUND, "Seven died, company spokesman Per Lund said.")
    told(room.paper("Herald"), 7, Link("harbour crane company", OTHER))
    assert room.finding("killed, total").independent_roots == 1


def test_the_department_is_the_one_whose_own_page_tells(room: Newsroom) -> None:
    room.paper("Department for Roads and Bridges").count(7)
    told(room.paper("Post"), 7, Link("department", ActorKind.GOVERNMENT))
    assert room.finding("killed, total").independent_roots == 1


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Seven died, said Col. Per Lund, the commander.", True),
        ("Seven died, said our director, Per Lund.", True),
        ("Seven died, said Per Lund, the director of a school.", False),
        ("Seven died, said Per Lund, a fisherman.", False),
    ],
)
def test_a_body_speaks_by_whom_its_own_page_gives_a_post(room: Newsroom, text: str, *, one: bool) -> None:
    room.paper("Coastal Rescue Committee").count(9, measure="wounded")
    paper = room.paper("Coastal Rescue Committee")
    told(paper, 7, LUND, text)
    homes = {claim.id: paper.report for claim in paper.claims}
    roots = {claim.id: Root("name:per lund", "Per Lund", ActorKind.PERSON) for claim in paper.claims}
    found = spoken_for(roots, homes, known(room.tables), {})
    assert {root.label == "Coastal Rescue Committee" for root in found.values()} == {one}


def test_two_who_are_not_monitors_are_no_monitor(room: Newsroom) -> None:
    told(room.paper("Post"), 7, Link("teachers and pupils", OTHER))
    told(room.paper("Herald"), 7, Link("Harrow Rights Monitor", ActorKind.MONITOR))
    assert room.finding("killed, total").independent_roots == 2
