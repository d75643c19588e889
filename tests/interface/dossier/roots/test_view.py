"""The roots in words: all of them, with the numbers of the record."""

from __future__ import annotations

import re
from dataclasses import replace

from rashomon.interface.dossier.page import render
from rashomon.interface.dossier.roots.chart import MOST_ROOTS
from rashomon.interface.dossier.roots.paths import NOBODY
from rashomon.interface.dossier.roots.rows import Root
from rashomon.interface.dossier.roots.view import RootsView, roots_of
from rashomon.interface.findings import Marks
from rashomon.interface.plain import clean
from rashomon.lexicon.tables import Tables
from rashomon.model import UNATTRIBUTED, Attribution, FindingId, Position, Record, Stance, Voice


def view(record: Record) -> RootsView:
    """The part on roots."""
    return roots_of(record, Marks.of(record.reports))


def named(record: Record, name: str) -> Root:
    """One root of the part."""
    (root,) = [one for one in view(record).roots if one.name == name]
    return root


def table(html: str) -> str:
    """The table of roots on a page."""
    part = html[html.index('id="roots"') :]
    return part[part.index("<table") : part.index("</table>")]


def crowd(record: Record, number: int = 40) -> Record:
    """The record with many roots, each on one claim."""
    finding, position = record.findings[0], record.findings[0].positions[1]
    made = tuple(
        replace(
            finding, id=FindingId(f"f-y{i}"),
            positions=(replace(position, root=f"source number {i}", likely_root=None, derived=False, root_kind=None if i % 3 else "monitor"),),
        )
        for i in range(number)
    )  # fmt: skip
    return replace(record, findings=(*record.findings, *made))


def test_every_root_of_the_record_is_there_once_with_its_numbers(record: Record, tables: Tables) -> None:
    many = crowd(record)
    shown = view(many)
    positions = [position for finding in many.findings for position in finding.positions]
    assert sorted(root.name for root in shown.roots) == sorted({position.root for position in positions})
    for root in shown.roots:
        mine = [position for position in positions if position.root == root.name]
        assert root.claims == len({id_ for position in mine for id_ in position.claims})
        assert root.party == any(position.party for position in mine)
        assert {one.finding_id for one in root.asked} == {
            f.id for f in many.findings if any(p in mine for p in f.positions)
        }
        marks = Marks.of(many.reports)
        assert [one.mark for one in root.mentions] == sorted({marks.of_report(id_) for p in mine for id_ in p.reports})
    rows = table(render(many, tables=tables))
    for root in shown.roots:
        assert len(re.findall(rf'<th scope="row">[^\n]*<bdi>{re.escape(root.name)}</bdi>', rows)) == 1
    assert shown.folded


def test_many_roots_are_drawn_as_far_as_there_is_room(record: Record) -> None:
    shown = view(crowd(record))
    assert shown.picture
    drawn = sum(f"source number {i}<" in shown.picture.wide for i in range(40))
    assert drawn + 2 == MOST_ROOTS
    assert shown.left_out == 40 + 2 - MOST_ROOTS


def test_a_root_is_told_by_kind_and_party(record: Record) -> None:
    guard = named(record, "coast guard")
    assert (guard.kind, guard.party, guard.sign, guard.cls) == ("rescue body", True, "◆", "party")
    assert named(record, "survivor").sign == "▲"
    assert (named(record, "Harbour").own, named(record, "Harbour").sign) == (True, "●")
    assert guard.likely == 1


def test_names_in_the_picture_lead_to_their_first_claims(record: Record) -> None:
    shown = view(record)
    assert shown.picture
    for name in ("coast guard", "survivor"):
        assert f'href="#{named(record, name).claim_id}"' in shown.picture.wide
    assert 'href="#report-A"' in shown.picture.narrow
    assert "stroke-dasharray" in shown.picture.wide


def test_the_dropped_attributions_are_listed_with_the_why(record: Record, tables: Tables) -> None:
    (dropped,) = view(record).dropped
    assert (dropped.value, dropped.likely, dropped.printed) == ("24–99", "coast guard", "survivor")
    assert [one.finding_id for one in dropped.asked] == ["f-1", "f-3"]
    assert dropped.why.startswith("likely coast guard")
    html = render(record, tables=tables)
    assert "Attributions dropped" in html
    assert dropped.why in html


