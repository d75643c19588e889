"""One person is not counted as hurt and as dead, and who lived of both is a derived total."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.model import Quantity, Reading
from rashomon.reconcile.judged import live_claims

if TYPE_CHECKING:
    from conftest import Newsroom, Paper


def labels(room: Newsroom) -> dict[str, list[str]]:
    """The values of each question of the record, by its label."""
    return {f.question.label: [p.value.label for p in f.positions] for f in room.record().findings}


def test_the_hurt_man_of_one_report_is_the_dead_man_of_the_next(room: Newsroom) -> None:
    room.paper("Post").count(1, measure="wounded", of="men")
    room.paper("Herald", 1).count(1, of="men")
    found = labels(room)
    assert found["killed, total"] == ["1"]
    assert "wounded, total" not in found
    assert found["wounded, men (later among the dead)"] == ["1"]


def test_people_of_distinct_groups_are_two(room: Newsroom) -> None:
    room.paper("Post").count(1, measure="wounded", of="women")
    room.paper("Herald", 1).count(1, of="men")
    assert {"killed, total", "wounded, total"} <= set(labels(room))


def test_hurt_people_of_distinct_groups_are_not_one_who_died(room: Newsroom) -> None:
    post = room.paper("Post")
    post.count(1, "police", measure="wounded", of="women")
    post.count(1, "police", measure="wounded", of="men")
    room.paper("Herald", on_day=4).count(1, "police")
    labels = {finding.question.label for finding in room.record().findings}
    assert not any("later among the dead" in label for label in labels)


def test_two_dead_are_not_the_one_hurt(room: Newsroom) -> None:
    room.paper("Post").count(1, measure="wounded", of="men")
    room.paper("Herald", 1).count(2)
    assert labels(room)["wounded, men"] == ["1"]


def test_who_lived_of_both_is_derived(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(4, measure="casualties")
    paper.count(1)
    finding = room.finding("wounded, total")
    assert [(p.value.label, p.derived) for p in finding.positions] == [("3", True)]
    assert finding.estimates["latest"].best == 3


def test_nobody_is_derived_where_the_hurt_are_counted(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(4, measure="casualties")
    paper.count(1)
    paper.count(2, measure="wounded")
    assert labels(room)["wounded, total"] == ["2"]


def reading(paper: Paper, *implied: str) -> Reading:
    """The paper's reading with one person implied for each measure."""
    named = Quantity(1, 1, "named", "Voss")
    told = [paper.count(named, measure=measure) for measure in implied]
    paper.claims = [claim for claim in paper.claims if claim not in told]
    return Reading(paper.report.id, tuple(paper.claims), implied=tuple(told))


def test_an_implied_death_answers_where_nobody_counts(room: Newsroom) -> None:
    silent = reading(room.paper("Post"), "killed", "wounded")
    assert [claim.measure for claim in live_claims([silent], ())] == ["killed"]


def test_an_implied_death_is_silent_beside_a_count(room: Newsroom) -> None:
    silent = reading(room.paper("Post"), "killed")
    paper = room.paper("Herald")
    paper.count(2)
    assert [c.report_id for c in live_claims([silent, reading(paper)], ())] == [paper.report.id]


def test_an_implied_hurt_needs_silence_on_all_harm(room: Newsroom) -> None:
    silent = reading(room.paper("Post"), "wounded")
    assert [claim.measure for claim in live_claims([silent], ())] == ["wounded"]
    paper = room.paper("Herald")
    paper.count(1)
    assert [c.measure for c in live_claims([silent, reading(paper)], ())] == ["killed"]


def told_of(paper: Paper, number: int, measure: str, of: str = "suspects") -> Reading:
    """The paper's reading with one count implied."""
    claim = paper.count(number, measure=measure, of=of)
    paper.claims = [other for other in paper.claims if other is not claim]
    return Reading(paper.report.id, tuple(paper.claims), implied=(claim,))


def test_a_triple_murder_is_three_dead_where_only_some_of_them_are_counted(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(1, of="children")
    assert sorted(c.least for c in live_claims([told_of(paper, 3, "killed", "total")], ())) == [1, 3]


def test_a_triple_murder_is_silent_beside_a_count_of_all_the_dead(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(2)
    assert [c.least for c in live_claims([told_of(paper, 3, "killed", "total")], ())] == [2]


def test_the_gunman_is_told_beside_his_victims(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(4)
    assert len(live_claims([told_of(paper, 1, "killed")], ())) == 2


@pytest.mark.parametrize(("number", "group"), [(1, "suspects"), (2, "men")])
def test_who_is_charged_is_silent_in_a_report_that_counts_the_held(room: Newsroom, number: int, group: str) -> None:
    paper, other = room.paper("Post"), room.paper("Herald")
    paper.count(number, measure="detained", of=group)
    readings = [told_of(paper, 1, "detained"), told_of(other, 1, "detained")]
    assert [c.report_id for c in live_claims(readings, ())].count(other.report.id) == 1
    assert len(live_claims(readings, ())) == 2


def test_the_one_man_whom_a_report_counts_as_held_is_the_suspect_who_is_charged(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.count(1, measure="detained", of="men")
    claims = live_claims([told_of(paper, 1, "detained")], ())
    assert sorted(claim.group.id for claim in claims if claim.group) == ["men", "suspects"]
