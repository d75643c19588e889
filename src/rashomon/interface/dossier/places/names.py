"""Where on the map the name of a country may stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rashomon.interface.dossier.places.frame import Frame, Pixels
from rashomon.lexicon.shapes.world import Point

STEP = 14.0
"""The rows on which a country is measured, in pixels apart."""
Interval = tuple[float, float]


def spots_within(polygons: Sequence[list[list[Point]]], frame: Frame, wide: float) -> Iterator[Pixels]:
    """Yield spots in the middle of a country's visible part, the roomiest first, where a text so wide lies inside it."""
    rows = rows_of(polygons, frame)
    found = []
    for number, row in enumerate(rows):
        for left, right in row:
            x = (left + right) / 2
            clear = min(clearance(rows[: number + 1][::-1], x), clearance(rows[number:], x))
            if right - left >= wide and clear > 1:
                found.append((-min((right - left) / 2, clear * STEP * 2), x, (number + 0.5) * STEP))
    return ((x, y) for _, x, y in sorted(found))


def clearance(rows: Sequence[list[Interval]], x: float) -> int:
    """Return over how many rows a column stays in the country."""
    return next((n for n, row in enumerate(rows) if not any(left <= x <= right for left, right in row)), len(rows))


def rows_of(polygons: Sequence[list[list[Point]]], frame: Frame) -> list[list[Interval]]:
    """Return from where to where each row of the map lies in a country."""
    count = int(frame.height / STEP)
    heights = [(number + 0.5) * STEP for number in range(count)]
    crossings: list[list[float]] = [[] for _ in range(count)]
    for rings in polygons:
        for ring in rings:
            spots = [frame.at(lat, lon) for lon, lat in ring]
            for (x1, y1), (x2, y2) in pairwise(spots):
                for number in range(bisect_left(heights, min(y1, y2)), bisect_left(heights, max(y1, y2))):
                    crossings[number].append(x1 + (heights[number] - y1) / (y2 - y1) * (x2 - x1))
    return [inside(sorted(row), frame.width) for row in crossings]


def inside(crossings: Sequence[float], width: float) -> list[Interval]:
    """Return the stretches between pairs of crossings that lie on the map."""
    pairs = zip(crossings[::2], crossings[1::2], strict=False)
    return [(max(a, 0.0), min(b, width)) for a, b in pairs if b > 0 and a < width]
