"""Totals that nobody stated: sums of parts, and what a count of one group makes of the whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from rashomon.model import TOTAL, Quantity, ZoneKind
from rashomon.reconcile.case import Answer
from rashomon.reconcile.counting import spoken
from rashomon.reconcile.intervals import Relation, ceiling_of, floor_of, relation, total_of, written
from rashomon.reconcile.questions import group_id
from rashomon.reconcile.series import Point, Strand, merge_equal
from rashomon.reconcile.sums import Breakdown, said


def derived_point(one: Breakdown) -> Point[Quantity]:
    """Return a sum of parts as a point of its root."""
    moment = max((part.moment for part in one.parts), key=lambda m: m.rank)
    return Point(total_of(said(part) for part in one.parts), moment, one.parts)


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


def as_floor(point: Point[Quantity]) -> Point[Quantity]:
    """Return a derived total as the least that it means."""
    return replace(point, said=Quantity.at_least(floor_of(point.said), words=point.said.words))


def joining(
    strands: Sequence[Strand[Quantity]], derived: Sequence[Point[Quantity]]
) -> list[Strand[Quantity]]:
    """Return the derived totals that have a say beside stated ones, each of a root that states no total itself.

    "Two men were killed, the councillor said" bears out the two dead of the police. A sum that differs from what others
    state may lack a part, and says nothing; but any dead at all contradict a stated "nobody".
    """
    stating = {strand.root.key for strand in strands}
    told = {answer.report.id for strand in strands for answer in strand.answers}
    found = []
    for one in derived_strands(derived):
        said_so = any(relation(s.latest.said, one.latest.said) is Relation.SAME for s in strands)
        if one.root.key in stating:
            continue
        if said_so and not (one.root.vague or one.root.spoken):
            found.append(one)
        elif any(s.latest.said.high == 0 for s in strands) and floor_of(one.latest.said) or not told & {a.report.id for a in one.answers} and all(floor_of(one.latest.said) > ceiling_of(s.latest.said) and s.latest.said.high is not None for s in strands):
            found.append(Strand(one.root, tuple(as_floor(point) for point in one.points)))
        elif not told & {a.report.id for a in one.answers} and all(leads(a) for a in one.latest.answers):
            found.append(one)
    return found


def leads(answer: Answer) -> bool:
    return answer.claim.zone is ZoneKind.HEADLINE


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
