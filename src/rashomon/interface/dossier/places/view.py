"""What the part on places shows: a map, its key and a table that says the same in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.interface.dossier.pictures.draw import Picture
from rashomon.interface.dossier.places.drawn import BeyondView, drawn
from rashomon.interface.dossier.places.marks import Mark, mark_of
from rashomon.interface.dossier.places.rivals import RivalsView, rivals_of
from rashomon.interface.dossier.places.rows import Naming, PlaceRow, row_of
from rashomon.interface.dossier.places.sites import Role, Site, is_located, sites_of
from rashomon.interface.findings import Marks
from rashomon.interface.plain import clean
from rashomon.lexicon.actors import Countries
from rashomon.lexicon.gazetteer import Gazetteer
from rashomon.lexicon.shapes.world import World, shipped_world
from rashomon.lexicon.tables import Tables
from rashomon.model import MentionType, Record


@dataclass(frozen=True, slots=True)
class NamedView:
    """A place that reports name and the gazetteer does not have, with the letters of those reports."""

    name: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlacesView:
    """Where the record puts what happened.

    ``picture`` is the map, None where no place has a position; ``globe`` a small one that
    shows where the map lies, None for a map of the whole world.
    ``forms`` names the forms on the map (``point``, ``ring``, ``disc``, ``shape``, ``related``, ``town``) for its key;
    ``own`` says that the event's own place is on it, ``numbered`` that numbers stand on it for names, ``whole`` that it is of the whole world. ``off_map`` tells which places lie beyond it, and where;
    ``unlisted`` are places without a position at which nothing is put. ``rivals`` are other places that names may mean.
    """

    picture: Picture | None
    globe: Picture | None
    forms: tuple[str, ...]
    own: bool
    numbered: bool
    whole: bool
    rows: tuple[PlaceRow, ...]
    off_map: tuple[BeyondView, ...]
    unlisted: tuple[NamedView, ...]
    rivals: RivalsView | None


def places_of(record: Record, tables: Tables, gazetteer: Gazetteer) -> PlacesView:
    """Return the view of a record's places; the gazetteer gives names of regions, rivals and towns for orientation."""
    sites, world = sites_of(record), shipped_world()
    naming = Naming.of(record, {row.id: row.label for row in tables.of(Countries).rows}, gazetteer)
    marks = marks_of(sites, world)
    weights = [len(sites[mark.number - 1].claims) for mark in marks]
    map_ = drawn(marks, weights, world, naming) if marks else None
    return PlacesView(
        picture=map_.picture if map_ else None,
        globe=map_.globe if map_ else None,
        forms=map_.forms if map_ else (),
        own=bool(map_ and map_.own),
        numbered=bool(map_ and map_.numbered),
        whole=bool(map_ and map_.whole),
        rows=tuple(row_of(site, naming) for site in sites),
        off_map=map_.off_map if map_ else (),
        unlisted=unlisted(record, sites),
        rivals=rivals_of(sites, world, naming),
    )


def marks_of(sites: Sequence[Site], world: World) -> list[Mark]:
    """Return what is drawn: places of the event and its main claims; related ones where they are points or regions.

    Background places are left to the table: they say where something else happened, at another time.
    """
    marks = [
        mark_of(site, world, clean(site.place.name)) for site in sites if site.located and site.role < Role.BACKGROUND
    ]
    return [mark for mark in marks if mark.role is not Role.RELATED or mark.shape is None]


def unlisted(record: Record, sites: Sequence[Site]) -> tuple[NamedView, ...]:
    """Return the names of places without a position that no claim rests on, each once."""
    texts, letters = {report.id: report.text for report in record.reports}, Marks.of(record.reports)
    known = {clean(site.place.name).casefold() for site in sites}
    found: dict[str, tuple[str, dict[str, None]]] = {}
    for mention in record.mentions:
        if mention.type is not MentionType.PLACE or (mention.place and is_located(mention.place)):
            continue
        name = clean(mention.place.name if mention.place else mention.span.of(texts.get(mention.report_id, "")))
        if name and name.casefold() not in known:
            found.setdefault(name.casefold(), (name, {}))[1][letters.of_report(mention.report_id)] = None
    return tuple(NamedView(name, tuple(marks)) for name, marks in found.values())
