"""Numbers that differ because they are of different places."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from rashomon.model import Place, Quantity
from rashomon.reconcile.case import Answer
from rashomon.reconcile.counts.counting import CountComparison, spoken
from rashomon.reconcile.counts.intervals import Relation, relation
from rashomon.reconcile.ladder.climb import explained, voices_of
from rashomon.reconcile.ladder.series import Point, Strand
from rashomon.reconcile.questions.apart import SHARP, apart, differ


def other_places(strands: Sequence[Strand[Quantity]], compare: CountComparison, told: Sequence[Answer]) -> str | None:
    """Return why figures that exclude each other are not compared: each is of another place; None where some are of one.

    ``told`` are the answers of the whole event: a report that tells of both places does not set its figure in one of them.
    """
    voices = voices_of(strands, compare)
    pairs = [
        (a.latest, b.latest, a.name, b.name) for a, b in combinations(voices, 2)
        if relation(a.latest.said, b.latest.said) is Relation.APART and not explained(a, b, compare)
    ]  # fmt: skip
    if not pairs or not all(apart(places_of(a), places_of(b)) for a, b, _, _ in pairs):
        return None
    if any(are_told_apart(a, b) and (speak_of(a, b, told) or speak_of(b, a, told)) for a, b, _, _ in pairs):
        return None
    a, b, first, second = pairs[0]
    return (
        f"{first} counts {spoken(a.said)} in {listed(places_of(a))}, {second} {spoken(b.said)} in {listed(places_of(b))}: "
        "numbers of different places are not compared."
    )


def are_told_apart(first: Point[Quantity], second: Point[Quantity]) -> bool:
    """Say whether no report gives both figures; one that does tells of two places."""
    return {answer.report.id for answer in first.answers}.isdisjoint(answer.report.id for answer in second.answers)


def speak_of(point: Point[Quantity], other: Point[Quantity], told: Sequence[Answer]) -> bool:
    """Say whether a report that gives a figure tells elsewhere of something in the places of another figure."""
    reports = {answer.report.id for answer in point.answers}
    mine = [
        a.claim.where for a in told if a.report.id in reports and a.claim.where and a.claim.where.precision in SHARP
    ]
    return any(not differ(here, there) for here in mine for there in places_of(other))


def places_of(point: Point[Quantity]) -> tuple[Place, ...]:
    """Return the places that the claims of a point name exactly enough, each once, in a fixed order."""
    found = {a.claim.where for a in point.answers if a.claim.where and a.claim.where.precision in SHARP}
    return tuple(sorted(found, key=lambda place: (place.name, place.id or "")))


def listed(places: Sequence[Place]) -> str:
    """Return the names of some places as a list in a sentence."""
    names = list(dict.fromkeys(place.name for place in places))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
