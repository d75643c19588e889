"""Our own table of places: read, checked, and laid over the places of another source."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rashomon.errors import TableError
from rashomon.lexicon.gazetteer import LEVELS
from rashomon.lexicon.placekeys import place_key
from rashomon.lexicon.tables import SHIPPED, read_yaml

SETTLEMENTS = frozenset({"city", "town", "village"})
SAME_TOWN_KM = 30.0
_KEYS = frozenset(
    {"name", "aliases", "country", "level", "lat", "lon", "parent", "admin1", "geonames_id", "population"}
)
_ASSUMED = {
    "continent": 500_000_000,
    "region": 1_000_000,
    "country": 10_000_000,
    "city": 60_000,
    "town": 8_000,
    "village": 600,
    "neighbourhood": 20_000,
}


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place on its way into the gazetteer file.

    ``spellings`` are names it goes by in English news as much as by ``name``; ``aliases`` are other names, in any language.
    """

    name: str
    level: str
    lat: float
    lon: float
    country: str | None = None
    admin1: str | None = None
    population: int = 0
    geonames_id: int | None = None
    feature: str = "own"
    spellings: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def keys(self) -> frozenset[str]:
        """The lookup keys of all its names."""
        return frozenset(place_key(name) for name in (self.name, *self.spellings, *self.aliases)) - {""}


def own_places(folders: Sequence[Path] = (SHIPPED,)) -> list[PlaceRow]:
    """Read ``places/*.yaml`` and ``countries.yaml`` below the folders; TableError names a wrong entry.

    An entry without a point adds its aliases to the place of that name, country and level.
    """
    raw = [
        (path.name, entry)
        for folder in folders
        for path in sorted((folder / "places").glob("*.yaml"))
        for entry in read_yaml(path)
    ]
    for file, entry in raw:
        check(file, entry)
    rows = [row_of(entry) for _, entry in raw if "lat" in entry]
    rows = add_names(rows, [entry for _, entry in raw if "lat" not in entry])
    return rows + [row for folder in folders for row in countries(folder / "countries.yaml")]


def check(file: str, entry: Any) -> None:
    """Refuse an entry with an unknown key, level or point."""
    if not isinstance(entry, dict) or not entry.get("name") or entry.get("level") not in LEVELS:
        raise TableError(f"{file}: {entry!r:.80}: a place needs a name and a level, one of {', '.join(LEVELS)}")
    if unknown := sorted(set(entry) - _KEYS):
        raise TableError(f"{file}: {entry['name']}: unknown key {unknown[0]}; allowed are {', '.join(sorted(_KEYS))}")
    if "lat" in entry and not (abs(entry["lat"]) <= 90 and abs(entry.get("lon", 999)) <= 180):
        raise TableError(f"{file}: {entry['name']}: lat and lon must be WGS84 degrees")


def row_of(entry: dict[str, Any]) -> PlaceRow:
    """Turn one entry of a table into a row."""
    return PlaceRow(
        name=str(entry["name"]),
        level=entry["level"],
        lat=float(entry["lat"]),
        lon=float(entry["lon"]),
        country=entry.get("country"),
        admin1=entry.get("admin1"),
        population=int(entry.get("population", _ASSUMED.get(entry["level"], 0))),
        geonames_id=entry.get("geonames_id"),
        spellings=tuple(map(str, entry.get("aliases", ()))),
    )


def add_names(rows: list[PlaceRow], names: Iterable[dict[str, Any]]) -> list[PlaceRow]:
    """Add the aliases of entries without a point to the places they name."""
    at = {(row.name, row.country, row.level): index for index, row in enumerate(rows)}
    for entry in names:
        index = at.get((entry["name"], entry.get("country"), entry["level"]))
        if index is None:
            raise TableError(
                f"places: {entry['name']} has no point, and no other entry of that name, country and level has one"
            )
        rows[index] = with_spellings(rows[index], map(str, entry.get("aliases", ())))
    return rows


def with_spellings(row: PlaceRow, names: Iterable[str]) -> PlaceRow:
    """Return the row with more spellings, in order, each once."""
    return replace(row, spellings=tuple(dict.fromkeys((*row.spellings, *names))))


