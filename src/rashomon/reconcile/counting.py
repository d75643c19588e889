"""Counts of one question as strands, and how two of them compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from rashomon.lexicon.orders import Orders
from rashomon.model import Polarity, Quantity, Value, ZoneKind
from rashomon.reconcile.case import Answer
from rashomon.reconcile.dropped import mark_dropped, quantity_of, settle_summaries
from rashomon.reconcile.intervals import Relation, ceiling_of, floor_of, relation, sharpest, stated, written
from rashomon.reconcile.series import Point, Strand, by_root, merge_equal

NONE_AT_ALL = Quantity(0, 0, "none", "none (denied)")
"""What a denial without a number says."""


@dataclass(frozen=True, slots=True)
class CountComparison:
    """Compare the intervals of one measure; ``grows`` and ``moves`` tell what a later number may be."""

    grows: bool
    moves: bool

    @classmethod
    def of(cls, measure: str, orders: Orders) -> CountComparison:
        """Return the comparison for a measure: the dead only grow, those at large come and go."""
        return cls(orders.grows(measure), orders.moves(measure))

    def relation(self, first: Quantity, second: Quantity) -> Relation:
        """Return how two intervals stand."""
        return relation(first, second)

    def follows(self, earlier: Quantity, later: Quantity) -> bool:
        """Say whether the later number may be the earlier one grown, or changed where the measure rises and falls."""
        return self.moves or (self.grows and floor_of(later) >= floor_of(earlier))

    def words(self, said: Quantity) -> str:
        """Return the number as it was written, with its bounds where the words are vague."""
        return spoken(said)


def spoken(said: Quantity) -> str:
    """Return a number's own words, with the bounds where they add something: "dozens (24 to 99)"."""
    bounds = written(said)
    return (
        bounds if not said.words or said.is_exact or said.words.casefold() == bounds else f"“{said.words}” ({bounds})"
    )


def value_of(said: Quantity) -> Value:
    """Return a count as a position's value."""
    return Value(said.words or written(said), said.low, said.high)


def answered(answer: Answer) -> Quantity | None:
    """Return the interval an answer gives; no bound is no answer.

    A denial without a number, or of none, says that there was nobody; a denial of a number says only that it is wrong.
    """
    quantity = answer.claim.quantity
    if answer.claim.polarity is Polarity.DENIED:
        return None if denied(answer) else NONE_AT_ALL
    if answer.claim.polarity is Polarity.UNKNOWN or quantity is None or not stated(quantity):
        return None
    return quantity


def denied(answer: Answer) -> Quantity | None:
    """Return the number that an answer says is wrong: 11 of "the toll is not 11"."""
    quantity = answer.claim.quantity
    if answer.claim.polarity is not Polarity.DENIED or quantity is None or not ceiling_of(quantity):
        return None
    return quantity


def denials(answers: Sequence[Answer], strands: Sequence[Strand[Quantity]]) -> list[tuple[Answer, Strand[Quantity]]]:
    """Return each denial of the very number that another root holds to, with that root's strand."""
    return [
        (answer, strand)
        for answer in answers
        for strand in strands
        if (wrong := denied(answer)) is not None
        and strand.root.key != answer.root.key
        and relation(strand.latest.said, wrong) is Relation.SAME
    ]


def count_strands(answers: Sequence[Answer], compare: CountComparison) -> list[Strand[Quantity]]:
    """Return each root's series of the answers that state something, dropped attributions marked."""
    telling = settle_summaries([answer for answer in answers if answered(answer) is not None])
    strands = [strand_of(group, compare) for _, group in by_root(telling)]
    return mark_dropped(sorted(strands, key=lambda s: (s.points[0].moment.rank, s.root.key)))


def strand_of(answers: Sequence[Answer], compare: CountComparison) -> Strand[Quantity]:
    """Return one root's points in order of time; a number repeated in a report counts once."""
    ordered = sorted(answers, key=lambda answer: answer.rank)
    points: list[Point[Quantity]] = []
    for _, group in groupby(ordered, key=lambda answer: (answer.moment.rank[:2], answer.report.id)):
        points += points_within(list(group), compare)
    points.sort(key=lambda p: (p.moment.rank[:2], *(sort_value(p, compare)), p.moment.rank, p.answers[0].report.id))
    last = points[-1].answers[-1].root
    return Strand(last, merge_equal(points, lambda a, b: a.same_bounds(b)))


def sort_value(point: Point[Quantity], compare: CountComparison) -> tuple[object, ...]:
    """Order the points of one day: by what they speak of, then, where nothing tells, as the measure grows."""
    return (point.moment.rank[2], floor_of(point.said) if compare.grows else 0)


def points_within(answers: Sequence[Answer], compare: CountComparison) -> list[Point[Quantity]]:
    """Return what one report has on one root's word: figures that admit each other are one, the narrowest of them.

    Figures that add up to another one ("four there and six here", "ten") are told by it already.
    """
    points: list[Point[Quantity]] = []
    for answer in sorted(answers, key=lambda a: (a.claim.zone is ZoneKind.HEADLINE, a.claim.span)):
        add_figure(points, answer, compare)
    top = max(points, key=lambda point: floor_of(point.said))
    rest = [point for point in points if point is not top]
    if len(rest) > 1 and compare.grows and sum(floor_of(point.said) for point in rest) == floor_of(top.said):
        return [Point(top.said, top.moment, tuple(a for point in (top, *rest) for a in point.answers))]
    return points


def add_figure(points: list[Point[Quantity]], answer: Answer, compare: CountComparison) -> None:
    """Add a figure to a report's points: to the one it admits, which keeps the narrower figure, or as a point of its own."""
    said = answered(answer) or quantity_of(answer)
    for i, point in enumerate(points):
        if compare.relation(point.said, said) is not Relation.APART:
            latest = max(point.moment, answer.moment, key=lambda moment: moment.rank)
            points[i] = Point(sharpest([point.said, said]), latest, (*point.answers, answer))
            return
    points.append(Point(said, answer.moment, (answer,)))
