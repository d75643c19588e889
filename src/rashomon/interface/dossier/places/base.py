"""The quiet map below the marks: countries, thinned to what the map can show."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any

from rashomon.interface.dossier.places.frame import Frame
from rashomon.lexicon.shapes.world import Box, Line, Point, Shape, World

KM_A_DEGREE = 111.2
FINE, FINE_WORLD, COARSE = 1.1, 3.5, 60.0
"""How far apart the points of a line stay, in pixels: on the map, on a map of the whole world, and off the map."""
TINY = 5.0
"""Islands smaller than this, in pixels, are left out of a map of the whole world."""

Feature = dict[str, Any]


def countries(world: World, frame: Frame) -> Iterator[tuple[Shape, list[list[Point]]]]:
    """Yield the polygons on the map, each with its country, as rings of longitude and latitude; nothing far off the map."""
    thinned, box = world.thinned(thinner(frame)), frame.box
    small = TINY * frame.km / KM_A_DEGREE if frame.whole else 0.0
    for shape in world.shapes:
        for piece in shape.pieces:
            if meets(piece.box, box) and (extent(piece.box) >= small):
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
    fine, coarse = (FINE_WORLD if frame.whole else FINE) * degree, COARSE * degree
    box = frame.box

    def thin(line: Line) -> Line:
        kept = [line[0]]
        for point in line[1:-1]:
            step = fine if meets((*point, *point), box) else coarse
            if is_apart(kept[-1], point, step):
                kept.append(point)
        return (*kept, line[-1])

    return thin


def is_apart(one: Point, other: Point, degrees: float) -> bool:
    """Say whether two points are at least so many degrees of latitude apart on the ground."""
    across = (other[0] - one[0]) * math.cos(math.radians(other[1]))
    return across * across + (other[1] - one[1]) ** 2 >= degrees * degrees


def polygon(rings: list[list[Point]]) -> Feature:
    """Return a polygon for a geoshape layer."""
    return {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [[list(p) for p in ring] for ring in rings]}}


