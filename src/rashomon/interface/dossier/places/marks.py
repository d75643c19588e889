"""How a place is drawn: a point, a ring, a disc or its country's shape, so that the size shows how exactly it is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rashomon.interface.dossier.places.frame import Degrees, azimuthal
from rashomon.interface.dossier.places.globe import around
from rashomon.interface.dossier.places.sites import Role, Site
from rashomon.lexicon.ownplaces import distance_km
from rashomon.lexicon.shapes.world import Piece, Shape, World
from rashomon.model import Place, Precision

NEAR_KM = 25.0
"""Radius of the ring around a place that something happened near; UCDP's second class of precision is about 25 km."""
REGION_KM = {"district": 30.0, "province": 75.0, "continent": 1500.0, "region": 150.0, "sea": 150.0, "desert": 150.0}
"""Radius of the disc for a region, by its level: a class, not an extent, since shapes of regions are not at hand."""
OTHER_REGION_KM = 75.0
FAR_KM = 1500.0
"""A place of a main claim farther from the event does not widen the map; it is named beside it."""

ARCHIPELAGO = 0.8
"""How far from a country's largest piece another large one may lie to be shown with it, in radii of the earth: about 5,000 km."""


class Form(StrEnum):
    """The forms of a mark: ``point`` for exact, ``ring`` for near, ``disc`` for a region, ``shape`` for a country."""

    POINT = "point"
    RING = "ring"
    DISC = "disc"
    SHAPE = "shape"


@dataclass(frozen=True, slots=True)
class Mark:
    """One place to be drawn: ``km`` is the radius on the ground of a ring or disc, ``shape`` the country of a shape.

    ``role`` is None for a rival: another place that the name may mean. ``number`` leads to the table.
    """

    name: str
    point: Degrees
    form: Form
    role: Role | None
    number: int
    km: float = 0.0
    shape: Shape | None = None


def mark_of(site: Site, world: World, name: str) -> Mark:
    """Return how a place with a position is drawn."""
    shape = country_of(site.place, world)
    form = Form.SHAPE if shape else form_of(site.place)
    return Mark(name, site.point, form, site.role, site.number, radius_of(site.place, form), shape)


def form_of(place: Place) -> Form:
    """Return the form of a place whose country's shape is not drawn."""
    if place.precision is Precision.EXACT:
        return Form.POINT
    return Form.RING if place.precision is Precision.NEAR else Form.DISC


def radius_of(place: Place, form: Form) -> float:
    """Return the radius of a ring or disc in kilometres; 0 for the other forms."""
    if form is Form.RING:
        return NEAR_KM
    return REGION_KM.get(place.level or "", OTHER_REGION_KM) if form is Form.DISC else 0.0


def country_of(place: Place, world: World) -> Shape | None:
    """Return the shape of a place that is a country, or a part of one; None for any other, and where there is no shape."""
    wide = place.precision in (Precision.COUNTRY, Precision.REGION) and place.level == "country"
    unsaid = place.precision is Precision.COUNTRY and place.level is None
    return world.shape(place.country) if wide or unsaid else None


def in_view(marks: Sequence[Mark], weights: Sequence[int], world: World) -> list[Mark]:
    """Return the marks that the map has to hold; ``weights`` says how many claims each one has.

    The event's own place always, or else the place with the most claims; with it the places of main claims that are not
    far from it, or all where most claims are far from it. A country is held only where nothing is known more exactly.
    """
    strong = [mark for mark in marks if mark.role in (Role.EVENT, Role.MAIN)] or list(marks)
    exact = [mark for mark in strong if mark.form is not Form.SHAPE]
    first = strong[0] if strong[0].role is Role.EVENT or not exact else exact[0]
    close = [mark for mark in exact or strong if mark is not first and is_close(mark, first, world)]
    claims = dict(zip((id(mark) for mark in marks), weights, strict=True))
    here = sum(claims[id(mark)] for mark in (first, *close))
    all_of_them = sum(claims[id(mark)] for mark in exact or strong)
    return [first, *close] if here * 2 >= all_of_them else [first, *(m for m in exact or strong if m is not first)]


def is_close(mark: Mark, first: Mark, world: World) -> bool:
    """Say whether a mark is near enough to the first one, or to the country it stands for, to share its map."""
    points = extent(first, world)
    return any(distance_km(*mark.point, *point) <= FAR_KM for point in points)


def extent(mark: Mark, world: World) -> list[Degrees]:
    """Return points whose bounds are those of a mark."""
    if mark.shape:
        return [(lat, lon) for piece in mainland(mark.shape, world) for lon, lat in next(iter(world.rings(piece)))]
    return around(mark.point, mark.km, 8) if mark.km else [mark.point]


def mainland(shape: Shape, world: World) -> list[Piece]:
    """Return a country's largest piece and what lies about it, without far islands: France without Guiana, the US with Alaska."""
    largest = max(shape.pieces, key=area_of)
    west, south, east, north = largest.box
    middle, size = ((south + north) / 2, (west + east) / 2), area_of(largest)
    reach = max(spread(world, largest, middle)) * 2.5
    return [
        piece
        for piece in shape.pieces
        if (area_of(piece) >= size / 10 and max(spread(world, piece, middle), default=9.0) <= ARCHIPELAGO)
        or (area_of(piece) >= size / 300 and max(spread(world, piece, middle), default=9.0) <= reach)
    ]


def spread(world: World, piece: Piece, middle: Degrees) -> list[float]:
    """Return how far the points of a piece lie from a point, in radii of the earth."""
    ring: Iterable[tuple[float, float]] = next(iter(world.rings(piece)), [])
    spots = (azimuthal((lat, lon), middle) for lon, lat in ring)
    return [(x * x + y * y) ** 0.5 for x, y in spots]


def area_of(piece: Piece) -> float:
    """Return the area of a piece's bounds, by which pieces are told apart."""
    west, south, east, north = piece.box
    return (east - west) * (north - south) * max(0.05, 1 - (abs(south + north) / 180) ** 2)
