"""Who speaks for whom: people and their bodies, the police of a local crime, state media, monitors that publish."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from rashomon.model import (
    ActorKind,
    Attribution,
    Claim,
    Link,
    Mention,
    MentionType,
    Quantity,
    Reading,
    Span,
    Verdict,
    Voice,
    ZoneKind,
)
from rashomon.reconcile.roots.bodies import office_in
from rashomon.reconcile.roots.known import known
from rashomon.reconcile.roots.root import outlet_root
from rashomon.reconcile.roots.spokesmen import body_of

if TYPE_CHECKING:
    from conftest import Newsroom, Paper
    from rashomon.lexicon import Tables

LUND = Link("Per Lund", ActorKind.PERSON)


def says(claim: Claim, *chain: Link) -> Claim:
    """The claim on another's word."""
    return replace(claim, attribution=Attribution(chain[-1].name, Voice.REPORTED, chain)).identified()


def rewrite(paper: Paper, text: str, *links: Link) -> None:
    """Give a paper a text and its last claim a source."""
    paper.report = replace(paper.report, text=text)
    paper.claims[-1] = says(paper.claims[-1], *links)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Milltown Police Detective Per Lund told reporters that three died.", "Milltown Police"),
        ("Harrow County Sheriff Per Lund said so.", "Harrow County Sheriff"),
        ("Three died, said Per Lund, a spokesman for the Milltown Police Department.", "Milltown Police Department"),
        ("Per Lund, who lives across the road from the police station, heard shots.", None),
        ("The police arrested a neighbour. Per Lund heard shots.", None),
        ("Police said they met Per Lund on the way.", None),
        ("Per Lund, who heads the Milltown Rescue Service, said three died.", "Milltown Rescue Service"),
        ("Three died, the manager of the Harrow Clinic Per Lund told reporters.", "Harrow Clinic"),
        ("Per Lund Deputy Director of the Harrow Clinic said three died.", "Harrow Clinic"),
        ("Per Lund General counted three dead at the Harrow Clinic.", None),
        ("Per Lund, who leads two dogs past the police station, heard shots.", None),
        ("Two men came by and opened fire, Sgt. Per Lund said.", None),
        ("Two men came by, Milltown Fire Chief Per Lund said.", "Milltown Fire"),
    ],
)
def test_a_person_speaks_for_the_office_that_is_named_beside_the_name(
    tables: Tables, text: str, body: str | None
) -> None:
    assert body_of("Per Lund", text, known(tables)) == body


def test_a_person_speaks_for_a_known_body(tables: Tables) -> None:
    body = body_of("Ola Brandt", "White Helmets spokeswoman Ola Brandt put the toll at nine.", known(tables))
    assert body == known(tables).find("White Helmets")[0].actor


def test_an_office_is_named_with_its_place(tables: Tables) -> None:
    assert office_in("deputies of the Pine County Sheriff", known(tables).voices) == "Pine County Sheriff"
    assert office_in("the mayor of the town", known(tables).voices) is None


def test_what_one_report_tells_of_a_person_holds_for_the_others(room: Newsroom) -> None:
    first, second = room.paper("Post"), room.paper("Herald")
    first.count(3)
    rewrite(first, "Three died, Milltown Police Chief Per Lund said. " + "word " * 30, LUND)
    second.count(3)
    rewrite(second, "Three died, Per Lund said on Friday. " + "word " * 30, LUND)
    finding = room.finding("killed, total")
    assert (finding.verdict, finding.independent_roots) == (Verdict.SINGLE_SOURCE, 1)


def test_a_local_crime_rests_on_the_one_police_office(room: Newsroom) -> None:
    room.paper("Post").count(2, "police")
    room.paper("Herald").count(2)
    room.paper("Courier", 1).count(3)
    finding = room.finding("killed, total")
    assert (finding.verdict, finding.independent_roots) == (Verdict.UPDATED, 1)
    assert {position.root: position.likely_root for position in finding.positions} == {
        "Milltown Police": None, "Herald": "Milltown Police", "Courier": "Milltown Police",
    }  # fmt: skip


def test_bare_officials_are_the_office_that_investigates(room: Newsroom) -> None:
    room.paper("Post").count(2, "police")
    paper = room.paper("Herald")
    paper.count(2)
    paper.claims[-1] = says(paper.claims[-1], Link("investigators", ActorKind.UNNAMED))
    assert room.finding("killed, total").independent_roots == 1


def test_where_a_monitor_speaks_no_outlets_words_are_laid_to_the_police(room: Newsroom) -> None:
    room.paper("Post").count(2, "police")
    room.paper("Post").count(4, "monitor", measure="wounded")
    room.paper("Herald").count(3)
    finding = room.finding("killed, total")
    assert (finding.verdict, finding.independent_roots) == (Verdict.DISPUTED, 2)


