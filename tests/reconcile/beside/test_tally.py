"""The record in numbers: every root once, whatever it answers."""

from __future__ import annotations

from rashomon.model import UNATTRIBUTED, Finding, FindingId, Position, Question, Report, ReportId, Value, Verdict
from rashomon.reconcile.beside.tally import tally

REPORTS = [
    Report(ReportId("r-1"), "a.txt", "x", outlet="Harbour Wire"),
    Report(ReportId("r-2"), "b.txt", "y", outlet="Harbour Wire"),
    Report(ReportId("r-3"), "c.txt", "z"),
]


def finding(name: str, verdict: Verdict, *positions: Position) -> Finding:
    return Finding(FindingId(name), Question("count", name, "killed"), verdict, positions, 1, "")


def held(root: str, likely: str | None = None) -> Position:
    return Position(Value("9", 9, 9), root, (), (), likely_root=likely)


def test_a_root_that_answers_twice_counts_once() -> None:
    found = tally(
        REPORTS,
        [
            finding("killed", Verdict.DISPUTED, held("police"), held("hospital")),
            finding("wounded", Verdict.SINGLE_SOURCE, held("police")),
        ],
    )
    assert (found.reports, found.outlets, found.roots, found.unsourced) == (3, 1, 2, 0)
    assert found.verdicts == {Verdict.SINGLE_SOURCE: 1, Verdict.DISPUTED: 1}


def test_a_dropped_attribution_counts_for_its_root_and_nobody_for_none() -> None:
    found = tally(
        REPORTS,
        [finding("killed", Verdict.AGREE, held("police"), held(UNATTRIBUTED, "police"), held(UNATTRIBUTED))],
    )
    assert (found.roots, found.unsourced) == (1, 1)