def countries(path: Path) -> list[PlaceRow]:
    """Read the countries' names and points; a folder of the user's own may lack the file."""
    if not path.is_file():
        return []
    return [
        PlaceRow(
            name=entry["label"], level="country", lat=entry["lat"], lon=entry["lon"], country=entry["id"], population=10_000_000,
            geonames_id=entry.get("geonames_id"), spellings=(*entry.get("aliases", ()), *entry.get("acronyms", ())),
        )
        for entry in read_yaml(path)
    ]  # fmt: skip


def merge_towns(own: Iterable[PlaceRow], others: list[PlaceRow]) -> list[PlaceRow]:
    """Lay our own towns over another source's: one that is there already, by name and nearness, only adds its names."""
    own = list(own)
    concerned = {row.country for row in own if row.level in SETTLEMENTS}
    by_key: dict[tuple[str | None, str], list[int]] = {}
    for index, row in enumerate(others):
        for key in row.keys if row.country in concerned else ():
            by_key.setdefault((row.country, key), []).append(index)
    new = []
    for row in own:
        known = (
            (index for key in sorted(row.keys) for index in by_key.get((row.country, key), ()))
            if row.level in SETTLEMENTS
            else ()
        )
        same = min(
            (index for index in known if km(row, others[index]) <= SAME_TOWN_KM),
            key=lambda i: (-others[i].population, i),
            default=None,
        )
        if same is None:
            new.append(row)
        else:
            others[same] = with_spellings(replace(others[same], name=row.name), (others[same].name, *row.spellings))
    return others + new


def fill_regions(rows: list[PlaceRow]) -> list[PlaceRow]:
    """Give each region the people of its towns, and let a region and the town it is called after share their names."""
    people: dict[tuple[str | None, str | None], int] = {}
    for row in rows:
        if row.level in SETTLEMENTS and row.admin1:
            people[row.country, row.admin1] = people.get((row.country, row.admin1), 0) + row.population
    filled = list(rows)
    for region, town in twins(rows).items():
        large, small = filled[region], filled[town]
        shared = [name for name in (large.name, *large.spellings) if place_key(name) in small.keys]
        filled[region] = replace(with_spellings(large, small.spellings), aliases=(*large.aliases, *small.aliases))
        filled[town] = with_spellings(small, shared)
    filled = [in_plain_letters(row) for row in filled]
    return [
        replace(row, population=people.get((row.country, row.admin1), 0)) if is_region(row) and not row.population else row
        for row in filled
    ]  # fmt: skip


def in_plain_letters(row: PlaceRow) -> PlaceRow:
    """Let a place of our tables go by its first spelling without accents: "Hama" rather than "Ḩamāh"."""
    plain = next((name for name in row.spellings if name.isascii()), None)
    if plain is None or all(ord(letter) < 0x100 for letter in row.name):
        return row
    return with_spellings(replace(row, name=plain), (row.name,))


def is_region(row: PlaceRow) -> bool:
    """Say whether a row is a first-level region whose towns are known."""
    return row.level == "province" and bool(row.admin1)


def twins(rows: Sequence[PlaceRow]) -> dict[int, int]:
    """Return for regions the largest town inside that has one of their names."""
    regions: dict[tuple[str | None, str | None, str], list[int]] = {}
    for index, row in enumerate(rows):
        for name in (row.name, *row.spellings) if is_region(row) else ():
            regions.setdefault((row.country, row.admin1, place_key(name)), []).append(index)
    inside = {where[:2] for where in regions}
    found: dict[int, int] = {}
    for index, row in enumerate(rows):
        if row.level in SETTLEMENTS and (row.country, row.admin1) in inside:
            for region in {one for key in row.keys for one in regions.get((row.country, row.admin1, key), ())}:
                if region not in found or rows[found[region]].population < row.population:
                    found[region] = index
    return dict(sorted(found.items()))


def km(a: PlaceRow, b: PlaceRow) -> float:
    """Return the great-circle distance of two rows."""
    return distance_km(a.lat, a.lon, b.lat, b.lon)


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Return the great-circle distance of two points in kilometres."""
    phi1, phi2, half = math.radians(lat1), math.radians(lat2), math.radians(lon2 - lon1) / 2
    part = math.sin((phi2 - phi1) / 2) ** 2 + math.cos(phi1) * math.cos(phi2) * math.sin(half) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(part)))
