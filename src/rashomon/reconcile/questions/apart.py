"""Whether two places are surely two."""

from __future__ import annotations

from collections.abc import Sequence
from math import asin, cos, radians, sin, sqrt

from rashomon.lexicon.placekeys import place_key, sound_key
from rashomon.model import Place, Precision

FAR = 25.0
"""Two places further apart than so many kilometres are two places, whatever contains them."""
LONG_WAY = 60.0
"""Settlements so many kilometres apart are not of one happening, unless a report says so."""
SETTLEMENTS = frozenset({"city", "town", "village", "camp", "neighbourhood"})
"""Levels of places that are small enough to tell one happening from another."""
SHARP = frozenset({Precision.EXACT})
"""How exactly a place must be known to tell it from another."""


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


def far_apart(first: Place, second: Place) -> bool:
    """Say whether two places are settlements, each known exactly, of one country and a long way from each other."""
    if {first.level, second.level} - SETTLEMENTS or not (first.precision.is_fine and second.precision.is_fine):
        return False
    far = kilometres(first, second)
    return first.country == second.country and far is not None and far > LONG_WAY


def near(first: Place, second: Place) -> bool:
    """Say whether a place is another one or close by."""
    far = kilometres(first, second)
    return first.id == second.id or (far is not None and far < FAR and second.level in SETTLEMENTS)


def kilometres(first: Place, second: Place) -> float | None:
    """Return how far two places lie apart on the ground; None where one of them is not located."""
    if first.lat is None or first.lon is None or second.lat is None or second.lon is None:
        return None
    lat1, lon1, lat2, lon2 = map(radians, (first.lat, first.lon, second.lat, second.lon))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(half))