def test_reports_that_share_text_are_listed(record: Record, tables: Tables) -> None:
    (shared,) = view(record).shared
    assert (shared.first, shared.second, shared.words, shared.origin) == (
        "A",
        "B",
        "partial copy, 25% of the shorter one",
        "",
    )
    told = replace(record, shared=(replace(record.shared[0], origin="Coastal News Agency"),))
    assert "likely the words of <bdi>Coastal News Agency</bdi>" in render(told, tables=tables)


def with_position(record: Record, position: Position) -> Record:
    """The record with one finding of one position."""
    return replace(record, findings=(replace(record.findings[0], positions=(position,)),))


def test_nobody_named_is_a_root_of_its_own(record: Record) -> None:
    claim = replace(record.claims[0], attribution=Attribution(UNATTRIBUTED, Voice.UNATTRIBUTED))
    position = replace(
        record.findings[0].positions[0], root=UNATTRIBUTED, root_kind="unnamed source", claims=(claim.id,), party=False
    )
    (nobody,) = view(replace(with_position(record, position), claims=(claim,))).roots
    assert (nobody.name, nobody.kind, nobody.cls, nobody.sign) == (NOBODY, "", "", "✚")


def test_stances_are_told_where_an_outlet_keeps_its_distance(record: Record, tables: Tables) -> None:
    said = record.claims[0].attribution
    claim = replace(record.claims[0], attribution=replace(said, chain=(replace(said.chain[0], stance=Stance.CLAIMED),)))
    told = replace(record, claims=(claim, *record.claims[1:]))
    assert named(told, "coast guard").stances == ("claimed", "said")
    assert named(record, "coast guard").stances == ()
    assert view(told).distant
    assert not view(record).distant
    assert "Dotted" in render(told, tables=tables)


def test_an_outlet_that_names_nobody_has_no_picture(record: Record) -> None:
    own = record.findings[3]
    assert view(replace(record, findings=(own,))).picture is None


def test_no_findings_no_part(record: Record, tables: Tables) -> None:
    none = replace(record, findings=(), shared=())
    assert view(none).roots == ()
    assert 'id="roots"' not in render(none, tables=tables)


def test_a_claim_that_the_record_lacks_is_counted_and_not_linked(record: Record) -> None:
    root = named(replace(record, claims=()), "coast guard")
    assert (root.claims, root.claim_id, root.mentions) == (2, "", ())


def test_hostile_names_stay_words(hostile: Record, tables: Tables) -> None:
    evil = "\x1b[31m<script>alert(1)</script>\u202e{{ 7 }}"
    long = "x" * 20000
    finding = hostile.findings[0]
    positions = (
        replace(finding.positions[0], root=evil, root_kind=evil, likely_root=long),
        replace(finding.positions[1], root=long, likely_root=evil),
        replace(finding.positions[1], root="وزارة الداخلية", claims=finding.positions[0].claims),
    )
    bad = replace(hostile, findings=(replace(finding, positions=positions),))
    shown = view(bad)
    assert [root.name for root in shown.roots if root.name.startswith("\N{REPLACEMENT CHARACTER}")] == [clean(evil)]
    assert shown.picture
    for text in (shown.picture.wide, shown.picture.narrow, render(bad, tables=tables)):
        assert "<script>alert" not in text
        assert not {"\x1b", "\u202e"} & set(text)
    assert "x" * 200 not in shown.picture.wide
    assert "<bdi>وزارة الداخلية</bdi>" in render(bad, tables=tables)


def test_the_same_record_makes_the_same_part(record: Record) -> None:
    many = crowd(record)
    assert view(many) == view(many)


def test_the_order_of_the_findings_changes_no_row(record: Record) -> None:
    many = crowd(record)
    turned = replace(many, findings=tuple(reversed(many.findings)))
    key = [(root.name, root.claims, root.mentions) for root in view(many).roots]
    assert [(root.name, root.claims, root.mentions) for root in view(turned).roots] == key
