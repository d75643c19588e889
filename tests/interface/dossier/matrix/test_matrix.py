"""The matrix: every answer in the cell of its report and of its root."""

from __future__ import annotations

from rashomon.interface.compose import view_of
from rashomon.interface.dossier.matrix.view import matrix_of
from rashomon.interface.findings import Marks
from rashomon.lexicon.tables import Tables
from rashomon.model import Record


def test_answers_stand_under_their_report_and_their_root(record: Record, tables: Tables) -> None:
    matrix = matrix_of(record, view_of(record, tables=tables), Marks.of(record.reports))
    row = next(row for row in matrix.rows if row.finding.id == "f-1")
    assert [[(one.value, one.words, one.root) for one in cell] for cell in row.by_report] == [
        [("17 or more", "At least 17", "coast guard")],
        [("24", "", "coast guard"), ("24–99", "dozens", "survivor")],
    ]
    by_root = dict(zip(matrix.roots, row.by_root, strict=True))
    assert [one.mark for one in by_root["coast guard"]] == ["A", "B"]
    assert "derived sum, stated by nobody" in by_root["survivor"][0].remarks


def test_every_cell_leads_to_a_claim_of_the_record(record: Record, tables: Tables) -> None:
    matrix = matrix_of(record, view_of(record, tables=tables), Marks.of(record.reports))
    claims = {claim.id for claim in record.claims}
    said = [one for row in matrix.rows for cell in (*row.by_report, *row.by_root) for one in cell]
    assert said
    assert {one.claim_id for one in said} <= claims


def test_all_findings_are_answered_in_full_below(record: Record, tables: Tables) -> None:
    matrix = matrix_of(record, view_of(record, tables=tables), Marks.of(record.reports))
    assert {finding.id for finding in matrix.answers} == {str(finding.id) for finding in record.findings}
