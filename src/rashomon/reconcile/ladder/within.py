"""Contradictions inside one report: a headline against its body, two sources in one article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import TypeVar

from rashomon.model import Claim, Finding, Note, ReportId, Verdict, ZoneKind
from rashomon.reconcile.case import Answer
from rashomon.reconcile.counts.intervals import Relation
from rashomon.reconcile.ladder.climb import Comparison
from rashomon.reconcile.ladder.series import Point, Strand

S = TypeVar("S")


def clashes(strands: Sequence[Strand[S]], compare: Comparison[S]) -> Iterator[tuple[Answer, Answer, str]]:
    """Yield pairs of answers in one report that exclude each other, each pair of values once, with what they say."""
    points = [(point, answer) for strand in strands for point in strand.points for answer in point.answers]
    seen: set[tuple[ReportId, str, str]] = set()
    for (first, one), (second, other) in combinations(points, 2):
        if (
            one.report.id != other.report.id
            or first is second
            or compare.relation(first.said, second.said) is not Relation.APART
        ):
            continue
        words = told(first, second, one, other, compare)
        if words not in seen:
            seen.add(words)
            yield one, other, f"{words[1]} against {words[2]}"


def told(
    first: Point[S], second: Point[S], one: Answer, other: Answer, compare: Comparison[S]
) -> tuple[ReportId, str, str]:
    """Return the report and what the two answers say, in the order of the text."""
    pair = sorted([(one.claim.span, compare.words(first.said)), (other.claim.span, compare.words(second.said))])
    return (one.report.id, pair[0][1], pair[1][1])


def inside_reports(strands: Sequence[Strand[S]], compare: Comparison[S]) -> str:
    """Return a sentence for each contradiction inside one report; the empty text where there is none."""
    found = [
        f" {one.report.name} contradicts itself: {where(one.claim, other.claim)}, {words}."
        for one, other, words in clashes(strands, compare)
    ]  # fmt: skip
    return "".join(dict.fromkeys(found))


def where(one: Claim, other: Claim) -> str:
    """Return where in the report the two claims stand: headline and body, or two voices of the body."""
    if (one.zone is ZoneKind.HEADLINE) != (other.zone is ZoneKind.HEADLINE):
        return "its headline and its body differ"
    return "two voices in it differ" if one.attribution.root != other.attribution.root else "it gives two answers"


def notes_within(findings: Iterable[Finding], claims: Sequence[Claim]) -> list[Note]:
    """Return a note for each disputed finding whose opposed positions stand in one and the same report."""
    by_id = {claim.id: claim for claim in claims}
    notes = []
    for finding in findings:
        if finding.verdict is not Verdict.DISPUTED or "contradicts itself" not in finding.why:
            continue
        reports = [set(position.reports) for position in finding.positions]
        for report in sorted({r for a, b in combinations(reports, 2) for r in a & b}):
            spans = [
                by_id[i].span
                for p in finding.positions
                for i in p.claims
                if i in by_id and by_id[i].report_id == report
            ]
            notes.append(
                Note(
                    "contradiction-within",
                    f"{finding.question.label}: this report carries opposed answers.",
                    min(spans),
                    report,
                )
            )
    return notes
