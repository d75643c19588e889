"""An event's figures: one low, best and high number for each count of the whole event."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.model import TOTAL, Figure, Finding
from rashomon.reconcile.questions.ask import EVENT

BEST_OF = ("majority", "latest", "ucdp", "acled")
"""The policies asked in turn for the best number; the record shows all of them."""


def figures(findings: Iterable[Finding]) -> tuple[Figure, ...]:
    """Return the figures of the findings on counts of the whole event, in the findings' order."""
    return tuple(
        figure(f) for f in findings if f.question.kind == "count" and f.question.scope == EVENT and f.estimates
    )


def figure(finding: Finding) -> Figure:
    """Return one figure: the range of all accounts, and as best the majority's number, else the latest."""
    span = finding.estimates["min-max"]
    best = next((b for name in BEST_OF if (b := finding.estimates[name].best) is not None), None)
    group = finding.question.group or TOTAL
    return Figure(
        finding.question.measure or "", group, span.low, best, span.high, finding.verdict, finding.independent_roots
    )
