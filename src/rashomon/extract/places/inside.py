"""A small place that is said to lie in a larger one is there, whatever the map knows under its name elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rashomon.extract.places.cues import QUARTERS, WIDE
from rashomon.extract.places.near import SMALL
from rashomon.lexicon.gazetteer import GazetteerEntry
from rashomon.lexicon.ownplaces import distance_km
from rashomon.lexicon.placekeys import place_key
from rashomon.lexicon.placewords import PlaceLore
from rashomon.model import Place, Precision, Span
from rashomon.model.quick import quick

GREAT = {"country": 600.0, "province": 300.0}
"""How many kilometres off its middle a place on the other side of a border may still be meant to lie in a country or province."""
BROAD = frozenset({"country", "province", "region", "sea"})
"""Levels whose point stands for much ground."""
TOWNS = frozenset({"city", "town"})
IN_TOWN_KM = 60.0
"""How far from a town's middle its quarters and suburbs lie at most."""
LONGEST = 60
"""Code points between a place and the larger one that it lies in."""
KNOWN_ALL_OVER = 300_000
"""People of a place whose name means it wherever it is said to lie: disputed cities, overseas territories."""
LEADS_IN = frozenset({"in", "of", "within", "inside"})
FILLERS = frozenset({"the", "a", "an", "part", "parts", "side", "rural", "countryside", "outskirts", ",", "("})
OWNED = re.compile(r"['’]s? (?:[A-Z][\w'’-]+ )?")
LIST_LINK = re.compile(r", (?:and )?| and ")
WORD = re.compile(r"\w+|[^\w\s-]")


@quick
@dataclass(frozen=True, slots=True)
class Named:
    """A place as a report names it, in its words, with all that bear its name and the people of the one that was taken for it."""

    span: Span
    name: str
    place: Place
    entries: Sequence[GazetteerEntry] = ()
    population: int = 0


def put_inside(named: Sequence[Named], text: str, lore: PlaceLore) -> list[Place]:
    """Return the places, each in the larger one that it is said to lie in: "the Granada neighbourhood of Cali" is not in Spain.

    What is said once holds for the name throughout. Where none of that name lies there, the place has the point of the larger one, as near it or as somewhere in that region.
    """
    places = [each.place for each in named]
    for at, (first, second) in enumerate(pairwise(named)):
        between = text[first.span.end : second.span.start]
        if len(between) > LONGEST:
            continue
        if lies_in(first, second, between, text, lore) and not (between == ", " and is_listed(named, at, text)):
            places[at] = settled(first, second.place)
        elif OWNED.fullmatch(between) and is_inner(second, first, words_after(second, text), lore):
            places[at + 1] = settled(second, first.place)
    moved = {bearing(each): place for each, place in zip(named, places, strict=True) if place is not each.place}
    return [
        moved.get(bearing(each), place) if place is each.place else place
        for each, place in zip(named, places, strict=True)
    ]


def bearing(named: Named) -> tuple[str, str | None]:
    """Return what two mentions of one place have in common: the name, and what the map was thought to know of it."""
    return place_key(named.name), named.place.id


def lies_in(inner: Named, outer: Named, between: str, text: str, lore: PlaceLore) -> bool:
    """Say whether the words between two places say that the first lies in the second."""
    words = WORD.findall(between.lower())
    if words == [","]:
        return outer.place.level in GREAT and is_inner(inner, outer, (), lore)
    leads = [at for at, word in enumerate(words) if word in LEADS_IN]
    if not leads or (words[leads[0]] == "of" and leads[0] and words[leads[0] - 1] in lore.words.directions):
        return False
    known = LEADS_IN | FILLERS | QUARTERS
    fits = all(word in known or word in lore.levels or word in lore.words.directions for word in words)
    return fits and is_inner(inner, outer, [*words_before(inner, text), *words[: leads[0] + 1]], lore)


def is_inner(inner: Named, outer: Named, beside: Iterable[str], lore: PlaceLore) -> bool:
    """Say whether one place can lie in another: a small one in a country or province, and in a town what the words beside it call a part of one."""
    if lore.words.directions.issuperset(WORD.findall(outer.name.lower())):
        return False
    if outer.place.level in GREAT:
        return inner.place.level in SMALL or inner.place.lat is None
    part = any(word in QUARTERS or "neighbourhood" in lore.levels.get(word, ()) for word in beside)
    return part and outer.place.level in TOWNS and outer.place.lat is not None and inner.place.level not in WIDE


def is_listed(named: Sequence[Named], at: int, text: str) -> bool:
    """Say whether two places behind a comma are members of a list: "Tripoli, Syria and Iraq"."""
    pairs = [(at - 1, at), (at + 1, at + 2)]
    return any(
        first >= 0
        and second < len(named)
        and LIST_LINK.fullmatch(text[named[first].span.end : named[second].span.start])
        for first, second in pairs
    )


def settled(inner: Named, outer: Place) -> Place:
    """Return a place in a larger one: as it was, else the largest of its name there, else without more than the larger one's point."""
    place = inner.place
    known = outer.level in GREAT and inner.population > KNOWN_ALL_OVER
    if place.lat is not None and (known or not strays(place, outer)):
        return place
    there = [one for one in inner.entries if one.level in SMALL and not strays(one, outer)]
    if there:
        return taken(max(there, key=lambda one: (one.population, one.id)), place)
    level = place.level if place.lat is None else None
    rivals = (place.id, *place.rivals) if place.id else place.rivals
    unplaced = Place(inner.name, precision=place.precision, level=level, country=outer.country, rivals=rivals)
    return unplaced if outer.lat is None or outer.level == "country" else lent(unplaced, outer)


def lent(place: Place, outer: Place) -> Place:
    """Return a place that no map knows with the point of the larger one that it lies in: near it, or somewhere in that region."""
    precision = Precision.REGION if outer.level in BROAD else Precision.NEAR
    return replace(place, lat=outer.lat, lon=outer.lon, country=outer.country, admin1=outer.admin1, precision=precision)


def strays(inner: Place | GazetteerEntry, outer: Place) -> bool:
    """Say whether a place lies outside a larger one."""
    if inner.lat is None or inner.lon is None or outer.lat is None or outer.lon is None:
        return False
    near = inner.country == outer.country and (outer.level == "country" or inner.admin1 == outer.admin1)
    if outer.level in GREAT and near:
        return False
    return distance_km(inner.lat, inner.lon, outer.lat, outer.lon) > GREAT.get(outer.level or "", IN_TOWN_KM)


def taken(entry: GazetteerEntry, place: Place) -> Place:
    """Return a place as another of its name."""
    return replace(
        place, name=entry.name, lat=entry.lat, lon=entry.lon, id=entry.id, level=entry.level, country=entry.country,
        admin1=entry.admin1,
    )  # fmt: skip


def words_before(named: Named, text: str) -> list[str]:
    """Return the two words before a place."""
    return WORD.findall(text[max(0, named.span.start - 30) : named.span.start].lower())[-2:]


def words_after(named: Named, text: str) -> list[str]:
    """Return the word after a place."""
    return WORD.findall(text[named.span.end : named.span.end + 30].lower())[:1]
