"""The findings on counts: positions, verdict, estimates, and what stays open."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model import TOTAL, ClaimKind, Finding, Quantity, Question, Verdict
from rashomon.reconcile.beside.openpoints import open_points
from rashomon.reconcile.case import Answer, Case, finding_id
from rashomon.reconcile.counts.counting import CountComparison, count_strands, denials, judged_strands, spoken
from rashomon.reconcile.counts.derived import derived_point, derived_strands, heading, joining, sum_words, told_once
from rashomon.reconcile.counts.estimates import estimates, weighing
from rashomon.reconcile.counts.positions import addition_position, derived_position, position_of
from rashomon.reconcile.counts.some import unless_disputed
from rashomon.reconcile.counts.sums import Breakdown, derived_sums, lone_counts, with_additions
from rashomon.reconcile.counts.survivors import survivors
from rashomon.reconcile.ladder.climb import climb, independent
from rashomon.reconcile.ladder.houses import house_words
from rashomon.reconcile.ladder.rungs import rungs
from rashomon.reconcile.ladder.series import Point, Strand
from rashomon.reconcile.ladder.within import inside_reports
from rashomon.reconcile.questions.ask import EVENT, Asked, count_questions
from rashomon.reconcile.questions.places import other_places
from rashomon.reconcile.questions.rest import rest_of
from rashomon.reconcile.questions.scopes import across_scopes, beside_words
from rashomon.reconcile.roots.dropped import settle_summaries


def count_findings(case: Case) -> list[Finding]:
    """Return the findings on counts, each question once, sums of parts beside the stated totals."""
    questions = count_questions(case)
    whole = [a for asked in questions if asked.question.scope == EVENT for a in settle_summaries(asked.answers)]
    whole += rest_of(case.of_kind(ClaimKind.COUNT))
    sums = derived_sums(case, whole)
    summed = {(one.measure, one.parts[0].report.id) for one in sums}
    lone = [one for one in lone_counts(case, whole) if (one.measure, one.parts[0].report.id) not in summed]
    more = [a for asked in questions if asked.question.scope == EVENT for a in settle_summaries(asked.additions)]
    sums += with_additions(case, lone, whole, more)
    sums += survivors(case, whole)
    stated = {(case.orders.measure(q.question.measure or ""), q.group, q.question.scope) for q in questions}
    bare = {one.measure for one in sums if (one.measure, TOTAL.id, EVENT) not in stated}
    questions += [Asked(Question("count", f"{m}, total", measure=m, group=TOTAL), ()) for m in sorted(bare)]
    found = [count_finding(case, asked, sums) for asked in questions]
    return [*(finding for finding in found if finding is not None), *across_scopes(case, questions)]


def count_finding(case: Case, asked: Asked, sums: Sequence[Breakdown]) -> Finding | None:
    """Return the finding on one question; None where the reports say nothing on it at all."""
    measure = case.orders.measure(asked.question.measure or "")
    compare = CountComparison.of(measure, case.orders)
    whole = asked.group == TOTAL.id and asked.question.scope == EVENT
    derived = [derived_point(one) for one in sums if whole and one.measure == measure]
    answers = heading(asked.answers, derived)
    strands = count_strands(answers, compare)
    added = count_strands(asked.additions, compare)
    judged = judged_strands(strands or (() if derived else added), compare)
    joined = joining(judged, derived) if judged else derived_strands(derived)
    derived = [point for point in derived if tells(point, joined)] if judged else derived
    positions = [*(position_of(strand, added) for strand in strands), *map(derived_position, told_once(derived))]
    if not strands and not derived:
        positions += [addition_position(strand) for strand in added]
    if not positions:
        return None
    weighed = unless_disputed([*judged, *joined], compare)
    denied = denials(answers, strands)
    verdict, why = weigh(weighed, compare, denied, case)
    told = judged if strands else derived_strands(derived)
    numbers = estimates(weighing(told, compare, case.policies, derived))
    return Finding(
        finding_id(case.event, asked.question), asked.question, verdict, tuple(positions),
        max(independent([*judged, *joined], compare), 2 if denied else 1),
        f"{why}{beside_words(asked)}{dropped_words(strands)}{house_words(strands)}{sum_words(strands, derived)}{inside_reports(judged, compare)}", numbers,
        open_points(asked, strands, verdict, case), rungs(weighed, compare, verdict, why),
    )  # fmt: skip


def tells(derived: Point[Quantity], joined: Sequence[Strand[Quantity]]) -> bool:
    """Say whether a derived total is worth showing beside stated ones: a sum of parts is, what one group makes where it counts."""
    return len(derived.answers) > 1 or any(derived.answers[0] in strand.answers for strand in joined)


def weigh(
    strands: Sequence[Strand[Quantity]],
    compare: CountComparison,
    denied: Sequence[tuple[Answer, Strand[Quantity]]],
    case: Case,
) -> tuple[Verdict, str]:
    """Return the verdict on the figures, derived ones that count among them; a figure that another root denies is disputed."""
    if denied:
        words = "; ".join(
            f"{a.root.name} denies {spoken(s.latest.said)}, which {s.root.name} states" for a, s in denied
        )
        return Verdict.DISPUTED, f"{words}."
    verdict, why = climb(strands, compare)
    elsewhere = other_places(strands, compare, case.answers) if strands and verdict is Verdict.DISPUTED else None
    return (Verdict.NOT_COMPARABLE, elsewhere) if elsewhere else (verdict, why)


def dropped_words(strands: Sequence[Strand[Quantity]]) -> str:
    """Return a sentence for each figure whose attribution was likely dropped."""
    return "".join(
        f" {spoken(s.latest.said)} in {s.points[0].answers[0].report.name} is likely the figure of {s.rests_on.name}, with the attribution dropped."
        for s in strands if s.rests_on
    )  # fmt: skip
