"""The view of the figures."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.interface.dossier.figures.strip import strip_of
from rashomon.interface.dossier.pictures.draw import Picture
from rashomon.interface.view import FindingView, RecordView
from rashomon.model import Finding, Record

LEAST_DRAWN = 2


@dataclass(frozen=True, slots=True)
class FigureView:
    """One figure: its finding in words, and its answers drawn on one scale; None where there is but one answer."""

    finding: FindingView
    strip: Picture | None


@dataclass(frozen=True, slots=True)
class FiguresView:
    """All figures, and the policies whose estimates stand beside them, in the order of their columns."""

    rows: tuple[FigureView, ...]
    policies: tuple[str, ...]


def figures_of(record: Record, view: RecordView) -> FiguresView:
    """Return the figures in the order of the record's view."""
    findings = {str(finding.id): finding for finding in record.findings}
    top = tops(record)
    rows = tuple(FigureView(shown, drawn(findings[shown.id], top)) for shown in view.figures)
    policies = dict.fromkeys(estimate.policy for row in rows for estimate in row.finding.estimates)
    return FiguresView(rows, tuple(policies))


def tops(record: Record) -> dict[str, int]:
    """Return the highest number that any answer on a measure names, so that figures of one measure share a scale."""
    found: dict[str, int] = {}
    for finding in record.findings:
        for position in finding.positions:
            bounds = [bound for bound in (position.value.low, position.value.high) if bound is not None]
            measure = finding.question.measure or ""
            found[measure] = max([found.get(measure, 0), *bounds])
    return found


def drawn(finding: Finding, top: dict[str, int]) -> Picture | None:
    """Return the strip of a finding that has several answers."""
    known = [p for p in finding.positions if (p.value.low, p.value.high) != (None, None)]
    if len(known) < LEAST_DRAWN:
        return None
    return strip_of(finding, known, top[finding.question.measure or ""])
