"""Outlets of one owner: each is seen under its own name, and together they count as one root."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from rashomon.lexicon import load_tables
from rashomon.model import Finding, Quantity, Verdict

if TYPE_CHECKING:
    from conftest import Newsroom

OUTLETS = [
    {"id": "harrow-post", "label": "Harrow Post", "aliases": ["Harrow Sunday Post"], "owner": "Harrow Media"},
    {"id": "harrow-radio", "label": "Radio Harrow", "owner": "Harrow Media"},
    {"id": "harrow-tv", "label": "Harrow Television", "owner": "Harrow Media"},
    {"id": "lakeside-post", "label": "Lakeside Courier", "owner": "Lakeside Group"},
]


@pytest.fixture
def room(newsroom: type[Newsroom], tmp_path: Path) -> Newsroom:
    """A newsroom whose tables know four invented outlets, three of them of one group."""
    tables = tmp_path / "tables"
    tables.mkdir()
    tables.joinpath("outlets.yaml").write_text(yaml.safe_dump(OUTLETS), "utf-8")
    made = newsroom()
    made.tables = load_tables(tables)
    return made


def killed(room: Newsroom) -> Finding:
    return room.finding("killed, total")


def test_two_papers_of_one_owner_are_two_positions_and_one_root(room: Newsroom) -> None:
    room.paper("Harrow Post").count(12)
    room.paper("Radio Harrow").count(12)
    finding = killed(room)
    assert [position.root for position in finding.positions] == ["Harrow Post", "Radio Harrow"]
    assert (finding.verdict, finding.independent_roots) == (Verdict.SINGLE_SOURCE, 1)
    assert "Harrow Post and Radio Harrow belong to Harrow Media and count as one root." in finding.why
    assert any("both of Harrow Media" in point for point in finding.open)
    assert room.record().tally.roots == 1


def test_papers_of_two_owners_are_two_roots(room: Newsroom) -> None:
    room.paper("Harrow Post").count(12)
    room.paper("Lakeside Courier").count(12)
    finding = killed(room)
    assert (finding.verdict, finding.independent_roots) == (Verdict.AGREE, 2)
    assert "belong" not in finding.why
    assert room.record().tally.roots == 2


def test_two_names_of_one_paper_are_one_position(room: Newsroom) -> None:
    room.paper("Harrow Post").count(12)
    room.paper("Harrow Sunday Post", 1).count(12)
    assert len(killed(room).positions) == 1


def test_a_house_and_another_root_agree_as_two(room: Newsroom) -> None:
    for outlet in ("Harrow Post", "Radio Harrow", "Harrow Television"):
        room.paper(outlet).count(12)
    room.paper("Daily Other").count(12, "police")
    room.paper("Daily Other").count(4, "ministry", measure="wounded")
    finding = killed(room)
    assert finding.independent_roots == 1, "the papers' twelve is likely that of the police"
    assert {position.likely_root for position in finding.positions} == {None, "Milltown Police"}


def test_whom_papers_of_one_owner_quote_is_not_their_owners(room: Newsroom) -> None:
    room.paper("Harrow Post").count(12, "monitor")
    room.paper("Radio Harrow").count(12, "ministry")
    assert (killed(room).verdict, killed(room).independent_roots) == (Verdict.AGREE, 2)


def test_a_house_that_raises_its_figure_from_day_to_day_has_updated_it(room: Newsroom) -> None:
    room.paper("Harrow Post", 0).count(12)
    room.paper("Radio Harrow", 1).count(15)
    finding = killed(room)
    assert (finding.verdict, finding.independent_roots) == (Verdict.UPDATED, 1)
    assert finding.why.startswith("The answer of Harrow Post and Radio Harrow (Harrow Media) changes: 12")


def test_papers_of_one_owner_that_exclude_each_other_stand_apart(room: Newsroom) -> None:
    room.paper("Harrow Post").count(12)
    room.paper("Radio Harrow").count(30)
    finding = killed(room)
    assert (finding.verdict, finding.independent_roots) == (Verdict.DISPUTED, 2)
    assert "belong" not in finding.why
    assert not any(point.startswith("One root") for point in finding.open)


def test_bounds_of_one_house_that_admit_each_other_are_one_figure(room: Newsroom) -> None:
    room.paper("Harrow Post").count(Quantity.at_least(10, words="at least 10"))
    room.paper("Radio Harrow").count(12)
    assert (killed(room).verdict, killed(room).independent_roots) == (Verdict.SINGLE_SOURCE, 1)


def test_local_sources_of_two_papers_of_one_owner_are_one_root(room: Newsroom) -> None:
    room.paper("Harrow Post").count(12, "locals")
    room.paper("Radio Harrow").count(12, "locals")
    finding = killed(room)
    assert {position.root for position in finding.positions} == {
        "local sources (Harrow Post)",
        "local sources (Radio Harrow)",
    }
    assert finding.independent_roots == 1
    assert "Harrow Post and Radio Harrow belong to Harrow Media" in finding.why


def test_a_policy_counts_a_house_once(room: Newsroom) -> None:
    for outlet in ("Harrow Post", "Radio Harrow", "Harrow Television"):
        room.paper(outlet).count(12)
    room.paper("Daily Other").count(9)
    room.paper("Lakeside Courier").count(9)
    estimate = killed(room).estimates["majority"]
    assert (estimate.low, estimate.high) == (9, 9)


def test_an_act_told_by_two_papers_of_one_owner_rests_on_one_root(room: Newsroom) -> None:
    for outlet in ("Harrow Post", "Radio Harrow"):
        room.paper(outlet).act("attack", "Northern Guard", "the depot")
    (finding,) = [one for one in room.record().findings if one.question.kind == "act"]
    assert (finding.verdict, finding.independent_roots, len(finding.positions)) == (Verdict.SINGLE_SOURCE, 1, 2)
    assert "belong to Harrow Media" in finding.why


def test_who_holds_a_place_told_by_two_papers_of_one_owner_rests_on_one_root(room: Newsroom) -> None:
    for outlet in ("Harrow Post", "Radio Harrow"):
        room.paper(outlet).control("captured", "Islamic State", "the depot")
    (finding,) = [one for one in room.record().findings if one.question.kind == "control"]
    assert (finding.verdict, finding.independent_roots, len(finding.positions)) == (Verdict.SINGLE_SOURCE, 1, 2)


def test_papers_of_one_owner_that_name_two_holders_are_disputed(room: Newsroom) -> None:
    room.paper("Harrow Post").control("captured", "Islamic State", "the depot")
    room.paper("Radio Harrow").control("captured", "Syrian Democratic Forces", "the depot")
    (finding,) = [one for one in room.record().findings if one.question.kind == "control"]
    assert (finding.verdict, finding.independent_roots) == (Verdict.DISPUTED, 2)


def test_a_copy_in_a_sister_paper_is_the_first_papers(room: Newsroom) -> None:
    first = room.paper("Harrow Post", 0)
    first.count(12)
    second = room.copy(first, "Radio Harrow", 1)
    finding = killed(room)
    assert [position.root for position in finding.positions] == ["Harrow Post"]
    assert second.report.id in finding.positions[0].reports


def test_the_order_in_which_papers_come_does_not_matter(room: Newsroom) -> None:
    for outlet, number in (("Harrow Post", 12), ("Radio Harrow", 12), ("Lakeside Courier", 14)):
        room.paper(outlet).count(number)
    assert room.record(turn=lambda reports: reports[::-1]) == room.record()


def test_the_shipped_table_names_whole_groups() -> None:
    path = Path(__file__).parents[3] / "src/rashomon/lexicon/outlets.yaml"
    rows = yaml.safe_load(path.read_text("utf-8"))
    owners = Counter(row["owner"] for row in rows if row.get("owner"))
    assert sum(owners.values()) > 250
    assert len({name.casefold() for name in owners}) == len(owners), "one group under two spellings"
