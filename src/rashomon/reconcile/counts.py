"""The findings on counts: positions, verdict, estimates, and what stays open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from rashomon.model import TOTAL, Finding, Position, Quantity, Question, SeriesPoint, Value, Verdict
from rashomon.reconcile.case import Answer, Case, finding_id
from rashomon.reconcile.counting import CountComparison, count_strands, denials, judged_strands, spoken, value_of
from rashomon.reconcile.estimates import estimates, weighing
from rashomon.reconcile.intervals import Relation, floor_of, relation, total_of, written
from rashomon.reconcile.ladder import climb, independent
from rashomon.reconcile.openpoints import open_points
from rashomon.reconcile.places import other_places
from rashomon.reconcile.questions import BESIDE, EVENT, PART, Asked, count_questions, group_id
from rashomon.reconcile.said import answered
from rashomon.reconcile.series import Point, Strand, claim_ids, merge_equal, report_ids
from rashomon.reconcile.sums import Breakdown, derived_sums, lone_counts, said
from rashomon.reconcile.within import inside_reports


def count_findings(case: Case) -> list[Finding]:
    """Return the findings on counts, each question once, sums of parts beside the stated totals."""
    questions = count_questions(case)
    whole = [a for asked in questions if asked.question.scope == EVENT for a in asked.answers]
    sums = derived_sums(case, whole)
    summed = {one.measure for one in sums} | told_totals(case, questions)
    sums += [one for one in lone_counts(case, whole) if one.measure not in summed]
    stated = {(case.orders.measure(q.question.measure or ""), group_of(q), q.question.scope) for q in questions}
    bare = {one.measure for one in sums if (one.measure, TOTAL.id, EVENT) not in stated}
    questions += [Asked(Question("count", f"{m}, total", measure=m, group=TOTAL), ()) for m in sorted(bare)]
    found = [count_finding(case, asked, sums) for asked in questions]
    return [*(finding for finding in found if finding is not None), *across_scopes(case, questions)]


def told_totals(case: Case, questions: Sequence[Asked]) -> set[str]:
    """Return the measures whose total somebody states to be more than nobody."""
    return {
        case.orders.measure(q.question.measure or "")
        for q in questions if group_of(q) == TOTAL.id and q.question.scope == EVENT
        for a in q.answers if (quantity := answered(a)) and quantity.high != 0
    }  # fmt: skip


def group_of(asked: Asked) -> str:
    """Return the id of the group a question asks for."""
    return (asked.question.group or TOTAL).id


def count_finding(case: Case, asked: Asked, sums: Sequence[Breakdown]) -> Finding | None:
    """Return the finding on one question; None where the reports say nothing on it at all."""
    measure = case.orders.measure(asked.question.measure or "")
    compare = CountComparison.of(measure, case.orders)
    whole = group_of(asked) == TOTAL.id and asked.question.scope == EVENT
    derived = [derived_point(one) for one in sums if whole and one.measure == measure]
    strands = count_strands(asked.answers, compare)
    added = count_strands(asked.additions, compare)
    judged = judged_strands(strands or added, compare)
    positions = [*(position_of(strand, added) for strand in strands), *(derived_position(point) for point in derived)]
    if not strands:
        positions += [addition_position(strand) for strand in added]
    if not positions:
        return None
    verdict, why = weigh(judged, derived, compare, denials(asked.answers, strands))
    told = judged if strands else derived_strands(derived)
    numbers = estimates(weighing(told, compare, case.policies, derived[-1] if derived else None))
    return Finding(
        finding_id(case.event, asked.question), asked.question, verdict, tuple(positions),
        independent([*(judged or derived_strands(derived)), *floors(judged, derived)]),
        f"{why}{beside_words(asked)}{dropped_words(strands)}{sum_words(strands, derived)}{inside_reports(judged, compare)}", numbers,
        open_points(asked, strands, verdict, case),
    )  # fmt: skip


def across_scopes(case: Case, questions: Sequence[Asked]) -> list[Finding]:
    """Return a finding for each part that a reader might set against another root's whole, and why the two are not compared."""
    wholes = {(case.orders.measure(q.question.measure or ""), group_of(q)): q for q in questions if q.question.scope == EVENT}
    parts = [q for q in questions if q.question.scope.startswith(PART)]
    pairs = [(part, wholes.get((case.orders.measure(part.question.measure or ""), group_of(part)))) for part in parts]
    found = [not_comparable(case, part, whole) for part, whole in pairs if whole is not None]
    return [finding for finding in found if finding is not None]


