"""Totals that nobody stated: sums of parts, and what a count of one group makes of the whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from rashomon.model import TOTAL, Quantity, ZoneKind
from rashomon.reconcile.case import Answer
from rashomon.reconcile.counts.counting import spoken
from rashomon.reconcile.counts.intervals import Relation, ceiling_of, floor_of, relation, total_of, written
from rashomon.reconcile.counts.sums import Breakdown, said
from rashomon.reconcile.ladder.climb import joined
from rashomon.reconcile.ladder.series import Point, Strand, merge_equal
from rashomon.reconcile.questions.parts import group_id
from rashomon.reconcile.questions.said import is_some_of_all
from rashomon.reconcile.roots.dropped import is_paper, same_number


def derived_point(one: Breakdown) -> Point[Quantity]:
    """Return a sum of parts as a point of its root."""
    moment = max((part.moment for part in one.parts), key=lambda m: m.rank)
    return Point(total_of(said(part) for part in one.parts), moment, one.parts)


def heading(answers: Sequence[Answer], derived: Sequence[Point[Quantity]]) -> tuple[Answer, ...]:
    """Return the answers, a headline's total on the word of the one root whose counts in the body make it.

    "Crash kills 24" above "22 passengers and two drivers died, the railway said" only sums up what the railway says.
    """
    return tuple(summed_below(answer, derived) if is_heading(answer) else answer for answer in answers)


def is_heading(answer: Answer) -> bool:
    """Say whether an answer is a total that a headline gives in the outlet's own voice."""
    return answer.own and answer.claim.zone is ZoneKind.HEADLINE and group_id(answer.claim) == TOTAL.id


def summed_below(answer: Answer, derived: Sequence[Point[Quantity]]) -> Answer:
    """Return a headline's total on the word of the one named root whose counts in the same report make that number."""
    below = [one.answers[0].root for one in derived if one.answers[0].report.id == answer.report.id
             and not one.answers[0].own and not one.answers[0].root.vague and same_number(said(answer), one.said)]  # fmt: skip
    named = {root.key: root for root in below}
    return replace(answer, root=next(iter(named.values())), leans=None) if len(named) == 1 else answer


def derived_strands(derived: Sequence[Point[Quantity]]) -> list[Strand[Quantity]]:
    """Return the derived totals as strands; counts of single groups that differ are the least that each means."""
    strands = as_told(derived)
    lasts = [strand.latest for strand in strands]
    lone = len({group_id(point.answers[0].claim) for point in lasts if is_lone(point)}) > 1
    if lone and any(relation(a.said, b.said) is Relation.APART for a, b in combinations(lasts, 2)):
        return [at_least(strand) for strand in strands]
    return strands


def is_lone(point: Point[Quantity]) -> bool:
    """Say whether what one group makes is the whole of a derived total, in however many reports."""
    return floor_of(point.said) == floor_of(said(point.answers[0]))


def as_told(derived: Sequence[Point[Quantity]]) -> list[Strand[Quantity]]:
    """Return the derived totals as strands, one a voice."""
    keys = sorted({point.answers[0].house for point in derived})
    grouped = [whole_ones([p for p in derived if p.answers[0].house == key]) for key in keys]
    merged = [merge_equal(of_the_largest(no_falls(points)), lambda a, b: a.same_bounds(b)) for points in grouped]
    return [Strand(points[-1].answers[-1].leans or points[-1].answers[-1].root, points) for points in merged]


def whole_ones(points: Sequence[Point[Quantity]]) -> tuple[Point[Quantity], ...]:
    """Return one voice's totals without what one group makes that it adds to others elsewhere: "two children", of "a man and two children"."""
    added = {part_of(answer) for point in points if len(point.answers) > 1 for answer in point.answers}
    return tuple(p for p in points if len(p.answers) > 1 or part_of(p.answers[0]) not in added)


def no_falls(points: Sequence[Point[Quantity]]) -> Sequence[Point[Quantity]]:
    """Return one voice's totals without what single groups make that is less than a sum it gave before: later they tell of one more or of some."""
    sums = [p for p in points if len(p.answers) > 1]
    return [p for p in points if p in sums or not any(is_less(p, one) for one in sums)]


def of_the_largest(points: Sequence[Point[Quantity]]) -> Sequence[Point[Quantity]]:
    """Return one voice's totals without what other single groups make than the one that makes most: "a child", where it counts two women."""
    if not points or any(len(point.answers) > 1 for point in points):
        return points
    most = max(points, key=lambda point: floor_of(point.said))
    return [point for point in points if group_id(point.answers[0].claim) == group_id(most.answers[0].claim)]


