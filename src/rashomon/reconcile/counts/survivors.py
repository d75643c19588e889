"""How many lived of those whom a report counts as killed or hurt together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rashomon.model import Quantity, ReportId, Scope
from rashomon.reconcile.case import Answer, Case
from rashomon.reconcile.counts.sums import Breakdown
from rashomon.reconcile.questions.said import answered

NEAR = 300
"""So many characters lie at most between the count of both and that of the dead."""


def survivors(case: Case, answers: Sequence[Answer]) -> list[Breakdown]:
    """Return who must have lived of those whom a report counts as killed or hurt, where no report counts the hurt.

    "He shot two children, one of them fatally": one is hurt. Nobody stated it, so it is a derived total.
    """
    some = [
        a
        for a in answers
        if a.claim.scope is not Scope.INCREMENT and (said := answered(a)) is not None and said.high != 0
    ]
    told = {measure: [a for a in some if a.claim.measure == measure] for measure in ("killed", "wounded", "casualties")}
    if told["wounded"] or not told["killed"]:
        return []
    left = [one for report in case.reports if (one := left_of(told, report.id)) is not None]
    return [Breakdown("wounded", (one,), (), (one,)) for one in left]


def left_of(told: Mapping[str, Sequence[Answer]], report: ReportId) -> Answer | None:
    """Return the hurt of one report that counts both together, and the dead in the same sentence or right behind it."""
    mine = {measure: [a for a in answers if a.report.id == report] for measure, answers in told.items()}
    both = max(mine["casualties"], key=lambda a: (exact(a), a.rank), default=None)
    if both is None:
        return None
    near = [a for a in mine["killed"] if abs(start(a) - start(both)) < NEAR]
    dead = max((exact(a) for a in near), default=0)
    return less(both, dead) if 0 < dead < exact(both) else None


def start(answer: Answer) -> int:
    """Return where an answer's number stands in its report."""
    return (answer.claim.number_span or answer.claim.span).start


def exact(answer: Answer) -> int:
    """Return the number that an answer gives, 0 where it gives none exactly."""
    said = answered(answer)
    return said.low if said is not None and said.low is not None and said.low == said.high else 0


def less(both: Answer, dead: int) -> Answer:
    """Return a count of the killed or hurt as one of the hurt alone, the dead taken off."""
    left = Quantity.exactly(exact(both) - dead, words=f"{exact(both)} - {dead}")
    return replace(both, claim=replace(both.claim, measure="wounded", quantity=left, scope=Scope.WHOLE))