def not_comparable(case: Case, part: Asked, whole: Asked) -> Finding | None:
    """Return the finding on a part beside another root's whole; None where one root gives both, or one says nothing."""
    compare = CountComparison.of(case.orders.measure(part.question.measure or ""), case.orders)
    inner, outer = count_strands(part.answers, compare), count_strands(whole.answers, compare)
    others = [strand for strand in outer if strand.root.key not in {one.root.key for one in inner}]
    if not inner or not others:
        return None
    question = replace(
        part.question, scope=f"{part.question.scope}, beside the whole",
        label=f"{part.question.label} beside {whole.question.label}",
    )  # fmt: skip
    why = (
        f"{inner[0].root.name} counts {spoken(inner[0].latest.said)} of a {part.question.scope}, {others[0].root.name} "
        f"{spoken(others[0].latest.said)} of the whole event: a part and a whole are not compared."
    )
    strands = [*inner, *others]
    positions = tuple(position_of(strand) for strand in strands)
    return Finding(
        finding_id(case.event, question), question, Verdict.NOT_COMPARABLE, positions, independent(judged_strands(strands, compare)), why
    )


def beside_words(asked: Asked) -> str:
    """Return why a figure stands beside its report's figure of the event."""
    if not asked.question.scope.startswith(BESIDE):
        return ""
    return " Its report leads with another figure of the event, so this one is taken for a part, or for another matter, and not compared."


def weigh(
    strands: Sequence[Strand[Quantity]],
    derived: Sequence[Point[Quantity]],
    compare: CountComparison,
    denied: Sequence[tuple[Answer, Strand[Quantity]]],
) -> tuple[Verdict, str]:
    """Return the verdict on the stated figures; a sum alone is its root's, and a figure that another root denies is disputed."""
    if denied:
        words = "; ".join(
            f"{a.root.name} denies {spoken(s.latest.said)}, which {s.root.name} states" for a, s in denied
        )
        return Verdict.DISPUTED, f"{words}."
    judged = [*strands, *floors(strands, derived)] if strands else derived_strands(derived)
    verdict, why = climb(judged, compare)
    elsewhere = other_places(strands, compare) if strands and verdict is Verdict.DISPUTED else None
    return (Verdict.NOT_COMPARABLE, elsewhere) if elsewhere else (verdict, why)


def floors(strands: Sequence[Strand[Quantity]], derived: Sequence[Point[Quantity]]) -> list[Strand[Quantity]]:
    """Return the sums that contradict a stated "nobody"; beside any other total a sum is shown and judges nothing."""
    stating = {strand.root.key for strand in strands}
    least = [
        Strand(
            one.root,
            tuple(as_floor(point) for point in one.points),
        )
        for one in derived_strands(derived)
        if one.root.key not in stating
    ]
    return [one for one in least if any(s.latest.said.high == 0 for s in strands) and floor_of(one.latest.said)]


def as_floor(point: Point[Quantity]) -> Point[Quantity]:
    """Return a derived total as the least that it means."""
    return replace(point, said=Quantity.at_least(floor_of(point.said), words=point.said.words))


