"""Counts of different scopes that a reader might set against each other, and why they are not compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.model import Finding, Verdict
from rashomon.reconcile.case import Case, finding_id
from rashomon.reconcile.counts.counting import CountComparison, count_strands, judged_strands, spoken
from rashomon.reconcile.counts.positions import position_of
from rashomon.reconcile.ladder.climb import independent
from rashomon.reconcile.questions.ask import BESIDE, EVENT, PART, UNSURE, Asked


def across_scopes(case: Case, questions: Sequence[Asked]) -> list[Finding]:
    """Return a finding for each part that a reader might set against another root's whole, and why the two are not compared."""
    wholes = {
        (case.orders.measure(q.question.measure or ""), q.group): q for q in questions if q.question.scope == EVENT
    }
    parts = [q for q in questions if q.question.scope.startswith(PART)]
    pairs = [(part, wholes.get((case.orders.measure(part.question.measure or ""), part.group))) for part in parts]
    found = [not_comparable(case, part, whole) for part, whole in pairs if whole is not None]
    return [finding for finding in found if finding is not None]


def not_comparable(case: Case, part: Asked, whole: Asked) -> Finding | None:
    """Return the finding on a part beside another root's whole; None where one root gives both, or one says nothing."""
    compare = CountComparison.of(case.orders.measure(part.question.measure or ""), case.orders)
    inner, outer = count_strands(part.answers, compare), count_strands(whole.answers, compare)
    others = [strand for strand in outer if strand.root.house not in {one.root.house for one in inner}]
    if not inner or not others:
        return None
    question = replace(
        part.question, scope=f"{part.question.scope}, beside the whole",
        label=f"{part.question.label} beside {whole.question.label}",
    )  # fmt: skip
    name = part.question.scope.removeprefix(PART)
    some = "a part" if name == inner[0].root.label else f"a part ({name})"
    why = (
        f"{inner[0].root.name} counts {spoken(inner[0].latest.said)} of {some}, {others[0].root.name} "
        f"{spoken(others[0].latest.said)} of the whole event: a part and a whole are not compared."
    )
    strands = [*inner, *others]
    positions = tuple(position_of(strand) for strand in strands)
    return Finding(
        finding_id(case.event, question),
        question,
        Verdict.NOT_COMPARABLE,
        positions,
        independent(judged_strands(strands, compare), compare),
        why,
    )


def beside_words(asked: Asked) -> str:
    """Return why a figure stands beside its report's figure of the event."""
    if asked.question.scope.startswith(UNSURE):
        return " The reader is not sure of it, and is sure of another figure on the same word, so this one is not compared."
    if not asked.question.scope.startswith(BESIDE):
        return ""
    return " Its report leads with another figure of the event, so this one is taken for a part, or for another matter, and not compared."
