"""What each report leaves out that others carry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.model import Finding, Omission, Report, ReportId
from rashomon.reconcile.case import Answer


def omissions(
    findings: Sequence[Finding], answers: Sequence[Answer], reports: Sequence[Report]
) -> tuple[Omission, ...]:
    """Return, report by report, the questions it does not answer and the sources it never names, though others do."""
    carried = [*questions_carried(findings), *sources_carried(answers)]
    order = [report.id for report in reports]
    return tuple(
        Omission(report.id, what, tuple(id_ for id_ in order if id_ in carriers))
        for report in reports for what, carriers in carried if report.id not in carriers
    )  # fmt: skip


def questions_carried(findings: Iterable[Finding]) -> list[tuple[str, set[ReportId]]]:
    """Return each question with the reports that answer it."""
    return [(f.question.label, {id_ for position in f.positions for id_ in position.reports}) for f in findings]


def sources_carried(answers: Iterable[Answer]) -> list[tuple[str, set[ReportId]]]:
    """Return each named source with the reports that quote it; an outlet's own voice and unnamed sources are left out."""
    labels: dict[str, str] = {}
    carriers: dict[str, set[ReportId]] = {}
    for answer in answers:
        root = answer.root
        if root.spoken or root.vague or " via " in root.key:
            continue
        labels[root.key] = min(labels.get(root.key, root.label), root.label)
        carriers.setdefault(root.key, set()).add(answer.report.id)
    return sorted((f"source: {labels[key]}", ids) for key, ids in carriers.items())
