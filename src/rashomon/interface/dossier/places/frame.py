"""The part of the world that a map shows, and where a point of the world lies on it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rashomon.lexicon.ownplaces import distance_km
from rashomon.lexicon.shapes.world import Box

Degrees = tuple[float, float]
"""Latitude and longitude."""
Pixels = tuple[float, float]
"""Right and down from the upper left corner."""

EARTH_KM = 6371.0
WIDEST_KM = 14_000
"""A map that would have to be wider than this shows the whole world instead."""
FARTHEST_KM = 9_000
"""Points farther from the middle than this do not lie on one side of the globe."""
WORLD = 2 * 2.70663
"""How wide the whole world is in the Equal Earth projection, in radii."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A map of ``width`` by ``height`` pixels around a point, ``scale`` pixels to a radian at its middle.

    A part of the world is drawn in the azimuthal equal-area projection, so that neither the date line nor a pole
    troubles it; the ``whole`` world in Equal Earth, with ``lon`` in the middle.
    """

    lat: float
    lon: float
    scale: float
    width: int
    height: int
    whole: bool = False

    @property
    def km(self) -> float:
        """How many kilometres a pixel in the middle is."""
        return EARTH_KM / self.scale

    @property
    def reach(self) -> float:
        """How far a corner is from the middle, in degrees; at most 180."""
        corner = math.hypot(self.width, self.height) / 2 / self.scale
        return 180.0 if self.whole or corner >= 2 else math.degrees(2 * math.asin(corner / 2))

    @property
    def projection(self) -> dict[str, Any]:
        """The same in the words of Vega-Lite."""
        common = {"scale": self.scale, "precision": 2, "translate": [self.width / 2, self.height / 2]}
        if self.whole:
            return {"type": "equalEarth", "rotate": [-self.lon, 0, 0], **common}
        clip = {"clipAngle": min(self.reach * 1.2 + 1, 179.9)}
        return {"type": "azimuthalEqualArea", "rotate": [-self.lon, -self.lat, 0], **clip, **common}

    def at(self, lat: float, lon: float) -> Pixels:
        """Return where a point lies on the map; it may lie outside."""
        x, y = equal_earth(lat, lon - self.lon) if self.whole else azimuthal((lat, lon), (self.lat, self.lon))
        return self.width / 2 + x * self.scale, self.height / 2 - y * self.scale

    def holds(self, spot: Pixels, margin: float = 0.0) -> bool:
        """Say whether a spot lies on the map, at least ``margin`` pixels from its edge."""
        return margin <= spot[0] <= self.width - margin and margin <= spot[1] <= self.height - margin

    def back(self, x: float, y: float) -> Degrees | None:
        """Return which point lies at a spot; None off the world, and anywhere on a map of the whole world."""
        if self.whole:
            return None
        return unproject((x - self.width / 2) / self.scale, (self.height / 2 - y) / self.scale, (self.lat, self.lon))

    @property
    def box(self) -> Box:
        """Bounds in degrees that hold all of the map: west, south, east, north; they may go on beyond 180."""
        reach, north, south = self.reach, self.lat + self.reach, self.lat - self.reach
        if reach >= 90 or north >= 90 or south <= -90:
            return -180.0, max(south, -90.0), 180.0, min(north, 90.0)
        side = math.degrees(math.asin(math.sin(math.radians(reach)) / math.cos(math.radians(self.lat))))
        return self.lon - side, south, self.lon + side, north


def azimuthal(point: Degrees, middle: Degrees) -> tuple[float, float]:
    """Return a point in the equal-area projection around a middle, in radii: right and up."""
    phi, phi0 = math.radians(point[0]), math.radians(middle[0])
    turn = math.radians(point[1] - middle[1])
    cosine = math.sin(phi0) * math.sin(phi) + math.cos(phi0) * math.cos(phi) * math.cos(turn)
    factor = math.sqrt(2 / max(1 + cosine, 1e-9))
    up = math.cos(phi0) * math.sin(phi) - math.sin(phi0) * math.cos(phi) * math.cos(turn)
    return factor * math.cos(phi) * math.sin(turn), factor * up


def unproject(x: float, y: float, middle: Degrees) -> Degrees | None:
    """Return the point that lies at a spot of the equal-area projection; None off the world."""
    rho = math.hypot(x, y)
    if rho >= 2:
        return None
    if rho == 0:
        return middle
    angle, phi0 = 2 * math.asin(rho / 2), math.radians(middle[0])
    sine = math.cos(angle) * math.sin(phi0) + y * math.sin(angle) * math.cos(phi0) / rho
    turn = math.atan2(
        x * math.sin(angle), rho * math.cos(phi0) * math.cos(angle) - y * math.sin(phi0) * math.sin(angle)
    )
    return math.degrees(math.asin(max(-1.0, min(1.0, sine)))), turned(middle[1] + math.degrees(turn))


def equal_earth(lat: float, lon: float) -> tuple[float, float]:
    """Return a point in the Equal Earth projection, in radii (Šavrič, Patterson and Jenny 2018)."""
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    half = math.sqrt(3) / 2
    angle = math.asin(half * math.sin(math.radians(lat)))
    two = angle * angle
    six = two**3
    slope = a1 + 3 * a2 * two + six * (7 * a3 + 9 * a4 * two)
    return math.radians(turned(lon)) * math.cos(angle) / (half * slope), angle * (a1 + a2 * two + six * (a3 + a4 * two))


def turned(lon: float) -> float:
    """Return a longitude between -180 and 180."""
    return lon if -180 <= lon <= 180 else (lon + 180) % 360 - 180


def frame_around(points: Iterable[Degrees], width: int, height: int, *, least: float, margin: float = 0.0) -> Frame:
    """Return the map that holds all points, ``least`` kilometres wide or more, ``margin`` pixels free at each edge.

    Points too far apart for one side of the globe give the whole world.
    """
    held = list(points)
    middle = centre(held)
    if any(distance_km(*middle, *point) > FARTHEST_KM for point in held):
        return whole_world(middle[1], width)
    for _ in range(3):
        spots = [azimuthal(point, middle) for point in held]
        left, right = min(x for x, _ in spots), max(x for x, _ in spots)
        low, high = min(y for _, y in spots), max(y for _, y in spots)
        middle = unproject((left + right) / 2, (low + high) / 2, middle) or middle
    wide, tall = max(right - left, least / EARTH_KM), max(high - low, 1e-9)
    scale = min((width - 2 * margin) / wide, (height - 2 * margin) / tall)
    if width / scale * EARTH_KM > WIDEST_KM:
        return whole_world(middle[1], width)
    return Frame(middle[0], middle[1], scale, width, height)


def whole_world(lon: float, width: int) -> Frame:
    """Return the map of the whole world with a meridian in the middle."""
    return Frame(0.0, float(round(lon)), width / WORLD * 0.995, width, round(width / WORLD * 2 * 1.31737), whole=True)


def centre(points: Iterable[Degrees]) -> Degrees:
    """Return a point amid others, found on the globe; that of the first where they balance each other out."""
    held = [(math.radians(lat), math.radians(lon)) for lat, lon in points]
    x = sum(math.cos(lat) * math.cos(lon) for lat, lon in held)
    y = sum(math.cos(lat) * math.sin(lon) for lat, lon in held)
    z = sum(math.sin(lat) for lat, _ in held)
    if math.hypot(x, y, z) < 1e-6 * len(held):
        return math.degrees(held[0][0]), math.degrees(held[0][1])
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))