def is_less(point: Point[Quantity], earlier: Point[Quantity]) -> bool:
    """Say whether a total is lower than one that is surely not given after it."""
    return floor_of(point.said) < floor_of(earlier.said) and point.moment.before(earlier.moment) is not True


def part_of(answer: Answer) -> tuple[str, int | None, int | None]:
    """Return whom an answer counts, and how many."""
    return group_id(answer.claim), said(answer).low, said(answer).high


def told_once(derived: Sequence[Point[Quantity]]) -> list[list[Point[Quantity]]]:
    """Return the derived totals, those that one voice gives alike in several reports together."""
    found: dict[tuple[str, int | None, int | None], list[Point[Quantity]]] = {}
    for point in derived:
        found.setdefault((point.answers[0].voice, point.said.low, point.said.high), []).append(point)
    return list(found.values())


def as_floor(point: Point[Quantity]) -> Point[Quantity]:
    """Return a derived total as the least that it means."""
    return replace(point, said=Quantity.at_least(floor_of(point.said), words=point.said.words))


def joining(strands: Sequence[Strand[Quantity]], derived: Sequence[Point[Quantity]]) -> list[Strand[Quantity]]:
    """Return the derived totals that have a say beside stated ones: of roots that state no total, where they tell something.

    "Two men were killed, the councillor said" bears out the two dead of the police, and a headline's "three women killed"
    stands for itself; so does "a civilian was hurt, residents said", where they count no others and it fits the stated totals.
    Any other sum may lack a part: it is the least that its root means, and speaks only against totals that are lower.
    """
    stating = {strand.root.house for strand in strands}
    weighed = [weighed_against(strands, one) for one in as_told(derived) if one.root.house not in stating]
    return [one for one in weighed if one is not None]


def weighed_against(strands: Sequence[Strand[Quantity]], one: Strand[Quantity]) -> Strand[Quantity] | None:
    """Return a derived total as it counts beside the stated ones; None where it tells nothing."""
    said, answers = one.latest.said, one.latest.answers
    borne_out = any(relation(s.latest.said, said) is Relation.SAME for s in strands)
    if borne_out and (not is_of_one_group(answers) or not (one.root.vague or one.root.spoken)):
        return one
    if any(s.latest.said.high == 0 for s in strands) and floor_of(said):
        return at_least(one)
    if {a.report.id for s in strands for a in s.answers} & {a.report.id for a in one.answers}:
        return None
    closed = all(s.latest.said.high is not None or all(map(is_some_of_all, s.latest.answers)) for s in strands)
    if closed and all(floor_of(said) > ceiling_of(s.latest.said) for s in strands):
        return at_least(one)
    if all(answer.claim.zone is ZoneKind.HEADLINE for answer in answers):
        return one
    fits = all(relation(s.latest.said, said) is not Relation.APART for s in strands)
    named = not (one.root.vague or is_paper(one.root))
    return one if fits and named and is_of_one_group(answers) else None


def is_of_one_group(answers: Sequence[Answer]) -> bool:
    """Say whether some answers are one count in each of their reports, and no sum of several."""
    return len(answers) == len({answer.report.id for answer in answers})


def at_least(one: Strand[Quantity]) -> Strand[Quantity]:
    """Return a strand of derived totals as the least that each means."""
    return Strand(one.root, tuple(as_floor(point) for point in one.points))


def sum_words(strands: Sequence[Strand[Quantity]], derived: Sequence[Point[Quantity]]) -> str:
    """Return a sentence for each derived total, and which stated figures it fits."""
    words = ""
    for point, *_ in told_once(derived):
        fits = [s for s in strands if relation(s.latest.said, point.said) is not Relation.APART]
        stated = list(dict.fromkeys(spoken(s.latest.said) for s in fits))
        who = f" It fits {joined(stated)}." if stated else ""
        words += f" {summed(point)}, a total that it does not state.{who}"
    return words


def summed(point: Point[Quantity]) -> str:
    """Return what a derived total comes from."""
    root = point.answers[0].root.name
    if len(point.answers) == 1:
        return f"What {root} counts ({(point.answers[0].claim.group or TOTAL).label}: {point.said.words}) makes {written(point.said)} in all"
    return f"The parts that {root} gives ({point.said.words}) add up to {written(point.said)}"
