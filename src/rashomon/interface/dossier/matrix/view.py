"""The view of the matrix: who says what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.interface.findings import Marks, remarks, root_words
from rashomon.interface.plain import clean
from rashomon.interface.view import FindingView, RecordView, ReportView
from rashomon.interface.words import interval_words, value_words
from rashomon.model import Claim, ClaimId, Finding, Position, Record, ReportId

MOST_ROOTS = 12


@dataclass(frozen=True, slots=True)
class SaidView:
    """One answer in a cell.

    ``value`` is the interval or the answer, ``words`` the report's own words for it where they differ ("nearly 90"); ``root`` is on
    whose word, ``mark`` the report's letter, ``remarks`` what to know of it, ``claim_id`` where it stands.
    """

    value: str
    words: str
    root: str
    mark: str
    remarks: tuple[str, ...]
    claim_id: ClaimId


Cell = tuple[SaidView, ...]


@dataclass(frozen=True, slots=True)
class RowView:
    """One question across: a cell for each report, and one for each root, in the order of the matrix's columns."""

    finding: FindingView
    by_report: tuple[Cell, ...]
    by_root: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class MatrixView:
    """The matrix: ``reports`` and ``roots`` are its columns one way and the other, ``more_roots`` how many have no column.

    ``rows`` are the counts, questions of control, and acts that several speak on; ``answers`` are all findings, to be told in full.
    """

    reports: tuple[ReportView, ...]
    roots: tuple[str, ...]
    more_roots: int
    rows: tuple[RowView, ...]
    answers: tuple[FindingView, ...]


def matrix_of(record: Record, view: RecordView, marks: Marks) -> MatrixView:
    """Return who says what."""
    findings = {str(finding.id): finding for finding in record.findings}
    asked = [finding for finding in view.findings if finding.is_telling]
    said = {shown.id: tuple(answers(findings[shown.id], record, marks)) for shown in asked}
    weight = Counter(root for answers_ in said.values() for root in {one.root for one in answers_})
    roots = sorted(weight, key=lambda root: (-weight[root], root))
    rows = tuple(
        RowView(
            shown,
            tuple(merged(one for one in said[shown.id] if one.mark == report.mark) for report in view.reports),
            tuple(merged(one for one in said[shown.id] if one.root == root) for root in roots[:MOST_ROOTS]),
        )
        for shown in asked
    )
    return MatrixView(view.reports, tuple(roots[:MOST_ROOTS]), len(roots[MOST_ROOTS:]), rows, view.findings)


def answers(finding: Finding, record: Record, marks: Marks) -> Iterator[SaidView]:
    """Yield every answer on a question, by report and place in its text."""
    claims = {claim.id: claim for claim in record.claims}
    order: dict[ReportId, int] = {report.id: number for number, report in enumerate(record.reports)}
    for position in finding.positions:
        mine = [claims[id_] for id_ in claims_of(position) if id_ in claims]
        mine.sort(key=lambda claim: (order.get(claim.report_id, len(order)), claim.span))
        for claim in mine[:1] if position.derived else mine:
            yield said_view(claim, position, finding, marks)


def claims_of(position: Position) -> Iterable[ClaimId]:
    """Return the claims of a position and of its series, each once."""
    return dict.fromkeys([*(id_ for point in position.series for id_ in point.claims), *position.claims])


def said_view(claim: Claim, position: Position, finding: Finding, marks: Marks) -> SaidView:
    """Return one claim as an answer; a sum that nobody stated is told as a whole, by the first of its parts."""
    root, mark, notes = root_words(position, marks), marks.of_report(claim.report_id), tuple(remarks(position, [claim]))
    quantity = claim.quantity if finding.question.kind == "count" else None
    if position.derived or quantity is None:
        value = clean(value_words(position.value))
        words = clean(position.value.label) if position.derived else ""
    else:
        value, words = interval_words(quantity.low, quantity.high), clean(quantity.words)
    return SaidView(value, "" if words == value else words, root, mark, notes, claim.id)


def merged(said: Iterable[SaidView]) -> Cell:
    """Return the answers of a cell, what is said twice in the same words once."""
    once: dict[tuple[str, str, str], SaidView] = {}
    for one in said:
        once.setdefault((one.value, one.root, one.mark), one)
    return tuple(once.values())
