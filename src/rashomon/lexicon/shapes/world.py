"""The shapes of countries, from a compact table of the lines that neighbours share."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from rashomon.errors import TableError

FORMAT = "rashomon-shapes-1"
SHIPPED = Path(__file__).parent / "countries.json.gz"
FEWEST = 4
"""A ring has three corners, and its first point again."""
FIRM = 12
"""A ring of so many points cannot have been turned inside out by thinning."""

Point = tuple[float, float]
"""Longitude and latitude, WGS84 degrees."""
Line = tuple[Point, ...]
Box = tuple[float, float, float, float]
"""West, south, east, north; across the date line east goes on beyond 180."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One polygon of a country: its outer ring and its holes, each by the numbers of its lines (``~n`` runs backwards), and its bounds."""

    rings: tuple[tuple[int, ...], ...]
    box: Box


@dataclass(frozen=True, slots=True)
class Shape:
    """A country: its ISO 3166 code (``XK``, ``XS`` as in ``countries.yaml``; None where it has none), the source's name, its pieces."""

    code: str | None
    name: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class World:
    """All shapes over their lines; a border is one line for both neighbours, so that thinning it opens no gap."""

    lines: tuple[Line, ...]
    shapes: tuple[Shape, ...]

    def shape(self, code: str | None) -> Shape | None:
        """Return a country's shape; None where the table has none."""
        return next((shape for shape in self.shapes if code and shape.code == code), None)

    def thinned(self, thin: Callable[[Line], Line], pieces: Iterable[Piece]) -> World:
        """Return the same shapes, the lines of some pieces made shorter by ``thin``; it has to keep their ends."""
        lines = list(self.lines)
        for number in {max(n, ~n) for piece in pieces for ring in piece.rings for n in ring}:
            lines[number] = thin(lines[number])
        return World(tuple(lines), self.shapes)

    def rings(self, piece: Piece) -> Iterator[list[Point]]:
        """Yield the rings of a polygon, the outer one first and closed; those that thinning left without an area are left out.

        The outer ring runs clockwise and holes the other way, as drawing on a globe wants it. Nothing is yielded where
        the outer ring is gone.
        """
        for number, ring in enumerate(piece.rings):
            points = joined(self.lines, ring)
            if len(points) >= FIRM or (len(points) >= FEWEST and is_clockwise(points) == (number == 0)):
                yield points
            elif number == 0:
                return


def joined(lines: Sequence[Line], ring: Sequence[int]) -> list[Point]:
    """Return the points of a ring whose lines lie end to end."""
    points: list[Point] = []
    for number in ring:
        line = lines[number] if number >= 0 else lines[~number][::-1]
        points += line[1:] if points else line
    return points


@cache
def shipped_world() -> World:
    """Return the shapes that ship with the package, read once."""
    return load_world(SHIPPED)


def load_world(path: Path) -> World:
    """Read a table of shapes; TableError says what is wrong with the file."""
    try:
        table = json.loads(gzip.decompress(path.read_bytes()))
        if table["format"] != FORMAT:
            raise TableError(f"{path.name}: a table of shapes of another version ({table['format']!r:.40})")
        lines = tuple(decoded(arc, table["scale"], table["translate"]) for arc in table["arcs"])
        return World(lines, tuple(shape_of(row, lines) for row in table["shapes"]))
    except (OSError, EOFError, ValueError, KeyError, TypeError, IndexError) as problem:
        raise TableError(f"{path}: not a table of shapes ({problem!r:.120}); put the shipped one back") from problem


def decoded(arc: Sequence[Sequence[int]], scale: Point, translate: Point) -> Line:
    """Return the points of a line that is kept as whole steps from point to point."""
    steps = ((step[0], step[1]) for step in arc)
    whole = accumulate(steps, lambda at, step: (at[0] + step[0], at[1] + step[1]))
    return tuple((x * scale[0] + translate[0], y * scale[1] + translate[1]) for x, y in whole)


def shape_of(row: dict[str, Any], lines: Sequence[Line]) -> Shape:
    """Return one country of the table."""
    pieces = (tuple(tuple(ring) for ring in polygon) for polygon in row["polygons"])
    return Shape(row["code"], row["name"], tuple(Piece(rings, box_of(joined(lines, rings[0]))) for rings in pieces))


def box_of(points: Sequence[Point]) -> Box:
    """Return the bounds of a ring; those of a ring around a pole go all the way round."""
    xs, ys = unrolled(points), [point[1] for point in points]
    if max(xs) - min(xs) >= 360:
        return -180.0, min(ys), 180.0, max(ys)
    return min(xs), min(ys), max(xs), max(ys)


def unrolled(points: Sequence[Point]) -> list[float]:
    """Return the longitudes of a ring without a jump at the date line.

    >>> unrolled([(179.0, 0.0), (-179.0, 1.0), (178.0, 0.0)])
    [179.0, 181.0, 178.0]
    """
    steps = [(b[0] - a[0] + 180) % 360 - 180 for a, b in pairwise(points)]
    return list(accumulate(steps, initial=points[0][0]))


def is_clockwise(ring: Sequence[Point]) -> bool:
    """Say whether a closed ring runs clockwise, north up."""
    spots = list(zip(unrolled(ring), (point[1] for point in ring), strict=True))
    return sum((a[0] - spots[0][0]) * b[1] - (b[0] - spots[0][0]) * a[1] for a, b in pairwise(spots)) < 0
