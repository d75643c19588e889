"""The way of each claim from outlet to root."""

from __future__ import annotations

from dataclasses import replace

from rashomon.interface.dossier.roots.paths import NOBODY, Between, Path, paths_of
from rashomon.interface.findings import Marks
from rashomon.model import (
    UNATTRIBUTED,
    ActorKind,
    Attribution,
    Layer,
    Link,
    Record,
    Stance,
    Voice,
    Wording,
)


def with_chain(record: Record, chain: tuple[Link, ...], root: str) -> Record:
    """The record with one finding, of one root, on its first claim, which came over a chain."""
    claim = replace(record.claims[0], attribution=Attribution(root, Voice.REPORTED, chain))
    finding = record.findings[0]
    position = replace(finding.positions[0], root=root, claims=(claim.id,), likely_root=None, series=())
    return replace(record, claims=(claim, *record.claims[1:]), findings=(replace(finding, positions=(position,)),))


def paths(record: Record) -> tuple[Path, ...]:
    """The record's paths."""
    return paths_of(record, Marks.of(record.reports))


AGENCY = Link("Coastal News Agency", ActorKind.AGENCY)
BODY = Link("Harrow Relief", ActorKind.AID_BODY)
PERSON = Link("Lena Ford", ActorKind.PERSON, stance=Stance.CLAIMED)


def test_those_in_between_come_from_the_nearest_to_the_outlet_inward(record: Record) -> None:
    (path,) = paths(with_chain(record, (AGENCY, BODY, PERSON), "Lena Ford"))
    assert path.between == (Between("Coastal News Agency", "agency"), Between("Harrow Relief", "aid body"))
    assert (path.outlet, path.mark, path.root, path.stance) == ("Harbour", "A", "Lena Ford", Stance.CLAIMED)


def test_a_body_is_not_told_again_where_its_spokesman_is_its_voice(record: Record) -> None:
    (path,) = paths(with_chain(record, (AGENCY, BODY, PERSON), "Harrow Relief"))
    assert [one.name for one in path.between] == ["Coastal News Agency"]


def test_an_outlet_for_itself_leaves_it_nowhere(record: Record) -> None:
    (path,) = paths(with_chain(record, (), "Harbour"))
    assert path.own
    assert path.between == ()


def test_nobody_is_a_root(record: Record) -> None:
    (path,) = paths(with_chain(record, (), UNATTRIBUTED))
    assert (path.root, path.own) == (NOBODY, False)


def test_a_dropped_attribution_is_a_way_beside_the_one_that_is_told(record: Record) -> None:
    told = with_chain(record, (), "Harbour")
    position = replace(told.findings[0].positions[0], likely_root="coast guard")
    told = replace(told, findings=(replace(told.findings[0], positions=(position,)),))
    own, likely = paths(told)
    assert (own.own, own.dropped) == (True, False)
    assert (likely.root, likely.dropped) == ("coast guard", True)


def test_only_the_happening_counts_and_a_claim_counts_once(record: Record) -> None:
    told = with_chain(record, (BODY,), "Harrow Relief")
    twice = replace(told, findings=(told.findings[0], told.findings[0]))
    assert len(paths(twice)) == 1
    aside = replace(told, claims=tuple(replace(claim, layer=Layer.BACKGROUND) for claim in told.claims))
    assert paths(aside) == ()


def test_every_claim_of_a_position_has_its_way(record: Record) -> None:
    held = {(p.root, id_) for f in record.findings for p in f.positions for id_ in p.claims}
    assert {(path.root, path.claim) for path in paths(record) if not path.dropped} == held


def test_loaded_names_stand_in_quotation_marks(record: Record) -> None:
    told = with_chain(record, (Link("terror desk", ActorKind.AGENCY), BODY), "Harrow Relief")
    loaded = Wording(
        "x", "x", "terror desk", record.reports[0].id, "Harbour", "own", None, ("terror",), 1, record.claims[0].span
    )
    (path,) = paths(replace(told, wording=(loaded,)))
    assert path.between[0].name == "“terror desk”"


def test_claims_and_reports_that_the_record_lacks_are_passed_over(record: Record) -> None:
    assert paths(replace(record, claims=())) == ()
    assert paths(replace(record, reports=())) == ()
