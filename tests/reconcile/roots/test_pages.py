"""Pages that speak for a group, officials of a force, and sources that are taken up without their name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from rashomon.model import ActorKind, Attribution, Claim, ClaimId, Link, Report, Voice
from rashomon.reconcile.roots.commands import of_the_command
from rashomon.reconcile.roots.known import known
from rashomon.reconcile.roots.pages import group_pages
from rashomon.reconcile.roots.root import Root

if TYPE_CHECKING:
    from conftest import Newsroom, Paper
    from rashomon.lexicon import Tables

SHABAAB = Root("actor:al-shabaab", "al-Shabaab", ActorKind.REBEL_GROUP, "al-shabaab")
ARMY = Root("actor:tr-army", "Turkish army", ActorKind.STATE_FORCE, "tr-army")
FRENCH = Root("actor:fr-army", "French army", ActorKind.STATE_FORCE, "fr-army")


def named(label: str, kind: ActorKind = ActorKind.UNNAMED) -> Root:
    """A source known by its words alone."""
    return Root(f"name:{label.lower()}", label, kind)


def paged(text: str, page: Root, tables: Tables, speaker: Root | None = SHABAAB) -> Root:
    """The root of a page's words in a report, beside those of another speaker."""
    report = Report(Report.id_of(outlet="Post", url=None, text=text), "Post", text, outlet="Post")
    roots = {ClaimId("page"): page} | ({ClaimId("other"): speaker} if speaker else {})
    found = group_pages(roots, dict.fromkeys(roots, report), list(roots), known(tables))
    return found[ClaimId("page")]


def test_a_militant_website_is_the_one_armed_group_that_speaks(tables: Tables) -> None:
    text = "Al-Shabaab said four had died. A militant website said five."
    assert paged(text, named("militant website", ActorKind.DOCUMENT), tables).key == SHABAAB.key


def test_a_website_of_nobody_stays_its_own(tables: Tables) -> None:
    page = named("news website", ActorKind.DOCUMENT)
    assert paged("A news website said five had died.", page, tables) == page
    militant = named("militant website", ActorKind.DOCUMENT)
    assert paged("A militant website said five had died.", militant, tables, None) == militant


@pytest.mark.parametrize(
    "text", ["A page, an al-Shabaab-affiliated Telegram channel said.", "The al-Shabaab-linked Telegram said so."]
)
def test_a_page_affiliated_with_a_group_is_the_groups(text: str, tables: Tables) -> None:
    assert paged(text, named("Telegram", ActorKind.PERSON), tables, None).key == SHABAAB.key


def commanded(label: str, tables: Tables, *forces: Root) -> Root:
    """The root of some officials beside the forces that speak."""
    roots = {ClaimId("officials"): named(label)} | {ClaimId(f.key): f for f in forces}
    return of_the_command(roots, known(tables))[ClaimId("officials")]


def test_defence_officials_are_the_one_force_that_speaks(tables: Tables) -> None:
    assert commanded("two defence officials", tables, ARMY).key == ARMY.key
    assert commanded("Turkish military sources", tables, ARMY, FRENCH).key == ARMY.key


@pytest.mark.parametrize(
    "label", ["hospital officials", "French defence officials", "officials", "civil defence teams"]
)
def test_other_officials_are_not(label: str, tables: Tables) -> None:
    assert commanded(label, tables, ARMY) == named(label)


def test_defence_officials_of_either_of_two_forces_stay_their_own(tables: Tables) -> None:
    assert commanded("defence officials", tables, ARMY, FRENCH) == named("defence officials")


def taken(paper: Paper, claim: Claim, label: str) -> None:
    """Put a claim on a source that is called by a word alone."""
    chain = (Link(label, ActorKind.UNNAMED),)
    changed = replace(claim, attribution=Attribution(label, Voice.REPORTED, chain)).identified()
    paper.claims[paper.claims.index(claim)] = changed


def test_an_assessment_is_that_of_the_one_named_just_before(room: Newsroom) -> None:
    post = room.paper("Post")
    post.count(5, "ministry", measure="wounded")
    post.count(7, "guard", measure="displaced")
    taken(post, post.count(3, "guard"), "initial assessment")
    (position,) = room.finding("killed, total").positions
    assert position.root == "Northern Guard"
