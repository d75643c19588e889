"""What stays open: which claim has one root, no root, no time, and what would settle a dispute."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from rashomon.model import TOTAL, Claim, ClaimKind, Finding, Layer, Modality, Polarity, Report, Verdict
from rashomon.reconcile.case import Answer, Case
from rashomon.reconcile.ladder.climb import joined
from rashomon.reconcile.ladder.houses import houses
from rashomon.reconcile.ladder.series import Strand
from rashomon.reconcile.moments import report_day
from rashomon.reconcile.questions.ask import Asked
from rashomon.reconcile.questions.parts import group_id

S = TypeVar("S")


def open_points(asked: Asked, strands: Sequence[Strand[S]], verdict: Verdict, case: Case) -> tuple[str, ...]:
    """Return what stays open on one question, in a fixed order, each point once."""
    points = [
        *one_root(strands), *no_root(strands), *no_time(strands), *to_settle(verdict, strands),
        *(left_unsaid(answer) for answer in asked.answers if answer.claim.polarity is Polarity.UNKNOWN),
        *feared(asked, case),
    ]  # fmt: skip
    return tuple(dict.fromkeys(points))


def one_root(strands: Sequence[Strand[S]]) -> list[str]:
    """Return that one root alone says it, and that a party to the conflict says it of itself."""
    named = houses([strand for strand in strands if not (strand.root.vague or strand.rests_on)])
    if len(named) != 1:
        return []
    roots = [strand.root for strand in named[0]]
    party = ", a party to the conflict" if roots[0].party else ""
    names = joined(list(dict.fromkeys(root.name for root in roots)))
    one = f"{names}, all of {roots[0].owner}" if len(roots) > 2 else f"{names}, both of {roots[0].owner}"
    return [f"One root: {one if len(roots) > 1 else names}{party}. A second, independent one would corroborate it."]


def no_root(strands: Sequence[Strand[S]]) -> list[str]:
    """Return whose figures have no named source."""
    loose = [s for s in strands if (s.root.vague or s.root.spoken) and not s.rests_on]
    names = sorted({s.points[0].answers[0].report.name for s in loose})
    return [f"No source is named in {', '.join(names)}: where does it come from?"] if names else []


def no_time(strands: Sequence[Strand[S]]) -> list[str]:
    """Return whose answers have no date, and which of one day have no order."""
    undated = sorted({a.report.name for s in strands for a in s.answers if a.moment.turning is None})
    points = [f"No date is known for {', '.join(undated)}."] if undated else []
    latest = [s.latest.moment for s in strands]
    if any(a.as_of and a.before(b) is None for i, a in enumerate(latest) for b in latest[i + 1 :]):
        points.append("The order of answers of the same day is unknown: the time of day would tell which is the later.")
    return points


def to_settle(verdict: Verdict, strands: Sequence[Strand[S]]) -> list[str]:
    """Return what would settle a dispute."""
    if verdict is not Verdict.DISPUTED:
        return []
    parties = sorted({s.root.label for s in strands if s.root.party})
    others = "a root that is no party to the conflict" if parties else "another independent root"
    return [f"Disputed: {others}, or a later statement of one side, would settle it."]


def left_unsaid(answer: Answer) -> str:
    """Return that a root says expressly that it gives no number."""
    return f"{answer.root.name} gives no number for {asked_words(answer.claim)} ({answer.report.name})."


def asked_words(claim: Claim) -> str:
    """Return what a count counts: "killed, civilians"."""
    return f"{claim.measure}, {(claim.group or TOTAL).label}"


def feared(asked: Asked, case: Case) -> list[str]:
    """Return the figures that are feared or expected only, which no stated one is compared with."""
    return [
        f"{claim.quantity.words or claim.quantity.low} {claim.modality} ({name}): not compared with what is stated."
        for claim, name in case.unfirm
        if claim.quantity and claim.measure == asked.question.measure and asked.question.group
        and group_id(claim) == asked.question.group.id and asked.question.scope == "event"
    ]  # fmt: skip


def unfirm_claims(claims: Iterable[Claim], names: dict[str, str]) -> tuple[tuple[Claim, str], ...]:
    """Return the main counts that are only feared, planned or hypothetical, with the name of their report."""
    loose = {Modality.FEARED, Modality.PLANNED, Modality.HYPOTHETICAL}
    return tuple(
        (claim, names[claim.report_id]) for claim in claims
        if claim.kind is ClaimKind.COUNT and claim.layer is Layer.MAIN and claim.modality in loose and claim.report_id in names
    )  # fmt: skip


def record_open(findings: Sequence[Finding], answers: Sequence[Answer], reports: Sequence[Report]) -> tuple[str, ...]:
    """Return what is open on the event as a whole: unanswered questions, disputes, and reports without a day."""
    asked_for = {claim for finding in findings for position in finding.positions for claim in position.claims}
    silent = [
        left_unsaid(a)
        for a in answers
        if a.claim.polarity is Polarity.UNKNOWN and a.claim.id not in asked_for and a.claim.measure
    ]
    disputes = [f"Disputed: {finding.question.label}." for finding in findings if finding.verdict is Verdict.DISPUTED]
    undated = [
        f"The {'year' if report.yearless else 'report day'} of {report.name} is not known."
        for report in reports
        if report_day(report) is None
    ]
    return tuple(dict.fromkeys([*disputes, *silent, *undated]))