def derived_strands(derived: Sequence[Point[Quantity]]) -> list[Strand[Quantity]]:
    """Return the derived totals as strands, one a voice; counts of single groups that differ are the least that each means."""
    keys = sorted({point.answers[0].voice for point in derived})
    grouped = [tuple(p for p in derived if p.answers[0].voice == key) for key in keys]
    merged = [merge_equal(points, lambda a, b: a.same_bounds(b)) for points in grouped]
    lasts = [points[-1] for points in merged]
    lone = len({group_id(point.answers[0].claim) for point in lasts if len(point.answers) == 1}) > 1
    if lone and any(relation(a.said, b.said) is Relation.APART for a, b in combinations(lasts, 2)):
        merged = [tuple(as_floor(point) for point in points) for points in merged]
    return [Strand(points[-1].answers[-1].leans or points[-1].answers[-1].root, points) for points in merged]


def derived_point(one: Breakdown) -> Point[Quantity]:
    """Return a sum of parts as a point of its root."""
    moment = max((part.moment for part in one.parts), key=lambda m: m.rank)
    return Point(total_of(said(part) for part in one.parts), moment, one.parts)


def derived_position(point: Point[Quantity]) -> Position:
    """Return a sum as a position that nobody took, marked as derived."""
    root = point.answers[0].root
    return Position(
        value_of(point.said), root.shown, claim_ids(point.answers), report_ids(point.answers), point.moment.as_of,
        root_kind=root.kind.value, party=root.party, derived=True,
    )  # fmt: skip


def position_of(strand: Strand[Quantity], added: Sequence[Strand[Quantity]] = ()) -> Position:
    """Return a strand as a position: its last figure, and the series where there was more than one."""
    more = [point for one in added if one.root.key == strand.root.key for point in one.points]
    points = [*strand.points, *more]
    series = [series_point(p, "+" if p in more else "") for p in sorted(points, key=lambda p: p.moment.rank)]
    answers: list[Answer] = [a for point in points for a in point.answers]
    return Position(
        value_of(strand.latest.said), strand.root.shown, claim_ids(answers), report_ids(answers), strand.latest.moment.as_of,
        root_kind=strand.root.kind.value, party=strand.root.party,
        likely_root=strand.rests_on.label if strand.rests_on else None,
        series=tuple(series) if len(series) > 1 else (),
    )  # fmt: skip


def addition_position(strand: Strand[Quantity]) -> Position:
    """Return a root's "another five" where it gives no number that they add to."""
    position = position_of(strand)
    return replace(position, value=Value(f"+{position.value.label}", position.value.low, position.value.high))


def series_point(point: Point[Quantity], sign: str) -> SeriesPoint:
    """Return a point of a series; an increment is marked with a plus."""
    value = value_of(point.said)
    shown = Value(f"{sign}{value.label}", value.low, value.high)
    return SeriesPoint(shown, point.moment.as_of, claim_ids(point.answers), report_ids(point.answers))


def dropped_words(strands: Sequence[Strand[Quantity]]) -> str:
    """Return a sentence for each figure whose attribution was likely dropped."""
    return "".join(
        f" {spoken(s.latest.said)} in {s.points[0].answers[0].report.name} is likely the figure of {s.rests_on.name}, with the attribution dropped."
        for s in strands if s.rests_on
    )  # fmt: skip


def sum_words(strands: Sequence[Strand[Quantity]], derived: Sequence[Point[Quantity]]) -> str:
    """Return a sentence for each derived total, and which stated figures it fits."""
    words = ""
    for point in derived:
        fits = [s for s in strands if relation(s.latest.said, point.said) is not Relation.APART]
        who = f" It fits {' and '.join(spoken(s.latest.said) for s in fits)}." if fits else ""
        words += f" {summed(point)}, a total that it does not state.{who}"
    return words


def summed(point: Point[Quantity]) -> str:
    """Return what a derived total comes from."""
    root = point.answers[0].root.name
    if len(point.answers) == 1:
        return f"What {root} counts ({point.said.words} {(point.answers[0].claim.group or TOTAL).label}) makes {written(point.said)} in all"
    return f"The parts that {root} gives ({point.said.words}) add up to {written(point.said)}"
