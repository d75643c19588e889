"""Counts of one question as strands, and how two of them compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from rashomon.lexicon.orders import Orders
from rashomon.lexicon.placekeys import place_key
from rashomon.model import Quantity, Value, ZoneKind
from rashomon.reconcile.case import Answer
from rashomon.reconcile.counts.intervals import Relation, floor_of, relation, sharpest, total_of, written
from rashomon.reconcile.ladder.houses import by_house, stand_apart
from rashomon.reconcile.ladder.series import Point, Strand, by_root, merge_equal
from rashomon.reconcile.questions.leading import says
from rashomon.reconcile.questions.said import NAMED, answered, denied
from rashomon.reconcile.roots.dropped import mark_dropped, mark_leaning, quantity_of, same_number, settle_summaries


@dataclass(frozen=True, slots=True)
class CountComparison:
    """Compare the intervals of one measure; ``grows`` and ``moves`` tell what a later number may be.

    ``first_counts`` and ``grown`` are words that give a number as a first count, or as one that has grown.
    """

    grows: bool
    moves: bool
    first_counts: tuple[str, ...] = ()
    grown: tuple[str, ...] = ()

    @classmethod
    def of(cls, measure: str, orders: Orders) -> CountComparison:
        """Return the comparison for a measure: the dead only grow, those at large come and go."""
        return cls(orders.grows(measure), orders.moves(measure), orders.provisional, orders.risen)

    def relation(self, first: Quantity, second: Quantity) -> Relation:
        """Return how two intervals stand."""
        return relation(first, second)

    def follows(self, earlier: Quantity, later: Quantity) -> bool:
        """Say whether the later number may be the earlier one grown, or changed where the measure rises and falls."""
        return self.moves or (self.grows and floor_of(later) >= floor_of(earlier))

    def restates(self, first: Quantity, second: Quantity) -> bool:
        """Say whether both are one number, whatever the hedge ("ten", "at least ten"), or one of two that admit each other is none ("many")."""
        vague = (first.vague or second.vague) and relation(first, second) is not Relation.APART
        return vague or same_number(first, second)

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
    marked = mark_dropped(sorted(strands, key=lambda s: (s.points[0].moment.rank, s.root.key)))
    return stand_apart([mark_leaning(strand, telling) for strand in marked], compare)


def judged_strands(strands: Sequence[Strand[Quantity]], compare: CountComparison) -> list[Strand[Quantity]]:
    """Return one strand a voice: the figures of a root, or of a house, with those that lean on it set among them in order of time."""
    keys = sorted({(strand.rests_on or strand.root).key for strand in strands})
    voices = [voice_of([s for s in strands if (s.rests_on or s.root).key == key], compare) for key in keys]
    return by_house(voices, lambda answers: strand_of(answers, compare))


def voice_of(strands: Sequence[Strand[Quantity]], compare: CountComparison) -> Strand[Quantity]:
    """Return the strands of one voice as one; a repeat of the root's own figure makes it no newer, but may make it older."""
    own = [strand for strand in strands if strand.rests_on is None]
    leaning = [strand for strand in strands if strand.rests_on is not None]
    root = own[0].root if own else leaning[0].rests_on or leaning[0].root
    stated = [point for strand in own for point in strand.points]
    repeats: list[Point[Quantity]] = []
    news: list[Point[Quantity]] = []
    for point in (point for strand in leaning for point in strand.points):
        same = any(same_number(point.said, other.said) for other in stated)
        (repeats if same else news).append(point)
    answers = [answer for point in (*stated, *news) for answer in point.answers]
    whole = own[0] if own and not news else strand_of(answers, compare)
    return Strand(root, tuple(since_first(point, repeats) for point in whole.points))


def since_first(point: Point[Quantity], repeats: Sequence[Point[Quantity]]) -> Point[Quantity]:
    """Return a point, said first when any of its repeats said it."""
    moments = [other.first for other in repeats if same_number(other.said, point.said)]
    return replace(point, since=min([point.first, *moments], key=lambda moment: moment.rank))


