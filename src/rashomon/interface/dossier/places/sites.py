"""Which places the record names, what is put there, and how firmly each belongs to the event."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from rashomon.model import Claim, Layer, Place, Precision, Record

Key = tuple[str, str]


class Role(IntEnum):
    """What a place is to the event, the weightiest first."""

    EVENT = 0
    MAIN = 1
    RELATED = 2
    BACKGROUND = 3


ROLES = {Layer.MAIN: Role.MAIN, Layer.RELATED: Role.RELATED, Layer.BACKGROUND: Role.BACKGROUND}


@dataclass(frozen=True, slots=True)
class Site:
    """A place at one precision, and the claims that are put there: "near Hama" and "Hama" are two.

    ``number`` is its row in the table, from 1.
    """

    number: int
    place: Place
    role: Role
    claims: tuple[Claim, ...]

    @property
    def point(self) -> tuple[float, float]:
        """Latitude and longitude; ValueError for a place without a position."""
        if self.place.lat is None or self.place.lon is None:
            raise ValueError(f"{self.place.name} has no position")
        return self.place.lat, self.place.lon

    @property
    def located(self) -> bool:
        """Whether it has a position on the globe."""
        return is_located(self.place)


def is_located(place: Place) -> bool:
    """Say whether a place has a position on the globe."""
    lat, lon = place.lat, place.lon
    if lat is None or lon is None or not (math.isfinite(lat) and math.isfinite(lon)):
        return False
    return abs(lat) <= 90 and abs(lon) <= 180


def sites_of(record: Record) -> tuple[Site, ...]:
    """Return the places of a record: the event's own, then those of its main claims, then the rest; the most claims first."""
    places: dict[Key, Place] = {}
    claims: dict[Key, list[Claim]] = {}
    own = record.event.where
    for place, claim in [*([(own, None)] if own else []), *((c.where, c) for c in record.claims if c.where)]:
        key = key_of(place)
        places.setdefault(key, place)
        held = claims.setdefault(key, [])
        if claim:
            held.append(claim)
    roles = {key: Role.EVENT if own and key == key_of(own) else role_of(claims[key]) for key in places}
    ordered = sorted(places, key=lambda key: (roles[key], not is_located(places[key]), -len(claims[key])))
    return tuple(Site(n, places[key], roles[key], tuple(claims[key])) for n, key in enumerate(ordered, 1))


def key_of(place: Place) -> Key:
    """Return what makes two places one: the gazetteer's id, or the name; and the precision."""
    return place.id or place.name.casefold(), place.precision


def role_of(claims: Iterable[Claim]) -> Role:
    """Return the weightiest role that the claims of a place give it."""
    return min(ROLES[claim.layer] for claim in claims)


PRECISION_WORDS = {
    Precision.EXACT: "at this place",
    Precision.NEAR: "near or around it",
    Precision.REGION: "somewhere in the region",
    Precision.COUNTRY: "somewhere in the country",
}


def precision_words(place: Place) -> str:
    """Return how exactly a place is known, as a reader of the table wants it.

    >>> precision_words(Place("Hama", 35.1, 36.7, Precision.NEAR))
    'near or around it'
    """
    if not is_located(place):
        return "no position: not in the gazetteer"
    if place.level == "country" and place.precision is Precision.REGION:
        return "somewhere in a part of the country"
    if place.level == "continent":
        return "somewhere on the continent"
    return PRECISION_WORDS[place.precision]