def test_a_headline_at_odds_with_the_police_stays_the_papers(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(5, zone=ZoneKind.HEADLINE)
    paper.count(2, "police")
    assert {p.likely_root for p in room.finding("killed, total").positions} == {None}


def test_state_television_and_the_state_agency_of_one_country_are_one_voice(room: Newsroom) -> None:
    for outlet, name in (("Post", "SANA"), ("Herald", "Syrian state television"), ("Courier", "official Syrian media")):
        paper = room.paper(outlet)
        paper.count(6)
        paper.claims[-1] = says(paper.claims[-1], Link(name, ActorKind.AGENCY if name == "SANA" else ActorKind.OTHER))
    assert room.finding("killed, total").independent_roots == 1


def test_a_monitors_own_page_is_the_monitor_that_others_quote(room: Newsroom, tables: Tables) -> None:
    own = room.paper("Syrian Network for Human Rights (SNHR)")
    own.count(7)
    quoting = room.paper("Post")
    quoting.count(7)
    link = Link("SNHR", ActorKind.MONITOR, actor_id=outlet_root(own.report, known(tables)).actor_id)
    quoting.claims[-1] = says(quoting.claims[-1], link)
    assert room.finding("killed, total").independent_roots == 1


def test_a_figure_and_its_hedged_repeat_are_one(room: Newsroom) -> None:
    room.paper("Post").count(17, "monitor")
    room.paper("Herald").count(Quantity.at_least(17, words="at least 17"))
    finding = room.finding("killed, total")
    assert (finding.verdict, finding.independent_roots) == (Verdict.SINGLE_SOURCE, 1)


def test_a_number_does_not_sum_up_a_lower_floor(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(10, zone=ZoneKind.HEADLINE)
    paper.count(Quantity.at_least(6, words="at least six"), "monitor")
    assert {position.root for position in room.finding("killed, total").positions} == {"Post", "Harrow Rights Monitor"}


def test_the_sources_of_other_words_settle_the_office_too(room: Newsroom) -> None:
    from rashomon.reconcile.roots.voices import voices_of_claims

    paper = room.paper("Post")
    paper.count(2)
    report = paper.report
    cited = Mention(report.id, MentionType.ATTRIBUTION, Span(0, 5), speaker="Milltown Police")
    book = voices_of_claims(
        Reading(report.id, tuple(paper.claims)).claims, {report.id: report}, known(room.tables), [cited]
    )
    assert book.leans[report.id].label == "Milltown Police"


def test_a_bodys_own_page_is_the_body_that_others_name_in_short(room: Newsroom) -> None:
    room.paper("Milltown Police, press office").count(7)
    paper = room.paper("Post")
    paper.count(7)
    paper.claims[-1] = says(paper.claims[-1], Link("police", ActorKind.POLICE))
    assert room.finding("killed, total").independent_roots == 1


def test_an_unnamed_source_of_a_body_is_that_body_in_every_outlet(room: Newsroom) -> None:
    for outlet, name in (("Post", "hospital sources"), ("Herald", "a doctor at the hospital")):
        paper = room.paper(outlet)
        paper.count(9)
        paper.claims[-1] = says(paper.claims[-1], Link(name, ActorKind.UNNAMED))
    assert room.finding("killed, total").independent_roots == 1


def test_officials_are_those_whom_the_report_names_more_fully(room: Newsroom) -> None:
    first, second = room.paper("Post"), room.paper("Herald")
    first.count(4, measure="wounded")
    first.claims[-1] = says(first.claims[-1], Link("Coastal-led authority", ActorKind.OTHER))
    for paper, name in ((first, "officials"), (second, "regional Coastal authorities")):
        paper.count(9)
        paper.claims[-1] = says(paper.claims[-1], Link(name, ActorKind.UNNAMED))
    assert room.finding("killed, total").independent_roots == 1


def test_what_has_no_voice_is_no_root(room: Newsroom) -> None:
    room.paper("Post").count(9, "monitor")
    paper = room.paper("Post")
    paper.count(9)
    paper.claims[-1] = says(paper.claims[-1], Link("drone", ActorKind.UNNAMED))
    assert {position.root for position in room.finding("killed, total").positions} == {"Harrow Rights Monitor", "Post"}


def test_a_minister_speaks_for_the_ministry(room: Newsroom) -> None:
    first, second = room.paper("Post"), room.paper("Herald")
    first.count(9)
    rewrite(first, "Nine died, Health Minister Per Lund said. " + "word " * 30, LUND)
    second.count(9)
    second.claims[-1] = says(second.claims[-1], Link("health ministry", ActorKind.GOVERNMENT))
    assert room.finding("killed, total").independent_roots == 1


@pytest.mark.parametrize(
    "text", ["Nine died, the state's governor, Per Lund, said. ", "Nine died, Governor Per Lund said. "]
)
def test_a_governor_by_name_and_by_office_are_one(room: Newsroom, text: str) -> None:
    first, second = room.paper("Post"), room.paper("Herald")
    first.count(9)
    rewrite(first, text + "word " * 30, LUND)
    second.count(9)
    second.claims[-1] = says(second.claims[-1], Link("state's governor", ActorKind.UNNAMED))
    assert room.finding("killed, total").independent_roots == 1


@pytest.mark.parametrize(
    ("text", "roots"),
    [
        ("Three died, Sgt. Per Lund said.", 1),
        ("Three died, Senior Trooper P. R. Lund said.", 1),
        ("Three died, MPD spokesman Officer Per Lund said.", 1),
        ("Three died, Chief Executive Officer Per Lund said.", 2),
        ("Three died, Interim Superintendent Per Lund said.", 2),
        ("Three died, Per Lund said. A sergeant stood by.", 2),
        ("Three died, Pine County District Attorney Per Lund said.", 2),
    ],
)
def test_a_rank_makes_a_person_the_police(room: Newsroom, text: str, roots: int) -> None:
    room.paper("Post").count(3, "police")
    room.paper("Post").count(1, "police", measure="detained")
    paper = room.paper("Herald")
    paper.count(3)
    rewrite(paper, text + " word" * 30, LUND)
    assert room.finding("killed, total").independent_roots == roots


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("authorities in the valley", ActorKind.UNNAMED), ("northern Harrow authorities", ActorKind.UNNAMED), ("MPD", ActorKind.OTHER),
        ("Milltown PD", ActorKind.POLICE), ("police on the scene", ActorKind.POLICE), ("KXLM-TV", ActorKind.OUTLET),
    ],
)  # fmt: skip
def test_police_under_other_names_and_quoted_stations_are_the_one_office(
    room: Newsroom, name: str, kind: ActorKind
) -> None:
    room.paper("Post").count(5, "police")
    paper = room.paper("Herald")
    paper.count(5)
    paper.claims[-1] = says(paper.claims[-1], Link(name, kind))
    assert room.finding("killed, total").independent_roots == 1


