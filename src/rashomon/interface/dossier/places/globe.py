"""Circles, distances and directions on the globe."""

from __future__ import annotations

import math

from rashomon.interface.dossier.places.frame import EARTH_KM, Degrees, turned
from rashomon.lexicon.ownplaces import distance_km

HIGHEST = 89.9999
"""At a pole itself every direction is the same; a few metres beside it they are not."""
WINDS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")


def around(middle: Degrees, km: float, corners: int) -> list[Degrees]:
    """Return a circle of a radius in kilometres on the ground, clockwise from the north, not closed."""
    return [beyond(middle, km, 360 * corner / corners) for corner in range(corners)]


def beyond(start: Degrees, km: float, bearing: float) -> Degrees:
    """Return the point at a distance from another in a direction (degrees clockwise from the north)."""
    phi = math.radians(max(-HIGHEST, min(HIGHEST, start[0])))
    angle, turn = km / EARTH_KM, math.radians(bearing)
    sine = math.sin(phi) * math.cos(angle) + math.cos(phi) * math.sin(angle) * math.cos(turn)
    east = math.sin(turn) * math.sin(angle) * math.cos(phi)
    lon = start[1] + math.degrees(math.atan2(east, math.cos(angle) - math.sin(phi) * sine))
    return math.degrees(math.asin(max(-1.0, min(1.0, sine)))), turned(lon)


def away(start: Degrees, end: Degrees) -> str:
    """Return where one point lies from another.

    >>> away((2.04, 45.34), (4.74, 45.2))
    '300 km north'
    """
    km = distance_km(*start, *end)
    return f"{km_words(km)} {WINDS[round(bearing(start, end) / 45) % 8]}" if km >= 1 else "at the same point"


def bearing(start: Degrees, end: Degrees) -> float:
    """Return the direction in which the shortest way to another point begins, in degrees clockwise from the north."""
    one, two, turn = math.radians(start[0]), math.radians(end[0]), math.radians(end[1] - start[1])
    north = math.cos(one) * math.sin(two) - math.sin(one) * math.cos(two) * math.cos(turn)
    return math.degrees(math.atan2(math.sin(turn) * math.cos(two), north)) % 360


def km_words(km: float) -> str:
    """Return a distance to two figures: ``1 km``, ``47 km``, ``2,600 km``."""
    whole = round(km)
    digits = len(str(whole)) - 2
    return f"{round(whole, -digits) if digits > 0 else whole:,} km"
