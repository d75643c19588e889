"""Other places that the names may mean, on a map of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.interface.dossier.pictures.draw import Picture, Spec, picture
from rashomon.interface.dossier.places.chart import chart
from rashomon.interface.dossier.places.frame import Degrees, frame_around
from rashomon.interface.dossier.places.globe import away
from rashomon.interface.dossier.places.marks import Form, Mark
from rashomon.interface.dossier.places.rows import Naming
from rashomon.interface.dossier.places.scene import scene_of
from rashomon.interface.dossier.places.sites import Role, Site
from rashomon.interface.plain import clean
from rashomon.lexicon.gazetteer import GazetteerEntry
from rashomon.lexicon.shapes.world import World

WIDE, NARROW = (900, 380), (340, 300)
LEAST_KM = 150.0
MARGIN = 30.0
MOST = 40
"""So many rivals are drawn; all are listed."""


@dataclass(frozen=True, slots=True)
class RivalView:
    """A place that a name may mean instead: ``key`` as on the map ("2a"), empty where it is not drawn; ``distance`` from the place taken."""

    key: str
    name: str
    level: str
    within: str
    distance: str


@dataclass(frozen=True, slots=True)
class RivalsRow:
    """A place of the table with its rivals."""

    number: int
    name: str
    rivals: tuple[RivalView, ...]


@dataclass(frozen=True, slots=True)
class RivalsView:
    """All rivals, and the map of those with a position; None where none has one."""

    rows: tuple[RivalsRow, ...]
    picture: Picture | None


def rivals_of(sites: Sequence[Site], world: World, naming: Naming) -> RivalsView | None:
    """Return the rivals of all places; None where no name has one."""
    doubtful = one_each([site for site in sites if site.place.rivals])
    if not doubtful:
        return None
    keys = keys_of(doubtful, naming)
    rows = tuple(rivals_row(site, keys, naming) for site in doubtful)
    drawn = picture_of([site for site in doubtful if site.located], keys, world, naming) if keys else None
    return RivalsView(rows, drawn)


def one_each(sites: Sequence[Site]) -> list[Site]:
    """Return each place once, whatever its precision."""
    first: dict[str, Site] = {}
    for site in sites:
        first.setdefault(site.place.id or site.place.name.casefold(), site)
    return list(first.values())


def keys_of(sites: Sequence[Site], naming: Naming) -> dict[tuple[int, str], str]:
    """Return the key of each rival that is drawn: the number of its place and a letter."""
    keys: dict[tuple[int, str], str] = {}
    for site in sites:
        known = [id_ for id_ in dict.fromkeys(site.place.rivals) if id_ in naming.entries] if site.located else []
        for place, id_ in enumerate(known[:26]):
            if len(keys) < MOST:
                keys[site.number, id_] = f"{site.number}{chr(ord('a') + place)}"
    return keys


def rivals_row(site: Site, keys: dict[tuple[int, str], str], naming: Naming) -> RivalsRow:
    """Return the rivals of one place in words."""
    rivals = tuple(
        rival_view(site, id_, keys.get((site.number, id_), ""), naming) for id_ in dict.fromkeys(site.place.rivals)
    )
    return RivalsRow(site.number, clean(site.place.name), rivals)


def rival_view(site: Site, id_: str, key: str, naming: Naming) -> RivalView:
    """Return one rival in words; by its id where this gazetteer does not have it."""
    entry = naming.entries.get(id_)
    if entry is None:
        return RivalView("", clean(id_), "", "not in this gazetteer", "")
    name = clean(entry.name)
    distance = away(site.point, point_of(entry)) if site.located else ""
    return RivalView(key, name, entry.level, naming.within(entry.country, entry.admin1, name), distance)


def point_of(entry: GazetteerEntry) -> Degrees:
    """Return a place's latitude and longitude."""
    return entry.lat, entry.lon


def picture_of(sites: Sequence[Site], keys: dict[tuple[int, str], str], world: World, naming: Naming) -> Picture:
    """Return the map of places and their rivals, each rival tied to the place its name was taken for."""
    taken = [site for site in sites if any(number == site.number for number, _ in keys)]
    marks = [Mark(clean(site.place.name), site.point, Form.POINT, Role.MAIN, site.number) for site in taken]
    points = {site.number: site.point for site in taken}
    rivals = {pair: point_of(naming.entries[pair[1]]) for pair in keys}
    marks += [Mark(keys[pair], point, Form.POINT, None, pair[0]) for pair, point in rivals.items()]
    links = [(points[pair[0]], point) for pair, point in rivals.items()]

    def spec(size: tuple[int, int]) -> Spec:
        frame = frame_around([mark.point for mark in marks], *size, least=LEAST_KM, margin=MARGIN)
        return chart(scene_of(marks, frame, world, towns=(), countries_named=naming.countries), links)

    label = "Map of other places that names in the reports may mean; the list below says the same in words."
    return picture(spec(WIDE), spec(NARROW), label, name="places-rivals")
