"""Numbers that differ because they are of different places."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import asin, cos, radians, sin, sqrt

from rashomon.lexicon.placekeys import place_key, sound_key
from rashomon.model import Place, Precision, Quantity
from rashomon.reconcile.counting import CountComparison, spoken
from rashomon.reconcile.intervals import Relation, relation
from rashomon.reconcile.ladder import explained, voices_of
from rashomon.reconcile.series import Point, Strand

FAR = 25.0
"""Two places further apart than so many kilometres are two places, whatever contains them."""
SHARP = frozenset({Precision.EXACT})
"""How exactly a place must be known to tell it from another."""


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


def apart(first: Sequence[Place], second: Sequence[Place]) -> bool:
    """Say whether two sets of places have nothing to do with each other; an empty one tells nothing."""
    return bool(first) and bool(second) and all(differ(a, b) for a in first for b in second)


def differ(first: Place, second: Place) -> bool:
    """Say whether two places are surely two: other names, and far from each other, or both parts of one town."""
    if place_key(first.name) == place_key(second.name) or sound_key(first.name) == sound_key(second.name):
        return False
    if first.id and first.id == second.id:
        return False
    inside = first.level in {"neighbourhood", "district", "camp"} and first.level == second.level
    far = kilometres(first, second)
    return inside or (far is not None and far > FAR)


def kilometres(first: Place, second: Place) -> float | None:
    """Return how far two places lie apart on the ground; None where one of them is not located."""
    if first.lat is None or first.lon is None or second.lat is None or second.lon is None:
        return None
    lat1, lon1, lat2, lon2 = map(radians, (first.lat, first.lon, second.lat, second.lon))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(half))


def listed(places: Sequence[Place]) -> str:
    """Return the names of some places as a list in a sentence."""
    names = list(dict.fromkeys(place.name for place in places))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