def test_prosecutors_and_coroners_keep_a_crime_local(room: Newsroom) -> None:
    room.paper("Post").count(5, "police")
    paper = room.paper("Herald")
    for measure in ("killed", "wounded"):
        paper.count(5, measure=measure)
        paper.claims[-1] = says(paper.claims[-1], Link("Pine County District Attorney's Office", ActorKind.GOVERNMENT))
    room.paper("Courier").count(5)
    finding = room.finding("killed, total")
    assert finding.independent_roots == 2
    assert {p.root: p.likely_root for p in finding.positions}["Courier"] == "Milltown Police"


def test_a_report_that_cites_others_and_no_police_does_not_rest_on_the_police(room: Newsroom) -> None:
    for measure in ("killed", "missing"):
        room.paper("Post").count(5, "police", measure=measure)
    paper = room.paper("Herald")
    paper.count(7, measure="missing")
    paper.claims[-1] = says(paper.claims[-1], Link("Harrow Water Board", ActorKind.GOVERNMENT))
    paper.count(4)
    assert {p.likely_root for p in room.finding("killed, total").positions if p.root == "Herald"} == {None}


def test_an_unknown_author_of_a_post_is_no_root_beside_the_police(room: Newsroom) -> None:
    room.paper("Post").count(5, "police")
    paper = room.paper("Herald")
    paper.count(4, zone=ZoneKind.EMBED)
    paper.claims[-1] = says(paper.claims[-1], Link("Ola Brandt", ActorKind.OTHER))
    finding = room.finding("killed, total")
    assert finding.independent_roots == 1
    assert {p.root: p.likely_root for p in finding.positions} == {
        "Milltown Police": None,
        "Ola Brandt": "Milltown Police",
    }


def test_a_body_that_posts_stays_a_root(room: Newsroom) -> None:
    room.paper("Post").count(5, "police")
    paper = room.paper("Herald")
    paper.count(5, zone=ZoneKind.EMBED)
    paper.claims[-1] = says(paper.claims[-1], Link("Harrow Fire Department", ActorKind.OTHER))
    assert room.finding("killed, total").independent_roots == 2


def test_an_officer_of_a_known_body_is_shown_as_the_body(room: Newsroom, tables: Tables) -> None:
    paper = room.paper("Post")
    paper.count(9)
    helmets = known(tables).find("White Helmets")[0].actor
    paper.claims[-1] = says(paper.claims[-1], Link(helmets.label, helmets.kind, actor_id=helmets.id), LUND)
    assert [position.root for position in room.finding("killed, total").positions] == [helmets.label]


def test_names_of_bureaus_are_read_in_full_and_in_short(tables: Tables) -> None:
    voices = known(tables).voices
    for words in ("State's Attorney", "states attorney", "District Attorney", "Attorney General"):
        assert voices.in_short(f"Pine {words} Ola") == "Pine Prosecutor Ola"
    assert voices.in_short("his defence attorney") == "his defence attorney"
