"""Numbers that differ because they are of different places."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from rashomon.model import Place, Quantity
from rashomon.reconcile.counts.counting import CountComparison, spoken
from rashomon.reconcile.counts.intervals import Relation, relation
from rashomon.reconcile.ladder.climb import explained, voices_of
from rashomon.reconcile.ladder.series import Point, Strand
from rashomon.reconcile.questions.apart import SHARP, apart


def other_places(strands: Sequence[Strand[Quantity]], compare: CountComparison) -> str | None:
    """Return why figures that exclude each other are not compared: each is of another place; None where some are of one."""
    voices = voices_of(strands, compare)
    pairs = [
        (a.latest, b.latest, a.name, b.name) for a, b in combinations(voices, 2)
        if relation(a.latest.said, b.latest.said) is Relation.APART and not explained(a, b, compare)
    ]  # fmt: skip
    if not pairs or not all(apart(places_of(a), places_of(b)) for a, b, _, _ in pairs):
        return None
    a, b, first, second = pairs[0]
    return (
        f"{first} counts {spoken(a.said)} in {listed(places_of(a))}, {second} {spoken(b.said)} in {listed(places_of(b))}: "
        "numbers of different places are not compared."
    )


def places_of(point: Point[Quantity]) -> tuple[Place, ...]:
    """Return the places that the claims of a point name exactly enough, each once, in a fixed order."""
    found = {a.claim.where for a in point.answers if a.claim.where and a.claim.where.precision in SHARP}
    return tuple(sorted(found, key=lambda place: (place.name, place.id or "")))


def listed(places: Sequence[Place]) -> str:
    """Return the names of some places as a list in a sentence."""
    names = list(dict.fromkeys(place.name for place in places))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
