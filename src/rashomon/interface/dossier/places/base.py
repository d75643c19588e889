"""The quiet map below the marks: countries, thinned to what the map can show."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any

from rashomon.interface.dossier.places.frame import Frame
from rashomon.lexicon.shapes.world import Box, Line, Point, Shape, World

KM_A_DEGREE = 111.2
FINE, COARSE = 1.1, 60.0
"""How far apart the points of a line stay, in pixels, on a local map and off any map."""
COARSER_KM = 3500.0
"""A map this wide keeps half as many points as a local one, a map twice as wide a third, so that it stays small."""
FINE_WORLD = 5.0
TINY, TINY_WORLD = 1.5, 8.0
"""Islands smaller than this, in pixels, are left out of a map, and of a map of the whole world."""

Feature = dict[str, Any]


def countries(world: World, frame: Frame) -> Iterator[tuple[Shape, list[list[Point]]]]:
    """Yield the polygons on the map, each with its country, as rings of longitude and latitude; nothing far off the map."""
    small, box = (TINY_WORLD if frame.whole else TINY) * frame.km / KM_A_DEGREE, frame.box
    pieces = [(s, p) for s in world.shapes for p in s.pieces if meets(p.box, box) and extent(p.box) >= small]
    thinned = world.thinned(thinner(frame), (piece for _, piece in pieces))
    for shape, piece in pieces:
        rings = list(thinned.rings(piece))
        if rings:
            yield shape, rings


def extent(box: Box) -> float:
    """Return the longer side of bounds in degrees."""
    return max(box[2] - box[0], box[3] - box[1])


def meets(one: Box, other: Box) -> bool:
    """Say whether two bounds touch."""
    if one[3] < other[1] or one[1] > other[3]:
        return False
    return any(one[0] + turn <= other[2] and one[2] + turn >= other[0] for turn in (-360, 0, 360))


def thinner(frame: Frame) -> Callable[[Line], Line]:
    """Return what leaves out the points of a line that a reader could not tell apart; its ends stay."""
    degree = frame.km / KM_A_DEGREE
    wide = 1 + frame.width * frame.km / COARSER_KM
    fine, coarse = (FINE_WORLD if frame.whole else FINE * wide) * degree, COARSE * degree
    west, south, east, north = frame.box

    def thin(line: Line) -> Line:
        lon, lat = line[0]
        kept, across = [line[0]], math.cos(math.radians(lat))
        for point in line[1:-1]:
            x, y = point
            step = fine if south <= y <= north and (x - west) % 360 <= east - west else coarse
            if abs(y - lat) >= step or ((x - lon) * across) ** 2 + (y - lat) ** 2 >= step * step:
                kept.append(point)
                lon, lat, across = x, y, math.cos(math.radians(y))
        return (*kept, line[-1])

    return thin


def polygon(rings: list[list[Point]]) -> Feature:
    """Return a polygon for a geoshape layer."""
    return {
        "type": "Feature",
        "geometry": {"type": "Polygon", "coordinates": [[list(p) for p in ring] for ring in rings]},
    }