def strand_of(answers: Sequence[Answer], compare: CountComparison) -> Strand[Quantity]:
    """Return one root's points in order of time; a number repeated in a report counts once."""
    ordered = sorted(answers, key=lambda answer: answer.rank)
    points: list[Point[Quantity]] = []
    for _, group in groupby(ordered, key=lambda answer: (answer.moment.rank[:2], answer.report.id)):
        points += points_within(list(group), compare)
    points.sort(key=lambda p: (p.moment.rank[:2], *(sort_value(p, compare)), p.moment.rank, p.answers[0].report.id))
    last = points[-1].answers[-1].root
    merged = merge_equal(points, lambda a, b: a.same_bounds(b))
    return Strand(last, tuple(with_growth(point, compare) for point in merged))


def with_growth(point: Point[Quantity], compare: CountComparison) -> Point[Quantity]:
    """Return a point, marked where the words around it give it as a first count or as one that has grown."""
    grown = compare.grows and any(says(answer, compare.grown) for answer in point.answers)
    return replace(point, provisional=is_first_count(point, compare), risen=grown)


def is_first_count(point: Point[Quantity], compare: CountComparison) -> bool:
    """Say whether a growing number was given as a first count, by each report that gave it."""
    first = {answer.report.id for answer in point.answers if says(answer, compare.first_counts)}
    return compare.grows and first == {answer.report.id for answer in point.answers}


def sort_value(point: Point[Quantity], compare: CountComparison) -> tuple[object, ...]:
    """Order the points of one day: by what they speak of, then, where nothing tells, as the measure grows."""
    return (point.moment.rank[2], floor_of(point.said) if compare.grows else 0)


def points_within(answers: Sequence[Answer], compare: CountComparison) -> list[Point[Quantity]]:
    """Return what one report has on one root's word: figures that admit each other are one, the narrowest of them.

    Figures that add up to another one ("four there and six here", "ten") are told by it already.
    """
    points: list[Point[Quantity]] = named_one_by_one(answers)
    if points:
        return points
    for answer in sorted(answers, key=lambda a: (a.claim.zone is ZoneKind.HEADLINE, a.claim.span)):
        add_figure(points, answer, compare)
    top = max(points, key=lambda point: floor_of(point.said))
    rest = [point for point in points if point is not top]
    if len(rest) > 1 and compare.grows and sum(floor_of(point.said) for point in rest) == floor_of(top.said):
        return [Point(top.said, top.moment, tuple(a for point in (top, *rest) for a in point.answers))]
    return points


def named_one_by_one(answers: Sequence[Answer]) -> list[Point[Quantity]]:
    """Return the one figure of a report that numbers nobody and names several people, each with a claim of their own: all of them."""
    told = {place_key(said.words): said for a in answers if (said := answered(a)) and said.hedge == NAMED}
    apart = [key for key in told if not any(key != other and set(key.split()) <= set(other.split()) for other in told)]
    if len(apart) < 2 or any((answered(a) or quantity_of(a)).hedge != NAMED for a in answers):
        return []
    latest = max((answer.moment for answer in answers), key=lambda moment: moment.rank)
    return [Point(total_of(told[key] for key in apart), latest, tuple(answers))]


def add_figure(points: list[Point[Quantity]], answer: Answer, compare: CountComparison) -> None:
    """Add a figure to a report's points: to the one it admits, which keeps the narrower figure, or as a point of its own."""
    said = answered(answer) or quantity_of(answer)
    for i, point in enumerate(points):
        if compare.relation(point.said, said) is not Relation.APART:
            latest = max(point.moment, answer.moment, key=lambda moment: moment.rank)
            points[i] = Point(meant(point.said, said), latest, (*point.answers, answer))
            return
    points.append(Point(said, answer.moment, (answer,)))


def meant(first: Quantity, second: Quantity) -> Quantity:
    """Return what a root means by two figures that admit each other: the narrower one.

    Of "at least four" and "the four" it is "at least four": what follows takes the number up and drops the hedge.
    """
    hedged = [one for one in (first, second) if one.high is None]
    if len(hedged) == 1 and floor_of(first) == floor_of(second):
        return hedged[0]
    return sharpest([first, second])
