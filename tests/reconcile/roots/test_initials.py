"""Bodies that one report names in full and another by initials."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from rashomon.model import ActorKind, Attribution, Claim, Link, Verdict, Voice
from rashomon.reconcile.roots.initials import full_names, spelled_out
from rashomon.reconcile.roots.known import known
from rashomon.reconcile.roots.spokesmen import body_of

if TYPE_CHECKING:
    from conftest import Newsroom, Paper
    from rashomon.lexicon import Tables

BUREAU = "Norland Bureau of Investigation"
NBI = Link("NBI", ActorKind.OTHER)
AIDE = Link("NBI spokesman", ActorKind.UNNAMED)
LUND = Link("Per Lund", ActorKind.PERSON)


def rewrite(paper: Paper, text: str, *links: Link) -> None:
    """Give a paper a text and its last claim a source."""
    paper.report = replace(paper.report, text=text + " word" * 30)
    paper.claims[-1] = says(paper.claims[-1], *links)


def says(claim: Claim, *chain: Link) -> Claim:
    """The claim on another's word."""
    return replace(claim, attribution=Attribution(chain[-1].name, Voice.REPORTED, chain)).identified()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"The {BUREAU} was called. NBI agents came.", {"NBI": BUREAU}),
        ("Police of the Pine County Sheriff's Office came, PCSO said.", {"PCSO": "Pine County Sheriff's Office"}),
        ("The North Bay Institute and the Norland Bureau of Investigation wrote to the NBI.", {}),
        ("Pine County deputies came.", {}),
        ("The AP was told so by Ann Poe.", {}),
    ],
)
def test_initials_stand_for_the_one_name_that_is_spelled_out(text: str, names: dict[str, str]) -> None:
    assert full_names([text]) == names


def test_initials_are_spelled_out_where_they_stand_alone() -> None:
    assert spelled_out("NBI spokesman, NBIX", {"NBI": BUREAU}) == f"{BUREAU} spokesman, NBIX"


@pytest.mark.parametrize("link", [NBI, AIDE])
def test_a_body_and_its_initials_are_one_voice(room: Newsroom, link: Link) -> None:
    first, second = room.paper("Post"), room.paper("Herald")
    first.count(12)
    rewrite(first, f"Twelve died, the {BUREAU} said.", Link(BUREAU, ActorKind.OTHER))
    second.count(12)
    rewrite(second, "Twelve died, the NBI said.", link)
    finding = room.finding("killed, total")
    assert (finding.verdict, finding.independent_roots) == (Verdict.SINGLE_SOURCE, 1)


def test_a_person_speaks_for_the_body_whose_initials_stand_beside_the_name(room: Newsroom) -> None:
    first, second = room.paper("Post"), room.paper("Herald")
    first.count(12)
    rewrite(first, f"Twelve died, the {BUREAU} said.", Link(BUREAU, ActorKind.OTHER))
    second.count(12)
    rewrite(second, "Twelve died, NBI spokesman Per Lund said.", LUND)
    assert room.finding("killed, total").independent_roots == 1


def test_initials_that_no_report_spells_out_stay_as_they_are(room: Newsroom) -> None:
    first, second = room.paper("Post"), room.paper("Herald")
    first.count(12)
    rewrite(first, "Twelve died, the Harbour Relief Union said.", Link("Harbour Relief Union", ActorKind.OTHER))
    second.count(12)
    rewrite(second, "Twelve died, the NBI said.", NBI)
    assert room.finding("killed, total").independent_roots == 2


def test_a_state_patrol_is_named_in_full_beside_its_spokesman(tables: Tables) -> None:
    book = known(tables)
    assert body_of("Per Lund", "Norland State Patrol Sgt. Per Lund said so.", book) == "Norland State Patrol"
    assert body_of("Per Lund", "The Norland Department of Public Safety met Per Lund.", book) is None


def test_the_mark_in_a_name_makes_no_other_name() -> None:
    texts = ["The Selby Sheriff’s Office came. SSO called.", "The Selby Sheriff's Office left."]
    assert full_names(texts) == {"SSO": "Selby Sheriff's Office"}
